"""Fields of a Word file (域): what their results are, and those that print something by their instruction alone."""

import re
from typing import Final

from bulletin_layout.values import NamedTuple

#: Fields whose result is not the author's text, and what they are called among the things that are not kept.
_DROPPED: Final = {
    "PAGE": "page-number", "NUMPAGES": "page-number", "SECTIONPAGES": "page-number", "PAGEREF": "page-number",
    "TOC": "contents", "INDEX": "contents", "SECTION": "page-number",
}  # fmt: skip
_ADDRESS: Final = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)
#: 拼音指南 of old files, EQ \\o\\ad(\\s\\up 9(xǐ),㐂), and 带圈字符, EQ \\o\\ac(○,5).
_PHONETIC: Final = re.compile(
    r"\\o\s{0,4}\\a[dclr]\s{0,4}\(\s{0,4}\\s\s{0,4}\\up\s{0,4}\d{0,4}\s{0,4}\(([^()]{0,60})\)\s{0,4}[,;，]\s{0,4}([^()]{0,60})\)"
)
_CIRCLED: Final = re.compile(
    r"\\o\s{0,4}\\ac\s{0,4}\(\s{0,4}[○◯〇]\s{0,4}[,;，]\s{0,4}(?:\\s\s{0,4}\\(?:up|do)\s{0,4}\d{0,4}\s{0,4}\()?([0-9]{1,2})\)"
)


class Field:
    """A field that is open. ``phase``: its instruction is read, or its result."""

    __slots__ = ("instruction", "phase")

    def __init__(self) -> None:
        self.instruction = ""
        self.phase = "instruction"

    @property
    def name(self) -> str:
        """Its name, in capitals."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def dropped(self) -> str:
        """The kind of thing that its result is, when that is not kept; else ""."""
        return _DROPPED.get(self.name, "")

    @property
    def address(self) -> str:
        """The address of a HYPERLINK."""
        found = _ADDRESS.search(self.instruction)
        return found[1] if found is not None else ""


class Written(NamedTuple):
    """What a field prints by its instruction: a text, and the ruby above it."""

    text: str
    ruby: str = ""


def written_by(instruction: str) -> Written | None:
    """What an EQ field prints; None when it is an equation."""
    found = _PHONETIC.search(instruction)
    if found is not None:
        return Written(found[2].strip(), found[1].strip())
    found = _CIRCLED.search(instruction)
    if found is not None and 1 <= int(found[1]) <= 20:
        return Written(chr(0x2460 + int(found[1]) - 1))
    return None
