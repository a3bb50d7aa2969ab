"""Decks to and from sheets by the commands: what a trainer types, and what comes of it."""

from pathlib import Path

import pytest

from game.cli import main
from game.decks.read import read_draft

DECKS = Path(__file__).parents[1] / "decks"


def run(*words: str | Path) -> int:
    return main([str(word) for word in words])


def test_a_deck_goes_to_excel_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, deck = tmp_path / "set.xlsx", tmp_path / "set.yaml"
    assert run("deck", "export", "sociale-basis", "-o", table) == 0
    assert run("deck", "import", table, "-o", deck) == 0
    assert capsys.readouterr().out.split() == [str(table), str(deck)]
    assert read_draft(deck) == (read_draft(DECKS / "sociale-basis.yaml")[0], ())
    assert run("deck", "import", table, "-o", deck) == 1
    assert "--force" in capsys.readouterr().err
    assert run("deck", "import", table, "-o", deck, "--force") == 0


def test_cards_alone_get_criteria(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, deck = tmp_path / "eindhoven-jeugd.csv", tmp_path / "uit.yaml"
    table.write_text("titel;labels\n" + "".join(f"Kaart {n};wonen\n" for n in range(8)), "utf-8")
    assert run("deck", "import", table, "-o", deck) == 0
    draft = read_draft(deck)[0]
    assert (draft.id, draft.title, len(draft.activities)) == (
        "eindhoven-jeugd",
        "Eindhoven jeugd",
        8,
    )
    assert draft.criteria
    assert "sociale-basis" in capsys.readouterr().err
    told = ("--title", "Jeugd", "--based-on", "sociale-basis", "--force")
    assert run("deck", "import", table, "-o", deck, *told) == 0
    draft = read_draft(deck)[0]
    assert (draft.title, draft.based_on, draft.criteria) == ("Jeugd", "sociale-basis", None)


def test_nothing_is_written_when_a_cell_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, deck = tmp_path / "fout.csv", tmp_path / "fout.yaml"
    table.write_text("id;titel;tekst\nA B;Koor;\nkoor;;\nlang;Lang;" + "x" * 401, "utf-8")
    assert run("deck", "import", table, "-o", deck) == 1
    lines = capsys.readouterr().err.splitlines()
    for start in ("Rij 2, kolom id", "Rij 3, kolom titel", "Rij 4, kolom tekst"):
        assert any(line.startswith(f"{table}: {start}") for line in lines), lines
    assert not deck.exists()
    table.write_bytes(b"PK\x03\x04")
    assert run("deck", "import", table, "-o", deck) == 1
    assert "beschadigd" in capsys.readouterr().err
