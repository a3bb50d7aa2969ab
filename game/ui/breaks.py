"""Breaking text into lines: words, hyphens, ellipsis; knows no fonts."""

from collections.abc import Callable

from game.hyphens import ways

Measure = Callable[[str], int]
ELLIPSIS = "…"


def wrap(
    paragraphs: tuple[str, ...], width: int, measure: Measure, max_lines: int | None = None
) -> tuple[str, ...]:
    """Break paragraphs into lines of at most this width."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines.extend(_paragraph(paragraph, width, measure))
        if max_lines is not None and len(lines) > max_lines:
            break
    if max_lines is not None and len(lines) > max_lines:
        last, following = lines[max_lines - 1], lines[max_lines]
        joined = last[:-1] + following if last.endswith("-") else f"{last} {following}"
        lines = [*lines[: max_lines - 1], cut(joined, width, measure, more=True)]
    return tuple(lines)


def cut(text: str, width: int, measure: Measure, *, more: bool = False) -> str:
    """Cut one line with an ellipsis where it is too wide, or where more would follow."""
    if not more and measure(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip(" -,.;:…") + ELLIPSIS) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" -,.;:…") + ELLIPSIS


def _paragraph(text: str, width: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if not word:
            continue
        candidate = f"{line} {word}" if line else word
        if measure(candidate) <= width:
            line = candidate
        elif measure(word) <= width:
            lines.append(line)
            line = word
        else:
            line = _long_word(line, word, width, measure, lines)
    if line or not lines:
        lines.append(line)
    return lines


def _long_word(line: str, word: str, width: int, measure: Measure, lines: list[str]) -> str:
    """Spread a word that is wider than a line; return what is left for the last line."""
    rest = word
    while rest and measure(f"{line} {rest}" if line else rest) > width:
        lead = f"{line} " if line else ""
        fitting = [(head, tail) for head, tail in ways(rest) if measure(lead + head) <= width]
        if fitting:
            head, rest = fitting[-1]
            lines.append(lead + head)
        elif line:
            lines.append(line)
        else:
            head, rest = _forced(rest, width, measure)
            lines.append(head)
        line = ""
    return f"{line} {rest}" if line else rest


def _forced(word: str, width: int, measure: Measure) -> tuple[str, str]:
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(word[:middle] + "-") <= width:
            low = middle
        else:
            high = middle - 1
    return word[:low] + "-", word[low:]
