"""What a record holds, in a few numbers, before it is saved."""

import pygame

from game.core.entries import Audience, Record
from game.core.outcome import Outcome
from game.i18n import _, ngettext
from game.ui.look import Look
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget

ROW = 28
"""Size of the letters, in units."""


def numbers(record: Record) -> tuple[tuple[str, str], ...]:
    """List pictogram and words for everything that a record in this version counts."""
    became = dict(record.outcomes)
    cards = sum(became.values())
    differences = became.get(Outcome.DIFFERED, 0) + became.get(Outcome.SPLIT, 0)
    told = [
        ("layers", ngettext("{count} card", "{count} cards", cards), cards),
        ("split", ngettext("{count} difference", "{count} differences", differences), differences),
    ]
    if not record.totals_only:
        arguments, about = _arguments(record)
        notes = sum(bool(note.text) for card in record.latest for note in card.notes)
        answers = sum(bool(answer.text) for answer in record.closing)
        told += [
            ("scale", about, arguments),
            ("notebook-pen", ngettext("{count} note", "{count} notes", notes), notes),
            (
                "flag",
                ngettext(
                    "{count} answer in the closing round",
                    "{count} answers in the closing round",
                    answers,
                ),
                answers,
            ),
        ]
    return tuple((picture, words.format(count=count)) for picture, words, count in told if count)


def _arguments(record: Record) -> tuple[int, str]:
    """Count the arguments, and say of how many the words stay out of this version."""
    said = [argument for card in record.latest for argument in card.arguments]
    worded = sum(bool(argument.text) for argument in said)
    if record.audience is Audience.INTERNAL or worded == len(said):
        told = ngettext("{count} argument", "{count} arguments", len(said))
    elif worded:
        told = _("{count} arguments, {worded} with what was said")
    else:
        told = ngettext(
            "{count} argument, without what was said",
            "{count} arguments, without what was said",
            len(said),
        )
    return len(said), told.format(count=len(said), worded=worded)


def preview(look: Look, rect: pygame.Rect, record: Record) -> tuple[Widget, ...]:
    """Make a panel that says what is in the record; as many lines as there is room for."""
    line = look.line_height(ROW)
    pad = look.px(24)
    inner = rect.inflate(-2 * pad, -2 * look.px(14))
    fit = inner.height // line - 1
    if fit < 1:
        return ()
    head = pygame.Rect(inner.x, inner.y, inner.w, line)
    shown = numbers(record)[:fit]
    if not shown:
        return ()
    rows = min((inner.bottom - head.bottom) // len(shown), line * 3 // 2)
    return (
        Panel("preview", rect, radius=24, shadow=False),
        Label("preview-head", head, _("This is in the record"), units=ROW, bold=True),
        *(
            Label(
                f"preview-{n}",
                pygame.Rect(inner.x, head.bottom + n * rows, inner.w, rows),
                text,
                units=ROW,
                icon=picture,
            )
            for n, (picture, text) in enumerate(shown)
        ),
    )
