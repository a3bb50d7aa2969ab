"""Every kind of finding, at its exact line and column."""

from pathlib import Path

import pytest

from game import i18n
from game.decks.findings import DeckError, Fault, Finding, Problem, Severity
from game.decks.read import load_deck, no_bases, read_deck
from game.decks.sentences import sentence
from tests.decks.example import BASE, DECK, changed, found, read, write

ICON = "    icon: wrench\n"
TEXT = "    text: Samen spullen repareren.\n"
FIRST = "activities[1] kaart-1"
KIND = "criteria[1] welkom.kind"
SECOND = "activities[2] kaart-2"
TITLE = f"{SECOND}.title"
FANFARE = "  - id: kaart-2\n    title: Fanfare\n"
ACTIVITIES = DECK[DECK.index("activities:") : DECK.index("criteria:")]
NO_CRITERIA = "format: 1\nid: x\ntitle: X\nlanguage: nl\ncriteria: []\n" + ACTIVITIES
TWICE = "  - id: ook\n    kind: sphere\n    title: Ook\n    question: mag  iedereen MEEDOEN\n"

ONE_FAULT: list[tuple[str | bytes, str, int, int, str]] = [
    # The YAML.
    (changed(TEXT, "\ttext: x\n"), "tab", 9, 1, "deck"),
    (changed("title: Proef\n", "title: Proef: de kaart\n"), "colon", 3, 13, "deck"),
    (changed("title: Fanfare", "title: *Fanfare*"), "first_character", 13, 12, "deck"),
    (changed("title: Fanfare", "title: @home"), "first_character", 13, 12, "deck"),
    (changed("title: Fanfare", 'title: "Fanfare'), "quote_not_closed", 13, 12, "deck"),
    (changed("title: Fanfare", "title: 'Zo'n fanfare'"), "text_after_quote", 13, 16, "deck"),
    (changed("[wonen, samen]", "[wonen, samen"), "bracket_not_closed", 11, 11, "deck"),
    (changed("    title: Fanfare", "   title: Fanfare"), "indent", 13, 4, "deck"),
    (changed("title: Fanfare", 'title: "\\q"'), "backslash", 13, 13, "deck"),
    (changed("title: Fanfare", "title: !!str Fanfare"), "tag", 13, 12, "deck"),
    (changed("title: Fanfare", "title: &een Fanfare"), "anchor", 13, 12, "deck"),
    (changed("title: Fanfare", "title: *een"), "anchor", 13, 12, "deck"),
    (DECK + "---\nformat: 1\n", "second_document", 30, 1, "deck"),
    ("", "empty_file", 1, 1, "deck"),
    ("# niets\n---\n", "empty_file", 1, 1, "deck"),
    # The file.
    (changed("Fanfare", "Fan\x07fare"), "control_character", 13, 15, "deck"),
    (changed("Fanfare", "Fan\x00fare"), "control_character", 13, 15, "deck"),
    (DECK.encode("utf-16"), "utf16", 1, 1, "deck"),
    (DECK.encode("utf-16-le"), "utf16", 1, 1, "deck"),
    (DECK.encode("latin-1"), "not_utf8", 8, 21, "deck"),
    # The shape.
    (changed("version:", "verzie:"), "unknown_key", 5, 1, "deck"),
    (changed(ICON, "    kleur: rood\n"), "unknown_key", 10, 5, FIRST),
    (changed(ICON, "    [a, b]: rood\n"), "unknown_key", 10, 5, FIRST),
    (changed("title: Fanfare", "titel: Fanfare"), "unknown_key", 13, 5, SECOND),
    (changed(ICON, "    title: Weer\n"), "double_key", 10, 5, FIRST),
    (changed("language: nl\n", ""), "missing_key", 1, 1, "deck"),
    (changed("    title: Fanfare\n", ""), "missing_key", 12, 5, SECOND),
    (changed("    kind: property\n", ""), "missing_key", 23, 5, "criteria[1] welkom"),
    (changed("title: Fanfare", "title: [Fanfare]"), "wants_text", 13, 12, TITLE),
    (changed("[wonen, samen]", "wonen"), "wants_list", 11, 11, f"{FIRST}.tags"),
    ("- format: 1\n", "wants_mapping", 1, 1, "deck"),
    (changed(FANFARE, "  - Fanfare\n"), "wants_mapping", 12, 5, "activities[2]"),
    (changed("title: Fanfare", "title: no"), "needs_quotes", 13, 12, TITLE),
    (changed("title: Fanfare", "title: 012"), "needs_quotes", 13, 12, TITLE),
    (changed("title: Fanfare", "title: 12:30"), "needs_quotes", 13, 12, TITLE),
    (changed("title: Fanfare", "title: 2026-02-30"), "needs_quotes", 13, 12, TITLE),
    (changed('"1.0"', "1.0"), "needs_quotes", 5, 10, "version"),
    (changed("[wonen, samen]", "[wonen, yes]"), "needs_quotes", 11, 19, f"{FIRST}.tags[2]"),
    (changed("title: Fanfare", "title:"), "empty", 13, 11, TITLE),
    (changed("title: Fanfare", 'title: "  "'), "empty", 13, 12, TITLE),
    (NO_CRITERIA, "empty", 5, 11, "criteria"),
    (changed(TEXT, "    text:\n"), "empty_optional", 9, 10, f"{FIRST}.text"),
    (changed("title: Fanfare", "title: " + "F" * 61), "too_long", 13, 12, TITLE),
    (changed(TEXT, "    text: " + "F" * 401 + "\n"), "too_long", 9, 11, f"{FIRST}.text"),
    (changed("id: kaart-2", "id: Kaart 2"), "bad_id", 12, 9, "activities[2].id"),
    (changed("id: kaart-2", "id: kaart-1"), "double_id", 12, 9, "activities[2] kaart-1.id"),
    (changed("language: nl", "language: Nederlands"), "bad_language", 4, 11, "language"),
    (changed("format: 1", 'format: "1"'), "bad_format", 1, 9, "format"),
    (changed("format: 1", "format: 1.0"), "bad_format", 1, 9, "format"),
    (changed("format: 1\n", "format: 2\nnieuw: x\n"), "format_too_new", 1, 9, "format"),
    (changed("kind: property", "kind: propperty"), "unknown_kind", 24, 11, KIND),
    (changed(TEXT, '    text: "a\\x07b"\n'), "control_character", 9, 11, f"{FIRST}.text"),
    # The cards.
    (changed("icon: wrench", "icon: hamer"), "unknown_icon", 10, 11, f"{FIRST}.icon"),
    (changed(ICON, "    picture: fotos/x.png\n"), "picture_missing", 10, 14, f"{FIRST}.picture"),
    (changed(ICON, "    picture: ../x.png\n"), "picture_outside", 10, 14, f"{FIRST}.picture"),
    (changed(ICON, "    picture: /x.png\n"), "picture_outside", 10, 14, f"{FIRST}.picture"),
    (changed(ICON, "    picture: C:/x.png\n"), "picture_outside", 10, 14, f"{FIRST}.picture"),
    (changed(ICON, "    picture: x.gif\n"), "bad_picture_name", 10, 14, f"{FIRST}.picture"),
    (changed("  - id: kaart-6\n    title: Buurtbus\n", ""), "few_cards", 7, 3, "activities"),
    (changed("closing:", f"{TWICE}closing:"), "same_question", 30, 15, "criteria[2] ook.question"),
    # The deck below.
    (changed('version: "1.0"', "based_on: nergens"), "base_not_found", 5, 11, "based_on"),
    (changed('version: "1.0"', "drop: [kaart-1]"), "drop_without_base", 5, 7, "drop"),
]  # fmt: skip

