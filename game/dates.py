"""Dates as people type them, and as files keep them."""

import re
from datetime import date

_DUTCH = re.compile(r"^\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})\s*$")


def read_date(text: str) -> str | None:
    """Turn "30-6-2027" or "2027-06-30" into ISO 8601; empty stays empty, nonsense gives None."""
    if not text.strip():
        return ""
    match = _DUTCH.match(text)
    try:
        if match:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return None


def typed_date(iso: str) -> str:
    """Write a date from a file as a person would type it; anything else stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day}-{day.month}-{day.year}"
