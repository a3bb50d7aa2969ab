"""The language of the screen: gettext, switchable while the game runs."""

import gettext
from pathlib import Path

LANGUAGES = ("nl", "en")
DEFAULT = "nl"

_LOCALE = Path(__file__).parent / "locale"
_catalogues: dict[str, gettext.NullTranslations] = {}
_current = DEFAULT


def use(language: str) -> None:
    """Speak this language from now on; an unknown one becomes Dutch."""
    global _current
    _current = language if language in LANGUAGES else DEFAULT


def language() -> str:
    """Name the language spoken now."""
    return _current


def _catalogue() -> gettext.NullTranslations:
    if _current not in _catalogues:
        # English is the language of the message ids, so it needs no catalogue.
        _catalogues[_current] = (
            gettext.NullTranslations()
            if _current == "en"
            else gettext.translation("sferenspel", _LOCALE, languages=[_current])
        )
    return _catalogues[_current]


def _(message: str) -> str:
    """Translate a whole sentence."""
    return _catalogue().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence that depends on a number."""
    return _catalogue().ngettext(one, many, count)
