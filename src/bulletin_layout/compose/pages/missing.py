"""Findings about characters that are not set as they were meant (缺字、混用字体), in texts that are not poured: heads,
captions, tables, furniture."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Final

from bulletin_layout.compose.frame.doubtful import doubtful
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.threads import flow_slots
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.composing import part
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import PagePlan, ParagraphKind, Pieces, Story, Style, expand, passages_of
from bulletin_layout.typeset import Doubt, doubts_in
from bulletin_layout.values import NamedTuple, replace


class _Text(NamedTuple):
    """A text with its style, the styles of emphasis, and what it is (``what``, for findings)."""

    pieces: Pieces
    style: Style
    styles: Mapping[str, Style]
    what: str
    is_head: bool = False


#: Kinds of running text; inside a box, findings call all of them text of the box.
_PROSE: Final[tuple[ParagraphKind, ...]] = ("body", "section", "crosshead", "quote", "item", "sign", "verse")
#: Kinds that are heads; ``aside`` is the title of a box.
_HEADS: Final = ("kicker", "headline", "deck", "section", "crosshead", "aside")


def missing_beside_text(plan: PagePlan, values: Mapping[str, Pieces], book: FontBook) -> list[Finding]:
    """Findings about all texts of a page except running text, which is checked when it is prepared. Each is at the
    location of the character, and reported once in a text."""
    return [finding for text in _texts(plan, values) for finding in _findings(text, book)]


def _findings(text: _Text, book: FontBook) -> Iterator[Finding]:
    ends = list(accumulate(len(piece.text) for piece in text.pieces))

    def number(offset: int) -> int:
        return min(bisect_right(ends, offset), len(ends) - 1)

    def place(offset: int) -> Location:
        piece = text.pieces[number(offset)]
        start = ends[number(offset)] - len(piece.text)
        return replace(piece.location, column=piece.location.column + offset - start)

    def is_head(offset: int) -> bool:
        return text.is_head or "strong" in text.pieces[number(offset)].emphasis

    firsts: dict[tuple[str, str, bool], Doubt] = {}
    for doubt in _doubts(text, book):
        firsts.setdefault((doubt.kind, doubt.text, is_head(doubt.offset)), doubt)
    return doubtful(firsts.values(), place, is_head, part(text.what))


def _doubts(text: _Text, book: FontBook) -> Iterator[Doubt]:
    """The doubts of a text and of its ruby."""
    start = 0
    for piece in text.pieces:
        (run,) = type_runs((piece,), text.style, text.styles)
        for doubt in doubts_in(piece.text, run.style, book):
            yield doubt._replace(offset=start + doubt.offset)
        for doubt in doubts_in(piece.ruby, run.style, book):
            if doubt.kind != "mixed":
                yield doubt._replace(offset=start)
        start += len(piece.text)


def _texts(plan: PagePlan, values: Mapping[str, Pieces]) -> Iterator[_Text]:
    layout = plan.layout
    for name, stories in (*((name, (story,)) for name, story in plan.put.items()), *plan.briefs.items()):
        for story in stories:
            yield from _of_story(story, layout.slots[name].styles)
    for story in plan.flow:
        for slot in flow_slots(plan, layout)[:1]:
            yield from _of_story(story, slot.styles)
    for banner in layout.banners.values():
        yield _Text(expand(banner.text, values), banner.style, layout.styles, "banner", True)
    for furniture in layout.furniture:
        for line in furniture.lines:
            yield _Text(expand(line.text, values), line.style, layout.styles, furniture.name)
    if layout.editor is not None:
        yield _Text(layout.editor.label, layout.editor.style, layout.styles, "editor")
        yield _Text(plan.editor or layout.editor.name, layout.editor.style, layout.styles, "editor")


def _of_story(story: Story, styles: Mapping[str, Style]) -> Iterator[_Text]:
    for passage in passages_of(story):
        prose = passage.kind in _PROSE
        if not passage.boxed and (prose or passage.kind == "roster"):
            continue  # poured line by line
        style = styles["aside" if passage.kind == "body" else passage.kind]
        yield _Text(passage.pieces, style, styles, "aside" if prose else passage.kind, passage.kind in _HEADS)
