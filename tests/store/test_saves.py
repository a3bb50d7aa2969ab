"""The list of sessions, and naming, copying and binning them."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.setup import Setup
from game.store.errors import Problem, SaveError
from game.store.lines import NO_CHECKSUM, seal
from game.store.saves import (
    BIN,
    count,
    delete,
    duplicate,
    entry,
    file_name,
    list_saves,
    rename,
    waiting,
)
from game.table import Table
from tests.store import story

SAMPLE = Path(__file__).parent / "samples" / "format-1.jsonl"


@pytest.fixture
def save(tmp_path: Path) -> Path:
    path = tmp_path / "sessie.jsonl"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def test_the_list_tells_what_a_table_looks_for(save: Path) -> None:
    os.utime(save, (1_700_000_000, 1_700_000_000))
    (found,) = list_saves(save.parent)
    assert (found.gemeente, found.wijk, found.table) == ("Voorbeeldstad", "Berflo Es", "Tafel 1")
    assert (found.date, found.deck_title) == ("2026-11-22", "Proefdeck")
    assert (found.played, found.cards, found.finished) == (5, 8, True)
    assert (found.name, found.problem, found.damaged) == ("sessie", None, False)
    assert found.modified == datetime.fromtimestamp(1_700_000_000, UTC)


def test_a_card_that_was_taken_back_was_not_played(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        table.play(i.PlayCard(table.session.playable[0]))
        assert entry(table.path).played == 1
        table.undo()
        assert entry(table.path).played == 0


def test_the_newest_comes_first_and_other_files_are_passed(save: Path) -> None:
    older = duplicate(save)
    os.utime(older, (1, 1))
    (save.parent / "notes.txt").write_text("x")
    (save.parent / "x.jsonl.rest").write_text("x")
    assert [found.path for found in list_saves(save.parent)] == [save, older]


def test_the_newest_that_is_not_finished_waits(save: Path) -> None:
    folder = save.parent
    assert (count(folder), waiting(folder)) == (1, None)
    whole = save.read_bytes()
    cut = whole[: whole.index(b'"kind":"session.finished"')]
    half = cut[: cut.rindex(b"\n") + 1]
    for name, content, at in (("a", half, 10), ("b", half, 20), ("c", whole, 30)):
        (folder / f"{name}.jsonl").write_bytes(content)
        os.utime(folder / f"{name}.jsonl", (at, at))
    (folder / "d.jsonl").write_bytes(half.replace(b"card.played", b"card.plaied", 1))
    found = waiting(folder)
    assert found == entry(folder / "b.jsonl")
    assert found is not None
    assert not found.finished
    assert count(folder) == 5


def resealed(changes: dict[str, object]) -> bytes:
    """Give the header and first step of a save, that step changed, sealed again."""
    data, crc = b"", NO_CHECKSUM
    for number, line in enumerate(SAMPLE.read_bytes().splitlines()[:2]):
        body = json.loads(line)
        del body["crc"]
        if number:
            body["events"][0] |= changes
        piece, crc = seal(body, crc)
        data += piece
    return data


def test_no_folder_is_an_empty_list(tmp_path: Path) -> None:
    assert list_saves(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"hallo", Problem.BROKEN_HEADER),
        (b'{"format":9}\n', Problem.NEWER),
        (SAMPLE.read_bytes().replace(b"card.played", b"card.plaied", 1), Problem.DAMAGED),
        (SAMPLE.read_bytes().split(b"\n")[0] + b"\n", Problem.EMPTY),
        (resealed({"setup": []}), Problem.DAMAGED),
        (resealed({"setup": {"gemeente": 3}}), Problem.DAMAGED),
        (resealed({"setup": {"gemeente": "G" * 100_000}}), None),
    ],
)
def test_what_cannot_be_opened_is_listed_as_such(
    tmp_path: Path, content: bytes, problem: Problem | None
) -> None:
    (tmp_path / "x.jsonl").write_bytes(content)
    (tmp_path / "map.jsonl").mkdir()
    found = {one.name: one for one in list_saves(tmp_path)}
    assert found["x"].problem is problem
    assert found["x"].damaged is (problem is not None)
    assert len(found["x"].gemeente) <= 200
    assert found["map"].problem is Problem.UNREADABLE


def test_a_torn_last_line_is_no_damage(save: Path) -> None:
    save.write_bytes(save.read_bytes()[:-10])
    assert entry(save).problem is None


def test_a_save_gets_another_name_with_its_side_files(save: Path) -> None:
    save.with_name("sessie.jsonl.drafts").write_text('{"a": "half"}')
    renamed = rename(save, " Tafel é 2 ")
    assert renamed.name == "Tafel é 2.jsonl"
    assert Table.open(renamed, read_only=True).table.draft("a") == "half"
    assert rename(renamed, "Tafel é 2.jsonl") == renamed


def test_a_link_to_nothing_hides_no_other_session(save: Path) -> None:
    save.with_name("weg.jsonl").symlink_to(save.with_name("niets"))
    assert [found.path.name for found in list_saves(save.parent)] == [save.name, "weg.jsonl"]
    assert list_saves(save.parent)[1].damaged
    waits = waiting(save.parent)
    assert waits is None or waits.path == save


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "a/b",
        "a\\b",
        "..",
        ".x",
        "a:b",
        "NUL",
        "con.txt",
        "a\nb",
        "x" * 81,
        "\ud800",
        "\U0001f469" * 80,
    ],
)
def test_a_name_that_some_disk_cannot_have_is_refused(save: Path, name: str) -> None:
    with pytest.raises(SaveError) as caught:
        rename(save, name)
    assert caught.value.problem is Problem.BAD_NAME
    assert save.exists()


def test_a_name_that_is_taken_is_refused(save: Path) -> None:
    other = duplicate(save)
    with pytest.raises(SaveError) as caught:
        rename(save, other.name)
    assert caught.value.problem is Problem.EXISTS


def test_a_copy_holds_the_same(save: Path) -> None:
    copies = [duplicate(save), duplicate(save)]
    assert [copy.name for copy in copies] == ["sessie-2.jsonl", "sessie-3.jsonl"]
    assert all(copy.read_bytes() == save.read_bytes() for copy in copies)
    with pytest.raises(SaveError):
        duplicate(save.with_name("missing.jsonl"))


def test_what_is_deleted_lies_in_the_bin(save: Path) -> None:
    content = save.read_bytes()
    for name in ("sessie.jsonl", "sessie-2.jsonl"):
        save.write_bytes(content)
        binned = delete(save)
        assert binned == save.parent / BIN / name
        assert binned.read_bytes() == content
    assert list_saves(save.parent) == ()
    with pytest.raises(SaveError) as caught:
        delete(save)
    assert caught.value.problem is Problem.NOT_FOUND


def test_a_file_is_named_in_letters_that_every_disk_has() -> None:
    setup = Setup(gemeente="’s-Hertogenbosch", wijk="De Hambaken / Oost", table="Café é", date="")
    assert file_name(setup, story.MOMENT) == (
        "2026-11-22-1900-s-hertogenbosch-de-hambaken-oost-cafe-e.jsonl"
    )
    longest = replace(setup, gemeente="x" * 2000, date="2026-01-02")
    assert len(file_name(longest, story.MOMENT)) < 100
