"""The example table: what it says about each card, and how it plays a whole session by itself."""
