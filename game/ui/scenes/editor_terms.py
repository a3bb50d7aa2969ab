"""What the editor says: states of cards, and what is wrong with a deck, in plain words."""

from collections.abc import Sequence

from game import words
from game.core.cards import Place
from game.decks.edit import State
from game.decks.findings import DeckError, Fault, Finding, Severity
from game.decks.pictogram_words import word_for
from game.decks.sentences import describe
from game.i18n import _, language
from game.ui.scenes.deck_words import ERROR, WARNING

STATE_ICONS = {
    State.OWN: "plus",
    State.TAKEN: "copy-check",
    State.CHANGED: "pencil",
    State.DROPPED: "eye-off",
}


def state(state: State) -> str:
    """Name how a card stands to the deck below."""
    return {
        State.OWN: _("our own"),
        State.TAKEN: _("taken over"),
        State.CHANGED: _("changed"),
        State.DROPPED: _("left out"),
    }[state]


def states(state: State) -> str:
    """Name the cards that stand so to the deck below."""
    return {
        State.OWN: _("Our own cards"),
        State.TAKEN: _("Taken over"),
        State.CHANGED: _("Changed"),
        State.DROPPED: _("Left out"),
    }[state]


def dropped(name: str) -> str:
    """Say that a card does not join in any more."""
    name = name.strip() or _("(no title yet)")
    return _("“{name}” is left out. Ctrl+Z takes that back.").format(name=name)


def field(name: str) -> str:
    """Name a field of a deck or a card; empty for what the editor has no field for."""
    last = name.rpartition(".")[2].partition("[")[0]
    return {
        "title": _("Title"),
        "text": _("Text"),
        "icon": _("Pictogram"),
        "picture": _("Picture"),
        "tags": _("Keywords"),
        "question": _("Question"),
        "kind": _("Kind"),
        "explanation": _("Explanation"),
        "language": _("Language"),
        "version": _("Version"),
        "about": _("About this deck"),
    }.get(last, "")


def mark(findings: Sequence[Finding]) -> str:
    """Name the pictogram that goes with findings; empty where there are none."""
    if not findings:
        return ""
    return ERROR if any(one.severity is Severity.ERROR for one in findings) else WARNING


def told(finding: Finding) -> str:
    """Say a finding beside its card: the field, and what to do."""
    text = _described(finding)
    name = field(finding.where.field)
    return f"{name}: {text}" if name else text[:1].upper() + text[1:]


def _described(finding: Finding) -> str:
    problem = finding.problem
    # In the editor a card has no line; the file is somebody else's business.
    if problem.fault in (Fault.SAME_QUESTION, Fault.NEAR_QUESTION):
        return _("another criterion asks the same; reword one.")
    if problem.fault is Fault.SAME_TITLE:
        return _("another criterion has the same title; rename one.")
    if problem.fault is Fault.EMPTY:
        return _("fill this in.")
    return f"{describe(problem)}."


def refused(error: DeckError | OSError) -> str:
    """Say why a picture cannot be taken."""
    if isinstance(error, DeckError):
        text = describe(error.findings[0].problem)
        return f"{text[:1].upper()}{text[1:]}."
    return words.said_by_system(str(error.strerror or error))


def place(place: Place, title: str) -> str:
    """Name a place by its own wording, or by the game's."""
    return title.strip() or words.place(place)


def pictogram(name: str) -> str:
    """Name a pictogram: on a Dutch screen by its Dutch word, with its own name behind it."""
    if not name:
        return _("none chosen")
    word = word_for(name) if language() == "nl" else ""
    return f"{word} ({name})" if word else name
