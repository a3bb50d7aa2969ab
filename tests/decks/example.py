"""A small deck that has nothing wrong with it, and ways to write and read a changed one."""

from pathlib import Path

from game.decks.read import Bases, Loaded, no_bases, read_deck

DECK = """\
format: 1
id: proef
title: Proef
language: nl
version: "1.0"
activities:
  - id: kaart-1
    title: Repaircafé
    text: Samen spullen repareren.
    icon: wrench
    tags: [wonen, samen]
  - id: kaart-2
    title: Fanfare
  - id: kaart-3
    title: Speeltuin
  - id: kaart-4
    title: Wijkkrant
  - id: kaart-5
    title: Eettafel
  - id: kaart-6
    title: Buurtbus
criteria:
  - id: welkom
    kind: property
    title: Iedereen is welkom
    question: Mag iedereen meedoen?
closing:
  - id: werkdefinitie
    question: Wat is onze werkdefinitie?
"""

BASE = DECK.replace("id: proef\n", "id: basis\n").replace("title: Proef\n", "title: Basis\n")


def write(folder: Path, text: str | bytes, name: str = "deck.yaml") -> Path:
    """Put a deck file in a folder."""
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def read(folder: Path, text: str | bytes, bases: Bases = no_bases) -> Loaded:
    """Write a deck file and read it."""
    return read_deck(write(folder, text), bases=bases)


def changed(old: str, new: str) -> str:
    """Give the example deck with one passage changed."""
    assert DECK.count(old) == 1, old
    return DECK.replace(old, new)


def found(loaded: Loaded) -> list[tuple[str, int, int, str]]:
    """Give each finding as token, line, column and where."""
    return [
        (str(one.problem.fault), one.line, one.column, str(one.where)) for one in loaded.findings
    ]
