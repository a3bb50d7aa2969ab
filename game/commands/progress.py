"""A line on the terminal that says how far a long command is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WIDTH = 24


@contextmanager
def progress(sentence: str) -> Iterator[Callable[[int, int], None]]:
    """Give what to tell how much is done, and of how much; it shows nothing in a file or pipe.

    Args:
        sentence: what is told, with {done} and {all} in it.
    """
    seen = sys.stderr.isatty()

    def tell(done: int, whole: int) -> None:
        if seen:
            filled = WIDTH * done // max(1, whole)
            bar = "█" * filled + "░" * (WIDTH - filled)
            said = sentence.format(done=done, all=whole)
            print(f"\r\x1b[K{bar} {said}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if seen:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
