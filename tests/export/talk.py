"""Records of whole conversations: an ordinary one, a hostile one, and small ones."""

from functools import lru_cache

from game.core import intents as i
from game.core.cards import (
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Crux,
    Deck,
    Meets,
    Place,
    Sphere,
)
from game.core.entries import Record
from game.core.outcome import Outcome
from game.core.record import make_record
from game.core.sealing import turn_order
from game.core.settlement import AspectText, Settlement
from game.core.setup import Sealing, Seat, Setup
from tests.core.play import COM, INS, OUT, PER, Log, put, seal

CARDS = (
    ("repaircafe", "Repaircafé", "wrench", "Buurtbewoners maken samen spullen weer heel."),
    ("belcirkel", "Belcirkel", "phone", "Elke ochtend bellen mensen elkaar even op."),
    ("kerkkoffie", "Kerkkoffie", "church", "Na de dienst is er koffie voor iedereen."),
    ("bibliotheek", "Bibliotheek", "library", "Een plek om te lezen en elkaar te zien."),
    ("buurthuis", "Buurthuis", "house", "Een huis van de wijk met een beheerder."),
    ("fanfare", "Fanfare", "music", "Muziek maken, jong en oud door elkaar."),
    ("mantelzorg", "Mantelzorg voor ouder", "heart", "Een dochter zorgt voor haar moeder."),
    ("sleutel", "Sleutel bij de buren", "key-round", "Voor als er iets is."),
    ("moestuin", "Buurtmoestuin", "sprout", "Samen zaaien en oogsten."),
    ("sportschool", "Commerciële sportschool", "dumbbell", "Voor wie betaalt."),
    ("specialist", "Medisch specialist", "stethoscope", "In het ziekenhuis."),
    ("steunpunt", "Steunpunt mantelzorg", "badge-info", "Advies van een beroepskracht."),
    ("volleybal", "Volleybalclub", "volleyball", "Elke dinsdag in de gymzaal."),
    ("voedselbank", "Voedselbank", "shopping-basket", "Pakketten, elke vrijdag."),
)

CRITERIA = (
    ("welkom", CriterionKind.PROPERTY, "Iedereen is welkom", "Mag iedereen meedoen?"),
    ("vrijwillig", CriterionKind.SPHERE, "Draait op vrijwilligers", "Wie doet het werk?"),
    ("winst", CriterionKind.PROPERTY, "Niet commercieel", "Is winst niet het doel?"),
    ("wederkerig", CriterionKind.PURPOSE, "Wederkerig", "Geven en nemen mensen om de beurt?"),
)

EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://example.invalid","klik")',
    "nul\x00 bel\x07 esc\x1b[31m del\x7f c1\x85 ff\x0c",
    "\u202eomgekeerd\u202c en \u2066los",
    "שלום עולם مرحبا 123",
    "donaudampfschiff" * 25,
    "regel een\u2028regel twee\r\nregel drie\n\n\nregel zeven",
    "]]> &amp; &lt;b&gt; {{naam}} {naam} %s",
    "\ufffe\uffff\ufdd0 \U0001f600 e\u0301 Z\u0351\u036b\u0343a\u0322",
    "# kop\n* lijst | tabel | `code` [x](javascript:alert(1))",
)


def deck(evil: bool = False) -> Deck:
    """Make a deck with a local wording; an evil one is full of markup."""
    dirt = iter(EVIL * 20)

    def dirty(text: str, limit: int = 400) -> str:
        return (next(dirt) + text)[:limit] if evil else text

    return Deck(
        id="sociale-basis",
        title=dirty("Sociale basis"),
        language="nl",
        version="1.0",
        activities=tuple(
            ActivityCard(id_, dirty(title, 60), dirty(text), icon)
            for id_, title, icon, text in CARDS
        ),
        criteria=tuple(
            CriterionCard(id_, kind, dirty(title, 60), dirty(question))
            for id_, kind, title, question in CRITERIA
        ),
        closing=(
            ClosingQuestion("werkdefinitie", dirty("Wat is onze werkdefinitie?")),
            ClosingQuestion("rol", "Wat is de rol van de gemeente per sfeer?"),
            ClosingQuestion("gemist", "Wat mist er op de kaart?"),
        ),
        spheres=(
            Sphere(PER, dirty("Persoonlijk", 30), "inwoner en eigen netwerk"),
            Sphere(COM, "Gemeenschappelijk", "verbanden van inwoners"),
        ),
        sha256="3f" * 32,
    )


