"""The arguments of `sferenspel`, as argparse reads them, and what each command does with them."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from game import __version__, commands, i18n
from game.commands import Options
from game.i18n import _

SMALLEST_WINDOW, LARGEST_WINDOW = 320, 16384

Command = Callable[[Options, argparse.Namespace], int]


def read(given: list[str]) -> tuple[Options, Callable[[], int]]:
    """Read the command line into the options and what to do; a wrong one ends the program."""
    asked = parser().parse_args(given)
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


def _window(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(SMALLEST_WINDOW <= side <= LARGEST_WINDOW for side in size):
        raise argparse.ArgumentTypeError(
            _("{text} is not a size such as 1280x720").format(text=text)
        )
    return size


def _whole(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < least:
            raise argparse.ArgumentTypeError(
                _("{text} is not a whole number from {least} up").format(text=text, least=least)
            )
        return int(text)

    return read


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
        type=_window,
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


class _Commands:
    """Adds commands that all know the options for all."""

    def __init__(self, parser: argparse.ArgumentParser, for_all: argparse.ArgumentParser) -> None:
        self._for_all = for_all
        self._parsers = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))

    def add(self, name: str, explanation: str, command: Command) -> argparse.ArgumentParser:
        """Add a command that does something."""
        parser = self._parsers.add_parser(
            name,
            help=explanation,
            description=explanation,
            parents=[self._for_all],
            allow_abbrev=False,
        )
        parser.set_defaults(command=command)
        return parser

    def group(self, name: str, explanation: str) -> "_Commands":
        """Add a command that has commands of its own."""
        parser = self._parsers.add_parser(
            name, help=explanation, description=explanation, parents=[self._for_all]
        )

        def incomplete(_options: Options, _asked: argparse.Namespace) -> int:
            parser.error(_("say which command"))

        parser.set_defaults(command=incomplete)
        return _Commands(parser, self._for_all)


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
    parser.set_defaults(command=lambda options, _asked: commands.window(options))
    top = _Commands(parser, for_all)

    play = top.add("play", _("open the window, with a set-up or a session"), _play)
    play.add_argument(
        "session", nargs="?", metavar=_("SESSION"), help=_("a saved session to go on with")
    )
    play.add_argument("--setup", type=Path, metavar=_("FILE"), help=_("a prepared set-up"))
    play.add_argument("--seed", type=_whole(0), metavar="N", help=_("shuffles the cards alike"))

    demo = top.add("demo", _("let an example table play by itself"), _demo)
    demo.add_argument("--seed", type=_whole(0), metavar="N", help=_("shuffles the cards alike"))
    demo.add_argument("--cards", type=_whole(1), metavar="N", help=_("how many cards are played"))
    demo.add_argument(
        "--headless", action="store_true", help=_("without a window, into a file; needs --out")
    )
    demo.add_argument("-o", "--out", metavar=_("FILE"), help=_("the file or folder to write"))
    demo.add_argument("--deck", metavar=_("DECK"), help=_("id or file of a deck"))
    _add_force(demo)
    demo.set_defaults(parser=demo)

    _add_record(top.group("record", _("show, export or import the record of a session")))

    replay = top.add("replay", _("tell a session step by step"), _replay)
    _add_save(replay)
    replay.add_argument("--json", action="store_true", help=_("one JSON object a line"))

    decks = top.group("deck", _("check or list decks"))
    check = decks.add("check", _("say what is wrong with a deck"), _check)
    check.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("a deck file"))
    check.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    listing = decks.add("list", _("list the decks"), _list)
    listing.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    return parser


def _add_record(record: _Commands) -> None:
    show = record.add("show", _("print the record as text"), _show)
    _add_save(show)

    export = record.add("export", _("write the record to a file"), _export)
    _add_save(export)
    export.add_argument("--to", required=True, choices=commands.EXPORTS, help=_("the kind of file"))
    export.add_argument(
        "--public",
        action="store_true",
        help=_("the version in which no small group can be told apart"),
    )
    export.add_argument("-o", "--out", metavar=_("FILE"), help=_("the file or folder to write"))

    paper = record.add("import", _("read a session that was played on paper"), _import)
    paper.add_argument("sheet", type=Path, metavar=_("FILE.csv"), help=_("the sheet, as CSV"))
    paper.add_argument(
        "--deck", required=True, metavar=_("DECK"), help=_("id or file of the deck played")
    )
    paper.add_argument("-o", "--out", metavar=_("SAVE"), help=_("the file or folder to write"))
    paper.add_argument(
        "--session",
        default="",
        metavar=_("NAME"),
        help=_("which session, where the sheet holds more than one"),
    )
    _add_force(paper)


def _add_save(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("save", metavar=_("SAVE"), help=_("a saved session: its file or its name"))
    parser.add_argument(
        "--up-to-damage", action="store_true", help=_("read a damaged file up to the damage")
    )


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--force", action="store_true", help=_("replace the file if it is there already")
    )


def _play(options: Options, asked: argparse.Namespace) -> int:
    return commands.window(options, setup=asked.setup, save=asked.session, seed=asked.seed)


def _demo(options: Options, asked: argparse.Namespace) -> int:
    if asked.headless is not (asked.out is not None):
        asked.parser.error(_("--headless and --out go together"))
    return commands.demonstrate(
        options,
        deck=asked.deck,
        seed=asked.seed,
        cards=asked.cards,
        out=asked.out,
        force=asked.force,
    )


def _show(options: Options, asked: argparse.Namespace) -> int:
    return commands.show(options, save=asked.save, up_to_damage=asked.up_to_damage)


def _export(options: Options, asked: argparse.Namespace) -> int:
    return commands.export(
        options,
        save=asked.save,
        to=asked.to,
        public=asked.public,
        out=asked.out,
        up_to_damage=asked.up_to_damage,
    )


def _import(options: Options, asked: argparse.Namespace) -> int:
    return commands.import_paper(
        options,
        sheet=asked.sheet,
        deck=asked.deck,
        session=asked.session,
        out=asked.out,
        force=asked.force,
    )


def _replay(options: Options, asked: argparse.Namespace) -> int:
    return commands.replay(
        options, save=asked.save, as_json=asked.json, up_to_damage=asked.up_to_damage
    )


def _check(options: Options, asked: argparse.Namespace) -> int:
    return commands.check_decks(options, files=asked.files, as_json=asked.json)


def _list(options: Options, asked: argparse.Namespace) -> int:
    return commands.list_decks(options, as_json=asked.json)
