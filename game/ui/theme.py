"""Colours, place colours, seat colours and pictogram names of the screen."""

from game.core.frozen import dataclass, replace

Colour = tuple[int, int, int]

PLACES = ("personal", "communal", "institutional", "outside")
RADIUS = 28
"""Corner of a card, in units."""


def rgb(hexadecimal: str) -> Colour:
    """Turn "#rrggbb" into a colour."""
    return (int(hexadecimal[1:3], 16), int(hexadecimal[3:5], 16), int(hexadecimal[5:7], 16))


def luminance(colour: Colour) -> float:
    """Give the relative luminance by WCAG 2.2."""
    channels = []
    for value in colour:
        part = value / 255
        channels.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast ratio by WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class PlaceLook:
    """How a place looks: strong colour, light tint, pictogram and its key."""

    colour: Colour
    tint: Colour
    icon: str
    key: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour that the screen uses."""

    background: Colour
    sand: Colour
    panel: Colour
    ink: Colour
    muted: Colour
    edge: Colour
    bar: Colour
    bar_text: Colour
    bar_muted: Colour
    accent: Colour
    good: Colour
    warn: Colour
    bad: Colour
    disabled: Colour
    disabled_fill: Colour
    focus: Colour
    selection: Colour
    hover: Colour
    places: tuple[PlaceLook, ...]
    seats: tuple[Colour, ...]
    logo: tuple[Colour, Colour, Colour]
    shadow: int
    """Opacity of soft shadows, 0-255."""
    border: int
    """Width of an edge, in units."""

    def place(self, place: str) -> PlaceLook:
        """Give the look of a place by its token."""
        return self.places[PLACES.index(place)]

    def seat(self, index: int) -> Colour:
        """Give the colour of the seat with this number, from 0."""
        return self.seats[index % len(self.seats)]


_OUTCOME_ICONS = {
    "agreed": "check",
    "carried": "check-check",
    "differed": "split",
    "split": "scissors",
    "parked": "circle-parking",
    "undecided": "circle-question-mark",
    "skipped": "circle-minus",
}


def outcome_icon(outcome: str) -> str:
    """Name the pictogram of an outcome; an unknown one gets none."""
    return _OUTCOME_ICONS.get(outcome, "")


_SEATS = (
    "#bc5600",
    "#7a3e9d",
    "#a3195b",
    "#00708a",
    "#3b4754",
    "#4d7016",
    "#b3261e",
    "#2457b8",
    "#8a5a1c",
    "#0e7358",
    "#93429a",
    "#5a5f00",
)

LIGHT = Theme(
    background=rgb("#f4f1ea"),
    sand=rgb("#ede7d9"),
    panel=rgb("#ffffff"),
    ink=rgb("#1b2430"),
    muted=rgb("#59616d"),
    edge=rgb("#1b2430"),
    bar=rgb("#1b2430"),
    bar_text=rgb("#ffffff"),
    bar_muted=rgb("#b9c1cc"),
    accent=rgb("#f2c14e"),
    good=rgb("#1b7466"),
    warn=rgb("#8a5a00"),
    bad=rgb("#a8321f"),
    disabled=rgb("#5b626d"),
    disabled_fill=rgb("#e6e4df"),
    focus=rgb("#0b57d0"),
    selection=rgb("#ffe3a0"),
    hover=rgb("#faf6ec"),
    places=(
        PlaceLook(rgb("#b0422a"), rgb("#f9e4dc"), "user-round", "1"),
        PlaceLook(rgb("#1b7466"), rgb("#ddefea"), "users-round", "2"),
        PlaceLook(rgb("#2f539b"), rgb("#e0e8f6"), "landmark", "3"),
        PlaceLook(rgb("#59616d"), rgb("#e6e7e9"), "circle-slash-2", "0"),
    ),
    seats=tuple(rgb(colour) for colour in _SEATS),
    logo=(rgb("#e07a5f"), rgb("#3b9a8b"), rgb("#6384c5")),
    shadow=34,
    border=3,
)

CONTRAST = replace(
    LIGHT,
    background=rgb("#ffffff"),
    sand=rgb("#ffffff"),
    ink=rgb("#000000"),
    muted=rgb("#2b2f36"),
    edge=rgb("#000000"),
    bar=rgb("#000000"),
    bar_muted=rgb("#ffffff"),
    accent=rgb("#ffd23f"),
    good=rgb("#00513f"),
    warn=rgb("#5e3c00"),
    bad=rgb("#8a1200"),
    disabled=rgb("#4a4f57"),
    disabled_fill=rgb("#efefef"),
    focus=rgb("#0040c0"),
    places=(
        PlaceLook(rgb("#8c2a14"), rgb("#fdf1ec"), "user-round", "1"),
        PlaceLook(rgb("#00513f"), rgb("#eef8f5"), "users-round", "2"),
        PlaceLook(rgb("#14357d"), rgb("#eff4fc"), "landmark", "3"),
        PlaceLook(rgb("#363c45"), rgb("#f3f3f4"), "circle-slash-2", "0"),
    ),
    shadow=0,
    border=4,
)
