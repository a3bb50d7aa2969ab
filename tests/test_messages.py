"""The Dutch catalogue: every sentence of the game, translated whole, and nothing besides."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from tests import messages
from tests.messages import MO, PO, Id, catalogue, extracted

GAME = Path(__file__).parents[1] / "game"
NAMED = re.compile(r"\{(\w*)[^{}]*\}")


def _texts(message: Id) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


@pytest.fixture(scope="module")
def ids() -> dict[Id, str]:
    return extracted()


@pytest.fixture(scope="module")
def dutch() -> dict[Id, tuple[str, ...]]:
    return {i: messages.strings(m) for i, m in messages.messages(catalogue()).items()}


def test_every_sentence_is_in_it(ids: dict[Id, str], dutch: dict[Id, tuple[str, ...]]) -> None:
    missing = {where: message for message, where in ids.items() if message not in dutch}
    assert not missing


def test_nothing_in_it_is_dead(ids: dict[Id, str], dutch: dict[Id, tuple[str, ...]]) -> None:
    assert not [message for message in dutch if message not in ids]


def test_nothing_in_it_is_empty(dutch: dict[Id, tuple[str, ...]]) -> None:
    assert not [message for message, strings in dutch.items() if not strings or not all(strings)]
    assert not [m for m, strings in dutch.items() if not isinstance(m, str) and len(strings) != 2]


def test_nothing_in_it_is_fuzzy_or_obsolete() -> None:
    found = catalogue()
    assert not [message.id for message in found if message.fuzzy and message.id]
    assert not found.obsolete


def test_the_named_parts_are_the_same(dutch: dict[Id, tuple[str, ...]]) -> None:
    wrong = []
    for message, strings in dutch.items():
        wanted = {frozenset(NAMED.findall(part)) for part in _texts(message)}
        if not all(frozenset(NAMED.findall(string)) in wanted for string in strings):
            wrong.append((message, strings))
    assert not wrong


def test_a_sentence_keeps_its_edges(dutch: dict[Id, tuple[str, ...]]) -> None:
    """A space or a line break at an end holds two sentences apart."""
    edges = re.compile(r"^\s*|\s*$")
    wrong = [
        (message, strings)
        for message, strings in dutch.items()
        if any(edges.findall(s) != edges.findall(_texts(message)[0]) for s in strings)
    ]
    assert not wrong


def test_the_table_is_addressed_as_jullie(dutch: dict[Id, tuple[str, ...]]) -> None:
    polite = re.compile(r"\b(u|uw|Uw|U)\b(?![ ,]*[·/]|[:,] )")
    assert not [s for strings in dutch.values() for s in strings if polite.search(s)]


def test_the_compiled_one_says_the_same(dutch: dict[Id, tuple[str, ...]]) -> None:
    with MO.open("rb") as file:
        compiled = {i: messages.strings(m) for i, m in messages.messages(read_mo(file)).items()}
    assert compiled == dutch, "run python -m tests.messages"


def test_it_is_kept_in_one_order() -> None:
    assert PO.read_bytes() == messages.written(catalogue()), "run python -m tests.messages"


def test_an_update_leaves_a_catalogue_that_is_up_to_date(ids: dict[Id, str]) -> None:
    once, missing, _dead = messages.brought_up_to_date(catalogue(), ids)
    again, still_missing, dead = messages.brought_up_to_date(once, ids)
    assert messages.written(again) == messages.written(once)
    assert (still_missing, dead) == (missing, [])


def test_an_update_keeps_what_was_translated_and_names_the_rest() -> None:
    new, missing, dead = messages.brought_up_to_date(
        catalogue(), {"Menu": "here", "Never said": "there", ("{n} new", "{n} news"): "there"}
    )
    assert messages.messages(new)["Menu"].string == "Menu"
    assert missing == ["Never said", ("{n} new", "{n} news")]
    assert "Settings" in dead
    assert b'msgid_plural "{n} news"\nmsgstr[0] ""\nmsgstr[1] ""' in messages.written(new)


def _calls(tree: ast.AST) -> list[ast.Call]:
    """List the calls that translate."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in ("_", "ngettext")]


@pytest.mark.parametrize("path", sorted(GAME.rglob("*.py")), ids=lambda path: str(path.name))
def test_the_extraction_can_see_every_sentence(path: Path) -> None:
    """None is inside an f-string or put together on the way."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    hidden = {call.lineno for string in strings for call in _calls(string)}
    for call in _calls(tree):
        texts = call.args[: 2 if len(call.args) > 1 else 1]
        if not all(isinstance(text, ast.Constant) for text in texts):
            hidden.add(call.lineno)
    assert not hidden
