"""The arguments of `sferenspel`, as argparse reads them, and what each command does with them."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from game import __version__, i18n
from game.commands import decks, playing, records
from game.commands.common import Options
from game.commands.parsing import Command, Commands, is_folder, window_size
from game.commands.window import window
from game.i18n import _


def read(given: list[str]) -> tuple[Options, Callable[[], int]]:
    """Read the command line into the options and what to do; a wrong one ends the program."""
    asked = parser().parse_args(given)
    own = getattr(asked, "decks", None)
    if own is not None and not is_folder(own):
        # How to use the option is not what went wrong.
        print(_("There is no folder {folder}.").format(folder=own), file=sys.stderr)
        sys.exit(2)
    options = Options(
        saves=getattr(asked, "saves", None),
        decks=getattr(asked, "decks", None),
        lang=getattr(asked, "lang", None),
        window=getattr(asked, "window", None),
        verbose=getattr(asked, "verbose", False),
    )
    command: Command = asked.command
    return options, lambda: command(options, asked)


def _argparse_word(text: str) -> str:
    """Translate what argparse itself says, which it would look up in another catalogue."""
    known = {
        "usage: ": _("usage: "),
        "options": _("options"),
        "positional arguments": _("positional arguments"),
        "show this help message and exit": _("show this help message and exit"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: error: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("argument %(argument_name)s: %(message)s"),
        "the following arguments are required: %s": _("the following arguments are required: %s"),
        "unrecognized arguments: %s": _("unrecognized arguments: %s"),
        "expected one argument": _("expected one argument"),
        "expected at least one argument": _("expected at least one argument"),
        "not allowed with argument %s": _("not allowed with argument %s"),
        "ignored explicit argument %r": _("ignored explicit argument %r"),
        "ambiguous option: %(option)s could match %(matches)s": _(
            "ambiguous option: %(option)s could match %(matches)s"
        ),
        "invalid choice: %(value)r (choose from %(choices)s)": _(
            "invalid choice: %(value)r (choose from %(choices)s)"
        ),
        "invalid %(type)s value: %(value)r": _("invalid %(type)s value: %(value)r"),
    }
    return known.get(text, text)


def _for_all() -> argparse.ArgumentParser:
    """Make the options that may stand before and behind a command."""
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group(_("for every command"))
    group.add_argument(
        "--saves", type=Path, metavar=_("FOLDER"), help=_("where the sessions are kept")
    )
    group.add_argument(
        "--decks", type=Path, metavar=_("FOLDER"), help=_("where your own decks are")
    )
    group.add_argument("--lang", choices=i18n.LANGUAGES, help=_("the language of the screen"))
    group.add_argument(
        "--window",
        type=window_size,
        metavar=_("WxH"),
        help=_("size of the window, for instance 1280x720"),
    )
    group.add_argument(
        "--verbose", action="store_true", help=_("print “ready” when the first screen is shown")
    )
    group.add_argument(
        "--version",
        action="version",
        version=f"sferenspel {__version__}",
        help=_("say which version this is"),
    )
    return parser


def parser() -> argparse.ArgumentParser:
    """Make what reads the command line; it sets `command`, a function, and its arguments."""
    vars(argparse)["_"] = _argparse_word
    for_all = _for_all()
    parser = argparse.ArgumentParser(
        prog="sferenspel",
        description=_("The conversation game about the social base of a gemeente."),
        epilog=_("Without a command the window opens."),
        parents=[for_all],
        allow_abbrev=False,
    )
    parser.set_defaults(command=lambda options, _asked: window(options))
    top = Commands(parser, for_all)

    playing.add(top)
    records.add(top)
    decks.add(top)
    return parser
