"""The composition root: settings, decks, saves, the window, and the first screen."""

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game import i18n
from game.core.frozen import replace
from game.decks.library import Library
from game.i18n import _
from game.store import paths
from game.store.settings import Settings, load
from game.ui.changes import Change
from game.ui.display import NoScreen
from game.ui.scene import Scene
from game.ui.window import Window
from game.venue import Venue, example

if TYPE_CHECKING:
    from game.demo.playing import Demo


def run(
    *,
    saves: Path | None = None,
    decks: Path | None = None,
    language: str | None = None,
    window_size: tuple[int, int] | None = None,
    setup_file: Path | None = None,
    save_file: Path | None = None,
    demo: "Demo | None" = None,
    seed: int | None = None,
    verbose: bool = False,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        saves: another folder for the sessions.
        decks: another folder for one's own decks.
        language: the language of the screen, for this time only.
        window_size: in pixels; else as large as fits.
        setup_file: a prepared set-up to go to at once.
        save_file: a session to go on with at once.
        demo: a table that plays by itself.
        seed: makes every session that is started shuffle alike.
        verbose: say on stderr when the first frame is on the screen ("ready"), and which scene is.

    Returns:
        the exit status: 1 when there is no screen.

    Raises:
        SaveError: the session or the set-up cannot be read.
    """
    settings_file = paths.settings_file()
    settings = load(settings_file)
    if language:
        settings = replace(settings, language=language)
    i18n.use(settings.language)
    venue = Venue(
        settings=settings,
        settings_file=settings_file,
        saves=paths.saves_folder(saves),
        library=Library(paths.decks_folders(decks)),
        example=example(),
        seed=seed,
    )
    try:
        window = Window(
            window_size,
            fullscreen=settings.full_screen and window_size is None,
            text_size=settings.text_size,
            motion=settings.motion,
            contrast=settings.contrast,
            on_first_frame=partial(_ready, verbose),
            on_scene=_tell if verbose else None,
            on_setting=lambda name, value: _keep(venue, name, value),
        )
    except NoScreen:
        sentence_ = _("No screen can be opened here. Start the game on a computer with a screen.")
        print(sentence_, file=sys.stderr)
        return 1
    venue.follow_settings(lambda changed: _apply(window, changed))
    venue.sounds_by(_sound)
    scene, between = _first(venue, window, setup_file, save_file, demo)
    window.run(scene, between)
    return 0


def _ready(verbose: bool) -> None:
    gc.freeze()
    gc.enable()
    if verbose:
        print("ready", file=sys.stderr, flush=True)


def _tell(scene: Scene) -> None:
    name = type(scene).__name__.removesuffix("Scene").lower()
    print(f"scene {name}", file=sys.stderr, flush=True)


def _sound(name: str) -> None:
    from game.ui import sound

    sound.play(name)


def _keep(venue: Venue, name: str, value: int | bool) -> None:
    """Keep what the window changed by itself: F11, and Ctrl with + or -."""
    if name == "fullscreen":
        venue.change_settings(replace(venue.settings, full_screen=bool(value)))
    elif name == "text_size":
        venue.change_settings(replace(venue.settings, text_size=int(value)))


def _apply(window: Window, settings: Settings) -> None:
    spoken = i18n.language()
    i18n.use(settings.language)
    window.configure(
        text_size=settings.text_size,
        motion=settings.motion,
        contrast=settings.contrast,
        fullscreen=settings.full_screen,
    )
    if spoken != settings.language:
        window.relayout()


Between = Callable[[], Change | None]


def _first(
    venue: Venue,
    window: Window,
    setup_file: Path | None,
    save_file: Path | None,
    demo: "Demo | None",
) -> tuple[Scene, Between | None]:
    """Choose the first screen, and for a demonstration who plays."""
    if demo is not None:
        from game.ui.scenes.showing import Showing

        showing = Showing(venue, window, demo)
        return showing.first(), showing.between
    if setup_file is not None:
        from game.store.prepared import read
        from game.ui.scenes.setup import SetupScene

        return SetupScene(venue, read(setup_file)), None
    if save_file is not None:
        from game.ui.scenes import opening

        scene, over = opening.first(venue, save_file)
        laid = iter([over])
        return scene, None if over is None else lambda: next(laid, None)
    from game.ui.scenes.title import TitleScene

    return TitleScene(venue), None
