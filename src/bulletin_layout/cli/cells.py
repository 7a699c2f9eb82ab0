"""The width of text on a terminal, where a Chinese character takes two cells."""

from unicodedata import combining, east_asian_width


def cells(text: str) -> int:
    """The number of terminal cells that a text takes (UAX #11; combining characters take none)."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
