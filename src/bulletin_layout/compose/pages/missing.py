"""Characters that are not set as they were meant (缺字、混用字体), in texts that are set outside the pour: heads,
captions, tables, furniture."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from bulletin_layout.compose.frame.doubtful import doubtful
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.threads import flow_slots
from bulletin_layout.findings import Finding, Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import PagePlan, ParagraphKind, Story, Style, expand, passages_of
from bulletin_layout.typeset import Doubt, doubts_in


class _Text(NamedTuple):
    """A text, its style, its place in a file, and what it is; whether it is a head, or strong."""

    text: str
    style: Style
    place: Location
    what: str
    is_head: bool = False


#: The paragraphs of running text, which in a box are all said to be the box's.
_PROSE: Final[tuple[ParagraphKind, ...]] = ("body", "section", "crosshead", "quote", "item", "sign", "verse")
#: What is a head; of a box its title, which has the box's own kind.
_HEADS: Final = ("kicker", "headline", "deck", "section", "crosshead", "aside")


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
    for passage in passages_of(story):
        prose = passage.kind in _PROSE
        if not passage.boxed and (prose or passage.kind == "roster"):
            continue  # poured line by line
        style = styles["aside" if passage.kind == "body" else passage.kind]
        for piece in passage.pieces:
            own = type_runs((piece,), style, styles)[0].style
            what, is_head = "aside" if prose else passage.kind, passage.kind in _HEADS or "strong" in piece.emphasis
            yield _Text(piece.text, own, piece.location, what, is_head)
