"""The sessions that a file holds: which rows of which sheet belong to each."""

from game.core.frozen import dataclass
from game.i18n import _
from game.store.paper.sheet import PaperError, Problem, Row, Sheet


@dataclass(frozen=True, slots=True)
class SessionRows:
    """The rows of one session, in the order of play."""

    name: str
    """As the sheet calls it; empty where there is one session without a name."""
    sheet: Sheet
    rows: tuple[Row, ...]


def sessions(sheets: tuple[Sheet, ...], wanted: str = "") -> tuple[SessionRows, ...]:
    """Tell the sessions of a file apart, by their names and by their sheets.

    Args:
        sheets: those with rows.
        wanted: the name of the only one to read; empty for all.

    Raises:
        PaperError: there is none with this name.
    """
    found = tuple(one for sheet in sheets for one in _of_sheet(sheet, many=len(sheets) > 1))
    if not wanted:
        return found
    chosen = tuple(one for one in found if _key(one.name) == _key(wanted))
    if not chosen:
        listed = ", ".join(f"“{one.name}”" for one in found if one.name)
        text = _("There is no session “{name}” in this file. There is: {names}.")
        raise PaperError((Problem(0, "", text.format(name=wanted, names=listed or "-")),))
    return chosen


def _of_sheet(sheet: Sheet, *, many: bool) -> tuple[SessionRows, ...]:
    """Cut the rows of a sheet: an empty cell means the session of the row above."""
    names: dict[str, str] = {}
    rows: dict[str, list[Row]] = {}
    current = ""
    for row in sheet.rows:
        said = " ".join(row.text("session").split())
        current = _key(said) or current
        names.setdefault(current, said)
        rows.setdefault(current, []).append(row)
    if "" in rows and len(rows) > 1:
        # Rows above the first name belong to the first session that has one.
        first = next(name for name in rows if name)
        rows[first] = [*rows.pop(""), *rows[first]]
    alone = sheet.title if many else ""
    return tuple(SessionRows(names[key] or alone, sheet, tuple(mine)) for key, mine in rows.items())


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
