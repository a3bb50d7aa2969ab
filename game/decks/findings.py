"""What can be wrong with a deck file, and where it was found."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Progress = Callable[[int, int], None]
"""Told how much of a file is read, and of how much."""


class Severity(StrEnum):
    """An error keeps a deck from the table; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Fault(StrEnum):
    """Every way in which a deck file can be wrong; the values are tokens for scripts."""

    # The file.
    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    FILE_TOO_LARGE = "file_too_large"
    UTF16 = "utf16"
    NOT_UTF8 = "not_utf8"
    CONTROL_CHARACTER = "control_character"
    EMPTY_FILE = "empty_file"
    # A deck in one file.
    PACKAGE_BROKEN = "package_broken"
    PACKAGE_LOCKED = "package_locked"
    PACKAGE_TOO_LARGE = "package_too_large"
    PACKAGE_UNSAFE = "package_unsafe"
    PACKAGE_DOUBLE = "package_double"
    PACKAGE_NO_DECK = "package_no_deck"
    # The YAML.
    TAB = "tab"
    COLON = "colon"
    FIRST_CHARACTER = "first_character"
    QUOTE_NOT_CLOSED = "quote_not_closed"
    TEXT_AFTER_QUOTE = "text_after_quote"
    BRACKET_NOT_CLOSED = "bracket_not_closed"
    INDENT = "indent"
    BACKSLASH = "backslash"
    SYNTAX = "syntax"
    TOO_DEEP = "too_deep"
    TOO_MANY_PARTS = "too_many_parts"
    TAG = "tag"
    ANCHOR = "anchor"
    SECOND_DOCUMENT = "second_document"
    # The shape.
    UNKNOWN_KEY = "unknown_key"
    DOUBLE_KEY = "double_key"
    MISSING_KEY = "missing_key"
    WANTS_TEXT = "wants_text"
    WANTS_LIST = "wants_list"
    WANTS_MAPPING = "wants_mapping"
    NEEDS_QUOTES = "needs_quotes"
    EMPTY = "empty"
    EMPTY_OPTIONAL = "empty_optional"
    TOO_LONG = "too_long"
    BAD_ID = "bad_id"
    DOUBLE_ID = "double_id"
    BAD_LANGUAGE = "bad_language"
    BAD_FORMAT = "bad_format"
    FORMAT_TOO_NEW = "format_too_new"
    UNKNOWN_KIND = "unknown_kind"
    # The cards.
    UNKNOWN_ICON = "unknown_icon"
    BAD_PICTURE_NAME = "bad_picture_name"
    PICTURE_OUTSIDE = "picture_outside"
    PICTURE_MISSING = "picture_missing"
    PICTURE_UNREADABLE = "picture_unreadable"
    PICTURE_TOO_LARGE = "picture_too_large"
    PICTURE_TOO_MANY_PIXELS = "picture_too_many_pixels"
    SAME_QUESTION = "same_question"
    NEAR_QUESTION = "near_question"
    SAME_TITLE = "same_title"
    FEW_CARDS = "few_cards"
    NO_CARDS = "no_cards"
    # The deck it is based on.
    BASE_NOT_FOUND = "base_not_found"
    BASE_LOOP = "base_loop"
    BASE_WRONG = "base_wrong"
    DROP_UNKNOWN = "drop_unknown"
    DROP_WITHOUT_BASE = "drop_without_base"


MAX_SUGGESTIONS = 100
"""How many times a file is told what may have been meant: a stranger's file can hold thousands."""

WARNINGS = frozenset(
    {
        Fault.EMPTY_OPTIONAL,
        Fault.UNKNOWN_ICON,
        Fault.PICTURE_MISSING,
        Fault.PICTURE_UNREADABLE,
        Fault.SAME_QUESTION,
        Fault.NEAR_QUESTION,
        Fault.SAME_TITLE,
        Fault.FEW_CARDS,
        Fault.DROP_UNKNOWN,
        Fault.DROP_WITHOUT_BASE,
    }
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file; both count from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Where:
    """Which part of the deck a finding is about; all empty means the deck as a whole."""

    section: str = ""
    """A key of the deck: `title`, `activities`, `spheres` ..."""
    index: int = 0
    """The card's number in its list, from 1; 0 where there is no list."""
    card: str = ""
    """The card's id, as far as it has one."""
    field: str = ""
    """The key inside the card; a tag carries its number, as in `tags[2]`."""

    def __str__(self) -> str:
        """Write it as one word or two: `activities[2] fanfare.title`."""
        if not self.section:
            return "deck"
        name = f"{self.section}[{self.index}]" if self.index else self.section
        if self.card:
            name = f"{name} {self.card}"
        return f"{name}.{self.field}" if self.field else name


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, with the parts that its sentence needs."""

    fault: Fault
    value: str = ""
    """What stands in the file, made short and printable."""
    nearest: tuple[str, ...] = ()
    """What may have been meant, best first; or all that is allowed, where that is a short list."""
    number: int = 0
    """A count or the line where it stood first."""
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend in a deck file."""

    file: str
    line: int
    column: int
    where: Where
    problem: Problem

    @property
    def severity(self) -> Severity:
        """Tell whether the deck can be played all the same."""
        return Severity.WARNING if self.problem.fault in WARNINGS else Severity.ERROR


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Pick the findings that keep a deck from the table."""
    return tuple(one for one in findings if one.severity is Severity.ERROR)


def warnings(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Pick the findings that a deck can be played with."""
    return tuple(one for one in findings if one.severity is Severity.WARNING)


class DeckError(Exception):
    """A deck that cannot be played, with everything that was found in it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings, errors and warnings alike."""
        first = next(iter(errors(findings)), None)
        super().__init__(
            f"{first.file}:{first.line}:{first.column}: {first.where}: {first.problem.fault}"
            if first
            else "deck"
        )
        self.findings = findings


class Report:
    """The findings of one file, gathered while it is read."""

    def __init__(self, file: str, progress: Progress | None = None) -> None:
        """Begin with nothing found."""
        self.file = file
        self._progress = progress
        self.findings: list[Finding] = []
        self._suggestions = MAX_SUGGESTIONS

    def add(
        self,
        spot: Spot,
        where: Where,
        fault: Fault,
        value: str = "",
        *,
        nearest: tuple[str, ...] = (),
        number: int = 0,
        limit: int = 0,
    ) -> None:
        """Note one finding."""
        problem = Problem(fault, short(value), nearest, number, limit)
        self.findings.append(Finding(self.file, spot.line, spot.column, where, problem))

    def may_suggest(self) -> bool:
        """Tell whether to look for what was meant, which takes some milliseconds a time."""
        self._suggestions -= 1
        return self._suggestions >= 0

    def read_so_far(self, share: float) -> None:
        """Tell which share of the file is read, from 0 to 1."""
        if self._progress:
            self._progress(round(100 * min(1.0, share)), 100)

    def has_errors(self) -> bool:
        """Tell whether anything found so far keeps the deck from the table."""
        return any(one.severity is Severity.ERROR for one in self.findings)

    def in_order(self) -> tuple[Finding, ...]:
        """Give the findings in the order of the file."""
        return tuple(sorted(self.findings, key=lambda one: (one.line, one.column)))


def short(value: str, length: int = 40) -> str:
    """Make a text from a file safe and short enough to quote on one line."""
    line = "".join(c if c.isprintable() else " " for c in value[: length + 1]).strip()
    return line if len(value) <= length else line[: length - 1].rstrip() + "…"
