"""Prepares a manuscript's blocks for reading their roles (整理): layout tables and small boxes opened, lines mended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.manuscripts.losses import Losses
from bulletin_layout.manuscripts.markdown import joined_lines
from bulletin_layout.manuscripts.matter import Box, Cell, Grid, Matter, Paragraph, Run, Shot
from bulletin_layout.manuscripts.traits import LISTED, SWITCHES, stripped, without_looks

#: A text box with one paragraph of at most so many characters is a head or a caption, not an aside.
_SMALL_BOX: Final = 60
#: Text of at most so many blocks opens a manuscript.
_OPENING: Final = 6
_END_MARK: Final = re.compile(r"[。！？；：…][”’）》」』]*$")
#: Verse: at least so many lines, none longer than so many characters.
_VERSE_LINES: Final = 3
_VERSE_LENGTH: Final = 20
#: A line of at least so many characters is one of text; one that is shorter by so many was ended by its author.
_FULL: Final = 16
_RAGGED: Final = 4
#: 张：, 第一行：, 时间：
_LABEL: Final = re.compile(r"[^，。；：:！？、]{1,8}[：:]")
#: Wingdings' ➢ ✓ ▪ ● ■ ◆ ❖ □ in any other font.
_LOST_BULLET: Final = re.compile(
    r"(?:[Øü§][ \xa0\u3000\t]{0,20}|[lnuvqp][ \xa0\u3000\t]{2,20})(?=[\u3400-\u9fff“《（])"
)
#: 图1　会场　　　图2　合影.
_FIGURE: Final = re.compile(r"图[ \u3000]?[0-9]{1,2}(?![0-9])")
_BESIDE: Final = re.compile(rf"[ \u3000\t]{{2,60}}(?={_FIGURE.pattern})")
#: A share of bold text above which bold says nothing.
_MOST_BOLD: Final = 0.6


def tidied(blocks: Sequence[Matter], losses: Losses) -> list[Matter]:
    """The blocks in order: tables that only lay things out are opened, as are boxes with a line; the same picture
    comes once; marks that stand on most of the text are dropped; lines that were broken by hand are joined."""
    opened = [*_opened(blocks)]
    placed = [each for at, block in enumerate(opened) for each in _unboxed(block, opened, at)]
    plain = _without_common_marks(_without_doubles(placed), losses)
    plain = [_with_bullet(block, losses) if isinstance(block, Paragraph) else block for block in plain]
    return [part for block in plain for each in _by_lines(block, losses) for part in _captions_apart(each)]


def _opened(blocks: Sequence[Matter]) -> Iterator[Matter]:
    for block in blocks:
        if isinstance(block, Grid) and _is_layout(block):
            for row in block.rows:
                for cell in row:
                    is_shown = _has_shot(cell)
                    yield from (_as_caption(each) if is_shown else each for each in _opened(cell.blocks))
        else:
            yield block


def _is_layout(grid: Grid) -> bool:
    """Whether a table only lays things out: it is a frame of one column, or it has pictures."""
    return all(len(row) == 1 for row in grid.rows) or any(_has_shot(cell) for row in grid.rows for cell in row)


def _as_caption(block: Matter) -> Matter:
    """A short line in the cell of a picture, centred as captions are."""
    is_short = isinstance(block, Paragraph) and len(block.text) <= _SMALL_BOX
    return replace(block, align="center") if isinstance(block, Paragraph) and is_short else block


def _has_shot(cell: Cell) -> bool:
    return any(isinstance(block, Shot) for block in cell.blocks)


def _unboxed(block: Matter, blocks: Sequence[Matter], at: int) -> Iterator[Matter]:
    """A box's pictures and, where it holds one short paragraph at the opening or beside a picture, that paragraph; the
    rest stays a box."""
    if not isinstance(block, Box):
        yield block
        return
    inner = [*_opened(block.blocks)]
    texts = [each for each in inner if isinstance(each, Paragraph)]
    beside = [
        each for each in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2], *inner) if isinstance(each, Shot)
    ]
    is_small = len(texts) == 1 and len(texts[0].text) <= _SMALL_BOX
    opens = sum(isinstance(each, Paragraph) for each in blocks[:at]) < _OPENING and not any(
        _is_text(each) for each in blocks[:at]
    )
    if not texts or (is_small and (opens or beside)):
        for each in inner:
            yield replace(each, align="center") if isinstance(each, Paragraph) and beside else each
        return
    yield from (each for each in inner if isinstance(each, Shot))
    rest = tuple(each for each in inner if not isinstance(each, Shot))
    yield Box(rest, block.line)


def _is_text(block: Matter) -> bool:
    return isinstance(block, Paragraph) and len(block.text) >= 30 and _END_MARK.search(block.text) is not None


def _without_doubles(blocks: Sequence[Matter]) -> Iterator[Matter]:
    """The blocks, each picture only where it stands first."""
    seen: set[bytes] = set()
    for block in blocks:
        if isinstance(block, Shot):
            if block.data in seen:
                continue
            seen.add(block.data)
        yield block


def _without_common_marks(blocks: Iterator[Matter], losses: Losses) -> list[Matter]:
    """The blocks without bold, italics and underlines where most of the text has them: there they mark nothing."""
    every = [*blocks]
    runs = [run for block in every if isinstance(block, Paragraph) and len(block.text) >= 30 for run in block.runs]
    total = sum(len(run.text) for run in runs)
    common = [
        name
        for name in SWITCHES
        if total and sum(len(run.text) for run in runs if getattr(run.look, name)) > _MOST_BOLD * total
    ]
    if not common:
        return every
    losses.drop("font")
    return [
        replace(block, runs=tuple(without_looks(run, common) for run in block.runs))
        if isinstance(block, Paragraph)
        else block
        for block in every
    ]


def _with_bullet(paragraph: Paragraph, losses: Losses) -> Paragraph:
    """A paragraph with its bullet, where copying from the web left only the letter of a symbol font of it."""
    found = _LOST_BULLET.match(paragraph.text) if not paragraph.marker else None
    if found is None:
        return paragraph
    losses.drop("bullet-letter")
    return replace(paragraph, runs=stripped(paragraph.runs, found.end()), marker="bullet")


def _captions_apart(block: Matter) -> Iterator[Matter]:
    """Captions that stand in a line below pictures beside each other, as several paragraphs."""
    text = block.text if isinstance(block, Paragraph) else ""
    if not isinstance(block, Paragraph) or not _FIGURE.match(text):
        yield block
        return
    start = 0
    for gap in (*_BESIDE.finditer(text), None):
        end = gap.start() if gap is not None else len(text)
        yield replace(block, runs=stripped(block.runs, start, len(text) - end))
        start = gap.end() if gap is not None else end


def _by_lines(block: Matter, losses: Losses) -> Iterator[Matter]:
    """A paragraph whose lines are paragraphs by themselves as several; otherwise as it is. Lines of one paragraph, such
    as those of a page that was copied, are left together, and so are the few short ones of a head."""
    if not isinstance(block, Paragraph) or "\n" not in block.text:
        yield block
        return
    if is_verse(block):
        yield block
        return
    parts: list[list[Paragraph]] = []
    lines = [*_lines(block)]
    longest = max((len(line.text) for line in lines), default=0)
    for line in lines:
        if parts and not _begins(line, parts[-1][-1], longest):
            parts[-1].append(line)
        else:
            parts.append([line])
    if len(parts) == 1 and len(joined_lines(block.text)) <= 2 * _VERSE_LENGTH:
        yield block
        return
    if len(parts) < len(lines):
        losses.drop("soft-break")
    for at, part in enumerate(parts):
        runs = [run for number, line in enumerate(part) for run in ((Run("\n"),) if number else ()) + line.runs]
        whole = replace(part[0], runs=tuple(runs))
        yield replace(whole, number="", marker="") if at else whole


def _begins(line: Paragraph, before: Paragraph, longest: int) -> bool:
    """Whether a line begins a paragraph: after the end of a sentence or a short line, or with an indent, a number or
    the name of who speaks."""
    is_ended = _END_MARK.search(before.text) is not None and not before.text.endswith("…")
    is_short = longest >= _FULL and len(before.text) + _RAGGED < longest and not before.text.endswith(("，", "、", ","))
    starts = LISTED.match(line.text) or _LABEL.match(line.text)
    return is_ended or is_short or line.blanks >= 1.5 or starts is not None


def is_verse(paragraph: Paragraph) -> bool:
    """Whether the lines of a paragraph are verse: several, all short, and no list or dialogue."""
    lines = [line.strip() for line in paragraph.text.split("\n")]
    if sum(any("\u3400" <= char <= "\u9fff" for char in line) for line in lines) * 2 < len(lines):  # a program
        return False
    labelled = sum(LISTED.match(line) is not None or _LABEL.match(line) is not None for line in lines)
    return len(lines) >= _VERSE_LINES and labelled < 2 and all(len(line) <= _VERSE_LENGTH for line in lines)


def lines_of(paragraph: Paragraph) -> tuple[tuple[Run, ...], ...]:
    """The lines of a paragraph, where its author broke them."""
    lines: list[list[Run]] = [[]]
    for run in paragraph.runs:
        for at, part in enumerate(run.text.split("\n")):
            if at:
                lines.append([])
            if part or run.note or run.remark:
                lines[-1].append(replace(run, text=part))
    return tuple(
        tuple(line) for line in lines if "".join(run.text for run in line).strip() or any(r.note for r in line)
    )


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    for line in lines_of(paragraph):
        first = line[0].text
        text = first.lstrip()
        blanks = sum(1.0 if char == "\u3000" else 0.5 for char in first[: len(first) - len(text)])
        yield replace(paragraph, runs=(replace(line[0], text=text), *line[1:]), blanks=blanks)
