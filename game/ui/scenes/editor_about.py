"""The tab of the deck editor for the deck itself: title, language, version, and what it is."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.core.cards import TITLE_LENGTH
from game.core.frozen import replace
from game.decks import edit
from game.decks.edit import State
from game.decks.shape import ABOUT_LENGTH
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes import editor_terms as terms
from game.ui.scenes.deck_words import language_name
from game.ui.scenes.editor_fields import Entry, counted, show_count, show_found
from game.ui.scenes.editor_lists import Tab
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from game.ui.scenes.deck_editor import DeckEditorScene

LANGUAGES = ("nl", "en")


class AboutTab(Tab):
    """Title, language, version, and what the deck is about."""

    icon = "info"

    def title(self) -> str:
        """Name the page."""
        return _("About this deck")

    def layout(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        """Lay out the fields at the left, and a summary at the right."""
        gap = look.px(28)
        side = min(look.px(560), rect.w * 32 // 100)
        left = pygame.Rect(rect.x, rect.y, rect.w - side - gap, rect.h)
        self._fields(scene, look, left)
        self._summary(scene, look, pygame.Rect(left.right + gap, rect.y, side, rect.h))

    def _fields(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        draft, gap = scene.bench.draft, look.px(20)
        one = TextField.needed(look)
        box = pygame.Rect(rect.x, rect.y, rect.w, one)
        self._field(scene, box, Entry("title", _("Title"), draft.title, TITLE_LENGTH))
        half = (rect.w - gap) // 2
        box = pygame.Rect(rect.x, box.bottom + gap, half, one)
        self._field(scene, box, Entry("version", _("Version"), draft.version))
        high = max(look.target(), look.px(76))
        row = pygame.Rect(box.right + gap, box.bottom - high, half, high)
        options = tuple(dict.fromkeys((*LANGUAGES, draft.language)))
        scene.add(
            Choice(
                "language", row, label=_("Language"), value=draft.language,
                options=tuple((name, language_name(name)) for name in options if name),
                on_change=partial(self._language, scene),
            )
        )  # fmt: skip
        top = box.bottom + gap
        left = rect.bottom - top - look.line_height(24) * 2
        lines = max(2, min(9, (left - TextField.needed(look, lines=0)) // look.line_height(26)))
        box = pygame.Rect(rect.x, top, rect.w, TextField.needed(look, lines=lines))
        label = _("For whom it is, who made it, where texts come from")
        self._field(scene, box, Entry("about", label, draft.about, ABOUT_LENGTH, lines))
        found = pygame.Rect(rect.x, box.bottom + look.px(8), rect.w, 0)
        found.height = max(1, rect.bottom - found.y)
        scene.add(
            Paragraph("found", found, self._found(scene), units=24, colour=look.theme.bad,
                      smallest=14)
        )  # fmt: skip

    def _found(self, scene: "DeckEditorScene") -> str:
        cards = (edit.ACTIVITIES.name, edit.CRITERIA.name, edit.CLOSING.name, "spheres")
        about = [
            one
            for one in scene.bench.findings
            if one.where.section not in cards or not (one.where.card or one.where.field)
        ]
        return "\n".join(f"• {terms.told(one)}" for one in about)

    def _field(self, scene: "DeckEditorScene", rect: pygame.Rect, entry: Entry) -> None:
        counted(scene, rect, entry, partial(self._typed, scene, entry.name))

    def _typed(self, scene: "DeckEditorScene", name: str, text: str) -> None:
        bench = scene.bench
        changed = {
            "title": replace(bench.draft, title=text),
            "version": replace(bench.draft, version=text),
            "about": replace(bench.draft, about=text),
        }
        bench.change(changed[name], run=name, now=scene.now())
        show_count(scene, name)
        heading = scene.find("heading")
        if isinstance(heading, Label):
            heading.text = scene.heading()
        scene.show_state()

    def _language(self, scene: "DeckEditorScene", value: object) -> Change | None:
        scene.put(replace(scene.bench.draft, language=str(value)))
        return Stay()

    def _summary(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        bench = scene.bench
        scene.add(Panel("summary", rect, radius=28))
        inner = rect.inflate(-2 * look.px(34), -2 * look.px(30))
        head = pygame.Rect(inner.x, inner.y, inner.w, look.line_height(30))
        scene.add(Label("summary-head", head, _("In this deck"), units=30, bold=True))
        rows = bench.rows(edit.ACTIVITIES)
        lines = [(_("Cards"), len(edit.cards(bench.draft, bench.base, edit.ACTIVITIES)))]
        if bench.base is not None:
            lines += [(terms.states(s), sum(row.state is s for row in rows)) for s in State]
        lines += [
            (_("Criteria"), len(edit.cards(bench.draft, bench.base, edit.CRITERIA))),
            (_("Closing questions"), len(edit.cards(bench.draft, bench.base, edit.CLOSING))),
        ]
        facts = [f"{name}: {number}" for name, number in lines]
        if bench.base is not None:
            facts.append(_("Based on: {title}").format(title=bench.base.title))
        facts.append(_("File: {name}").format(name=bench.path.name))
        body = pygame.Rect(inner.x, head.bottom + look.px(16), inner.w, 0)
        body.height = inner.bottom - body.y
        scene.add(Paragraph("facts", body, "\n".join(facts), units=28, smallest=14))

    def checked(self, scene: "DeckEditorScene") -> None:
        """Show what was found just now."""
        show_found(scene, self._found(scene))
