"""The document in its ten parts, made of blocks from a record."""

from game import words
from game.core.cards import Crux
from game.core.entries import Audience, CardEntry, Placed, Record
from game.core.outcome import Outcome
from game.export import charts, phrases, questions, results
from game.export.blocks import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Picture,
    Remark,
    Speech,
    Table,
    line,
    said,
)
from game.export.board import Lane, Tile, draw
from game.export.card_section import card_blocks, difference_blocks
from game.export.phrases import NOTHING
from game.export.working import working
from game.i18n import _, language, ngettext
from game.words import tallies


def document(record: Record) -> Document:
    """Make the whole document, in the language that is spoken now."""
    heading = title(record)
    parts = [
        _header(record, heading),
        working(record),
        _small_table() if record.totals_only else _talk(record),
        results.score(record),
        _privacy(record),
        _technical(record),
    ]
    blocks = tuple(block for part in parts for block in part)
    return Document(language(), heading, subtitle(record), blocks)


def title(record: Record) -> str:
    """Name the document after where the table was."""
    where = [line(text) for text in (record.setup.gemeente, record.setup.wijk) if text.strip()]
    name = _("Discussion record")
    return f"{name} {', '.join(where)}" if where else name


def subtitle(record: Record) -> str:
    """Say which table it was, and when."""
    when = words.date(record.setup.date) if record.setup.date else ""
    return " · ".join(text for text in (line(record.setup.table), when) if text)


def _header(record: Record, heading: str) -> list[Block]:
    setup, deck = record.setup, record.deck
    blocks: list[Block] = [Heading(1, heading)]
    if setup.question.strip():
        blocks.append(Paragraph(said(setup.question), lead=True))
    blocks.append(results.tiles(record))
    blocks.append(Paragraph(f"{tallies.on_the_table(dict(record.outcomes))}."))
    audience = (
        _("public") if record.audience is Audience.PUBLIC else _("internal: not to be spread")
    )
    unknown = _("not filled in")
    version = _("{title}, version {version}").format(
        title=line(deck.title), version=line(deck.version)
    )
    took = words.duration(record.duration) if record.duration is not None else _("not known")
    facts = (
        (_("Gemeente"), line(setup.gemeente) or unknown),
        (_("Wijk"), line(setup.wijk) or unknown),
        (_("Date"), words.date(setup.date) if setup.date else unknown),
        (_("Question of the day"), said(setup.question) or unknown),
        (_("Table"), line(setup.table) or unknown),
        (_("Deck"), version),
        (_("Duration"), took),
        (_("Version of this record"), audience),
    )
    blocks += [Heading(2, _("About this conversation"), "about"), Definitions(facts)]
    if not record.finished:
        blocks.append(Remark(_("This conversation is not finished yet.")))
    return blocks


def _small_table() -> list[Block]:
    return [
        Heading(2, _("Only totals"), "totals"),
        Remark(
            _(
                "Fewer than three people sat at this table. "
                "To protect them, this public version has only totals."
            )
        ),
    ]


def _talk(record: Record) -> list[Block]:
    return [
        *_map(record),
        *_differences(record),
        *_cards(record),
        *_closing(record),
        *_agenda(record),
        *results.reusable(record),
    ]


