"""Decks in tables: read from a sheet, and written to one."""
