"""The program `sferenspel`: what it is asked, and how it ends."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from game import __version__, i18n
from game.commands.common import DONE, FAILED, Complaint, Options, crash_log
from game.commands.window import window
from game.i18n import _
from game.store import paths
from game.store.errors import SaveError
from game.store.settings import load

if TYPE_CHECKING:
    from game.decks.findings import DeckError

INTERRUPTED = 130
"""What a shell expects of a program that was stopped with Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks, and give the exit status."""
    try:
        return _done(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED


def _done(given: list[str]) -> int:
    if sys.stdout is None:
        # Whoever started it closed its output.
        sys.stdout = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a letter shows a question mark, not a traceback.
            stream.reconfigure(errors="replace")
    i18n.use(_language(given))
    options, command = _asked(given)
    sys.excepthook = _on_bug(options.saves)
    try:
        status = command()
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()  # Who read it had enough.
        return DONE
    except Complaint as complaint:
        return _complain(*complaint.lines)
    except SaveError as error:
        from game import words

        return _complain(words.save_error(error))
    except OSError as error:
        from game import words

        _forget_output()
        name = error.filename or _("the output")
        reason = words.said_by_system(error.strerror or str(error))
        text = _("{name} cannot be read or written: {reason}.")
        return _complain(text.format(name=name, reason=reason))
    except _deck_error() as error:
        from game.decks.sentences import sentence

        return _complain(*map(sentence, error.findings))
    return status


def _asked(given: list[str]) -> tuple[Options, Callable[[], int]]:
    """Read the command line; who asks for the window alone does not wait for a parser."""
    words = [word for word in given if word != "--verbose"]
    options = Options(verbose=len(words) < len(given))
    match words:
        case []:
            return options, lambda: window(options)
        case ["play", session] if session and not session.startswith("-"):
            return options, lambda: window(options, save=session)
    from game import arguments

    return arguments.read(given)


def _deck_error() -> "type[DeckError]":
    """Import the error of a deck, which is looked up only when something else was raised."""
    from game.decks.findings import DeckError

    return DeckError


def _forget_output() -> None:
    """Let what was not printed yet go nowhere, or Python complains of it at the very end."""
    with suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(*lines: str) -> int:
    for line in lines:
        print(" ".join(line.split()), file=sys.stderr)
    return FAILED


def _on_bug(
    saves: Path | None,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Make what Python calls for an error that nobody expected; the exit status is then 1."""

    def say(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        where = f"sferenspel {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n"
        report = where + "".join(traceback.format_exception(kind, error, trace))
        path = crash_log(saves, report)
        if path:
            _complain(
                _(
                    "Something went wrong in the game itself. What was saved is safe. "
                    "What happened is written in {path}; please send it to the makers."
                ).format(path=path)
            )
        else:
            _complain(_("Something went wrong in the game itself. What was saved is safe."))
            sys.stderr.write(report)

    return say


def _language(given: list[str]) -> str:
    """Find the language before the arguments are read, since their help is spoken in it."""
    for n, word in enumerate(given):
        name, equals, value = word.partition("=")
        if name == "--lang":
            chosen = value if equals else "".join(given[n + 1 : n + 2])
            if chosen in i18n.LANGUAGES:
                return chosen
    return load(paths.settings_file()).language