def _map(record: Record) -> list[Block]:
    lanes = tuple(
        Lane(
            sphere.place,
            phrases.place(record, sphere.place, short=True),
            tuple(
                Tile(line(placed.title), placed.card.icon, placed.outcome)
                for placed in record.lying_at(sphere.place)
            ),
        )
        for sphere in record.spheres
    )
    count = len(record.placed)
    alt = ngettext(
        "Map of the three spheres and outside, with {count} card. The table below says the same.",
        "Map of the three spheres and outside, with {count} cards. The table below says the same.",
        count,
    ).format(count=count)
    blocks: list[Block] = [
        Heading(2, _("What our social base looks like"), "map"),
        Picture(
            draw(lanes, alt),
            alt,
            _("A card about which the table differs lies in each of its places."),
        ),
    ]
    rows = tuple(_map_row(record, placed) for placed in record.placed)
    if rows:
        blocks.append(
            Table(
                _("The same map as a table"),
                (_("Card"), _("Outcome"), _("Place"), _("Who chose what")),
                rows,
                last_wide=True,
            )
        )
    else:
        blocks.append(Paragraph(_("No card has a place yet.")))
    blocks += charts.places(record)
    if record.unplaced:
        blocks.append(Paragraph(_("These cards got no place on the map:")))
        blocks.append(Bullets(tuple(_off(placed) for placed in record.unplaced)))
    if record.not_reached:
        left = words.listing(tuple(line(card.title) for card in record.not_reached))
        blocks.append(Paragraph(_("Not reached: {cards}.").format(cards=left)))
    return blocks


def _off(placed: Placed) -> str:
    title = phrases.card_title(placed.card)
    if placed.aspect:
        title = f"{title}: {line(placed.aspect.name)}"
    return f"{title}: {words.outcome(placed.outcome)}"


def _map_row(record: Record, placed: Placed) -> tuple[Cell, ...]:
    shown = placed.aspect.round if placed.aspect else placed.card.last
    one = placed.places[0] if len(placed.places) == 1 else None
    return (
        Cell(line(placed.title)),
        Cell(words.outcome(placed.outcome), outcome=placed.outcome),
        Cell(phrases.places(record, placed.places), place=one),
        Cell(phrases.positions(record, shown)),
    )


def _differences(record: Record) -> list[Block]:
    blocks: list[Block] = [Heading(2, _("Where we differ"), "differences")]
    found = record.differences
    if not found:
        return [*blocks, Paragraph(_("No differences and no notes were recorded."))]
    blocks.append(
        Paragraph(
            _(
                "Every difference and every note, ordered by what it turns on. "
                "A difference is not a failure: it says what there still is to choose or find out."
            )
        )
    )
    for crux in Crux:
        group = [placed for placed in found if placed.card.crux is crux]
        if group:
            name = _("It turns on: {crux}").format(crux=words.crux(crux))
            blocks += [Heading(3, name, f"crux-{crux}"), Paragraph(words.crux_explained(crux))]
            blocks += [block for placed in group for block in _difference(record, placed)]
    loose = [placed for placed in found if placed.card.crux is None]
    for name, group in (
        (
            _("What it turns on is not named"),
            [placed for placed in loose if placed.outcome is Outcome.DIFFERED],
        ),
        (
            words.outcome(Outcome.CARRIED),
            [placed for placed in loose if placed.outcome is Outcome.CARRIED],
        ),
    ):
        if group:
            blocks.append(Heading(3, name))
            blocks += [block for placed in group for block in _difference(record, placed)]
    return blocks


def _difference(record: Record, placed: Placed) -> list[Block]:
    card = placed.card
    blocks: list[Block] = [
        Heading(4, line(placed.title), icon=card.icon, outcome=placed.outcome, card=True)
    ]
    if placed.aspect:
        who = phrases.positions(record, placed.aspect.round)
        blocks.append(Paragraph(who))
        if placed.aspect.reason:
            blocks.append(Speech(_("Reason"), said(placed.aspect.reason)))
        return blocks
    blocks += difference_blocks(record, card)
    if card.settle:
        # Whether it is for the council, the heading says by the crux; these words are the table's.
        blocks.append(Definitions(((_("What would settle it?"), said(card.settle)),)))
    if card.withheld:
        blocks.append(Remark(phrases.withheld(card.withheld)))
    return blocks


def _cards(record: Record) -> list[Block]:
    blocks: list[Block] = [Heading(2, _("Card by card"), "cards")]
    for number, card in enumerate(record.cards, 1):
        blocks += card_blocks(record, card, number)
    return blocks if record.cards else [*blocks, Paragraph(_("No card was played."))]


