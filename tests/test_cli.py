"""The commands: what they print, what they write, and how they end."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game import __version__, app, i18n, records
from game.cli import main
from game.commands.records import EXPORTS
from game.core import intents as i
from game.core.cards import Place
from game.core.outcome import Outcome
from game.decks.library import Library
from game.demo import playing
from game.export.formats import Format
from game.replay import tell
from game.store.paths import resources
from game.table import Table
from tests.export import talk

SHEETS = Path(__file__).parent / "paper"
EXAMPLE = resources() / "saves" / "voorbeeld.jsonl"
CALLS = (["--help"], ["replay", "--help"], ["record", "import", "--help"], ["deck", "list"])

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SFERENSPEL_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("SFERENSPEL_DECKS", str(tmp_path / "decks"))
    monkeypatch.setenv("SFERENSPEL_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setitem(vars(argparse), "_", vars(argparse)["_"])
    yield
    i18n.use(i18n.DEFAULT)


def run(*arguments: object) -> int:
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as ended:
        return int(ended.code or 0)


def process(*arguments: object, python: tuple[str, ...] = ("-m", "game")) -> Any:
    return subprocess.run(
        [sys.executable, *python, *map(str, arguments)],
        cwd=resources(),
        env={**os.environ, "PYTHONPATH": str(resources())},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def example(tmp_path: Path, cards: int = 3) -> Path:
    path = tmp_path / "klein.jsonl"
    assert run("demo", "--headless", "--cards", cards, "-o", path) == 0
    return path


def test_the_example_session_is_what_the_demo_makes(tmp_path: Path, capsys: Capture) -> None:
    made = tmp_path / "voorbeeld.jsonl"
    assert run("demo", "--headless", "--out", made) == 0
    assert capsys.readouterr().out == f"{made}\n"

    def told(path: Path) -> list[dict[str, object]]:
        lines = [json.loads(line) for line in path.open(encoding="utf-8")]
        volatile = ("crc", "app_version")
        return [{k: v for k, v in line.items() if k not in volatile} for line in lines]

    advice = "make it anew: python -m game demo --headless --force -o saves/voorbeeld.jsonl"
    assert told(made) == told(EXAMPLE), advice
    again = tmp_path / "again.jsonl"
    assert run("demo", "--headless", "--out", again) == 0
    assert again.read_bytes() == made.read_bytes()


def test_the_example_session_is_a_finished_conversation() -> None:
    opened = Table.open(EXAMPLE, read_only=True)
    session = opened.table.session
    assert opened.notices == ()
    assert session.finished
    assert session.played == playing.CARDS
    differed = [card for card in session.latest if card.outcome is Outcome.DIFFERED]
    assert len(differed) >= 3
    assert all(card.settlement.crux for card in differed)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("call", CALLS)
def test_help_speaks_the_language(call: list[str], language: str, capsys: Capture) -> None:
    assert run("--lang", language, *call) == 0
    assert run(*call, "--lang", language) == 0
    said = capsys.readouterr().out
    if "--help" in call:
        expected = ("gebruik:", "opties:", "toon deze hulp")
        other = ("usage:", "options:", "show this help")
        for word, not_word in zip(
            *((expected, other)[:: 1 if language == "nl" else -1]), strict=True
        ):
            assert word in said
            assert not_word not in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["record"],
        ["deck"],
        ["replay"],
        ["record", "export", "x", "--to", "pdf,wordperfect"],
        ["record", "import", "x.csv"],
        ["demo", "--headless"],
        ["demo", "--out", "x"],
        ["demo", "--cards", "0"],
        ["demo", "--seed", "x"],
        ["--lang", "de"],
        ["--window", "12"],
        ["--window", "1x1", "play"],
        ["play", "--window", "1280x"],
        ["--up-to-damage"],
    ],
)
def test_wrong_arguments_end_in_two(arguments: list[str], capsys: Capture) -> None:
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "fout:" in said.err
    assert "gebruik:" in said.err
    assert not any(english in said.err for english in ("error:", "usage:", "invalid", "argument"))


def test_the_version(capsys: Capture) -> None:
    assert run("--version") == run("deck", "list", "--version") == 0
    assert capsys.readouterr().out == f"sferenspel {__version__}\n" * 2


def test_what_the_window_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[dict[str, object]] = []

    def window(demo: playing.Demo | None = None, **wishes: object) -> int:
        shown = demo and (demo.deck.id, demo.seed, demo.setup.cards)
        asked.append({**wishes, "demo": shown})
        return 0

    monkeypatch.setattr(app, "run", window)
    usual = {
        "saves": None,
        "decks": None,
        "language": None,
        "window_size": None,
        "setup_file": None,
        "save_file": None,
        "demo": None,
        "seed": None,
        "verbose": False,
    }
    save = tmp_path / "s.jsonl"
    save.touch()
    options = ("--saves", tmp_path, "--lang", "en", "--window", "1280x720", "--verbose")
    chosen = {
        "saves": tmp_path,
        "language": "en",
        "window_size": (1280, 720),
        "verbose": True,
    }
    assert run() == 0
    assert run(*options) == run("play", *options) == run(*options, "play") == 0
    assert run("play", "--setup", "x.json", "--seed", "4") == run("play", save) == 0
    assert run("demo") == run("demo", "--seed", "0", "--cards", "5", "--decks", tmp_path) == 0
    assert run("demo", "--deck", "proefronde", "--cards", "4") == 0
    assert asked == [
        usual,
        {**usual, **chosen},
        {**usual, **chosen},
        {**usual, **chosen},
        {**usual, "setup_file": Path("x.json"), "seed": 4},
        {**usual, "save_file": save},
        {**usual, "demo": (playing.DECK, playing.SEED, playing.CARDS)},
        {**usual, "demo": (playing.DECK, 0, 5), "decks": tmp_path},
        {**usual, "demo": ("proefronde", playing.SEED, 4)},
    ]


def test_the_demo_goes_where_it_is_told(tmp_path: Path, capsys: Capture) -> None:
    path = example(tmp_path)
    before = path.read_bytes()
    assert run("demo", "--headless", "--cards", 2, "-o", path) == 1
    assert path.read_bytes() == before
    said = capsys.readouterr().err
    assert "klein.jsonl" in said
    assert "--force" in said
    assert run("demo", "--headless", "--cards", 2, "-o", path, "--force") == 0
    assert path.read_bytes() != before
    assert run("demo", "--headless", "--cards", 2, "--deck", "social-base-en", "-o", tmp_path) == 0
    assert (tmp_path / f"demo-social-base-en-{playing.SEED}.jsonl").is_file()
    assert run("demo", "--headless", "-o", tmp_path / "not" / "there.jsonl") == 1
    assert run("demo", "--headless", "-o", f"{tmp_path / 'not'}/") == 1
    assert run("demo", "--headless", "-o", "-") == 1
    assert run("demo", "--headless", "--cards", 999, "-o", tmp_path / "x.jsonl") == 1
    assert run("demo", "--headless", "--deck", "niets", "-o", tmp_path / "x.jsonl") == 1
    assert not list(tmp_path.glob(".sferenspel*"))
    assert not (tmp_path / "x.jsonl").exists()


def test_a_record_is_shown_and_exported(tmp_path: Path, capsys: Capture) -> None:
    path = example(tmp_path)
    capsys.readouterr()
    assert run("record", "show", path) == 0
    assert "Voorbeeldstad" in capsys.readouterr().out
    for number, to in enumerate(EXPORTS):
        bare = tmp_path / f"verslag-{number}"
        target = bare.with_name(f"{bare.name}{Format(to).ending}")
        assert run("record", "export", path, "--to", to, "-o", bare) == 0
        assert not bare.exists()
        public = ("record", "export", path, "--to", to, "--public", "-o", target)
        before = target.read_bytes()
        assert run(*public) == 1
        assert "Met --force" in capsys.readouterr().err
        assert target.read_bytes() == before
        assert run(*public, "--force") == 0
        said = capsys.readouterr()
        assert "getypte teksten blijven erin staan" in said.err
        assert said.out == f"{target}\n"
        assert run("record", "export", path, "--to", to, "-o", tmp_path) == 0
        assert target.stat().st_size > 100
        lines = capsys.readouterr().out.splitlines()
        assert Path(lines[0]).parent == tmp_path
        assert Path(lines[0]).is_file()
    assert run("record", "export", path, "--to", "json", "-o", tmp_path / "not" / "x") == 1
    assert tuple(EXPORTS) == tuple(Format)


def test_a_record_is_exported_as_many_kinds_at_once(tmp_path: Path, capsys: Capture) -> None:
    path = example(tmp_path)
    (tmp_path / "uit").mkdir()
    capsys.readouterr()
    many = ("record", "export", path, "--to", "csv, md", "--to", "csv-machine,csv", "--roles")
    assert run(*many, "-o", tmp_path / "uit") == 0
    named = "gespreksverslag-voorbeeldstad-noord-tafel-3-2026-11-12-rollen"
    said = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in said] == [f"{named}.csv", f"{named}.md", f"{named}-machine.csv"]
    assert {path.parent for path in said} == {tmp_path / "uit"}
    assert run(*many, "-o", tmp_path / "verslag.docx") == 0
    said = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in said] == ["verslag.csv", "verslag.md", "verslag-machine.csv"]
    told = (tmp_path / "verslag.csv").read_text(encoding="utf-8-sig")
    assert "Wonen in de wijk" in told
    assert "Sportclub;" not in told
    assert run(*many, "-o", tmp_path / "verslag") == 1
    assert "verslag.csv" in capsys.readouterr().err


def test_a_seat_without_a_role_is_called_the_same_everywhere() -> None:
    record = replace(talk.played(), seats=tuple(replace(s, role="") for s in talk.played().seats))
    i18n.use("nl")
    labels = [seat.label for seat in records.version(record, by_role=True).seats]
    assert labels[:2] == ["Stoel 1", "Stoel 2"]


def test_saves_are_found_by_name(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "saves").mkdir()
    assert run("demo", "--headless", "--cards", "1", "-o", tmp_path / "saves" / "avond.jsonl") == 0
    capsys.readouterr()
    assert run("replay", "avond") == run("replay", "avond.jsonl") == 0
    elsewhere = tmp_path / "elsewhere"
    assert run("replay", "avond", "--saves", elsewhere) == 1
    assert "avond" in capsys.readouterr().err


def test_damage_is_named_and_can_be_read_up_to(tmp_path: Path, capsys: Capture) -> None:
    path = example(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:20], lines[20].replace(b'"n":', b'"N":'), *lines[21:]]))
    capsys.readouterr()
    assert run("replay", path) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "21" in said.err
    assert "--up-to-damage" in said.err
    assert run("replay", path, "--up-to-damage", "--json") == 0
    said = capsys.readouterr()
    assert json.loads(said.out.splitlines()[-1])["step"] <= 18
    assert "21" in said.err
    for broken in (b"", b"{}\n", b"not a save\n", b"\x00\xff"):
        path.write_bytes(broken)
        for command in (["replay"], ["record", "show"], ["record", "export", "--to", "json"]):
            assert run(*command, path) == 1
            assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_sheet_becomes_a_save(tmp_path: Path, capsys: Capture) -> None:
    sheet = tmp_path / "avond.csv"
    sheet.write_text(
        "kaart;stoel;grootte;eerste;grens\n"
        "Repaircafé;Bewoners;3;gemeenschappelijk;Als het stopt.\n"
        "repaircaf;Welzijn;2;gemeenschappelijk;\n",
        encoding="utf-8",
    )
    wrong = ("record", "import", sheet, "--deck", "sociale-basis")
    assert run(*wrong) == 1
    assert "rij 3, kolom kaart" in capsys.readouterr().err.casefold()
    sheet.write_text(sheet.read_text("utf-8").replace("repaircaf;", "repaircafe;"), "utf-8")
    assert run(*wrong) == 0
    made = Path(capsys.readouterr().out.strip())
    assert made == tmp_path / "saves" / "avond.jsonl"
    session = Table.open(made, read_only=True).table.session
    assert session.paper
    assert session.latest[0].places == (Place.COMMUNAL,)
    assert run(*wrong) == 1
    assert run(*wrong, "--force") == 0
    assert run("replay", made, "--json") == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()[1:]]
    assert {step["at"] for step in told} == {""}
    assert run("replay", made) == 0
    assert "speelt" not in capsys.readouterr().out
    assert run("record", "show", made) == 0
    said = capsys.readouterr().out
    assert not [told for told in ("op tafel gelegd door", "Kaarten in een hand") if told in said]


def test_a_save_is_only_called_what_the_list_finds(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "avond.txt"
    sheet = tmp_path / "avond.csv"
    sheet.write_text(
        "kaart;stoel;eerste\nRepaircafé;A;buiten\nRepaircafé;B;buiten\n", encoding="utf-8"
    )
    assert run("record", "import", sheet, "--deck", "sociale-basis", "-o", out) == 1
    assert capsys.readouterr().err == "Een bewaard gesprek eindigt op .jsonl.\n"
    assert not out.exists()


def test_bad_sheets_write_nothing(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "x.jsonl"
    assert run("record", "import", SHEETS / "bad.csv", "--deck", "sociale-basis", "-o", out) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) > 20
    assert all("bad.csv: Rij " in line for line in said.err.splitlines())
    missing = tmp_path / "missing.csv"
    assert run("record", "import", missing, "--deck", "sociale-basis", "-o", out) == 1
    assert not out.exists()


def test_what_the_system_says_is_told_in_dutch(tmp_path: Path, capsys: Capture) -> None:
    small = example(tmp_path)
    folder = tmp_path / "map.jsonl"
    folder.mkdir()
    assert run("record", "show", folder) == 1
    assert run("record", "import", folder, "--deck", "sociale-basis") == 1
    assert capsys.readouterr().err.count("het is een map en geen bestand") == 2
    long = tmp_path / f"{'n' * 300}.html"
    said = process("record", "export", small, "--to", "html", "-o", long).stderr
    assert "de naam is te lang" in said


def test_a_file_that_is_no_sheet_is_told_in_short_lines(tmp_path: Path, capsys: Capture) -> None:
    small = example(tmp_path)
    assert run("record", "import", small, "--deck", "sociale-basis") == 1
    assert max(map(len, capsys.readouterr().err.splitlines())) < 60 + 2 * len(str(small))


def test_more_cards_than_the_deck_has_is_told_with_both_numbers(
    tmp_path: Path, capsys: Capture
) -> None:
    for call in (["--cards", "999"], ["--cards", "73", "--headless", "-o", tmp_path / "x.jsonl"]):
        assert run("demo", *call) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"{call[1]} kaarten kan niet.")
        assert "hoogstens 72" in said
    assert run("demo", "--deck", "wijkteam", "--cards", "25") == 1
    assert "hoogstens 24" in capsys.readouterr().err


def test_a_folder_of_decks_that_is_not_there_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert run("deck", "list", "--decks", tmp_path / "weg") == 2
    assert capsys.readouterr().err == f"Er is geen map {tmp_path / 'weg'}.\n"
    assert run("deck", "list", "--decks", tmp_path) == 0


def test_a_deck_is_checked_by_its_id_and_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: Capture
) -> None:
    assert run("deck", "check", "sociale-basis") == 0
    assert capsys.readouterr().out == "sociale-basis: niets mis\n"
    gone = tmp_path / "weg.yaml"
    assert run("deck", "check", gone, "sociale-bas") == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{gone}: dit bestand is er niet"
    assert "sociale-basis" in second


def test_a_file_that_is_no_deck_is_told_in_dutch(tmp_path: Path, capsys: Capture) -> None:
    readme = resources() / "README.md"
    empty = tmp_path / "leeg.txt"
    empty.write_text("", encoding="utf-8")
    for file in (readme, empty):
        assert run("deck", "check", file) == 1
        assert ": de hele set: " in capsys.readouterr().out
        assert run("demo", "--headless", "--deck", file, "-o", tmp_path / "x.jsonl") == 1
        assert ": de hele set: " in capsys.readouterr().err


def test_decks_are_checked_and_listed(tmp_path: Path, capsys: Capture) -> None:
    shipped = sorted((resources() / "decks").glob("*.yaml"))
    assert run("deck", "check", *shipped) == 0
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: Bad Id\n", encoding="utf-8")
    capsys.readouterr()
    assert run("deck", "check", shipped[0], bad) == 1
    assert f"{bad}:2:" in capsys.readouterr().out
    assert run("deck", "check", bad, "--json") == 1
    assert all(json.loads(line)["file"] for line in capsys.readouterr().out.splitlines())
    assert run("deck", "check", tmp_path / "nothing.yaml") == 1
    capsys.readouterr()
    assert run("deck", "list") == 0
    listed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("sociale-basis ") and "72 kaarten" in line for line in listed)
    assert run("deck", "list", "--json") == 0
    ids = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert "sociale-basis" in ids
    (tmp_path / "decks").mkdir()
    bad.rename(tmp_path / "decks" / "bad.yaml")
    assert run("deck", "list") == 0
    assert "fout" in capsys.readouterr().out


def test_a_replay_has_a_line_a_step(tmp_path: Path, capsys: Capture) -> None:
    path = example(tmp_path)
    capsys.readouterr()
    assert run("replay", path, "--json") == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(list(step) == ["step", "at", "kind", "card", "points", "max"] for step in told)
    assert [step["step"] for step in told] == sorted({step["step"] for step in told})
    assert told[0]["kind"] == "session.started"
    assert told[-1]["kind"] == "session.finished"
    assert all(step["card"] for step in told if step["kind"] == "vote.sealed")
    assert run("replay", path) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(told)


def test_a_replay_tells_no_seal_that_was_never_turned_over(tmp_path: Path) -> None:
    deck = Library((resources() / "decks",)).load("proefronde")
    script = playing.Demo(deck, cards=3)
    table = Table.new(
        deck, script.setup, script.seats, folder=tmp_path, path=tmp_path / "s.jsonl", seed=1
    )
    seats = [seat.id for seat in table.session.seats]

    def play(*intents: i.Intent) -> None:
        for intent in intents:
            table.play(intent)

    def card() -> i.PlayCard:
        return i.PlayCard(table.session.playable[0])

    play(card(), i.StartProposing(), i.Seal(seats[0], Place.PERSONAL))  # steps 1 to 3
    play(i.Seal(seats[0], Place.OUTSIDE), i.Seal(seats[1], Place.OUTSIDE))  # 4 and 5: shown
    play(i.Seal(seats[2], Place.OUTSIDE), i.Unseal(seats[2]))
    play(i.Seal(seats[3], Place.OUTSIDE), i.Undo())
    play(i.Seal(seats[4], Place.OUTSIDE), i.Leave(seats[4]))
    play(
        i.Reveal(without_missing=True),
        i.NoteBoundary("herroepen"),
        i.Undo(),
        i.NoteBoundary("Als."),
    )
    play(i.AskDiscussion()) if table.session.phase.value == "fast" else None
    play(i.Skip())
    play(card(), i.StartProposing(), i.Seal(seats[1], Place.PERSONAL), i.Park())
    told = list(tell(table.deck, table.steps))
    assert [step.step for step in told if step.kind == "vote.sealed"] == [4, 5]
    kinds = {step.kind for step in told}
    assert not kinds & {"vote.unsealed", "step.retracted"}
    assert "herroepen" not in " ".join(step.what for step in told)
    assert any("Als." in step.what for step in told)
    before_reveal = [step.what for step in told if step.kind == "vote.sealed"]
    assert not any("uiten" in what for what in before_reveal)


def test_a_reader_that_stops_is_no_error(tmp_path: Path) -> None:
    path = example(tmp_path)
    shell = f'"{sys.executable}" -m game replay "{path}" | "{sys.executable}" -c "input()"'
    ended = subprocess.run(
        shell, shell=True, cwd=resources(), capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_is_no_bug(tmp_path: Path) -> None:
    path = example(tmp_path)
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "game", "replay", str(path)],
            cwd=resources(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert not list((tmp_path / "saves").glob("crash-*"))


def test_a_bug_leaves_a_plain_line_and_a_log(tmp_path: Path) -> None:
    code = (
        "import sys; from game.commands import decks; from game.cli import main\n"
        "def boom(*a, **k): raise ZeroDivisionError('oeps')\n"
        "decks.list_decks = boom; sys.exit(main(sys.argv[1:]))"
    )
    ended = process("deck", "list", python=("-c", code))
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "Traceback" not in ended.stderr
    assert "Wat bewaard is, is veilig." in ended.stderr
    logs = list((tmp_path / "saves").glob("crash-*.txt"))
    assert len(logs) == 1
    assert "oeps" in logs[0].read_text(encoding="utf-8")
    assert str(logs[0]) in ended.stderr


def test_commands_need_no_pygame(tmp_path: Path) -> None:
    code = (
        "import sys; from game.cli import main\n"
        "status = main(sys.argv[1:]); assert 'pygame' not in sys.modules; sys.exit(status)"
    )
    path = example(tmp_path)
    for call in (["replay", path], ["deck", "list"], ["record", "show", path]):
        ended = process(*call, python=("-c", code))
        assert (ended.returncode, ended.stderr) == (0, "")


def test_a_terminal_without_our_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = example(tmp_path)
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    ended = process("record", "show", path)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="only here can a screen be taken away")
@pytest.mark.parametrize("display", ["", ":12345"])
def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch, display: str) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    if display:
        monkeypatch.setenv("DISPLAY", display)
    ended = process()
    assert ended.returncode == 1
    assert ended.stderr.startswith("Hier kan geen scherm open.")
    assert len(ended.stderr.splitlines()) == 1
