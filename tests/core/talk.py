"""Whole conversations by chance, with every kind of text in them; for tests of the record."""

from random import Random

from game.core import intents as i
from game.core.cards import Abstention, Crux, Meets, Place, Vote
from game.core.outcome import Outcome
from game.core.rules import refusal
from game.core.session import Phase
from game.core.settlement import AspectText, Settlement
from game.core.settling import aspect_proposal, proposal
from game.core.setup import Sealing, Seat, Setup
from tests.core.play import Log, deck

NAMES = ("Zwaluw", "Kievit", "Merel", "Specht", "Reiger")
"""Labels that stand in no other text."""


def talk(
    sizes: tuple[int, ...],
    seed: int,
    *,
    cards: int = 5,
    sealing: Sealing = Sealing.HANDS,
    unrest: float = 0.3,
    setup: Setup | None = None,
) -> Log:
    """Hold a conversation: seats zz-1 and on, whose names stand in every text that they can."""
    chance = Random(seed)
    at_table = tuple(
        Seat(f"zz-{n}", name, "", n, size)
        for n, (name, size) in enumerate(zip(NAMES, sizes, strict=False), 1)
    )
    chosen = setup or Setup(cards=cards, sealing=sealing, missing="wie Zwaluw kent")
    log = Log(deck(max(8, cards)), i.Start(chosen, at_table, seed))
    while log.session.phase is Phase.HAND:
        _card(log, chance, unrest)
    log.play(i.StartClosing(), i.Answer("werkdefinitie", "Wat Kievit zei, vindt iedereen."))
    log.play(i.Finish())
    return log


def _card(log: Log, chance: Random, unrest: float) -> None:
    session = log.session
    if session.can_draw:
        log.play(i.DrawCard())
    log.play(i.PlayCard(log.session.playable[0]), i.NoteWording("zoals Merel het ziet"))
    log.play(i.StartProposing())
    if chance.random() < unrest:
        _come_or_go(log, chance)
    _round(log, chance)
    if log.session.phase is Phase.REWORD:
        log.play(i.Reword("duidelijker voor Specht"))
        _round(log, chance)
    shown = log.session.current
    if shown and shown.first and chance.random() < unrest:
        log.play(i.CorrectVote(chance.choice(shown.first.present), _vote(chance)))
    for place in Place:
        for seat in log.session.present:
            if chance.random() < 0.3:
                said = f"dit zegt {seat.label}"
                log.play(i.Argue(seat.id, place, said, "crit-1", Meets.YES))
        restate = i.Restate(place, chance.choice(log.session.present).id)
        if refusal(log.session, restate) is None:
            log.play(restate)
    log.play(i.NoteBoundary("volgens Reiger"), i.AddNote("Zwaluw zuchtte"))
    if chance.random() < unrest:
        log.play(i.Split(("binnen", "buiten")))
    if log.session.phase is Phase.FAST:
        log.play(i.StartSettling())
    if log.session.phase is Phase.ARGUE:
        log.play(i.StartSecondRound())
    if chance.random() < unrest:
        _come_or_go(log, chance)
    while log.session.phase in (Phase.SECOND, Phase.ASPECT):
        _round(log, chance)
    _settle(log, chance, unrest)


def _come_or_go(log: Log, chance: Random) -> None:
    absent = log.session.absent
    if absent and chance.random() < 0.5:
        back = log.session.seat(absent[0])
        if back:
            log.play(i.Join(back))
    elif len(log.session.present) > 1:
        log.play(i.Leave(chance.choice(log.session.present).id))


def _vote(chance: Random) -> Vote:
    choices: list[Vote] = [*Place, *Place, *Abstention]
    return chance.choice(choices)


def _round(log: Log, chance: Random) -> None:
    for seat in log.session.present:
        choice = _vote(chance)
        live: tuple[Place, ...] = ()
        if log.session.phase is Phase.SECOND and isinstance(choice, Place):
            live = tuple(place for place in Place if place is not choice and chance.random() < 0.3)
        seal = i.Seal(seat.id, choice, live)
        if chance.random() < 0.95 and refusal(log.session, seal) is None:
            log.play(seal)
    log.play(i.Reveal(without_missing=True))


def _settle(log: Log, chance: Random, unrest: float) -> None:
    if chance.random() < unrest / 3:
        log.play(i.Park("Wat vindt Merel?", "Merel", "2027-01-15"))
        return
    if chance.random() < unrest / 3:
        log.play(i.Skip("Kievit moest weg"))
        return
    card = log.session.current
    assert card is not None
    ruled = proposal(card, log.session.setup.threshold)
    words = Settlement(
        reason="volgens Zwaluw",
        boundary="volgens Reiger",
        together="dankzij Specht",
        reasons=tuple((place, f"{NAMES[0]} over {place}") for place in ruled.places),
        notes=tuple((seat.id, f"mening van {seat.label}") for seat in log.session.present),
        crux=chance.choice(list(Crux)),
        settle="navragen bij Specht",
        aspects=tuple(
            AspectText(
                f"{NAMES[n]} zegt dit",
                aspect_proposal(card, n, log.session.setup.threshold).outcome is Outcome.CARRIED,
            )
            for n in range(len(card.aspects))
        ),
    )
    log.play(i.Confirm(ruled.outcome, words))
