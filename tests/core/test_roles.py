"""Seats are called by their roles, and what people typed stays."""

from dataclasses import replace

from game.core.entries import Record, SeatEntry
from game.core.publish import OTHERS, public
from game.core.roles import with_roles
from tests.export import talk


def test_labels_become_roles() -> None:
    record = with_roles(talk.played())
    assert [seat.label for seat in record.seats] == [
        *("inwoners", "zorg 1", "vereniging", "welzijnswerk", "beleid", "zorg 2")
    ]
    assert record.by_role
    assert with_roles(record) == record


def test_a_seat_without_a_role_is_a_number() -> None:
    seats = (SeatEntry("a", "Fatima", "", 2), SeatEntry("b", "Jan", "  ", 3))
    record = replace(talk.barely_begun(), seats=seats)
    assert [seat.label for seat in with_roles(record).seats] == ["stoel 1", "stoel 2"]
    named = with_roles(record, nameless="Seat {number}")
    assert [seat.label for seat in named.seats] == ["Seat 1", "Seat 2"]


def named(owner: str) -> Record:
    record = talk.played()
    card = replace(record.cards[0], owner=owner, settle="Jan vragen")
    seats = (SeatEntry("a", "Jan", "buren", 2), SeatEntry("b", "Jan de Wit", "school", 3))
    return replace(record, cards=(card,), seats=seats)


def test_an_owner_who_is_a_seat_gets_its_role_and_other_texts_stay() -> None:
    (card,) = with_roles(named("jan de wit, met Jan en Janneke")).cards
    assert card.owner == "school, met buren en Janneke"
    assert card.settle == "Jan vragen"


def test_the_merged_seats_keep_their_name() -> None:
    record = with_roles(public(talk.played()))
    assert record.seats[-1].label == OTHERS
    assert "Bewoners" not in {seat.label for seat in record.seats}
