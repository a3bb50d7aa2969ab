"""How the commands read their arguments: the kinds of words, and the options many share."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from game.commands.common import Options
from game.i18n import _

SMALLEST_WINDOW, LARGEST_WINDOW = 320, 16384

Command = Callable[[Options, argparse.Namespace], int]


def window_size(text: str) -> tuple[int, int]:
    """Read the size of a window, such as 1280x720."""
    found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(SMALLEST_WINDOW <= side <= LARGEST_WINDOW for side in size):
        raise argparse.ArgumentTypeError(
            _("{text} is not a size such as 1280x720").format(text=text)
        )
    return size


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder with this name."""
    try:
        return path.is_dir()
    except OSError:
        return False


def whole(least: int) -> Callable[[str], int]:
    """Make what reads a whole number from a least one up."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < least:
            raise argparse.ArgumentTypeError(
                _("{text} is not a whole number from {least} up").format(text=text, least=least)
            )
        return int(text)

    return read


def kinds_of_file(known: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """Make what reads kinds of files, with commas between them."""

    def read(text: str) -> tuple[str, ...]:
        asked = tuple(word.strip().casefold() for word in text.split(",") if word.strip())
        unknown = [word for word in asked if word not in known]
        if unknown or not asked:
            raise argparse.ArgumentTypeError(
                _("{text} is not a kind of file; there are: {kinds}").format(
                    text=unknown[0] if unknown else text, kinds=", ".join(known)
                )
            )
        return asked

    return read


class Commands:
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

    def group(self, name: str, explanation: str) -> "Commands":
        """Add a command that has commands of its own."""
        parser = self._parsers.add_parser(
            name, help=explanation, description=explanation, parents=[self._for_all]
        )

        def incomplete(_options: Options, _asked: argparse.Namespace) -> int:
            parser.error(_("say which command"))

        parser.set_defaults(command=incomplete)
        return Commands(parser, self._for_all)


def add_save(parser: argparse.ArgumentParser) -> None:
    """Add the save that a command reads, and how much of a damaged one."""
    parser.add_argument("save", metavar=_("SAVE"), help=_("a saved session: its file or its name"))
    parser.add_argument(
        "--up-to-damage", action="store_true", help=_("read a damaged file up to the damage")
    )


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add that a file may be replaced."""
    parser.add_argument(
        "--force", action="store_true", help=_("replace the file if it is there already")
    )
