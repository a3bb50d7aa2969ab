"""What the help says: the game in short, the step that is on the screen, the keys, the points."""

from typing import assert_never

from game.core.session import Phase
from game.i18n import _

Page = tuple[tuple[str, str], ...]
"""Heads with the text under each; an empty head goes on with the one before."""


def the_game() -> Page:
    """Tell the whole game on one page."""
    return (
        (
            _("What it is about"),
            _(
                "What belongs to our social base, and who does what? There is no right answer."
                " You lay cards in one of three spheres, or outside them, and say why."
            ),
        ),
        (
            _("1 Read"),
            _("The team on turn chooses a card and reads it aloud. What do we mean by it here?"),
        ),
        (
            _("2 Propose"),
            _(
                "Everybody chooses a place at the same time: 1 personal, 2 communal,"
                " 3 institutional, a fist for outside. Nobody sees the others first."
            ),
        ),
        (
            _("3 Argue"),
            _(
                "The smallest group speaks first. Play a criterion and say why. Somebody from"
                " another group says it back, until it is right."
            ),
        ),
        (
            _("4 Second round"),
            _("Everybody chooses again. You also show which other places you can live with."),
        ),
        (
            _("5 Record"),
            _(
                "You write down what you share, or what you differ about and what that turns on."
                " Both are worth the same."
            ),
        ),
    )


def this_step(phase: Phase) -> Page:
    """Tell what to do on the screen that is open."""
    match phase:
        case Phase.HAND | Phase.LAST | Phase.SETUP:
            text = _(
                "The team on turn picks a card from its hand: press it, or drag it to the table."
                " You can also write a card of your own."
            )
        case Phase.READ:
            text = _(
                "Read the card aloud. Write down what you mean by it here, if that helps."
                " Then go to the proposals."
            )
        case Phase.PROPOSE | Phase.ASPECT:
            text = _(
                "Count down, and have everyone show 1, 2, 3 or a fist at once. Then press what"
                " each team showed. A flat hand means that a team has no opinion."
            )
        case Phase.REWORD:
            text = _("Some find the card unclear. Word it better together, or leave it as it is.")
        case Phase.FAST:
            text = _(
                "You all chose the same place. Give one reason, and say when the card would lie"
                " somewhere else. Then go on."
            )
        case Phase.ARGUE:
            text = _(
                "The smallest group begins. Choose a criterion, say whether the card meets it,"
                " and type the reason. Let another group say it back."
            )
        case Phase.SECOND:
            text = _(
                "Choose once more. Only change what changed. Show with which other places you"
                " can live as well."
            )
        case Phase.SETTLE:
            text = _(
                "Read what the game drafted and make it yours. What you leave empty costs"
                " points, but you may always go on."
            )
        case Phase.CLOSING:
            text = _(
                "Look at the map together and answer the closing questions, as far as you like."
                " Then finish the conversation."
            )
        case Phase.FINISHED:
            text = _(
                "Look together at what you share and what you differ about. Then save the record."
            )
        case _:
            assert_never(phase)
    return ((_("What you do now"), text),)


def points() -> Page:
    """Tell how points are earned."""
    return (
        (
            _("The table scores together"),
            _("A card brings at most 6 points. A shared card and a clear difference both reach 6."),
        ),
        (_("Contribution, 1 point"), _("Every team chose something in the first round.")),
        (
            _("Reasoning, 2 points"),
            _("Every position played a criterion, and gave a reason in words."),
        ),
        (
            _("Understanding, 1 point"),
            _(
                "Every position was said back and confirmed. Nobody differed? Then note when the"
                " card would lie elsewhere."
            ),
        ),
        (
            _("Outcome, 2 points"),
            _("All fields of the outcome are filled in. Some are empty? Then 1 point."),
        ),
        (
            _("Parked cards"),
            _(
                "One card in five, and always one, may be parked without losing points. "
                "Then fill in the question, the name and the date."
            ),
        ),
    )


def decks() -> Page:
    """Tell what can be done with decks."""
    return (
        (
            _("Your own cards"),
            _(
                "A deck is a set of cards to play with. The decks of the game stay as they are."
                " Copy one, and drop, change and add cards as you like. Or begin a new one."
            ),
        ),
        (
            _("To and from others"),
            _(
                "Save a deck as one file and mail it: the other opens it with “From a file”, or"
                " drops it on the window. A table from Excel comes in the same way."
            ),
        ),
        (
            _("Something wrong?"),
            _(
                "A deck with a warning can be played. With an error it cannot, until that is"
                " mended. What you throw away goes to the bin, and can be put back."
            ),
        ),
    )


def making() -> Page:
    """Tell how a deck is made."""
    return (
        (
            _("Making a deck"),
            _(
                "Press a card to change it. You see it at once as it lies on the table. A long text"
                " gets smaller letters, and above the limit it must be shorter."
            ),
        ),
        (
            _("Cards of the base deck"),
            _(
                "A card that you change or leave out can always go back to the base deck. Your own"
                " cards come last. Drag them by the dots, or move them with the buttons."
            ),
        ),
        (
            _("Not finished yet?"),
            _(
                "What you change is kept every few seconds. Only what can be played is saved; the"
                " rest stays a draft. Ctrl+Z takes back every step."
            ),
        ),
    )


