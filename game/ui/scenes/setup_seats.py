"""The page of the set-up screen on which the table sits down: names, roles and sizes."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.core.setup import (
    MAX_SEATS,
    MAX_TEAM,
)
from game.i18n import _, ngettext
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from game.ui.scenes.setup import Chair, SetupScene

COLUMNS = 2


def roles() -> tuple[str, ...]:
    """List the roles that many tables have."""
    return (
        _("Residents"),
        _("Volunteers"),
        _("Welfare work"),
        _("Neighbourhood team"),
        _("Sports club"),
        _("School"),
        _("Care"),
        _("Municipality"),
    )


def _widest() -> str:
    return ngettext("{count} person", "{count} people", MAX_TEAM).format(count=MAX_TEAM)


class SeatsPage:
    """Who sits at the table: a name a seat, and how many people share it."""

    icon = "users"

    def title(self) -> str:
        """Name the page."""
        return _("Seats")

    def layout(self, scene: "SetupScene", look: Look, rect: pygame.Rect) -> None:
        """Lay out the seats in two columns, and roles to fill them with."""
        text = _(
            "Who sits on each seat? Type a role or a name, or press one below. How many people"
            " share the seat? Press − or +."
        )
        line = look.line_height(24)
        intro = pygame.Rect(rect.x, rect.y, rect.w, max(look.px(64), 2 * line))
        scene.add(Paragraph("seats-about", intro, text, units=26, smallest=18))
        gap = look.px(14)
        chip = max(look.target(), look.px(56))
        chips_top = rect.bottom - 2 * chip - gap
        told = pygame.Rect(rect.x, chips_top - 2 * line - gap, rect.w, 2 * line)
        self._told(scene, look, told)
        rows = MAX_SEATS // COLUMNS
        top = intro.bottom + look.px(10)
        height = min(look.px(86), (told.y - gap - top - gap * (rows - 1)) // rows)
        width = (rect.w - look.px(28)) // COLUMNS
        for n, chair in enumerate(scene.chairs):
            column, row = n % COLUMNS, n // COLUMNS
            cell = pygame.Rect(
                rect.x + column * (width + look.px(28)), top + row * (height + gap), width, height
            )
            self._chair(scene, look, cell, n, chair)
        if len(scene.chairs) < MAX_SEATS:
            n = len(scene.chairs)
            column, row = n % COLUMNS, n // COLUMNS
            cell = pygame.Rect(
                rect.x + column * (width + look.px(28)), top + row * (height + gap), width, height
            )
            scene.add(
                Button(
                    "add-seat",
                    cell,
                    _("Another seat"),
                    icon="plus",
                    units=26,
                    on_press=partial(self._added, scene),
                )
            )
        self._chips(scene, look, pygame.Rect(rect.x, chips_top, rect.w, rect.bottom - chips_top))

    def _told(self, scene: "SetupScene", look: Look, rect: pygame.Rect) -> None:
        text = scene.told_apart()
        amber = look.theme.warn
        scene.add(Paragraph("others", rect, text, units=24, colour=amber, smallest=18))

    def _chair(
        self, scene: "SetupScene", look: Look, cell: pygame.Rect, n: int, chair: "Chair"
    ) -> None:
        gap = look.px(8)
        bin_width = max(look.target(), look.px(60))
        steps = 2 * max(look.target(), look.px(60)) + look.width(_widest(), 24, True)
        steps = min(steps + look.px(12), max(3 * look.target(), cell.w * 46 // 100))
        field = pygame.Rect(cell.x, cell.y, cell.w - bin_width - steps - 2 * gap, cell.h)
        scene.add(
            TextField(
                f"seat-{chair.number}",
                field,
                scene.text_state(f"seat-{chair.number}", limit=60),
                label=_("Seat {number}").format(number=n + 1),
                placeholder=_("Seat {number}").format(number=n + 1),
                show_label=False,
                units=28,
                on_change=scene.typed,
                on_submit=partial(self._next, scene, n),
                on_confirm=scene.main_action,
            )
        )
        self._people(scene, look, pygame.Rect(field.right + gap, cell.y, steps, cell.h), chair)
        remove = pygame.Rect(cell.right - bin_width, cell.y, bin_width, cell.h)
        scene.add(
            Button(
                f"remove-{chair.number}",
                remove,
                "",
                icon="x",
                kind="quiet",
                on_press=partial(self._removed, scene, chair.number),
            )
        )

    def _people(self, scene: "SetupScene", look: Look, rect: pygame.Rect, chair: "Chair") -> None:
        side = max(look.target(), min(rect.h, look.px(60)))
        size = chair.size
        less = pygame.Rect(rect.x, rect.y, side, rect.h)
        more = pygame.Rect(rect.right - side, rect.y, side, rect.h)
        middle = pygame.Rect(less.right, rect.y, more.left - less.right, rect.h)
        people = ngettext("{count} person", "{count} people", size).format(count=size)
        if look.width(people, 24, True) > middle.w:
            people = str(size)
        one = _("A seat has at least one person.")
        many = _("At most {count} people share a seat. Are there more? Add a seat.").format(
            count=MAX_TEAM
        )
        scene.add(
            Button(
                f"fewer-{chair.number}",
                less,
                "",
                icon="minus",
                kind="quiet",
                enabled=size > 1,
                reason=one,
                on_press=partial(self._resized, scene, chair.number, size - 1),
            )
        )
        scene.add(
            Label(
                f"people-{chair.number}",
                middle,
                people,
                units=24,
                bold=True,
                align="center",
            )
        )
        scene.add(
            Button(
                f"more-{chair.number}",
                more,
                "",
                icon="plus",
                kind="quiet",
                enabled=size < MAX_TEAM,
                reason=many,
                on_press=partial(self._resized, scene, chair.number, size + 1),
            )
        )

    def _chips(self, scene: "SetupScene", look: Look, rect: pygame.Rect) -> None:
        gap = look.px(12)
        names = roles()
        each = -(-len(names) // 2)
        width = (rect.w - gap * (each - 1)) // each
        height = (rect.h - gap) // 2
        for n, role in enumerate(names):
            row, column = divmod(n, each)
            chip = pygame.Rect(
                rect.x + column * (width + gap), rect.y + row * (height + gap), width, height
            )
            scene.add(
                Button(
                    f"role-{n}",
                    chip,
                    role,
                    icon="plus",
                    units=24,
                    on_press=partial(self._role, scene, role),
                )
            )

    def _added(self, scene: "SetupScene") -> Change | None:
        scene.add_chair()
        scene.relayout()
        scene.focus_on(f"seat-{scene.chairs[-1].number}")
        return Stay()

    def _next(self, scene: "SetupScene", n: int) -> Change | None:
        """Go on to the next seat; after the last one to where a seat is added, or begin."""
        after = scene.chairs[n + 1 : n + 2]
        names = [f"seat-{chair.number}" for chair in after] or ["add-seat", "start"]
        scene.focus_on(next((name for name in names if scene.find(name)), None))
        return Stay()

    def _removed(self, scene: "SetupScene", number: int) -> Change | None:
        scene.remove_chair(number)
        scene.relayout()
        return Stay()

    def _resized(self, scene: "SetupScene", number: int, size: int) -> Change | None:
        scene.resize_chair(number, size)
        scene.relayout()
        return Stay()

    def _role(self, scene: "SetupScene", role: str) -> Change | None:
        taken = {scene.name_of(chair).strip() for chair in scene.chairs}
        names = (role, *(f"{role} {number}" for number in range(2, MAX_SEATS + 1)))
        scene.add_chair(next(name for name in names if name not in taken))
        scene.relayout()
        return Stay()
