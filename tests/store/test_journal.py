"""A save survives cuts, flips, full disks and other writers, and says what was lost."""

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import events as e
from game.core.session import Step
from game.store.errors import FileChangedError, Notice, NoticeKind, Problem, SaveError
from game.store.journal import Journal, header_line, read, resume, step_line
from game.store.lines import NO_CHECKSUM, seal
from game.store.saves import entry
from tests.store import story

SAMPLE = Path(__file__).parent / "samples" / "format-1.jsonl"


@pytest.fixture
def save(tmp_path: Path) -> Path:
    path = tmp_path / "sessie.jsonl"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def sealed(*lines: dict[str, object]) -> bytes:
    """Write lines as a save does, whatever is in them."""
    data, crc = b"", NO_CHECKSUM
    for line in lines:
        piece, crc = seal(line, crc)
        data += piece
    return data


def steps_of(path: Path) -> tuple[Step, ...]:
    return read(path).steps


def problem(path: Path) -> tuple[Problem, int]:
    with pytest.raises(SaveError) as caught:
        read(path)
    return caught.value.problem, caught.value.line


def test_every_line_is_one_json_object_with_its_checksum() -> None:
    lines = SAMPLE.read_bytes().split(b"\n")
    assert lines.pop() == b""
    for line in lines:
        assert list(json.loads(line))[-1] == "crc"


def test_a_save_cut_anywhere_gives_the_whole_steps_before_the_cut(tmp_path: Path) -> None:
    data = SAMPLE.read_bytes()
    steps = steps_of(SAMPLE)
    ends = [number + 1 for number, byte in enumerate(data) if byte == ord("\n")]
    path = tmp_path / "cut.jsonl"
    for cut in range(ends[8] + 1):
        path.write_bytes(data[:cut])
        # A line that lacks only its line end is whole.
        whole = sum(1 for end in ends if end - 1 <= cut)
        if whole < 2:
            expected = Problem.EMPTY if whole else Problem.BROKEN_HEADER
            assert problem(path)[0] is expected, cut
            continue
        saved = read(path)
        assert saved.steps == steps[: whole - 1], cut
        clean = cut in ends or cut + 1 in ends
        assert bool(saved.notices) is not clean, cut


def test_a_cut_save_is_mended_and_goes_on(tmp_path: Path) -> None:
    data = SAMPLE.read_bytes()
    steps = steps_of(SAMPLE)
    second, third = [n + 1 for n, byte in enumerate(data) if byte == ord("\n")][4:6]
    path = tmp_path / "cut.jsonl"
    for cut in range(second, third):
        path.write_bytes(data[:cut])
        rest = path.with_name("cut.jsonl.rest")
        rest.unlink(missing_ok=True)
        opened, saved = resume(path)
        assert opened is not None
        whole = len(saved.steps)
        opened.append(steps[whole])
        opened.close()
        assert steps_of(path) == steps[: whole + 1]
        torn = second < cut < third - 1
        assert saved.notices == ((Notice(NoticeKind.TORN_LINE, rest, 6),) if torn else ())
        if torn:
            assert rest.read_bytes() == data[second:cut]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_flipped_bit_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    original = SAMPLE.read_bytes()
    where = data.draw(st.integers(0, len(original) - 1))
    flipped = bytearray(original)
    flipped[where] ^= 1 << data.draw(st.integers(0, 7))
    path = tmp_path_factory.getbasetemp() / "flipped.jsonl"
    path.write_bytes(flipped)
    line = original[:where].count(b"\n") + 1
    last = original.count(b"\n")
    if line < last:
        expected = (Problem.DAMAGED, line) if line > 1 else (Problem.BROKEN_HEADER, 1)
        assert problem(path) == expected
        return
    # The last line goes with a notice; unless it was its line end, without which it is whole.
    saved = read(path)
    assert saved.notices
    assert saved.steps == steps_of(SAMPLE)[:-1]