WARN = {
    "empty_optional", "unknown_icon", "picture_missing", "few_cards", "same_question",
    "drop_without_base",
}  # fmt: skip


def test_the_example_has_nothing_wrong(tmp_path: Path) -> None:
    loaded = read(tmp_path, DECK)
    assert loaded.findings == ()
    assert loaded.deck is not None
    assert loaded.deck.activities[0].tags == ("wonen", "samen")
    assert loaded.deck.folder == str(tmp_path)


@pytest.mark.parametrize(("text", "expected"), [(row[0], row[1:]) for row in ONE_FAULT])
def test_one_fault_gives_one_finding(
    tmp_path: Path, text: str | bytes, expected: tuple[str, int, int, str]
) -> None:
    loaded = read(tmp_path, text)
    assert found(loaded) == [expected]
    severity = Severity.WARNING if expected[0] in WARN else Severity.ERROR
    assert loaded.findings[0].severity is severity
    assert (loaded.deck is not None) == (severity is Severity.WARNING)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_a_sentence(tmp_path: Path, fault: Fault, language: str) -> None:
    first = read(tmp_path, changed("Fanfare", "no")).findings[0]
    i18n.use(language)
    try:
        for nearest in ((), ("een",), ("een", "twee")):
            problem = Problem(fault, "{waarde}", nearest, 3, 2)
            line = sentence(Finding("a.yaml", 1, 2, first.where, problem))
            assert line.startswith("a.yaml:1:2: activities[2] kaart-2.title: ")
            assert "\n" not in line
            assert "{" not in line.replace("{waarde}", "")
    finally:
        i18n.use(i18n.DEFAULT)


def test_sentences_speak_dutch_and_english(tmp_path: Path) -> None:
    path = write(tmp_path, changed("title: Fanfare", "titel: Fanfare"))
    finding = read_deck(path).findings[0]
    assert sentence(finding) == (
        f"{path}:13:5: activities[2] kaart-2: 'titel' is onbekend; bedoel je 'title'?"
    )
    i18n.use("en")
    try:
        assert sentence(finding).endswith("'titel' is unknown; did you mean 'title'?")
    finally:
        i18n.use(i18n.DEFAULT)


