"""Finds what the fonts cannot give a text as it was meant (存疑的字): characters, scripts and variant forms that no
font of the book has, and characters that come from another face than the text's."""

from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import category, normalize

from bulletin_layout.fonts import Face, FontBook, is_selector, shows_nothing
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import (
    ADDRESS,
    BLANK,
    DOT,
    DOTS,
    IDEOGRAPHIC_SPACE,
    INVISIBLE,
    LATIN,
    NEWLINE,
    SPACE,
)
from bulletin_layout.typeset.context import tokens
from bulletin_layout.typeset.lines import Doubt, TextRun
from bulletin_layout.typeset.scripts import of_one_way, ways_of
from bulletin_layout.typeset.typecase import TypeCase, typecase_of

_BLANKS: Final = (SPACE, BLANK, NEWLINE, INVISIBLE, IDEOGRAPHIC_SPACE)
#: The selector for text presentation instead of emoji (UTS #51): every font can do that, so it is never a doubt.
_AS_TEXT: Final = "\ufe0e"


def doubts_in(text: str, style: Style, book: FontBook) -> tuple[Doubt, ...]:
    """The doubts of a text in one style, in the order of the text. KeyError: the style's font is not in the book."""
    return doubts_of((TextRun(text, style),), typecase_of(book))


def doubts_of(runs: Iterable[TextRun], case: TypeCase) -> tuple[Doubt, ...]:
    """The doubts of a paragraph, in the order of its text."""
    found: list[Doubt] = []
    start = 0
    for run in runs:
        style = run.style
        if not case.is_sound(style.font, style.weight, run.text):
            found += (doubt._replace(offset=start + doubt.offset) for doubt in _of_run(run.text, style, case))
        start += len(run.text)
    return tuple(found)


def _of_run(text: str, style: Style, case: TypeCase) -> Iterator[Doubt]:
    ways, own = ways_of(text), case.main_face(style.font, style.weight)
    western = case.western_face(style.font, style.weight)
    for kind, start, end in of_one_way(tokens(text), ways):
        if kind in (LATIN, ADDRESS):
            script = ways[start].script if ways else ""
            first = _marks_on(text, start, end)
            if start < first:
                yield from _of_marks(text, start, first, case.face(style.font, style.weight, text[start - 1]))
            for face, a, b, *_ in case.parts(style.font, style.weight, text[first:end], script):
                yield from _of_part(text[first + a : first + b], first + a, face, western, script)
        elif kind not in _BLANKS:
            for at in range(start, end):
                face = case.face(style.font, style.weight, DOTS[0] if kind == DOT else text[at])
                yield from _of_part(text[at], at, face, own, ways[at].script if ways else "")
    for at in range(1, len(text)):
        if is_selector(text[at]) and text[at] != _AS_TEXT:
            face = case.face(style.font, style.weight, text[at - 1])
            if face is not None and face.variant(text[at - 1], text[at]) is None:
                yield Doubt("variant", at - 1, text[at - 1 : at + 1])


def _marks_on(text: str, start: int, end: int) -> int:
    """The offset where a word begins, after accents that belong to the character before it."""
    while 0 < start < end and category(text[start]) in ("Mn", "Me"):
        start += 1
    return start


def _of_marks(text: str, start: int, end: int, face: Face | None) -> Iterator[Doubt]:
    """Doubts about accents on a Han or a mark, whose own face must have them."""
    for at in range(start, end):
        whole = normalize("NFC", text[start - 1 : at + 1])
        if face is not None and not shows_nothing(text[at]) and not all(map(face.covers, whole)):
            yield Doubt("missing", at, text[at])


def _of_part(text: str, offset: int, face: Face | None, own: Face, script: str) -> Iterator[Doubt]:
    """Doubts about a text that ``face`` sets (None: no face can); ``own``: the face that should set it."""
    if face is None and script:
        yield Doubt("script", offset, text, script)
    elif face is None:
        shown = ((at, char) for at, char in enumerate(text, offset) if not shows_nothing(char))
        yield from (Doubt("missing", at, char) for at, char in shown)
    elif face is not own and not all(map(shows_nothing, text)):
        yield Doubt("mixed", offset, text, face.name)
