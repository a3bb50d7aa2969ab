"""Comparing many saves: bad ones, copies, folders, and what it costs."""

import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.core import intents as i
from game.core.comparison import Column
from game.core.setup import Setup
from game.store import glance, journal, many
from game.store.errors import Problem, SaveError
from game.store.fold import DeckInFile
from game.store.lines import json_object
from game.store.many import Compared, Double, compare, find
from game.table import Table
from tests.core.play import deck, put, seal, seats
from tests.store.story import clock

SAVES = 10


def play(folder: Path, name: str, first: str = "ccc", *, cards: int = 1) -> Path:
    """Play a session in which each card comes to the first reveal, and is parked then."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.jsonl"
    setup = Setup(gemeente="Voorbeeldstad", table=name, cards=cards)
    with Table.new(
        deck(), setup, seats(3), folder=folder, path=path, seed=7, now=clock(), session_id=name
    ) as table:
        for _ in range(cards):
            for intent in (*put(table.session), *seal(first), i.Reveal()):
                table.play(intent)
            table.play(i.Park("Wie betaalt dit?", "wij", "2027-01-15"))
    return path


def problems(found: Compared) -> dict[str, tuple[Problem, int]]:
    """Say which files were left out, and why."""
    return {one.path.stem: (one.problem, one.line) for one in found.skipped}


def test_a_bad_save_is_listed_and_left_out(tmp_path: Path) -> None:
    for name in ("goed", "kop", "midden", "leeg", "nieuw", "tekst", "scheef", "half"):
        play(tmp_path, name)
    damage(tmp_path / "kop.jsonl", 0, b"Proefdeck", b"Roefpdeck")
    damage(tmp_path / "midden.jsonl", 3, b"kind", b"kino")
    (tmp_path / "leeg.jsonl").write_bytes(lines(tmp_path / "leeg.jsonl")[0])
    (tmp_path / "tekst.jsonl").write_text("Dit is geen gesprek.\n", encoding="utf-8")
    (tmp_path / "nieuw.jsonl").write_text('{"format":99}\n', encoding="utf-8")
    (tmp_path / "scheef.jsonl").write_bytes(b"")
    whole = (tmp_path / "half.jsonl").read_bytes()
    (tmp_path / "half.jsonl").write_bytes(whole[:-9])
    found = compare([*find([tmp_path]), tmp_path / "weg.jsonl"])
    assert problems(found) == {
        "kop": (Problem.BROKEN_HEADER, 1),
        "midden": (Problem.DAMAGED, 4),
        "leeg": (Problem.EMPTY, 0),
        "nieuw": (Problem.NEWER, 1),
        "tekst": (Problem.BROKEN_HEADER, 1),
        "scheef": (Problem.BROKEN_HEADER, 1),
        "weg": (Problem.NOT_FOUND, 0),
    }
    assert found.comparison.tables == 2
    assert [path.stem for path in found.torn] == ["half"]


def lines(path: Path) -> list[bytes]:
    """Read a file in its lines."""
    return path.read_bytes().splitlines(keepends=True)


def damage(path: Path, number: int, good: bytes, bad: bytes) -> None:
    """Change a line, and leave its checksum."""
    found = lines(path)
    assert good in found[number]
    found[number] = found[number].replace(good, bad)
    path.write_bytes(b"".join(found))


def test_agrees_with_the_journal_on_what_is_damaged(tmp_path: Path) -> None:
    """Wherever a letter of a save changes, both find the same line."""
    path = play(tmp_path, "gesprek")
    whole = path.read_bytes()
    for at in range(0, len(whole), 97):
        broken = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        path.write_bytes(broken)
        wanted: Any = None
        try:
            journal.read(path)
        except SaveError as error:
            wanted = (error.problem, error.line)
        assert problems(compare([path])).get("gesprek") == wanted, at


def test_the_same_session_twice_counts_once(tmp_path: Path) -> None:
    short = play(tmp_path / "a", "tafel")
    shutil.copy(short, tmp_path / "a" / "kopie.jsonl")
    longer = tmp_path / "later.jsonl"
    shutil.copy(short, longer)
    with Table.open(longer).table as table:
        table.play(i.AddNote("Later kwam er nog iets bij."))
    found = compare(find([tmp_path, tmp_path / "a", short]))
    assert found.comparison.tables == 1
    assert found.doubles == (
        Double(tmp_path / "a" / "kopie.jsonl", longer),
        Double(short, longer),
    )


def test_a_damaged_copy_lets_the_sound_one_count(tmp_path: Path) -> None:
    sound = play(tmp_path, "tafel")
    shutil.copy(sound, tmp_path / "kopie.jsonl")
    damage(tmp_path / "kopie.jsonl", 2, b"card", b"cards")
    found = compare(find([tmp_path]))
    assert found.comparison.tables == 1
    assert problems(found) == {"kopie": (Problem.DAMAGED, 3)}
    assert not found.doubles


def test_finds_saves_in_folders_but_not_in_the_bin(tmp_path: Path) -> None:
    wanted = {play(tmp_path, "een"), play(tmp_path / "wijk", "twee")}
    play(tmp_path / "prullenbak", "weg")
    play(tmp_path / ".verborgen", "weg")
    (tmp_path / "leesmij.txt").write_text("Hallo", encoding="utf-8")
    assert set(find([tmp_path])) == wanted
    assert find([tmp_path, tmp_path / "een.jsonl", tmp_path / "wijk"]) == find([tmp_path])


def test_more_processes_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        play(tmp_path, f"tafel {number}", ("ccc", "cci", "pip")[number % 3])
    damage(tmp_path / "tafel 3.jsonl", 2, b"card", b"kart")
    shutil.copy(tmp_path / "tafel 1.jsonl", tmp_path / "kopie.jsonl")
    alone = compare(find([tmp_path]))
    monkeypatch.setattr(many, "FEW", 1)
    told: list[tuple[int, int]] = []
    together = compare(
        find([tmp_path]), workers=2, progress=lambda done, whole: told.append((done, whole))
    )
    assert together == alone
    assert told[-1] == (7, 7)
    assert told == sorted(told)


def test_what_progress_raises_stops_it(tmp_path: Path) -> None:
    saves = [play(tmp_path, f"tafel {number}") for number in range(3)]

    def stop(done: int, _whole: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(saves, progress=stop)


def test_every_line_is_read_once_and_every_deck_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This counts, so that a busy machine makes no difference."""
    saves = [play(tmp_path, f"tafel {number}") for number in range(SAVES)]
    parsed: list[int] = []
    decks: list[object] = []

    def counted(body: bytes) -> dict[str, object]:
        parsed.append(len(body))
        return json_object(body)

    def one(data: object) -> DeckInFile:
        decks.append(data)
        return DeckInFile(data)

    monkeypatch.setattr(glance, "json_object", counted)
    monkeypatch.setattr(glance, "DeckInFile", one)
    compare(saves, workers=1)
    assert len(decks) == 1
    assert len(parsed) == SAVES, "a header each; the steps of a save are read in one go"
    assert sum(size > 1000 for size in parsed) == 1, "the deck is in one of the headers read"


def test_what_is_kept_does_not_grow(tmp_path: Path) -> None:
    def kept(count: int) -> int:
        part = many._nothing(public=False)
        for _ in range(count):
            part.tally.add(result, "tafel.jsonl")
        return len(pickle.dumps(part))

    path = play(tmp_path, "tafel", cards=3)
    result, _torn = glance.Glance(public=False).read(path)
    assert kept(5000) < 1.02 * kept(500)


def test_first_rounds_of_all_tables(tmp_path: Path) -> None:
    saves = [play(tmp_path, name, first) for name, first in (("a", "ccc"), ("b", "iip"))]
    row = compare(saves).comparison.rows[0]
    assert row.first[:4] == (1, 3, 2, 0)
    assert row.cell(Column.OPEN).count == 2
