"""Western words and spaces (西文): words shaped as wholes, cut where the face changes or a line may break."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from bulletin_layout.fonts import Face
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import LATIN, NEWLINE
from bulletin_layout.typeset.context import CharToken
from bulletin_layout.typeset.kinsoku import address_breaks, inner_breaks, is_unit
from bulletin_layout.typeset.row import LEAST_SPACE
from bulletin_layout.typeset.stick import Stick

#: A number's full-width sign is set as the narrow one; the text keeps what was typed.
_NARROW: Final = str.maketrans("－＋", "−+")


def set_word(stick: Stick, start: int, end: int, style: Style, inside: bool) -> None:
    """Set the word text[start:end]; ``inside``: it goes on from one in another style."""
    start += _attach(stick, start, end)
    word, row, joint = stick.text[start:end], stick.row, stick.last
    whole = row.spaced and row.left.char.isdigit() and is_unit(word)
    drawn = word.translate(_NARROW)
    if drawn != word and stick.case.face(style.font, style.weight, drawn[0]) is None:
        drawn = word
    _set_parts(stick, start, drawn, style, dict(inner_breaks(word)), inside)
    if whole:  # 25 kg
        row.bind(joint)


def set_address(stick: Stick, whole: CharToken, start: int, end: int, style: Style) -> None:
    """Set the stretch text[start:end] of an address, in which it is in one style."""
    breaks = address_breaks(stick.text[whole.start : whole.end])
    cuts = {whole.start + cut - start: price for cut, price in breaks}
    _set_parts(stick, start, stick.text[start:end], style, cuts, start > whole.start)


def _set_parts(stick: Stick, start: int, drawn: str, style: Style, cuts: Mapping[int, float], rigid: bool) -> None:
    """Set a word in one style, part by part where the face changes; ``drawn`` stands for the text from ``start`` on."""
    for face, a, b in stick.case.parts(style.font, style.weight, drawn):
        inner = {cut - a: price for cut, price in cuts.items() if a <= cut < b}
        _set_part(stick, start + a, drawn[a:b], face, style, inner, rigid or a > 0)


def _attach(stick: Stick, start: int, end: int) -> int:
    """Hang accents and variation selectors that open a word on the glyph before; how many there were."""
    at, texts = start, stick.row.boxes.texts
    while at < end and _joins(stick.text[at]) and texts:
        texts[-1] += stick.text[at]
        at += 1
    return at - start


def _set_part(
    stick: Stick, start: int, drawn: str, face: Face | None, style: Style, cuts: Mapping[int, float], rigid: bool
) -> None:
    """Part of a word in one face, as one box or, where ``cuts`` allow breaks, several."""
    text, row, case = stick.text[start : start + len(drawn)], stick.row, stick.case
    if text in "“”‘’" and face is not None:
        stick.put(LATIN, start, text, style, face, (case.mark(face, text, LATIN),), None, rigid)
        return
    if face is None:
        stick.missing += enumerate(text, start)
        face = case.main_face(style.font, style.weight)
    word = case.word(face, drawn)
    size, track = style.size, style.letterspace * style.size
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
            row.glyph(word.gids[k], dx, word.dys[k] * size, _span(text, word.starts, k), number)
        row.ended(LATIN, text[stop - 1], size, track)
        glyph, begin = until, stop


def set_spaces(stick: Stick, start: int, end: int, style: Style) -> None:
    """Word spaces: no box, but glue after the last one, and glyphs that carry the text."""
    row = stick.row
    face = stick.case.main_face(style.font, style.weight)
    gid, advance = face.nominal(" ")
    if stick.last < 0:  # the text begins with a space
        row.join(NEWLINE, "", style.size, True)
        row.box(NEWLINE, start, 0.0, 0)
        row.ended(NEWLINE, "", style.size, 0.0)
    number = row.set_of(face, style.size, style.ink)
    for offset in range(start, end):
        row.glyph(gid, row.boxes.widths[-1], 0.0, stick.text[offset], number)
    row.spaces += max(advance, LEAST_SPACE) * style.size * (end - start)
    row.spaced = True


def _joins(char: str) -> bool:
    """Whether a character only changes the one before it: accents, variation selectors."""
    return char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me")


def _span(text: str, starts: Sequence[int], k: int) -> str:
    """The text a glyph stands for; a second glyph of the same cluster stands for none."""
    if k and starts[k] == starts[k - 1]:
        return ""
    following = next((s for s in starts[k + 1 :] if s > starts[k]), len(text))
    return text[starts[k] : following]
