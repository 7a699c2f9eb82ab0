"""Stretches of text taken literally, without marks (原样文字): addresses, and file paths with a drive letter."""

import re
from typing import Final

from bulletin_layout.issue.addresses import addresses

_DRIVE: Final = r"[A-Za-z]:\\|\\\\[\w.-]+\\"


def literals_in(text: str) -> list[tuple[int, int]]:
    """The start and end of each literal stretch, in order. Other paths with backslashes are not included: there a
    backslash may be an escape (``A\\_B``)."""
    found = ((start, end) for start, end, _ in addresses(text))
    return [
        (start, end) for start, end in found if "\\" not in text[start:end] or re.compile(_DRIVE).match(text, start)
    ]
