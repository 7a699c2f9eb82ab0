"""Small pages whose positions are whole numbers: 1字 is 10 points, 1行 is 15, four columns of 13字 from x = 30."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from hypothesis import HealthCheck, settings

from bulletin_layout.compose import Composed, Memory, SlotReport, compose_issue
from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid, page_grid
from bulletin_layout.issue import (
    Banner,
    Block,
    Box,
    EditorLine,
    Figure,
    Furniture,
    Head,
    Issue,
    PageLayout,
    PagePlan,
    Paragraph,
    Photo,
    PhotoSpec,
    Piece,
    Publication,
    Sheet,
    Slot,
    SlotFrame,
    Story,
    Style,
    Table,
    TextSpec,
    TitleSpec,
)
from bulletin_layout.measures import Scale
from bulletin_layout.page import Page, PictureMark, RuleMark, TextMark
from bulletin_layout.pictures import Picture
from tests.support.words import words

EM, LINE = 10.0, 15.0
#: Left edges of the page columns; each is 130 points wide, the gutters are 20.
COLUMNS = (30.0, 180.0, 330.0, 480.0)
MEASURE = 130.0
TOP, ROWS = 50.0, 50
LAYOUT = Location("layouts/x.yaml", 9, 5)
#: For properties of whole pages, each of which takes some hundredths of a second.
QUICK = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

STYLES: Mapping[str, Style] = {
    "body": Style("body", size=10, indent=2),
    "strong": Style("strong", font="hei", weight="bold", size=10),
    "emphasis": Style("emphasis", font="kai", size=10),
    "headline": Style("headline", font="hei", weight="bold", size=20, align="center", lines=3, sizes=(18, 16)),
    "kicker": Style("kicker", font="kai", size=12, align="center", lines=1),
    "deck": Style("deck", font="kai", size=12, align="center", lines=2),
    "byline": Style("byline", font="kai", size=10, align="end", pattern="（{byline}）完", join_last_line=True),
    "caption": Style("caption", font="kai", size=8, align="center", leading=11),
    "crosshead": Style("crosshead", font="hei", weight="bold", size=10, align="center", lines=2),
    "initial": Style("initial", font="hei", weight="bold", size=10),
    "quote": Style("quote", font="kai", size=10, indent=2),
    "item": Style("item", size=10, hang=2),
    "jump": Style("jump", font="kai", size=10, align="end"),
    "table": Style("table", size=8, align="start"),
    "section": Style("section", font="hei", weight="bold", size=12, align="center", lines=2, pattern="【{section}】"),
    "sign": Style("sign", size=10, align="end", indent=2),
    "verse": Style("verse", font="kai", size=10, align="start", indent=2, hang=3),
    "pull": Style("pull", font="kai", size=14, leading=21, align="start"),
    "aside": Style("aside", font="kai", size=10, indent=2),
    "roster": Style("roster", size=10, align="start"),
    "note": Style("note", size=7.5, leading=11, hang=1),
}

SHEET = Sheet(
    width=640, height=850, bleed=9, top=TOP, bottom=50, inner=30, outer=30,
    scale=Scale(EM, LINE), columns=4, measure=13, gutter=20, location=LAYOUT,
)  # fmt: skip


def han(count: int, start: int = 0) -> str:
    """So many different Han, the same for the same numbers."""
    return "".join(chr(0x4E00 + (start + k) % 20000) for k in range(count))


def paragraph(text: str, line: int = 10, kind: Any = "body", **more: Any) -> Paragraph:
    """A paragraph in one piece that stands on a line of the story's file."""
    place = Location("s.md", line, 1)
    return Paragraph((Piece(text, place),) if text else (), place, kind, **more)


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """Paragraphs on the lines 10, 12, 14 …"""
    return tuple(paragraph(text, 10 + 2 * k) for k, text in enumerate(texts))


def photo(width: int = 3000, height: int = 2000, caption: str = "", credit: str = "") -> Photo:
    """A photo that no test opens."""
    picture = Picture(Path("none.jpg"), "photos/none.jpg", width, height, "0" * 64)
    place = Location("s.md", 5, 3)
    return Photo(picture, place, words(caption, place), words(credit, place))


def figure(**about: Any) -> Figure:
    """A photo in the flow."""
    return Figure(photo(**about), Location("s.md", 20, 1))


def table(*rows: str, header_rows: int = 1) -> Table:
    """A table whose cells are parted by spaces, as many columns as its first row has."""
    place = Location("s.md", 30, 1)
    cells = tuple(tuple((Piece(cell, place),) for cell in row.split()) for row in rows)
    aligns: list[Literal["start", "center", "end"]] = ["start"] * len(rows[0].split())
    return Table(cells, tuple(aligns), place, header_rows)


def story(*blocks: Block, headline: str | Sequence[str] = (), slug: str = "s", **more: Any) -> Story:
    """A story; a headline given as a list keeps its lines. ``kicker`` and ``deck`` likewise."""
    heads = {name: head(more.pop(name, ())) for name in ("kicker", "deck")}
    more["byline"] = words(more.get("byline", ""), Location(f"{slug}.md"))
    return Story(slug, Location(f"{slug}.md"), blocks, headline=head(headline), **{"photos": {}} | heads | more)


