"""Texts are typeset letter for letter, whatever is in them; what cannot be printed is told."""

import sys
import unicodedata
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.office import typeset
from game.office.letters import LONG, PIECE, STAND_IN, Cleaner, coverage
from game.office.typeset import Drawing, Job, TypesetError
from tests.office.pdf import pdf_text, squeezed, standards

TEMPLATE = """\
#import "house.typ": *
#set document(title: "proef")
#set text(font: fonts, lang: "nl")
= Proef
#for it in data.texts [#par(it)]
#for it in data.drawings [#image(bytes(it), alt: "x")]
#for it in data.pictures { if it not in data.broken [#image(it, alt: "x")] }
#note("klaar")
"""
MARKUP = '#eval("1+1") #image("/etc/passwd") $x^2$ *vet* _schuin_ `code` <label> @ref = kop // weg'


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("sjabloon")
    (folder / "proef_sjabloon").mkdir()
    (folder / "proef_sjabloon" / "__init__.py").write_text("")
    (folder / "proef_sjabloon" / "proef.typ").write_text(TEMPLATE)
    sys.path.insert(0, str(folder))
    return "proef_sjabloon"


def job(
    package: str,
    *texts: str,
    drawings: tuple[str, ...] = (),
    pictures: dict[str, Path] | None = None,
) -> Job:
    data = {
        "texts": texts,
        "drawings": [Drawing(text) for text in drawings],
        "pictures": list(pictures or {}),
    }
    return Job(package, "proef.typ", data, pictures)


def drawing(text: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">'
        f'<text x="1" y="9" font-family="Atkinson Hyperlegible">{escape(text)}</text></svg>'
    )


def cleaner() -> Cleaner:
    return Cleaner(tuple(coverage().values()))


def test_markup_is_printed_and_not_run(package: str) -> None:
    made = job(package, MARKUP).pdf()
    assert squeezed(MARKUP) in squeezed(pdf_text(made.pdf))
    assert standards(made.pdf) == (True, True)
    assert made.notes == ("klaar",)


def test_the_same_data_gives_the_same_bytes(package: str) -> None:
    assert job(package, "één", "twee").pdf().pdf == job(package, "één", "twee").pdf().pdf


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_printed(package: str, text: str) -> None:
    assert job(package, text, drawings=(drawing(text),)).pdf().pdf


def test_every_letter_of_the_fonts_can_be_printed(package: str) -> None:
    known = sorted(frozenset().union(*coverage().values()))
    assigned = [chr(code) for code in known if unicodedata.category(chr(code)) != "Cn"]
    letters = "".join(f"a{letter}b " for letter in assigned)
    composed = unicodedata.normalize("NFC", letters)
    made = job(package, letters, drawings=(drawing(letters),)).pdf()
    assert set(made.missing) <= set(composed) - set(letters)


def test_a_text_cannot_reach_out_of_a_drawing(package: str) -> None:
    overlaid = drawing("\u0338x\u226e\u226f\uff1c/text>")
    assert cleaner().drawn(overlaid).count("<") == overlaid.count("<")
    assert job(package, drawings=(overlaid,)).pdf().pdf


def test_what_no_font_has_becomes_a_box_and_is_told(package: str) -> None:
    made = job(package, "Hoi \U0001f44d\U0001f3fd en \u6f22!").pdf()
    assert set(made.missing) == {"\u6f22", "\U0001f44d", "\U0001f3fd"}
    assert f"Hoi {STAND_IN} en {STAND_IN}!" in " ".join(pdf_text(made.pdf).split())


def test_control_characters_and_other_dirt_vanish() -> None:
    dirty = "a\x00b\x1bc\ud800d\ufffee\u202ef\ufeffg"
    assert cleaner().text(dirty) == "abcdefg"
    assert cleaner().text("een\r\ntwee\u2028drie\tvier") == "een\ntwee\ndrie vier"


def test_an_accent_stays_only_on_a_letter_that_can_carry_it() -> None:
    asked = cleaner()
    assert asked.text("cafe\u0301") == "café"
    assert asked.text("Z\u0351") in ("Z\u0351", "Z")
    assert asked.drawn("Z\u0351\u0108") == "ZC"


def test_an_endless_word_may_break() -> None:
    broken = cleaner().text("x" * 400)
    assert max(len(part) for part in broken.split("\u200b")) == PIECE
    assert cleaner().text("x" * (LONG - 1)) == "x" * (LONG - 1)
    assert cleaner().text(Drawing("x" * 400)) != Drawing("x" * 400)


def test_a_broken_picture_does_not_stop_the_rest(package: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "goed.svg", tmp_path / "stuk.png"
    good.write_text(drawing("hoi"))
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 40)
    gone = tmp_path / "weg.png"
    pictures = {"een.svg": good, "twee.png": bad, "drie.png": gone}
    made = job(package, "tekst", pictures=pictures).pdf()
    assert made.broken == ("drie.png", "twee.png")
    assert "tekst" in pdf_text(made.pdf)
    assert job(package, "tekst", pictures=pictures).pages(30).pictures[0].startswith(b"\x89PNG")


def test_without_our_font_the_others_do(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    caches = (typeset._fonts, typeset._families, typeset._font_folder)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setitem(sys.modules, "fontpkg_atkinson_hyperlegible", None)
    try:
        made = job(package, "Één", drawings=(drawing("Één"),)).pdf()
    finally:
        for cache in caches:
            cache.cache_clear()
    assert "Één" in pdf_text(made.pdf)


def test_without_typst_it_says_so(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(TypesetError, match="typst"):
        job(package, "x").pdf()


def test_a_template_that_is_wrong_is_a_plain_error(package: str) -> None:
    with pytest.raises(TypesetError, match="bladzijden") as raised:
        Job(package, "proef.typ", {}).pdf()
    assert raised.value.lines[1]
