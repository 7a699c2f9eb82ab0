"""Builds the structure tree of an edition (结构树; ISO 32000-1, 14.8), independent of pages and columns.

The document has the masthead and a section for each page (版). A section has the stories that begin on its page, each
complete in the order of its source, even if it continues on other pages. Marks that are in no element are artifacts:
repeated furniture, rules, tints, repeated table heads.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final, assert_never

from bulletin_layout.page import Edition
from bulletin_layout.render.block_elements import figure_element, list_element, roster_element, table_element
from bulletin_layout.render.elements import Element, Kind, ShownMarks, labelled, text_element
from bulletin_layout.render.furniture_texts import FurnitureText, furniture_texts
from bulletin_layout.render.story_blocks import StoryBlock, story_blocks

_HEADINGS: Final[tuple[Kind, ...]] = ("H1", "H2", "H3", "H4", "H5", "H6")
#: Consecutive blocks of these roles become one element.
_TOGETHER: Final = ("item", "quote", "pull", "note")


def structure_of(edition: Edition) -> Element:
    """The structure tree of an edition, without empty elements."""
    stories = story_blocks(edition)
    titles = {entry.story: entry.title for page in edition.pages for entry in page.outline if entry.level == 1}
    articles: list[list[Element]] = [[] for _ in edition.pages]
    for slug, blocks in stories.items():
        articles[blocks[0].marks[0].place.page].append(_article(blocks, titles.get(slug, "")))
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
    """Nameplate, imprint and running heads that are read: all of the first page; of later pages, only those with links
    whose text was not there before (``said``)."""
    for text in texts:
        if text.role in ("nameplate", "folio") and (page == 0 or (text.linked and text.text not in said)):
            said.add(text.text)
            yield text


def _article(blocks: Sequence[StoryBlock], called: str) -> Element:
    """The element (Art) of a story: blocks before its first section (栏目), its sections (Sect), its notes. ``called``:
    its bookmark, whose words the headline has, with a space where the author breaks it; "": it has none."""
    title = called or "".join(block.title for block in blocks if block.role == "headline")
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
    """The elements of blocks; those of an aside are enclosed in a Div. ``title``, ``deeper``: see ``_block``."""
    for aside, inside in groupby(blocks, key=lambda block: block.aside):
        kids: list[Element] = []
        for role, group in groupby(inside, key=lambda block: block.role):
            if role in _TOGETHER:
                kids.append(_joined(role, tuple(group)))
            else:
                kids += [_block(block, title, deeper) for block in group]
        yield from (Element("Div", tuple(kids)),) if aside else kids


def _joined(role: str, blocks: Sequence[StoryBlock]) -> Element:
    """The element of consecutive blocks with the same role."""
    if role == "item":
        return list_element(blocks)
    if role == "note":
        return Element("Div", tuple(_note(block) for block in blocks))
    return Element("BlockQuote", tuple(text_element("P", block.marks) for block in blocks))


def _note(block: StoryBlock) -> Element:
    label, text = labelled("Note", block.marks)
    return Element("Note", (*label, *text.kids))


def _block(block: StoryBlock, title: str, deeper: list[int]) -> Element:
    """The element of one block. ``title``: headline of the story. ``deeper``: depths of the heads above it, changed
    here: levels of headings must not skip any (ISO 14289-1, 7.4.2), whatever depths the author used."""
    match block.role:
        case "headline" | "section" | "crosshead":
            depth = {"headline": 0, "section": 1}.get(block.role, 1 + max(1, block.level))
            while deeper and deeper[-1] >= depth:
                deeper.pop()
            deeper.append(depth)
            head = text_element(_HEADINGS[min(len(deeper), len(_HEADINGS)) - 1], block.marks)
            return _with_spaces(head, block, title) if block.role == "headline" else head
        case "figure":
            return figure_element(block.marks, title)
        case "table":
            return table_element(block.marks)
        case "roster":
            return roster_element(block.marks)
        case "body" | "kicker" | "deck" | "byline" | "sign" | "verse" | "aside" | "jump" | "caption":
            return text_element("P", block.marks)
        case "item" | "quote" | "pull" | "note" | "ruby" | "banner" | "nameplate" | "folio" | "editor":
            return text_element("P", block.marks)  # does not happen: joined before, or never part of a story
        case _:
            assert_never(block.role)


def _with_spaces(head: Element, block: StoryBlock, title: str) -> Element:
    """A headline of several lines, which is read as its bookmark says it: no glyph stands for the spaces between its
    lines. One with links or ruby stays as it is, for its words must stay elements of their own."""
    simple = all(isinstance(kid, ShownMarks) for kid in head.kids)
    spaced = title != block.title and title.replace(" ", "") == block.title.replace(" ", "")
    return replace(head, said=title) if simple and spaced else head
