"""The soft sound at the end of the timer, made when it is first asked for."""

import math
from array import array

import pygame

RATE = 22_050
_sounds: dict[str, pygame.mixer.Sound] = {}


def play(name: str) -> None:
    """Play a sound; on a machine without sound nothing happens."""
    try:
        if not pygame.mixer.get_init():
            pygame.mixer.init(RATE, -16, 1)
        if name not in _sounds:
            _sounds[name] = pygame.mixer.Sound(buffer=_chime())
        _sounds[name].play()
    except pygame.error:
        return


def _chime() -> bytes:
    """Make two falling tones that fade, a second and a half in all."""
    samples = array("h")
    for n in range(RATE * 3 // 2):
        t = n / RATE
        low = math.sin(math.tau * 523 * t) * math.exp(-3 * t)
        high = math.sin(math.tau * 784 * (t - 0.25)) * math.exp(-3 * (t - 0.25)) if t > 0.25 else 0
        samples.append(int(6000 * (low + high) / 2))
    return samples.tobytes()
