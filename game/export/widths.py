"""How wide the columns of a table are, by what stands in them."""

from game.export.blocks import Table

LONG_WORD, WIDEST, MARGIN = 18, 60, 4
"""In letters: the longest word that stays whole, the most a column asks for, and its edges."""
BROAD = 1.3
"""How much broader than usual letters may be: bold ones, of the type that another program has."""
ON_A_LINE = 95
"""Letters on a whole line of a table."""


def shares(table: Table) -> tuple[float, ...]:
    """Give each column its share of the width; together they are 1."""
    columns = list(
        zip(table.header, *((cell.text for cell in row) for row in table.rows), strict=True)
    )
    for broad in (BROAD, 1.0):
        least = [MARGIN + broad * min(LONG_WORD, _longest(column)) for column in columns]
        if sum(least) <= ON_A_LINE:
            break
    more = [
        max(0, min(WIDEST, _usual(column)) - room)
        for column, room in zip(columns, least, strict=True)
    ]
    left = max(0, ON_A_LINE - sum(least))
    if not sum(more):
        more = least
    letters = [room + left * extra / sum(more) for room, extra in zip(least, more, strict=True)]
    return tuple(each / sum(letters) for each in letters)


def _longest(texts: tuple[str, ...]) -> int:
    return max(len(word) for text in texts for word in text.split() or [""])


def _usual(texts: tuple[str, ...]) -> int:
    """Give the length of the longer lines, for those are what makes a table tall."""
    lengths = sorted(len(line) for text in texts for line in text.split("\n"))
    return lengths[len(lengths) * 3 // 4]
