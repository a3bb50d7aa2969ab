"""Why the rules refuse something: a name a reason, never a sentence."""

from enum import StrEnum


class Reason(StrEnum):
    """The name of a refusal; the screen has a sentence for each."""

    NOT_STARTED = "not_started"
    ALREADY_STARTED = "already_started"
    IS_FINISHED = "is_finished"
    TOO_FEW_SEATS = "too_few_seats"
    TOO_MANY_SEATS = "too_many_seats"
    EMPTY_NAME = "empty_name"
    SAME_NAME = "same_name"
    TEAM_SIZE = "team_size"
    THRESHOLD = "threshold"
    NO_CARDS = "no_cards"
    TOO_FEW_CARDS = "too_few_cards"
    UNKNOWN_SELECTION = "unknown_selection"
    BAD_NUMBER = "bad_number"
    BAD_DATE = "bad_date"
    TOO_LONG = "too_long"
    EMPTY_TEXT = "empty_text"
    CARD_IN_PLAY = "card_in_play"
    NO_CARD_IN_PLAY = "no_card_in_play"
    WRONG_PHASE = "wrong_phase"
    UNKNOWN_CARD = "unknown_card"
    NOT_IN_HAND = "not_in_hand"
    HAND_NOT_EMPTY = "hand_not_empty"
    PILE_EMPTY = "pile_empty"
    ENOUGH_PLAYED = "enough_played"
    UNKNOWN_SEAT = "unknown_seat"
    SEAT_ABSENT = "seat_absent"
    SEAT_PRESENT = "seat_present"
    LAST_SEAT = "last_seat"
    NOT_YOUR_TURN = "not_your_turn"
    NOT_SEALED = "not_sealed"
    LIVE_WITH_LATER = "live_with_later"
    LIVE_WITH_OWN = "live_with_own"
    LIVE_WITH_ABSTAINED = "live_with_abstained"
    MISSING_SEALS = "missing_seals"
    NOT_REVEALED = "not_revealed"
    NOT_IN_ROUND = "not_in_round"
    UNKNOWN_CRITERION = "unknown_criterion"
    CRITERION_UNJUDGED = "criterion_unjudged"
    NO_CRITERION = "no_criterion"
    UNKNOWN_ARGUMENT = "unknown_argument"
    NOT_CONTESTED = "not_contested"
    NOT_A_POSITION = "not_a_position"
    SAME_POSITION = "same_position"
    ALREADY_RESTATED = "already_restated"
    NOTHING_SAID = "nothing_said"
    HELD_BY_MORE = "held_by_more"
    TABLE_OF_TWO = "table_of_two"
    ALREADY_SPLIT = "already_split"
    ASPECT_COUNT = "aspect_count"
    SAME_ASPECT = "same_aspect"
    OTHER_OUTCOME = "other_outcome"
    PLACE_NOT_NAMEABLE = "place_not_nameable"
    NOT_RECORDED = "not_recorded"
    IS_PAUSED = "is_paused"
    NOT_PAUSED = "not_paused"
    IS_CLOSING = "is_closing"
    UNKNOWN_QUESTION = "unknown_question"
    NOTHING_TO_UNDO = "nothing_to_undo"


class Refused(Exception):
    """The rules do not allow what was asked.

    Args:
        reason: its name.
        seats: the seats that it is about, where there are any.
        text: the name, number or text that it is about.
    """

    def __init__(self, reason: Reason, *, seats: tuple[str, ...] = (), text: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.seats = seats
        self.text = text
