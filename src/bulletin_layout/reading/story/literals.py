"""Stretches of text that hold no marks whatever is in them (原样文字): addresses and paths of files."""

import re
from typing import Final

#: What an address may end with or hold; a mark within it only where the address goes on behind it.
_IN_ADDRESS: Final = r"(?:[\w~:/?#@!$'()+,;=%.-]|[*_](?=\w)|&(?!\#?\w+;))"
#: A web address, or a path with a drive (C:\new_folder).
LITERAL: Final = (
    rf"(?:(?:https?|ftp)://|www\.){_IN_ADDRESS}+"
    r"|(?<![A-Za-z])[A-Za-z]:\\[^\s*<>\"|\[\]，。；：、！？（）“”‘’《》【】…]*"
)
_LITERAL: Final = re.compile(LITERAL, re.ASCII | re.IGNORECASE)


def literals_in(text: str) -> list[tuple[int, int]]:
    """Where such stretches start and end, in order."""
    return [found.span() for found in _LITERAL.finditer(text)]
