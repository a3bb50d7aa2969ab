"""The rooms of the game: what each may import, so that the arrows only go one way."""

import ast
import sys
from pathlib import Path

import pytest

GAME = Path(__file__).parents[1] / "game"
BESIDE = {"i18n", "words", "dates", "hyphens", "__version__"}
"""Language: every room but the core may speak."""

ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "core": set(),
    "i18n": set(),
    "dates": {"i18n"},
    "hyphens": {"i18n"},
    "words": {"core", "store", "i18n", "dates"},
    "office": BESIDE,
    "decks": {"core", "office"} | BESIDE,
    "store": {"core", "decks", "office"} | BESIDE,
    "export": {"core", "decks", "office"} | BESIDE,
    "table": {"core", "decks", "store", "export"} | BESIDE,
    "records": {"core", "decks", "office", "store", "export", "table"} | BESIDE,
    "venue": {"core", "decks", "store", "export", "table"} | BESIDE,
    "demo": {"core", "decks", "store", "table"} | BESIDE,
    "ui": {"core", "decks", "store", "export", "table", "records", "venue", "demo"} | BESIDE,
    "app": {"core", "decks", "store", "table", "venue", "demo", "ui"} | BESIDE,
    "replay": {"core", "decks", "store", "export", "table"} | BESIDE,
    "commands": {
        *("core", "decks", "office", "store", "export", "table", "records", "demo", "replay"),
        "app",
        *BESIDE,
    },
    "arguments": {"commands"} | BESIDE,
    "cli": {"decks", "store", "commands", "arguments"} | BESIDE,
    "__main__": {"cli"},
}
OUTSIDE: dict[str, set[str]] = {
    "hyphens": {"pyphen"},
    "ui": {"pygame", "lucide", "fontpkg_atkinson_hyperlegible"},
    "decks": {"yaml", "lucide"},
    "demo": {"yaml"},
    "store": {"platformdirs"},
    "office": {"typst", "openpyxl", "xlsxwriter", "fontpkg_atkinson_hyperlegible"},
    "export": {"docx", "lucide", "fontpkg_atkinson_hyperlegible"},
}
"""Packages that are not ours, by the only rooms that need them."""

LATE = ("import_module", "find_spec", "__import__")
"""Ways to import by a string."""
FILES = sorted(GAME.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """List the dotted names that a file imports, wherever in the file it does."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides the room it is from"
            whole = node.module or ""
            names = [f"game.{name.name}" for name in node.names] if whole == "game" else [whole]
            found.update(names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in LATE:
            found.update(str(part.value) for part in node.args if isinstance(part, ast.Constant))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_imports_only_what_its_room_allows(path: Path) -> None:
    room = path.relative_to(GAME).parts[0].removesuffix(".py")
    ours, others = ALLOWED[room] | {room}, OUTSIDE.get(room, set())
    for name in imports(path):
        top, _dot, rest = name.partition(".")
        if top == "game":
            assert rest.split(".")[0] in ours, f"{room} may not import {name}"
        else:
            known = top in sys.stdlib_module_names or top in others
            assert known, f"{room} may not import {name}"


def test_no_room_is_left_that_does_not_exist() -> None:
    rooms = {path.relative_to(GAME).parts[0].removesuffix(".py") for path in FILES}
    assert rooms <= set(ALLOWED)
    assert set(OUTSIDE) <= rooms