@pytest.mark.parametrize("between", [b"\x0b", b"", b"\r "])
def test_two_last_lines_that_ran_together_are_no_torn_line(save: Path, between: bytes) -> None:
    before, last = save.read_bytes()[:-1].rsplit(b"\n", 1)
    save.write_bytes(before + between + last + b"\n")
    line = before.count(b"\n") + 1
    assert problem(save) == (Problem.DAMAGED, line)
    assert entry(save).problem is Problem.DAMAGED
    assert read(save, up_to_damage=True).steps == steps_of(SAMPLE)[:-2]


def test_damage_in_the_middle_can_be_read_up_to(save: Path) -> None:
    lines = save.read_bytes().splitlines(keepends=True)
    lines[9] = lines[9].replace(b'"', b"'", 1)
    save.write_bytes(b"".join(lines))
    assert problem(save) == (Problem.DAMAGED, 10)
    saved = read(save, up_to_damage=True)
    assert saved.steps == steps_of(SAMPLE)[:8]
    assert saved.notices == (Notice(NoticeKind.REST_PASSED, save, 10),)
    assert save.read_bytes() == b"".join(lines)


def test_what_is_damaged_is_set_aside_before_going_on(save: Path) -> None:
    lines = save.read_bytes().splitlines(keepends=True)
    lines[9] = b"?\n"
    save.write_bytes(b"".join(lines))
    with pytest.raises(SaveError):
        resume(save)
    opened, saved = resume(save, up_to_damage=True)
    assert opened is not None
    rest = save.with_name(save.name + ".rest")
    assert saved.notices == (Notice(NoticeKind.REST_SET_ASIDE, rest, 10),)
    assert rest.read_bytes() == b"".join(lines[9:])
    opened.append(steps_of(SAMPLE)[8])
    opened.close()
    assert steps_of(save) == steps_of(SAMPLE)[:9]


