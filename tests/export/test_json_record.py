"""The record as JSON holds against its own schema, and against the record."""

import json
from collections.abc import Callable
from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest

from game.core.entries import Record
from game.core.record import public
from game.export.json_record import as_dict, to_json
from tests.export import talk

jsonschema: Any = import_module("jsonschema")
"""Comes without types."""

RECORDS: dict[str, Callable[[], Record]] = {
    "ordinary": talk.played,
    "hostile": lambda: talk.played(True),
    "begun": talk.barely_begun,
    "for two": talk.for_two,
}


KEYS = {
    "schema",
    "session_id",
    "app_version",
    "deck",
    "setup",
    "seats",
    "cards",
    "closing",
    "totals",
    "figures",
    "not_reached",
}


def schema() -> Any:
    text = files("game.export").joinpath("record.schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("spread", [False, True])
def test_every_record_fits_the_schema(name: str, spread: bool) -> None:
    record: Record = RECORDS[name]()
    read = json.loads(to_json(public(record) if spread else record))
    validator = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    assert [error.json_path for error in validator.iter_errors(read)] == []


def test_it_has_the_keys_that_others_rely_on() -> None:
    read = as_dict(talk.played())
    card = read["cards"][0]
    assert set(read) >= KEYS
    assert set(read["deck"]) >= {"id", "version", "sha256", "title"}
    assert set(read["seats"][0]) >= {"id", "label", "role", "size"}
    assert set(card["first_round"]) >= {"sealing", "votes"}
    assert set(card["second_round"]) >= {"votes", "live_with"}
    assert set(card["arguments"][0]) == {"seat", "place", "criterion", "meets", "text", "restated"}
    assert set(card["score"]) == {"contribution", "reasoning", "understanding", "outcome", "total"}
    assert set(read["totals"]) >= {"points", "max", "percent", "shelves"}
    assert card["outcome"] == "differed"
    assert card["fields"]["crux"] == "value"
    assert card["second_round"]["live_with"]["s1"] == ["institutional"]


def test_texts_come_back_as_they_were_typed() -> None:
    record = talk.played(True)
    read = json.loads(to_json(record))
    assert read["setup"]["gemeente"] == record.setup.gemeente
    assert [card["title"] for card in read["cards"]] == [card.title for card in record.cards]


def test_a_public_record_for_two_has_only_totals() -> None:
    text = to_json(public(talk.for_two()))
    assert "Geheim" not in text
    assert json.loads(text)["cards"] == []
    assert json.loads(text)["totals_only"] is True
