"""A whole evening at the screen: twelve cards, five teams, from the first screen to the record."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.app import _apply
from game.core.cards import Crux
from game.core.outcome import Outcome
from game.core.scoring import totals
from game.core.session import Phase, Session
from game.core.setup import Sealing
from game.i18n import language
from game.table import Table
from game.ui.scenes.play import PlayScene
from game.ui.scenes.title import TitleScene
from game.ui.window import Window
from game.venue import Venue
from tests.ui.conftest import Clock, Pilot, worked
from tests.ui.tables import venue_in

SEED = 7
TEAMS = ("Bewoners", "Vrijwilligers", "Welzijnswerk", "Wijkteam", "Sportclub")


class Evening:
    """The facilitator, who knows the names on the screen and the keys, and nothing else."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        self.outcomes: dict[str, Outcome] = {}

    @property
    def session(self) -> Session:
        """The session, only to see whether the screen did what it should."""
        scene = self.pilot.scene
        assert isinstance(scene, PlayScene), scene.title
        return scene.table.session

    def on(self, screen: str) -> None:
        """Check which screen is open."""
        assert type(self.pilot.scene).__name__ == screen, self.pilot.scene.said

    def keys(self, *names: str) -> None:
        """Press keys, and let everything come to rest."""
        for name in names:
            self.pilot.key(name)
            self.pilot.settle()

    def press(self, *names: str) -> None:
        """Press widgets, and let everything come to rest."""
        for name in names:
            self.pilot.press(name)
            self.pilot.settle()

    def write(self, field: str, text: str) -> None:
        """Type in a field."""
        self.press(field)
        self.keys("ctrl+a")
        self.pilot.type(text)

    # one card

    def read(self, wording: str = "") -> str:
        """Choose the first card of the hand, and read it; return its id."""
        self.on("HandScene")
        self.keys("1")
        self.on("ReadScene")
        if wording:
            self.write("wording", wording)
        card = self.session.current
        assert card is not None
        return card.card

    def propose(self, votes: str) -> None:
        """Count down, tap what each seat showed, and reveal."""
        if self.pilot.scene.find("propose"):
            self.press("propose")
        self.on("ProposeScene")
        self.count()
        for vote in votes:
            self.keys(vote)
        self.reveal()

    def count(self) -> None:
        """Let it count to three."""
        self.keys("enter")
        self.on("CountdownScene")
        self.pilot.step(90, 0.1)
        self.on("ProposeScene")

    def reveal(self) -> None:
        """Turn the pawns over, look at them, and go on."""
        self.keys("r")
        self.on("RevealScene")
        self.pilot.step(20, 0.1)
        self.press("on")

    def argue(self, meets: str, reason: str) -> None:
        """Play the first criterion for the position whose turn it is, and have it said back."""
        self.on("ArgueScene")
        self.keys("c", "enter", meets)
        self.pilot.type(reason)
        self.keys("ctrl+enter", "k")
        if self.pilot.scene.find("answer-"):
            self.press("answer-")
        self.on("ArgueScene")

    def second(self, votes: str, live: dict[int, str] | None = None) -> None:
        """Choose again, after a second countdown also what each can live with."""
        self.press("second")
        if self.pilot.scene.find("answer-go"):
            self.press("answer-go")
        self.on("ProposeScene")
        self.count()
        for vote in votes:
            self.keys(vote)
        self.count()
        for seat, places in (live or {}).items():
            self.press(f"seat-s{seat}")
            self.keys(*(f"shift+{place}" for place in places))
        self.reveal()

    def record(self, card: str, outcome: Outcome, **texts: str) -> None:
        """Fill the fields in that are still empty, and record."""
        self.on("SettleScene")
        for field, text in texts.items():
            self.write(f"field-{field}", text)
        self.keys("ctrl+enter")
        if self.pilot.scene.find("next"):
            self.on("LandingScene")
            self.press("next")
        if type(self.pilot.scene).__name__ == "ShelvesScene":
            # Half-way the table looks at what it earned.
            self.press("back")
        self.outcomes[card] = outcome
        latest = {each.card: each.outcome for each in self.session.latest}
        assert latest[card] is outcome


def _set_up(evening: Evening) -> None:
    """Name five teams, look at the other pages, and begin."""
    evening.on("TitleScene")
    evening.press("new")
    evening.on("SetupScene")
    for n in range(len(TEAMS) - 3):
        evening.press("add-seat")
        assert evening.pilot.scene.find(f"seat-{4 + n}")
    for n, team in enumerate(TEAMS):
        evening.write(f"seat-{n + 1}", team)
    evening.press("more-1", "tab-1")
    evening.write("gemeente", "Voorbeeldstad")
    evening.write("table", "Tafel 3")
    evening.press("tab-2", "tab-3", "start")
    session = evening.session
    assert [seat.label for seat in session.seats] == list(TEAMS)
    assert session.seats[0].size == 2
    assert (session.setup.gemeente, session.setup.cards) == ("Voorbeeldstad", 12)


