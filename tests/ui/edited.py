"""A deck on the workbench: based on the evening's deck, with cards changed, left out and added."""

from dataclasses import replace
from pathlib import Path

from game.core.cards import Deck
from game.decks import edit
from game.decks.draft import FIRST_VERSION, Draft
from game.decks.library import Library
from game.decks.package import whole_draft
from game.decks.write import to_yaml
from game.ui.scene import Scene
from game.venue import STANDARD
from tests.ui.golden.evening import Evening

OWN = (("Skatebaan", "sport-shoe"), ("Huiswerkklas", "pencil-ruler"), ("Zomerkamp", "tent-tree"))


def editor(evening: Evening) -> Scene:
    """Open the editor, in the folder that the test is in."""
    from game.ui.scenes.deck_editor import DeckEditorScene

    home, deck = evening.home(), evening.deck()
    decks = Path("decks").absolute()
    decks.mkdir(exist_ok=True)
    (decks / "basis.yaml").write_text(to_yaml(whole_draft(deck)), encoding="utf-8")
    home.library = Library((decks,))
    return DeckEditorScene(home, decks / "eigen", changed(deck))


def changed(base: Deck) -> Draft:
    """Make the draft."""
    plain = base.id == STANDARD and base.title == "Sociale basis"
    title = "Voorbeeldstad, jeugd" if plain else base.title
    draft = Draft("eigen", title, base.language, FIRST_VERSION, based_on=base.id)
    cards = base.activities
    first = replace(cards[0], title=f"{cards[0].title} in de wijk") if plain else cards[0]
    draft = edit.change(draft, base, edit.ACTIVITIES, first.id, replace(first, icon="hammer"))
    for card in cards[3:5]:
        draft = edit.drop(draft, base, edit.ACTIVITIES, card.id)
    for n, (title, icon) in enumerate(OWN):
        card = replace(cards[n], id="", icon=icon, title=title if plain else cards[n].title)
        draft = edit.add(draft, base, edit.ACTIVITIES, card)
    criterion = replace(base.criteria[1], icon="sprout")
    return edit.change(draft, base, edit.CRITERIA, criterion.id, criterion)