def paper() -> Page:
    """Tell how a deck is printed."""
    return (
        (
            _("A table without a screen"),
            _(
                "Choose what you need, look at the pages, and make the PDF. Print it at 100 %, on"
                " both sides, flipped on the long edge. Then cut along the marks."
            ),
        ),
    )


def saving() -> Page:
    """Say what to know when a record is saved."""
    return (
        (
            _("Saving the record"),
            _("Choose one or more kinds of files and a folder. PDF is to read, Word to work on."),
        ),
        (
            _("Internal or public"),
            _(
                "Internal holds everything. In public nobody can be told apart. Press a text that"
                " stays out to let it in: ask whoever said it first."
            ),
        ),
    )


def form() -> Page:
    """Say how a talk on paper is read in."""
    return (
        (
            _("From paper"),
            _(
                "Make a form, fill it in after the talk, and choose it here. Something wrong? You"
                " see every cell that must be put right, and nothing is kept yet."
            ),
        ),
    )


def comparing() -> Page:
    """Say how tables are laid side by side."""
    return (
        (
            _("Tables side by side"),
            _(
                "Tick two or more conversations, or add a folder or file that a colleague mailed."
                " You see how many tables put a card where. Press a number for the arguments, and a"
                " card for its details."
            ),
        ),
    )


def keys() -> tuple[tuple[str, str, str], ...]:
    """List every key: where, which, and what it does."""
    everywhere, propose = _("Everywhere"), _("Proposing")
    argue, record, decks = _("Arguing"), _("Recording"), _("Decks")
    making = _("Making a deck")
    return (
        (everywhere, "Enter", _("the main button")),
        (everywhere, "Esc", _("back, or the menu")),
        (everywhere, _("Tab, arrow keys"), _("move to another button")),
        (everywhere, _("space"), _("press the button that has the edge")),
        (everywhere, "P · S · X", _("park, split, skip the card")),
        (everywhere, "M", _("the map")),
        (everywhere, "Ctrl+Z", _("undo")),
        (everywhere, "F1 · F11", _("help, full screen")),
        (everywhere, "Ctrl + · Ctrl −", _("larger or smaller text")),
        (everywhere, "PgUp · PgDn", _("scroll, turn pages")),
        (_("Choosing a card"), "1 2 3", _("play that card")),
        (_("On the map"), "1 2 3 0", _("open a sphere")),
        (propose, _("up, down"), _("choose a team")),
        (propose, "1 2 3 0", _("personal, communal, institutional, outside")),
        (propose, "U · O · T", _("don't know, card unclear, not my field")),
        (propose, _("Shift with 1 2 3 0"), _("can live with (second round)")),
        (propose, "R", _("reveal")),
        (argue, "C", _("choose a criterion")),
        (argue, "+ · − · =", _("the card meets it, does not, partly does")),
        (argue, "1 2 3 0", _("the place that you argue for; else open a sphere")),
        (argue, "K · W", _("“that's right”, do without")),
        (argue, "N", _("next position")),
        (argue, "T", _("timer: stop or more time")),
        (record, "Tab", _("next field")),
        (record, "Ctrl+Enter", _("confirm")),
        (decks, "N · I", _("new deck, from a file")),
        (decks, "E · C · P", _("edit, copy, print")),
        (decks, "Delete · Ctrl+Z", _("throw away, put back")),
        (_("Tables side by side"), "1 2 3 4 5", _("turn to a group")),
        (_("Choosing a file"), "Backspace", _("the folder above")),
        (making, "Ctrl+S", _("save")),
        (making, "Ctrl+Z · Ctrl+Y", _("undo, redo")),
        (making, "Ctrl+N · Ctrl+D", _("new card, copy the card")),
        (making, "Delete", _("leave the card out, or put it back")),
        (making, "Ctrl+R", _("the card back to the base deck")),
        (making, _("Alt with up, down"), _("move the card")),
        (making, "Ctrl+PgUp · Ctrl+PgDn", _("the card or tab beside it")),
        (making, "Ctrl+F · 1 2 3 4 5", _("search, turn to a tab")),
        (_("This help"), "1 2 3 4", _("turn to a page")),
    )


def about() -> Page:
    """Credit those whose ideas and work the game uses."""
    return (
        (
            _("Where it comes from"),
            _(
                "The idea of three spheres comes from the Dutch conversation about the social"
                " base. This game is not theirs, and its texts are our own."
            ),
        ),
        (
            _("Your words stay here"),
            _("The game works without internet. Nothing leaves this computer."),
        ),
        (
            _("Made with"),
            _("pygame-ce, the letter Atkinson Hyperlegible, and the pictograms of Lucide."),
        ),
    )
