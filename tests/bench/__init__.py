"""How fast the game is, each time beside the floor of the same run; not part of the tests."""
