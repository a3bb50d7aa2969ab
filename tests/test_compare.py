"""`record compare`, as somebody types it."""

import shutil
import sys
from pathlib import Path

import pytest

from game.cli import main
from tests.store.test_many import damage, play

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with three tables, a copy of one and a damaged one."""
    saves = tmp_path / "gesprekken"
    for name, first in (("een", "ccc"), ("twee", "cci"), ("drie", "ppi"), ("stuk", "ccc")):
        play(saves, name, first)
    shutil.copy(saves / "een.jsonl", saves / "kopie.jsonl")
    damage(saves / "stuk.jsonl", 2, b"card", b"kart")
    return saves


def compare(*arguments: object) -> int:
    """Ask it."""
    try:
        return main(["record", "compare", *map(str, arguments), "--lang", "nl"])
    except SystemExit as end:
        return int(str(end.code))


def test_writes_a_page_and_says_what_does_not_count(folder: Path, capsys: Capture) -> None:
    out = folder.parent / "uit.html"
    assert compare(folder, "-o", out) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [str(out)]
    notices = said.err.splitlines()
    assert len(notices) == 2
    assert any("stuk.jsonl" in text and "regel 3" in text for text in notices)
    assert any("hetzelfde gesprek" in text for text in notices)
    page = out.read_text(encoding="utf-8")
    assert all(text in page for text in notices)


def test_writes_several_kinds_in_a_folder(folder: Path, capsys: Capture) -> None:
    names = ("html", "xlsx", "csv")
    asked = [part for name in names for part in ("--to", name)]
    assert compare(folder / "een.jsonl", folder / "twee.jsonl", *asked, "-o", folder.parent) == 0
    written = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    assert written == [
        "vergelijking-2-tafels.html",
        "vergelijking-2-tafels.xlsx",
        "vergelijking-2-tafels.csv",
        "vergelijking-2-tafels-argumenten.csv",
    ]
    assert all((folder.parent / name).stat().st_size for name in written)


def test_a_public_one_says_so_in_its_name(folder: Path) -> None:
    assert compare(folder, "--public", "-o", folder.parent) == 0
    assert (folder.parent / "vergelijking-3-tafels-openbaar.html").exists()


def test_does_not_write_over_a_file_unasked(folder: Path, capsys: Capture) -> None:
    out = folder.parent / "uit.html"
    out.write_text("van mij", encoding="utf-8")
    assert compare(folder, "-o", out) == 1
    assert out.read_text(encoding="utf-8") == "van mij"
    assert "--force" in capsys.readouterr().err
    assert compare(folder, "-o", out, "--force") == 0


def test_nothing_to_compare_is_an_error_in_one_line(folder: Path, capsys: Capture) -> None:
    empty = folder.parent / "leeg"
    empty.mkdir()
    assert compare(empty) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert compare(folder / "stuk.jsonl") == 1
    assert "Geen van deze gesprekken" in capsys.readouterr().err


def test_saves_are_found_by_name(folder: Path, capsys: Capture) -> None:
    out = folder.parent / "uit.html"
    assert compare("een", "twee.jsonl", "--saves", folder, "-o", out) == 0
    assert out.is_file()
    assert compare("nietes", "--saves", folder, "-o", out) == 1
    assert "nietes" in capsys.readouterr().err


def test_kinds_may_have_commas_and_a_name_its_dots(folder: Path, capsys: Capture) -> None:
    one = folder / "een.jsonl"
    assert compare(one, "--to", "html,xlsx", "-o", folder.parent / "22.11.26") == 0
    written = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    assert written == ["22.11.26.html", "22.11.26.xlsx"]


def test_the_second_file_of_csv_is_not_written_over_either(folder: Path) -> None:
    mine = folder.parent / "uit-argumenten.csv"
    mine.write_text("van mij", encoding="utf-8")
    out = folder.parent / "uit.csv"
    assert compare(folder, "--to", "csv", "-o", out) == 1
    assert mine.read_text(encoding="utf-8") == "van mij"
    assert not out.exists()


def test_one_bad_file_keeps_no_other_back(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    one, out = folder / "een.jsonl", folder.parent / "uit"
    kinds = "pdf,html"
    for asked in (("compare", one), ("export", one)):
        arguments = ["record", *map(str, asked), "--to", kinds, "-o", str(out), "--force"]
        assert main([*arguments, "--lang", "nl"]) == 1
        said = capsys.readouterr()
        assert said.out == f"{out}.html\n"
        assert "typst" in said.err
        assert Path(f"{out}.html").is_file()


@pytest.mark.parametrize("arguments", [[], ["x.jsonl", "--to", "docx"]])
def test_wrong_arguments_end_in_two(arguments: list[str], capsys: Capture) -> None:
    assert compare(*arguments) == 2
    assert "Traceback" not in capsys.readouterr().err
