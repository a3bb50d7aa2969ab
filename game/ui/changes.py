"""What should happen after something was handled: other scenes, or nothing more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.core.frozen import dataclass

if TYPE_CHECKING:
    from game.ui.scene import Scene


@dataclass(frozen=True, slots=True)
class Push:
    """Lay a scene on top of this one."""

    scene: "Scene"


@dataclass(frozen=True, slots=True)
class Pop:
    """Go back to the scene below, with a result for whoever asked."""

    result: object = None
    then: "Callable[[], Change | None] | None" = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Put another scene in the place of this one."""

    scene: "Scene"


@dataclass(frozen=True, slots=True)
class Reset:
    """Leave every scene and begin again with this one."""

    scene: "Scene"


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


@dataclass(frozen=True, slots=True)
class Stay:
    """It was handled; nothing else happens."""


Change = Push | Pop | Replace | Reset | Quit | Stay
Action = Callable[[], Change | None]
