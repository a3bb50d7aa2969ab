"""Sessions that were played on paper: a sheet is read, checked cell by cell, and played."""

from game.store.paper.play import PaperSession, read_papers
from game.store.paper.sheet import PaperError, Problem

__all__ = ["PaperError", "PaperSession", "Problem", "read_papers"]
