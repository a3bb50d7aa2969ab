"""What the screen says when the rules refuse something: what is wrong, and what to do."""

from typing import assert_never

from game.core.cards import Place
from game.core.outcome import Outcome
from game.core.refusals import Reason, Refused
from game.core.session import Session
from game.i18n import _
from game.words import numerals, places
from game.words import terms as words


def refused(refused: Refused, session: Session) -> str:
    """Say in plain words why something is refused, and what to do about it."""
    about = refused.text
    seats = numerals.listing(tuple(words.seat(seat, session) for seat in refused.seats))
    match refused.reason:
        case Reason.NOT_STARTED:
            return _("The conversation has not started yet. Start it first.")
        case Reason.ALREADY_STARTED:
            return _("The conversation has already started.")
        case Reason.IS_FINISHED:
            return _("This conversation is finished. You can still answer closing questions.")
        case Reason.TOO_FEW_SEATS:
            return _("There are too few seats. Add seats until there are {number}.").format(
                number=about
            )
        case Reason.TOO_MANY_SEATS:
            return _("There are too many seats. At most {number} fit at the table.").format(
                number=about
            )
        case Reason.EMPTY_NAME:
            return _("A seat has no name yet. Type one, for instance a role.")
        case Reason.SAME_NAME:
            return (
                _("Two seats are called “{name}”. Give one another name.").format(name=about)
                if about
                else _("Two seats are the same. Take one away.")
            )
        case Reason.TEAM_SIZE:
            return _("“{name}” has an odd number of people. A seat holds 1 to 5.").format(
                name=about
            )
        case Reason.THRESHOLD:
            return _("A threshold of {number}% is not possible. Choose 51 to 100.").format(
                number=about
            )
        case Reason.NO_CARDS:
            return _("The number of cards is 0. Choose at least one card.")
        case Reason.TOO_FEW_CARDS:
            return _("Only {number} cards are chosen. Choose more, or play fewer.").format(
                number=about
            )
        case Reason.UNKNOWN_SELECTION:
            return _("The card “{card}” is not in this deck. Make a new choice.").format(card=about)
        case Reason.BAD_NUMBER:
            return _("This number does not fit. Choose a number from {range}.").format(
                range=about.replace("-", "–")
            )
        case Reason.BAD_DATE:
            return _("“{text}” is not a date. Write it like 30-6-2027, or leave it empty.").format(
                text=about
            )
        case Reason.TOO_LONG:
            return _("This text is too long. At most {number} characters fit.").format(number=about)
        case Reason.EMPTY_TEXT:
            return _("There is nothing here yet. Type something first.")
        case Reason.CARD_IN_PLAY:
            return _("A card is still on the table. Finish that one first.")
        case Reason.NO_CARD_IN_PLAY:
            return _("There is no card on the table. Choose a card first.")
        case Reason.WRONG_PHASE:
            return _("This is not possible in this step: {step}.").format(
                step=words.phase(session.phase)
            )
        case Reason.UNKNOWN_CARD:
            return _("There is no card “{card}” here. Choose another one.").format(card=about)
        case Reason.NOT_IN_HAND:
            return _(
                "“{card}” is not in the hand of the seat on turn. Choose a card from it."
            ).format(card=_title(about, session))
        case Reason.HAND_NOT_EMPTY:
            return _("There are still cards in the hand. Play one of those first.")
        case Reason.PILE_EMPTY:
            return _("The pile is empty. Go on to the closing round.")
        case Reason.ENOUGH_PLAYED:
            return _("All cards of this conversation are played. Go on to the closing round.")
        case Reason.UNKNOWN_SEAT:
            return _("This seat is not at the table. Choose another one.")
        case Reason.SEAT_ABSENT:
            return _("{seat} is absent. Let {seat} join again first.").format(seat=seats)
        case Reason.SEAT_PRESENT:
            return _("{seat} is already at the table.").format(seat=seats)
        case Reason.LAST_SEAT:
            return _("{seat} is the last one at the table. Stop the conversation instead.").format(
                seat=seats
            )
        case Reason.NOT_YOUR_TURN:
            return _("It is the turn of {seat}. That seat chooses first.").format(seat=seats)
        case Reason.NOT_SEALED:
            return _("{seat} has not chosen yet, so there is nothing to take back.").format(
                seat=seats
            )
        case Reason.LIVE_WITH_LATER:
            return _("“Can live with” comes in the second round. Choose one place now.")
        case Reason.LIVE_WITH_OWN:
            return _("{seat} already chose this place. Choose another place to live with.").format(
                seat=seats
            )
        case Reason.LIVE_WITH_ABSTAINED:
            return _("{seat} abstains. Choose a place of one's own first.").format(seat=seats)
        case Reason.MISSING_SEALS:
            return _("Still to choose: {seats}. Wait for them, or go on without.").format(
                seats=seats
            )
        case Reason.NOT_REVEALED:
            return _("The choices are still hidden. Reveal them first.")
        case Reason.NOT_IN_ROUND:
            return _("{seat} did not take part in this round.").format(seat=seats)
        case Reason.UNKNOWN_CRITERION:
            return _("This criterion is not in the deck. Choose another one.")
        case Reason.CRITERION_UNJUDGED:
            return _("Say whether the card meets the criterion: fully, not, or partly.")
        case Reason.NO_CRITERION:
            return _("There is no criterion to judge. Choose a criterion card first.")
        case Reason.UNKNOWN_ARGUMENT:
            return _("This argument is not there any more. Choose another one.")
        case Reason.NOT_CONTESTED:
            return _("Everyone chose the same place. There is nothing to say back.")
        case Reason.NOT_A_POSITION:
            return _("Nobody chose {place} in the first round. Choose another position.").format(
                place=places.place(Place(about), session.deck) if about in set(Place) else about
            )
        case Reason.SAME_POSITION:
            return _("{seat} does not hold another position. Let someone else say it back.").format(
                seat=seats
            )
        case Reason.ALREADY_RESTATED:
            return _("This position was already said back. Go on to the next one.")
        case Reason.NOTHING_SAID:
            return _("There is nothing to say back yet.")
        case Reason.HELD_BY_MORE:
            return _("More seats hold this position. Let someone from another one say it back.")
        case Reason.TABLE_OF_TWO:
            return _("At a table of two this cannot be left out. Say each other's position back.")
        case Reason.ALREADY_SPLIT:
            return _("This card was already split up. Go on with its parts.")
        case Reason.ASPECT_COUNT:
            return _("A card is split into two or three parts. Give each a name.")
        case Reason.SAME_ASPECT:
            return _("Two parts have the same name. Give each its own name.")
        case Reason.OTHER_OUTCOME:
            return _("By the votes, the outcome is: {outcome}. Record that one.").format(
                outcome=words.outcome(Outcome(about)) if about in set(Outcome) else about
            )
        case Reason.PLACE_NOT_NAMEABLE:
            return _("Not everyone can live with this place. Choose another, or note a difference.")
        case Reason.NOT_RECORDED:
            return _("“{card}” has no outcome yet, so it cannot be reopened.").format(
                card=_title(about, session)
            )
        case Reason.IS_PAUSED:
            return _("The conversation is already paused.")
        case Reason.NOT_PAUSED:
            return _("The conversation is not paused.")
        case Reason.IS_CLOSING:
            return _("The closing round has begun. New cards are not possible any more.")
        case Reason.UNKNOWN_QUESTION:
            return _("This closing question is not in the deck. Choose another one.")
        case Reason.NOTHING_TO_UNDO:
            return _("There is nothing to undo. What was revealed stays revealed.")
        case _:
            assert_never(refused.reason)


def _title(card_id: str, session: Session) -> str:
    card = session.card(card_id)
    return card.title if card else card_id
