"""Characters that no font has (缺字), in texts that are set outside the pour: heads, captions, tables, furniture."""

from collections.abc import Iterator, Mapping
from typing import Final

from bulletin_layout.compose.frame.threads import flow_slots
from bulletin_layout.findings import Finding, Location
from bulletin_layout.fonts import FontBook, no_font_has
from bulletin_layout.issue import PagePlan, ParagraphKind, Story, Style, expand, passages_of

#: A text, its style, its place in a file, and what it is.
_Text = tuple[str, Style, Location, str]

#: The paragraphs of running text, which in a box are all said to be the box's.
_PROSE: Final[tuple[ParagraphKind, ...]] = ("body", "section", "crosshead", "quote", "item", "sign", "verse")


def missing_beside_text(plan: PagePlan, values: Mapping[str, str], book: FontBook) -> list[Finding]:
    """Findings of every text on a page but the running text, which finds its own when it is prepared."""
    findings: list[Finding] = []
    for text, style, place, what in _texts(plan, values):
        for char in dict.fromkeys(text):
            if not char.isspace() and book.face_for(style.font, style.weight, char) is None:
                findings.append(no_font_has(char, place, what))
    return findings


def _texts(plan: PagePlan, values: Mapping[str, str]) -> Iterator[_Text]:
    layout = plan.layout
    for name, stories in (*((name, (story,)) for name, story in plan.put.items()), *plan.briefs.items()):
        for story in stories:
            yield from _of_story(story, layout.slots[name].styles)
    for story in plan.flow:
        for slot in flow_slots(plan, layout)[:1]:
            yield from _of_story(story, slot.styles)
    for banner in layout.banners.values():
        yield expand(banner.text, values), banner.style, banner.location, "banner"
    for furniture in layout.furniture:
        for line in furniture.lines:
            yield expand(line.text, values), line.style, furniture.location, furniture.name
    if layout.editor is not None:
        yield layout.editor.label, layout.editor.style, layout.editor.location, "editor"
        yield plan.editor or layout.editor.name, layout.editor.style, plan.location, "editor"


def _of_story(story: Story, styles: Mapping[str, Style]) -> Iterator[_Text]:
    for passage in passages_of(story):
        prose = passage.kind in _PROSE
        if not passage.boxed and (prose or passage.kind == "roster"):
            continue  # poured line by line
        style = styles["aside" if passage.kind == "body" else passage.kind]
        for piece in passage.pieces:
            yield piece.text, style, piece.location, "aside" if prose else passage.kind
