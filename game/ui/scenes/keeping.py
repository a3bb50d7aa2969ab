"""Keeping a set-up as a file, to play it later or on another computer."""

from functools import partial

from game import words
from game.i18n import _
from game.store.errors import SaveError
from game.store.folders import typed_path
from game.store.prepared import Prepared
from game.ui.scene import Change
from game.ui.widgets.dialog import ask_text, tell
from game.venue import Venue

ENDING = ".json"


def keep_setup(venue: Venue, prepared: Prepared, typed: str = "") -> Change | None:
    """Ask where, and write the file; after a refusal with what was typed."""
    suggestion = (venue.own_folder / _("set-up")).with_suffix(ENDING)
    return ask_text(
        _("Keep this set-up"),
        _("Where must the file go? Later you open it from the start screen."),
        lambda text: _write(venue, prepared, text),
        initial=typed or str(suggestion),
        ok=_("Keep"),
    )


def _write(venue: Venue, prepared: Prepared, text: str | None) -> Change | None:
    if text is None or not text.strip():
        return None
    try:
        path = typed_path(text)
        if not path.name:
            path /= _("set-up")
        if path.suffix != ENDING:
            path = path.with_name(path.name + ENDING)
        venue.prepare(prepared, path)
    except SaveError as error:
        again = partial(keep_setup, venue, prepared, text)
        return tell(_("That did not work"), words.save_error(error), again)
    return tell(_("Kept"), _("The set-up is in this file: {path}").format(path=path))
