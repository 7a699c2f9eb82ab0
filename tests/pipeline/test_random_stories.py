"""Random stories of every kind of block through random slots and running pages, from their files to the written PDF:
what is printed and what is reported as over are the whole, nothing lies on anything else, and it is so again."""

import itertools
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue
from bulletin_layout.page import Page, TextMark
from bulletin_layout.preflight import inspect_edition
from bulletin_layout.reading import read_issue
from bulletin_layout.render.pdf import render_pdf
from tests.compose.sample import QUICK
from tests.support.said import said
from tests.support.toy_font import toy_font

HAN = re.compile("[\u4e00-\u9fff]")
#: Characters that stand in stories, labels and brackets among them, and not in tables, captions or notes alone.
COUNTED = re.compile("[\u4e00-\u9fff·（）【】。]")
#: A page of slots of its own, and one that repeats; measures of 8, 13, 18 and 28 字.
SLOTS = """\
schema: bulletin/layout@1
paper: {{trim: A4, bleed: 3mm, margins: {{top: 20mm, bottom: 15mm, inner: 13mm, outer: 12mm}}}}
grid:
  body: {{size: 小五, line: 14pt}}
  columns: {{count: {count}, measure: {measure}字, gutter: 2字}}
slots:
  a: {{box: {{cols: all, rows: 1-{rows}}}, text: {{balance: {balance}}}, give: [{give}]}}
{repeat}
"""
COLUMNS = {6: 8, 4: 13, 3: 18, 2: 28}
#: What may be said of such stories in such narrow slots; everything else is a finding of the program.
SAID = {
    "overset", "short", "table-too-wide", "name-too-wide", "note-without-room", "block-too-high", "head-too-wide",
    "head-too-high", "low-resolution", "give-without-effect", "ruby-collides", "unused-photo", "blank-page",
    "forced-line", "loose-line",
    "head-break",
}  # fmt: skip


