"""What may still be written after the end: an answer to a closing question, or a remark."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.core import intents as i
from game.core.cards import ClosingQuestion
from game.core.setup import MAX_LETTERS
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop
from game.ui.scenes.asking import wording
from game.ui.scenes.options import OptionTile
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

ANSWER = "answer"


class AddingScene(Sheet):
    """The closing questions with their answers, and a remark."""

    sheet = (1400, 960)

    def __init__(self, below: "PlayScene") -> None:
        super().__init__()
        self.below = below
        self.title = _("What do you want to add?")

    def layout(self, look: Look) -> None:
        """Lay the questions out below each other."""
        panel = self.panel_rect(look)
        inner = panel.inflate(-2 * look.px(48), -2 * look.px(36))
        bar = max(look.target(), look.px(76))
        head = pygame.Rect(inner.x, inner.y, inner.w, max(look.px(64), look.line_height(42)))
        self.add(Label("heading", head, self.title, units=42, bold=True))
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        session = self.below.view
        answers = dict(session.answers)
        box = pygame.Rect(0, 0, inner.w, look.target())
        rows: list[Widget] = [
            OptionTile("remark", box.copy(), _("Write a remark"),
                       _("This goes into the record."), icon="notebook-pen",
                       on_press=partial(Pop, None, self.below.note))
        ]  # fmt: skip
        for question in session.deck.closing:
            answer = " ".join(answers.get(question.id, "").split())
            rows.append(
                OptionTile(f"question-{question.id}", box.copy(), question.question,
                           answer or _("no answer yet"),
                           icon="circle-check" if answer else "message-circle-question-mark",
                           on_press=partial(Pop, None, partial(answering, self.below, question)))
            )  # fmt: skip
        area = pygame.Rect(inner.x, head.bottom + look.px(12), inner.w, 0)
        area.height = foot.y - look.px(20) - area.y
        self.add(ScrollList("questions", area, rows, gap=12, pad=4))
        wide = min(foot.w, look.px(320))
        close = pygame.Rect(foot.right - wide, foot.y, wide, bar)
        self.add(Button("back", close, _("Back"), icon="arrow-left", units=28, on_press=Pop))


def answering(scene: "PlayScene", question: ClosingQuestion) -> Change:
    """Ask for the answer to a closing question, or for a better one."""
    return wording(
        scene,
        f"{ANSWER}:{question.id}",
        (question.question, _("Your answer goes into the record.")),
        partial(i.Answer, question.id),
        initial=dict(scene.view.answers).get(question.id, ""),
        multiline=True,
        limit=MAX_LETTERS,
        said=_("Written down."),
    )


def reopened(scene: "PlayScene", kind: str) -> Change | None:
    """Open the dialog with a half-typed answer again; None when it was another dialog."""
    which, _colon, wanted = kind.partition(":")
    found = [each for each in scene.view.deck.closing if each.id == wanted]
    return answering(scene, found[0]) if which == ANSWER and found else None
