"""A paper session played by the rules: rows become intents, and every refusal names its cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game import words
from game.core import intents as i
from game.core import settling
from game.core.cards import Deck, Place
from game.core.evolve import advance
from game.core.outcome import Outcome, Proposal
from game.core.refusals import Refused
from game.core.rules import decide
from game.core.session import CardInPlay, Phase, Session, Step
from game.core.settlement import AspectText, Settlement
from game.core.setup import Sealing, Seat, Setup
from game.i18n import _
from game.office.grid import key
from game.store.paper import terms
from game.store.paper.form import Away, Line, Paper, PaperCard
from game.store.paper.rows import PARKING, read_rows
from game.store.paper.sessions import sessions
from game.store.paper.sheet import PaperError, Problem, Sheet, read_sheets


@dataclass(frozen=True, slots=True)
class PaperSession:
    """What to start a session with, and what to play in it."""

    setup: Setup
    seats: tuple[Seat, ...]
    intents: tuple[i.Intent, ...]
    steps: tuple[Step, ...] = field(compare=False)
    """What came of it, from the start on."""
    name: str = field(default="", compare=False)
    """As the sheet calls the session."""


def read_papers(path: Path, deck: Deck, session: str = "") -> tuple[PaperSession, ...]:
    """Read the sessions that were played on paper and typed in a sheet.

    Args:
        path: an Excel, OpenDocument or CSV file.
        deck: the deck that was played.
        session: the name of the only session to read; empty for all.

    Raises:
        PaperError: a cell breaks a rule; all such cells are named, and nothing is kept.
    """
    sheets = read_sheets(path)
    problems = [problem for sheet in sheets for problem in sheet.problems]
    papers = []
    for part in sessions(sheets, session):
        playing = _Playing(part.sheet, Session(deck))
        paper = read_rows(part.sheet, part.rows, deck)
        playing.problems += paper.problems
        if paper.playable:
            playing.play(paper)
        problems += playing.problems
        setup = playing.setup(paper)
        steps, intents = tuple(playing.steps), tuple(playing.intents)
        papers.append(PaperSession(setup, paper.seats, intents, steps, part.name))
    if problems:
        raise PaperError(_in_order(problems, sheets))
    return tuple(papers)


def _in_order(problems: list[Problem], sheets: tuple[Sheet, ...]) -> tuple[Problem, ...]:
    """Sort the problems as the eye goes: by sheet, by row, by column."""
    tabs = {sheet.title: n for n, sheet in enumerate(sheets)}
    columns = {
        (sheet.title, name): n for sheet in sheets for n, name in enumerate(sheet.names.values())
    }

    def place(problem: Problem) -> tuple[int, int, int]:
        column = columns.get((problem.sheet, problem.column), len(columns))
        return (tabs.get(problem.sheet, 0), problem.row, column)

    return tuple(sorted(dict.fromkeys(problems), key=place))


@dataclass(slots=True)
class _Playing:
    sheet: Sheet
    session: Session
    problems: list[Problem] = field(default_factory=list)
    intents: list[i.Intent] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    """The ids that the cards which the table wrote got, by their titles."""

    def setup(self, paper: Paper) -> Setup:
        return replace(paper.setup, sealing=Sealing.PAPER)

    def play(self, paper: Paper) -> None:
        start = i.Start(self.setup(paper), paper.seats, 0)
        try:
            self._take(start)
        except Refused as refused:
            text = words.refused(refused, self.session)
            self.wrong(self.sheet.header_row, "", text)
            return
        for card in paper.cards:
            if card.card:
                self._card(card)
        self._must(i.StartClosing())
        for answer in paper.answers:
            self.do(i.Answer(answer.question, answer.text), answer.row, "answer")
        self._must(i.Finish())

    def wrong(self, row: int, column: str, text: str) -> None:
        name = self.sheet.name(column) if column else ""
        self.problems.append(Problem(row, name, text, self.sheet.title))

    def do(self, intent: i.Intent, row: int, column: str) -> bool:
        """Play an intent; a refusal is a problem with the cell that it came from."""
        try:
            self._must(intent)
        except Refused as refused:
            self.wrong(row, column, words.refused(refused, self.session))
            return False
        return True

    def _must(self, intent: i.Intent) -> None:
        self._take(intent)
        self.intents.append(intent)

    def _take(self, intent: i.Intent) -> None:
        step = Step("", decide(self.session, intent))
        self.session = advance(self.session, step)
        self.steps.append(step)

    @property
    def card(self) -> CardInPlay:
        card = self.session.current
        assert card is not None
        return card

    def label(self, seat: str) -> str:
        return words.seat(seat, self.session)

    def _card(self, paper: PaperCard) -> None:
        if not self._begin(paper):
            return
        if not (paper.sound and self._discuss(paper)) and self.session.current:
            # The problem is named; leaving the card lets the ones after it be checked too.
            self._must(i.Skip())

    def _begin(self, paper: PaperCard) -> bool:
        card = paper.card
        if paper.own:
            if card not in self.own:
                own = paper.own
                if not self.do(i.AddBlank(own.title, own.text), own.row, "card"):
                    return False
                self.own[card] = self.session.blanks[-1].id
            card = self.own[card]
        fresh = card in self.session.playable
        opening = i.PlayCard(card) if fresh else i.Reopen(card)
        if not self.do(opening, paper.row(), "card"):
            return False
        if self.card.phase is Phase.READ:
            self._must(i.StartProposing())
        return True

    def _discuss(self, paper: PaperCard) -> bool:
        """Play one card to its outcome; False when a problem was in the way."""
        seated = [line for line in paper.whole if line.seat and not line.again]
        left = "skip_reason" in paper.fields or any(c in paper.fields for c in PARKING)
        if any(_voted(line.first) for line in seated):
            self._present(line.seat for line in seated if line.first is not Away.AWAY)
            self._round(seated, "first")
            if self.card.phase is Phase.REWORD:
                self._must(i.KeepWording())
        elif not left:
            text = _("Nobody chose anything here. Fill this in, or say why the card was skipped.")
            self.wrong(paper.row(), "first", text)
            return False
        self._present((line.seat for line in seated if _voted(line.second)), leave=False)
        self._argue(paper)
        if paper.text("boundary"):
            self.do(i.NoteBoundary(paper.text("boundary")), paper.row("boundary"), "boundary")
        if not self._second(seated, unfinished=left or bool(paper.aspects)):
            return False
        if paper.aspects and not self._split(paper):
            return False
        return self._leave_card(paper) if left else self._settle(paper)

    def _present(self, seats: Iterable[str], *, leave: bool = True) -> None:
        """Seat who is there; then let go who is not."""
        here = set(seats)
        for seat in self.session.seats:
            if seat.id in here and seat.id in self.session.absent:
                self._must(i.Join(seat))
        if leave:
            for seat in self.session.present:
                if seat.id not in here:
                    self._must(i.Leave(seat.id))

    def _round(self, lines: list[Line], column: str) -> None:
        """Seal and reveal one round; a seat with an empty cell is there without a seal."""
        for line in lines:
            cast = line.second if column == "second" else line.first
            if _voted(cast) and not isinstance(cast, Away | None):
                live_with = line.live_with if column == "second" else ()
                self.do(i.Seal(line.seat, cast, live_with), line.row.number, column)
            elif any(ballot.seat == line.seat for ballot in self.card.seals):
                self._must(i.Unseal(line.seat))
        self._must(i.Reveal(without_missing=True))

    def _argue(self, paper: PaperCard) -> None:
        """Play the arguments, and what was said back."""
        own: dict[str, Line] = {}
        for line in paper.whole:
            own.setdefault(line.seat, line)
        for line in paper.lines:
            if line.seat and (line.criterion or line.row.text("reason")):
                self._say(line, own.get(line.seat))
        for line in paper.lines:
            if line.seat and line.waived is not None and not line.again:
                self._say_back(line)

    def _say(self, line: Line, own: Line | None) -> None:
        reason = line.row.text("reason")
        casts = (own.first, own.second) if own else ()
        places = [cast for cast in casts if isinstance(cast, Place)]
        if places:
            argument = i.Argue(line.seat, places[0], reason, line.criterion, line.meets)
            self.do(argument, line.row.number, "criterion" if line.criterion else "reason")
        elif line.criterion:
            text = _("{seat} chose no place, so this argument is for nothing.")
            self.wrong(line.row.number, "criterion", text.format(seat=self.label(line.seat)))
        else:
            # Why a seat abstained is worth keeping, and a note is where it can stand.
            note = f"{self.label(line.seat)}: {reason}"
            self.do(i.AddNote(note), line.row.number, "reason")

    def _say_back(self, line: Line) -> None:
        first = self.card.first
        place = first.vote_of(line.seat) if first else None
        row = line.row.number
        if first is None or not first.contested:
            self.wrong(
                row, "restated", _("Nobody disputes this card: there is nothing to restate.")
            )
        elif not isinstance(place, Place):
            text = _("{seat} chose no place in the first round: there is nothing to restate.")
            self.wrong(row, "restated", text.format(seat=self.label(line.seat)))
        elif line.waived:
            self.do(i.Waive(place), row, "restated")
        elif not self.card.is_restated(place):
            self.do(i.Restate(place), row, "restated")

    def _second(self, seated: list[Line], *, unfinished: bool) -> bool:
        """Play the second round, or see that the card can do without."""
        first = self.card.first
        if first and any(_voted(line.second) for line in seated):
            if self.card.phase is Phase.FAST:
                self._must(i.AskDiscussion())
            self._present(
                line.seat
                for line in seated
                if line.second is not Away.AWAY
                and not (line.first is Away.AWAY and line.second is None)
            )
            self._must(i.StartSecondRound())
            self._round(seated, "second")
            return True
        for line in seated:
            if _voted(line.second):
                text = _("There is a second round only after a first.")
                self.wrong(line.row.number, "second", text)
                return False
        if unfinished or self.card.phase is Phase.FAST:
            return True
        text = _("The first round was not unanimous, so a second round is needed here.")
        if first and not first.contested:
            text = _("Too few seats chose a place, so a second round is needed here.")
        self.wrong(seated[0].row.number, "second", text)
        return False

    def _split(self, paper: PaperCard) -> bool:
        names = tuple(lines[0].aspect for lines in paper.aspects)
        if not self.do(i.Split(names), paper.aspects[0][0].row.number, "aspect"):
            return False
        here = {seat.id for seat in self.session.present}
        for lines in paper.aspects:
            seated = [line for line in lines if line.seat and not line.again]
            away = {line.seat for line in seated if line.first is Away.AWAY}
            joined = {line.seat for line in seated if _voted(line.first)}
            if not (here | joined) - away:
                self.wrong(seated[0].row.number, "first", _("Nobody is at the table any more."))
                return False
            self._present((here | joined) - away)
            self._round(seated, "first")
        return True

    def _leave_card(self, paper: PaperCard) -> bool:
        unused = [column for column in _OF_OUTCOME if column in paper.fields]
        cells = [(paper.fields[column][1], column) for column in unused]
        cells += [
            (line.row.number, column)
            for line in paper.lines
            for column in ("outcome_reason", "note")
            if line.row.text(column)
        ]
        for row, column in cells:
            text = _("This card was parked or skipped, so it has no outcome to write this with.")
            self.wrong(row, column, text)
        if "skip_reason" in paper.fields:
            return self.do(
                i.Skip(paper.text("skip_reason")), paper.row("skip_reason"), "skip_reason"
            )
        question, owner, day = (paper.text(column) for column in PARKING)
        return self.do(i.Park(question, owner, day), paper.row(*PARKING), "park_question")

    def _settle(self, paper: PaperCard) -> bool:
        """Record the outcome that the rule gives, in the words of the sheet."""
        if self.card.phase is Phase.FAST:
            self._must(i.StartSettling())
        ruled = settling.proposal(self.card, self.session.setup.threshold)
        crux = terms.CRUXES.get(key(paper.text("crux")))
        turned = ruled.outcome is Outcome.CARRIED and (
            "crux" in paper.fields or "settle" in paper.fields
        )
        if turned and self.card.last:
            # Only a difference has a crux: the table made one of what the rule calls carried.
            ruled = Proposal(Outcome.DIFFERED, self.card.last.positions)
        named = terms.places(self.session.deck).get(key(paper.text("place_named")))
        if named and named not in ruled.nameable:
            text = _("The rule gives an outcome here: there is no place for the table to name.")
            self.wrong(paper.row("place_named"), "place_named", text)
            named = None
        if named:
            ruled = Proposal(Outcome.CARRIED, (named,))
        drafted = settling.draft(self.card, ruled)
        aspects = self._aspects(paper)
        may_differ = ruled.outcome is Outcome.DIFFERED or any(a.differed for a in aspects)
        if not may_differ:
            for column in ("crux", "settle"):
                if column in paper.fields:
                    text = _("This belongs to a difference; by the rule this card is “{outcome}”.")
                    said = text.format(outcome=words.outcome(ruled.outcome))
                    self.wrong(paper.row(column), column, said)
        reasons = drafted.reasons
        reason = drafted.reason
        if ruled.outcome is Outcome.DIFFERED:
            reasons = self._reasons(paper, ruled.places, dict(drafted.reasons))
        else:
            reason = self._same(paper.whole, "outcome_reason") or drafted.reason
        notes = [(line.seat, line.row.text("note")) for line in paper.lines if line.seat]
        settlement = Settlement(
            reason=reason,
            boundary=drafted.boundary,
            together=paper.text("together"),
            reasons=reasons,
            notes=tuple({seat: note for seat, note in notes if note}.items()),
            crux=crux if may_differ else None,
            settle=paper.text("settle") if may_differ else "",
            aspects=aspects,
        )
        return self.do(i.Confirm(ruled.outcome, settlement, named), paper.row(), "card")

    def _aspects(self, paper: PaperCard) -> tuple[AspectText, ...]:
        threshold = self.session.setup.threshold
        made = []
        for n, lines in enumerate(paper.aspects):
            ruled = settling.aspect_proposal(self.card, n, threshold)
            difference = any(line.row.text("crux") or line.row.text("settle") for line in lines)
            made.append(
                AspectText(
                    self._same(lines, "outcome_reason"),
                    differed=difference and ruled.outcome is Outcome.CARRIED,
                )
            )
        return tuple(made)

    def _same(self, lines: Iterable[Line], column: str) -> str:
        """Read what may stand on several rows, but only in one way."""
        found = ""
        for line in lines:
            said = line.row.text(column)
            if said and found and said != found:
                self.wrong(line.row.number, column, _("Another row of this card says otherwise."))
            found = found or said
        return found

    def _reasons(
        self, paper: PaperCard, places: tuple[Place, ...], drafted: dict[Place, str]
    ) -> tuple[tuple[Place, str], ...]:
        """Give each position its own reasons, where they were written; else what was argued."""
        last = self.card.last
        written: dict[Place, list[str]] = {place: [] for place in places}
        for line in paper.whole:
            said = line.row.text("outcome_reason")
            place = last.vote_of(line.seat) if last and line.seat else None
            if not said:
                continue
            if isinstance(place, Place) and place in written:
                written[place].append(said)
                continue
            text = _("Of a difference, a reason stands with a seat that chose a place.")
            self.wrong(line.row.number, "outcome_reason", text)
        return tuple(
            (place, "\n".join(dict.fromkeys(written[place])) or drafted[place]) for place in places
        )


_OF_OUTCOME = ("together", "crux", "settle", "place_named")


def _voted(cast: object) -> bool:
    return cast is not None and cast is not Away.AWAY
