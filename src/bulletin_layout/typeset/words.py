"""Sets Western words and spaces (西文): a word is shaped as a whole, then cut where a line may break in it."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bulletin_layout.typeset.box import Box, Placed, SetGlyph
from bulletin_layout.typeset.classes import BINDING, BLANKS, LATIN
from bulletin_layout.typeset.context import CharToken
from bulletin_layout.typeset.fount import Fount
from bulletin_layout.typeset.joints import Typed
from bulletin_layout.typeset.kinsoku import address_breaks, inner_breaks, is_unit
from bulletin_layout.typeset.raised import shifted_style
from bulletin_layout.typeset.scripts import Way, stretches
from bulletin_layout.typeset.stick import Stick
from bulletin_layout.typeset.typecase import Part

#: Stands for any raised character when the joint after it is decided: no Han–Latin gap there.
_RAISED: Final = "²"
_PLACE_TO_BREAK: Final = "\u200b"
#: Invisible characters that are kept in the text that a reader copies from the PDF.
_KEPT: Final = "\u00ad\u200b\u2060"

#: The full-width sign of a number is set as the narrow one; the text that is copied keeps what was typed.
_NARROW: Final = str.maketrans("－＋", "−+")


def set_word(stick: Stick, start: int, end: int, fount: Fount, inside: bool) -> None:
    """Set the word text[start:end]; ``inside``: it continues a word that began in another style."""
    start += _attach(stick, start, end)
    word, joint = stick.text[start:end], stick.last
    whole = stick.typed.spaces > 0 and stick.boxes[-1].last.char.isdigit() and is_unit(word)
    _set(stick, start, word, fount, None, inside)
    if whole:  # a number, a space and a unit: 25 kg
        stick.bind_unit(joint)


def set_address(stick: Stick, whole: CharToken, start: int, end: int, fount: Fount) -> None:
    """Set text[start:end], the part of the address ``whole`` that is in one style."""
    breaks = address_breaks(stick.text[whole.start : whole.end])
    cuts = tuple((whole.start + cut - start, price) for cut, price in breaks)
    _set(stick, start, stick.text[start:end], fount, cuts, start > whole.start)


def _set(
    stick: Stick, start: int, word: str, fount: Fount, cuts: tuple[tuple[int, float], ...] | None, inside: bool
) -> None:
    """Set a word; ``cuts``: offset and cost of the breaks in an address."""
    key = (word, inside, cuts, stick.ways[start : start + len(word)])
    placed = fount.words.get(key)
    if placed is None:
        breaks = dict(inner_breaks(word) if cuts is None else cuts)
        placed = fount.words[key] = tuple(_placed(fount, word, breaks, inside, key[3]))
    for offset, box in placed:
        stick.add(start + offset, box)


def _placed(fount: Fount, text: str, cuts: Mapping[int, float], rigid: bool, ways: Sequence[Way]) -> Iterator[Placed]:
    """The boxes of a word in one style, cut where script, direction or face change, and where a line may break."""
    style, case = fount.style, fount.case
    drawn = text.translate(_NARROW)
    if drawn != text and case.face(style.font, style.weight, drawn[0]) is None:
        drawn = text
    rigid = rigid or style.rise != 0
    for first, last in stretches(ways, 0, len(text)):
        way = ways[first] if ways else Way()
        for part in case.parts(style.font, style.weight, drawn[first:last], way.script):
            begin = first + part.start
            said = text[begin : begin + len(part.drawn)]
            inner = {cut - begin: price for cut, price in cuts.items() if begin <= cut < begin + len(said)}
            own = case.fount(shifted_style(style, part.shift), fount.as_is) if part.shift else fount
            for offset, box in _boxes(own, said, part, way, inner, rigid or begin > 0):
                yield Placed(begin + offset, box)


def _boxes(fount: Fount, text: str, part: Part, way: Way, cuts: Mapping[int, float], rigid: bool) -> Iterator[Placed]:
    """Part of a word in one face, as one box, or as several if ``cuts`` allow breaks inside."""
    case, style = fount.case, fount.style
    if text in "“”‘’" and part.face is not None:
        yield Placed(0, fount.quote(text, part.face, rigid))
        return
    face = part.face or case.main_face(style.font, style.weight)
    word = case.word(face, part.drawn, way.script, way.level % 2 == 1)
    size, track, own = style.size, 0.0 if way.script else fount.track, fount.type_of(face)
    glyph, begin = 0, 0
    for stop in [*(cut for cut in cuts if cut and cut in word.starts), len(text)]:
        until = glyph
        while until < len(word.gids) and word.starts[until] < stop:
            until += 1
        pen = word.pens[glyph]
        glyphs = tuple(
            SetGlyph(
                word.gids[k],
                (word.pens[k] - pen + word.dxs[k]) * size + track * (k - glyph),
                word.dys[k] * size + style.rise or 0.0,
                text[word.starts[k] : word.ends[k]],
                own,
            )
            for k in range(glyph, until)
        )
        width = (word.pens[until] - pen) * size + track * max(until - glyph - 1, 0)
        first = case.side(LATIN, text[begin], size, track, rigid or begin > 0, cuts.get(begin))
        last = case.side(LATIN, _RAISED if style.rise else text[stop - 1], size, track)
        yield Placed(begin, Box(LATIN, width, sum(map(str.isalnum, text[begin:stop])), first, last, glyphs))
        glyph, begin = until, stop


def _attach(stick: Stick, start: int, end: int) -> int:
    """Attach accents and variation selectors at the start of a word to the glyph before it; returns their number."""
    at = start
    while at < end and _joins(stick.text[at]):
        at += 1
    if at == start or not stick.has_glyphs:
        return 0
    joining = stick.text[start:at]

    def joined(glyph: SetGlyph) -> Sequence[SetGlyph]:
        if len(glyph.text) != 1:
            return (glyph,)
        _, dx, dy, _, own = glyph
        form = stick.case.marked(own.face, glyph.text, joining)
        marks = (SetGlyph(gid, dx + x * own.size, dy + y * own.size or 0.0, "", own) for gid, x, y in form.marks)
        return (glyph._replace(gid=form.gid or glyph.gid), *marks)

    stick.amend(joining, joined)
    return at - start


def set_spaces(stick: Stick, start: int, end: int, fount: Fount) -> None:
    """Set word spaces. They have no box: they widen the joint after the last box. Their glyphs, which carry the text
    for copying, are added to that box."""
    _blank_glyphs(stick, start, end, fount)
    spaces, fixed, loose, bound = stick.typed
    stick.typed = Typed(spaces + fount.space[2] * (end - start), fixed, loose, bound)


def set_blank(stick: Stick, start: int, fount: Fount) -> None:
    """Set a space with a fixed width or without a break (U+2003, U+00A0 …): glue that is never adjusted."""
    char = stick.text[start]
    _blank_glyphs(stick, start, start + 1, fount)
    width = BLANKS[char] * fount.style.size or fount.space[2]
    typed = stick.typed
    stick.typed = typed._replace(fixed=typed.fixed + width, bound=typed.bound or char in BINDING)


def set_invisible(stick: Stick, start: int) -> None:
    """Handle an invisible character: it may allow or forbid a break. Characters that mean nothing in print, such as
    joiners between letters that do not join, are dropped from the text as well."""
    char, typed = stick.text[start], stick.typed
    loose, bound = char == _PLACE_TO_BREAK, char in BINDING
    if loose or bound:
        stick.typed = typed._replace(loose=typed.loose or loose, bound=typed.bound or bound)
    if char in _KEPT and stick.has_glyphs:
        stick.amend(char)


def _blank_glyphs(stick: Stick, start: int, end: int, fount: Fount) -> None:
    """Add glyphs to the last box that carry the text of spaces."""
    if stick.last < 0:  # the text begins with a space
        stick.add(start, fount.newline(""))
    own, gid, _ = fount.space
    x = -own.face.advance(gid) * own.size if stick.turned(stick.starts[-1]) else stick.boxes[-1].width
    stick.follow(SetGlyph(gid, x, 0.0, char, own) for char in stick.text[start:end])


def _joins(char: str) -> bool:
    """Whether a character only changes the one before it: accents, variation selectors."""
    return char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me")
