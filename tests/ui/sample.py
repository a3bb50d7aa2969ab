"""A small scene with one of everything, for the tests of the window and its widgets."""

from functools import partial

import pygame

from game.ui.look import Look
from game.ui.scene import Change, Scene, Widget
from game.ui.widgets.argument_view import ArgumentView
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView, Tile
from game.ui.widgets.choice import Choice, Stepper, Toggle
from game.ui.widgets.dialog import Answer, Field, ask, ask_text, form, tell
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.pawn import Pawn, PawnFace, SeatRow
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.sphere_view import OutsideView, SphereView
from game.ui.widgets.text_field import TextField
from game.ui.widgets.top_bar import TopBar

STEPS = ("Lezen", "Voorstellen", "Beargumenteren", "Tweede ronde", "Vastleggen")
CARD_TEXT = "Buurtbewoners maken samen kapotte spullen weer heel."


class Sample(Scene):
    """One of everything."""

    title = "Sample"

    def __init__(self) -> None:
        super().__init__()
        self.log: list[str] = []
        self.timer = False

    def layout(self, look: Look) -> None:
        """Lay out one of everything."""
        rect = look.rect
        bar = pygame.Rect(0, 0, look.width_px, TopBar.height(look))
        self.add(
            TopBar(
                "bar",
                bar,
                sub="Woensel-Noord · tafel 3",
                steps=STEPS,
                current=1,
                info="kaart 9 van 24",
                headline="31 punten",
                menu=lambda: self._note("menu"),
                time_left=(lambda: 2000 - self.now()) if self.timer else None,
            )
        )
        self.add(
            CardView(
                "card",
                rect(30, 110, 240, 380),
                "Repaircafé",
                CARD_TEXT,
                icon="wrench",
                size="small",
                draggable=True,
            )
        )
        self.add(
            Button(
                "go",
                rect(30, 520, 240, 80),
                "Onthullen",
                kind="primary",
                icon="eye",
                on_press=lambda: self._note("go"),
            )
        )
        self.add(
            Button(
                "closed",
                rect(30, 620, 240, 80),
                "Parkeren",
                enabled=False,
                reason="Er is nog geen argument.",
            )
        )
        self.add(
            Button(
                "personal",
                rect(30, 720, 240, 80),
                "Persoonlijk",
                place="personal",
                kind="choice",
                key="1",
                on_press=lambda: self._note("1"),
            )
        )
        tiles = tuple(Tile(f"t{at}", f"Kaart {at}", "wrench", "check") for at in range(14))
        self.add(
            SphereView(
                "communal",
                rect(300, 110, 340, 690),
                "communal",
                title="Gemeenschappelijk",
                explanation="verbanden van inwoners",
                pawns=(PawnFace("BW", 0),),
                tiles=tiles,
                on_tile=self._note,
                accepts=True,
            )
        )
        self.add(
            OutsideView(
                "outside",
                rect(300, 830, 700, 120),
                "outside",
                title="Buiten",
                tiles=tiles[:5],
                accepts=True,
            )
        )
        self.add(
            TextField(
                "name",
                rect(680, 110, 500, 120),
                self.text_state("name", limit=60),
                label="Naam",
                on_change=lambda text: self.log.append(f"={text}"),
                on_submit=lambda: self._note("submit"),
            )
        )
        self.add(
            TextField(
                "note",
                rect(680, 250, 500, 240),
                self.text_state("note", multiline=True),
                label="Notitie",
            )
        )
        self.add(
            Choice(
                "choice",
                rect(680, 510, 560, 80),
                label="Verzegelen",
                value="a",
                options=(("a", "op drie"), ("b", "afdekken")),
                on_change=lambda value: self._note(str(value)),
            )
        )
        self.add(
            Toggle(
                "toggle",
                rect(680, 610, 560, 80),
                label="Timers",
                value=True,
                on_change=lambda value: self._note(str(value)),
            )
        )
        self.add(
            Stepper(
                "stepper",
                rect(680, 710, 560, 80),
                label="Kaarten",
                value=12,
                low=1,
                high=13,
                on_change=lambda value: self._note(str(value)),
            )
        )
        face = PawnFace("WT", 1)
        arguments: list[Widget] = [
            ArgumentView(
                f"argument-{at}",
                pygame.Rect(0, 0, 0, 0),
                face,
                place="communal",
                title="Wederkerig",
                text=CARD_TEXT,
                note="klopt",
                on_press=partial(self._note, f"a{at}"),
            )
            for at in range(9)
        ]
        self.add(ScrollList("list", rect(1280, 110, 600, 500), arguments))
        self.add(
            SeatRow(
                "seat",
                rect(1280, 640, 500, 108),
                face,
                title="Wijkteam",
                status="verzegeld",
                status_icon="lock",
            )
        )
        self.add(Pawn("pawn", rect(1280, 780, 70, 70), "SC", 2))
        self.add(Label("label", rect(1400, 780, 400, 60), "Nog niet gehoord", icon="hand"))
        self.add(Paragraph("words", rect(1280, 870, 560, 150), CARD_TEXT, smallest=14))

    def _note(self, what: str) -> Change | None:
        self.log.append(what)
        match what:
            case "menu":
                answers = (Answer("yes", "Ja", "primary"), Answer("no", "Nee"))
                return ask("Stoppen?", "Echt?", answers, lambda key: self._note(f"got {key}"))
            case "a1":
                return ask_text("Reden", "", lambda text: self._note(f"text {text}"))
            case "a2":
                return form(
                    "Parkeren",
                    "Wie?",
                    (Field("q", "Vraag"), Field("o", "Wie")),
                    lambda values: self._note(f"form {values}"),
                )
            case "a3":
                return tell("Klaar", "Het is gedaan.")
        return None

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Note a key."""
        del event
        return self._note(f"key {name}") if name in ("r", "shift+1", "+") else None

    def main_action(self) -> Change | None:
        """Note Enter."""
        return self._note("main")

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Note what was dropped where."""
        return self._note(f"{what.name} on {onto.name if onto else None}")
