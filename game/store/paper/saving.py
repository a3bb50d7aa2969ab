"""A paper session as a save: all its steps at once, whole or not at all."""

import os
from pathlib import Path

from game import __version__
from game.core.cards import Deck
from game.store.errors import Problem, SaveError, refused_by_system
from game.store.journal import Header, Journal
from game.store.paper.play import PaperSession


def save_paper(paper: PaperSession, deck: Deck, path: Path) -> None:
    """Write a session that was played on paper to a new save.

    Raises:
        SaveError: it cannot be written, or the file is there already.
    """
    header = Header(__version__, "", os.urandom(8).hex(), deck)
    try:
        Journal.create(path, header, paper.steps).close()
    except FileExistsError:
        raise SaveError(Problem.EXISTS, path) from None
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, path, error) from error
