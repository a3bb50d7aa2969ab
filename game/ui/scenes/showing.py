"""A table that plays by itself in the window, to show the game to a group."""

from game.demo.playing import Demo, seconds
from game.ui.scene import Change, Scene
from game.ui.scenes import route
from game.ui.scenes.play import PlayScene
from game.ui.window import Window
from game.venue import Venue

PACE = 12
"""How much faster than a real table it goes."""
SHORTEST, LONGEST = 0.6, 6.0
"""Seconds between two steps."""


class Showing:
    """Play a scripted session in a window, a step at a time.

    Args:
        venue: where it is played; the session is kept like any other.
        window: the window that shows it.
        demo: who sits at the table, and what they do.
        seed: of the session.
    """

    def __init__(self, venue: Venue, window: Window, demo: Demo) -> None:
        self.venue = venue
        self.window = window
        self.demo = demo
        self.table = venue.begin(demo.deck, demo.setup, demo.seats, seed=demo.seed)
        self._due = window.clock() + LONGEST

    def first(self) -> Scene:
        """Make the first screen of the session."""
        return route.scene(self.venue, self.table)

    def between(self) -> Change | None:
        """Play the next step when its time has come."""
        now = self.window.clock()
        if now < self._due:
            return None
        scene = self.window.scene
        if not isinstance(scene, PlayScene) or not scene.shows(self.table.view):
            # A reveal or a celebration lies on top: look at it, then go on as Enter would.
            self._due = now + LONGEST / 2
            return scene.main_action()
        intent = self.demo.next(self.table.session)
        if intent is None:
            return None
        self._due = now + min(LONGEST, max(SHORTEST, seconds(intent) / PACE))
        return scene.play(intent)