def _closing(record: Record) -> list[Block]:
    blocks: list[Block] = [Heading(2, _("Closing round"), "closing")]
    answered = [answer for answer in record.closing if answer.text.strip()]
    blocks += [Speech(said(answer.question), said(answer.text)) for answer in answered]
    silent = tuple(said(a.question) for a in record.closing if not a.text.strip())
    if silent:
        blocks += [Paragraph(_("Without an answer:")), Bullets(silent)]
    if not record.closing:
        blocks.append(Paragraph(_("This deck has no closing questions.")))
    notes = tuple(said(text) for text in record.notes if text.strip())
    if notes:
        blocks += [Paragraph(_("Remarks made on the way:")), Bullets(notes)]
    if record.withheld:
        blocks.append(Remark(phrases.withheld(record.withheld)))
    return blocks


def _agenda(record: Record) -> list[Block]:
    blocks: list[Block] = [Heading(2, _("Agenda"), "agenda")]
    rows = tuple(
        (
            Cell(said(item.question) or NOTHING),
            Cell(line(item.card.title), outcome=item.card.outcome),
            Cell(_agenda_kind(item.card)),
            Cell(said(item.owner) or NOTHING),
            Cell(words.date(item.date) if item.date else NOTHING),
        )
        for item in record.agenda
    )
    if rows:
        header = (_("Question"), _("Card"), _("Kind"), _("Who"), _("By when"))
        blocks.append(Table(_("Parked cards and open questions"), header, rows))
    else:
        blocks.append(Paragraph(_("No parked cards and no open questions.")))
    often = tuple(
        _("{criterion} ({count} times)").format(criterion=line(c.title), count=c.count)
        for c in record.criteria_often
    )
    never = tuple(line(c.title) for c in record.criteria_never)
    none = _("none")
    blocks += charts.criteria(record)
    blocks.append(
        Definitions(
            (
                (_("Criteria used often"), words.listing(often) or none),
                (_("Criteria never used"), words.listing(never) or none),
            )
        )
    )
    return blocks


def _agenda_kind(card: CardEntry) -> str:
    if card.outcome is Outcome.PARKED:
        return words.outcome(card.outcome)
    return (
        f"{questions.leads_to(card.crux)} ({words.crux(card.crux)})"
        if card.crux
        else _("difference")
    )


def _privacy(record: Record) -> list[Block]:
    kept = record.setup.kept_until
    until = words.date(kept) if kept else _("no date agreed")
    facts = [
        (
            _("What is kept"),
            _(
                "The labels of the seats, their choices, and the texts that the table typed. "
                "No recordings, no account, no data about the people behind a seat."
            ),
        ),
        (
            _("Where it is kept"),
            _("In one file on the computer of the facilitator, and in copies of this record."),
        ),
        (_("Kept until"), until),
    ]
    if record.audience is Audience.PUBLIC:
        facts.append(
            (
                _("In this public version"),
                _(
                    "Seats of fewer than three people are one group, “others”. Reasons, notes, "
                    "boundaries, owners and local wordings are left out unless they were released."
                ),
            )
        )
    else:
        facts.append(
            (
                _("In this internal version"),
                _("Everything is in here, with every seat's choices. Share the public one."),
            )
        )
    return [Heading(2, _("Privacy"), "privacy"), Definitions(tuple(facts))]


def _technical(record: Record) -> list[Block]:
    """Give what nobody reads aloud, and what tells one version from another."""
    deck, unknown = record.deck, _("not known")
    facts = (
        (_("Version of the game"), record.app_version or unknown),
        (_("Deck"), f"{line(deck.id)}, {line(deck.version)}"),
        (_("Fingerprint of the deck"), deck.sha256 or unknown),
    )
    return [Heading(2, _("Technical details"), "technical"), Definitions(facts)]
