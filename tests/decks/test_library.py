"""The list of decks in a few folders."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.decks import icons
from game.decks.findings import DeckError, Fault
from game.decks.library import Library
from tests.decks.example import BASE, DECK, changed, write
from tests.decks.test_hostile import png

ON = "format: 1\nid: op\ntitle: Op\nlanguage: nl\nbased_on: basis\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder in (shipped, own, own / "met-fotos" / "fotos"):
        folder.mkdir(parents=True)
    write(shipped, BASE, "basis.yaml")
    write(own, BASE.replace("title: Basis", "title: Eigen basis"), "eigen.yml")
    write(own, ON, "op.yaml")
    write(own, changed("title: Fanfare", "title: no"), "stuk.yaml")
    write(own / "met-fotos", changed("icon: wrench", "picture: fotos/x.png"))
    (own / "met-fotos" / "fotos" / "x.png").write_bytes(png(4, 3))
    write(own, "geen set", "leesmij.txt")
    return shipped, own


def test_entries_list_good_and_broken_decks(folders: tuple[Path, Path], tmp_path: Path) -> None:
    entries = Library((*folders, tmp_path / "bestaat-niet")).entries()
    assert [(e.id, e.title, e.cards, e.errors, e.warnings) for e in entries] == [
        ("basis", "Basis", 6, 0, 0),
        ("basis", "Eigen basis", 6, 0, 0),
        ("proef", "Proef", 6, 0, 0),
        ("op", "Op", 6, 0, 0),
        ("proef", "stuk", 0, 1, 0),
    ]


def test_the_earlier_folder_wins(folders: tuple[Path, Path]) -> None:
    shipped, own = folders
    assert Library((shipped, own)).find("basis") == shipped / "basis.yaml"
    assert Library((own, shipped)).find("basis") == own / "eigen.yml"
    assert Library((own, shipped)).find("weg") is None


def test_load_takes_an_id_or_a_path(folders: tuple[Path, Path]) -> None:
    library = Library(folders)
    assert library.load("op").title == "Op"
    assert library.load(folders[1] / "op.yaml") == library.load("op")
    assert library.load(str(folders[1] / "met-fotos")).id == "proef"
    assert library.load(str(folders[0] / "basis.yaml")).title == "Basis"


def test_load_says_what_may_have_been_meant(folders: tuple[Path, Path]) -> None:
    with pytest.raises(DeckError) as caught:
        Library(folders).load("basiss")
    (finding,) = caught.value.findings
    assert (finding.problem.fault, finding.problem.nearest[0]) == (Fault.NOT_FOUND, "basis")
    with pytest.raises(DeckError):
        Library(folders).load(folders[1] / "stuk.yaml")
    with pytest.raises(DeckError):
        Library(folders).load("weg.yaml")
    with pytest.raises(DeckError):
        Library(folders).load("a\x00b")


def test_a_changed_file_is_read_again(folders: tuple[Path, Path]) -> None:
    library = Library(folders)
    assert library.load("op").activities[1].title == "Fanfare"
    write(folders[0], BASE.replace("Fanfare", "Harmonie"), "basis.yaml")
    assert library.load("op").activities[1].title == "Harmonie"


def test_a_picture_is_found_for_a_deck_from_a_file_or_a_save(folders: tuple[Path, Path]) -> None:
    own = folders[1]
    (own / "stuk.yaml").unlink()
    write(own, ON.replace("basis", "proef"), "op.yaml")
    picture = (own / "met-fotos" / "fotos" / "x.png").resolve()
    library = Library(folders)
    for name in ("proef", "op"):
        deck = library.load(name)
        assert library.picture(deck, "fotos/x.png") == picture
        assert library.picture(replace(deck, folder=""), "fotos/x.png") == picture
        assert library.picture(deck, "../met-fotos/fotos/x.png") is None
        assert library.picture(deck, "fotos/weg.png") is None
        assert library.picture(deck, "") is None


def test_a_library_reads_nothing_before_it_is_asked(tmp_path: Path) -> None:
    write(tmp_path, DECK)
    library = Library((tmp_path,))
    (tmp_path / "deck.yaml").unlink()
    assert library.entries() == ()


def test_known_icons_are_names_and_aliases() -> None:
    assert icons.known_icon("wrench")
    assert icons.known_icon("circle-help")
    assert not icons.known_icon("hamer")
    assert icons.nearest_icons("hamer")[0] == "hammer"
    assert icons.nearest_icons("h" * 100) == ()


def test_every_icon_is_known_while_there_is_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "icon_names", frozenset)
    assert icons.known_icon("hamer")


def test_decks_are_read_without_the_screen() -> None:
    code = (
        "import sys; from game.decks.library import Library; from game.decks import icons; "
        "icons.known_icon('x'); sys.exit(any(m in sys.modules for m in ('pygame', 'lucide')))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
