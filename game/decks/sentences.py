"""Findings in words: `file:line:column: where: what to do`."""

from pathlib import Path
from typing import assert_never

from game.decks.findings import Fault, Finding, Problem
from game.i18n import _, ngettext


def sentence(finding: Finding) -> str:
    """Write a finding as one line, to be printed."""
    if finding.problem.fault is Fault.NOT_FOUND and not finding.where.section:
        return f"{finding.file}: {describe(finding.problem)}"
    place = f"{finding.file}:{finding.line}:{finding.column}"
    where = str(finding.where) if finding.where.section else _("the whole deck")
    return f"{place}: {where}: {describe(finding.problem)}"


def told(finding: Finding) -> str:
    """Say a finding to somebody at a screen: which file, where in it, and what to do."""
    name, text = Path(finding.file).name, describe(finding.problem)
    if finding.problem.fault in (Fault.NOT_FOUND, Fault.UNREADABLE):
        return f"{name}: {text}."
    line = _("{file}, line {line}: {text}.")
    return line.format(file=name, line=finding.line, text=text)


def describe(problem: Problem) -> str:
    """Say what is wrong and what to do, in the language of the screen."""
    parts = {
        "value": problem.value,
        "number": problem.number,
        "limit": problem.limit,
        "near": _alternatives(problem.nearest),
    }
    return _template(problem).format(**parts)


