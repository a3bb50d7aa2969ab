"""The golden pictures: how every screen looks, with a fixed deck, seed, clock, font and size."""
