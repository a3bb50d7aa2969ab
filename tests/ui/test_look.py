"""Text never leaves its place: wrapping, Dutch hyphenation, fitting and odd characters."""

import io
import subprocess
import sys

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import i18n
from game.hyphens import hyphenate
from game.ui import breaks, icons
from game.ui.look import Look, clean

LONG = "Vrijwilligersondersteuningsorganisatie"


def test_words_wrap_inside_the_width() -> None:
    look = Look()
    text = "Buurtbewoners maken samen kapotte spullen weer heel."
    lines = look.wrap(text, 44, 500)
    assert " ".join(lines) == text
    assert all(look.width(line, 44) <= 500 for line in lines)


def test_a_long_word_breaks_where_a_reader_expects() -> None:
    look = Look()
    lines = look.wrap(LONG, 44, 420)
    assert len(lines) > 1
    assert "".join(line.removesuffix("-") for line in lines) == LONG
    assert all(line.endswith("-") for line in lines[:-1])
    ways = {head for head, _tail in hyphenate(LONG, "nl")}
    assert lines[0] in ways


def test_a_trema_is_dropped_at_a_break() -> None:
    assert ("re-", "integratie") in hyphenate("reïntegratie", "nl")
    assert ("co-", "ordinator") in hyphenate("coördinator", "nl")
    lines = breaks.wrap(("abcdefg reïntegratie",), 11, len)
    assert lines == ("abcdefg re-", "integratie")


def test_a_name_stays_with_the_letter_before_its_hyphen() -> None:
    assert breaks.wrap(("’s-Hertogenbosch",), 12, len)[0] != "’s-"
    assert "".join(breaks.wrap(("’s-Hertogenbosch",), 12, len)).count("-") == 2


def test_english_breaks_the_english_way() -> None:
    i18n.use("en")
    assert hyphenate("participation", i18n.language())


def test_a_word_of_400_letters() -> None:
    look = Look()
    lines = look.wrap("x" * 400, 30, 300)
    assert "".join(line.removesuffix("-") for line in lines) == "x" * 400
    assert all(look.width(line, 30) <= 300 for line in lines)


@pytest.mark.parametrize("width", [-20, 0, 1])
def test_no_room_at_all_ends_too(width: int) -> None:
    assert Look().wrap("Wij zijn aan de beurt", 28, width)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    look = Look()
    lines = look.wrap("een twee drie vier vijf zes zeven acht", 40, 220, max_lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert look.width(lines[-1], 40) <= 220


def test_line_ends_are_kept() -> None:
    assert Look().wrap("een\n\ntwee", 30, 500) == ("een", "", "twee")


def test_fit_finds_the_largest_size() -> None:
    look = Look()
    units, lines = look.fit("Repaircafé", 76, 600, 110, bold=True)
    assert (units, lines) == (76, ("Repaircafé",))
    units, lines = look.fit("woord " * 60, 44, 500, 400)
    assert units < 44
    assert len(lines) * look.line_height(units) <= 400
    units, lines = look.fit("woord " * 600, 44, 500, 200, smallest=20)
    assert units == 20
    assert lines[-1].endswith("…")


def test_a_title_shrinks_before_it_breaks() -> None:
    look = Look()
    _units, lines = look.fit("Gemeenschappelijk", 40, 320, 80, bold=True, smallest=18)
    assert lines == ("Gemeenschappelijk",)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x07c", "abc"),
        ("\u202eomgekeerd\u202c", "omgekeerd"),
        ("\u2066x\u2069", "x"),
        ("e\u0301", "é"),
        ("😀", "□"),
        ("👩\u200d👧", "□□"),
        ("ĳs", "ijs"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ud800", ""),
    ],
)
def test_odd_characters(text: str, shown: str) -> None:
    assert clean(text) == shown


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.integers(60, 600))
def test_any_text_can_be_wrapped_and_drawn(text: str, width: int) -> None:
    look = Look((1280, 720))
    surface = pygame.Surface((640, 400))
    rect = pygame.Rect(10, 10, width, 300)
    for line in look.wrap(text, 30, width):
        assert look.width(line, 30) <= width or len(line) <= 2
    covered = look.draw_text(surface, text, 30, (0, 0, 0), rect)
    assert covered.height <= rect.height


def test_text_is_never_smaller_than_14_pixels() -> None:
    assert Look((1024, 640)).font_px(20) == 14
    assert Look((1280, 720), 150).font_px(20) == 20


def test_a_layout_fills_every_window() -> None:
    for size in ((1024, 640), (1920, 1080), (2560, 1080)):
        assert Look(size).rect(0, 0, 1920, 1080).size == size


def test_text_comes_from_the_cache() -> None:
    look = Look()
    one = look.text("Repaircafé", 44, (0, 0, 0))
    assert look.text("Repaircafé", 44, (0, 0, 0)) is one
    assert look.rendered == 1


def test_the_cache_of_text_is_bounded() -> None:
    look = Look((3840, 2160))
    for at in range(300):
        look.text(f"Een regel van een groot scherm, nummer {at}", 76, (0, 0, 0))
    assert look._bytes <= 10_000_000


def test_pictograms() -> None:
    assert icons.known("wrench")
    assert icons.known("history")
    assert not icons.known("no-such-thing")
    assert icons.icon("no-such-thing", 40, (9, 9, 9)).get_size() == (40, 40)
    for name in ("user-round", "users-round", "landmark", "circle-slash-2", "lock"):
        assert icons.known(name)


def test_pictures_cover_and_may_be_missing() -> None:
    surface = pygame.Surface((40, 20))
    surface.fill((10, 200, 30))
    raw = io.BytesIO()
    pygame.image.save(surface, raw, "x.png")
    covered = icons.picture(raw.getvalue(), (60, 60))
    assert covered is not None
    assert covered.get_size() == (60, 60)
    assert covered.get_at((30, 30))[:3] == (10, 200, 30)
    assert icons.picture("nowhere.png", (10, 10)) is None
    assert icons.picture(b"not a picture", (10, 10)) is None


def test_the_first_screen_needs_no_dictionary_and_no_icon_package() -> None:
    code = (
        "import sys; from game.ui.window import Window; import game.ui.widgets.button;"
        "print(sorted({'pyphen', 'lucide', 'yaml', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
