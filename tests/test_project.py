"""The project about itself: what its files say of each other is true."""

import ast
import json
import re
import tomllib
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from game import __version__, i18n
from game.ui.scenes import help_pages

jsonschema: Any = import_module("jsonschema")
ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LONGEST = 450
FOLDERS = ("game", "tests", "decks", "docs", ".ci")
TEXTS = {".py", ".md", ".yaml", ".yml", ".toml", ".json", ".jsonl", ".po", ".css", ".csv", ".txt"}
SCHEMAS = sorted((ROOT / "game").rglob("*.schema.json"))
A_MACHINE = re.compile(r"(?<![\w.}])/(?:work|root|home|Users|tmp|mnt)/\w|[A-Z]:\\\\?Users\\")


def _rows(lines: list[str]) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def test_the_readme_has_the_keys_of_the_help() -> None:
    table = README.split("## Keys")[1].split("\n## ")[0]
    found = _rows([line for line in table.splitlines() if line.startswith("|")])[2:]
    i18n.use("en")
    try:
        keys = help_pages.keys()
    finally:
        i18n.use("nl")
    wanted: list[tuple[str, ...]] = []
    for where, rows in groupby(keys, key=lambda row: row[0]):
        for n, (_where, key, does) in enumerate(rows):
            wanted.append(("" if n else where, key, does))
    assert found == wanted


def test_the_version_is_said_once() -> None:
    assert tomllib.loads(PYPROJECT)["project"]["version"] == __version__


def test_every_dependency_says_what_it_is_for() -> None:
    project = tomllib.loads(PYPROJECT)["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for one in needed:
        assert re.search(rf'^ +"{re.escape(one)}", +# \w+', PYPROJECT, re.MULTILINE), one


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: str(path.name))
def test_a_schema_is_a_schema(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    assert "$schema" in schema
    validator.check_schema(schema)


def test_there_are_schemas() -> None:
    assert {path.name for path in SCHEMAS} >= {"deck.schema.json", "record.schema.json"}


def test_no_file_is_too_long_to_read() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "game").rglob("*.py")
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST}


def test_every_module_says_in_one_sentence_what_is_in_it() -> None:
    for path in [*(ROOT / "game").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert said.split("\n\n")[0].endswith((".", "!", "?")), path


def test_no_file_names_a_machine() -> None:
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    files += [path for path in ROOT.iterdir() if path.is_file()]
    named = {}
    for path in files:
        if path.suffix in TEXTS or path.parent.name == ".ci":
            found = A_MACHINE.findall(path.read_text(encoding="utf-8", errors="replace"))
            if found:
                named[str(path.relative_to(ROOT))] = found
    assert not named


def test_every_picture_and_page_that_the_documents_show_is_there() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            assert (page.parent / target).exists(), f"{page.name} shows {target}"
