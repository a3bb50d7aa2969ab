"""Deck files: read, check, write."""
