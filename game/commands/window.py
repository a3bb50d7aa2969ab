"""Opening the window, apart from all else, because people wait for it."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.common import Options, save_file

if TYPE_CHECKING:
    from game.demo.playing import Demo


def window(
    options: Options,
    *,
    setup: Path | None = None,
    save: str | None = None,
    demo: "Demo | None" = None,
    seed: int | None = None,
) -> int:
    """Open the window."""
    # What is made before the first frame all stays: looking for garbage there only delays it.
    gc.disable()
    from game.app import run

    return run(
        saves=options.saves,
        decks=options.decks,
        language=options.lang,
        window_size=options.window,
        setup_file=setup,
        save_file=save_file(options, save) if save else None,
        demo=demo,
        seed=seed,
        verbose=options.verbose,
    )
