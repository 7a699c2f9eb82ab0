"""A text file to a manuscript (.txt): every line a paragraph, its typed indent taken off."""

import re
from typing import Final

from bulletin_layout.manuscripts.losses import Losses
from bulletin_layout.manuscripts.matter import Align, Manuscript, Paragraph, Run

_BLANKS: Final = re.compile(r"[\s\u3000]*")
#: From how many em of typed blanks on a short line was pushed to the middle or to the right.
_PUSHED: Final = 3.0
_SHORT: Final = 30


def read_text(text: str, path: str) -> Manuscript:
    """Read a text with ``\\n`` as line ends; ``path``: the name for findings."""
    losses = Losses(path)
    blocks = []
    for number, written in enumerate(text.split("\n"), start=1):
        losses.line = number
        line = losses.clean(written.replace("\x0c", "")).replace("\t", "　　")
        words = line.strip()
        if words:
            found = _BLANKS.match(line)
            blanks = sum(1.0 if char == "　" else 0.5 for char in (found[0] if found is not None else ""))
            blocks.append(Paragraph((Run(words),), number, align=_align(words, blanks), blanks=blanks))
    return Manuscript(tuple(blocks), losses.findings())


def _align(words: str, blanks: float) -> Align:
    """Where blanks push a short line: far to the right, or towards the middle. An indent of two em pushes nothing."""
    if len(words) > _SHORT or blanks < _PUSHED:
        return "start"
    return "end" if blanks >= 10 else "center"
