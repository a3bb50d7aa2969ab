"""What reaches a scene: one pointer for mouse, touch and pen, and names for keys."""

from typing import Literal

import pygame

from game.core.frozen import dataclass

PointerKind = Literal["down", "move", "up", "wheel"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A mouse, finger or pen that did something."""

    kind: PointerKind
    pos: tuple[int, int]
    button: int = 1
    clicks: int = 1
    wheel: float = 0.0
    """Notches, positive is up."""


Event = pygame.event.Event | Pointer

_NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
}
MODIFIERS = frozenset({
    pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT,
    pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR,
})  # fmt: skip
"""Keys that do nothing by themselves."""
_KEYPAD = {getattr(pygame, f"K_KP{digit}"): str(digit) for digit in range(10)}
CODES = {name: code for code, name in _NAMES.items() if name != "enter"} | {
    "enter": pygame.K_RETURN
}


def key_name(event: pygame.event.Event) -> str:
    """Name a key with its modifiers: "r", "shift+1", "ctrl+z", "up", "f1", "+"."""
    code, mods = event.key, event.mod
    # A Mac's command key does what Ctrl does elsewhere.
    ctrl = bool(mods & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not mods & pygame.KMOD_MODE
    shift, alt = bool(mods & pygame.KMOD_SHIFT), bool(mods & pygame.KMOD_ALT)
    typed = getattr(event, "unicode", "")
    name = _NAMES.get(code) or _KEYPAD.get(code) or ""
    if not name and pygame.K_F1 <= code <= pygame.K_F12:
        name = f"f{code - pygame.K_F1 + 1}"
    if not name and (chr(code).isalnum() if 32 < code < 0x250 else False):
        name = chr(code).lower()
    if not name:
        if typed and typed.isprintable() and not ctrl:
            # While no text is typed, SDL says "=" for Shift and the key with = and +.
            return "+" if shift and typed == "=" else str(typed).lower()
        name = chr(code) if 32 < code < 0x250 else ""
    return "".join(("ctrl+" * ctrl, "alt+" * alt, "shift+" * shift)) + name if name else ""
