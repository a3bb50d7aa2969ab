"""A save of every format ever released still opens, and still means the same."""

import json
from pathlib import Path

from game.core.session import Phase, Session
from game.store import upgrade
from game.store.codec import EVENTS
from game.store.journal import Saved, header_line, read, step_line
from game.table import Table
from tests.store import story

SAMPLES = Path(__file__).parent / "samples"

TOLD = [
    ("card-4", "differed", 1),
    ("card-12", "agreed", 1),
    ("card-14", "split", 1),
    ("card-8", "parked", 1),
    ("card-10", "skipped", 1),
    ("card-4", "skipped", 2),
]


def format_1() -> Saved:
    return read(SAMPLES / "format-1.jsonl")


def holds(new: object, old: object) -> bool:
    """Tell whether a value has everything that an older one had: adding is free."""
    match new, old:
        case dict(), dict():
            return all(key in new and holds(new[key], value) for key, value in old.items())
        case list(), list():
            same_length = len(new) == len(old)
            return same_length and all(holds(a, b) for a, b in zip(new, old, strict=True))
        case _:
            return new == old


def test_there_is_a_sample_of_every_format() -> None:
    assert all((SAMPLES / f"format-{n}.jsonl").exists() for n in range(1, upgrade.FORMAT + 1))
    assert set(upgrade.UPGRADES) == set(range(1, upgrade.FORMAT))


def test_format_1_still_tells_the_same_story() -> None:
    session = format_1().session
    assert story.told(session) == TOLD
    assert session.phase is Phase.FINISHED
    assert session.setup.gemeente == "Voorbeeldstad"
    assert [seat.label for seat in session.seats][-1] == "Huisartsen"
    assert session.blanks[0].text == story.STRANGE
    assert dict(session.answers)["werkdefinitie"] == story.STRANGE
    differed = session.history[0]
    assert differed.settlement.reasons[1][1] == story.STRANGE
    assert differed.arguments[0].text == story.STRANGE + "!"


def test_format_1_has_every_kind_of_event() -> None:
    lines = (SAMPLES / "format-1.jsonl").read_bytes().split(b"\n")[1:-1]
    kinds = {event["kind"] for line in lines for event in json.loads(line)["events"]}
    assert kinds == set(EVENTS)


def test_format_1_is_still_written_so() -> None:
    saved = format_1()
    header, *steps = (SAMPLES / "format-1.jsonl").read_bytes().split(b"\n")[:-1]
    old = json.loads(header)
    del old["crc"]
    assert holds(json.loads(json.dumps(header_line(saved.header))), old)
    for number, (line, step) in enumerate(zip(steps, saved.steps, strict=True)):
        old = json.loads(line)
        del old["crc"]
        assert holds(step_line(number, step), old)


def test_the_story_still_plays(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        story.play_all(table)
        told = story.told(table.session)
    again: Session = Table.open(table.path, read_only=True).table.session
    assert told == story.told(again) == TOLD
