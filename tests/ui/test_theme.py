"""Contrast, computed from the theme's own numbers."""

import pytest

from game.ui.theme import CONTRAST, LIGHT, PLACES, Colour, Theme, contrast, outcome_icon
from game.ui.widgets.button import mix

THEMES = pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=["light", "contrast"])
WHITE: Colour = (255, 255, 255)


def _texts(theme: Theme) -> list[tuple[Colour, Colour]]:
    pairs = [
        (theme.bar_text, theme.bar),
        (theme.bar_muted, theme.bar),
        (theme.accent, theme.bar),
        (theme.ink, theme.accent),
        (theme.ink, theme.selection),
        (theme.disabled, theme.disabled_fill),
        (theme.ink, theme.hover),
    ]
    for paper in (theme.background, theme.sand, theme.panel):
        pairs += [(text, paper) for text in (theme.ink, theme.muted, theme.good, theme.warn,
                                             theme.bad)]  # fmt: skip
    for place in PLACES:
        look = theme.place(place)
        pairs += [(look.colour, look.tint), (look.colour, theme.panel), (theme.ink, look.tint)]
        pairs += [(theme.panel, look.colour), (mix(look.colour, look.tint, 0.0), look.tint)]
    pairs += [(WHITE, colour) for colour in theme.seats]
    return pairs


@THEMES
def test_text_can_be_read(theme: Theme) -> None:
    for text, paper in _texts(theme):
        assert contrast(text, paper) >= 4.5, (text, paper)


@THEMES
def test_second_lines_can_be_read(theme: Theme) -> None:
    assert contrast(mix(theme.bar_text, theme.bar, 0.2), theme.bar) >= 4.5
    assert contrast(mix(theme.ink, theme.panel, 0.2), theme.panel) >= 4.5


@THEMES
def test_edges_can_be_seen(theme: Theme) -> None:
    for paper in (theme.background, theme.panel, theme.sand):
        assert contrast(theme.edge, paper) >= 3
        assert contrast(theme.focus, paper) >= 3
        assert contrast(theme.muted, paper) >= 3
        for place in PLACES:
            assert contrast(theme.place(place).colour, paper) >= 3
    # On the bar and on dark buttons the light line around the ring is what is seen.
    assert contrast(theme.panel, theme.bar) >= 3
    assert contrast(theme.focus, theme.panel) >= 3


@THEMES
def test_twelve_seats_differ(theme: Theme) -> None:
    assert len(set(theme.seats)) == 12


def test_every_outcome_has_its_own_pictogram() -> None:
    outcomes = ("agreed", "carried", "differed", "split", "parked", "undecided", "skipped")
    assert len({outcome_icon(outcome) for outcome in outcomes}) == len(outcomes)
