"""What to write instead of a slip (改法), and where it must not be written without a question."""

from typing import Final

from bulletin_layout.findings import Fix, Location
from bulletin_layout.proofreading.copy import MASK, Copy
from bulletin_layout.proofreading.rule import Slip

#: Quoted texts: they are somebody else's words.
_QUOTED: Final = frozenset(("quote", "pull"))


def fix_of(copy: Copy, slip: Slip) -> Fix | None:
    """The fix of a slip; None: nothing is proposed, or it is not in one piece of its file."""
    old = copy.text[slip.start : slip.end]
    if slip.right is None or slip.right == old or MASK in old or "\n" in old:
        return None
    found = copy.piece_at(slip.start)
    if found is None:
        return None
    piece, at = found
    if piece.text[at : at + len(old)] != old:
        return None
    place = Location(piece.location.path, piece.location.line, piece.location.column + at)
    is_safe = slip.safe and not piece.ruby and not piece.link and not _is_quoted(copy, slip)
    return Fix(place, old, slip.right, safe=is_safe)


def _is_quoted(copy: Copy, slip: Slip) -> bool:
    """Whether a slip is in somebody else's words: in a quotation, or inside the title of a work."""
    passage = copy.passage_at(slip.start)
    start = copy.text.rfind("\n", 0, slip.start) + 1
    before = copy.text[start : slip.start]
    return passage.kind in _QUOTED or before.count("《") > before.count("》")