def test_a_line_taken_out_or_put_in_twice_is_damage(save: Path) -> None:
    lines = save.read_bytes().splitlines(keepends=True)
    save.write_bytes(b"".join([*lines[:5], *lines[6:]]))
    assert problem(save) == (Problem.DAMAGED, 6)
    save.write_bytes(b"".join([*lines[:6], *lines[5:]]))
    assert problem(save) == (Problem.DAMAGED, 7)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"hallo\n", b"{}\n", b"\xff\xfe\n", b"[" * 100_000 + b"\n", b'{"format":1}\n'],
)
def test_what_is_no_save_has_a_broken_header(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    assert problem(path) == (Problem.BROKEN_HEADER, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"},
        {"format": 0},
        {"format": True},
        {"deck": None},
        {"deck": {"id": "x"}},
        {"started": 3},
    ],
)
def test_a_header_of_another_shape_is_broken(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(sealed(header_line(story.header()) | change))
    assert problem(path) == (Problem.BROKEN_HEADER, 1)


def test_a_save_of_a_newer_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    for content in (
        sealed(header_line(story.header()) | {"format": 2, "deck": "elsewhere"}),
        b'{"format":7,"sealed":"otherwise"}\n',
    ):
        path.write_bytes(content)
        assert problem(path) == (Problem.NEWER, 1)


def test_a_header_alone_is_a_session_that_never_started(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(sealed(header_line(story.header())))
    assert problem(path)[0] is Problem.EMPTY


def test_a_missing_save_and_a_folder_are_named(tmp_path: Path) -> None:
    assert problem(tmp_path / "x.jsonl")[0] is Problem.NOT_FOUND
    assert problem(tmp_path)[0] is Problem.UNREADABLE
    with pytest.raises(SaveError):
        resume(tmp_path / "x.jsonl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "event",
    [
        e.CardPlayed("s9", "card-1"),
        e.CardPlayed("s1", "card-99"),
        e.CardReopened("card-1", "s1"),
        e.ArgumentEdited(4, "x"),
        e.StepRetracted(9),
        e.StepRetracted(0),
        e.Revealed(("s1", "s9"), ()),
    ],
)
def test_a_step_that_does_not_follow_is_damage_at_its_line(tmp_path: Path, event: e.Event) -> None:
    path = tmp_path / "x.jsonl"
    start = steps_of(SAMPLE)[0]
    play = Step("", (e.CardPlayed("s1", "card-4"), e.ProposingStarted()))
    steps = [start, play, Step("", (event,)), Step("", (e.Paused(),))]
    lines = [step_line(number, step) for number, step in enumerate(steps)]
    path.write_bytes(sealed(header_line(story.header()), *lines))
    assert problem(path) == (Problem.DAMAGED, 4)
    assert read(path, up_to_damage=True).steps == (start, play)


@pytest.mark.parametrize(
    "line",
    [
        {"n": 2, "at": "", "events": []},
        {"n": 1, "at": None, "events": []},
        {"n": 1, "at": "", "events": {}},
        {"n": 1, "at": "", "events": [{"kind": "card.eaten"}]},
        {"n": 1, "at": "", "events": [{"kind": "session.started"}]},
    ],
)
def test_a_sealed_line_of_another_shape_is_damage(tmp_path: Path, line: dict[str, object]) -> None:
    path = tmp_path / "x.jsonl"
    first = step_line(0, steps_of(SAMPLE)[0])
    path.write_bytes(sealed(header_line(story.header()), first, line))
    assert problem(path) == (Problem.DAMAGED, 3)


def test_line_ends_of_another_system_are_read(save: Path) -> None:
    save.write_bytes(save.read_bytes().replace(b"\n", b"\r\n"))
    assert steps_of(save) == steps_of(SAMPLE)


def open_journal(path: Path) -> Journal:
    opened, _ = resume(path)
    assert opened is not None
    return opened


PAUSE = Step("2026-11-22T21:00:00.000Z", (e.Paused(),))


def test_a_file_that_grew_by_itself_is_never_appended_to(save: Path) -> None:
    with_other = open_journal(save)
    with save.open("ab") as other:
        other.write(b"something\n")
    grown = save.read_bytes()
    with pytest.raises(FileChangedError):
        with_other.append(PAUSE)
    with_other.close()
    assert save.read_bytes() == grown


def test_a_file_that_was_replaced_or_removed_is_not_appended_to(save: Path) -> None:
    opened = open_journal(save)
    copy = save.with_name("copy")
    copy.write_bytes(save.read_bytes())
    copy.replace(save)
    with pytest.raises(FileChangedError):
        opened.append(PAUSE)
    save.unlink()
    with pytest.raises(FileNotFoundError):
        opened.append(PAUSE)
    opened.close()


@pytest.mark.parametrize("room", [0, 1, 40])
def test_a_full_disk_leaves_the_file_as_it_was(
    save: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    opened = open_journal(save)
    before = save.read_bytes()
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        left = room - (os.fstat(descriptor).st_size - len(before))
        if left <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data[:left])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            opened.append(PAUSE)
    assert save.read_bytes() == before
    opened.append(PAUSE)
    opened.close()
    assert steps_of(save)[-1] == PAUSE


def test_a_failed_truncation_is_made_good_at_the_next_step(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_journal(save)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        patched.setattr(os, "ftruncate", fail)
        with pytest.raises(OSError, match="Input/output"):
            opened.append(PAUSE)
    opened.append(PAUSE)
    opened.close()
    assert steps_of(save) == (*steps_of(SAMPLE), PAUSE)


def test_a_new_save_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        Journal.create(tmp_path / "x.jsonl", story.header(), (PAUSE,))
    assert list(tmp_path.iterdir()) == []


def test_a_save_is_never_written_over(save: Path) -> None:
    before = save.read_bytes()
    with pytest.raises(FileExistsError):
        Journal.create(save, story.header(), (PAUSE,))
    assert save.read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [{"at": "gisteren"}, {"events": [{"kind": "timer.extended", "minutes": 10**400}]}]
)
def test_a_step_with_an_impossible_value_is_damage_at_its_line(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    lines: list[dict[str, object]] = [json.loads(line) for line in SAMPLE.open()]
    for line in lines:
        del line["crc"]
    lines[4] |= wrong
    path = tmp_path / "wrong.jsonl"
    path.write_bytes(sealed(*lines))
    assert problem(path) == (Problem.DAMAGED, 5)
