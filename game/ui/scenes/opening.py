"""Opening a saved session from a screen, with a plain sentence for whatever is wrong with it."""

from pathlib import Path

from game import words
from game.core.intents import Resume
from game.i18n import _
from game.store.errors import Problem, SaveError
from game.table import Opened
from game.ui.scene import Change, Push, Scene
from game.ui.scenes import route
from game.ui.widgets.dialog import Answer, ask, tell
from game.venue import Venue


def open_save(
    venue: Venue, path: Path, *, read_only: bool = False, up_to_damage: bool = False
) -> Change:
    """Go to a session where it stopped, or say why that cannot be."""
    try:
        opened = venue.resume(path, read_only=read_only, up_to_damage=up_to_damage)
    except SaveError as error:
        if error.problem is Problem.DAMAGED and not up_to_damage:
            return _offer(venue, path, error, read_only)
        return tell(_("This conversation cannot be opened"), words.save_error(error))
    return _show(venue, opened)


def first(venue: Venue, path: Path) -> tuple[Scene, Change | None]:
    """Begin with a session: give the lowest screen, and what is laid over it at once.

    Raises:
        SaveError: there is nothing in it that can be read.
    """
    from game.ui.scenes.title import TitleScene

    try:
        opened = venue.resume(path)
    except SaveError as error:
        if error.problem is not Problem.DAMAGED:
            raise
        return TitleScene(venue), _offer(venue, path, error, read_only=False)
    if opened.notices:
        return TitleScene(venue), _show(venue, opened)
    return _screen(venue, opened), None


def _offer(venue: Venue, path: Path, error: SaveError, read_only: bool) -> Change:
    answers = (
        Answer("open", _("Open what is whole"), kind="primary"),
        Answer("back", _("Leave it as it is")),
    )

    def chosen(key: str | None) -> Change | None:
        if key != "open":
            return None
        return open_save(venue, path, read_only=read_only, up_to_damage=True)

    return ask(_("A part of this file is damaged"), words.save_error(error), answers, chosen)


def _screen(venue: Venue, opened: Opened) -> Scene:
    if opened.table.view.paused and not opened.table.read_only:
        opened.table.play(Resume())
    return route.scene(venue, opened.table)


def _show(venue: Venue, opened: Opened) -> Change:
    scene = _screen(venue, opened)
    if not opened.notices:
        return Push(scene)
    sentences = "\n".join(words.notice(notice) for notice in opened.notices)
    return tell(_("Before you go on"), sentences, lambda: Push(scene))
