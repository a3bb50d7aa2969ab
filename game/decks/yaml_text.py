"""Texts as YAML that reads back as the same text, the plainest way that does."""

import re

from game.decks.tree import reads_as

WIDTH = 84
"""Longer texts are folded into lines of about this length."""

_PLAIN = re.compile(r"[^\W\d_]([\w ,.()'’!?/&+;–-]*[\w.)!?’])?")
_TAG = re.compile(r"[^\W\d_]([\w -]*\w)?")
_INDENT = "  "
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def field(key: str, value: str, *, needed: bool = False) -> list[str]:
    """Write a key with its text, in as many lines as it takes; none for an optional empty one."""
    if not value and not needed:
        return []
    if "\n" in value and _fits_a_block(value):
        return [f"{key}: |-", *(_INDENT + line if line else "" for line in value.split("\n"))]
    if len(key) + len(value) > WIDTH and "\n" not in value and _fits_a_block(value):
        return [f"{key}: >-", *(_INDENT + line for line in _folded(value))]
    return [f"{key}: {scalar(value)}"]


def listed(key: str, values: tuple[str, ...]) -> list[str]:
    """Write a key with short texts: on one line where they fit, else a line each."""
    if not values:
        return []
    words = [one if _TAG.fullmatch(one) and _is_text(one) else quoted(one) for one in values]
    line = f"{key}: [{', '.join(words)}]"
    if len(line) <= WIDTH:
        return [line]
    return [f"{key}:", *(f"{_INDENT}- {word}" for word in words)]


def scalar(value: str) -> str:
    """Write a text on one line, with quotes only where YAML would make something else of it."""
    return value if _PLAIN.fullmatch(value) and _is_text(value) else quoted(value)


def quoted(value: str) -> str:
    """Write a text in quotes, with a code for every character that cannot be seen."""
    if '"' in value and "\\" not in value and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, value)) + '"'


def _is_text(value: str) -> bool:
    return value.isprintable() and reads_as(value) == "str"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\U{code:08X}" if code > 0xFFFF else f"\\u{code:04X}"


def _fits_a_block(value: str) -> bool:
    lines = value.split("\n")
    # A line that begins with a space is never folded, and a block cannot begin with one.
    return all(line.isprintable() and not line.startswith(" ") for line in lines) and (
        len(lines) > 1 or "  " not in value
    )


def _folded(value: str) -> list[str]:
    lines = [""]
    for word in value.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if len(longer) > WIDTH and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
