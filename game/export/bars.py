"""Bars that can be read without colour: each part has its pattern, its number and its name."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from game.export.blocks import ISOLATE, RELEASE
from game.export.board import WIDTH, wrap

INK, MUTED, EDGE = "#1b2430", "#4b535e", "#8b929c"
FONT = "'Atkinson Hyperlegible', 'Segoe UI', system-ui, Roboto, Ubuntu, 'DejaVu Sans', sans-serif"
_NAMES, _BAR, _GAP, _PAD, _SIZE = 250, 30, 12, 16, 15.5
_ROOM = WIDTH - _NAMES - 2 * _PAD - 60
_WIDEST = 44
"""Units that a count of one takes at most."""


@dataclass(frozen=True, slots=True)
class Series:
    """One part of every bar: its name, its colours and its pattern, 0 to 4."""

    name: str
    colour: str
    tint: str
    pattern: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, and a count for each part."""

    name: str
    counts: tuple[int, ...]


def draw(bars: tuple[Bar, ...], parts: tuple[Series, ...], alt: str) -> str:
    """Draw the bars under each other as one SVG document, with what the patterns mean above."""
    unit = min(_WIDEST, _ROOM / max(1, *(sum(bar.counts) for bar in bars)))
    drawn, y = _legend(parts) if len(parts) > 1 else ([], float(_PAD))
    for bar in bars:
        names = wrap(bar.name, _NAMES - 14, _SIZE, most=3)
        middle = y + max(_BAR, 19 * len(names) + 4) / 2
        drawn += [*_named(names, middle), *_bar(bar, parts, middle, unit)]
        y = 2 * middle - y + _GAP
    height = y + _PAD - _GAP
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
            f'width="{WIDTH}" height="{height:g}" role="img" aria-label="{_text(alt)}" '
            f'font-family="{FONT}" font-size="{_SIZE}">',
            f'<rect width="{WIDTH}" height="{height:g}" rx="10" fill="#ffffff"/>',
            *drawn,
            "</svg>",
        ]
    )


def _legend(parts: tuple[Series, ...]) -> tuple[list[str], float]:
    drawn: list[str] = []
    x, y = float(_PAD), float(_PAD)
    for part in parts:
        width = 52 + 9 * len(part.name)
        if x > _PAD and x + width > WIDTH - _PAD:
            x, y = _PAD, y + 30
        drawn += _filled(x, y, 34, 20, part)
        drawn.append(
            f'<text x="{x + 42:g}" y="{y + 15.5:g}" fill="{INK}">{_text(part.name)}</text>'
        )
        x += width
    return drawn, y + 40


def _named(names: tuple[str, ...], middle: float) -> Iterable[str]:
    first = middle + 5.5 - (len(names) - 1) * 9.5
    for number, name in enumerate(names):
        yield (
            f'<text x="{_NAMES + _PAD - 12}" y="{first + 19 * number:g}" text-anchor="end" '
            f'fill="{INK}">{_text(name)}</text>'
        )


def _bar(bar: Bar, parts: tuple[Series, ...], middle: float, unit: float) -> Iterable[str]:
    x, top = float(_NAMES + _PAD), middle - _BAR / 2
    yield f'<path d="M{x:g} {top - 3:g}v{_BAR + 6}" stroke="{EDGE}" stroke-width="1.5"/>'
    for part, count in zip(parts, bar.counts, strict=True):
        if not count:
            continue
        width = count * unit
        yield from _filled(x, top, width, _BAR, part)
        if width >= 12 + 9 * len(str(count)):
            yield _number(x + width / 2, middle, count)
        x += width
    total = sum(bar.counts)
    yield (
        f'<text x="{x + 10:g}" y="{middle + 5.5:g}" font-weight="700" fill="{INK}">{total}</text>'
    )


def _number(x: float, y: float, count: int) -> str:
    wide = 8 + 9 * len(str(count))
    return (
        f'<rect x="{x - wide / 2:g}" y="{y - 10:g}" width="{wide}" height="20" rx="5" '
        f'fill="#ffffff"/><text x="{x:g}" y="{y + 5.5:g}" text-anchor="middle" '
        f'fill="{INK}">{count}</text>'
    )


def _filled(x: float, y: float, width: float, height: float, part: Series) -> list[str]:
    """Draw a field with its pattern, each line cut to the field by itself."""
    path = "".join(_pattern(x, y, width, height, part.pattern))
    lines = f'<path d="{path}" stroke="{part.colour}" stroke-width="1.6"/>' if path else ""
    return [
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{part.tint}"/>',
        lines,
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="none" '
        f'stroke="{part.colour}" stroke-width="1.8"/>',
    ]


def _pattern(x: float, y: float, width: float, height: float, number: int) -> Iterable[str]:
    """Give the strokes: none, rising, upright, level or falling."""
    step = 8
    if number in (1, 4):
        at = step / 2
        while at < width + height:
            left, right = max(0.0, at - height), min(width, at)
            if number == 1:
                yield f"M{x + left:g} {y + at - left:g}L{x + right:g} {y + at - right:g}"
            else:
                low = y + height
                yield f"M{x + left:g} {low - at + left:g}L{x + right:g} {low - at + right:g}"
            at += step
    elif number == 2:
        at = step / 2
        while at < width:
            yield f"M{x + at:g} {y:g}v{height:g}"
            at += step
    elif number == 3:
        at = step / 2
        while at < height:
            yield f"M{x:g} {y + at:g}h{width:g}"
            at += step


def _text(text: str) -> str:
    return escape(text.replace(ISOLATE, "").replace(RELEASE, ""))
