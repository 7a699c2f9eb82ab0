"""Characters that no font has (缺字), in texts that are set outside the pour: heads, captions, tables, furniture."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.threads import flow_slots
from bulletin_layout.findings import Finding, Location
from bulletin_layout.fonts import FontBook, no_font_has
from bulletin_layout.issue import PagePlan, ParagraphKind, Piece, Pieces, Story, Style, expand, passages_of

#: Pieces, their style, those of emphasis in it, and what they are.
_Text = tuple[Pieces, Style, Mapping[str, Style], str]

#: The paragraphs of running text, which in a box are all said to be the box's.
_PROSE: Final[tuple[ParagraphKind, ...]] = ("body", "section", "crosshead", "quote", "item", "sign", "verse")


def missing_beside_text(plan: PagePlan, values: Mapping[str, Pieces], book: FontBook) -> list[Finding]:
    """Findings of every text on a page but the running text, which finds its own when it is prepared; each at the place
    of the character."""
    return [
        no_font_has(char, place, what)
        for pieces, style, styles, what in _texts(plan, values)
        for char, place in _missing(pieces, style, styles, book)
    ]


def _missing(
    pieces: Iterable[Piece], style: Style, styles: Mapping[str, Style], book: FontBook
) -> Iterator[tuple[str, Location]]:
    """The characters of a text and its ruby that no font has, each once, with the place where it stands first."""
    found: dict[str, Location] = {}
    for piece in pieces:
        (run,) = type_runs((piece,), style, styles)
        for offset, char in (*enumerate(piece.text), *((0, char) for char in piece.ruby)):
            if not char.isspace() and book.face_for(run.style.font, run.style.weight, char) is None:
                place = replace(piece.location, column=piece.location.column + offset)
                found.setdefault(char, place)
    return iter(found.items())


def _texts(plan: PagePlan, values: Mapping[str, Pieces]) -> Iterator[_Text]:
    layout = plan.layout
    for name, stories in (*((name, (story,)) for name, story in plan.put.items()), *plan.briefs.items()):
        for story in stories:
            yield from _of_story(story, layout.slots[name].styles)
    for story in plan.flow:
        for slot in flow_slots(plan, layout)[:1]:
            yield from _of_story(story, slot.styles)
    for banner in layout.banners.values():
        yield expand(banner.text, values), banner.style, layout.styles, "banner"
    for furniture in layout.furniture:
        for line in furniture.lines:
            yield expand(line.text, values), line.style, layout.styles, furniture.name
    if layout.editor is not None:
        yield layout.editor.label, layout.editor.style, layout.styles, "editor"
        yield plan.editor or layout.editor.name, layout.editor.style, layout.styles, "editor"


def _of_story(story: Story, styles: Mapping[str, Style]) -> Iterator[_Text]:
    for passage in passages_of(story):
        prose = passage.kind in _PROSE
        if not passage.boxed and (prose or passage.kind == "roster"):
            continue  # poured line by line
        style = styles["aside" if passage.kind == "body" else passage.kind]
        yield passage.pieces, style, styles, "aside" if prose else passage.kind