def _quick(evening: Evening) -> str:
    """Play a card that nobody disputes: the fast lane."""
    card = evening.read()
    voters = len(evening.session.present)
    evening.propose("2" * voters)
    evening.on("FastScene")
    evening.press("record")
    evening.record(card, Outcome.AGREED)
    return card


def _easy(evening: Evening) -> None:
    """Play the fast lane with everything that earns points."""
    card = evening.read("Hier: in de flat.")
    evening.propose("22222")
    evening.on("FastScene")
    # Who came by pointer can type at once; a letter is a letter then.
    evening.press("form-criterion")
    evening.keys("enter", "+")
    evening.pilot.type("Buren doen het zelf.")
    evening.keys("ctrl+enter")
    evening.pilot.type("Met een betaalde kok.")
    evening.press("record")
    evening.record(card, Outcome.AGREED)
    played = evening.session.history[-1]
    assert played.wording == "Hier: in de flat."
    assert played.boundary == "Met een betaalde kok."
    assert [said.text for said in played.arguments] == ["Buren doen het zelf."]
    assert totals(evening.session).points == 6


def _agreed_after_talk(evening: Evening) -> None:
    """Differ first, argue, and come together in the second round."""
    card = evening.read()
    evening.propose("22233")
    evening.argue("-", "Er werkt niemand.")
    evening.argue("+", "Wij doen dit samen.")
    current = evening.session.current
    assert current is not None
    assert len(current.restated) == 2
    evening.second("22222")
    evening.record(card, Outcome.AGREED, together="We luisterden.")
    assert totals(evening.session).points == 12


def _difference(evening: Evening) -> None:
    """Stay apart, and write down what it turns on."""
    card = evening.read()
    evening.propose("22330")
    for _position in range(3):
        evening.argue("+", "Zo zien wij het.")
    evening.second("22330")
    evening.press("crux-value")
    evening.record(card, Outcome.DIFFERED, settle="Een gesprek met de raad.")
    played = evening.session.history[-1]
    assert played.settlement.crux is Crux.VALUE
    assert played.settlement.settle == "Een gesprek met de raad."
    assert len(played.settlement.reasons) == 3
    assert totals(evening.session).points == 18


def _skipped(evening: Evening) -> str:
    """Leave a card for the end."""
    card = evening.read()
    evening.keys("x")
    evening.pilot.type("Eerst koffie.")
    evening.keys("enter")
    evening.on("HandScene")
    assert evening.session.history[-1].skip_reason == "Eerst koffie."
    return card


def _parked(evening: Evening) -> None:
    """Put a card aside, with a question, an owner and a date."""
    card = evening.read()
    evening.press("park")
    evening.write("field-question", "Wie betaalt de zaal?")
    evening.write("field-owner", "Wijkteam")
    evening.write("field-date", "30-6-2027")
    evening.press("ok")
    evening.on("HandScene")
    parking = evening.session.history[-1].parking
    assert (parking.question, parking.owner, parking.date) == (
        "Wie betaalt de zaal?",
        "Wijkteam",
        "2027-06-30",
    )
    evening.outcomes[card] = Outcome.PARKED


def _split(evening: Evening) -> None:
    """Take a card apart, and vote on each part."""
    card = evening.read()
    evening.propose("22333")
    evening.keys("s")
    evening.pilot.type("De koffie")
    evening.keys("tab")
    evening.pilot.type("Het werk")
    evening.press("ok")
    for votes in ("22222", "33330"):
        evening.on("ProposeScene")
        evening.count()
        evening.keys(*votes)
        evening.reveal()
    evening.record(card, Outcome.SPLIT)
    aspects = [aspect.name for aspect in evening.session.history[-1].aspects]
    assert aspects == ["De koffie", "Het werk"]


def _undone(evening: Evening) -> None:
    """Take a step back, and play the card after all."""
    card = evening.read()
    evening.keys("ctrl+z")
    evening.on("HandScene")
    assert evening.session.current is None
    again = evening.read()
    assert again == card
    evening.propose("22222")
    steps = len(evening.session.history)
    evening.keys("ctrl+z")
    evening.on("FastScene")
    assert len(evening.session.history) == steps, "a reveal is never undone"
    evening.press("record")
    evening.record(card, Outcome.AGREED)


def _seat_leaves(evening: Evening) -> None:
    """Go on with four, and carry a card over one objection."""
    evening.press("seats")
    evening.on("SeatsScene")
    evening.press("seat-s5", "done")
    evening.on("HandScene")
    assert [seat.id for seat in evening.session.present] == ["s1", "s2", "s3", "s4"]
    card = evening.read()
    evening.propose("2223")
    evening.argue("+", "Er is een gebouw.")
    evening.second("2223")
    evening.record(card, Outcome.CARRIED)
    assert evening.session.history[-1].settlement.note_of("s4") == "Er is een gebouw."


