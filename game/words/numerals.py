"""How numbers, dates and lists are written in the language of the screen."""

from datetime import date as day

from game.i18n import _, language, ngettext

NO_BREAK = "\u00a0"
"""A space at which a line may not end."""


def number(value: float, digits: int | None = None) -> str:
    """Write a number with as many decimals as asked, or as few as it needs."""
    text = f"{value:.{digits}f}" if digits is not None else f"{value:g}"
    return text.replace(".", ",").replace("-", "−") if language() == "nl" else text


def percent(value: float) -> str:
    """Write a percentage, given as 0 to 100."""
    return f"{number(value)}{NO_BREAK}%" if language() == "nl" else f"{number(value)}%"


def date(iso: str) -> str:
    """Write an ISO 8601 date in words; what is no date stays as it is."""
    try:
        read = day.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{read.day} {_months()[read.month - 1]} {read.year}"


def _months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def duration(seconds: float) -> str:
    """Write a length of time in hours and minutes."""
    minutes = max(1, round(seconds / 60))
    hours, left = divmod(minutes, 60)
    rest = ngettext("{count} minute", "{count} minutes", left).format(count=left)
    if not hours:
        return rest
    whole = ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return _("{hours} and {minutes}").format(hours=whole, minutes=rest) if left else whole


def clock(seconds: float) -> str:
    """Write what is left on a timer as minutes and seconds."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def listing(items: tuple[str, ...]) -> str:
    """Join names with commas and an "and"."""
    if len(items) < 2:
        return "".join(items)
    return _("{most} and {last}").format(most=", ".join(items[:-1]), last=items[-1])


def choice(items: tuple[str, ...]) -> str:
    """Join names to choose from with commas and an "or"."""
    if len(items) < 2:
        return "".join(items)
    return _("{most} or {last}").format(most=", ".join(items[:-1]), last=items[-1])
