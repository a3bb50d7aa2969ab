"""The rules of play: pure, standard library only."""