def head(text: str | Sequence[str]) -> Head | None:
    """A head in one line that may be broken, or in the author's lines; None where there is none."""
    place = Location("s.md", 2, 11)
    if isinstance(text, str):
        return Head((words(text, place),), place)
    return Head(tuple(words(line, place) for line in text), place, fixed=True) if text else None


def slot(
    cols: tuple[int, int] = (1, 1),
    rows: tuple[int, int] = (1, 10),
    *,
    name: str = "a",
    boxes: tuple[Box, ...] = (),
    text: TextSpec | None = None,
    title: TitleSpec | None = None,
    photos: Sequence[PhotoSpec] = (),
    frame: SlotFrame | None = None,
    short: int = 99,
    **styles: Style,
) -> Slot:
    """A slot on the grid; styles by role replace those of ``STYLES``."""
    return Slot(
        name, LAYOUT, boxes or (Box(LAYOUT, cols, rows),), {**STYLES, **styles}, text or TextSpec(),
        title or TitleSpec(), {spec.name: spec for spec in photos}, frame or SlotFrame(), short,
    )  # fmt: skip


def box(cols: tuple[int, int], rows: tuple[int, int]) -> Box:
    """A box on the grid."""
    return Box(LAYOUT, cols, rows)


def spec(name: str = "p1", **more: Any) -> PhotoSpec:
    """Room for a photo, which may be cropped to any shape unless that is what a test asks about."""
    return PhotoSpec(name, LAYOUT, **{"crop": 1.0} | more)


def vertical_banner(text: str = "栏目", rows: tuple[int, int] = (1, 6), **more: Any) -> Banner:
    """A vertical banner of 20 points in the first column."""
    style = Style("banner", font="hei", weight="bold", size=10, align="spread")
    return Banner("b", LAYOUT, words(text, LAYOUT), box((1, 1), rows), style, "vertical", **{"width": 20.0} | more)


def issue(
    put: Mapping[str, Story],
    slots: Sequence[Slot],
    *,
    banners: Sequence[Banner] = (),
    furniture: Sequence[Furniture] = (),
    editor: EditorLine | None = None,
    editor_name: str = "",
    number: int = 1,
    sheet: Sheet = SHEET,
    **shared: Any,
) -> Issue:
    """An issue of one page; ``shared``: its ``continued`` and ``briefs``."""
    layout = PageLayout(
        "新闻", LAYOUT, sheet, {s.name: s for s in slots}, {b.name: b for b in banners}, tuple(furniture), editor,
        STYLES,
    )  # fmt: skip
    plan = PagePlan(number, layout, words(editor_name, LAYOUT), put, Location("issue.yaml", 3, 5), **shared)
    publication = Publication(Path("none"), {"name": words("院报", LAYOUT)})
    return Issue("2026-10", date(2026, 10, 30), publication, Path("none"), (plan,), Location("issue.yaml"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it stands on the page: left and right edge of its em boxes, and its baseline."""

    text: str
    x: float
    right: float
    y: float
    paragraph: int


@dataclass(frozen=True, slots=True)
class Made:
    """A page made of one story, and what tests ask about it."""

    composed: Composed

    @property
    def page(self) -> Page:
        return self.composed.edition.pages[0]

    @property
    def report(self) -> SlotReport:
        return self.composed.slots[0]

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.composed.findings]

    def texts(self, *roles: str) -> list[TextMark]:
        """The text marks of some roles, or all, in the page's order."""
        return [m for m in self.page.marks if isinstance(m, TextMark) and (not roles or m.tag.role in roles)]

    def text(self, *roles: str) -> str:
        """What marks of some roles say."""
        return "".join("".join(m.run.texts) for m in self.texts(*roles))

    def lines(self, *roles: str) -> list[Line]:
        """The lines of some roles, in the page's order."""
        marks = self.texts(*roles)
        found = []
        for key, group in itertools.groupby(marks, key=lambda m: (m.tag.block, m.tag.line, m.x, m.y, m.tag.role)):
            runs = [m.run for m in group]
            left = key[2] + min(x for run in runs for x in run.xs)
            right = key[2] + max(
                x + run.face.advance(gid) * run.size for run in runs for x, gid in zip(run.xs, run.gids, strict=True)
            )
            found.append(Line("".join("".join(run.texts) for run in runs), left, right, key[3], key[0]))
        return found

    def columns(self, *roles: str) -> list[list[Line]]:
        """The lines by page column."""
        edges = (*COLUMNS, 1e9)
        return [[line for line in self.lines(*roles) if a <= line.x < b] for a, b in itertools.pairwise(edges)]

    @property
    def pictures(self) -> list[PictureMark]:
        return [m for m in self.page.marks if isinstance(m, PictureMark)]

    @property
    def rules(self) -> list[RuleMark]:
        return [m for m in self.page.marks if isinstance(m, RuleMark)]


def make(book: FontBook, own: Slot, told: Story, *, memory: Memory | None = None, **page: Any) -> Made:
    """Compose a page of one slot and one story."""
    return Made(compose_issue(issue({own.name: told}, [own], **page), book, memory=memory))


def grid() -> Grid:
    """The grid of page 1."""
    return page_grid(SHEET, 1)


def row_of(y: float) -> float:
    """The row on whose baseline a y stands, from 0: whole if it is on the grid."""
    return round((y - TOP - 8.8) / LINE, 6)
