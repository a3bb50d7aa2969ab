"""Decks on paper: cards, hand cards, poster, rules and form, typeset as one PDF."""
