"""Where the lines of a text field begin and end; every letter keeps its place."""

from collections.abc import Callable
from functools import lru_cache

Measure = Callable[[str], int]


class Lines:
    """Break texts of one field; unchanged paragraphs are not measured again."""

    def __init__(self, width: int, measure: Measure) -> None:
        self.width = width
        self.measure = measure
        self._paragraph = lru_cache(256)(self._break)

    def spans(self, text: str, multiline: bool) -> tuple[tuple[int, int], ...]:
        """List begin and end of every line."""
        if not multiline:
            return ((0, len(text)),)
        result: list[tuple[int, int]] = []
        start = 0
        for paragraph in text.split("\n"):
            result.extend((start + a, start + b) for a, b in self._paragraph(paragraph))
            start += len(paragraph) + 1
        return tuple(result)

    def _break(self, text: str) -> tuple[tuple[int, int], ...]:
        spans: list[tuple[int, int]] = []
        begin = 0
        while self.measure(text[begin:].rstrip(" ")) > self.width:
            low, high = begin + 1, len(text)
            while low < high:
                middle = (low + high + 1) // 2
                if self.measure(text[begin:middle]) <= self.width:
                    low = middle
                else:
                    high = middle - 1
            space = text.rfind(" ", begin + 1, low + 1)
            end = space + 1 if space > begin else low
            spans.append((begin, end))
            begin = end
        spans.append((begin, len(text)))
        return tuple(spans)
