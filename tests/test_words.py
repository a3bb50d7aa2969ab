"""Every name that the rules know has words, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from game import i18n, words
from game.core import events as e
from game.core.cards import (
    Abstention,
    ActivityCard,
    ClosingQuestion,
    CriterionKind,
    Crux,
    Deck,
    Meets,
    Place,
    Sphere,
)
from game.core.outcome import Outcome
from game.core.refusals import Reason, Refused
from game.core.scoring import Score
from game.core.session import Phase, Session, Step
from game.core.settlement import Settlement
from game.core.setup import Sealing, Seat, Setup
from game.decks.library import Library
from game.replay import what
from game.store.errors import Notice, NoticeKind, Problem, SaveError, Trouble, TroubleKind
from game.store.paths import resources
from game.words import tallies

DECK = Deck("d", "Deck", "nl", "1", (), (), spheres=(Sphere(Place.PERSONAL, "Thuis", "en om"),))
SESSION = Session(DECK, seats=(Seat("s1", "Bewoners"), Seat("s2", "Wijkteam")))


@pytest.fixture(autouse=True, params=i18n.LANGUAGES)
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use(request.param)
    yield request.param
    i18n.use(i18n.DEFAULT)


def test_every_reason_has_its_own_sentence() -> None:
    told = {}
    for reason in Reason:
        about = {Reason.OTHER_OUTCOME: "agreed", Reason.NOT_A_POSITION: "communal"}.get(reason, "7")
        told[reason] = words.refused(Refused(reason, seats=("s1", "s2"), text=about), SESSION)
    assert len(set(told.values())) == len(Reason)
    for sentence in told.values():
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "s1" not in sentence
        assert not re.search(r"\b(uw|u)\b", sentence.lower())


def test_a_refusal_names_the_seats_it_is_about() -> None:
    waiting = Refused(Reason.MISSING_SEALS, seats=("s1", "s2"))
    sentence = words.refused(waiting, SESSION)
    assert "Bewoners" in sentence
    assert "Wijkteam" in sentence


def test_every_name_has_words() -> None:
    for place in Place:
        assert words.place(place)
        assert words.place_explained(place)
        assert len(words.place_short(place)) <= 17
    for told in (
        [words.abstention(kind) for kind in Abstention],
        [words.outcome(outcome) for outcome in Outcome],
        [words.outcome_explained(outcome) for outcome in Outcome],
        [words.crux(crux) for crux in Crux],
        [words.crux_explained(crux) for crux in Crux],
        [words.meets(meets) for meets in Meets],
        [words.criterion_kind(kind) for kind in CriterionKind],
        [words.sealing(sealing) for sealing in Sealing],
        [words.sealing_explained(sealing) for sealing in Sealing],
    ):
        assert all(told)
        assert len(set(told)) == len(told)
    for phase in Phase:
        assert words.phase(phase)
        assert words.step_of(phase) in (None, 1, 2, 3, 4, 5)
    for part in words.PARTS:
        assert words.part(part)
        assert words.part_explained(part)
    assert [most for _, _, most in words.parts(Score(1, 2, 1, 2))] == [1, 2, 1, 2]


def test_the_screen_uses_the_terms_of_the_rules(tongue: str) -> None:
    if tongue != "nl":
        return
    assert [words.place(place) for place in Place] == [
        "Persoonlijk",
        "Gemeenschappelijk",
        "Institutioneel",
        "Buiten de sociale basis",
    ]
    assert [words.abstention(kind) for kind in Abstention] == [
        "weet niet",
        "kaart onduidelijk",
        "niet mijn terrein",
    ]
    assert [words.outcome(outcome) for outcome in Outcome] == [
        "Gedeeld",
        "Gedragen met kanttekening",
        "Erkend verschil",
        "Onvoldoende beeld",
        "Gesplitst",
        "Geparkeerd",
        "Niet besproken",
    ]
    assert [words.crux(crux) for crux in Crux] == [
        "feit",
        "begrip",
        "waarde",
        "rol of belang",
        "lokale situatie",
    ]
    assert [words.meets(meets) for meets in Meets] == ["wel", "niet", "deels"]
    assert [words.part(part) for part in words.PARTS] == [
        "Inbreng",
        "Onderbouwing",
        "Begrip",
        "Uitkomst",
    ]
    assert words.steps() == (
        "Lezen",
        "Voorstellen",
        "Beargumenteren",
        "Tweede ronde",
        "Vastleggen",
    )
    assert words.completeness() == "volledigheid van het gesprek"
    assert words.too_little_data() == "te weinig gegevens"
    assert words.undefined() == "niet te berekenen"


def test_a_deck_words_its_places_itself() -> None:
    assert words.place(Place.PERSONAL, DECK) == "Thuis"
    assert words.place_explained(Place.PERSONAL, DECK) == "en om"
    assert words.place(Place.COMMUNAL, DECK) == words.place(Place.COMMUNAL)


def test_the_usual_places_of_a_deck_follow_the_language_of_the_screen(tongue: str) -> None:
    library = Library((resources() / "decks",))
    titles = {
        "nl": ["Persoonlijk", "Gemeenschappelijk", "Institutioneel", "Buiten"],
        "en": ["Personal", "Communal", "Institutional", "Outside"],
    }
    other = {"nl": "resident", "en": "inwoner"}
    for name in ("sociale-basis", "wijkteam", "proefronde", "social-base-en"):
        deck = library.load(name)
        assert [words.place_short(place, deck) for place in Place] == titles[tongue]
        assert not [p for p in Place if other[tongue] in words.place_explained(p, deck)]


def test_every_missing_field_says_what_to_fill_in() -> None:
    fields = "reason reason:personal boundary together note:s2 crux settle aspect:0 question"
    told = [words.missing(field, SESSION) for field in [*fields.split(), "owner", "date"]]
    assert len(set(told)) == len(told)
    assert "Wijkteam" in told[4]
    assert "1" in told[7]


def test_every_problem_with_a_save_has_a_sentence() -> None:
    path = Path("gesprek.jsonl")
    told = [words.save_error(SaveError(p, path, line=3, text="detail")) for p in Problem]
    told += [words.notice(Notice(kind, path, 3)) for kind in NoticeKind]
    told += [words.trouble(Trouble(kind, path, "detail")) for kind in TroubleKind]
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in told)
    assert len(set(told)) == len(told)


def test_every_event_is_told_and_none_tells_what_was_sealed() -> None:
    happenings: list[e.Event] = [
        e.SessionStarted(Setup(), SESSION.seats, 1, ()),
        e.CardDealt("s1", "x"),
        e.OptionsChanged(Sealing.VEIL, True, 3),
        e.CardPlayed("s1", "x"),
        e.BlankAdded("s1", ActivityCard("b", "Eigen")),
        e.WordingNoted("t"),
        e.ProposingStarted(),
        e.VoteSealed("s1", Place.OUTSIDE),
        e.VoteUnsealed("s1"),
        e.Revealed(("s1", "s2"), ()),
        e.VoteCorrected("s1", Place.OUTSIDE, (), ()),
        e.CardReworded("t"),
        e.WordingKept(),
        e.DiscussionAsked(),
        e.ArgumentPlayed("s1", Place.COMMUNAL, "t", "", None),
        e.ArgumentEdited(0, "t"),
        e.PositionRestated(Place.COMMUNAL, "s2", waived=False),
        e.PositionRestated(Place.COMMUNAL, "", waived=True),
        e.BoundaryNoted("t"),
        e.SecondRoundStarted(),
        e.SettlingStarted(),
        e.CardSplit(("a", "b")),
        e.OutcomeRecorded(Outcome.AGREED, (), Settlement()),
        e.CardParked("", "", ""),
        e.CardSkipped(""),
        e.CardSkipped("", stopped=True),
        e.CardReopened("x", "s1"),
        e.NoteAdded("t", ""),
        e.SeatLeft("s1"),
        e.SeatJoined(Seat("s3", "Nieuw")),
        e.Paused(),
        e.Resumed(),
        e.TimerExtended(2),
        e.ClosingStarted(()),
        e.ClosingAnswered("q", "t"),
        e.SessionFinished(),
        e.StepRetracted(1),
    ]
    assert {type(event) for event in happenings} == set(get_args(e.Event))
    told = [words.happened(event, SESSION) for event in happenings]
    assert len(set(told)) == len(told)
    assert all("{" not in sentence and "s1" not in sentence for sentence in told)
    assert words.place(Place.OUTSIDE) not in told[7]


def test_numbers_and_dates_follow_the_language(tongue: str) -> None:
    dutch = tongue == "nl"
    assert words.number(5.5) == ("5,5" if dutch else "5.5")
    assert words.number(5.0) == "5"
    assert words.number(-0.25, 2) == ("−0,25" if dutch else "-0.25")
    assert words.percent(91) == ("91\u00a0%" if dutch else "91%")
    assert words.date("2026-11-22") == ("22 november 2026" if dutch else "22 November 2026")
    assert words.date("2026-11-22T10:00:00.000Z").endswith("2026")
    assert words.date("ooit") == "ooit"
    assert words.duration(4300) == ("1 uur en 12 minuten" if dutch else "1 hour and 12 minutes")
    assert words.duration(10).startswith("1 ")
    assert words.clock(168) == "2:48"
    assert words.clock(-1) == "0:00"
    assert words.listing(("a", "b", "c")) == ("a, b en c" if dutch else "a, b and c")
    assert words.listing(()) == ""


def test_the_cards_are_counted_in_one_sentence(tongue: str) -> None:
    counted = {
        Outcome.AGREED: 1,
        Outcome.CARRIED: 1,
        Outcome.SPLIT: 1,
        Outcome.DIFFERED: 1,
        Outcome.PARKED: 1,
        Outcome.SKIPPED: 1,
    }
    told = {
        "nl": "6 kaarten op tafel: 4 met een uitkomst, 1 geparkeerd, 1 overgeslagen",
        "en": "6 cards on the table: 4 with an outcome, 1 parked, 1 skipped",
    }
    assert tallies.on_the_table(counted) == told[tongue]
    assert sum(map(int, re.findall(r"\d+", told[tongue]))) == 2 * 6
    if tongue == "nl":
        assert tallies.shared(counted, parts=1) == (
            "gedeeld, 1 met kanttekening, plus 1 deel van een kaart"
        )
        assert tallies.differences(counted, reasons=1) == (
            "verschillen, waarvan 1 met een reden, 1 gesplitst"
        )
        assert tallies.aside(counted) == "geparkeerd, 1 overgeslagen"
        assert tallies.differences({}, reasons=0) == "verschillen"
        one = {Outcome.DIFFERED: 1}
        assert tallies.differences(one, reasons=0) == "verschil, zonder reden"
        assert tallies.differences(one, reasons=1) == "verschil, met een reden"
        five = {Outcome.DIFFERED: 5}
        assert tallies.differences(five, reasons=5) == "verschillen, alle met een reden"


def test_what_was_taken_back_is_told_with_one_colon(tongue: str) -> None:
    happened: tuple[e.Event, ...] = (
        e.OutcomeRecorded(Outcome.DIFFERED, (), Settlement()),
        e.PositionRestated(Place.COMMUNAL, "s2", waived=False),
        e.CardSplit(("binnen", "buiten")),
        e.BlankAdded("s1", ActivityCard("own-1", "Straatfeest", "")),
        e.CardParked("", "", ""),
    )
    told = [words.taken_back(Step("", (event,)), SESSION) for event in happened]
    assert all(text.count(":") == 1 for text in told)
    if tongue == "nl":
        assert told[0] == "Teruggenomen: de uitkomst Erkend verschil"


def test_a_replay_names_the_question_that_was_answered() -> None:
    asked = ClosingQuestion("vervolg", "Wie doet wat?")
    session = Session(replace(DECK, closing=(asked,)))
    i18n.use("nl")
    told = what(e.ClosingAnswered("vervolg", "Wij bellen."), session)
    assert told == "antwoord op “Wie doet wat?”: Wij bellen."