@dataclass
class Writer:
    """Writes a story in Markdown of which no Han stands twice; ``words`` are those that count as its text, ``beside``
    those of tables and captions, which do not."""

    at: int = 0x5000
    words: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)

    def han(self, count: int, *, counts: bool = True) -> str:
        text = "".join(map(chr, range(self.at, self.at + count)))
        self.at += count
        (self.words if counts else self.beside).update(text)
        return text

    def block(self, kind: str, size: int) -> str:
        """A block of a kind, larger for larger sizes; plain text for kinds without a form of their own."""
        match kind:
            case "head":
                text = f"{'#' * (1 + size % 3)} {self.han(2 + size % 9)}"
                self.words.update("" if size % 3 else "【】")
            case "list":
                self.words.update("·" * (1 + size % 4))
                text = "\n".join(f"{'  ' * (k % 2)}- {self.han(1 + size * k % 30)}" for k in range(1 + size % 4))
            case "numbers":
                self.words.update("（）一（）二")
                text = "\n".join(f"- （{number}）{self.han(size)}" for number in "一二")
            case "table":
                text = self.table(1 + size)
            case "roster":
                text = f"::: roster {1 + size % 5}\n{'、'.join(self.han(2 + k % 4) for k in range(size))}\n:::"
            case "verse":
                text = f"::: verse\n{self.han(size)}\n{self.han(3)}\n\n{self.han(1)}\n:::"
            case "sign":
                text = f"::: sign\n{self.han(1 + size % 9)}\n{self.han(3)}\n:::"
            case "pull":
                text = f"::: pull\n{self.han(size)}\n:::"
            case "aside":
                inner = self.block("numbers" if size % 2 else "roster", 1 + size // 3)
                text = f":::: aside {self.han(4)}\n{self.han(size)}\n\n{inner}\n::::"
            case "photo":
                text = f"![{self.han(5, counts=False)}](photos/a.png)"
            case "marks":
                dots, ruby = self.han(2), self.han(1)
                self.words.update("。")
                text = f'{self.han(size)}[{dots}]{{.dots}}**{self.han(3)}**[{ruby}]{{ruby="xā"}}。'
            case _:
                text = self.han(size * 3)
        return text

    def table(self, rows: int) -> str:
        """A table of three columns, the last cell of all rows joined."""
        lines = [f"| {self.han(2, counts=False)} | | {self.han(1, counts=False)} |", "|--|--:|--|"]
        lines += [f"| {self.han(1 + k % 3, counts=False)} | {k}.5 | {'^' if k else ''} |" for k in range(rows)]
        return "\n".join(lines)


KINDS = st.sampled_from(
    ["text", "text", "text", "head", "list", "numbers", "table", "roster", "verse", "sign", "pull", "aside", "marks"]
)
STORIES = st.lists(st.tuples(KINDS, st.integers(1, 30)), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A publication without an issue."""
    root = tmp_path_factory.mktemp("paper")
    for name in ("fonts", "layouts", "content/1/photos"):
        (root / name).mkdir(parents=True)
    toy_font(root / "fonts/toy.ttf")
    weights = "weights: {regular: {file: toy.ttf}, bold: {file: toy.ttf}, black: {file: toy.ttf}}"
    families = "".join(f"  {name}: {{{weights}}}\n" for name in ("song", "hei", "kai"))
    (root / "fonts/fonts.yaml").write_text(f"schema: bulletin/fonts@1\nfamilies:\n{families}", "utf-8")
    (root / "bulletin.yaml").write_text("schema: bulletin/publication@1\nname: 1\n", "utf-8")
    Image.new("L", (300, 200), 128).save(root / "content/1/photos/a.png")
    yield root
    shutil.rmtree(root)


def written(folder: Path, text: str, layout: str, put: str) -> tuple[Issue, FontBook]:
    (folder / "layouts/page.yaml").write_text(layout, "utf-8")
    (folder / "content/1/s.md").write_text(text, "utf-8")
    head = "schema: bulletin/issue@1\nissue: {id: 1, date: 2026-10-30}\n"
    (folder / "content/1/issue.yaml").write_text(f"{head}pages:\n  - {{layout: page, {put}}}\n", "utf-8")
    reading = read_issue(folder / "content/1")
    assert {finding.code for finding in reading.findings} <= SAID, [said(each) for each in reading.findings]
    assert reading.issue is not None
    assert reading.fonts is not None
    return reading.issue, reading.fonts


def printed(composed: Composed) -> Counter[str]:
    """The characters of the written pages, as another program reads them."""
    document = pypdfium2.PdfDocument(render_pdf(composed.edition))
    return Counter(COUNTED.findall("".join(page.get_textpage().get_text_range() for page in document)))


def on_one_another(page: Page) -> list[tuple[str, str]]:
    """Texts of which one covers the other; without ruby, which stands close to its text."""
    boxes = []
    for mark in page.marks:
        run = mark.run if isinstance(mark, TextMark) else None
        if isinstance(mark, TextMark) and run is not None and HAN.search("".join(run.texts)):
            ends = (x + run.face.advance(gid) * run.size for x, gid in zip(run.xs, run.gids, strict=True))
            top = mark.y - 0.8 * run.size
            boxes.append((top, mark.y, mark.x + min(run.xs), mark.x + max(ends), "".join(run.texts)))
    boxes.sort()
    found = []
    for above, below in itertools.combinations(boxes, 2):
        apart = below[0] >= above[1] or below[2] >= above[3] - 0.5 or above[2] >= below[3] - 0.5
        if not apart:
            found.append((above[4], below[4]))
    return found


@QUICK
@given(
    story=STORIES,
    photo=st.booleans(),
    note=st.booleans(),
    count=st.sampled_from(sorted(COLUMNS)),
    rows=st.integers(4, 50),
    balance=st.booleans(),
    give=st.sampled_from(["", "line -0.5pt", "letterspace -1%, adjacent 1"]),
    flows=st.booleans(),
)
def test_printed_and_over_are_the_whole(
    folder: Path, story: list[tuple[str, int]], photo: bool, note: bool,
    count: int, rows: int, balance: bool, give: str, flows: bool,
) -> None:  # fmt: skip
    writer = Writer()
    blocks = [writer.block(kind, size) for kind, size in story]
    if photo:
        blocks.insert(1, writer.block("photo", 1))
    if note:
        blocks[0:0] = [f"{writer.han(5)}[^n]", f"[^n]: {writer.han(9, counts=False)}"]
    repeat = "repeat: until-text-ends" if flows else ""
    layout = SLOTS.format(
        count=count, measure=COLUMNS[count], rows=rows, balance=str(balance).lower(), give=give, repeat=repeat
    )
    issue, fonts = written(folder, "\n\n".join(blocks), layout, "flow: s" if flows else "put: {a: s}")
    composed = compose_issue(issue, fonts)
    found = (*composed.findings, *inspect_edition(composed.edition, composed.issue))
    codes = {finding.code for finding in found}
    assert codes <= SAID, [said(each) for each in found]
    stands = printed(composed)
    if "block-too-high" not in codes:
        assert sum(row.over_chars for row in composed.slots) == (writer.words - stands).total()
        assert not writer.beside - stands or codes & {"overset", "note-without-room"}
    if "table-too-wide" not in codes and "name-too-wide" not in codes:
        assert [pair for page in composed.edition.pages for pair in on_one_another(page)] == []
    assert render_pdf(compose_issue(issue, fonts).edition) == render_pdf(composed.edition)
