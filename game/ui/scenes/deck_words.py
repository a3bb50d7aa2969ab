"""What the screens about decks say of one: its facts, and how it is."""

from collections.abc import Sequence

from game import words
from game.decks.findings import Finding, errors
from game.decks.shelf import Shelved
from game.i18n import _, ngettext
from game.store.errors import SaveError

WARNING, ERROR = "triangle-alert", "circle-alert"


def language_name(code: str) -> str:
    """Name a language in the language of the screen."""
    return {"nl": _("Dutch"), "en": _("English")}.get(code, code)


def troubles(findings: Sequence[Finding]) -> str:
    """Count what is wrong."""
    found = len(errors(tuple(findings)))
    others = len(findings) - found
    parts = []
    if found:
        parts.append(ngettext("{count} error", "{count} errors", found).format(count=found))
    if others:
        told = ngettext("{count} warning", "{count} warnings", others)
        parts.append(told.format(count=others))
    return ", ".join(parts)


def mark(deck: Shelved) -> str:
    """Name the pictogram that goes with a deck."""
    if errors(deck.findings):
        return ERROR
    if deck.findings:
        return WARNING
    if not deck.saved or deck.draft:
        return "pencil-ruler"
    return "layers" if deck.own else "package-check"


def state(deck: Shelved) -> str:
    """Say what is not as it should be; empty when all is well."""
    if not deck.saved:
        return _("not finished")
    if errors(deck.findings):
        return troubles(deck.findings)
    if deck.hidden:
        return _("same id as another deck")
    return _("has changes that are not saved") if deck.draft else troubles(deck.findings)


def about(deck: Shelved, *, alike: bool = False) -> str:
    """Say a deck in one line: what is wrong first; of those with one title, which it is."""
    parts = [
        deck.place.name if alike else "",
        state(deck),
        _count(deck.cards),
        language_name(deck.language),
        _("version {version}").format(version=deck.version) if deck.version else "",
        "" if deck.own else _("came with the game"),
        _("based on {deck}").format(deck=deck.based_on) if deck.based_on else "",
    ]
    return " · ".join(part for part in parts if part)


def facts(deck: Shelved) -> str:
    """Say a deck in a few lines."""
    head = " · ".join(part for part in (_count(deck.cards), language_name(deck.language)) if part)
    lines = [
        head,
        _("version {version}").format(version=deck.version) if deck.version else "",
        _("based on {deck}").format(deck=deck.based_on) if deck.based_on else "",
        _("your own") if deck.own else _("came with the game"),
        "" if deck.findings else state(deck),
        deck.about,
    ]
    return "\n".join(line for line in lines if line)


def _count(cards: int) -> str:
    return ngettext("{count} card", "{count} cards", cards).format(count=cards)


def went_wrong(error: OSError | SaveError) -> str:
    """Say why something with files did not work."""
    if isinstance(error, SaveError):
        return words.save_error(error)
    if isinstance(error, FileExistsError):
        return _("Something with this name is there already.")
    reason = words.said_by_system(error.strerror or str(error))
    text = _("{name} cannot be read or written: {reason}.")
    return text.format(name=error.filename or _("the file"), reason=reason)
