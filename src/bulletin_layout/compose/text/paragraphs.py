"""Prepares paragraphs of all kinds (各类段落): their labels, indents, and lines that stay together."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, assert_never

from bulletin_layout.compose.frame.kept_texts import prepared
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.text.items import TextItem, in_rows
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Block, Paragraph, Piece, Style, lines_of
from bulletin_layout.typeset import TextRun, phraser_of
from bulletin_layout.values import replace

#: A full-width number at the start of a list item, which replaces the list's own mark: （一） 一、 ① 1．
_HAN: Final = "一二三四五六七八九十百"
_NUMBER: Final = rf"(?:[（(〔][{_HAN}\d]+[）)〕]|[{_HAN}]+、|[①-⑳]|\d+[、．])\s*"
_OPENS_NUMBER: Final = frozenset((*"（(〔①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", *_HAN))
_NUMERALS: Final = rf"[{_HAN}\d①-⑳]+"
#: The label of an item that its author did not number.
_DOT: Final = "·"
#: Least space between an item's label and its text, in em.
_LABEL_GAP: Final = 0.25
#: Indent of turned-over lines of verse relative to the line's start, in em.
_TURNED: Final = 1.0

#: By depth of the item: where its text and its label start, in em from the column's edge.
Hangs = Mapping[int, tuple[float, float]]


def hung_blocks(blocks: Sequence[Block], styles: Mapping[str, Style], book: FontBook) -> Iterator[tuple[Block, Hangs]]:
    """The blocks, each with the hangs of its list, which depend on its widest label."""
    at = 0
    while at < len(blocks):
        items = _list_at(blocks, at)
        hangs = _hangs(items, styles["item"], book) if items else {}
        yield from ((block, hangs) for block in items or blocks[at : at + 1])
        at += len(items) or 1


def _list_at(blocks: Sequence[Block], at: int) -> list[Paragraph]:
    """The items of one list; a label of another kind starts another list."""
    items: list[Paragraph] = []
    make = ""
    for block in blocks[at:]:
        if not isinstance(block, Paragraph) or block.kind != "item":
            break
        item = _numbered(block)
        if item.level == 1 and item.label:
            own = re.sub(_NUMERALS, "1", item.label)
            if make and own != make:
                break
            make = own
        items.append(item)
    return items


def _numbered(block: Paragraph) -> Paragraph:
    """The item; a number at its start becomes its label."""
    if block.label != _DOT or not block.pieces:
        return block
    first = block.pieces[0]
    # Most lists have no such numbers, and to compile the pattern takes longer than all the rest that is done here.
    found = re.match(_NUMBER, first.text) if first.text[:1] in _OPENS_NUMBER or first.text[:1].isdecimal() else None
    if found is None or found.end() == len(block.text):
        return block
    at = replace(first.location, column=first.location.column + found.end())
    rest = (replace(first, text=first.text[found.end() :], location=at), *block.pieces[1:])
    return replace(block, label=found[0].strip(), pieces=tuple(piece for piece in rest if piece.text))


def _hangs(items: Sequence[Paragraph], style: Style, book: FontBook) -> Hangs:
    """By depth, the starts of label and text; the text starts at a whole em, so that its lines hold whole 字."""
    hangs: dict[int, tuple[float, float]] = {}
    indent, hang = style.indent, style.hang
    for level in range(1, max(item.level for item in items) + 1):
        labels = {item.label for item in items if item.level == level and item.label}
        widest = max((_width(label, style, book) for label in labels), default=0.0) / style.size
        if style.hang > style.indent:
            hang = math.ceil(indent + max(style.hang - style.indent, widest + _LABEL_GAP) - 1e-6)
            hangs[level] = indent, hang
            indent = hang
        else:
            hangs[level] = style.indent + level - 1, style.hang + level - 1
    return hangs


def _width(label: str, style: Style, book: FontBook) -> float:
    return prepared((TextRun(label, style),), style, book).natural


def runs_in(block: Paragraph, following: Block | None, styles: Mapping[str, Style]) -> bool:
    """Whether a crosshead is set in line with the paragraph after it, in its own type (题跟文)."""
    wanted = block.kind == "crosshead" and styles["crosshead"].run_in
    return wanted and isinstance(following, Paragraph) and following.kind == "body"


def paragraph_items(
    block: Paragraph,
    hangs: Hangs,
    before: Block | None,
    styles: Mapping[str, Style],
    grid: Grid,
    book: FontBook,
    *,
    head: Paragraph | None = None,
) -> tuple[TextItem, ...]:
    """A paragraph as items; verse (诗) has one per line. ``before``: the block above it; ``head``: the run-in
    crosshead that opens it."""
    style = styles[block.kind]
    match block.kind:
        case "section" | "crosshead":
            prepared = _section if block.kind == "section" else _plain
            return (in_rows(prepared(block, _block(_centred(style)), styles, book), grid, phraser_of(book)),)
        case "item":
            return (_item(block, hangs[block.level], style, styles, book),)
        case "verse":
            stanza = isinstance(before, Paragraph) and before.kind == "verse"
            return tuple(_verse(block, style, styles, book, after_stanza=stanza))
        case "body" if head is not None:
            return (_run_in(head, block, style, styles, book),)
        case "sign":
            return (_plain(block, replace(style, align="center", hang=0.0), styles, book),)
        case "body" | "quote" | "pull" | "note":
            return (_plain(block, _centred(style), styles, book),)
        case _:
            assert_never(block.kind)


def _centred(style: Style) -> Style:
    """The style without indents, which would move centred lines off centre."""
    return style if style.align in ("justify", "start") else replace(style, indent=0.0, hang=0.0)


def _block(style: Style) -> Style:
    """A head of several lines is indented as one: its other lines begin no further left than the first."""
    return replace(style, hang=max(style.hang, style.indent))


def _plain(block: Paragraph, style: Style, styles: Mapping[str, Style], book: FontBook) -> TextItem:
    galley = prepared(type_runs(block.pieces, style, styles), style, book)
    return TextItem(galley, style, block.kind, block)


def _run_in(head: Paragraph, block: Paragraph, style: Style, styles: Mapping[str, Style], book: FontBook) -> TextItem:
    """A paragraph with a run-in head (题跟文): the head in its own type, at the text's size."""
    own = styles["crosshead"]
    opening = replace(style, font=own.font, weight=own.weight, ink=own.ink)
    gap = Piece("\u3000", block.location)
    whole = replace(block, pieces=(*head.pieces, gap, *block.pieces))
    runs = (*type_runs(head.pieces, opening, styles), *type_runs((gap, *block.pieces), style, styles))
    return TextItem(prepared(runs, style, book), style, "body", whole)


