"""The commands that open the window, and the table that plays by itself."""

import argparse
from pathlib import Path

from game.commands.common import ENDING, Complaint, Options, target_of, written, wrote
from game.commands.parsing import Commands, add_force, whole
from game.commands.window import window
from game.i18n import _


def add(top: Commands) -> None:
    """Add `play` and `demo`."""
    play = top.add("play", _("open the window, with a set-up or a session"), _play)
    play.add_argument(
        "session", nargs="?", metavar=_("SESSION"), help=_("a saved session to go on with")
    )
    play.add_argument("--setup", type=Path, metavar=_("FILE"), help=_("a prepared set-up"))
    play.add_argument("--seed", type=whole(0), metavar="N", help=_("shuffles the cards alike"))

    demo = top.add("demo", _("let an example table play by itself"), _demo)
    demo.add_argument("--seed", type=whole(0), metavar="N", help=_("shuffles the cards alike"))
    demo.add_argument("--cards", type=whole(1), metavar="N", help=_("how many cards are played"))
    demo.add_argument(
        "--headless", action="store_true", help=_("without a window, into a file; needs --out")
    )
    demo.add_argument("-o", "--out", metavar=_("FILE"), help=_("the file or folder to write"))
    demo.add_argument("--deck", metavar=_("DECK"), help=_("id or file of a deck"))
    add_force(demo)
    demo.set_defaults(parser=demo)


def demonstrate(
    options: Options,
    *,
    deck: str | None = None,
    seed: int | None = None,
    cards: int | None = None,
    out: str | None = None,
    force: bool = False,
) -> int:
    """Let the scripted table play, in the window or into a file."""
    from game import words
    from game.core.dealing import MAX_CARDS
    from game.core.refusals import Refused
    from game.core.session import Session
    from game.demo import playing

    seed = playing.SEED if seed is None else seed
    cards = cards or playing.CARDS
    played = options.library().load(deck or playing.DECK)
    most = min(MAX_CARDS, len(played.activities))
    if cards > most:
        text = _("{wanted} cards cannot be played. “{deck}” takes at most {most}.")
        raise Complaint(text.format(wanted=cards, deck=played.title, most=most))
    if out is None:
        return window(options, demo=playing.Demo(played, seed=seed, cards=cards))
    target = target_of(out, f"demo-{played.id}-{seed}{ENDING}")
    with written(target, force=force) as path:
        try:
            playing.record(played, path, seed=seed, cards=cards)
        except Refused as refused:
            raise Complaint(words.refused(refused, Session(played))) from None
    return wrote(target)


def _play(options: Options, asked: argparse.Namespace) -> int:
    return window(options, setup=asked.setup, save=asked.session, seed=asked.seed)


def _demo(options: Options, asked: argparse.Namespace) -> int:
    if asked.headless is not (asked.out is not None):
        asked.parser.error(_("--headless and --out go together"))
    return demonstrate(
        options,
        deck=asked.deck,
        seed=asked.seed,
        cards=asked.cards,
        out=asked.out,
        force=asked.force,
    )
