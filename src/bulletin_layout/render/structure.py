"""An edition as a tree of what its marks are (结构树; ISO 32000-1, 14.8), whatever pages and columns they stand in.

The document holds the masthead and a section a page (版); a section holds the stories that begin on its page, each
whole: an article goes on through its jumps, in the order of its source. Marks that no element holds are artifacts:
furniture that repeats, rules, tints, the head rows that a table repeats.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, assert_never

from bulletin_layout.page import Edition
from bulletin_layout.render.block_elements import figure_element, list_element, roster_element, table_element
from bulletin_layout.render.elements import Element, Kind, labelled, text_element
from bulletin_layout.render.furniture_texts import FurnitureText, furniture_texts
from bulletin_layout.render.story_blocks import StoryBlock, story_blocks

_HEADINGS: Final[tuple[Kind, ...]] = ("H1", "H2", "H3", "H4", "H5", "H6")
#: Blocks of these kinds that follow each other are one element.
_TOGETHER: Final = ("item", "quote", "pull", "note")


def structure_of(edition: Edition) -> Element:
    """The tree of an edition; elements without content are left out."""
    stories = story_blocks(edition)
    articles: list[list[Element]] = [[] for _ in edition.pages]
    for blocks in stories.values():
        articles[blocks[0].marks[0].place.page].append(_article(blocks))
    kids: list[Element] = []
    said: set[str] = set()
    for number, page in enumerate(edition.pages):
        texts = furniture_texts(page, number)
        kids += (figure_element(text.marks, edition.title) for text in _masthead(texts, number, said))
        named = f"{page.number} {page.name}".rstrip()
        section = [
            *(text_element("P", text.marks) for text in texts if text.role == "banner"),
            *articles[number],
            *(text_element("P", text.marks) for text in texts if text.role == "editor"),
        ]
        if section:
            kids.append(Element("Sect", tuple(section), named))
    return Element("Document", tuple(kids))


def _masthead(texts: Iterable[FurnitureText], page: int, said: set[str]) -> Iterator[FurnitureText]:
    """Nameplate, imprint and running heads: all of the first page, then what has addresses that were not ``said``."""
    for text in texts:
        if text.role in ("nameplate", "folio") and (page == 0 or (text.linked and text.text not in said)):
            said.add(text.text)
            yield text


def _article(blocks: Sequence[StoryBlock]) -> Element:
    """A story with everything of it: what its sections (栏目) do not hold, then each of them, and its notes."""
    title = "".join(block.title for block in blocks if block.role == "headline")
    deeper: list[int] = []
    text = [block for block in blocks if block.role != "note"]
    starts = [at for at, block in enumerate(text) if block.role == "section"]
    kids = list(_elements(text[: [*starts, len(text)][0]], title, deeper))
    for start, end in pairwise([*starts, len(text)]):
        section = tuple(_elements(text[start:end], title, deeper))
        kids.append(Element("Sect", section, text[start].title))
    kids += _elements([block for block in blocks if block.role == "note"], title, deeper)
    return Element("Art", tuple(kids), title)


def _elements(blocks: Iterable[StoryBlock], title: str, deeper: list[int]) -> Iterator[Element]:
    """Blocks as elements; ``title``, ``deeper``: see ``_block``. An aside holds those within it."""
    for aside, inside in groupby(blocks, key=lambda block: block.aside):
        kids: list[Element] = []
        for role, group in groupby(inside, key=lambda block: block.role):
            if role in _TOGETHER:
                kids.append(_joined(role, tuple(group)))
            else:
                kids += [_block(block, title, deeper) for block in group]
        yield from (Element("Div", tuple(kids)),) if aside else kids


def _joined(role: str, blocks: Sequence[StoryBlock]) -> Element:
    """Blocks of one kind that follow each other."""
    if role == "item":
        return list_element(blocks)
    if role == "note":
        return Element("Div", tuple(_note(block) for block in blocks))
    return Element("BlockQuote", tuple(text_element("P", block.marks) for block in blocks))


def _note(block: StoryBlock) -> Element:
    label, text = labelled("Note", block.marks)
    return Element("Note", (*label, *text.kids))


def _block(block: StoryBlock, title: str, deeper: list[int]) -> Element:
    """One block. ``title``: the story's; ``deeper``: how deep the heads above it in the story are; heads are counted
    without gaps."""
    match block.role:
        case "headline" | "section" | "crosshead":
            depth = {"headline": 0, "section": 1}.get(block.role, 1 + max(1, block.level))
            while deeper and deeper[-1] >= depth:
                deeper.pop()
            deeper.append(depth)
            return text_element(_HEADINGS[min(len(deeper), len(_HEADINGS)) - 1], block.marks)
        case "figure":
            return figure_element(block.marks, title)
        case "table":
            return table_element(block.marks)
        case "roster":
            return roster_element(block.marks)
        case "body" | "kicker" | "deck" | "byline" | "sign" | "verse" | "aside" | "jump" | "caption":
            return text_element("P", block.marks)
        case "item" | "quote" | "pull" | "note" | "ruby" | "banner" | "nameplate" | "folio" | "editor":
            return text_element("P", block.marks)  # joined with others, or no story's
        case _:
            assert_never(block.role)