def seats(evil: bool = False, sizes: tuple[int, ...] = (3, 2, 1, 4, 1)) -> tuple[Seat, ...]:
    """Make five seats, some of them of one or two people."""
    labels = ("Bewoners", "Wijkteam", "Sportclub", "Welzijn", "Gemeente")
    roles = ("inwoners", "zorg", "vereniging", "welzijnswerk", "beleid")
    return tuple(
        Seat(
            f"s{n}",
            (EVIL[n % len(EVIL)].replace("\n", " ")[:40] + label)[:60] if evil else label,
            role,
            n,
            size,
        )
        for n, (label, role, size) in enumerate(zip(labels, roles, sizes, strict=True), 1)
    )


class Talk:
    """A conversation that is played to its end."""

    def __init__(self, evil: bool = False, sealing: Sealing = Sealing.HANDS) -> None:
        self._dirt = iter(EVIL * 200 if evil else ())
        self.evil = evil
        setup = Setup(
            gemeente=self.say("Eindhoven"),
            wijk=self.say("Woensel-Noord"),
            question=self.say("Waar begint en eindigt onze sociale basis?"),
            date="2026-11-22",
            table=self.say("tafel 3"),
            missing=self.say("jongeren en huisartsen"),
            kept_until="2027-05-01",
            cards=13,
            sealing=sealing,
        )
        self.log = Log(deck(evil), i.Start(setup, seats(evil), 11), seconds=41)

    def say(self, text: str) -> str:
        """Say this; when hostile, something else."""
        return (next(self._dirt, "") + " " + text).strip()

    def do(self, *intents: i.Intent) -> None:
        """Play these."""
        self.log.play(*intents)

    def start(self, first: str) -> None:
        """Put the next card on the table, and reveal these choices."""
        self.do(*put(self.log.session), *seal(first), i.Reveal(without_missing="-" in first))

    def argue(self, seat: str, place: Place, text: str, criterion: str = "welkom") -> None:
        """Play a criterion and a reason."""
        meets = (Meets.YES, Meets.NO, Meets.PARTLY)[len(text) % 3] if criterion else None
        self.do(i.Argue(seat, place, self.say(text), criterion, meets))

    def agreed(self, first: str, place: Place) -> None:
        """Play a card that nobody disputes."""
        self.start(first)
        self.argue("s1", place, "Zo zien wij dat allemaal.", "vrijwillig")
        self.do(i.NoteBoundary(self.say("Als er een betaalde kracht bij komt.")))
        self.do(i.StartSettling())
        words = Settlement(
            reason=self.say("Bewoners doen het zelf."),
            boundary=self.say("Als er een betaalde kracht bij komt."),
        )
        self.do(i.Confirm(Outcome.AGREED, words))


