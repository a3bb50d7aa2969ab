"""Settings that never fail to load, prepared set-ups that say what is wrong, and where both lie."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import words
from game.core.setup import Sealing, Seat, Setup
from game.store import paths, prepared
from game.store.errors import Problem, SaveError
from game.store.prepared import Prepared
from game.store.settings import Settings, load, save

READY = Prepared(Setup(gemeente="Voorbeeldstad", cards=6), (Seat("a", "A"), Seat("b", "B")), "d")


def test_settings_come_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    chosen = Settings("en", 130, True, False, False, False, True, READY)
    save(chosen, path)
    assert load(path) == chosen
    save(Settings(), path)
    assert load(path) == Settings()
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"3", b"[" * 100_000])
def test_settings_that_cannot_be_read_are_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load(path) == load(tmp_path / "missing") == load(tmp_path) == Settings()


def test_only_what_is_wrong_gets_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    wrong = {"language": "fr", "text_size": 500, "motion": 0, "last_setup": {"deck": 3}}
    path.write_text(json.dumps({**wrong, "contrast": True, "extra": 1}))
    assert load(path) == Settings(contrast=True)


@given(st.dictionaries(st.sampled_from(list(Settings.__dataclass_fields__)), st.integers()))
def test_any_numbers_are_settings(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, int]
) -> None:
    path = tmp_path_factory.getbasetemp() / "settings.json"
    path.write_text(json.dumps(data))
    assert 100 <= load(path).text_size <= 160


def test_settings_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SaveError) as caught:
        save(Settings(), tmp_path / "file" / "settings.json")
    assert caught.value.problem is Problem.NOT_WRITTEN


def test_a_prepared_set_up_comes_back_the_same(tmp_path: Path) -> None:
    prepared.write(READY, tmp_path / "setup.json")
    assert prepared.read(tmp_path / "setup.json") == READY


def test_a_trainer_need_only_write_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "setup.json"
    path.write_text(
        '{"deck": "sociale-basis", "setup": {"sealing": "veil"},'
        ' "seats": [{"label": "Bewoners", "size": 2}, {"label": "Gemeente"}]}'
    )
    assert prepared.read(path) == Prepared(
        Setup(sealing=Sealing.VEIL),
        (Seat("s1", "Bewoners", size=2), Seat("s2", "Gemeente", colour=1)),
        "sociale-basis",
    )


def said(caught: pytest.ExceptionInfo[SaveError]) -> str:
    sentence = words.save_error(caught.value)
    assert sentence.startswith("De opzet setup.json is niet te lezen")
    return sentence


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", "line 1"),
        ("[]", "named fields"),
        ("{}", "deck: missing"),
        ('{"deck": "d", "format": 2}', "format: 2"),
        ('{"deck": "d", "seat": []}', "seat: no such field"),
        ('{"deck": "d", "setup": {"treshold": 80}}', "setup.treshold: no such field"),
        ('{"deck": "d", "setup": {"threshold": "80"}}', "setup.threshold: '80' where a whole"),
        ('{"deck": "d", "seats": [{"label": "A"}, {"size": 2}]}', "seats[1].label: missing"),
        ('{"deck": "d", "seats": {"label": "A"}}', "where a list is needed"),
        ('{"deck": "d", "seats": ["A"]}', "seats[0]: 'A' where named fields"),
    ],
)
def test_a_broken_set_up_says_where(tmp_path: Path, content: str, where: str) -> None:
    path = tmp_path / "setup.json"
    path.write_text(content)
    with pytest.raises(SaveError) as caught:
        prepared.read(path)
    assert caught.value.problem is Problem.BROKEN_SETUP
    assert where in caught.value.text
    assert not [word for word in ("where", "missing", "such", "Expecting") if word in said(caught)]


def test_a_missing_set_up_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as caught:
        prepared.read(tmp_path / "x.json")
    assert caught.value.problem is Problem.NOT_FOUND


def test_an_argument_goes_before_the_environment_before_the_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SFERENSPEL_SAVES", "SFERENSPEL_DECKS", "SFERENSPEL_SETTINGS"):
        monkeypatch.delenv(name, raising=False)
    usual = paths.saves_folder()
    assert usual == paths.resources() / "saves"
    assert paths.settings_file().parent == usual
    assert paths.decks_folders() == (paths.resources() / "decks",)
    monkeypatch.setenv("SFERENSPEL_SAVES", str(tmp_path))
    monkeypatch.setenv("SFERENSPEL_DECKS", str(tmp_path / "decks"))
    monkeypatch.setenv("SFERENSPEL_SETTINGS", str(tmp_path / "s.json"))
    assert paths.saves_folder() == tmp_path
    assert paths.saves_folder(tmp_path / "mine") == tmp_path / "mine"
    assert paths.decks_folders() == (paths.resources() / "decks", tmp_path / "decks")
    assert paths.settings_file() == tmp_path / "s.json"


def test_an_installed_game_keeps_its_files_with_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SFERENSPEL_SAVES", "SFERENSPEL_DECKS", "SFERENSPEL_SETTINGS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "data" / "decks").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "data"
    assert tmp_path not in paths.saves_folder().parents
    assert paths.saves_folder().name == "saves"
    shipped, own = paths.decks_folders()
    assert shipped == tmp_path / "data" / "decks"
    assert own.parent == paths.saves_folder().parent == paths.settings_file().parent
