"""How wide the columns of a table are, by what stands in them."""

from collections.abc import Callable

from game.export.blocks import Cell, Table

LONG_WORD, NARROWEST, WIDEST, MARGIN = 18, 8, 60, 3
"""In letters: the longest word that stays whole, what a column asks for, and its edges."""
BROADS = (1.3, 1.15, 1.05)
"""How much broader than usual letters may be: bold ones, of the type that another program has."""
TO_SHARE = 20
"""Letters to be left for the columns with much to read."""
ON_A_LINE = 95
"""Letters on a whole line of a table."""
SHORT, FIELD = 1600, 40
"""Letters up to which a table stays on one page, and what a field counts for."""


def shares(
    table: Table,
    shown: Callable[[Cell], str] = lambda cell: cell.text,
    broads: tuple[float, ...] = BROADS,
) -> list[float]:
    """Give each column its share of the width; together they are 1."""
    columns = list(zip(table.header, *(map(shown, row) for row in table.rows), strict=True))
    for broad in broads:
        words = [broad * min(LONG_WORD, _longest(column)) for column in columns]
        least = [MARGIN + max(NARROWEST, word) for word in words]
        more = [
            max(0.0, min(WIDEST, _usual(column)) - room)
            for column, room in zip(columns, least, strict=True)
        ]
        if sum(least) + min(TO_SHARE, sum(more)) <= ON_A_LINE:
            break
    left = max(0.0, ON_A_LINE - sum(least))
    if not sum(more):
        more = least
    letters = [room + left * extra / sum(more) for room, extra in zip(least, more, strict=True)]
    return [each / sum(letters) for each in letters]


def whole(table: Table) -> bool:
    """Tell whether a table is short enough to stay on one page."""
    return sum(len(cell.text) + FIELD for row in table.rows for cell in row) < SHORT


def _longest(texts: tuple[str, ...]) -> int:
    return max(len(word) for text in texts for word in text.split() or [""])


def _usual(texts: tuple[str, ...]) -> int:
    """Give the length of the longer lines, for those are what makes a table tall."""
    lengths = sorted(len(line) for text in texts for line in text.split("\n"))
    return lengths[len(lengths) * 3 // 4]
