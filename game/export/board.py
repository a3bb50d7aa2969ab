"""The map of the session as a drawing: three spheres and outside, with every card in its place."""

from dataclasses import dataclass
from html import escape

from game.core.cards import Place
from game.core.outcome import Outcome
from game.decks.pictograms import pictogram
from game.export.blocks import ISOLATE, RELEASE
from game.hyphens import ways

WIDTH = 960
_COLUMN, _GAP, _PAD = 231, 12, 12
_TOP = 128
_LINE = 19
_WARN = "#8a5a00"
_INK = "#1b2430"
_FONT = "'Atkinson Hyperlegible', 'Segoe UI', system-ui, Roboto, Ubuntu, 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class PlacePaint:
    """The colours and the pictogram of a place, as on the screen."""

    colour: str
    tint: str
    icon: str


PAINT = {
    Place.PERSONAL: PlacePaint("#b8472e", "#f9e4dc", "user-round"),
    Place.COMMUNAL: PlacePaint("#1b7466", "#ddefea", "users-round"),
    Place.INSTITUTIONAL: PlacePaint("#2f539b", "#e0e8f6", "landmark"),
    Place.OUTSIDE: PlacePaint("#59616d", "#e6e7e9", "circle-slash-2"),
}

OUTCOME_ICONS = {
    Outcome.AGREED: "check",
    Outcome.CARRIED: "check-check",
    Outcome.DIFFERED: "split",
    Outcome.SPLIT: "scissors",
    Outcome.PARKED: "circle-parking",
    Outcome.UNDECIDED: "circle-question-mark",
    Outcome.SKIPPED: "circle-minus",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A card, or a part of one, as it lies in a place."""

    title: str
    icon: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Lane:
    """A place with the cards that lie in it."""

    place: Place
    title: str
    tiles: tuple[Tile, ...]


def draw(lanes: tuple[Lane, ...], alt: str) -> str:
    """Draw the lanes side by side as one SVG document, as tall as the fullest needs."""
    longest = max((len(lane.title) for lane in lanes), default=0)
    size = 21 if longest <= 13 else 18 if longest <= 18 else 15
    columns = [_column(lane, n * (_COLUMN + _GAP)) for n, lane in enumerate(lanes)]
    height = max((bottom for _, bottom in columns), default=_TOP) + _PAD
    height = max(height, 300)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.5 -1.5 {WIDTH + 3} {height + 3}" '
        f'width="{WIDTH + 3}" height="{height + 3}" role="img" aria-labelledby="board-title" '
        f'font-family="{_FONT}">',
        f'<title id="board-title">{_text(alt)}</title>',
    ]
    for n, (lane, (tiles, _bottom)) in enumerate(zip(lanes, columns, strict=True)):
        parts += [_arch(lane, n * (_COLUMN + _GAP), height, size), *tiles]
    return "\n".join([*parts, "</svg>"])


def _arch(lane: Lane, x: int, height: int, size: int) -> str:
    paint = PAINT[lane.place]
    round_, corner, middle = 96, 22, x + _COLUMN / 2
    outline = (
        f"M{x} {round_}a{round_} {round_} 0 0 1 {round_} {-round_}h{_COLUMN - 2 * round_}"
        f"a{round_} {round_} 0 0 1 {round_} {round_}v{height - round_ - corner}"
        f"a{corner} {corner} 0 0 1 {-corner} {corner}h{2 * corner - _COLUMN}"
        f"a{corner} {corner} 0 0 1 {-corner} {-corner}z"
    )
    lines = wrap(lane.title, _COLUMN - 24, size, most=2)
    titles = "".join(
        f'<text x="{middle}" y="{(96 if len(lines) > 1 else 106) + n * (size + 2)}" '
        f'font-size="{size}" font-weight="700" text-anchor="middle" fill="{paint.colour}" '
        f'class="ink-{lane.place}">{_text(line)}</text>'
        for n, line in enumerate(lines)
    )
    return (
        f'<path class="arch-{lane.place}" d="{outline}" fill="{paint.tint}" '
        f'stroke="{paint.colour}" stroke-width="2"/>'
        f'<circle cx="{middle}" cy="46" r="30" fill="{paint.colour}" class="disc-{lane.place}"/>'
        + pictogram(paint.icon, middle - 16, 30, size=32, colour="#ffffff", css="on-disc")
        + titles
    )


def _column(lane: Lane, x: int) -> tuple[list[str], int]:
    drawn, y = [], _TOP
    paint = PAINT[lane.place]
    for tile in lane.tiles:
        lines = wrap(tile.title, _COLUMN - 2 * _PAD - 82, 15.5, most=4)
        height = max(42, len(lines) * _LINE + 18)
        mark = _WARN if tile.outcome in (Outcome.DIFFERED, Outcome.SPLIT) else paint.colour
        warn = "ink-warn" if mark == _WARN else f"ink-{lane.place}"
        middle = y + height / 2
        start = middle - (len(lines) - 1) * _LINE / 2 + 5.5
        drawn.append(
            f'<rect x="{x + _PAD}" y="{y}" width="{_COLUMN - 2 * _PAD}" height="{height}" rx="13" '
            f'fill="#ffffff" class="tile"/>'
            + pictogram(
                tile.icon,
                x + _PAD + 9,
                middle - 11,
                size=22,
                colour=paint.colour,
                css=f"ink-{lane.place}",
            )
            + "".join(
                f'<text x="{x + _PAD + 40}" y="{start + n * _LINE:g}" font-size="15.5" '
                f'font-weight="700" fill="{_INK}" class="ink">{_text(line)}</text>'
                for n, line in enumerate(lines)
            )
            + pictogram(
                OUTCOME_ICONS[tile.outcome],
                x + _COLUMN - _PAD - 30,
                middle - 10,
                size=20,
                colour=mark,
                css=warn,
            )
        )
        y += height + 8
    return drawn, y


def wrap(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into at most so many lines, by an estimate of how wide its letters are."""
    lines: list[str] = []
    line = ""
    for word in text.replace(ISOLATE, "").replace(RELEASE, "").split():
        rest = word
        while rest:
            joined = f"{line} {rest}" if line else rest
            if _wide(joined, size) <= width:
                line, rest = joined, ""
            elif line:
                lines.append(line)
                line = ""
            else:
                head, rest = _parted(rest, width, size)
                lines.append(head)
    lines += [line] if line else []
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip("-") + "…"]
    return tuple(lines)


def _parted(word: str, width: float, size: float) -> tuple[str, str]:
    """Part a word that is wider than a line: where a reader expects it, else where it must."""
    fitting = [way for way in ways(word) if _wide(way[0], size) <= width]
    if fitting:
        return fitting[-1]
    at = _fitting(word, width, size)
    return word[:at] + "-", word[at:]


def _fitting(word: str, width: float, size: float) -> int:
    room = next((n for n in range(len(word), 1, -1) if _wide(word[:n] + "-", size) <= width), 1)
    return max(1, room)


def _wide(text: str, size: float) -> float:
    """Estimate the width of a bold text in units, on the generous side."""
    narrow = sum(c in "iljtfrI.,:;'|!() -" for c in text)
    broad = sum(c in "mwMW@%" or ord(c) > 0x2000 for c in text)
    return size * (0.42 * narrow + 1.0 * broad + 0.67 * (len(text) - narrow - broad))


def _text(text: str) -> str:
    return escape(text.replace(ISOLATE, "").replace(RELEASE, ""))
