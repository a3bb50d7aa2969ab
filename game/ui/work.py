"""Work that takes a while, beside the window: it tells how far it is, and can be stopped."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Generic, TypeVar

T = TypeVar("T")
Progress = Callable[[int, int], None]


class StopWorkError(Exception):
    """The work was asked to stop."""


class Work(Generic[T]):
    """A job in a thread of its own; it goes on from the moment that this is made.

    Args:
        job: gets what to tell how much is done, and of how much.
    """

    def __init__(self, job: Callable[[Progress], T]) -> None:
        self.done = 0
        self.whole = 0
        """How much there is to do; 0 while that is not known."""
        self._stop = Event()
        pool = ThreadPoolExecutor(1)
        self._future: Future[T] = pool.submit(job, self._tell)
        pool.shutdown(wait=False)

    def _tell(self, done: int, whole: int) -> None:
        if self._stop.is_set():
            raise StopWorkError
        self.done, self.whole = done, whole

    @property
    def part(self) -> float:
        """Tell which part is done, from 0 to 1."""
        return min(1.0, self.done / self.whole) if self.whole else 0.0

    @property
    def stopping(self) -> bool:
        """Tell whether it was asked to stop."""
        return self._stop.is_set()

    @property
    def over(self) -> bool:
        """Tell whether it is finished or stopped."""
        return self._future.done()

    def stop(self) -> None:
        """Ask it to stop at the next moment that it can."""
        self._stop.set()

    def result(self) -> T | None:
        """Give what came of it; None when it was stopped. What went wrong in it is raised here."""
        try:
            return self._future.result()
        except StopWorkError:
            return None