def test_nine_faults_give_nine_findings_at_once(tmp_path: Path) -> None:
    text = """\
format: 1
id: Proef
title: no
language: nl
activities:
  - id: a
    titel: Fanfare
  - id: a
    title: Weer een
    title: En nog een
  - id: b
    title: B
    tags: wonen
    icon: hamer
criteria:
  - id: c
    kind: soort
    title: C
    question: ""
"""
    assert found(read(tmp_path, text)) == [
        ("bad_id", 2, 5, "id"),
        ("needs_quotes", 3, 8, "title"),
        ("few_cards", 6, 3, "activities"),
        ("unknown_key", 7, 5, "activities[1] a"),
        ("double_id", 8, 9, "activities[2] a.id"),
        ("double_key", 10, 5, "activities[2] a"),
        ("wants_list", 13, 11, "activities[3] b.tags"),
        ("unknown_icon", 14, 11, "activities[3] b.icon"),
        ("unknown_kind", 17, 11, "criteria[1] c.kind"),
        ("empty", 19, 15, "criteria[1] c.question"),
    ]


def test_an_unknown_icon_names_the_nearest(tmp_path: Path) -> None:
    loaded = read(tmp_path, changed("icon: wrench", "icon: hamer"))
    assert loaded.findings[0].problem.nearest[0] == "hammer"


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    text = DECK.replace("\n", "\r\n")
    loaded = read(tmp_path, b"\xef\xbb\xbf" + text.encode("utf-8"))
    assert loaded.findings == ()
    wrong = read(tmp_path, b"\xef\xbb\xbf" + text.replace("Fanfare", "no").encode("utf-8"))
    assert found(wrong) == [("needs_quotes", 13, 12, "activities[2] kaart-2.title")]


def test_a_missing_file_and_a_folder_without_a_deck(tmp_path: Path) -> None:
    assert found(read_deck(tmp_path / "weg.yaml")) == [("not_found", 1, 1, "deck")]
    assert found(read_deck(tmp_path)) == [("not_found", 1, 1, "deck")]
    (tmp_path / "deck.yaml").mkdir()
    assert found(read_deck(tmp_path)) == [("unreadable", 1, 1, "deck")]


def test_load_deck_raises_with_all_findings(tmp_path: Path) -> None:
    path = write(tmp_path, changed("title: Fanfare", "title: no").replace("wrench", "hamer"))
    with pytest.raises(DeckError) as caught:
        load_deck(path)
    assert [str(one.problem.fault) for one in caught.value.findings] == [
        "unknown_icon",
        "needs_quotes",
    ]
    assert load_deck(write(tmp_path, DECK)).id == "proef"


def test_a_broken_base_is_named_with_its_own_errors(tmp_path: Path) -> None:
    base = write(tmp_path, BASE.replace("Fanfare", "no"), "basis.yaml")
    text = 'format: 1\nid: "op"\ntitle: Op\nlanguage: nl\nbased_on: basis\n'
    loaded = read_deck(write(tmp_path, text), bases=lambda _: base)
    assert found(loaded) == [
        ("base_wrong", 5, 11, "based_on"),
        ("needs_quotes", 13, 12, TITLE),
    ]
    assert loaded.findings[1].file == str(base)


def test_bases_that_go_round_are_refused(tmp_path: Path) -> None:
    text = "format: 1\nid: a\ntitle: A\nlanguage: nl\nbased_on: b\n"
    first = write(tmp_path, text, "a.yaml")
    second = write(tmp_path, text.replace("based_on: b", "based_on: a"), "b.yaml")
    loaded = read_deck(first, bases={"a": first, "b": second}.get)
    assert found(loaded) == [("base_wrong", 5, 11, "based_on"), ("base_loop", 5, 11, "based_on")]
    itself = read_deck(first, bases={"b": first}.get)
    assert found(itself) == [("base_loop", 5, 11, "based_on")]


def test_a_tower_of_bases_is_refused(tmp_path: Path) -> None:
    text = "format: 1\nid: a{0}\ntitle: A\nlanguage: nl\nbased_on: a{1}\n"
    for number in range(30):
        write(tmp_path, text.format(number, number + 1), f"a{number}.yaml")
    loaded = read_deck(tmp_path / "a0.yaml", bases=lambda name: tmp_path / f"{name}.yaml")
    assert found(loaded)[-1] == ("base_loop", 5, 11, "based_on")


def test_dropping_what_is_not_there_is_a_warning(tmp_path: Path) -> None:
    base = write(tmp_path, BASE, "basis.yaml")
    text = (
        "format: 1\nid: o\ntitle: O\nlanguage: nl\nbased_on: basis\n"
        "drop: [kaart-1, kaart-9]\nactivities:\n  - id: nieuw\n    title: Nieuw\n"
    )
    loaded = read_deck(write(tmp_path, text), bases=lambda _: base)
    assert found(loaded) == [("drop_unknown", 6, 17, "drop[2]")]
    assert loaded.deck is not None


def test_dropping_everything_is_an_error(tmp_path: Path) -> None:
    base = write(tmp_path, BASE, "basis.yaml")
    text = "format: 1\nid: o\ntitle: O\nlanguage: nl\nbased_on: basis\ndrop: [welkom]\n"
    loaded = read_deck(write(tmp_path, text), bases=lambda _: base)
    assert found(loaded) == [("no_cards", 1, 1, "criteria")]


def test_no_bases_finds_none() -> None:
    assert no_bases("basis") is None
