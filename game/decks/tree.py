"""Bytes of a YAML file to a tree of texts, lists and mappings that know their line and column.

Only events are read, never values: nothing is constructed, so no tag, alias, date or deep nesting
in a stranger's file can do harm, and the text stays as it was typed.
"""

import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from game.decks.findings import Fault, Report, Spot, Where

MAX_BYTES = 5_000_000
MAX_EVENTS = 400_000
MAX_DEPTH = 20
"""The parser in C ends the whole process on some 20,000 open brackets, so it is stopped early."""

PARSED = 0.5
"""How much of the reading is done when the text has become a tree."""

_TELL_EVERY = 4000
MAX_CONTROL_CHARACTERS = 20
"""How many control characters in a file are pointed at, one by one."""

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECK = Where()
_LONGEST_NUMBER = 200
"""A longer plain word is text: nobody types such a number."""


@dataclass(frozen=True, slots=True)
class Text:
    """A single value, as typed."""

    value: str
    reads_as: str
    """What YAML makes of it: str, null, bool, int, float, timestamp ..."""
    spot: Spot


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; a key may stand in it twice."""

    pairs: tuple[tuple["Node", "Node"], ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Refused:
    """A part that has a finding of its own already."""

    spot: Spot


Node = Text | Items | Mapping | Refused


class _Mark(Protocol):
    """A position as PyYAML counts it, from 0, whichever of its two parsers made it."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def decode(data: bytes, report: Report) -> str | None:
    """Read bytes as UTF-8 text without control characters; None if they are not."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0) >= 2:
        report.add(Spot(), _DECK, Fault.UTF16)
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        report.add(_spot_after(before), _DECK, Fault.NOT_UTF8, f"0x{data[error.start]:02x}")
        return None
    wrong = _FORBIDDEN.search(text)
    for _ in range(MAX_CONTROL_CHARACTERS):
        if wrong is None:
            break
        spot = _spot_after(text[: wrong.start()])
        report.add(spot, _DECK, Fault.CONTROL_CHARACTER, f"U+{ord(wrong.group()):04X}")
        wrong = _FORBIDDEN.search(text, wrong.end())
    return None if report.has_errors() else text


def parse(text: str, report: Report) -> Node | None:
    """Read YAML text into a tree; None if it is broken, empty, too deep or too much."""
    try:
        root = _build(text, report)
    except yaml.MarkedYAMLError as error:
        _explain(error, text, report)
        return None
    except (yaml.YAMLError, ValueError) as error:
        report.add(Spot(), _DECK, Fault.SYNTAX, str(error))
        return None
    if root is None and not report.has_errors():
        report.add(Spot(), _DECK, Fault.EMPTY_FILE)
    return root


def _build(text: str, report: Report) -> Node | None:
    open_parts: list[tuple[list[Node], Spot]] = []
    level: list[Node] = []
    documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=_LOADER), start=1):
        spot = _spot(event.start_mark)
        if event.start_mark and not count % _TELL_EVERY:
            report.read_so_far(PARSED * event.start_mark.index / len(text))
        if count > MAX_EVENTS:
            report.add(spot, _DECK, Fault.TOO_MANY_PARTS, limit=MAX_EVENTS)
            return None
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    report.add(spot, _DECK, Fault.SECOND_DOCUMENT)
                    return None
            case yaml.AliasEvent():
                report.add(spot, _DECK, Fault.ANCHOR, f"*{event.anchor}")
                level.append(Refused(spot))
            case yaml.ScalarEvent():
                _refuse_marks(event, spot, report)
                level.append(
                    Text(event.value, reads_as(event.value) if event.implicit[0] else "str", spot)
                )
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                _refuse_marks(event, spot, report)
                open_parts.append((level, spot))
                level = []
                if len(open_parts) > MAX_DEPTH:
                    report.add(spot, _DECK, Fault.TOO_DEEP, limit=MAX_DEPTH)
                    return None
            case yaml.SequenceEndEvent():
                items = Items(tuple(level), open_parts[-1][1])
                level = open_parts.pop()[0]
                level.append(items)
            case yaml.MappingEndEvent():
                pairs = tuple(zip(level[::2], level[1::2], strict=True))
                mapping = Mapping(pairs, open_parts[-1][1])
                level = open_parts.pop()[0]
                level.append(mapping)
    match level:
        case [Text(value="", reads_as="null")] | []:
            return None
        case [root, *_]:
            return root
    return None


def reads_as(value: str) -> str:
    """Tell what YAML makes of a word without quotes: str, null, bool, int, float, timestamp ..."""
    if len(value) > _LONGEST_NUMBER:
        return "str"
    rules = yaml.SafeLoader.yaml_implicit_resolvers.get(value[:1], ())
    tag = next((tag for tag, rule in rules if rule.match(value)), "str")
    name = str(tag).rpartition(":")[2]
    # `=` and `<<` mean something in other YAML; here they are what they look like.
    return "str" if name in ("value", "merge") else name


def _refuse_marks(event: yaml.NodeEvent, spot: Spot, report: Report) -> None:
    if event.anchor is not None:
        report.add(spot, _DECK, Fault.ANCHOR, f"&{event.anchor}")
    tag = getattr(event, "tag", None)
    if tag is not None:
        report.add(spot, _DECK, Fault.TAG, str(tag))


def _explain(error: yaml.MarkedYAMLError, text: str, report: Report) -> None:
    """Say in a trainer's terms where YAML got lost."""
    problem, context = error.problem or "", error.context or ""
    at = _spot(error.problem_mark or error.context_mark)
    begun = _spot(error.context_mark or error.problem_mark)
    here = _character(text, at)
    if here == "\t":
        report.add(at, _DECK, Fault.TAB)
    elif "cannot start any token" in problem or (
        "while scanning a" in context
        and ("alias" in context or "anchor" in context or "tag" in context)
    ):
        report.add(begun, _DECK, Fault.FIRST_CHARACTER, _character(text, begun))
    elif "mapping values are not allowed" in problem:
        report.add(at, _DECK, Fault.COLON)
    elif "quoted scalar" in context and "end of stream" in problem:
        report.add(begun, _DECK, Fault.QUOTE_NOT_CLOSED, _character(text, begun))
    elif "scalar" in context and ("escape" in problem or "hexdecimal" in problem):
        report.add(at, _DECK, Fault.BACKSLASH)
    elif "expected" in problem and _previous(text, at) in ("'", '"'):
        report.add(at, _DECK, Fault.TEXT_AFTER_QUOTE)
    elif "flow" in context:
        if not _character(text, begun):  # The file ends right after it.
            begun = _spot_after(text[: max(text.rfind("["), text.rfind("{"))])
        report.add(begun, _DECK, Fault.BRACKET_NOT_CLOSED, _character(text, begun))
    elif "expected" in problem and "scalar" not in context:
        report.add(at, _DECK, Fault.INDENT)
    else:
        report.add(at, _DECK, Fault.SYNTAX, problem)


def _spot(mark: _Mark | None) -> Spot:
    return Spot(mark.line + 1, mark.column + 1) if mark else Spot()


def _spot_after(before: str) -> Spot:
    return Spot(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _character(text: str, spot: Spot) -> str:
    lines = text.split("\n")
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    return line[spot.column - 1 : spot.column]


def _previous(text: str, spot: Spot) -> str:
    lines = text.split("\n")
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    return line[: spot.column - 1].rstrip()[-1:]
