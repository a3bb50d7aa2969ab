"""Names and sentences for a comparison of tables, the same for every format."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from game import words
from game.core.cards import Place
from game.core.comparison import AGREE_PERCENT, Column, Comparison, OwnCard, Row, TableRef, Verdict
from game.export.blocks import line
from game.i18n import _, ngettext


def column(column: Column) -> str:
    """Name what a table made of a card."""
    match column:
        case Column.DIVIDED:
            return _("Differs within the table")
        case Column.SPLIT:
            return _("Split up")
        case Column.OPEN:
            return _("No place")
        case _:
            return words.place_short(Place(column.value))


def column_explained(column: Column) -> str:
    """Say what it means that tables stand in a column."""
    match column:
        case Column.DIVIDED:
            return _("People at the table did not agree. The card lies in more than one place.")
        case Column.SPLIT:
            return _("The card was cut into parts. It counts in no place.")
        case Column.OPEN:
            return _("The card got no place: undecided, parked or skipped.")
        case _:
            return _("The table decided this together, or with a note of who differs.")


def verdict(found: Verdict, *, unanimous: bool = True) -> str:
    """Name how the tables stand to each other.

    Args:
        found: how that is.
        unanimous: all tables that agree are all tables with a place.
    """
    match found:
        case Verdict.AGREE:
            return _("The tables agree") if unanimous else _("Most tables agree")
        case Verdict.DIFFER:
            return _("The tables differ from each other")
        case Verdict.DIVIDED:
            return _("The tables are divided within themselves")
        case Verdict.TOO_FEW:
            return _("Not to be compared")
        case Verdict.LOCAL:
            return _("Tables with words of their own")
        case _:
            assert_never(found)


def group(found: Verdict, rows: Sequence[Row]) -> str:
    """Name the cards of a verdict together."""
    return verdict(found, unanimous=all(row.unanimous for row in rows))


def conclusion(row: Row) -> str:
    """Name how the tables stand to each other on one card, with what a name alone hides."""
    name = verdict(row.verdict, unanimous=row.unanimous)
    if row.verdict is Verdict.TOO_FEW and row.unplaced:
        return f"{name}: {unplaced(row)}"
    return f"{name}: {nearly(row)}" if nearly(row) else name


def unplaced(row: Row) -> str:
    """Count how the card ended at the tables where it got no place."""
    return words.listing(tuple(f"{words.outcome(o).lower()} ({n})" for o, n in row.unplaced))


def nearly(row: Row) -> str:
    """Say how many tables agree, where not all do; else nothing."""
    if row.verdict is not Verdict.AGREE or row.unanimous:
        return ""
    return _("{most} of {tables} chose the same place").format(
        most=row.most, tables=tables(row.placed + row.divided)
    )


def verdict_explained(verdict: Verdict) -> str:
    """Say in plain words when tables are said to stand like this."""
    match verdict:
        case Verdict.AGREE:
            return _(
                "Of the tables that gave the card one place, at least {percent} chose the same. "
                "If not all tables did, the card says so."
            ).format(percent=words.percent(AGREE_PERCENT))
        case Verdict.DIFFER:
            return _(
                "Most tables gave the card one place, but not the same one. "
                "Inside the tables people mostly agreed."
            )
        case Verdict.DIVIDED:
            return _(
                "At half of the tables or more, people did not agree with each other. "
                "So the difference is not between the tables, but at the table."
            )
        case Verdict.TOO_FEW:
            return _(
                "Fewer than two tables gave the card a place or recorded a difference. "
                "At the others it was split, parked, skipped or not decided."
            )
        case Verdict.LOCAL:
            return _(
                "These tables wrote in their own words what the card means for them. "
                "So each talked about another card. They are counted, but not compared."
            )
        case _:
            assert_never(verdict)


def card(row: Row) -> str:
    """Name a card, with what tells it from another one of that name."""
    title = line(row.card.title) or row.card.id
    if row.variant:
        title = _("{title} (text {number})").format(title=title, number=row.variant)
    return _("{title}, in words of the table").format(title=title) if row.local else title


def table(ref: TableRef) -> str:
    """Name a table by where and when it was."""
    day = words.date(ref.date) if ref.date else ""
    parts = (line(ref.gemeente), line(ref.wijk), line(ref.table), day)
    name = " · ".join(part for part in parts if part)
    if not name and ref.file:
        return Path(ref.file).stem
    name = name or _("table without a name")
    return f"{name} ({ref.mark})" if ref.mark else name


def beside(refs: tuple[TableRef, ...]) -> tuple[str, ...]:
    """Name tables that stand beside each other by what tells them apart."""
    same_town = len({(ref.gemeente, ref.wijk) for ref in refs}) == 1
    same_day = len({ref.date for ref in refs}) == 1
    short = tuple(
        replace(
            ref,
            gemeente="" if same_town else ref.gemeente,
            wijk="" if same_town else ref.wijk,
            date="" if same_day else ref.date,
            file=Path(ref.file).stem,
        )
        for ref in refs
    )
    names = tuple(map(table, short))
    return names if len(set(names)) == len(refs) else tuple(map(table, refs))


def tables(count: int) -> str:
    """Count tables."""
    return ngettext("{count} table", "{count} tables", count).format(count=count)


def seats(count: int) -> str:
    """Count seats."""
    return ngettext("{count} seat", "{count} seats", count).format(count=count)


def summary(row: Row) -> str:
    """Say in one sentence where a card lies."""
    found = tuple(
        f"{column(each)} ({cell.count})"
        for each, cell in sorted(row.cells, key=lambda pair: -pair[1].count)
        if cell.count
    )
    return _("{tables} talked about this card: {where}.").format(
        tables=tables(row.played), where=words.listing(found)
    )


def same(row: Row) -> str:
    """Write for which share of the pairs of tables a card lies at the same place."""
    return words.undefined() if row.same is None else words.percent(round(100 * row.same))


def same_explained() -> str:
    """Say what the share of pairs means."""
    return _(
        "“Same place” says: take any two tables. How often do they give the card the same place? "
        "Never is 0 percent, always is 100 percent. "
        "A table that differs within itself never counts as the same."
    )


def first_explained() -> str:
    """Say what the counts of the first rounds mean."""
    return _(
        "What the seats chose before they talked, all tables together. "
        "Only choices that were made out of sight of the others count."
    )


def own(own: OwnCard) -> str:
    """Say what the table made of its own card."""
    return column(own.column)


def cautions(comparison: Comparison) -> tuple[str, ...]:
    """Say what a reader must know before using the figures."""
    told = [
        _("Tables that agree are not right because of it. These tables do not stand for everyone.")
    ]
    if comparison.tables == 1:
        told.insert(0, _("There is only one table, so there is nothing to compare it with."))
    if comparison.unfinished:
        told.append(
            ngettext(
                "{count} table is not finished yet. What it recorded counts.",
                "{count} tables are not finished yet. What they recorded counts.",
                comparison.unfinished,
            ).format(count=comparison.unfinished)
        )
    if comparison.totals_only:
        told.append(
            ngettext(
                "At {count} table there were fewer than three people. "
                "To protect them, its cards are left out.",
                "At {count} tables there were fewer than three people. "
                "To protect them, their cards are left out.",
                comparison.totals_only,
            ).format(count=comparison.totals_only)
        )
    if len(comparison.decks) > 1:
        told.append(
            ngettext(
                "The tables played {count} deck.",
                "The tables played {count} different decks or versions of a deck. "
                "A card that is printed in other words stands on a line of its own.",
                len(comparison.decks),
            ).format(count=len(comparison.decks))
        )
    local = sum(row.played for row in comparison.rows if row.local)
    if local:
        told.append(
            ngettext(
                "{count} time a table gave a card words of its own. "
                "That does not count with the others.",
                "{count} times a table gave a card words of its own. "
                "Those do not count with the others.",
                local,
            ).format(count=local)
        )
    return tuple(told)


def left_out(comparison: Comparison, sentences: Sequence[str]) -> tuple[str, ...]:
    """Say which files do not count; in public only how many, for a file can have any name."""
    if not comparison.public or not sentences:
        return tuple(sentences)
    told = ngettext("{count} file does not count.", "{count} files do not count.", len(sentences))
    return (told.format(count=len(sentences)),)


def skipped(reason: str) -> str:
    """Say that a file does not count, and why."""
    return _("{reason} It does not count here.").format(reason=reason)


def double(name: str, counted: str) -> str:
    """Say that a session was given twice."""
    return _("{name} is the same session as {counted}. It counts once.").format(
        name=name, counted=counted
    )
