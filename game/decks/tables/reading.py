"""A deck in tables: read from sheets with a row a card, and held against what a deck must be."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.core.cards import (
    TITLE_LENGTH,
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Deck,
    Place,
    Sphere,
)
from game.decks.draft import FIRST_VERSION, ID, Draft, make_id, tidy, tidy_text
from game.decks.findings import Fault, Finding, Problem, Severity
from game.decks.read import Bases, no_bases
from game.decks.sentences import describe
from game.decks.tables import terms
from game.decks.tables.cells import CellProblem, Line, Part, listed, read_part
from game.decks.write import check_draft
from game.i18n import _
from game.office.grid import Grid, SheetError
from game.office.sheets import read_sheets


@dataclass(frozen=True, slots=True)
class DeckTable:
    """What the sheets of a file say of a deck."""

    draft: Draft
    problems: tuple[CellProblem, ...]
    """Those of the sheets themselves; see `check_table` for those of the deck."""
    parts: dict[str, Part] = field(default_factory=dict)


def read_table(path: Path, facts: Draft) -> DeckTable:
    """Read a deck from an Excel, OpenDocument or CSV file.

    Args:
        path: the file.
        facts: what goes before the file's own facts: title, id, language, based_on.

    Raises:
        SheetError: it cannot be read as a sheet.
    """
    grids = read_sheets(path, knows=terms.knows)
    if not any(grid.rows for grid in grids):
        raise SheetError(path, _("This file is empty."))
    problems: list[CellProblem] = []
    parts = {
        section: read_part(grid, section, problems)
        for section, grid in _sections(grids, problems).items()
    }
    if "activities" not in parts and "deck" not in parts:
        raise SheetError(path, _("This file has no sheet with cards. Call one of them “Kaarten”."))
    reading = _Reading(parts, problems)
    draft = reading.deck(facts, path)
    return DeckTable(draft, tuple(problems), parts)


def with_criteria_of(table: DeckTable, deck: Deck) -> DeckTable:
    """Take the criteria from another deck where a table has none, and what goes with them."""
    draft = table.draft
    taken = replace(
        draft,
        criteria=deck.criteria,
        closing=deck.closing if draft.closing is None else draft.closing,
        spheres=deck.spheres if draft.spheres is None else draft.spheres,
    )
    return replace(table, draft=taken)


def check_table(table: DeckTable, target: Path, bases: Bases = no_bases) -> tuple[CellProblem, ...]:
    """Say all that is wrong, by the checks that every deck goes through, at the cells it is in."""
    found = list(table.problems)
    sentences = _Sentences(table)
    told = {(one.sheet, one.row, one.column) for one in found}
    for finding in check_draft(target, table.draft, bases).findings:
        if _in_missing_column(table, finding) or _has_no_rows(table, finding, found):
            continue
        at = _cell(table, finding)
        text = sentences.say(finding)
        error = finding.severity is Severity.ERROR
        # A cell that could not be read at all is named once, for that.
        if not at[2] or at not in told:
            found.append(CellProblem(*at, text, error))
    order = [part.name for part in table.parts.values()]
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda one: (order.index(one.sheet) if one.sheet in order else 99, one.row),
        )
    )


def _sections(grids: tuple[Grid, ...], problems: list[CellProblem]) -> dict[str, Grid]:
    """Tell by their names what the sheets of a file are."""
    found: dict[str, Grid] = {}
    filled = sum(1 for grid in grids if grid.rows)
    for grid in grids:
        section = terms.meant(terms.SHEETS, grid.name)
        if not section and grid.rows and filled == 1:
            section = "activities"
        if section and section not in found:
            found[section] = grid
        elif grid.rows:
            text = _("A deck has no such sheet, so it is left out.")
            problems.append(CellProblem(grid.name, 0, "", text, error=False))
    return {name: found[name] for name in terms.SHEETS if name in found}


class _Reading:
    def __init__(self, parts: dict[str, Part], problems: list[CellProblem]) -> None:
        self.parts = parts
        self.problems = problems

    def deck(self, facts: Draft, path: Path) -> Draft:
        said = self._facts()
        title = facts.title or said.get("title", "") or _title(path)
        wanted = facts.id or said.get("id", "")
        draft = Draft(
            id=wanted or make_id(title, (), instead="deck"),
            title=title,
            language=facts.language or said.get("language", "") or "nl",
            version=said.get("version", "" if "deck" in self.parts else FIRST_VERSION),
            about=said.get("about", ""),
            based_on=facts.based_on or said.get("based_on", ""),
            drop=listed(said.get("drop", "")),
            spheres=self._spheres(),
            activities=tuple(self._activities()),
            criteria=self._criteria(),
            closing=self._closing(),
        )
        return tidy(draft)

    def _wrong(self, section: str, line: Line, column: str, text: str) -> None:
        part = self.parts[section]
        name = part.columns.get(column, column)
        self.problems.append(CellProblem(part.name, line.number, name, text))

    def _facts(self) -> dict[str, str]:
        part = self.parts.get("deck", Part())
        said: dict[str, str] = {}
        for line in part.lines:
            name = terms.meant(terms.FACTS, line.text("fact"))
            if not name:
                text = _("There is no such fact of a deck. There is: {known}.")
                known = ", ".join(terms.shown(terms.FACTS, name) for name in terms.FACTS)
                self._wrong("deck", line, "fact", text.format(known=known))
            elif name in said:
                self._wrong("deck", line, "fact", _("This stands here twice."))
            else:
                said[name] = line.text("value")
        return said

    def _named(self, section: str, title: str) -> Iterable[tuple[Line, str]]:
        """Give every row its id: the one it says, else one made of its title."""
        part = self.parts.get(section, Part())
        taken = {line.text("id") for line in part.lines}
        for line in part.lines:
            said = tidy_text(line.text("id"))
            if said and (not ID.fullmatch(said) or len(said) > TITLE_LENGTH):
                problem = Problem(Fault.BAD_ID, said[:40], limit=TITLE_LENGTH)
                self._wrong(section, line, "id", _whole(describe(problem)))
                said = ""
            if not said:
                said = make_id(line.text(title), taken)
                taken.add(said)
            yield line, said

    def _activities(self) -> Iterable[ActivityCard]:
        for line, name in self._named("activities", "title"):
            yield ActivityCard(
                id=name,
                title=line.text("title"),
                text=line.text("text"),
                icon=line.text("icon"),
                picture=line.text("picture"),
                tags=listed(line.text("tags")),
            )

    def _criteria(self) -> tuple[CriterionCard, ...] | None:
        if "criteria" not in self.parts:
            return None
        return tuple(
            CriterionCard(
                id=name,
                kind=self._kind(line),
                title=line.text("title"),
                question=line.text("question"),
                icon=line.text("icon"),
            )
            for line, name in self._named("criteria", "title")
        )

    def _kind(self, line: Line) -> CriterionKind:
        said = line.text("kind")
        name = terms.meant(terms.KINDS, said)
        if not name and "kind" in self.parts["criteria"].columns:
            known = ", ".join(terms.shown(terms.KINDS, kind) for kind in terms.KINDS)
            text = _("This is not a kind of criterion. Choose one of: {known}.")
            self._wrong("criteria", line, "kind", text.format(known=known))
        return CriterionKind(name) if name else CriterionKind.PROPERTY

    def _closing(self) -> tuple[ClosingQuestion, ...] | None:
        if "closing" not in self.parts:
            return None
        return tuple(
            ClosingQuestion(name, line.text("question"))
            for line, name in self._named("closing", "question")
        )

    def _spheres(self) -> tuple[Sphere, ...] | None:
        if "spheres" not in self.parts:
            return None
        found: dict[Place, Sphere] = {}
        for line in self.parts["spheres"].lines:
            name = terms.meant(terms.PLACES, line.text("place"))
            if not name:
                known = ", ".join(terms.shown(terms.PLACES, place) for place in terms.PLACES)
                text = _("This is not a place. Choose one of: {known}.").format(known=known)
                self._wrong("spheres", line, "place", text)
            elif Place(name) in found:
                self._wrong("spheres", line, "place", _("This stands here twice."))
            else:
                title, explained = line.text("title"), line.text("explanation")
                found[Place(name)] = Sphere(Place(name), title, explained)
        return tuple(found[place] for place in Place if place in found)


def _title(path: Path) -> str:
    words = path.stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words)[:TITLE_LENGTH].capitalize()


def _in_missing_column(table: DeckTable, finding: Finding) -> bool:
    """Tell what follows from a column that is not there, which is said once already."""
    section, name = finding.where.section, finding.where.field
    part = table.parts.get(section)
    return bool(part and name in terms.NEEDED.get(section, ()) and name not in part.columns)


def _has_no_rows(table: DeckTable, finding: Finding, found: list[CellProblem]) -> bool:
    """Tell what follows from a header that was not understood, which is said already."""
    part = table.parts.get(finding.where.section)
    if part is None or part.lines or finding.problem.fault is not Fault.EMPTY:
        return False
    return any(one.error and one.sheet == part.name for one in found)


def _cell(table: DeckTable, finding: Finding) -> tuple[str, int, str]:
    """Find the cell that a finding about the deck is about."""
    where = finding.where
    section = where.section
    field_name = where.field.partition("[")[0]
    if section in terms.FACTS:
        part = table.parts.get("deck")
        for line in part.lines if part else ():
            if part and terms.meant(terms.FACTS, line.text("fact")) == section:
                return part.name, line.number, part.columns.get("value", "")
        return (part.name if part else ""), 0, ""
    part = table.parts.get(section)
    if part is None:
        return "", 0, ""
    if section == "spheres":
        place, _dot, field_name = field_name.partition(".")
        rows = [n for n in part.lines if terms.meant(terms.PLACES, n.text("place")) == place]
        row = rows[0].number if rows else 0
    else:
        row = part.lines[where.index - 1].number if 0 < where.index <= len(part.lines) else 0
    names = terms.COLUMNS[section]
    shown = terms.shown(names, field_name) if field_name in names else field_name
    return part.name, row, part.columns.get(field_name, shown)


class _Sentences:
    """Says findings about a table; what stood first is told by its row, not by a line of YAML."""

    def __init__(self, table: DeckTable) -> None:
        self._table = table
        self._first: dict[tuple[str, str], dict[str, int]] = {}

    def say(self, finding: Finding) -> str:
        problem, section = finding.problem, finding.where.section
        part = self._table.parts.get(section)
        if problem.fault is Fault.EMPTY and part and not part.lines:
            return _("There is no row under the names of the columns. Type one in each row.")
        if problem.fault not in (Fault.DOUBLE_ID, Fault.SAME_QUESTION) or not part:
            return _whole(describe(problem))
        column = "id" if problem.fault is Fault.DOUBLE_ID else "question"
        said = _same(part.lines[finding.where.index - 1].text(column))
        text = _("The same stands on row {row}. Change one of the two.")
        return text.format(row=self._rows(section, column).get(said, 0))

    def _rows(self, section: str, column: str) -> dict[str, int]:
        if (section, column) not in self._first:
            lines = reversed(self._table.parts[section].lines)
            self._first[section, column] = {_same(one.text(column)): one.number for one in lines}
        return self._first[section, column]


def _same(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(" ?.!")


def _whole(text: str) -> str:
    """Make a sentence of what a finding says."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
