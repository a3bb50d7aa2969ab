"""A record is written whole or not at all, under a name that every disk takes."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from game import i18n
from game.core.record import public
from game.core.roles import with_roles
from game.export.format_words import format_explained, format_name
from game.export.formats import NAME_LENGTH, Format, export, file_name
from tests.export import talk
from tests.office.pdf import pdf_text


def text_of(content: bytes) -> str:
    """Read a file as a person would."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return "".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())
    return pdf_text(content) if content.startswith(b"%PDF") else content.decode("utf-8")


@pytest.mark.parametrize("to", list(Format))
def test_a_record_is_written_to_a_file_or_in_a_folder(to: Format, tmp_path: Path) -> None:
    record = talk.played()
    inside = export(record, to, tmp_path)
    assert inside.parent == tmp_path
    assert inside.suffix == to.ending
    named = export(record, to.value, tmp_path / "verslag")
    assert named.read_bytes() == inside.read_bytes()
    assert "Repaircafé" in text_of(named.read_bytes())
    assert sorted(tmp_path.iterdir()) == sorted([inside, named])


def test_the_name_says_where_and_when() -> None:
    record = talk.played()
    name = file_name(record, Format.HTML)
    assert name == "gespreksverslag-eindhoven-woensel-noord-tafel-3-2026-11-22.html"
    assert file_name(public(record), Format.TEXT).endswith("-openbaar.txt")


def test_names_are_apart_and_say_that_roles_stand_for_names() -> None:
    record = with_roles(public(talk.played()))
    names = {file_name(record, to) for to in Format}
    assert len(names) == len(Format)
    assert all("-openbaar-rollen" in name for name in names)
    assert file_name(record, Format.MACHINE_CSV).endswith("-machine.csv")


def test_every_format_has_a_name_and_a_line_on_what_it_is_for() -> None:
    i18n.use("nl")
    assert len({format_name(to) for to in Format}) == len(Format)
    assert len({format_explained(to) for to in Format}) == len(Format)


def test_a_hostile_name_is_tamed() -> None:
    wild = replace(talk.played().setup, gemeente="../../CON\x00", wijk="ij" * 200, table="a/b\\c:")
    name = file_name(replace(talk.played(), setup=wild), Format.JSON)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert ".." not in name
    assert len(name) <= NAME_LENGTH + 5


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "verslag.html"
    taken.mkdir()
    (taken / "x").write_text("x")
    with pytest.raises(OSError, match="geen-map"):
        export(talk.played(), Format.HTML, tmp_path / "geen-map" / "verslag.html")
    assert sorted(tmp_path.iterdir()) == [taken]


def test_an_unknown_format_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wordperfect"):
        export(talk.played(), "wordperfect", tmp_path)


def test_a_lone_surrogate_stays_json(tmp_path: Path) -> None:
    odd = replace(talk.played(), notes=("half \ud83d emoji",))
    read = json.loads(export(odd, Format.JSON, tmp_path).read_text(encoding="utf-8"))
    assert read["notes"] == ["half \ud83d emoji"]
    assert export(odd, Format.HTML, tmp_path).exists()
