"""Draws pages as SVG for the live page (活样), in fragments, of which a browser exchanges only those that changed.

A fragment is a line of text with all that belongs to it, a picture, a panel, or the rules between two of these. Its
places are those of the page, so the same line at the same place has the same SVG and key, whatever else changes.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import assert_never

from bulletin_layout.issue import Press
from bulletin_layout.page import Mark, Page, PanelMark, PictureMark, RuleMark, Tag, TextMark
from bulletin_layout.pdfs import number
from bulletin_layout.render.svg_memory import Drawing, Drawn, Fragment, KeptPage, Look, SvgMemory
from bulletin_layout.render.svg_text import spoken, text_elements


def draw(page: Page, press: Press, memory: SvgMemory) -> Drawing:
    """The page as fragments, with colours as ``press`` prints them. A page that is the same object as at the last time
    is not drawn again, and of any other only the lines whose marks are not the same objects."""
    look = memory.look(press)
    kept = memory.pages.get(page.number)
    if kept is not None and kept.page is page:
        return kept.drawing
    before = kept.drawn if kept is not None else {}
    drawn: dict[tuple[int, ...], Drawn] = {}
    fragments: list[Fragment] = []
    times: dict[str, int] = {}
    for first, end in _groups(page.marks):
        marks = page.marks[first:end]
        ids = tuple(map(id, marks))
        known = drawn[ids] = before.get(ids) or _drawn(marks, look, memory)
        time = times[known.digest] = times.get(known.digest, 0) + 1
        key = known.digest if time == 1 else f"{known.digest}-{time}"
        fragments.append(Fragment(key, f'<g data-k="{key}">{known.svg}</g>', first, end))
    drawing = Drawing(page.number, page.width, page.height, page.bleed, tuple(fragments))
    memory.pages[page.number] = KeptPage(page, drawing, drawn)
    return drawing


def _groups(marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """(First, end) of the marks of each fragment."""
    first = 0
    belongs: object = None
    for at, mark in enumerate(marks):
        to = _belongs_to(mark, at)
        if to != belongs:
            if at:
                yield first, at
            first, belongs = at, to
    if marks:
        yield first, len(marks)


def _belongs_to(mark: Mark, at: int) -> object:
    """What marks of one fragment have in common: the line, or that they are rules."""
    match mark:
        case TextMark(tag=tag):
            return _line(tag)
        case RuleMark(beside=beside):
            return _line(beside) if beside is not None else "rules"
        case PanelMark() | PictureMark():
            return at
        case _:
            assert_never(mark)


def _line(tag: Tag) -> tuple[object, ...]:
    """The line of a tag; its ruby has the same."""
    return tag.story, tag.furniture, tag.block, tag.line, tag.cell


def _drawn(marks: Sequence[Mark], look: Look, memory: SvgMemory) -> Drawn:
    texts = [(at, mark) for at, mark in enumerate(marks) if isinstance(mark, TextMark)]
    others = (_element(mark, look) for mark in marks)
    svg = "".join((*text_elements(texts, look, memory.screen_faces), *others))
    return Drawn(marks, blake2b(svg.encode(), digest_size=9).hexdigest(), svg)


def _element(mark: Mark, look: Look) -> str:
    """A mark without text; "" for text."""
    match mark:
        case TextMark():
            return ""
        case RuleMark():
            return _rule(mark, look)
        case PanelMark():
            return _panel(mark, look)
        case PictureMark():
            return _picture(mark, look)
        case _:
            assert_never(mark)


def _rule(mark: RuleMark, look: Look) -> str:
    colour = look.colour(mark.ink)
    if mark.round and (mark.x1, mark.y1) == (mark.x2, mark.y2):
        place = f'cx="{number(mark.x1)}" cy="{number(mark.y1)}" r="{number(mark.width / 2)}"'
        return f'<circle {place} fill="{colour}"/>'
    place = f'x1="{number(mark.x1)}" y1="{number(mark.y1)}" x2="{number(mark.x2)}" y2="{number(mark.y2)}"'
    ends = ' stroke-linecap="round"' if mark.round else ""
    return f'<line {place} stroke="{colour}" stroke-width="{number(mark.width)}"{ends}/>'


def _panel(mark: PanelMark, look: Look) -> str:
    filled = (
        f'<rect {_box(mark.x, mark.y, mark.width, mark.height)} fill="{look.colour(mark.fill)}"/>' if mark.fill else ""
    )
    if not (mark.border and mark.border_width):
        return filled
    width, inside = mark.border_width, mark.border_width / 2
    box = _box(mark.x + inside, mark.y + inside, mark.width - width, mark.height - width)
    return f'{filled}<rect {box} fill="none" stroke="{look.colour(mark.border)}" stroke-width="{number(width)}"/>'


def _picture(mark: PictureMark, look: Look) -> str:
    """The whole picture in an ``svg`` of its own, which cuts off what is outside the mark."""
    left, top, right, bottom = mark.crop
    width, height = mark.width / (right - left), mark.height / (bottom - top)
    whole = _box(mark.x - left * width, mark.y - top * height, width, height)
    seen = f"{number(mark.x)} {number(mark.y)} {number(mark.width)} {number(mark.height)}"
    said = spoken(mark.tag.alt) if mark.tag.alt else 'aria-hidden="true"'
    image = f'<image {whole} preserveAspectRatio="none" href="pictures/{look.pictures.name(mark)}" {said}/>'
    frame = _box(mark.x, mark.y, mark.width, mark.height)
    return f'<svg {frame} viewBox="{seen}" preserveAspectRatio="none">{image}</svg>'


def _box(x: float, y: float, width: float, height: float) -> str:
    return f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
