"""Stretches of text that hold no marks whatever is in them (原样文字): addresses, and paths of files with a drive."""

import re
from typing import Final

from bulletin_layout.issue.addresses import addresses

_DRIVE: Final = re.compile(r"[A-Za-z]:\\|\\\\[\w.-]+\\")


def literals_in(text: str) -> list[tuple[int, int]]:
    """Where such stretches start and end, in order. Other paths with backslashes are not among them: a backslash may
    be there for the sign behind it (``A\\_B``)."""
    found = ((start, end) for start, end, _ in addresses(text))
    return [(start, end) for start, end in found if "\\" not in text[start:end] or _DRIVE.match(text, start)]
