"""The discussion record: everything of a session that outlives it, derived from deck and steps."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from game.core import agreement, settling
from game.core import events as e
from game.core.cards import Abstention, Deck, Place, Sphere, Vote
from game.core.entries import (
    ArgumentEntry,
    AspectEntry,
    Audience,
    CardEntry,
    Change,
    ChangeKind,
    ClosingEntry,
    CorrectionEntry,
    CriterionEntry,
    DeckEntry,
    Figures,
    LeftOver,
    Measure,
    MovementEntry,
    NoFigure,
    NoteEntry,
    Record,
    RestatedEntry,
    RoundEntry,
    SeatEntry,
    VoteEntry,
)
from game.core.evolve import advance, retracted
from game.core.frozen import dataclass, replace
from game.core.outcome import Outcome, Round
from game.core.publish import Withheld, public, staying, withheld
from game.core.scoring import score, totals
from game.core.session import CardInPlay, Session, Step
from game.core.setup import Sealing

__all__ = ["Record", "Withheld", "duration", "make_record", "public", "staying", "withheld"]

CARDS_NEEDED, SEATS_NEEDED = 10, 3
"""Below this a figure over the session says nothing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What only the order of the steps tells."""

    session: Session
    changes: tuple[Change, ...]
    remarks: tuple[tuple[int, str], ...]
    """With the place in the history of the version that was in play; -1 without one."""
    at_start: frozenset[str]


def make_record(
    deck: Deck, steps: tuple[Step, ...], *, session_id: str, app_version: str
) -> Record:
    """Derive the internal record; only what was revealed and recorded is in it."""
    told = _walk(deck, steps)
    session = told.session
    cards = _cards(told)
    rounds = [shown for card in session.history for shown in _rounds(card)]
    used = {shown.sealing for shown in rounds} or {session.setup.sealing}
    played = Counter(a.criterion for card in session.history for a in card.arguments)
    answers = dict(session.answers)
    counted = Counter(card.outcome for card in session.latest)
    return Record(
        audience=Audience.INTERNAL,
        session_id=session_id,
        app_version=app_version,
        deck=DeckEntry(deck.id, deck.version, deck.sha256, deck.title, deck.language),
        setup=session.setup,
        duration=duration(steps),
        finished=session.finished,
        seats=tuple(
            SeatEntry(
                seat.id,
                seat.label,
                seat.role,
                seat.size,
                seat.id in told.at_start,
                seat.id not in session.absent,
            )
            for seat in session.seats
        ),
        people=sum(seat.size for seat in session.seats),
        sealings=tuple(sealing for sealing in Sealing if sealing in used),
        changes=told.changes,
        spheres=tuple(deck.sphere(place) or Sphere(place, "") for place in Place),
        cards=cards,
        notes=tuple(text for index, text in told.remarks if index < 0),
        closing=tuple(
            ClosingEntry(question.id, question.question, answers.get(question.id, ""))
            for question in deck.closing
        ),
        totals=totals(session),
        outcomes=tuple((outcome, counted[outcome]) for outcome in Outcome),
        criteria=tuple(
            CriterionEntry(c.id, c.kind, c.title, c.question, played[c.id]) for c in deck.criteria
        ),
        figures=_figures(session),
        not_reached=tuple(LeftOver(card, _title(session, card)) for card in session.not_reached),
    )


BREAK_SECONDS = 30 * 60
"""A longer silence between two steps is a break, also when nobody pressed pause."""


def duration(steps: tuple[Step, ...]) -> int | None:
    """Count the seconds from the first step to the end, without pauses; None if not known."""
    gone = retracted(steps)
    seconds, before, paused = 0.0, None, False
    for number, step in enumerate(steps):
        try:
            now = datetime.fromisoformat(step.at)
        except ValueError:
            return None
        if before is not None and not paused:
            passed = (now - before).total_seconds()
            # A clock that was set back, or a night between two evenings, is no talk.
            seconds += passed if 0 < passed <= BREAK_SECONDS else 0.0
        before = now
        if number in gone:
            continue
        for event in step.events:
            if isinstance(event, e.SessionFinished):
                return round(seconds)
            paused = isinstance(event, e.Paused) or (paused and not isinstance(event, e.Resumed))
    return round(seconds) if steps else None


def _walk(deck: Deck, steps: tuple[Step, ...]) -> _Told:
    gone = retracted(steps)
    session = Session(deck)
    changes: list[Change] = []
    remarks: list[tuple[int, str]] = []
    at_start: frozenset[str] = frozenset()
    for number, step in enumerate(steps):
        undoing = any(isinstance(event, e.StepRetracted) for event in step.events)
        if number in gone or undoing:
            continue
        for event in step.events:
            changes += _changes(session, event)
            if isinstance(event, e.SessionStarted):
                at_start = frozenset(seat.id for seat in event.seats)
            if isinstance(event, e.NoteAdded):
                index = len(session.history) if session.current else _recorded(session, event.card)
                remarks.append((index, event.text))
        session = advance(session, step)
    return _Told(session, tuple(changes), tuple(remarks), at_start)


def _recorded(session: Session, card: str) -> int:
    return max((n for n, entry in enumerate(session.history) if entry.card == card), default=-1)


def _changes(session: Session, event: e.Event) -> Iterable[Change]:
    here = Change(
        ChangeKind.LEFT,
        card=session.current.card if session.current else "",
        played=session.played,
    )
    match event:
        case e.OptionsChanged():
            pairs = (
                (ChangeKind.SEALING, session.sealing.value, event.sealing.value),
                (ChangeKind.TIMERS, _switch(session.timers), _switch(event.timers)),
                (ChangeKind.MINUTES, str(session.argue_minutes), str(event.argue_minutes)),
            )
            for kind, before, after in pairs:
                if before != after:
                    yield replace(here, kind=kind, before=before, after=after)
        case e.SeatLeft():
            yield replace(here, seat=event.seat)
        case e.SeatJoined():
            yield replace(here, kind=ChangeKind.JOINED, seat=event.seat.id)
        case _:
            pass


def _switch(on: bool) -> str:
    return "on" if on else "off"


def _title(session: Session, card_id: str) -> str:
    card = session.card(card_id)
    return card.title if card else card_id


def _rounds(card: CardInPlay) -> tuple[Round, ...]:
    aspects = (aspect.round for aspect in card.aspects)
    shown = (*card.earlier, card.first, card.second, *aspects)
    return tuple(round_ for round_ in shown if round_ is not None)


def _cards(told: _Told) -> tuple[CardEntry, ...]:
    session = told.session
    newest = {card.card: n for n, card in enumerate(session.history)}
    times: Counter[str] = Counter()
    entries: list[CardEntry] = []
    for n, card in enumerate(session.history):
        key = f"{card.card}/{card.version}"
        times[key] += 1
        # A card that was skipped unrevealed comes back under the same number.
        key = key if times[key] == 1 else f"{key}.{times[key]}"
        remarks = tuple(text for index, text in told.remarks if index == n)
        entries.append(_card(session, card, key, newest[card.card] == n, remarks))
    return tuple(entries)


def _card(
    session: Session, card: CardInPlay, key: str, latest: bool, remarks: tuple[str, ...]
) -> CardEntry:
    printed = session.card(card.card)
    words = card.settlement
    last = card.last
    said_back = {r.place: "waived" if r.waived else "yes" for r in card.restated}
    return CardEntry(
        key=key,
        id=card.card,
        version=card.version,
        latest=latest,
        title=_title(session, card.card),
        text=printed.text if printed else "",
        icon=printed.icon if printed else "",
        picture=printed.picture if printed else "",
        added=session.deck.activity(card.card) is None,
        seat="" if session.paper else card.seat,
        returned=card.returned,
        reopened=card.reopened,
        wording=card.wording,
        reworded=card.reworded,
        fast_lane=card.fast_lane and card.settling,
        earlier=tuple(_round(shown) for shown in card.earlier),
        first=_round(card.first) if card.first else None,
        second=_round(card.second) if card.second else None,
        arguments=tuple(
            ArgumentEntry(a.seat, a.place, a.criterion, a.meets, a.text, said_back.get(a.place, ""))
            for a in card.arguments
        ),
        restated=tuple(RestatedEntry(r.place, r.by, r.waived) for r in card.restated),
        outcome=card.outcome or Outcome.SKIPPED,
        places=card.places,
        reason=words.reason,
        boundary=words.boundary or card.boundary,
        together=words.together,
        reasons=words.reasons,
        notes=tuple(NoteEntry(s, _chosen(last, s), text) for s, text in words.notes),
        crux=words.crux,
        settle=words.settle,
        aspects=tuple(_aspect(session, card, n) for n in range(len(card.aspects))),
        question=card.parking.question,
        owner=card.parking.owner,
        date=card.parking.date,
        skip_reason=card.skip_reason,
        stopped=card.stopped,
        remarks=remarks,
        corrections=tuple(CorrectionEntry(c.round, c.seat) for c in card.corrections),
        missing=settling.missing(card),
        score=score(card),
    )


def _chosen(shown: Round | None, seat: str) -> Place | None:
    chosen = shown.vote_of(seat) if shown else None
    return chosen if isinstance(chosen, Place) else None


def _aspect(session: Session, card: CardInPlay, index: int) -> AspectEntry:
    aspect = card.aspects[index]
    ruled = settling.aspect_outcome(card, index, session.setup.threshold)
    words = card.settlement.aspects
    return AspectEntry(
        aspect.name,
        ruled.outcome,
        ruled.places,
        _round(aspect.round) if aspect.round else None,
        words[index].reason if index < len(words) else "",
    )


def _round(shown: Round) -> RoundEntry:
    chosen = Counter(b.vote for b in shown.ballots if b.vote is not None)
    order: tuple[Vote, ...] = (*Place, *Abstention)
    liveable = Counter(place for ballot in shown.ballots for place in ballot.live_with)
    sealed = shown.sealing is not Sealing.OPEN
    counts = [len(shown.holders(place)) for place in Place]
    return RoundEntry(
        sealing=shown.sealing,
        present=shown.present,
        votes=tuple(
            VoteEntry(b.seat, b.vote, b.live_with) for b in shown.ballots if b.vote is not None
        ),
        missing=shown.missing,
        counts=tuple((choice, chosen[choice]) for choice in order if chosen[choice]),
        live_with=tuple((place, liveable[place]) for place in Place if liveable[place]),
        agreement=agreement.observed_agreement(counts) if sealed else None,
    )


def _figures(session: Session) -> Figures:
    shown = _first_rounds(session)
    here = {seat for round_ in shown for seat in round_.present}
    seats = [seat.id for seat in session.seats if seat.id in here]
    rows = [[_chosen(round_, seat) for round_ in shown] for seat in seats]
    observed = [
        share
        for share in (
            agreement.observed_agreement([len(r.holders(place)) for place in Place]) for r in shown
        )
        if share is not None
    ]
    none = Figures(
        cards=len(shown),
        seats=len(seats),
        measure=None,
        value=None,
        low=None,
        high=None,
        resamples=0,
        undefined=0,
        absent=NoFigure.TOO_FEW,
        observed=sum(observed) / len(observed) if observed else None,
        movement=_movement(session),
    )
    if len(shown) < CARDS_NEEDED or len(seats) < SEATS_NEEDED:
        return none
    complete = all(choice is not None for row in rows for choice in row)
    value = agreement.kappa_of(rows) if complete else agreement.krippendorff_alpha(rows)
    measure = Measure.KAPPA if complete else Measure.ALPHA
    if value is None:
        return replace(none, measure=measure, absent=NoFigure.SAME)
    interval = agreement.bootstrap_interval(rows, session.seed, kappa=complete)
    return replace(
        none,
        measure=measure,
        value=value,
        low=interval.low,
        high=interval.high,
        resamples=agreement.RESAMPLES,
        undefined=interval.undefined,
        absent=None,
    )


def _first_rounds(session: Session) -> list[Round]:
    """List the sealed first rounds of the first version of each card."""
    firsts = {card.card: card.first for card in session.history if card.version == 1}
    return [shown for shown in firsts.values() if shown and shown.sealing is not Sealing.OPEN]


def _movement(session: Session) -> tuple[MovementEntry, ...]:
    """Compare the sealed rounds of the versions that count; an abstention is a choice here."""
    both = [
        (card.first, card.second)
        for card in session.latest
        if card.first and card.second and card.first.sealing is not Sealing.OPEN
    ]
    both = [pair for pair in both if pair[1].sealing is not Sealing.OPEN]
    entries = []
    for seat in session.seats:
        moved = agreement.movement(
            [first.vote_of(seat.id) for first, _ in both],
            [second.vote_of(seat.id) for _, second in both],
        )
        entries.append(MovementEntry(seat.id, moved.stayed, moved.moved))
    return tuple(entries)
