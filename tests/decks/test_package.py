"""A deck in one file: it plays elsewhere as it does here, and does no harm when it means to."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.cards import ActivityCard
from game.decks import unpacking
from game.decks.draft import Draft
from game.decks.findings import DeckError, Fault, Report
from game.decks.library import Library
from game.decks.package import pack, unpack
from game.decks.read import read_deck, read_draft
from game.decks.unpacking import extract
from game.decks.write import save_draft
from tests.decks.example import BASE, DECK, changed, found, write
from tests.decks.test_hostile import jpeg, png

PICTURED = changed("icon: wrench", "picture: fotos/x.png")


def zipped(*parts: tuple[str | zipfile.ZipInfo, bytes | str]) -> bytes:
    """Make a zip of these names and contents."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return whole.getvalue()


def package(folder: Path, data: bytes, name: str = "proef.sferendeck") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """Make a deck with a picture, on a deck that has one too."""
    folder = tmp_path / "sets"
    (folder / "basis" / "fotos").mkdir(parents=True)
    text = BASE.replace("icon: wrench", "picture: fotos/basis.jpg")
    write(
        folder / "basis", text.replace("  - id: kaart-2\n", "  - id: kaart-2\n    picture: w.png\n")
    )
    (folder / "basis" / "fotos" / "basis.jpg").write_bytes(jpeg(4, 3))
    (folder / "op" / "fotos").mkdir(parents=True)
    on_it = (
        "format: 1\nid: op\ntitle: Op\nlanguage: nl\nbased_on: basis\ndrop: [kaart-3]\n"
        "activities:\n  - {id: nieuw, title: Nieuw, picture: fotos/eigen.svg}\n"
        "  - {id: kaart-4, title: Anders, picture: fotos/EIGEN.svg}\n"
    )
    write(folder / "op", on_it)
    (folder / "op" / "fotos" / "eigen.svg").write_text("<svg/>")
    (folder / "op" / "fotos" / "EIGEN.svg").write_text("<svg></svg>")
    (folder / "op" / "geheim.txt").write_text("niet van de set")
    return folder


def test_a_deck_plays_where_the_deck_below_is_not(sets: Path, tmp_path: Path) -> None:
    library = Library((sets,))
    here = library.load("op")
    packed = pack(library.find("op") or sets, tmp_path / "op.sferendeck", library.find)
    assert packed.missing == ("w.png",)
    with zipfile.ZipFile(packed.path) as archive:
        names = sorted(archive.namelist())
    assert {"deck.yaml", "fotos/basis.jpg"} < set(names)
    assert len({name.casefold() for name in names}) == 4
    elsewhere = Library((tmp_path / "elders",))
    folder = unpack(packed.path, tmp_path / "elders", elsewhere.find)
    assert folder == tmp_path / "elders" / "op"
    there = elsewhere.load("op")
    assert (there.title, there.based_on) == ("Op", "")
    assert [card.title for card in there.activities] == [card.title for card in here.activities]
    for before, after in zip(here.activities, there.activities, strict=True):
        old, new = library.picture(here, before.picture), elsewhere.picture(there, after.picture)
        assert (old and old.read_bytes()) == (new and new.read_bytes())
    assert sorted(one.name for one in folder.iterdir()) == [
        "deck.schema.json",
        "deck.yaml",
        "fotos",
    ]


def test_a_package_without_renamed_pictures_keeps_its_hash(sets: Path, tmp_path: Path) -> None:
    library = Library((sets,))
    target = pack(sets / "basis", tmp_path / "b.sferendeck", library.find).path
    first = target.read_bytes()
    assert read_deck(target).deck == library.load("basis")
    assert pack(sets / "basis", target, library.find).path.read_bytes() == first


def test_a_picture_with_a_name_of_windows_goes_along_under_another(tmp_path: Path) -> None:
    (tmp_path / "fotos").mkdir()
    (tmp_path / "fotos" / "nul.png").write_bytes(png(4, 3))
    deck = write(tmp_path, changed("icon: wrench", "picture: fotos/nul.png"))
    packed = pack(deck, tmp_path / "b.sferendeck", Library((tmp_path,)).find).path
    played = read_deck(packed)
    assert played.findings == ()
    assert played.deck
    assert played.deck.activities[0].picture == "fotos/nul-2.png"


