"""Characters that are not set as they were meant (缺字、混用字体), in texts that are set outside the pour: heads,
captions, tables, furniture."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bulletin_layout.compose.frame.doubtful import doubtful
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.threads import flow_slots
from bulletin_layout.findings import Finding, Location
from bulletin_layout.fonts import FontBook
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
from bulletin_layout.typeset import Doubt, doubts_in


class _Text(NamedTuple):
    """A text, its style, its place in a file, and what it is; whether it is a head, or strong."""

    text: str
    style: Style
    place: Location
    what: str
    is_head: bool = False


def missing_beside_text(plan: PagePlan, values: Mapping[str, str], book: FontBook) -> list[Finding]:
    """Findings of every text on a page but the running text, which finds its own when it is prepared."""
    findings: list[Finding] = []
    for one in _texts(plan, values):
        firsts = {doubt.text: doubt for doubt in reversed(doubts_in(one.text, one.style, book))}
        findings += _findings(one, sorted(firsts.values(), key=lambda doubt: doubt.offset))
    return findings


def _findings(text: _Text, doubts: Iterable[Doubt]) -> Iterator[Finding]:
    return doubtful(doubts, lambda _: text.place, lambda _: text.is_head, f"{text.what}: ")


def _texts(plan: PagePlan, values: Mapping[str, str]) -> Iterator[_Text]:
    layout = plan.layout
    for name, stories in (*((name, (story,)) for name, story in plan.put.items()), *plan.briefs.items()):
        for story in stories:
            yield from _of_story(story, layout.slots[name].styles)
    for story in plan.flow:
        for slot in flow_slots(plan, layout)[:1]:
            yield from _of_story(story, slot.styles)
    for banner in layout.banners.values():
        yield _Text(expand(banner.text, values), banner.style, banner.location, "banner", True)
    for furniture in layout.furniture:
        for line in furniture.lines:
            yield _Text(expand(line.text, values), line.style, furniture.location, furniture.name)
    if layout.editor is not None:
        yield _Text(layout.editor.label, layout.editor.style, layout.editor.location, "editor")
        yield _Text(plan.editor or layout.editor.name, layout.editor.style, plan.location, "editor")


def _of_story(story: Story, styles: Mapping[str, Style]) -> Iterator[_Text]:
    def caption(photo: Photo) -> _Text:
        return _Text(photo.caption + photo.credit, styles["caption"], photo.location, "caption")

    for role, head in (("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck)):
        if head is not None:
            yield _Text("".join(head.lines), styles[role], head.location, role, True)
    yield _Text(story.byline, styles["byline"], story.location, "byline")
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
            yield _Text(text, styles["caption"], block.photo.location, "caption")
        case Table():
            pieces = (piece for row in block.rows for cell in row for piece in cell)
            yield from _of_pieces(pieces, styles["table"], styles, "table")
        case Paragraph():
            style = body if block.kind == "body" else styles[block.kind]
            what = block.kind if block.kind in ("pull", "note") else "aside"
            yield from _of_pieces(block.pieces, style, styles, what, is_head=block.kind == "crosshead")
        case PullQuote():
            for paragraph in block.paragraphs:
                yield from _of_block(paragraph, styles, body)
        case Roster():
            yield from _of_pieces((piece for name in block.names for piece in name), styles["roster"], styles, "roster")
        case Aside():
            yield from _of_pieces(block.title, styles["aside"], styles, "aside", is_head=True)
            for inner in block.blocks:
                yield from _of_block(inner, styles, styles["aside"])


def _of_pieces(
    pieces: Iterable[Piece], style: Style, styles: Mapping[str, Style], what: str, *, is_head: bool = False
) -> Iterator[_Text]:
    for piece in pieces:
        own = type_runs((piece,), style, styles)[0].style
        yield _Text(piece.text, own, piece.location, what, is_head or "strong" in piece.emphasis)
