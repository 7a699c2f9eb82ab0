"""Sets Western words and spaces (西文): a word is shaped as a whole, then cut where a line may break in it."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from bulletin_layout.fonts import Face
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import BINDING, BLANKS, LATIN, NEWLINE
from bulletin_layout.typeset.context import CharToken
from bulletin_layout.typeset.joints import LEAST_SPACE
from bulletin_layout.typeset.kinsoku import address_breaks, inner_breaks, is_unit
from bulletin_layout.typeset.raised import shifted_style
from bulletin_layout.typeset.scripts import stretches
from bulletin_layout.typeset.stick import Stick
from bulletin_layout.typeset.typecase import Part

#: Stands for any raised character when the joint after it is decided: no Han–Latin gap there.
_RAISED: Final = "²"
_PLACE_TO_BREAK: Final = "\u200b"
#: Invisible characters that are kept in the text that a reader copies from the PDF.
_KEPT: Final = "\u00ad\u200b\u2060"

#: The full-width sign of a number is set as the narrow one; the text that is copied keeps what was typed.
_NARROW: Final = str.maketrans("－＋", "−+")


def set_word(stick: Stick, start: int, end: int, style: Style, inside: bool) -> None:
    """Set the word text[start:end]; ``inside``: it continues a word that began in another style."""
    start += _attach(stick, start, end)
    word, row, joint = stick.text[start:end], stick.row, stick.last
    whole = row.spaces > 0 and row.left.char.isdigit() and is_unit(word)
    drawn = word.translate(_NARROW)
    if drawn != word and stick.case.face(style.font, style.weight, drawn[0]) is None:
        drawn = word
    _set_parts(stick, start, drawn, style, dict(inner_breaks(word)), inside)
    if whole:  # a number, a space and a unit: 25 kg
        row.bind(joint)


def set_address(stick: Stick, whole: CharToken, start: int, end: int, style: Style) -> None:
    """Set text[start:end], the part of the address ``whole`` that is in one style."""
    breaks = address_breaks(stick.text[whole.start : whole.end])
    cuts = {whole.start + cut - start: price for cut, price in breaks}
    _set_parts(stick, start, stick.text[start:end], style, cuts, start > whole.start)


def _set_parts(stick: Stick, start: int, drawn: str, style: Style, cuts: Mapping[int, float], rigid: bool) -> None:
    """Set a word in one style, cut where script, direction or face change.

    ``drawn``: the characters that are set for the text from ``start`` on; ``cuts``: offset in it → cost of a break.
    """
    rigid = rigid or style.rise != 0
    for first, last in stretches(stick.ways, start, start + len(drawn)):
        word = drawn[first - start : last - start]
        for part in stick.case.parts(style.font, style.weight, word, stick.way_at(first).script):
            begin = first + part.start - start
            inner = {cut - begin: price for cut, price in cuts.items() if begin <= cut < begin + len(part.drawn)}
            _set_part(stick, start + begin, part, style, inner, rigid or begin > 0)


def _attach(stick: Stick, start: int, end: int) -> int:
    """Attach accents and variation selectors at the start of a word to the glyph before it; returns their number."""
    boxes, at = stick.row.boxes, start
    while at < end and _joins(stick.text[at]) and boxes.texts:
        at += 1
    joining = stick.text[start:at]
    if joining:
        (face, size, ink), glyph = stick.row.type, len(boxes.gids) - 1
        if len(boxes.texts[glyph]) == 1:
            form = stick.case.marked(face, boxes.texts[glyph], joining)
            boxes.gids[glyph] = form.gid or boxes.gids[glyph]
            number = stick.row.set_of(face, size, ink)
            for gid, x, y in form.marks:
                stick.row.glyph(gid, boxes.dxs[glyph] + x * size, boxes.rises.get(glyph, 0.0) + y * size, "", number)
        boxes.texts[glyph] += joining
    return at - start


def _set_part(stick: Stick, start: int, part: Part, style: Style, cuts: Mapping[int, float], rigid: bool) -> None:
    """Set a part of a word in one face, as one box, or as several if ``cuts`` allow breaks inside."""
    face, text, row, case = part.face, stick.text[start : start + len(part.drawn)], stick.row, stick.case
    style, way = shifted_style(style, part.shift), stick.way_at(start)
    if text in "“”‘’" and face is not None:
        stick.put(LATIN, start, text, style, face, (case.mark(face, text, LATIN),), None, rigid)
        return
    face = face or case.main_face(style.font, style.weight)
    word = case.word(face, part.drawn, way.script, way.level % 2 == 1)
    size, track = style.size, 0.0 if way.script else style.letterspace * style.size
    number = row.set_of(face, size, style.ink)
    glyph, begin = 0, 0
    for stop in [*(cut for cut in cuts if cut and cut in word.starts), len(text)]:
        until = glyph
        while until < len(word.gids) and word.starts[until] < stop:
            until += 1
        row.join(LATIN, text[begin], size, rigid or begin > 0)
        if begin in cuts and row.boxes.breaks:
            row.boxes.breaks[-1] = cuts[begin]
        pen = word.pens[glyph]
        width = (word.pens[until] - pen) * size + track * max(until - glyph - 1, 0)
        row.box(LATIN, start + begin, width, sum(map(str.isalnum, text[begin:stop])))
        for k in range(glyph, until):
            dx = (word.pens[k] - pen + word.dxs[k]) * size + track * (k - glyph)
            row.glyph(word.gids[k], dx, word.dys[k] * size + style.rise, text[word.starts[k] : word.ends[k]], number)
        row.ended(LATIN, _RAISED if style.rise else text[stop - 1], size, track)
        glyph, begin = until, stop


def set_spaces(stick: Stick, start: int, end: int, style: Style) -> None:
    """Set word spaces. They have no box: they widen the joint after the last box. Their glyphs, which carry the text
    for copying, are added to that box."""
    row = stick.row
    face = stick.case.western_face(style.font, style.weight)
    gid, advance = face.nominal(" ")
    _blank_glyphs(stick, start, end, style, face, gid)
    row.spaces += max(advance, LEAST_SPACE) * style.size * (end - start)


def set_blank(stick: Stick, start: int, style: Style) -> None:
    """Set a space with a fixed width or without a break (U+2003, U+00A0 …): glue that is never adjusted."""
    char, row = stick.text[start], stick.row
    face = stick.case.western_face(style.font, style.weight)
    gid, advance = face.nominal(" ")
    _blank_glyphs(stick, start, start + 1, style, face, gid)
    row.fixed += (BLANKS[char] or max(advance, LEAST_SPACE)) * style.size
    row.bound = row.bound or char in BINDING


def set_invisible(stick: Stick, start: int) -> None:
    """Handle an invisible character: it may allow or forbid a break. Characters that mean nothing in print, such as
    joiners between letters that do not join, are dropped from the text as well."""
    char, row = stick.text[start], stick.row
    row.loose = row.loose or char == _PLACE_TO_BREAK
    row.bound = row.bound or char in BINDING
    if char in _KEPT and row.boxes.texts:
        row.boxes.texts[-1] += char


def _blank_glyphs(stick: Stick, start: int, end: int, style: Style, face: Face, gid: int) -> None:
    """Add glyphs to the last box that carry the text of spaces."""
    row = stick.row
    if stick.last < 0:  # the text begins with a space
        row.join(NEWLINE, "", style.size, True)
        row.box(NEWLINE, start, 0.0, 0)
        row.ended(NEWLINE, "", style.size, 0.0)
    number = row.set_of(face, style.size, style.ink)
    turned = stick.way_at(row.boxes.starts[-1]).level % 2 == 1
    for offset in range(start, end):
        x = -face.advance(gid) * style.size if turned else row.boxes.widths[-1]
        row.glyph(gid, x, 0.0, stick.text[offset], number)


def _joins(char: str) -> bool:
    """Whether a character only changes the one before it: accents, variation selectors."""
    return char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me")
