"""The language of the screen: gettext, switchable while the game runs."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

LANGUAGES = ("nl", "en")
DEFAULT = "nl"

_LOCALE = Path(__file__).parent / "locale"
_catalogues: dict[str, gettext.NullTranslations] = {}
_current = DEFAULT
_here: ContextVar[str] = ContextVar("language of one piece of work", default="")


def use(language: str) -> None:
    """Speak this language from now on; an unknown one becomes Dutch."""
    global _current
    _current = language if language in LANGUAGES else DEFAULT


def language() -> str:
    """Name the language spoken now."""
    return _here.get() or _current


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language in this thread alone, as long as the work inside goes on.

    An unknown one changes nothing.
    """
    token = _here.set(language if language in LANGUAGES else "")
    try:
        yield
    finally:
        _here.reset(token)


def _catalogue() -> gettext.NullTranslations:
    spoken = language()
    if spoken not in _catalogues:
        # English is the language of the message ids, so it needs no catalogue.
        _catalogues[spoken] = (
            gettext.NullTranslations()
            if spoken == "en"
            else gettext.translation("sferenspel", _LOCALE, languages=[spoken])
        )
    return _catalogues[spoken]


def _(message: str) -> str:
    """Translate a whole sentence."""
    return _catalogue().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence that depends on a number."""
    return _catalogue().ngettext(one, many, count)
