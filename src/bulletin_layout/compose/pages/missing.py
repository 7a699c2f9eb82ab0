"""Characters that no font has (缺字), in texts that are set outside the pour: heads, captions, tables, furniture."""

from collections.abc import Iterable, Iterator, Mapping

from bulletin_layout.compose.frame.threads import flow_slots
from bulletin_layout.findings import Finding, Location
from bulletin_layout.fonts import FontBook, no_font_has
from bulletin_layout.issue import (
    Aside,
    Block,
    Figure,
    PagePlan,
    Paragraph,
    Photo,
    Piece,
    PullQuote,
    Roster,
    Story,
    Style,
    Table,
    expand,
)

#: A text, its style, its place in a file, and what it is.
_Text = tuple[str, Style, Location, str]


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
    def caption(photo: Photo) -> _Text:
        return photo.caption + photo.credit, styles["caption"], photo.location, "caption"

    for role, head in (("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck)):
        if head is not None:
            yield "".join(head.lines), styles[role], head.location, role
    yield story.byline, styles["byline"], story.location, "byline"
    yield from map(caption, story.photos.values())
    for block in story.blocks:
        if not isinstance(block, Paragraph | Roster):
            yield from _of_block(block, styles, styles["body"])
    for note in story.notes:
        for paragraph in note.paragraphs:
            yield from _of_block(paragraph, styles, styles["note"])


def _of_block(block: Block, styles: Mapping[str, Style], body: Style) -> Iterator[_Text]:
    """The text of a block that is not poured line by line; ``body``: the style of its plain paragraphs."""
    match block:
        case Figure():
            text = block.photo.caption + block.photo.credit
            yield text, styles["caption"], block.photo.location, "caption"
        case Table():
            pieces = (piece for row in block.rows for cell in row for piece in cell)
            yield from _of_pieces(pieces, styles["table"], "table")
        case Paragraph():
            style = body if block.kind == "body" else styles[block.kind]
            yield from _of_pieces(block.pieces, style, block.kind if block.kind in ("pull", "note") else "aside")
        case PullQuote():
            for paragraph in block.paragraphs:
                yield from _of_block(paragraph, styles, body)
        case Roster():
            yield from _of_pieces((piece for name in block.names for piece in name), styles["roster"], "roster")
        case Aside():
            yield from _of_pieces(block.title, styles["aside"], "aside")
            for inner in block.blocks:
                yield from _of_block(inner, styles, styles["aside"])


def _of_pieces(pieces: Iterable[Piece], style: Style, what: str) -> Iterator[_Text]:
    for piece in pieces:
        yield piece.text, style, piece.location, what
