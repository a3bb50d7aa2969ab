"""A draft as YAML: what comes back, how it looks, and a file that is never half or broken."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.cards import (
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Place,
    Sphere,
)
from game.decks import write as writing
from game.decks.draft import Draft, tidy
from game.decks.findings import DeckError
from game.decks.library import Library
from game.decks.read import read_deck, read_draft
from game.decks.write import (
    loses_notes,
    noted_file,
    previous_of,
    save_draft,
    schema_for,
    to_yaml,
)
from tests.decks.example import BASE, DECK, write

SHIPPED = Library((Path(__file__).parents[2] / "decks",))
ODD = [
    "no", "012", "12:30", "2026-02-30", "1.0", "~", "null", "=", "<<", "yes", "1_000", "0x1F",
    "a: b", "a #b", "# a", "- a", "-", "?", "? a", ":", "@home", "`a", "%a", "!a", "&a", "*a",
    "|", ">-", "{a}", "[a]", "a, b", "'", '"', "\\", "'a'", '"a"', "''", "a:", "---", "...",
    "--- a", "\t", "a\tb", "a\nb", "a\n\nb", "a\n b", " a", "a ", "a\n  \nb", "#\n#", "\n\na",
    "a\r\nb", "\ufeff", "a\ufeffb", "\u2028", "a\u2028b", "\x85", "a\u202eb", "\x00", "\x07",
    "\ud800", "\ufffe", "\U0001fffe", "e\u0301", "é", "\u0301", "a\u00a0b", "\U0001f600", "<b>",
    "woord " * 40, "x" * 300, "zin met  twee spaties " * 9, "  - a\n- b\n? c", "$schema=x", "ß",
    "a\n" + "woord " * 40, "- " * 60, "a " * 50 + "# b", "a " * 50 + ": b",
]  # fmt: skip
TEXTS = st.sampled_from(ODD) | st.text(max_size=20) | st.lists(
    st.sampled_from(ODD), max_size=4
).map("".join)  # fmt: skip
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True) | st.just("no") | st.just("012")
CARDS = st.builds(ActivityCard, IDS, TEXTS, TEXTS, TEXTS, TEXTS, st.tuples(TEXTS, TEXTS))
DRAFTS = st.builds(
    Draft,
    IDS,
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    IDS | st.just(""),
    st.lists(IDS, max_size=9).map(tuple),
    st.none()
    | st.lists(st.builds(Sphere, st.sampled_from(Place), TEXTS, TEXTS), max_size=5).map(tuple),
    st.lists(CARDS, max_size=3).map(tuple),
    st.none()
    | st.lists(
        st.builds(CriterionCard, IDS, st.sampled_from(CriterionKind), TEXTS, TEXTS, TEXTS),
        max_size=3,
    ).map(tuple),
    st.none() | st.lists(st.builds(ClosingQuestion, IDS, TEXTS), max_size=3).map(tuple),
)


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DRAFTS)
def test_what_is_written_is_read_again(tmp_path: Path, draft: Draft) -> None:
    text = to_yaml(draft)
    back, _findings = read_draft(write(tmp_path, text))
    assert back == tidy(draft)
    assert tidy(back) == back
    assert to_yaml(back) == text


@pytest.mark.parametrize("path", SHIPPED.files(), ids=lambda path: str(path.stem))
def test_a_shipped_deck_is_the_same_when_written(path: Path, tmp_path: Path) -> None:
    draft, findings = read_draft(path)
    assert findings == ()
    text = to_yaml(draft)
    again = read_deck(write(tmp_path, text), bases=SHIPPED.find)
    assert again.deck == SHIPPED.read(path).deck
    assert yaml.safe_load(text) == yaml.safe_load(path.read_text(encoding="utf-8"))
    assert max(map(len, text.splitlines())) <= 120


def test_the_text_is_one_that_a_person_can_read() -> None:
    draft = Draft(
        id="eindhoven",
        title="Eindhoven: jeugd, voorjaar",
        language="no",
        version="1.0",
        about="Twee zinnen.\n\nEn een derde.",
        based_on="sociale-basis",
        drop=("fanfare", "no"),
        spheres=(Sphere(Place.OUTSIDE, "Elders"),),
        activities=(
            ActivityCard(
                "repaircafe",
                "Repaircafé in de hal",
                "Elke maand maken handige mensen gratis kapotte lampen en jassen heel. "
                "De zaal en de koffie betaalt een welzijnsorganisatie.",
                "wrench",
                tags=("wonen", "12:30"),
            ),
            ActivityCard("thee", 'Kom je "even" langs?'),
        ),
        closing=(),
    )
    assert to_yaml(draft) == (
        "# yaml-language-server: $schema=./deck.schema.json\n"
        "format: 1\n"
        "id: eindhoven\n"
        'title: "Eindhoven: jeugd, voorjaar"\n'
        'language: "no"\n'
        'version: "1.0"\n'
        "about: |-\n"
        "  Twee zinnen.\n"
        "\n"
        "  En een derde.\n"
        "based_on: sociale-basis\n"
        'drop: [fanfare, "no"]\n'
        "\n"
        "spheres:\n"
        "  outside:\n"
        "    title: Elders\n"
        "\n"
        "activities:\n"
        "  - id: repaircafe\n"
        "    title: Repaircafé in de hal\n"
        "    text: >-\n"
        "      Elke maand maken handige mensen gratis kapotte lampen en jassen heel. De zaal "
        "en de\n"
        "      koffie betaalt een welzijnsorganisatie.\n"
        "    icon: wrench\n"
        '    tags: [wonen, "12:30"]\n'
        "\n"
        "  - id: thee\n"
        "    title: 'Kom je \"even\" langs?'\n"
        "\n"
        "closing: []\n"
    )


def draft_of(folder: Path, text: str) -> Draft:
    return read_draft(write(folder, text, "bron.yaml"))[0]


def test_a_deck_is_saved_beside_its_last_version_and_its_schema(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, DECK)
    file = tmp_path / "sets" / "proef.yaml"
    assert save_draft(file, draft) == file
    first = file.read_bytes()
    assert sorted(one.name for one in file.parent.iterdir()) == ["deck.schema.json", "proef.yaml"]
    save_draft(file, replace(draft, title="Anders"))
    assert previous_of(file).read_bytes() == first
    assert read_draft(file)[0].title == "Anders"
    assert [one.path for one in Library((file.parent,)).entries()] == [file]


@pytest.mark.parametrize("note", ["# Van onze buurt.\n", "  # nog bespreken\n", "#\n"])
def test_the_last_version_with_notes_stays_beside_a_deck(tmp_path: Path, note: str) -> None:
    noted = (to_yaml(draft_of(tmp_path, DECK)) + note).encode()
    file = write(tmp_path, noted, "proef.yaml")
    draft = read_draft(file)[0]
    assert loses_notes(file, draft)
    save_draft(file, draft)
    save_draft(file, replace(draft, title="Anders"))
    assert noted_file(file).read_bytes() == noted
    assert previous_of(file).read_bytes() != noted
    assert not loses_notes(file, draft)


def test_a_hash_in_a_text_is_no_note(tmp_path: Path) -> None:
    draft = replace(draft_of(tmp_path, DECK), about="Zo:\n# Over deze set\n\n#2 komt nog")
    file = save_draft(tmp_path / "proef.yaml", draft)
    assert b"# Over" in file.read_bytes()
    assert not loses_notes(file, draft)
    save_draft(file, draft)
    assert not noted_file(file).exists()


def test_a_deck_in_a_folder_is_saved_in_that_folder(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, DECK)
    assert save_draft(tmp_path / "proef", draft) == tmp_path / "proef" / "deck.yaml"
    assert read_deck(tmp_path / "proef").findings == ()
    (tmp_path / "met.yaml").mkdir()
    assert save_draft(tmp_path / "met.yaml", draft).name == "deck.yaml"


def test_a_deck_that_does_not_load_is_never_written(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, DECK)
    file = save_draft(tmp_path / "proef.yaml", draft)
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}
    for wrong in (
        replace(draft, title=""),
        replace(draft, criteria=None),
        replace(draft, based_on="nergens"),
        replace(draft, based_on="proef"),
        replace(draft, activities=(*draft.activities, draft.activities[0])),
    ):
        with pytest.raises(DeckError) as caught:
            save_draft(file, wrong, {"proef": file}.get)
        assert caught.value.findings[0].file == str(file)
        with pytest.raises(DeckError):
            save_draft(tmp_path / "nieuw" / "proef.yaml", replace(wrong, title=""))
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_full_disk_leaves_the_deck_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = draft_of(tmp_path, DECK)
    file = save_draft(tmp_path / "proef.yaml", draft)
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        save_draft(file, replace(draft, title="Anders"))
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_deck_beside_the_code_names_the_schema_there(tmp_path: Path) -> None:
    shipped = SHIPPED.files()[0]
    assert schema_for(shipped) == "../game/decks/deck.schema.json"
    assert schema_for(shipped.parent / "map" / "deck.yaml") == "../../game/decks/deck.schema.json"
    assert schema_for(tmp_path / "x.yaml") == "./deck.schema.json"
    first = shipped.read_text(encoding="utf-8").splitlines()[0]
    assert first == to_yaml(Draft(), schema=schema_for(shipped)).splitlines()[0]
    assert not shipped.with_name(writing.SCHEMA_FILE).exists()


def test_a_deck_on_another_is_checked_with_it(tmp_path: Path) -> None:
    base = write(tmp_path, BASE, "basis.yaml")
    draft = Draft("op", "Op", "nl", based_on="basis", drop=("kaart-1",))
    file = save_draft(tmp_path / "op.yaml", draft, {"basis": base}.get)
    assert read_draft(file) == (draft, ())


def test_a_file_where_a_folder_belongs_is_named(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text("x", encoding="utf-8")
    with pytest.raises(NotADirectoryError) as refused:
        save_draft(tmp_path / "lijst.csv" / "deck.yaml", read_draft(write(tmp_path, DECK))[0])
    assert refused.value.filename == str(tmp_path / "lijst.csv")