def _in_english(evening: Evening) -> None:
    """Change the language in the middle of a card; what was typed stays."""
    evening.read()
    evening.write("wording", "Twee talen")
    evening.keys("tab", "escape")
    evening.on("MenuScene")
    evening.press("settings")
    evening.pilot.scene.focus_on("language")
    evening.keys("right")
    evening.press("done")
    evening.on("ReadScene")
    assert language() == "en"
    assert evening.pilot.widget("propose").label == "To the proposals"
    evening.propose("2222")
    current = evening.session.current
    assert current is not None
    assert current.wording == "Twee talen"
    evening.press("record")
    evening.record(current.card, Outcome.AGREED)


def _resized(evening: Evening) -> None:
    """Make the window smaller in the middle of an argument."""
    card = evening.read()
    evening.propose("2233")
    evening.keys("c", "enter", "+")
    evening.pilot.type("Half een ")
    pygame.display.set_mode((1024, 640), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=1024, h=640, size=(1024, 640)))
    evening.pilot.step(3)
    assert evening.pilot.window.look.size == (1024, 640)
    evening.pilot.type("zin.")
    evening.keys("ctrl+enter")
    current = evening.session.current
    assert current is not None
    assert current.arguments[-1].text == "Half een zin."
    evening.second("2233")
    evening.press("crux-fact")
    evening.record(card, Outcome.DIFFERED)


def _covered(evening: Evening) -> None:
    """Seal under cover: nothing on the screen shows what was chosen."""
    evening.press("sealing")
    evening.press("answer-veil")
    assert evening.session.sealing is Sealing.VEIL
    card = evening.read()
    evening.press("propose")
    evening.on("ProposeScene")
    evening.keys("enter")
    for vote in "2222":
        evening.on("VeilScene")
        evening.keys("enter", vote)
    evening.on("ProposeScene")
    assert "2" not in {widget.label for widget in evening.pilot.scene.all_widgets()}
    evening.reveal()
    evening.press("record")
    evening.record(card, Outcome.AGREED)
    evening.press("sealing")
    evening.press("answer-hands")


def _closed(evening: Evening) -> None:
    """Answer a question, and finish."""
    evening.on("HandScene")
    evening.press("closing")
    evening.on("ClosingScene")
    evening.press("next")
    evening.pilot.type("Wat mensen samen doen.")
    evening.keys("ctrl+enter")
    evening.press("finish", "answer-finish")
    evening.on("EndScene")
    assert evening.session.phase is Phase.FINISHED
    assert "Wat mensen samen doen." in dict(evening.session.answers).values()


def _exported(evening: Evening, folder: Path) -> None:
    """Save the record as a page for a browser."""
    evening.press("save")
    evening.on("ExportScene")
    evening.press("kind-pdf", "kind-docx", "kind-html")
    evening.write("folder", str(folder / "verslag"))
    evening.press("save")
    worked(evening.pilot)
    (page,) = (folder / "verslag").glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "Voorbeeldstad" in text
    assert "Een gesprek met de raad." in text
    evening.press("back")
    evening.on("EndScene")


@pytest.fixture
def evening(tmp_path: Path, clock: Clock) -> Evening:
    venue = venue_in(tmp_path / "saves")
    playing = Venue(
        settings=replace(venue.settings, motion=True),
        settings_file=None,
        saves=venue.saves,
        library=venue.library,
        seed=SEED,
    )
    window = Window((1280, 720), clock=clock)
    playing.follow_settings(lambda settings: _apply(window, settings))
    pygame.event.clear()
    window.start(TitleScene(playing))
    return Evening(Pilot(window, clock))


def test_a_whole_evening(evening: Evening, tmp_path: Path) -> None:
    pilot = evening.pilot
    _set_up(evening)
    _easy(evening)
    _agreed_after_talk(evening)
    _difference(evening)
    skipped = _skipped(evening)
    _parked(evening)
    _split(evening)
    _undone(evening)
    _seat_leaves(evening)
    _in_english(evening)
    _resized(evening)
    _covered(evening)
    while evening.session.played < 12:
        _quick(evening)
    assert evening.session.phase is not Phase.LAST, "the skipped card comes back"
    returned = _quick(evening)
    assert returned == skipped
    evening.outcomes[skipped] = Outcome.AGREED
    _closed(evening)
    _exported(evening, tmp_path)
    session = evening.session
    pilot.window.close()
    (path,) = (tmp_path / "saves").glob("*.jsonl")
    with Table.open(path, read_only=True).table as again:
        assert again.session == session
        assert {card.card: card.outcome for card in again.session.latest} == evening.outcomes
        assert len(evening.outcomes) == 12
