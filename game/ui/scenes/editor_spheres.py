"""The tab of the deck editor for the spheres: what they are called here, and what they mean."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game import words
from game.core.cards import TEXT_LENGTH, TITLE_LENGTH, Place, Sphere
from game.core.frozen import replace
from game.decks import edit
from game.decks.edit import SphereRow, State
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes import editor_terms as terms
from game.ui.scenes.editor_fields import Entry, counted, show_count, show_found
from game.ui.scenes.editor_lists import Tab
from game.ui.widgets.button import Button
from game.ui.widgets.label import Paragraph
from game.ui.widgets.sphere_view import SphereView
from game.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from game.ui.scenes.deck_editor import DeckEditorScene


class SpheresTab(Tab):
    """Four places, the wording of one of them, and how it looks."""

    icon = "circle-dot-dashed"

    def __init__(self) -> None:
        self.place = Place.PERSONAL

    def title(self) -> str:
        """Name the page."""
        return _("Spheres")

    def _row(self, scene: "DeckEditorScene", place: Place) -> SphereRow:
        rows = edit.sphere_rows(scene.bench.draft, scene.bench.base)
        return next(row for row in rows if row.place is place)

    def _worded(self, scene: "DeckEditorScene", place: Place) -> Sphere:
        row = self._row(scene, place)
        if row.sphere is None or row.state is State.DROPPED:
            return Sphere(place, "")
        return row.sphere

    def layout(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        """Lay out the places, the fields and the arch."""
        gap = look.px(32)
        side = min(look.px(440), rect.w * 26 // 100)
        arch = min(look.px(470), rect.w * 27 // 100)
        self._places(scene, look, pygame.Rect(rect.x, rect.y, side, rect.h))
        middle = pygame.Rect(rect.x + side + gap, rect.y, rect.w - side - arch - 2 * gap, rect.h)
        self._fields(scene, look, middle)
        box = pygame.Rect(rect.right - arch, rect.y, arch, min(rect.h, look.px(760)))
        worded = self._worded(scene, self.place)
        scene.add(
            SphereView("arch", box, self.place, title=terms.place(self.place, worded.title),
                       explanation=worded.explanation or words.place_explained(self.place),
                       slot=False)
        )  # fmt: skip

    def _places(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        gap = look.px(16)
        high = min(look.px(128), (rect.h - 4 * gap) // 5)
        high = max(look.target(), high)
        based = scene.bench.base is not None
        for n, place in enumerate(Place):
            row = self._row(scene, place)
            box = pygame.Rect(rect.x, rect.y + n * (high + gap), rect.w, high)
            state = _("the game's own words") if row.sphere is None else terms.state(row.state)
            scene.add(
                Button(
                    f"place-{place}", box, terms.place(place, self._worded(scene, place).title),
                    icon=look.theme.place(place).icon, kind="choice", place=place, units=28,
                    sub=state if based else "", selected=place is self.place,
                    on_press=partial(self._choose, scene, place),
                )
            )  # fmt: skip
        box = pygame.Rect(rect.x, rect.y + 4 * (high + gap), rect.w, min(high, look.px(84)))
        box.height = max(look.target(), box.height)
        able = scene.bench.draft.spheres is not None
        scene.add(
            Button("restore-all", box, self._back_label(scene, every=True), icon="rotate-ccw",
                   units=24, enabled=able, reason=_("All of it is as in the base deck."),
                   on_press=partial(self._restore_all, scene))
        )  # fmt: skip

    def _back_label(self, scene: "DeckEditorScene", *, every: bool) -> str:
        if scene.bench.base is None:
            return _("Back to the game's own words")
        return _("All four back to the base deck") if every else _("Back to the base deck")

    def _fields(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        gap, worded = look.px(22), self._worded(scene, self.place)
        box = pygame.Rect(rect.x, rect.y, rect.w, TextField.needed(look))
        self._field(scene, box, Entry("title", _("Title"), worded.title, TITLE_LENGTH))
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, TextField.needed(look, lines=4))
        about = Entry("explanation", _("Explanation"), worded.explanation, TEXT_LENGTH, 4)
        self._field(scene, box, about)
        high = max(look.target(), look.px(70))
        back = pygame.Rect(rect.x, box.bottom + gap, rect.w, high)
        row = self._row(scene, self.place)
        able = scene.bench.draft.spheres is not None and (
            row.sphere is not None and row.state is not State.TAKEN
        )
        scene.add(
            Button("restore", back, self._back_label(scene, every=False), icon="rotate-ccw",
                   units=24, enabled=able, reason=_("This is as in the base deck."),
                   on_press=partial(self._restore, scene))
        )  # fmt: skip
        below = row.below
        y = back.bottom + gap
        if below is not None and row.state is not State.TAKEN:
            text = _("In the base deck: {text}").format(
                text=" · ".join(part for part in (below.title, below.explanation) if part)
            )
            line = pygame.Rect(rect.x, y, rect.w, look.line_height(24) * 2)
            if line.bottom <= rect.bottom:
                scene.add(Paragraph("below", line, text, units=24, colour=look.theme.muted,
                                    smallest=14))  # fmt: skip
                y = line.bottom + gap // 2
        found = pygame.Rect(rect.x, y, rect.w, max(1, rect.bottom - y))
        scene.add(
            Paragraph("found", found, self._found(scene), units=24, colour=look.theme.bad,
                      smallest=14)
        )  # fmt: skip

    def _found(self, scene: "DeckEditorScene") -> str:
        about = [
            one
            for one in scene.bench.about("spheres")
            if one.where.field.partition(".")[0] == self.place
        ]
        return "\n".join(f"• {terms.told(one)}" for one in about)

    def _field(self, scene: "DeckEditorScene", rect: pygame.Rect, entry: Entry) -> None:
        whole = replace(entry, name=f"{self.place}-{entry.name}")
        counted(scene, rect, whole, partial(self._typed, scene, entry.name))

    def _typed(self, scene: "DeckEditorScene", name: str, text: str) -> None:
        del text
        texts = scene.texts
        sphere = Sphere(
            self.place,
            texts[f"{self.place}-title"].text,
            texts[f"{self.place}-explanation"].text,
        )
        bench = scene.bench
        draft = edit.change_sphere(bench.draft, bench.base, sphere)
        bench.change(draft, run=f"{name}:{self.place}", now=scene.now())
        show_count(scene, f"{self.place}-{name}")
        self._show(scene, sphere)
        scene.show_state()

    def _show(self, scene: "DeckEditorScene", sphere: Sphere) -> None:
        arch, button = scene.find("arch"), scene.find(f"place-{self.place}")
        title = terms.place(self.place, sphere.title)
        if isinstance(arch, SphereView):
            arch.title = arch.label = title
            arch.explanation = sphere.explanation or words.place_explained(self.place)
            arch.changed()
        if isinstance(button, Button):
            button.label = title
            if button.sub:
                button.sub = terms.state(self._row(scene, self.place).state)
            button.changed()
        for name in ("restore", "restore-all"):
            back = scene.find(name)
            if isinstance(back, Button):
                back.enabled = scene.bench.draft.spheres is not None
                back.changed()

    def _choose(self, scene: "DeckEditorScene", place: Place) -> Change | None:
        self.place = place
        scene.bench.rest()
        scene.relayout()
        return Stay()

    def _restore(self, scene: "DeckEditorScene") -> Change | None:
        bench, row = scene.bench, self._row(scene, self.place)
        sphere = row.below or Sphere(self.place, "")
        scene.put(edit.change_sphere(bench.draft, bench.base, sphere))
        return scene.turned_back()

    def _restore_all(self, scene: "DeckEditorScene") -> Change | None:
        scene.put(edit.restore_spheres(scene.bench.draft))
        return scene.turned_back()

    def checked(self, scene: "DeckEditorScene") -> None:
        """Show what was found just now."""
        show_found(scene, self._found(scene))
