"""Places accents (附加符号) by measured ink where the font has no anchors (GPOS ``mark``) for them."""

from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import combining, normalize

from bulletin_layout.fonts import Face, Glyph, InkBounds

#: Least distance between the ink of a letter and that of its mark, em.
_AIR: Final = 0.06
#: Canonical combining classes (UAX #44, table 15).
_OVERLAY: Final = 1
_ATTACHED_BELOW: Final = (200, 202)
_BELOW: Final = (*_ATTACHED_BELOW, 218, 220, 222, 233)
_DOUBLE: Final = (233, 234)  # over or under two letters


def placed(face: Face, text: str, glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The shaped glyphs of a word, with every unplaced accent centred on the ink of its letter.

    An accent above keeps the height at which the font draws it, and is raised over letters that are taller; an accent
    below is lowered in the same way. Several accents on one letter are stacked. Glyph offsets are em, y up.
    """
    if not any(map(combining, text)):
        return glyphs
    found: list[Glyph] = []
    first = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or glyphs[end].start != glyphs[first].start:
            found += _cluster(face, text, glyphs[first:end])
            first = end
    return found


def _cluster(face: Face, text: str, glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """One letter and its accents, in the order of the glyphs."""
    base = glyphs[0]
    yield base
    ink = face.ink(base.gid)
    classes = [combining(char) for char in normalize("NFC", text[base.start : base.end]) if combining(char)]
    classes = sorted(classes)[-len(glyphs) + 1 :] if len(glyphs) > 1 else []
    pen = base.advance
    top, bottom = ink.top + base.dy, ink.bottom + base.dy
    for glyph, kind in zip(glyphs[1:], [*classes, *[230] * (len(glyphs) - 1 - len(classes))], strict=True):
        mark = face.ink(glyph.gid)
        # An offset of exactly 0 means that the shaper had no anchor; a mark with an anchor stays where it was put.
        if not glyph.dx and not glyph.dy and mark != InkBounds(0.0, 0.0, 0.0, 0.0):
            middle = pen if kind in _DOUBLE else base.dx + (ink.left + ink.right) / 2
            rise = _rise(mark, kind, top, bottom)
            glyph = glyph._replace(dx=middle - (mark.left + mark.right) / 2 - pen, dy=rise)  # noqa: PLW2901
        top, bottom = max(top, mark.top + glyph.dy), min(bottom, mark.bottom + glyph.dy)
        pen += glyph.advance
        yield glyph


def _rise(mark: InkBounds, kind: int, top: float, bottom: float) -> float:
    """How far (em, up) a mark of combining class ``kind`` moves to clear ink that ends at ``top`` and ``bottom``."""
    if kind == _OVERLAY:
        return (top + bottom - mark.top - mark.bottom) / 2
    if kind in _BELOW:
        return min(0.0, bottom - (0.0 if kind in _ATTACHED_BELOW else _AIR) - mark.top)
    return max(0.0, top + _AIR - mark.bottom)
