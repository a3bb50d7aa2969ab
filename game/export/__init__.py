"""The discussion record, one module a format."""
