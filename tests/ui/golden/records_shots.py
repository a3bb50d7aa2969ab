"""The screens about records: choosing and comparing tables, and reading in what was on paper."""

from dataclasses import replace
from pathlib import Path

from game.core.session import Phase
from game.ui.scene import Scene
from tests.ui.golden.evening import Evening, at
from tests.ui.many_tables import compared

BAD = """session;gemeente;date;card;seat;size;first;second;reason;outcome_reason
tafel 1;Voorbeeldstad;2026-11-05;Repaircafé;Bewoners;33;nergens;communal;Buren;
tafel 1;;;Repaircafé;Wijkteam;2;communal;boven;;
tafel 2;Voorbeeldstad;gisteren;Vliegles;Bewoners;3;communal;communal;;
tafel 2;;;Straatfeest;Bewoners;3;communal;communal;;
tafel 2;;;Straatfeest;;2;communal;personal;;
"""
"""A form with something wrong in most rows."""


def pick(evening: Evening) -> Scene:
    """Choose the conversations that are compared."""
    from game.ui.scenes.compare_pick import ComparePickScene

    evening.table(at(Phase.FINISHED))[1].close()
    venue = evening.home()
    (one,) = venue.sessions()
    folder = one.path.parent
    tables = [f"{one.table[:-2]} {n}" for n in range(1, 8)]
    entries = [replace(one, table=each, path=folder / f"{each[-1]}.jsonl") for each in tables]
    entries[2] = replace(entries[2], finished=False)
    return ComparePickScene(venue, entries)


def compare(evening: Evening) -> Scene:
    """Lay six tables side by side."""
    from game.ui.scenes.compare import CompareScene

    venue, table = evening.table(at(Phase.FINISHED))
    return CompareScene(venue, (), compared(table))


def paper(evening: Evening) -> Scene:
    """Read in a form with something wrong in it."""
    from game.store.paper import PaperError, read_papers
    from game.ui.scenes.paper import PaperScene

    sheet = Path("avond.csv")
    sheet.write_text(BAD, encoding="utf-8")
    scene = PaperScene(evening.home(), sheet)
    try:
        read_papers(sheet, evening.home().deck(scene.deck))
    except PaperError as error:
        scene.problems = tuple(replace(each, sheet="Tafel 1") for each in error.problems)
    return scene


def how(evening: Evening) -> Scene:
    """Say how sessions on paper are read in."""
    from game.ui.scenes.paper import PaperScene

    return PaperScene(evening.home())
