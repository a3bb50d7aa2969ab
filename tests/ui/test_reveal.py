"""The reveal, a wrong tap put right after it, and rewording what was unclear."""

from collections.abc import Callable
from pathlib import Path

from game.core import intents as i
from game.core.cards import Abstention, Place, Vote
from game.core.outcome import Round
from game.core.session import Phase
from game.table import Table
from game.ui.scenes import route
from game.ui.scenes.correcting import CorrectScene
from game.ui.scenes.propose import ProposeScene
from game.ui.scenes.reveal import RevealScene, result
from game.ui.scenes.reword import RewordScene
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]
P, C, J = Place.PERSONAL, Place.COMMUNAL, Place.INSTITUTIONAL


def revealed(
    pilot: Open, folder: Path, chosen: tuple[Vote, ...], *, motion: bool = False
) -> tuple[Pilot, Table]:
    venue, table = table_at(Phase.PROPOSE, folder)
    for seat, vote in zip(table.session.present, chosen, strict=False):
        table.play(i.Seal(seat.id, vote))
    p = pilot(route.scene(venue, table), (1280, 720), motion=motion)
    p.key("r")
    if len(chosen) < len(table.session.present):
        p.press("answer-go")
    assert isinstance(p.scene, RevealScene)
    return p, table


def shown(table: Table) -> Round:
    card = table.session.current
    assert card is not None
    assert card.latest is not None
    return card.latest


def said(table: Table) -> str:
    return result(table.session, shown(table))


def test_it_says_what_was_shown(pilot: Open, tmp_path: Path) -> None:
    for name, chosen, sentence in (
        ("differ", (C, C, C, J, J), "3 Gemeenschappelijk en 2 Institutioneel: jullie verschillen"),
        ("all", (C,) * 5, "Allemaal Gemeenschappelijk"),
        ("unclear", (C, C, *(Abstention.UNCLEAR,) * 3), "3 stoelen vinden de kaart onduidelijk"),
        ("none", (Abstention.UNSURE,) * 5, "Niemand koos een plek."),
        ("some", (C, C, C), "3 Gemeenschappelijk, de anderen kozen geen plek"),
    ):
        folder = tmp_path / name
        folder.mkdir()
        p, table = revealed(pilot, folder, chosen)
        assert said(table) == sentence
        assert p.widget("result").label == sentence


def test_the_pawns_turn_over_together(pilot: Open, tmp_path: Path) -> None:
    p, _table = revealed(pilot, tmp_path, (C, C, C, J, J), motion=True)
    assert len(p.scene.animations) == 5
    p.step(1, 0.4)
    assert len(p.scene.animations) == 5
    p.settle()
    assert "verschillen" in p.widget("result").label
    p.key("enter")
    assert type(p.scene).__name__ == "ArgueScene"


def test_enter_turns_them_over_at_once(pilot: Open, tmp_path: Path) -> None:
    p, _table = revealed(pilot, tmp_path, (C, C, C, J, J), motion=True)
    p.key("enter")
    assert isinstance(p.scene, RevealScene)
    assert not p.scene.animations
    p.key("enter")
    assert not isinstance(p.scene, RevealScene)


def test_a_wrong_tap_is_put_right_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    p, table = revealed(pilot, tmp_path, (C, C, C, J, J))
    seat = table.session.present[3].id
    while p.scene.focus != f"seat-{seat}":
        p.key("tab")
    p.key("enter")
    assert isinstance(p.scene, CorrectScene)
    p.key("2")
    p.key("enter")
    assert isinstance(p.scene, RevealScene)
    assert shown(table).vote_of(seat) is C
    card = table.session.current
    assert card is not None
    assert card.corrections[0].seat == seat


def test_a_wrong_tap_is_put_right_by_pointer(pilot: Open, tmp_path: Path) -> None:
    p, table = revealed(pilot, tmp_path, (C, C, C, C, J))
    seat = table.session.present[4].id
    p.press(f"seat-{seat}")
    p.press("place-communal")
    p.press("ok")
    assert p.widget("result").label == "Allemaal Gemeenschappelijk"
    p.press("on")
    assert type(p.scene).__name__ == "FastScene"


def test_a_correction_keeps_what_can_be_lived_with(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.SECOND, tmp_path)
    seat = table.session.present[0].id
    table.play(i.Seal(seat, P, (C, J)))
    p = pilot(route.scene(venue, table), (1280, 720), motion=False)
    p.key("r")
    p.press(f"seat-{seat}")
    p.key("2")
    p.key("enter")
    ballot = next(b for b in shown(table).ballots if b.seat == seat)
    assert (ballot.vote, ballot.live_with) == (C, (J,))


def test_escape_corrects_nothing(pilot: Open, tmp_path: Path) -> None:
    p, table = revealed(pilot, tmp_path, (C, C, C, J, J))
    steps = len(table.steps)
    p.press(f"seat-{table.session.present[0].id}")
    p.key("3")
    p.key("escape")
    assert isinstance(p.scene, RevealScene)
    assert len(table.steps) == steps


def test_time_to_argue_waits_for_the_reveal(pilot: Open, tmp_path: Path) -> None:
    p, table = revealed(pilot, tmp_path, (C, C, C, J, J))
    p.step(20, 1.0)
    assert not [name for name in table.drafts if name.endswith("seconds")]


# rewording


def test_rewording_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.REWORD, tmp_path)
    p = pilot(route.scene(venue, table), (1280, 720), motion=False)
    assert isinstance(p.scene, RewordScene)
    while p.scene.focus != "text":
        p.key("tab")
    p.key("ctrl+a")
    p.type("samen repareren")
    p.key("ctrl+enter")
    card = table.session.current
    assert card is not None
    assert card.reworded == "samen repareren"
    assert isinstance(p.scene, ProposeScene)
    assert not table.drafts


def test_keeping_the_words_by_pointer(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.REWORD, tmp_path)
    p = pilot(route.scene(venue, table), (1280, 720), motion=False)
    assert not p.widget("reword").enabled
    p.press("keep")
    assert table.session.phase is not Phase.REWORD
    assert not isinstance(p.scene, RewordScene)


def test_new_words_are_kept_as_a_draft(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.REWORD, tmp_path)
    p = pilot(route.scene(venue, table), (1280, 720), motion=False)
    p.press("text")
    p.key("ctrl+a")
    p.type("nieuw")
    assert "nieuw" in table.drafts.values()
    p.press("reword")
    card = table.session.current
    assert card is not None
    assert card.reworded == "nieuw"


def test_a_table_that_plays_by_itself_shows_the_reveal_and_goes_on(
    pilot: Open, tmp_path: Path
) -> None:
    venue, table = table_at(Phase.PROPOSE, tmp_path)
    for seat in table.session.present:
        table.play(i.Seal(seat.id, C))
    scene = route.scene(venue, table)
    p = pilot(scene, (1280, 720), motion=False)
    p.window.change(scene.play(i.Reveal()))
    assert isinstance(p.scene, RevealScene)
    assert not p.scene.shows(table.view)
    p.window.change(p.scene.main_action())
    assert type(p.scene).__name__ == "FastScene"
