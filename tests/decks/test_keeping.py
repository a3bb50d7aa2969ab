"""What is kept around a deck: a draft that is not ready, its pictures, and the bin."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.core.cards import ActivityCard
from game.decks import edit
from game.decks.bin import BIN, put_back, throw_away
from game.decks.draft import FIRST_VERSION, Draft
from game.decks.findings import DeckError, Fault
from game.decks.library import Library
from game.decks.making import arrive, free_id, settle_in
from game.decks.package import pack, unpack
from game.decks.pictures import find_picture, take_picture
from game.decks.read import read_draft
from game.decks.unfinished import forget, keep, kept, kept_in
from game.decks.write import noted_file, previous_of, save_draft
from tests.decks.example import DECK, changed, write
from tests.decks.test_hostile import jpeg, png

SHIPPED = Path(__file__).parents[2] / "decks"

EMPTY = Draft("eindhoven", "Eindhoven", "nl", FIRST_VERSION, criteria=())


def draft_of(folder: Path) -> Draft:
    return read_draft(write(folder, DECK, "bron.yaml"))[0]


@pytest.mark.parametrize("name", ["eindhoven.yaml", "eindhoven"])
def test_a_deck_that_is_not_ready_is_kept_and_is_no_deck_yet(tmp_path: Path, name: str) -> None:
    draft = edit.add(EMPTY, None, edit.ACTIVITIES, ActivityCard("", ""))
    path = tmp_path / name
    keep(path, draft)
    assert kept(path) == draft
    assert Library((tmp_path,)).files() == ()
    assert kept_in(tmp_path) == (path if path.suffix else path / "deck.yaml",)
    forget(path)
    assert kept(path) is None
    assert kept_in(tmp_path) == ()
    assert kept_in(tmp_path / "weg") == ()


def test_what_was_kept_is_gone_once_the_deck_is_saved(tmp_path: Path) -> None:
    draft = draft_of(tmp_path)
    keep(tmp_path / "proef", draft)
    save_draft(tmp_path / "proef", draft)
    assert kept(tmp_path / "proef") is None


def test_a_deck_that_is_thrown_away_comes_back_with_all_that_is_its(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    draft = draft_of(tmp_path)
    file = save_draft(folder / "proef.yaml", draft)
    file.write_text(f"{file.read_text('utf-8')}# van ons\n", "utf-8")
    save_draft(file, draft)
    keep(file, draft)
    library = Library((folder,))
    thrown = throw_away(file, folder)
    assert thrown.parent == folder / BIN
    assert library.files() == ()
    assert not previous_of(file).exists()
    assert not noted_file(file).exists()
    save_draft(file, draft)
    again = throw_away(file, folder)
    assert again != thrown
    assert put_back(thrown) == file
    assert library.files() == (file,)
    assert previous_of(file).exists()
    assert noted_file(file).exists()
    assert kept(file) == draft
    with pytest.raises(FileExistsError):
        put_back(again)
    assert (again / file.name).exists()


def test_a_folder_is_thrown_away_whole(tmp_path: Path) -> None:
    file = save_draft(tmp_path / "sets" / "proef", draft_of(tmp_path))
    thrown = throw_away(file, tmp_path / "sets")
    assert not file.parent.exists()
    assert put_back(thrown) == file.parent
    assert file.exists()


def test_a_deck_file_among_the_decks_does_not_take_them_all_along(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    draft = draft_of(tmp_path)
    other = save_draft(folder / "proef.yaml", draft)
    file = save_draft(folder / "deck.yaml", draft)
    thrown = throw_away(file, folder)
    assert Library((folder,)).files() == (other,)
    assert put_back(thrown) == file


def test_a_picture_is_copied_into_the_deck_under_a_name_that_is_free(tmp_path: Path) -> None:
    source, deck = tmp_path / "Mijn foto's é.PNG", tmp_path / "deck"
    source.write_bytes(png(4, 3))
    assert take_picture(source, deck) == "fotos/mijn-fotos-e.png"
    assert take_picture(source, deck) == "fotos/mijn-fotos-e.png"
    source.write_bytes(png(5, 3))
    name = take_picture(source, deck)
    assert name == "fotos/mijn-fotos-e-2.png"
    assert find_picture(name, [deck]).path == (deck / name).resolve()


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("groot.png", png(50_000, 50_000), Fault.PICTURE_TOO_MANY_PIXELS),
        ("tekst.png", b"tekst", Fault.PICTURE_UNREADABLE),
        ("film.gif", b"GIF89a", Fault.BAD_PICTURE_NAME),
        ("weg.png", None, Fault.PICTURE_MISSING),
        ("zwaar.jpg", jpeg(9, 9) + bytes(10_000_000), Fault.PICTURE_TOO_LARGE),
    ],
)
def test_what_cannot_be_a_picture_is_not_copied(
    tmp_path: Path, name: str, data: bytes | None, fault: Fault
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DeckError) as caught:
        take_picture(tmp_path / name, tmp_path / "deck")
    assert caught.value.findings[0].problem.fault is fault
    assert not (tmp_path / "deck").exists()


@pytest.mark.parametrize("name", ["con", "lpt1"])
@pytest.mark.parametrize("kind", [".yaml", ".sferendeck", ".csv"])
def test_no_deck_is_kept_under_a_name_that_windows_has_for_itself(
    tmp_path: Path, kind: str, name: str
) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    library = Library((own, SHIPPED))
    file = tmp_path / f"mijn{kind}"
    if kind == ".csv":
        file.write_text("titel\nKoor\n", "utf-8")
    else:
        source = tmp_path / "mijn.yaml"
        source.write_text(changed("id: proef", f"id: {name}"), "utf-8")
        if kind == ".sferendeck":
            pack(source, file, library.find)
            assert unpack(file, tmp_path / "uit", library.find).name == f"deck-{name}"
    arrival = arrive(library, own, file)
    arrival = replace(arrival, draft=replace(arrival.draft, id=name))
    assert settle_in(library, own, arrival).name == f"deck-{name}"
    found = Library((own, SHIPPED))
    assert found.load(name).id == name
    assert free_id(found, own, name) == f"{name}-2"


def test_a_picture_gets_no_name_that_windows_has_for_itself(tmp_path: Path) -> None:
    source, deck = tmp_path / "NUL.png", tmp_path / "deck"
    source.write_bytes(png(4, 3))
    assert take_picture(source, deck) == "fotos/nul-2.png"
