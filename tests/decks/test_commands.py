"""The commands that make decks: new ones, and to and from one file to mail."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import i18n
from game.cli import main
from game.decks.library import Library
from game.decks.read import read_deck, read_draft
from tests.decks.example import DECK, changed, write
from tests.decks.test_hostile import png

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep the table's own decks in a folder of their own."""
    for name in ("saves", "decks"):
        monkeypatch.setenv(f"SFERENSPEL_{name.upper()}", str(tmp_path / name))
    monkeypatch.setenv("SFERENSPEL_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (tmp_path / "decks").mkdir()
    yield tmp_path / "decks"
    i18n.use(i18n.DEFAULT)


def run(*arguments: object) -> int:
    try:
        return main(["deck", *map(str, arguments)])
    except SystemExit as ended:
        return int(ended.code or 0)


def test_a_new_deck_can_be_played_at_once(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "eindhoven_voor-jeugd.yaml"
    assert run("new", "-o", file) == 0
    assert capsys.readouterr().out == f"{file}\n"
    draft, findings = read_draft(file)
    assert (draft.id, draft.title) == ("eindhoven-voor-jeugd", "Eindhoven voor jeugd")
    assert findings == ()
    assert draft.activities[0].title == "Voorbeeldkaart"
    assert run("check", file) == 0
    assert run("new", "-o", file) == 1
    assert "--force" in capsys.readouterr().err
    assert run("new", "--force", "--lang", "en", "-o", file) == 0
    assert read_draft(file)[0].activities[0].title == "Example card"


def test_a_deck_is_begun_on_another_or_with_all_of_it(tmp_path: Path, decks: Path) -> None:
    title = "Eindhoven, jeugd"
    assert run("new", "--from", "sociale-basis", "--title", title, "-o", decks / "e") == 0
    draft = read_draft(decks / "e")[0]
    assert (draft.id, draft.title, draft.based_on) == ("eindhoven-jeugd", title, "sociale-basis")
    assert run("new", "--from", "eindhoven-jeugd", "--whole", "-o", tmp_path / "heel.yaml") == 0
    whole = read_deck(tmp_path / "heel.yaml").deck
    assert whole is not None
    assert (whole.id, whole.based_on, len(whole.activities)) == ("heel", "", 72)
    assert run("new", "--from", "eindhoven-jeugd", "--title", title, "-o", decks / "f.yaml") == 0
    assert read_draft(decks / "f.yaml")[0].id == "eindhoven-jeugd-2"


def test_a_deck_comes_among_the_own_decks_of_itself(decks: Path, capsys: Capture) -> None:
    assert run("new", "--title", "Wijk & ik", "--from", "wijkteam") == 0
    assert capsys.readouterr().out == f"{decks / 'wijk-ik' / 'deck.yaml'}\n"
    assert run("new", "--title", "Wijk & ik") == 1
    assert run("list") == 0
    assert "wijk-ik " in capsys.readouterr().out


def test_what_cannot_be_begun_is_said(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "x.yaml"
    assert run("new", "--from", "sociale-bais", "-o", out) == 1
    assert "sociale-basis" in capsys.readouterr().err
    elsewhere = write(tmp_path, DECK, "elders.yaml")
    assert run("new", "--from", elsewhere, "-o", out) == 1
    assert "--whole" in capsys.readouterr().err
    assert run("new", "--from", elsewhere, "--whole", "-o", out) == 0
    assert run("new", "--whole", "-o", out) == 2
    assert run("new") == 2
    assert run("new", "-o", tmp_path / "x.sferendeck") == 1


def test_all_of_a_deck_is_its_pictures_too(tmp_path: Path) -> None:
    folder = tmp_path / "bron"
    folder.mkdir()
    write(folder, changed("icon: wrench", "picture: x.png"))
    (folder / "x.png").write_bytes(png(4, 3))
    assert run("new", "--from", folder, "--whole", "-o", tmp_path / "nieuw") == 0
    deck = read_deck(tmp_path / "nieuw").deck
    assert deck is not None
    assert deck.activities[0].picture == "fotos/x.png"
    assert (tmp_path / "nieuw" / "fotos" / "x.png").exists()


def test_a_deck_goes_by_mail_and_arrives(tmp_path: Path, decks: Path, capsys: Capture) -> None:
    post = tmp_path / "post.sferendeck"
    (decks / "bron").mkdir()
    write(decks / "bron", changed("icon: wrench", "picture: weg.png"))
    assert run("export", "proef", "-o", post) == 0
    said = capsys.readouterr()
    assert said.out == f"{post}\n"
    assert "weg.png" in said.err
    assert run("export", "proef", "-o", post) == 1
    assert run("check", post) == 0
    assert f"{post}:" in capsys.readouterr().out
    assert run("import", post) == 1
    assert "prullenbak" in capsys.readouterr().err
    assert run("import", post, "--force") == 0
    assert capsys.readouterr().out == f"{decks / 'proef'}\n"
    assert [path.parent.name for path in Library((decks,)).files()] == ["proef"]
    other = tmp_path / "anders"
    assert run("import", post, "-o", other) == 0
    assert run("import", post, "-o", other) == 0
    assert run("import", post, "-o", other) == 1
    assert sorted(one.name for one in other.iterdir() if one.is_dir()) == ["proef"]
    assert run("import", post, "-o", decks) == 1
    assert (other / "deck.yaml").exists()


def test_a_file_of_another_kind_is_refused_by_its_name(tmp_path: Path, capsys: Capture) -> None:
    assert run("export", "sociale-basis", "-o", tmp_path / "x.docx") == 1
    assert ".sferendeck" in capsys.readouterr().err
    assert run("import", tmp_path / "x.docx") == 1
    assert run("export", "sociale-basis", "-o", tmp_path / "weg" / "x.sferendeck") == 1
    assert run("import", tmp_path / "weg.sferendeck") == 1
    hostile = tmp_path / "kwaad.sferendeck"
    hostile.write_bytes(b"geen zip")
    capsys.readouterr()
    assert run("import", hostile) == 1
    assert "beschadigd" in capsys.readouterr().err


def test_what_is_printed_is_a_pdf_and_a_lost_picture_is_told(
    tmp_path: Path, capsys: Capture
) -> None:
    text = DECK.replace("icon: wrench", "picture: weg.png", 1)
    file = write(tmp_path, text)
    assert run("print", file, "--parts", "cards", "-o", tmp_path / "a.txt") == 1
    assert ".pdf" in capsys.readouterr().err
    assert run("print", file, "--parts", "cards", "-o", tmp_path / "a.pdf") == 0
    told = capsys.readouterr()
    assert "foto" in told.err
    assert told.out == f"{tmp_path / 'a.pdf'}\n"
    assert not (tmp_path / "a.txt").exists()


def test_a_name_that_is_nearly_right_is_offered_once(decks: Path, capsys: Capture) -> None:
    write(decks, changed("id: proef\n", "id: sociale-basis\n"), "dubbel.yaml")
    assert run("export", "sociale-bais", "-o", decks / "a.xlsx") == 1
    assert capsys.readouterr().err.count("'sociale-basis'") == 1


def test_a_table_does_not_become_a_deck_that_nobody_can_choose(
    tmp_path: Path, decks: Path, capsys: Capture
) -> None:
    assert run("export", "sociale-basis", "-o", tmp_path / "kaarten.xlsx") == 0
    capsys.readouterr()
    assert run("import", tmp_path / "kaarten.xlsx") == 1
    told = capsys.readouterr().err
    assert "“sociale-basis”" in told
    assert "--id" in told
    assert list(decks.iterdir()) == []
    assert run("import", tmp_path / "kaarten.xlsx", "--id", "eigen-basis") == 0
    assert run("import", tmp_path / "kaarten.xlsx", "--id", "eigen-basis", "--force") == 0
    assert run("import", tmp_path / "kaarten.xlsx", "-o", tmp_path / "elders.yaml") == 0


def test_a_deck_is_not_put_where_another_kind_of_file_belongs(
    tmp_path: Path, capsys: Capture
) -> None:
    table = tmp_path / "kaarten.csv"
    table.write_text("titel\n" + "".join(f"K{n}\n" for n in range(6)), encoding="utf-8")
    packed = tmp_path / "proef.sferendeck"
    assert run("export", write(tmp_path, DECK), "-o", packed) == 0
    before = sorted(tmp_path.rglob("*"))
    for source, target in (
        (table, "a.xlsx"),
        (table, "a.sferendeck"),
        (packed, "a.yaml"),
        (packed, "a.sferendeck"),
        (packed, "kaarten.csv/a"),
    ):
        capsys.readouterr()
        assert run("import", source, "-o", tmp_path / target) == 1, target
        told = capsys.readouterr().err.splitlines()
        assert target.partition("/")[0] in told[-1] or ".yaml" in told[-1]
        assert "er al" not in told[-1]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_command_without_output_is_done_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run("new", "-o", tmp_path / "nieuw.yaml") == 0
    assert (tmp_path / "nieuw.yaml").is_file()


def test_who_stops_a_print_does_not_wait_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    from game.decks.printing import pages
    from game.office.typeset import Job

    never = Event()
    monkeypatch.setattr(Job, "pdf", lambda _job: never.wait(60))

    def stop(done: int, _all: int) -> None:
        if done or time.monotonic() > end:
            raise KeyboardInterrupt

    end = time.monotonic() + 0.3
    deck = Library((Path(__file__).parents[2] / "decks",)).load("proefronde")
    with pytest.raises(KeyboardInterrupt):
        pages.print_deck(deck, lambda _deck, _name: None, tmp_path / "a.pdf", progress=stop)
    assert not any(tmp_path.glob("*.pdf"))
    assert not never.is_set()
    never.set()


def test_a_full_disk_is_told_by_the_folder(
    tmp_path: Path, decks: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    import errno
    import os

    packed = tmp_path / "proef.sferendeck"
    assert run("export", write(tmp_path, DECK), "-o", packed) == 0

    def full(*_given: object) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("game.decks.package.extract", full)
    assert run("import", packed) == 1
    told = capsys.readouterr().err
    assert str(decks) in told
    assert "schijf" in told
    assert list(decks.iterdir()) == []


def test_a_table_of_cards_says_whose_cards_are_not_in_it(tmp_path: Path, capsys: Capture) -> None:
    assert run("export", "sociale-kwaliteit", "-o", tmp_path / "a.csv") == 0
    assert "sociale-basis" in capsys.readouterr().err
    assert run("export", "sociale-basis", "-o", tmp_path / "b.csv") == 0
    assert capsys.readouterr().err == ""
