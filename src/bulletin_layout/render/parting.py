"""Text parted where its structure has a border (断开): after an item's label, before and after a printed address.

What is seen stays as it is: the parts of a mark stand where they stood in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from bulletin_layout.page import Edition, Mark, TextMark
from bulletin_layout.render.furniture_lines import furniture_lines
from bulletin_layout.render.story_blocks import IndexedMark, MarkIndex, story_blocks

#: Addresses as they are printed; a mark of punctuation at the end is the sentence's.
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[\w./?#@!$&'()*+,;=:%~\[\]-]*[\w/#=&~-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.ASCII
)
_SOFT_HYPHEN: Final = "\u00ad"


class _Border(NamedTuple):
    """Glyphs ``first`` to ``end`` of a mark: a label, or what leads to an address."""

    first: int
    end: int
    link: str = ""


def parted(edition: Edition) -> Edition:
    """The same pages; labels, and addresses with a link to what they name, are marks of their own."""
    borders: dict[MarkIndex, list[_Border]] = {}
    stories = (block for blocks in story_blocks(edition).values() for block in blocks if block.role != "jump")
    furniture = (line for number, page in enumerate(edition.pages) for line in furniture_lines(page, number))
    for marks in (*(block.marks for block in stories), *furniture):
        for place, border in (*_labels(marks), *_addresses(marks)):
            borders.setdefault(place, []).append(border)
    if not borders:
        return edition
    pages = tuple(
        replace(page, marks=tuple(_all_parts(number, page.marks, borders))) for number, page in enumerate(edition.pages)
    )
    return replace(edition, pages=pages)


def _all_parts(page: int, marks: Iterable[Mark], borders: Mapping[MarkIndex, list[_Border]]) -> Iterator[Mark]:
    for at, mark in enumerate(marks):
        own = borders.get(MarkIndex(page, at))
        if own and isinstance(mark, TextMark):
            yield from _parts(mark, own)
        else:
            yield mark


def _labels(marks: Iterable[IndexedMark]) -> Iterator[tuple[MarkIndex, _Border]]:
    for place, mark, _ in marks:
        if isinstance(mark, TextMark) and mark.label:
            end, said = 0, ""
            while end < len(mark.run.texts) and (len(said) < mark.label or not mark.run.texts[end]):
                said += mark.run.texts[end]
                end += 1
            yield place, _Border(0, end)


def _addresses(marks: Iterable[IndexedMark]) -> Iterator[tuple[MarkIndex, _Border]]:
    """Addresses in a text; one that is broken into lines leads to the whole of it from each. What the author made a
    link leads where that says."""
    texts = [(place, mark) for place, mark, _ in marks if isinstance(mark, TextMark) and not mark.run.link]
    said = "".join("".join(mark.run.texts) for _, mark in texts)
    if not any(sign in said for sign in ("://", "www.", "@")):
        return
    chars = [
        (char, place, glyph)
        for place, mark in texts
        for glyph, text in enumerate(mark.run.texts)
        for char in text
        if char != _SOFT_HYPHEN
    ]
    for found in _ADDRESS.finditer("".join(char for char, _, _ in chars)):
        address = found[0]
        if "://" not in address:
            address = f"mailto:{address}" if "@" in address else f"https://{address}"
        held: dict[MarkIndex, list[int]] = {}
        for _, place, glyph in chars[found.start() : found.end()]:
            held.setdefault(place, []).append(glyph)
        for place, glyphs in held.items():
            yield place, _Border(min(glyphs), max(glyphs) + 1, address)


def _parts(mark: TextMark, borders: Iterable[_Border]) -> Iterator[TextMark]:
    """A mark in parts; glyphs that go on with a text stay with it."""
    texts = mark.run.texts
    kinds: list[_Border | None] = [None] * len(texts)
    for border in borders:
        for glyph in range(border.first, border.end):
            kinds[glyph] = border
    for glyph, text in enumerate(texts):
        if not text and glyph:
            kinds[glyph] = kinds[glyph - 1]
    cuts = [0, *(at for at in range(1, len(texts)) if kinds[at] != kinds[at - 1]), len(texts)]
    for first, end in pairwise(cuts):
        kind = kinds[first]
        label = sum(map(len, texts[first:end])) if kind and not kind.link else 0
        run = mark.run.part(first, end)
        if kind and kind.link:
            run = replace(run, link=kind.link)
        yield replace(mark, run=run, label=label)
