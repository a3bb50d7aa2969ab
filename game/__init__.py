"""Sferenspel: the conversation game about the social base."""

__version__ = "0.1.0"
