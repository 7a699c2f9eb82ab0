"""The blocks of a Word document (段落和表格): its paragraphs, tables, pictures and boxes, in reading order."""

from collections.abc import Iterator, Sequence
from typing import Final

from bulletin_layout.manuscripts.context import Context, unwrapped
from bulletin_layout.manuscripts.matter import Cell, Grid, Matter, Paragraph, Run
from bulletin_layout.manuscripts.runs import ParagraphReader
from bulletin_layout.manuscripts.styles import is_on
from bulletin_layout.manuscripts.xml import Node

#: Blanks typed at a paragraph's start, and their widths in em; four spaces stand for an indent of two.
_BLANKS: Final = {"\u3000": 1.0, "\u2003": 1.0, "\t": 2.0}
_NARROW: Final = 0.5
_MOST_SPAN: Final = 63


def read_blocks(context: Context, nodes: Sequence[Node], *, in_table: bool = False) -> tuple[Matter, ...]:
    """The blocks among nodes of a body, a cell, a box or a note."""
    return tuple(_Blocks(context, in_table=in_table).read(nodes))


class _Blocks:
    """Reads blocks in order; ``_carried``: runs that a paragraph without a mark of its own leaves to the next one."""

    def __init__(self, context: Context, *, in_table: bool) -> None:
        self._context = context
        self._in_table = in_table
        self._carried: list[Run] = []

    def read(self, nodes: Sequence[Node]) -> Iterator[Matter]:
        for node in unwrapped(self._context, nodes):
            match node.tag:
                case "w:p":
                    yield from self._paragraph(node)
                case "w:tbl":
                    yield from self._table(node)
                case "w:altChunk":
                    self._context.losses.drop("chunk")
                case "w:ins" | "w:moveTo" | "w:del" | "w:moveFrom":
                    if self._context.is_kept(node):
                        yield from self.read(node.children)
                case "m:oMathPara" | "m:oMath" | "w:r" | "w:hyperlink":
                    yield from self._paragraph(Node("w:p", {}, (node,), ""))
        if self._carried:
            yield Paragraph(tuple(self._carried), self._context.losses.line)

    def _paragraph(self, node: Node) -> Iterator[Matter]:
        context = self._context
        context.losses.line += 1
        properties = node.first("w:pPr")
        reader = ParagraphReader(context, properties, in_table=self._in_table)
        reader.take(node.children)
        reader.finish()
        runs, self._carried = [*self._carried, *reader.runs], []
        if properties is not None and self._is_joined(properties):
            self._carried = runs
        else:
            number = context.numbering.number(properties)
            runs, blanks = _without_indent(runs)
            if runs:
                named = properties.first("w:pStyle") if properties is not None else None
                style = context.styles.name(named.value) if named is not None else ""
                align = context.styles.align(properties)
                line = context.losses.line
                yield Paragraph(tuple(runs), line, style, align, number.text, number.marker, number.level, blanks)
        yield from reader.beside

    def _is_joined(self, properties: Node) -> bool:
        """Whether the paragraph goes on in the next one: its mark is deleted, or it is a drop cap in a frame."""
        marked = properties.first("w:rPr")
        changes = [each for each in (marked.children if marked is not None else ()) if each.tag in ("w:ins", "w:del")]
        kept = [self._context.is_kept(each) for each in changes]
        frame = properties.first("w:framePr")
        return not all(kept) or (frame is not None and frame.get("w:dropCap") in ("drop", "margin"))

    def _table(self, node: Node) -> Iterator[Matter]:
        self._context.losses.drop("table-format")
        line = self._context.losses.line + 1
        rows: list[tuple[Cell, ...]] = []
        heads = 0
        for row in unwrapped(self._context, node.children):
            if row.tag != "w:tr":
                continue
            properties = row.first("w:trPr")
            changes = [each for tag in ("w:ins", "w:del") for each in (properties.all(tag) if properties else ())]
            if not all(tuple(self._context.is_kept(change._replace(children=row.children)) for change in changes)):
                continue
            repeated = properties.first("w:tblHeader") if properties is not None else None
            heads += repeated is not None and is_on(repeated) and heads == len(rows)
            rows.append(tuple(self._cells(row)))
        if rows:
            yield Grid(tuple(rows), line, heads)

    def _cells(self, row: Node) -> Iterator[Cell]:
        before = row.first("w:trPr", "w:gridBefore")
        yield from (Cell(()) for _ in range(_count(before, 0)))
        joined: Cell | None = None
        for node in unwrapped(self._context, row.children):
            if node.tag != "w:tc":
                continue
            properties = node.first("w:tcPr") or Node("w:tcPr", {}, (), "")
            blocks = read_blocks(self._context, node.children, in_table=True)
            down, right = properties.first("w:vMerge"), properties.first("w:hMerge")
            columns = _count(properties.first("w:gridSpan"), 1)
            if right is not None and right.value != "restart" and joined is not None:
                joined = Cell((*joined.blocks, *blocks), joined.columns + columns, joined.above)
                continue
            if joined is not None:
                yield joined
            joined = Cell(blocks, columns, down is not None and down.value != "restart")
        if joined is not None:
            yield joined


def _count(node: Node | None, usual: int) -> int:
    text = node.value if node is not None else ""
    return min(int(text), _MOST_SPAN) if text.isascii() and text.isdigit() and len(text) < 4 else usual


def _without_indent(runs: Sequence[Run]) -> tuple[list[Run], float]:
    """Runs without blanks at their ends, and how many em of blanks stood at the start."""
    kept, width = [*runs], 0.0
    if kept and all(run.text and not (run.text[0].isspace() or run.text[-1].isspace()) for run in (kept[0], kept[-1])):
        return kept, width
    while kept and _is_blank(kept[0]):
        width += _em(kept.pop(0).text)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    if kept:
        first = kept[0]
        text = first.text.lstrip()
        width += _em(first.text[: len(first.text) - len(text)])
        kept[0] = _with_text(first, text)
        kept[-1] = _with_text(kept[-1], kept[-1].text.rstrip())
    return kept, width


def _is_blank(run: Run) -> bool:
    return not (run.text.strip() or run.note or run.remark)


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.look, run.link, run.ruby, run.note, run.remark)


def _em(blanks: str) -> float:
    return sum(_BLANKS.get(char, _NARROW) for char in blanks)
