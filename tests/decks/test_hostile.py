"""Files that mean harm, or that are no deck at all: a finding, never a crash."""

import os
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.decks.findings import Report, Severity
from game.decks.pictures import find_picture
from game.decks.read import read_deck
from game.decks.sentences import sentence
from game.decks.tree import decode, parse
from tests.decks.example import DECK, changed, found, read, write
from tests.effort import grows_straight

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
LAUGHS = "".join(f"l{n}: &l{n} [{f'*l{n - 1}, ' * 9}]\n" for n in range(1, 9))


def png(width: int, height: int) -> bytes:
    """Make the head of a PNG file."""
    return PNG + struct.pack(">II", width, height) + b"\x08\x02\x00\x00\x00"


def jpeg(width: int, height: int) -> bytes:
    """Make the head of a JPEG file, with a comment before its frame."""
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + bytes(9)
    return b"\xff\xd8\xff\xfe\x00\x06\xff\xc0!!" + b"\xff" + frame


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[" * 400_000, "too_deep"),
        ("{a: " * 30_000, "too_deep"),
        ("- " * 400_000, "too_deep"),
        ("a:\n" + "- b\n" * 400_001, "too_many_parts"),
        ("x" * 6_000_000, "file_too_large"),
        (LAUGHS.replace("*l0", "lol"), "anchor"),
        (changed("Fanfare", '!!python/object/apply:os.system ["true"]'), "tag"),
        ("\x00" * 100, "utf16"),
        ("format: 1\nid: a\x00\n", "control_character"),
        (DECK.encode("utf-32"), "utf16"),
        ("9" * 100_000, "wants_mapping"),
        ("format: " + "9" * 100_000, "bad_format"),
        (b"\xff" * 100, "not_utf8"),
        ("%YAML 9.9\n---\na: b\n", "syntax"),
    ],
)
def test_a_hostile_file_is_refused(tmp_path: Path, text: str | bytes, fault: str) -> None:
    loaded = read(tmp_path, text)
    assert loaded.deck is None
    assert fault in [one[0] for one in found(loaded)]


def test_thousands_of_faults_are_all_named_and_each_costs_the_same(tmp_path: Path) -> None:
    def name(number: int) -> None:
        cards = "".join(
            f"  - id: k{n}\n    title: K\n    icon: hamer{n}\n    titel{n}: x\n"
            for n in range(number)
        )
        loaded = read(tmp_path, DECK.split("  - id: kaart-2")[0] + cards)
        assert len(loaded.findings) > 2 * number

    assert grows_straight(name, 500)


def test_a_device_or_pipe_is_not_read(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes")
    os.mkfifo(tmp_path / "deck.yaml")
    assert found(read_deck(tmp_path)) == [("unreadable", 1, 1, "deck")]


def test_control_characters_are_pointed_at_up_to_twenty(tmp_path: Path) -> None:
    assert len(read(tmp_path, "abcd" + "\x01\n" * 100_000).findings) == 20


def test_a_finding_never_prints_control_characters(tmp_path: Path) -> None:
    text = changed("    icon: wrench\n", '    "\\e[31m\\n\\u2028x": 1\n')
    line = sentence(read(tmp_path, text).findings[0])
    assert line.isprintable()


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("groot.png", png(50_000, 50_000), "picture_too_many_pixels"),
        ("groot.jpg", jpeg(50_000, 50_000), "picture_too_many_pixels"),
        ("zwaar.png", png(10, 10) + bytes(10_000_000), "picture_too_large"),
        ("leeg.png", b"", "picture_unreadable"),
        ("nul.png", png(0, 10), "picture_unreadable"),
        ("half.jpg", jpeg(10, 10)[:-12], "picture_unreadable"),
        ("lang.jpg", b"\xff\xd8" + b"\xff\x01" * 10_000, "picture_unreadable"),
        ("tekst.png", b"geen plaatje", "picture_unreadable"),
        ("tekst.svg", b"geen <svg plaatje", "picture_unreadable"),
        ("goed.png", png(400, 300), None),
        ("Goed plaatje.JPEG", jpeg(400, 300), None),
        ("goed.svg", b'<?xml version="1.0"?><svg/>', None),
    ],
)
def test_a_picture_is_judged_by_its_own_bytes(
    tmp_path: Path, name: str, data: bytes, fault: str | None
) -> None:
    (tmp_path / name).write_bytes(data)
    loaded = read(tmp_path, changed("icon: wrench", f"picture: {name}"))
    assert [one[0] for one in found(loaded)] == ([fault] if fault else [])
    assert (find_picture(name, [tmp_path]).path is None) == bool(fault)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elders.png").write_bytes(png(1, 1))
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "x.png").symlink_to(tmp_path / "elders.png")
    (folder / "fotos").symlink_to(tmp_path, target_is_directory=True)
    (folder / "rond.png").symlink_to(folder / "rond.png")
    for name, fault in (
        ("x.png", "picture_outside"),
        ("fotos/elders.png", "picture_outside"),
        ("fotos/../../x.png", "picture_outside"),
        ("..\\x.png", "picture_outside"),
        ("rond.png", "picture_unreadable"),
        ("n" * 300 + ".png", "picture_unreadable"),
    ):
        loaded = read(folder, changed("icon: wrench", f"picture: {name}"))
        assert [one[0] for one in found(loaded)] == [fault], name


