"""The window: the only room that imports pygame."""

import os

# Before anything in this room imports pygame, which prints a line unless asked not to.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