def _alternatives(names: tuple[str, ...]) -> str:
    quoted = [f"'{name}'" for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    return _("{most} or {last}").format(most=", ".join(quoted[:-1]), last=quoted[-1])


def _template(problem: Problem) -> str:
    match problem.fault:
        case Fault.NOT_FOUND:
            if problem.nearest:
                return _("there is no deck '{value}'; did you mean {near}?")
            # Only an id has a value of its own; else a file was named.
            if problem.value:
                return _("there is no such deck")
            return _("this file is not there")
        case Fault.UNREADABLE:
            return _("this file cannot be opened")
        case Fault.FILE_TOO_LARGE:
            return _("this file is too large: a deck has at most {limit} bytes")
        case Fault.UTF16:
            return _("this file was saved as UTF-16; save it again as UTF-8")
        case Fault.NOT_UTF8:
            return _("this is not UTF-8 text ({value}); save the file again as UTF-8")
        case Fault.CONTROL_CHARACTER:
            return _("there is an invisible control character here ({value}); take it out")
        case Fault.EMPTY_FILE:
            return _("this file is empty")
        case Fault.PACKAGE_BROKEN:
            return _("this file is damaged, or it is not a deck in one file; ask for it again")
        case Fault.PACKAGE_LOCKED:
            return _("this file is locked with a password; ask for it without one")
        case Fault.PACKAGE_TOO_LARGE:
            return _("this file holds far more than a deck needs, so it is not unpacked")
        case Fault.PACKAGE_UNSAFE:
            return _("'{value}' in this file could land outside the deck; nothing is unpacked")
        case Fault.PACKAGE_DOUBLE:
            return _("'{value}' is in this file twice; nothing is unpacked")
        case Fault.PACKAGE_NO_DECK:
            return _("there is no deck.yaml in this file")
        case Fault.TAB:
            return _("there is a tab here; indent with spaces")
        case Fault.COLON:
            return _("there is a colon here that YAML stumbles over; put the text in quotes")
        case Fault.FIRST_CHARACTER:
            return _("a text that begins with {value} must be in quotes")
        case Fault.QUOTE_NOT_CLOSED:
            return _("this quote {value} is never closed")
        case Fault.TEXT_AFTER_QUOTE:
            return _(
                "the quote closes too early here; put the other kind of quotes around the text"
            )
        case Fault.BRACKET_NOT_CLOSED:
            return _("this bracket {value} is not closed well, or a comma is missing")
        case Fault.INDENT:
            return _("this line does not fit the lines above; check its indent")
        case Fault.BACKSLASH:
            return _("between double quotes a \\ needs another one; use single quotes instead")
        case Fault.SYNTAX:
            return _("this is not good YAML; put the text in quotes and check the indent")
        case Fault.TOO_DEEP:
            return _("lists and keys are nested deeper than {limit}; a deck never needs that")
        case Fault.TOO_MANY_PARTS:
            return _("this file has more than {limit} parts; a deck never needs that")
        case Fault.TAG:
            return _("the YAML tag {value} is not allowed; put the text in quotes instead")
        case Fault.ANCHOR:
            return _("a YAML reference such as {value} is not allowed; write the text out")
        case Fault.SECOND_DOCUMENT:
            return _("a second document begins here; a file has one deck, so take out the ---")
        case Fault.UNKNOWN_KEY:
            if problem.nearest:
                return _("'{value}' is unknown; did you mean {near}?")
            return _("'{value}' is unknown here; take it out")
        case Fault.DOUBLE_KEY:
            return _("'{value}' is here twice (first on line {number}); keep one")
        case Fault.MISSING_KEY:
            return _("'{value}' is missing; add it")
        case Fault.WANTS_TEXT:
            return _("a text belongs here, not a list or keys")
        case Fault.WANTS_LIST:
            return _("a list belongs here: begin each line with a hyphen")
        case Fault.WANTS_MAPPING:
            return _("keys with values belong here, such as: title: ...")
        case Fault.NEEDS_QUOTES:
            return _('YAML does not read {value} as text; put it in quotes: "{value}"')
        case Fault.EMPTY:
            return _("nothing is filled in here; fill it in")
        case Fault.EMPTY_OPTIONAL:
            return _("nothing is filled in here; fill it in or take the line out")
        case Fault.TOO_LONG:
            return _("this text has {number} characters, at most {limit} fit; make it shorter")
        case Fault.BAD_ID:
            return _(
                "'{value}' cannot be an id; use lower case, digits and hyphens, at most {limit}"
            )
        case Fault.DOUBLE_ID:
            return _("the id '{value}' is here twice (first on line {number}); change one")
        case Fault.BAD_LANGUAGE:
            return _("'{value}' is not a language; write nl or en, for example")
        case Fault.BAD_FORMAT:
            return _("the format must be a number; write: format: {limit}")
        case Fault.FORMAT_TOO_NEW:
            return _("this deck has format {value}, this game knows {limit}; get a newer game")
        case Fault.UNKNOWN_KIND:
            return _("'{value}' is not a kind; choose {near}")
        case Fault.UNKNOWN_ICON:
            if problem.nearest:
                return _("there is no pictogram '{value}'; did you mean {near}?")
            return _("there is no pictogram '{value}'; the card shows a question mark")
        case Fault.BAD_PICTURE_NAME:
            return _("'{value}' is not a picture; use a PNG, JPEG or SVG file")
        case Fault.PICTURE_OUTSIDE:
            return _("the picture '{value}' is outside the deck's folder; put it inside")
        case Fault.PICTURE_MISSING:
            return _("the picture '{value}' is not there; put it in the deck's folder")
        case Fault.PICTURE_UNREADABLE:
            return _("the picture '{value}' is broken; save it again as PNG, JPEG or SVG")
        case Fault.PICTURE_TOO_LARGE:
            return _(
                "the picture '{value}' has {number} bytes, at most {limit} fit; make it smaller"
            )
        case Fault.PICTURE_TOO_MANY_PIXELS:
            return _(
                "the picture '{value}' has {number} pixels, at most {limit} fit; make it smaller"
            )
        case Fault.SAME_QUESTION:
            return _("this criterion asks the same as the one on line {number}; reword one")
        case Fault.NEAR_QUESTION:
            return _("this criterion asks nearly the same as the one on line {number}; reword one")
        case Fault.SAME_TITLE:
            return _("this criterion is called the same as the one on line {number}; rename one")
        case Fault.FEW_CARDS:
            return ngettext(
                "this deck has {number} activity card, and a session needs {limit} or more",
                "this deck has {number} activity cards, and a session needs {limit} or more",
                problem.number,
            )
        case Fault.NO_CARDS:
            return _("no card is left here; drop fewer cards")
        case Fault.BASE_NOT_FOUND:
            if problem.nearest:
                return _("there is no deck '{value}'; did you mean {near}?")
            return _("there is no deck '{value}' to base this one on")
        case Fault.BASE_LOOP:
            return _("this deck is based on itself, by way of '{value}'; take this line out")
        case Fault.BASE_WRONG:
            return ngettext(
                "the deck '{value}' has {number} error of its own; mend that one first",
                "the deck '{value}' has {number} errors of its own; mend those first",
                problem.number,
            )
        case Fault.DROP_UNKNOWN:
            if problem.nearest:
                return _("the deck below has no '{value}' to drop; did you mean {near}?")
            return _("the deck below has no '{value}' to drop")
        case Fault.DROP_WITHOUT_BASE:
            return _("there is nothing to drop: this deck is not based on another")
        case _:
            assert_never(problem.fault)