def test_a_package_is_played_in_place(tmp_path: Path) -> None:
    data = zipped(("deck.yaml", PICTURED), ("fotos/x.png", png(4, 3)))
    path = package(tmp_path / "sets", data)
    library = Library((tmp_path / "sets",))
    (entry,) = library.entries()
    assert (entry.id, entry.cards, entry.path, entry.findings) == ("proef", 6, path, ())
    assert library.find("proef") == path
    for deck in (library.load("proef"), library.load(path), library.load(str(path))):
        picture = library.picture(deck, "fotos/x.png")
        assert picture
        assert picture.read_bytes() == png(4, 3)
    assert read_draft(path)[0].activities[0].picture == "fotos/x.png"
    package(tmp_path / "sets", zipped(("deck.yaml", DECK.replace("Fanfare", "Harmonie"))))
    assert library.load("proef").activities[1].title == "Harmonie"
    on_it = write(
        tmp_path / "sets",
        "format: 1\nid: op\ntitle: Op\nlanguage: nl\nbased_on: proef\n",
        "op.yaml",
    )
    assert library.load(on_it).activities[1].title == "Harmonie"


def test_findings_in_a_package_name_the_package(tmp_path: Path) -> None:
    path = package(tmp_path, zipped(("deck.yaml", changed("title: Fanfare", "title: no"))))
    (finding,) = read_deck(path).findings
    assert (finding.file, finding.line) == (str(path), 13)
    with pytest.raises(DeckError) as caught:
        unpack(path, tmp_path / "sets")
    assert caught.value.findings[0].file == str(path)
    assert list((tmp_path / "sets").iterdir()) == []


def test_a_folder_zipped_by_hand_is_fine(tmp_path: Path) -> None:
    data = zipped(
        ("proef/", b""),
        ("proef/deck.yaml", PICTURED),
        ("proef/fotos/x.png", png(4, 3)),
        ("proef/Thumbs.db", b"x"),
        ("__MACOSX/proef/._deck.yaml", b"x"),
        (".DS_Store", b"x"),
    )
    folder = unpack(package(tmp_path, data), tmp_path / "sets")
    files = sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())
    assert files == ["deck.schema.json", "deck.yaml", "fotos/x.png"]


def test_a_deck_that_is_there_already_is_only_replaced_when_asked(tmp_path: Path) -> None:
    path = package(tmp_path, zipped(("deck.yaml", DECK)))
    library = Library((tmp_path / "vast", tmp_path / "sets"))
    (tmp_path / "sets").mkdir()
    old = write(tmp_path / "sets", DECK, "oud.yaml")
    with pytest.raises(FileExistsError):
        unpack(path, tmp_path / "sets", library.find)
    assert sorted(one.name for one in (tmp_path / "sets").iterdir()) == ["oud.yaml"]
    assert unpack(path, tmp_path / "sets", library.find, force=True).name == "proef"
    assert not old.exists()
    assert (tmp_path / "sets" / ".prullenbak" / "oud.yaml" / "oud.yaml").exists()
    with pytest.raises(FileExistsError):
        unpack(path, tmp_path / "sets", library.find)
    assert unpack(path, tmp_path / "sets", library.find, force=True).name == "proef"
    (tmp_path / "vast").mkdir()
    write(tmp_path / "vast", DECK, "vast.yaml")
    with pytest.raises(FileExistsError):
        unpack(path, tmp_path / "sets", library.find, force=True)


def link(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name)
    part.create_system = 3
    part.external_attr = (stat.S_IFLNK | 0o777) << 16
    return part


def locked(data: bytes) -> bytes:
    """Set the flag of a password on every file in a zip."""
    whole = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = whole.find(mark)
        while start >= 0:
            whole[start + at] |= 1
            start = whole.find(mark, start + 4)
    return bytes(whole)


