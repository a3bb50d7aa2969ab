"""Every pictogram that has Dutch words is there, and is found by them."""

import pytest

from game.decks.icons import icon_names
from game.decks.pictogram_words import FILE, MOST, search, worded


def _lines() -> list[tuple[str, str]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(":") for line in lines if line and not line.startswith("#")]
    return [(name, words) for name, _colon, words in pairs]


def test_at_least_300_names_have_dutch_words_and_all_can_be_drawn() -> None:
    names = [name for name, _words in _lines()]
    assert len(names) >= 300
    assert len(set(names)) == len(names)
    assert set(names) <= icon_names()
    assert all(words.strip() for _name, words in _lines())
    assert len(worded()) == len(names)


@pytest.mark.parametrize(
    ("sought", "name"),
    [
        ("koffie", "coffee"),
        ("Koffie ", "coffee"),
        ("kofie", "coffee"),
        ("buurthuis", "house-heart"),
        ("zorg", "hand-heart"),
        ("moestuinen", "carrot"),
        ("café", "beer"),
        ("wrench", "wrench"),
        ("heart-pulse", "heart-pulse"),
        ("axis", "axis-3d"),
    ],
)
def test_finds_by_a_word(sought: str, name: str) -> None:
    assert name in [one.name for one in search(sought)[:12]]


def test_finds_nothing_for_what_is_no_word() -> None:
    assert search("xqzxqz") == ()
    assert search("") == worded()
    assert len(search("a")) <= MOST
