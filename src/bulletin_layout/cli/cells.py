"""How wide a text is on a terminal, where a Chinese character takes two cells."""

from unicodedata import combining, east_asian_width


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
