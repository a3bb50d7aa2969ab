"""Editing an activity card: its words, its pictogram or picture, its keywords."""

from functools import partial
from pathlib import Path

import pygame

from game.core.cards import TEXT_LENGTH, TITLE_LENGTH, ActivityCard
from game.core.frozen import replace
from game.decks import edit
from game.i18n import _
from game.ui.events import Pointer
from game.ui.look import Look
from game.ui.scene import Action, Change, Pop, Push, Scene, Stay
from game.ui.scenes import editor_terms as terms
from game.ui.scenes.editor_card import CardScene
from game.ui.scenes.editor_fields import Entry
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView
from game.ui.widgets.dialog import tell
from game.ui.widgets.text_field import TextField
from game.ui.widgets.top_bar import TopBar

PICTURES = (".png", ".jpg", ".jpeg", ".svg")


class WholeCard(Scene):
    """A card as large as it is when it is read aloud."""

    overlay = True

    def __init__(self, card: ActivityCard, photo: Path | None) -> None:
        super().__init__()
        self.title = card.title
        self.card, self.photo = card, photo

    def layout(self, look: Look) -> None:
        """Lay it out as on the screen where it is read."""
        margin, top = look.px(36), TopBar.height(look) + look.px(30)
        wide = (look.width_px - 2 * margin) * 58 // 100
        room = pygame.Rect(margin, top, wide, look.height_px - top - look.px(32))
        card = self.card
        self.add(CardView("whole", room, card.title, card.text, icon=card.icon,
                          picture=self.photo))  # fmt: skip
        high = max(look.target(), look.px(76))
        close = pygame.Rect(room.right + look.px(48), room.y, look.px(320), high)
        self.add(Button("close", close, _("Close (Esc)"), icon="x", units=26, on_press=Pop))

    def main_action(self) -> Change | None:
        """Go back."""
        return Pop()

    def pointer(self, event: Pointer) -> Change | None:
        """Go back when it is pressed anywhere."""
        return Pop() if event.kind == "up" else None


