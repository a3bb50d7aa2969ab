"""Dates as people type them, and as files keep them."""

import re
from datetime import date

_TYPED = re.compile(
    r"(?:[^\W\d_]{2,9}\s+)?(\d{1,2})[-/. ]+(\d{1,2}|[^\W\d_]{3,9})[-/. ]+(\d{4}|\d\d)"
)
_NO_YEAR = re.compile(r"(?:[^\W\d_]{2,9}\s+)?(\d{1,2})[-/. ]+(\d{1,2}|[^\W\d_]{3,9})\.?")
_ISO = re.compile(r"(\d{4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,2})")
_MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "march", "mrt"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
"""In every language of the game: a table may type in the one and read in the other."""


def read_date(text: str, *, after: str = "") -> str | None:
    """Turn "30-6-2027", "30 juni 27" or "2027-06-30" into ISO 8601.

    Empty stays empty; nonsense gives None. With a day to count from, in ISO 8601, "30 juni" is
    the next one from that day on.
    """
    typed = text.strip()
    if not typed:
        return ""
    if match := _TYPED.fullmatch(typed):
        day, month, year = match.groups()
    elif match := _ISO.fullmatch(typed):
        year, month, day = match.groups()
    elif after and (match := _NO_YEAR.fullmatch(typed)):
        return _next(int(match[1]), _month(match[2]), after)
    else:
        return None
    century = 2000 if len(year) == 2 else 0
    try:
        return date(century + int(year), _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _next(day: int, month: int, after: str) -> str | None:
    """Find the first such day from a day on; a leap day can be eight years away."""
    first = date.fromisoformat(after)
    for year in range(first.year, first.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= first:
            return found.isoformat()
    return None


def _month(text: str) -> int:
    """Number a month that is typed as a number, as a word or as the beginning of one."""
    if text.isdecimal():
        return int(text)
    typed = text.casefold()
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(typed) for name in names):
            return number
    return 0


def typed_date(iso: str) -> str:
    """Write a date from a file as a person would type it; anything else stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day}-{day.month}-{day.year}"
