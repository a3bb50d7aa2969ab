"""What a public record leaves out, told row by row, with a box for each text that may go in."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

import pygame

from game import words
from game.core.entries import Record
from game.core.leaving_out import LeftOut, NameLeft, Typed
from game.core.publish import Withheld, named, small_names
from game.export.phrases import kind
from game.i18n import _, ngettext
from game.ui.changes import Change
from game.ui.look import Look
from game.ui.widgets.icon_row import IconRow, tick_row
from game.ui.widgets.widget import Widget


def merged_rows(look: Look, left: LeftOut) -> list[Widget]:
    """Say what is merged or left out, and where a name stays in sight."""
    theme = look.theme
    rows: list[Widget] = []

    def row(name: str, picture: str, title: str, text: str = "", *, bad: bool = False) -> None:
        colour = theme.bad if bad else theme.muted
        box = pygame.Rect(0, 0, 0, look.target())
        rows.append(IconRow(name, box, picture, title, text, colour=colour, strong=bad))

    if left.totals_only:
        text = _(
            "Fewer than three people sat at the table. The public version holds only totals,"
            " so that nobody can be recognised."
        )
        row("totals", "users", _("Only totals"), text)
        return rows
    for n, each in enumerate(left.names):
        row(f"name-{n}", "triangle-alert", _name_stays(each), f"“{each.text}”", bad=True)
    if left.merged:
        people = sum(seat.size for seat in left.merged)
        labels = words.listing(tuple(seat.label for seat in left.merged))
        told = ngettext(
            "{seats}: {count} person together", "{seats}: {count} people together", people
        )
        row(
            "merged", "users", _("Counted together as “others”"),
            told.format(seats=labels, count=people),
        )  # fmt: skip
    if left.hidden:
        text = _("Fewer than three people took part: {cards}. Their words stay out too.")
        row("hidden", "eye-off", _("Rounds that are not shown"), text.format(
            cards=words.listing(left.hidden)))  # fmt: skip
    if left.counted:
        text = _("Here one person would stand out: {cards}.")
        row("counted", "sigma", _("Rounds with only the counts"), text.format(
            cards=words.listing(left.counted)))  # fmt: skip
    if left.figures:
        text = _("They would tell what fewer than three people chose.")
        row("figures", "chart-no-axes-column", _("No agreement figures"), text)
    if left.changes:
        text = ngettext(
            "{count} time a small seat came or left. That is not told.",
            "{count} times a small seat came or left. That is not told.",
            left.changes,
        )
        row("changes", "log-out", _("Who came and left"), text.format(count=left.changes))
    text = _("The log, the order of the cards, the times, and how each seat moved.")
    row("log", "history", _("Also left out"), text)
    return rows


def stay_rows(
    look: Look,
    staying: tuple[Withheld, ...],
    taken_out: frozenset[str],
    take_out: Callable[[str], Change | None],
) -> list[Widget]:
    """Show every typed text that stays, under a warning: pressed, it goes out, or in again."""
    if not staying:
        return []
    warning = _("Read these texts: are names in them?")
    about = _("They go into the public version, unless you take them out.")
    box = pygame.Rect(0, 0, 0, look.target())
    rows: list[Widget] = [
        IconRow("staying", box, "eye", warning, about, colour=look.theme.warn, strong=True)
    ]
    for n, each in enumerate(staying):
        goes = each.key not in taken_out
        title = _title(each, goes=goes)
        press = partial(take_out, each.key)
        rows.append(tick_row(look, f"stay-{n}", title, each.text, ticked=goes, on_press=press))
    return rows


def _title(each: Withheld, *, goes: bool) -> str:
    """Say which text it is, and whether it is in the public version."""
    state = _("goes in") if goes else _("stays out")
    return " · ".join(part for part in (each.card, kind(each.kind), state) if part)


def release_rows(
    look: Look,
    record: Record,
    held: tuple[Withheld, ...],
    released: frozenset[str],
    release: Callable[[str], Change | None],
) -> list[Widget]:
    """Show every text that is held back in full: pressed, it goes in, or out of it again."""
    names = small_names(record)
    rows: list[Widget] = []
    for n, each in enumerate(held):
        goes = each.key in released
        title = _title(each, goes=goes)
        inside = tuple(name for name in names if named(each.text, (name,)))
        text = each.text
        if inside:
            warning = _("Take care: {names} can be read here.")
            text = f"{text}\n{warning.format(names=words.listing(inside))}"
        rows.append(
            tick_row(
                look, f"held-{n}", title, text, ticked=goes, on_press=partial(release, each.key)
            )
        )
    return rows


def _name_stays(left: NameLeft) -> str:
    """Say in which text of the table's own a name stays."""
    names = words.listing(left.names)
    return _where(left.where).format(names=names)


def _where(where: Typed) -> str:
    match where:
        case Typed.GEMEENTE:
            return _("{names} stays in sight in the name of the gemeente")
        case Typed.WIJK:
            return _("{names} stays in sight in the name of the neighbourhood")
        case Typed.TABLE:
            return _("{names} stays in sight in the name of the table")
        case Typed.QUESTION:
            return _("{names} stays in sight in the question of the day")
        case Typed.TITLE:
            return _("{names} stays in sight in the title of your own card")
        case Typed.TEXT:
            return _("{names} stays in sight in the text of your own card")
        case Typed.ASPECT:
            return _("{names} stays in sight in the name of a part")
        case _:
            assert_never(where)
