"""How the table worked: who was there, what was agreed before the first card, what changed."""

from typing import assert_never

from game import words
from game.core.entries import Audience, Change, ChangeKind, Record, SeatEntry
from game.core.publish import OTHERS
from game.core.setup import Sealing, Setup, expected_minutes
from game.export import phrases
from game.export.blocks import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Heading,
    Paragraph,
    Remark,
    Table,
    line,
    said,
)
from game.export.phrases import NOTHING
from game.i18n import _, ngettext


def working(record: Record) -> list[Block]:
    """Tell how the table worked."""
    blocks: list[Block] = [Heading(2, _("How we worked"), "working")]
    if record.seats:
        blocks.append(
            Table(
                _("Who sat at the table"),
                (_("Seat"), _("Role"), _("People"), _("Was present")),
                tuple(_seat(record, seat) for seat in record.seats),
            )
        )
    if record.by_role:
        blocks.append(
            Remark(
                _(
                    "The seats are called by their roles here. "
                    "In the texts that people typed, a name may still stand."
                )
            )
        )
    blocks.append(Definitions(_setup(record)))
    if Sealing.OPEN in record.sealings:
        blocks.append(
            Remark(
                _(
                    "Part of the proposals was open, not sealed. "
                    "They do not count in the figures of agreement."
                )
            )
        )
    if Sealing.PAPER in record.sealings:
        blocks.append(
            Remark(_("Played on paper: the order of draws, the times and the sealing are unknown."))
        )
    blocks += _deviations(record)
    blocks.append(
        Remark(
            _(
                "A table is not a sample: it does not speak for the gemeente or the wijk. "
                "And agreement is not the same as being right."
            )
        )
    )
    return blocks


def _seat(record: Record, seat: SeatEntry) -> tuple[Cell, ...]:
    if seat.id == OTHERS and record.audience is Audience.PUBLIC:
        present = NOTHING  # One of them may have left while another stayed.
    elif seat.at_start:
        present = _("the whole time") if seat.at_end else _("left earlier")
    else:
        present = _("joined later") if seat.at_end else _("for a part")
    role = line(seat.role) or NOTHING
    return (
        Cell(phrases.seat(record, seat.id)),
        Cell(role),
        Cell(str(seat.size)),
        Cell(present),
    )


def _setup(record: Record) -> tuple[tuple[str, str], ...]:
    setup = record.setup
    how = [f"{words.sealing(s)}: {words.sealing_explained(s)}" for s in record.sealings]
    people = ngettext("{count} person", "{count} people", record.people)
    facts = (
        (_("Participants"), people.format(count=record.people)),
        (_("Who is missing?"), said(setup.missing) or _("not filled in")),
        (_("How proposals were sealed"), "\n".join(how)),
        (
            _("Threshold"),
            _("{percent} of the seats that chose a place").format(
                percent=words.percent(setup.threshold)
            ),
        ),
    )
    # A sheet does not say how many cards were agreed on, nor how they were dealt and timed.
    return facts if setup.sealing is Sealing.PAPER else (*facts, *_options(setup))


def _options(setup: Setup) -> tuple[tuple[str, str], ...]:
    switch = _("on") if setup.timers else _("off")
    least, most = expected_minutes(setup.cards)
    selection = (
        _("a selection of {count} cards").format(count=len(setup.selection))
        if setup.selection
        else _("the whole deck")
    )
    return (
        (
            _("Number of cards agreed"),
            _("{count}, expected to take {least} to {most} minutes").format(
                count=setup.cards, least=least, most=most
            ),
        ),
        (_("Played from"), selection),
        (_("Cards in a hand"), str(setup.hand)),
        (
            _("Timers"),
            _("{switch}, {minutes} minutes to argue").format(
                switch=switch, minutes=setup.argue_minutes
            ),
        ),
        (
            _("Facilitator"),
            _("holds a seat too")
            if setup.facilitator_holds_seat
            else _("runs the screen, does not vote"),
        ),
    )


def _deviations(record: Record) -> list[Block]:
    told = [_change(record, change) for change in record.changes]
    corrections = sum(len(card.corrections) for card in record.cards)
    if corrections:
        told.append(
            ngettext(
                "{count} wrong tap was put right after a reveal.",
                "{count} wrong taps were put right after a reveal.",
                corrections,
            ).format(count=corrections)
        )
    blanks = tuple(line(card.title) for card in record.latest if card.added)
    if blanks:
        told.append(_("Written at the table: {cards}.").format(cards=words.listing(blanks)))
    stopped = tuple(line(card.title) for card in record.cards if card.stopped)
    if stopped:
        told.append(
            _("The table stopped in the middle of: {cards}.").format(cards=words.listing(stopped))
        )
    if record.not_reached:
        told.append(
            ngettext(
                "{count} card was not reached.",
                "{count} cards were not reached.",
                len(record.not_reached),
            ).format(count=len(record.not_reached))
        )
    if not told:
        return [Paragraph(_("No deviations and no corrections."))]
    return [Paragraph(_("Deviations and corrections:")), Bullets(tuple(told))]


def _change(record: Record, change: Change) -> str:
    seat = phrases.seat(record, change.seat) if change.seat else ""
    card = next((line(c.title) for c in record.cards if c.id == change.card), "")
    when = (
        _("during “{card}”").format(card=card)
        if card
        else _("on the way")
        if change.played is None
        else _("after {count} cards").format(count=change.played)
    )
    match change.kind:
        case ChangeKind.SEALING:
            text = _("Sealing went from “{before}” to “{after}”, {when}.")
            before, after = (
                words.sealing(Sealing(change.before)),
                words.sealing(Sealing(change.after)),
            )
        case ChangeKind.TIMERS:
            text = _("The timers went {after}, {when}.")
            before, after = "", _("on") if change.after == "on" else _("off")
        case ChangeKind.MINUTES:
            text = _("The time to argue went from {before} to {after} minutes, {when}.")
            before, after = change.before, change.after
        case ChangeKind.LEFT:
            text, before, after = _("{seat} left, {when}."), "", ""
        case ChangeKind.JOINED:
            text, before, after = _("{seat} joined, {when}."), "", ""
        case _:
            assert_never(change.kind)
    return text.format(before=before, after=after, when=when, seat=seat)