@lru_cache
def played(evil: bool = False) -> Record:
    """Play a conversation with every outcome, a reopened card and a newcomer."""
    talk = Talk(evil)
    do, say = talk.do, talk.say
    talk.start("ccicc")
    do(i.NoteWording(say("Het repaircafé in de Jacobuskerk")))
    talk.argue("s3", INS, "Zonder zaal en beroepskracht stopt het.", "vrijwillig")
    talk.argue("s1", COM, "Wij runnen het zelf, elke eerste zaterdag.", "vrijwillig")
    talk.argue("s2", COM, "Wie komt brengen, blijft vaak helpen.", "wederkerig")
    do(i.Restate(INS, "s1"), i.Restate(COM, "s3"), i.StartSecondRound())
    do(*seal("ccici", {"s1": (INS,), "s4": (INS,)}), i.Reveal())
    words = Settlement(
        reasons=((COM, say("Bewoners runnen het zelf.")), (INS, say("Zonder zaal stopt het."))),
        notes=(),
        crux=Crux.VALUE,
        settle=say("Is de zaal een recht of een gunst?"),
        boundary=say("Als de zaal wegvalt."),
    )
    do(i.Confirm(Outcome.DIFFERED, words))

    talk.start("cccip")
    talk.argue("s4", INS, "De beheerder is in dienst.", "winst")
    talk.argue("s5", PER, "Het is gewoon vriendschap.", "")
    talk.argue("s1", COM, "De kerk organiseert het.", "welkom")
    do(i.Restate(INS, "s1"), i.Waive(PER), i.Restate(COM), i.StartSecondRound())
    do(*seal("ccccp", {"s5": (COM,)}), i.Reveal(), i.CorrectVote("s4", COM, (PER,)))
    notes = (("s5", say("Vriendschap is geen dienst.")),)
    do(i.Confirm(Outcome.CARRIED, Settlement(reason=say("De kerk doet het."), notes=notes)))

    talk.start("ooppc")
    talk.argue("s1", OUT, "Voelt niet open voor iedereen.", "welkom")
    do(i.StartSecondRound(), *seal("ooppc"), i.Reveal())
    fact = Settlement(
        reasons=((OUT, say("Voelt niet open.")), (PER, say("Het is privé."))),
        crux=Crux.FACT,
        settle=say("Hoeveel mensen komen er van buiten?"),
    )
    do(i.Confirm(Outcome.DIFFERED, fact))

    for first, place in (("ccccc", COM), ("iiiii", INS), ("ppppp", PER), ("ooooo", OUT)):
        talk.agreed(first, place)

    talk.start("uu?cn")
    do(i.StartSecondRound(), *seal("uuucn"), i.Reveal())
    do(i.Confirm(Outcome.UNDECIDED, Settlement(reason=say("Wij kennen dit niet."))))

    talk.start("cciip")
    do(i.Split((say("de zaal")[:60], "de koffie")))
    do(*seal("iiiii"), i.Reveal(), *seal("ccppo"), i.Reveal())
    aspects = (AspectText(say("De gemeente betaalt de zaal.")), AspectText(say("Wisselt.")))
    do(i.Confirm(Outcome.SPLIT, Settlement(aspects=aspects)))

    talk.start("cciio")
    question = say("Wie betaalt de huur straks?")
    do(i.Park(question, say("beleidsmedewerker sport"), "2027-01-15"))

    do(*put(talk.log.session), i.Skip(say("Te weinig tijd.")))
    do(i.Leave("s2"), i.AddBlank(say("Stoel op de stoep")[:60], say("Op warme avonden.")))
    do(i.Join(Seat("s6", say("Huisarts")[:60], "zorg", 6, 1)))
    do(i.AddNote(say("De koffie was op.")))
    do(i.ChangeOptions(Sealing.OPEN, False, 5), *put(talk.log.session))
    _place_openly(talk)
    do(i.AddNote(say("Hier ging het snel.")), i.StartSecondRound())
    _place_openly(talk)
    together = Settlement(reason=say("Samen doen."), together=say("Het verhaal van de buurvrouw."))
    do(i.Confirm(Outcome.AGREED, together))

    do(i.ChangeOptions(Sealing.HANDS, False, 5), i.Reopen(talk.log.session.latest[3].card))
    do(*[i.Seal(s.id, COM) for s in talk.log.session.present], i.Reveal())
    do(i.StartSettling(), i.Confirm(Outcome.AGREED, Settlement(reason=say("Nog steeds samen."))))

    do(i.StartClosing(), i.Answer("werkdefinitie", say("Wat mensen samen en voor elkaar doen.")))
    do(i.Answer("rol", say("Ruimte maken, en op tijd betalen.")), i.Finish())
    return recorded(talk.log)


def _place_openly(talk: Talk) -> None:
    for seat in turn_order(talk.log.session):
        talk.do(i.Seal(seat.id, COM))
    talk.do(i.Reveal())


def recorded(log: Log) -> Record:
    """Make the record of a log."""
    return make_record(log.deck, log.steps, session_id="20261122-woensel", app_version="0.1.0")


@lru_cache
def barely_begun() -> Record:
    """Start a conversation, and play nothing."""
    return recorded(Talk().log)


@lru_cache
def for_two() -> Record:
    """Let two people play one card."""
    start = i.Start(Setup(cards=2), seats(sizes=(1, 1, 1, 1, 1))[:2], 3)
    log = Log(deck(), start)
    log.play(*put(log.session), *seal("cc"), i.Reveal(), i.StartSettling())
    log.play(i.Confirm(Outcome.AGREED, Settlement(reason="Geheim", boundary="Ook geheim")))
    return recorded(log)