def test_a_folder_named_like_a_picture_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "x.png").mkdir()
    assert find_picture("x.png", [tmp_path]).fault == "picture_missing"


LINES = st.sampled_from([*DECK.splitlines(), "x: 1", "- [", "  - &a b", "\t", "? {", "'", '"', "|"])
QUIET = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUIET
@given(st.binary(max_size=300))
def test_random_bytes_never_crash(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data).findings


@QUIET
@given(st.lists(st.tuples(st.integers(0, 12), LINES | st.text(max_size=30)), max_size=30))
def test_random_text_never_crashes(tmp_path: Path, lines: list[tuple[int, str]]) -> None:
    text = "\n".join(" " * indent + line for indent, line in lines)
    loaded = read(tmp_path, text.encode("utf-8", "surrogatepass"))
    assert all(sentence(one) and one.line > 0 and one.column > 0 for one in loaded.findings)
    assert (loaded.deck is None) == any(one.severity is Severity.ERROR for one in loaded.findings)


@QUIET
@given(st.data())
def test_a_deck_with_a_few_bytes_changed_never_crashes(tmp_path: Path, data: st.DataObject) -> None:
    deck = bytearray(DECK.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(deck) - 1))
        cut = data.draw(st.integers(0, 12))
        deck[at : at + cut] = data.draw(st.binary(max_size=4))
    loaded = read(tmp_path, bytes(deck))
    lines = bytes(deck).count(b"\n") + bytes(deck).count(b"\r") + 2
    for one in loaded.findings:
        assert sentence(one)
        # YAML knows more line ends than these, but not in a few changed bytes of this deck.
        assert 1 <= one.line <= lines + 4


@given(st.text(max_size=200))
def test_parse_never_raises(text: str) -> None:
    report = Report("x")
    decoded = decode(text.encode("utf-8", "surrogatepass"), report)
    assert decoded is None or parse(decoded, report) is not None or report.findings


def test_writing_beside_the_deck_is_never_done(tmp_path: Path) -> None:
    path = write(tmp_path, DECK)
    read_deck(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('title: "C:\\map"', "backslash"),
        ('title: "a\\ud800b"', "backslash"),
        ('title: "a\\xZZ"', "backslash"),
        ("%YAML 9.9\n---\ntitle: a", "syntax"),
    ],
)
def test_what_yaml_says_in_english_is_not_passed_on(text: str, fault: str) -> None:
    report = Report("deck.yaml")
    assert parse(text, report) is None
    (finding,) = report.in_order()
    assert finding.problem.fault == fault
    assert "found" not in sentence(finding)