class ActivityScene(CardScene[ActivityCard]):
    """An activity card: title, text, pictogram or picture, keywords."""

    part = edit.ACTIVITIES
    large = True

    def heading(self) -> str:
        """Name the screen."""
        return _("Card")

    def first_field(self) -> str:
        """Name the field that a new card is begun with."""
        return "title"

    def beside(self, card_id: str) -> "ActivityScene":
        """Make the screen of another card."""
        made = ActivityScene(self.bench, card_id, self.order)
        made.large = self.large
        return made

    def preview(self, look: Look, rect: pygame.Rect) -> None:
        """Show it as it lies on the table, or as it is held in the hand."""
        gap, high = look.px(14), max(look.target(), look.px(60))
        third = (rect.w - 2 * gap) // 3
        views: tuple[tuple[str, str, str, Action], ...] = (
            ("large", _("On the table"), "rectangle-vertical", partial(self._view, True)),
            ("small", _("In the hand"), "gallery-vertical-end", partial(self._view, False)),
            ("whole", _("Read aloud"), "maximize", self._whole),
        )
        for n, (name, label, picture, press) in enumerate(views):
            box = pygame.Rect(rect.x + n * (third + gap), rect.y, third, high)
            chosen = name == ("large" if self.large else "small")
            self.add(
                Button(f"view-{name}", box, label, units=24, selected=chosen, icon=picture,
                       on_press=press)
            )  # fmt: skip
        top = rect.y + high + look.px(18)
        room = pygame.Rect(rect.x, top, rect.w, rect.bottom - top)
        if not self.large:
            # As in a hand of four at this window's size.
            small = look.rect(0, 0, 420, 560)
            small.size = (min(small.w, room.w), min(small.h, room.h))
            small.center = room.center
            room = small
        card = self.card
        self.add(
            CardView(
                "card", room, card.title, card.text, icon=card.icon,
                picture=self.bench.picture(card.picture),
                size="spotlight" if self.large else "small",
            )
        )  # fmt: skip

    def _whole(self) -> Change | None:
        return Push(WholeCard(self.card, self.bench.picture(self.card.picture)))

    def _view(self, large: bool) -> Change | None:
        self.large = large
        self.relayout()
        return Stay()

    def refresh(self, card: ActivityCard) -> None:
        """Show the card as it is now in the preview."""
        view = self.find("card")
        if isinstance(view, CardView):
            view.label, view.text, view.icon = card.title, card.text, card.icon
            view.picture = self.bench.picture(card.picture)
            view.changed()

    def typed_card(self) -> ActivityCard:
        """Put what was typed on the card."""
        tags = tuple(tag.strip() for tag in self.value("tags").split(",") if tag.strip())
        return replace(self.card, title=self.value("title"), text=self.value("text"), tags=tags)

    def fields(self, look: Look, rect: pygame.Rect) -> int:
        """Add title, text, pictogram, picture and keywords."""
        card, gap = self.card, look.px(16)
        one = TextField.needed(look)
        high = max(look.target(), look.px(76), look.line_height(25) + look.line_height(20))
        box = pygame.Rect(rect.x, rect.y, rect.w, one)
        self.field(box, Entry("title", _("Title"), card.title, TITLE_LENGTH))
        left = rect.bottom - box.bottom - one - high - 4 * gap - look.line_height(24) * 2
        lines = max(2, min(6, (left - TextField.needed(look, lines=0)) // look.line_height(26)))
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, TextField.needed(look, lines=lines))
        self.field(box, Entry("text", _("Text"), card.text, TEXT_LENGTH, lines))
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, high)
        self._pictures(look, box)
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, one)
        self.field(
            box, Entry("tags", _("Keywords, with commas between them"), ", ".join(card.tags))
        )
        return box.bottom

    def _pictures(self, look: Look, rect: pygame.Rect) -> None:
        card, gap = self.card, look.px(14)
        bin_ = rect.h + gap if card.picture else 0
        half = (rect.w - gap - bin_) // 2
        icon = pygame.Rect(rect.x, rect.y, half, rect.h)
        self.add(
            Button("icon", icon, _("Pictogram"), icon=card.icon or "circle-question-mark",
                   sub=terms.pictogram(card.icon), units=25, on_press=self._choose_icon)
        )  # fmt: skip
        photo = pygame.Rect(icon.right + gap, rect.y, half, rect.h)
        sub = Path(card.picture).name if card.picture else _("choose one, or drop it here")
        self.add(
            Button("picture", photo, _("Picture"), icon="image", sub=sub, units=25,
                   on_press=self._choose_picture)
        )  # fmt: skip
        if card.picture:
            box = pygame.Rect(photo.right + gap, rect.y, rect.h, rect.h)
            self.add(Button("no-picture", box, "", icon="image-off", on_press=self._no_picture))

    def _choose_icon(self) -> Change | None:
        return self.choose_icon(self.card.icon, lambda name: replace(self.card, icon=name))

    def _choose_picture(self) -> Change | None:
        from game.ui.scenes.files import FilesScene

        return Push(
            FilesScene(_("Choose a picture"), self.bench.venue.own_folder, PICTURES, self.take)
        )

    def take(self, path: Path) -> Change | None:
        """Take a picture from anywhere on this machine."""
        self.bench.venue.visited(path.parent)
        if self.gone:
            return Stay()
        name, why = self.bench.try_to_take(path)
        if why is not None:
            return tell(_("That did not work"), terms.refused(why))
        self.put(replace(self.card, picture=name))
        self.bench.check()
        self.relayout()
        self.say(_("The picture is on the card."))
        return Stay()

    def file_dropped(self, path: Path) -> Change | None:
        """Take a picture that was dropped on the window."""
        return self.take(path)

    def _no_picture(self) -> Change | None:
        self.put(replace(self.card, picture=""))
        self.bench.check()
        self.relayout()
        return Stay()
