"""The door to a session: it saves before it shows, cleans what is typed, and loses nothing."""

import errno
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.cards import Meets
from game.core.record import duration
from game.core.refusals import Reason, Refused
from game.core.session import Phase
from game.core.setup import Sealing, Setup
from game.store.errors import Problem, SaveError, TroubleKind
from game.table import DRAFT_SECONDS, Table, clean, clean_text
from tests.core.play import COM, PER, deck, seats
from tests.store import story

ROOT = Path(__file__).parents[1]


def again(table: Table) -> Table:
    """Open the file of a table a second time, only to look."""
    return Table.open(table.path, read_only=True).table


def test_a_new_table_is_on_the_disk_at_once(tmp_path: Path) -> None:
    with story.new(tmp_path / "made" / "for it") as table:
        assert table.trouble is None
        assert table.path.name.endswith("-voorbeeldstad-berflo-es-tafel-1.jsonl")
        assert table.session.phase is Phase.HAND
        assert again(table).session == table.session
        assert (table.started, table.app_version) == ("2026-11-22T19:00:00.000Z", "0.1.0")


def test_a_set_up_against_the_rules_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        Table.new(deck(), Setup(), seats(1), folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_two_tables_of_one_minute_get_two_files(tmp_path: Path) -> None:
    with story.new(tmp_path) as one, story.new(tmp_path) as two:
        assert one.path != two.path


def test_a_chosen_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("dear")
    with pytest.raises(SaveError) as caught:
        Table.new(deck(), Setup(), seats(), folder=tmp_path, path=path)
    assert caught.value.problem is Problem.EXISTS
    assert path.read_text() == "dear"


def test_every_step_is_saved_before_it_is_shown(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        shown = table.session
        step = table.play(i.PlayCard(shown.playable[0]))
        assert again(table).steps == table.steps == (table.steps[0], step)
        assert step.at == "2026-11-22T19:00:01.000Z"
        assert again(table).session == table.session != shown


def test_a_refused_wish_changes_nothing(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        before = table.path.read_bytes()
        refused = table.refusal(i.Reveal())
        assert refused is not None
        with pytest.raises(Refused) as caught:
            table.play(i.Reveal())
        assert caught.value.reason is refused.reason
        assert table.refusal(i.Pause()) is None
        assert table.path.read_bytes() == before


def test_undo_gives_the_session_before(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        table.play(i.PlayCard(table.session.playable[0]))
        before = table.session.current
        table.play(i.NoteWording("anders"))
        table.undo()
        assert table.session.current == before
        assert again(table).session == table.session
        table.undo()
        with pytest.raises(Refused) as caught:
            table.undo()
        assert caught.value.reason is Reason.NOTHING_TO_UNDO


def test_a_screen_does_not_see_what_is_sealed(tmp_path: Path) -> None:
    with story.new(tmp_path, setup=Setup(sealing=Sealing.VEIL)) as table:
        story.put(table)
        table.play(i.Seal("s1", COM))
        assert table.session.current is not None
        assert table.view.current is not None
        assert table.session.current.seals[0].vote is COM
        assert table.view.current.seals[0].vote is None


def test_a_conversation_goes_on_where_it_was(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        story.put(table)
    opened = Table.open(table.path, now=story.clock())
    assert opened.notices == ()
    with opened.table as later:
        assert later.session == table.session
        later.play(i.Seal("s1", PER))
        assert again(later).session == later.session
        assert later.deck == deck()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("gewoon", "gewoon"),
        ("cafe\u0301", "café"),
        ("a\r\nb\rc\td", "a\nb\nc d"),
        ("a\x00b\x1b[31mc\x7f\x9f", "ab[31mc"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a\ud83db", "ab"),
        ("👩🏽‍🦽 مرحبا \u200fשלום \u2028", "👩🏽‍🦽 مرحبا \u200fשלום \u2028"),
    ],
)
def test_typed_texts_are_put_in_one_form(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept
    assert clean(i.Argue("s1", PER, typed, "crit-1", Meets.YES)) == i.Argue(
        "s1", PER, kept, "crit-1", Meets.YES
    )
    assert clean(i.Split((typed, typed))) == i.Split((kept, kept))


def test_cleaned_texts_are_what_is_played_and_saved(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        table.play(i.AddNote("\u202ecafe\u0301\ud800\x07\n" + story.STRANGE))
        assert table.session.notes[0].text == "café\n" + story.STRANGE
        assert again(table).session == table.session


def test_a_text_of_a_hundred_thousand_letters_is_refused(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        with pytest.raises(Refused) as caught:
            table.play(i.AddNote("é" * 100_000))
        assert caught.value.reason is Reason.TOO_LONG


def test_a_paper_session_has_no_times(tmp_path: Path) -> None:
    with story.new(tmp_path, setup=Setup(sealing=Sealing.PAPER)) as table:
        assert table.play(i.PlayCard("card-3")).at == ""
        assert (table.started, duration(table.steps)) == ("", None)
        assert again(table).session == table.session


def test_time_counts_without_pauses_and_breaks(tmp_path: Path) -> None:
    moment = story.MOMENT

    def at(minutes: float, intent: i.Intent) -> None:
        nonlocal moment
        moment = story.MOMENT + timedelta(minutes=minutes)
        table.play(intent)

    table = Table.new(deck(), Setup(), seats(), folder=tmp_path, now=lambda: moment)
    at(5, i.Pause())
    at(9, i.Resume())
    at(10, i.AddNote("x"))
    assert duration(table.steps) == 6 * 60
    at(60 * 24, i.AddNote("y"))
    assert duration(table.steps) == 6 * 60, "a night between two evenings is a break"
    at(60 * 24 + 2, i.AddNote("z"))
    assert duration(table.steps) == 8 * 60
    table.close()


def test_a_table_opened_to_be_read_cannot_be_played(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        looking = again(table)
        with pytest.raises(SaveError) as caught:
            looking.play(i.Pause())
        assert caught.value.problem is Problem.READ_ONLY
        looking.save_elsewhere(tmp_path / "copy")
        looking.play(i.Pause())
        assert again(looking).session.paused
        looking.close()
        assert not again(table).session.paused


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_stops_nothing_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with story.new(tmp_path / "a") as table:
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", full)
            table.play(i.AddNote("een"))
            table.play(i.AddNote("twee"))
            assert table.trouble is not None
            assert table.trouble.kind is TroubleKind.DISK_FULL
            assert len(table.session.notes) == 2
            assert len(again(table).steps) == 1
        table.play(i.AddNote("drie"))
        assert table.trouble is None
        assert again(table).steps == table.steps


def test_what_was_not_saved_can_be_saved_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with story.new(tmp_path / "a") as table:
        old = table.path
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", full)
            table.play(i.AddNote("een"))
            table.set_draft("note", "half")
        table.save_elsewhere(tmp_path / "b")
        assert table.trouble is None
        assert table.path == tmp_path / "b" / old.name
        table.play(i.AddNote("twee"))
    assert again(table).steps == table.steps
    assert again(table).draft("note") == "half"
    assert len(Table.open(old, read_only=True).table.steps) == 1


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    table = story.new(tmp_path / "file" / "saves")
    assert table.trouble is not None
    table.play(i.Pause())
    assert table.session.paused
    with pytest.raises(SaveError) as caught:
        table.save_elsewhere(tmp_path / "file")
    assert caught.value.problem is Problem.NOT_WRITTEN
    table.save_elsewhere(tmp_path)
    assert table.trouble is None
    assert again(table).session == table.session
    table.close()


def test_a_file_that_another_program_wrote_in_is_left_alone(tmp_path: Path) -> None:
    with story.new(tmp_path / "a") as table:
        with table.path.open("ab") as other:
            other.write(b"x\n")
        grown = table.path.read_bytes()
        table.play(i.Pause())
        table.play(i.Resume())
        assert table.trouble is not None
        assert table.trouble.kind is TroubleKind.CHANGED
        assert table.path.read_bytes() == grown
        table.save_elsewhere(tmp_path / "a")
        assert again(table).steps == table.steps


def test_a_file_that_went_away_is_named(tmp_path: Path) -> None:
    with story.new(tmp_path / "a") as table:
        table.path.unlink()
        table.play(i.Pause())
        assert table.trouble is not None
        assert table.trouble.kind is TroubleKind.GONE
        table.save_elsewhere(tmp_path / "b")
        assert again(table).session.paused


def test_half_typed_texts_are_kept_and_forgotten(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        side = table.path.with_name(table.path.name + ".drafts")
        table.set_draft("argue.text", "omdat")
        table.tick(100.0)
        assert again(table).drafts == {"argue.text": "omdat"}
        table.set_draft("argue.text", "omdat het")
        table.tick(100.0 + DRAFT_SECONDS / 2)
        assert again(table).draft("argue.text") == "omdat"
        table.tick(100.0 + DRAFT_SECONDS)
        assert again(table).draft("argue.text") == "omdat het"
        table.set_draft("argue.text", "omdat het zo is \ud800👍")
    opened = Table.open(table.path)
    assert opened.notices == ()
    with opened.table as later:
        assert later.draft("argue.text") == "omdat het zo is 👍"
        later.set_draft("argue.text", "")
    assert not side.exists()


def test_a_broken_side_file_is_no_drafts(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        pass
    side = table.path.with_name(table.path.name + ".drafts")
    for content in (b"", b"\xff", b"[]", b'{"a": 3}'):
        side.write_bytes(content)
        assert again(table).drafts == {}


ARGUING = """
import sys
from pathlib import Path
from game.core import intents as i
from game.core.cards import Place
from game.table import Table
from tests.store import story
table = story.new(Path(sys.argv[1]))
story.put(table)
for seat, place in (("s1", "personal"), ("s2", "communal"), ("s3", "communal")):
    table.play(i.Seal(seat, Place(place)))
table.play(i.Reveal())
table.play(i.Argue("s1", Place.PERSONAL, "eerste reden"))
table.set_draft("argue.text", "halverwege een z")
table.tick(0.0)
table.tick(2.0)
print(table.path, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_in_the_middle_of_an_argument_it_goes_on_there(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ARGUING, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        path = Path(process.stdout.readline().rstrip("\n"))
        os.kill(process.pid, signal.SIGKILL)
    opened = Table.open(path)
    assert opened.notices == ()
    with opened.table as table:
        assert table.session.phase is Phase.ARGUE
        assert table.session.current is not None
        assert table.session.current.arguments[0].text == "eerste reden"
        assert table.draft("argue.text") == "halverwege een z"
        table.play(i.Argue("s2", COM, "tweede reden"))


FILLING = """
import resource, sys
from pathlib import Path
from game.core import intents as i
from tests.store import story
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
table = story.new(Path(sys.argv[1]))
played = 0
while table.trouble is None:
    table.play(i.AddNote("x" * 100))
    played += 1
print(table.path, table.trouble.kind, len(table.steps), sep="|", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_real_limit_leaves_a_clean_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FILLING, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    path, kind, steps = done.stdout.strip().split("|")
    opened = Table.open(Path(path))
    assert kind == TroubleKind.DISK_FULL
    assert opened.notices == ()
    assert len(opened.table.steps) == int(steps) - 1
    opened.table.close()


def test_starting_up_needs_no_yaml_and_no_window() -> None:
    code = "import sys, game.table; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["yaml", "platformdirs", "pygame", "shutil", "subprocess", "uuid"]
    done = subprocess.run(
        [sys.executable, "-c", code, *heavy], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_emptied_field_is_kept_apart_from_an_untouched_one(tmp_path: Path) -> None:
    with story.new(tmp_path) as table:
        table.set_draft("reden", "", emptied=True)
        table.set_draft("grens", "")
        assert table.draft_or("reden", "ontwerp") == ""
        assert table.draft_or("grens", "ontwerp") == "ontwerp"
    with Table.open(table.path).table as resumed:
        assert resumed.draft_or("reden", "ontwerp") == ""
        resumed.set_draft("reden", "")
        assert resumed.draft_or("reden", "ontwerp") == "ontwerp"