def lying(data: bytes, size: int) -> bytes:
    """Change what a zip says of the size of its last file."""
    whole = bytearray(data)
    struct.pack_into("<L", whole, whole.rfind(b"PK\x01\x02") + 24, size)
    return bytes(whole)


def many() -> bytes:
    return zipped(("deck.yaml", DECK), *((f"{n}.png", b"") for n in range(2_000)))


DECKED = ("deck.yaml", DECK)
ATTACKS: list[tuple[str, Callable[[], bytes], Fault]] = [
    ("up", lambda: zipped(DECKED, ("../boven.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("up further in", lambda: zipped(DECKED, ("a/../../b.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("up in Windows", lambda: zipped(DECKED, ("..\\boven.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("absolute", lambda: zipped(DECKED, ("/boven.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("a drive", lambda: zipped(DECKED, ("C:boven.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("a device", lambda: zipped(DECKED, ("fotos/NUL.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("a stream", lambda: zipped(DECKED, ("x.txt:y.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("a dot behind", lambda: zipped(DECKED, ("fotos./x.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("a control", lambda: zipped(DECKED, ("a\nb.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("turned round", lambda: zipped(DECKED, ("\u202egnp.x.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("a long name", lambda: zipped(DECKED, ("x" * 300 + ".png", b"x")), Fault.PACKAGE_UNSAFE),
    ("deep", lambda: zipped(DECKED, ("a/" * 50 + "b.png", b"x")), Fault.PACKAGE_UNSAFE),
    ("a link", lambda: zipped((link("deck.yaml"), "/etc/passwd")), Fault.PACKAGE_UNSAFE),
    ("a linked folder", lambda: zipped(DECKED, (link("fotos"), "/tmp")), Fault.PACKAGE_UNSAFE),
    ("capitals", lambda: zipped(DECKED, ("DECK.yaml", b"x")), Fault.PACKAGE_DOUBLE),
    (
        "two accents",
        lambda: zipped(DECKED, ("\u00e9.png", b"x"), ("e\u0301.png", b"y")),
        Fault.PACKAGE_DOUBLE,
    ),
    ("both", lambda: zipped(DECKED, ("a.png", b"x"), ("a.png/b.png", b"")), Fault.PACKAGE_DOUBLE),
    ("a bomb", lambda: zipped(DECKED, ("x.png", bytes(9_000_000))), Fault.PACKAGE_TOO_LARGE),
    (
        "a bomb that is no picture",
        lambda: zipped(DECKED, ("in.zip", bytes(101_000_000))),
        Fault.PACKAGE_TOO_LARGE,
    ),
    ("many files", many, Fault.PACKAGE_TOO_LARGE),
    ("a large deck", lambda: zipped(("deck.yaml", "#" * 5_000_001)), Fault.PACKAGE_TOO_LARGE),
    ("says more", lambda: lying(zipped(DECKED), len(DECK) + 9), Fault.PACKAGE_BROKEN),
    ("says less", lambda: lying(zipped(DECKED), 9), Fault.PACKAGE_BROKEN),
    ("says too much", lambda: lying(zipped(DECKED), 2**31), Fault.PACKAGE_TOO_LARGE),
    ("a password", lambda: locked(zipped(DECKED)), Fault.PACKAGE_LOCKED),
    ("no deck", lambda: zipped(("x.png", b"x")), Fault.PACKAGE_NO_DECK),
    (
        "two decks",
        lambda: zipped(("a/deck.yaml", DECK), ("b/deck.yaml", DECK)),
        Fault.PACKAGE_NO_DECK,
    ),
    ("nested", lambda: zipped(("in.sferendeck", zipped(DECKED))), Fault.PACKAGE_NO_DECK),
    ("no zip", lambda: b"x" * 100, Fault.PACKAGE_BROKEN),
    ("empty", lambda: b"", Fault.PACKAGE_BROKEN),
    ("half", lambda: zipped(DECKED)[:-30], Fault.PACKAGE_BROKEN),
    ("a tail", lambda: zipped(DECKED) + b"x", Fault.PACKAGE_BROKEN),
    (
        "a NUL in a name",
        lambda: zipped(DECKED, ("x.png_.exe", b"x")).replace(b"x.png_", b"x.png\0"),
        Fault.PACKAGE_UNSAFE,
    ),
]


@pytest.mark.parametrize(
    ("make", "fault"), [row[1:] for row in ATTACKS], ids=[row[0] for row in ATTACKS]
)
def test_an_attack_is_refused_and_writes_nothing(
    tmp_path: Path, make: Callable[[], bytes], fault: Fault
) -> None:
    path = package(tmp_path / "post", make())
    assert found(read_deck(path)) == [(str(fault), 1, 1, "deck")]
    sets = tmp_path / "sets"
    with pytest.raises(DeckError) as caught:
        unpack(path, sets)
    assert [one.problem.fault for one in caught.value.findings] == [fault]
    assert list(sets.iterdir()) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["post", "sets"]
    assert Library((path.parent,)).entries()[0].errors == 1


def test_a_list_of_millions_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_data: object) -> zipfile.ZipFile:
        raise AssertionError

    path = package(tmp_path, many())
    monkeypatch.setattr(unpacking, "ZipFile", read)
    assert found(read_deck(path)) == [("package_too_large", 1, 1, "deck")]


def test_a_large_zip_hidden_behind_a_small_end_is_refused(tmp_path: Path) -> None:
    data = zipped(DECKED)
    hidden = data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:]
    assert found(read_deck(package(tmp_path, hidden))) == [("package_broken", 1, 1, "deck")]


def test_a_picture_of_too_many_pixels_is_never_drawn(tmp_path: Path) -> None:
    path = package(tmp_path, zipped(("deck.yaml", PICTURED), ("fotos/x.png", png(50_000, 50_000))))
    library = Library((tmp_path,))
    assert [one[0] for one in found(library.read(path))] == ["picture_too_many_pixels"]
    folder = tmp_path / "sets"
    with pytest.raises(DeckError):
        unpack(path, folder)


def test_a_device_is_not_read_and_a_missing_package_is_said(tmp_path: Path) -> None:
    (tmp_path / "map.sferendeck").mkdir()
    assert found(read_deck(tmp_path / "weg.sferendeck")) == [("not_found", 1, 1, "deck")]
    assert found(read_deck(tmp_path / "map.sferendeck"))[0][0] in ("not_found", "unreadable")


def test_a_package_is_never_too_large_to_unpack(tmp_path: Path) -> None:
    draft = read_draft(write(tmp_path, DECK))[0]
    cards = tuple(ActivityCard(f"k{n}", f"K {n}", picture=f"{n}.png") for n in range(11))
    heavy = Draft("zwaar", "Zwaar", "nl", activities=cards, criteria=draft.criteria)
    deck = save_draft(tmp_path / "zwaar", heavy)
    for n in range(11):
        (deck.parent / f"{n}.png").write_bytes(png(4, 3) + bytes(9_500_000))
    with pytest.raises(DeckError) as caught:
        pack(deck, tmp_path / "zwaar.sferendeck")
    assert caught.value.findings[0].problem.fault is Fault.PACKAGE_TOO_LARGE
    assert not (tmp_path / "zwaar.sferendeck").exists()


GOOD = zipped(("deck.yaml", PICTURED), ("fotos/x.png", png(4, 3)))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_damaged_package_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, draw: st.DataObject
) -> None:
    data = bytearray(GOOD)
    for _ in range(draw.draw(st.integers(1, 5))):
        at = draw.draw(st.integers(0, len(data) - 1))
        data[at : at + draw.draw(st.integers(0, 3))] = draw.draw(st.binary(max_size=3))
    top = tmp_path_factory.mktemp("top")
    folder = top / "uit"
    folder.mkdir()
    report = Report("x")
    whole = extract(package(top, bytes(data)), folder, report)
    assert whole != report.has_errors()
    assert {one.name for one in top.iterdir()} == {"uit", "proef.sferendeck"}
    assert whole or not list(folder.iterdir())