def _section(block: Paragraph, style: Style, styles: Mapping[str, Style], book: FontBook) -> TextItem:
    """【栏目】: the brackets come from the style, unless the author typed them."""
    before, _, after = (style.pattern or "{section}").partition("{section}")
    if block.text.startswith("【"):
        before = after = ""
    runs = (TextRun(before, style), *type_runs(block.pieces, style, styles), TextRun(after, style))
    galley = prepared(tuple(run for run in runs if run.text), style, book)
    return TextItem(galley, style, "section", block, len(before))


def _item(
    block: Paragraph, hang: tuple[float, float], style: Style, styles: Mapping[str, Style], book: FontBook
) -> TextItem:
    """A list item (列表项): label and text; further paragraphs of the item have no label."""
    hung = hang[1] > hang[0]
    style = replace(style, indent=hang[0] if block.label or not hung else hang[1], hang=hang[1])
    runs = type_runs(block.pieces, style, styles)
    label = block.label
    if label and not hung and label[-1] not in "、）〕":
        label += "\u3000"
    if label:
        runs = (TextRun(label, _label_style(block.label, style, styles["strong"])), *runs)
    return TextItem(prepared(runs, style, book, label=len(label)), style, "item", block, len(label))


def _label_style(label: str, style: Style, strong: Style) -> Style:
    """A dot in the strong face: in that of the text it is a speck."""
    return replace(style, font=strong.font, weight=strong.weight) if label == _DOT else style


def _verse(
    block: Paragraph, style: Style, styles: Mapping[str, Style], book: FontBook, *, after_stanza: bool
) -> Iterator[TextItem]:
    """A stanza line by line; turned-over lines are indented further; one 行 of space between stanzas."""
    lines = lines_of(block.pieces)
    for number, pieces in enumerate(lines):
        first, last = number == 0, number == len(lines) - 1
        own = replace(
            _centred(style),
            space_before=max(style.space_before, int(after_stanza)) if first else 0,
            space_after=style.space_after if last else 0,
        )
        if own.hang <= own.indent and own.align in ("justify", "start"):
            own = replace(own, hang=own.indent + _TURNED)
        yield _plain(replace(block, pieces=pieces, location=pieces[0].location), own, styles, book)
