"""Criteria that nobody at a table can tell apart: the same title, or about the same question."""

import re
from dataclasses import replace
from difflib import SequenceMatcher

from game.decks.fields import Fields
from game.decks.findings import Fault, Report, Where

NEAR = 0.9
"""From this likeness on, two questions are one question with a word or a letter changed."""

MOST = 200
"""Each question is held against all before it, which takes too long for more than these."""

_WORDS = re.compile(r"\w+")


class Alike:
    """The criteria of a deck so far, to hold the next one against."""

    def __init__(self, report: Report) -> None:
        """Note in this report which are too much alike."""
        self._report = report
        self._titles: dict[str, int] = {}
        self._questions: dict[str, int] = {}

    def compare(self, fields: Fields, at: Where, title: str, question: str) -> None:
        """Hold a criterion against those before it; one finding says enough."""
        said, asked = _bare(title), _bare(question)
        if asked in self._questions:
            self._note(Fault.SAME_QUESTION, fields, at, "question", self._questions[asked])
        elif near := self._near(asked):
            self._note(Fault.NEAR_QUESTION, fields, at, "question", near)
        elif said in self._titles:
            self._note(Fault.SAME_TITLE, fields, at, "title", self._titles[said])
        if asked:
            self._questions.setdefault(asked, fields["question"].spot.line)
        if said:
            self._titles.setdefault(said, fields["title"].spot.line)

    def _near(self, asked: str) -> int:
        """Find the line of a question that is nearly this one; 0 if there is none."""
        if not asked or len(self._questions) > MOST:
            return 0
        matcher = SequenceMatcher(None, b=asked, autojunk=False)
        for other, line in self._questions.items():
            matcher.set_seq1(other)
            if (
                matcher.real_quick_ratio() >= NEAR
                and matcher.quick_ratio() >= NEAR
                and matcher.ratio() >= NEAR
            ):
                return line
        return 0

    def _note(self, fault: Fault, fields: Fields, at: Where, key: str, line: int) -> None:
        self._report.add(fields[key].spot, replace(at, field=key), fault, number=line)


def _bare(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
