"""Characters that no font has (缺字), in texts that are set outside the pour: heads, captions, tables, furniture."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.threads import flow_slots
from bulletin_layout.findings import Finding, Location
from bulletin_layout.fonts import FontBook, no_font_has
from bulletin_layout.issue import (
    Aside,
    Block,
    Figure,
    PagePlan,
    Paragraph,
    Piece,
    Pieces,
    PullQuote,
    Roster,
    Story,
    Style,
    Table,
    expand,
)

#: Pieces, their style, those of emphasis in it, and what they are.
_Text = tuple[Iterable[Piece], Style, Mapping[str, Style], str]


def missing_beside_text(plan: PagePlan, values: Mapping[str, Pieces], book: FontBook) -> list[Finding]:
    """Findings of every text on a page but the running text, which finds its own when it is prepared; each at the place
    of the character."""
    return [
        no_font_has(char, place, f"{what}: ")
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
    for role, head in (("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck)):
        for line in head.lines if head is not None else ():
            yield line, styles[role], styles, role
    yield story.byline, styles["byline"], styles, "byline"
    for photo in story.photos.values():
        yield (*photo.caption, *photo.credit), styles["caption"], styles, "caption"
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
            yield (*block.photo.caption, *block.photo.credit), styles["caption"], styles, "caption"
        case Table():
            yield (piece for row in block.rows for cell in row for piece in cell), styles["table"], styles, "table"
        case Paragraph():
            style = body if block.kind == "body" else styles[block.kind]
            yield block.pieces, style, styles, block.kind if block.kind in ("pull", "note") else "aside"
        case PullQuote():
            for paragraph in block.paragraphs:
                yield from _of_block(paragraph, styles, body)
        case Roster():
            yield (piece for name in block.names for piece in name), styles["roster"], styles, "roster"
        case Aside():
            yield block.title, styles["aside"], styles, "aside"
            for inner in block.blocks:
                yield from _of_block(inner, styles, styles["aside"])
