"""The values of a deck file's keys: texts, lists and mappings, each held against its type."""

import difflib
import re
import unicodedata
from collections.abc import Iterator

from game.decks.findings import Fault, Report, Where
from game.decks.tree import Items, Mapping, Node, Refused, Text

Fields = dict[str, Node]
"""The values of one mapping by key."""

_LONGEST_KEY = 40
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Reader:
    """Reads values, and notes in a report what is wrong with them."""

    def __init__(self, report: Report) -> None:
        """Note the findings in this report."""
        self.report = report

    def line(self, node: Node | None, where: Where, limit: int, *, optional: bool = False) -> str:
        """Read a text of one line: any white space in it becomes one space."""
        return self.text(node, where, limit, optional=optional, one_line=True)

    def text(
        self,
        node: Node | None,
        where: Where,
        limit: int,
        *,
        optional: bool = False,
        one_line: bool = False,
    ) -> str:
        """Read a text of at most `limit` characters; 0 means that its length is no matter here."""
        if node is None or (optional and self.nothing(node, where)):
            return ""
        if not isinstance(node, Text):
            self.wrong_type(node, where, Fault.WANTS_TEXT)
            return ""
        if is_empty(node):
            self.report.add(node.spot, where, Fault.EMPTY)
            return ""
        if node.reads_as != "str":
            self.report.add(node.spot, where, Fault.NEEDS_QUOTES, node.value)
            return ""
        value = unicodedata.normalize("NFC", node.value).strip()
        if one_line:
            value = " ".join(value.split())
        hidden = _HIDDEN.search(value)
        if hidden:
            code = f"U+{ord(hidden.group()):04X}"
            self.report.add(node.spot, where, Fault.CONTROL_CHARACTER, code)
        if limit and len(value) > limit:
            self.report.add(node.spot, where, Fault.TOO_LONG, number=len(value), limit=limit)
        return value

    # Lists and mappings.

    def items(self, node: Node | None, where: Where) -> Iterator[tuple[int, Node]]:
        """Number the items of an optional list, from 1."""
        if node is None or self.nothing(node, where, but_quotes=True):
            return
        if isinstance(node, Items):
            yield from enumerate(node.items, start=1)
        else:
            self.wrong_type(node, where, Fault.WANTS_LIST)

    def mapping(
        self, node: Node, where: Where, keys: tuple[str, ...], required: tuple[str, ...]
    ) -> Fields | None:
        """Read a mapping with these keys; None if it is something else."""
        if isinstance(node, Mapping):
            return self.fields(node, where, keys, required)
        self.wrong_type(node, where, Fault.WANTS_MAPPING)
        return None

    def fields(
        self, node: Mapping, where: Where, keys: tuple[str, ...], required: tuple[str, ...]
    ) -> Fields:
        """Sort out the keys of a mapping: known, unknown, double and missing."""
        found: Fields = {}
        first_line: dict[str, int] = {}
        meant: set[str] = set()
        for key, value in node.pairs:
            if isinstance(key, Refused):
                continue
            name = key.value if isinstance(key, Text) else ""
            if name in first_line:
                self.report.add(key.spot, where, Fault.DOUBLE_KEY, name, number=first_line[name])
                continue
            if name:
                first_line[name] = key.spot.line
            if name in keys:
                found[name] = value
            else:
                near = _near(name, keys) if self.report.may_suggest() else ()
                meant.update(near)
                self.report.add(key.spot, where, Fault.UNKNOWN_KEY, name, nearest=near)
        for name in required:
            if name not in found and name not in meant:
                self.report.add(node.spot, where, Fault.MISSING_KEY, name)
        return found

    def nothing(self, node: Node, where: Where, *, but_quotes: bool = False) -> bool:
        """Note and tell whether an optional key is there with nothing behind it.

        Empty quotes are nothing too, except where no text belongs (`but_quotes`).
        """
        quotes = isinstance(node, Text) and node.reads_as != "null"
        if is_empty(node) and not (quotes and but_quotes):
            self.report.add(node.spot, where, Fault.EMPTY_OPTIONAL)
            return True
        return False

    def wrong_type(self, node: Node, where: Where, fault: Fault) -> None:
        """Note what belongs here instead."""
        if isinstance(node, Refused):
            return
        empty = fault is not Fault.WANTS_TEXT and is_empty(node)
        self.report.add(node.spot, where, Fault.EMPTY if empty else fault)


def is_empty(node: Node | None) -> bool:
    """Tell whether nothing is filled in, whichever way that is written."""
    if not isinstance(node, Text):
        return False
    return node.reads_as == "null" or not node.value.strip()


def _near(name: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    if len(name) > _LONGEST_KEY:
        return ()
    return tuple(difflib.get_close_matches(name.lower(), keys, 1, 0.6))
