"""Running bulletins: as many pages as the text takes, numbered and mirrored; the last balanced; what finds no place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.compose import Composed, Memory, compose_issue
from bulletin_layout.diagnostics import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import (
    Furniture,
    FurnitureLine,
    Issue,
    Jump,
    PageLayout,
    PagePlan,
    Slot,
    Story,
    Style,
    TextSpec,
)
from bulletin_layout.page import Page, PictureMark, TextMark
from bulletin_layout.preflight import inspect_edition
from tests.compose.sample import (
    LAYOUT,
    SHEET,
    STYLES,
    box,
    figure,
    han,
    issue,
    paragraph,
    paragraphs,
    photo,
    row_of,
    slot,
    story,
    table,
)

#: Two columns of 20 rows a page.
RUN = slot((1, 2), (1, 20), name="run", text=TextSpec(balance=True))
FOLIO = Furniture("folio", LAYOUT, "top-outer", (FurnitureLine("{page.number}/{issue.pages}", Style("folio", size=8)),))
#: A sheet whose inner and outer margins differ by 20 points.
SHEET_MIRRORED = replace(SHEET, inner=40, outer=20)


def layout(*slots: Slot, first: PageLayout | None = None, repeat: bool = True, **more: Any) -> PageLayout:
    return PageLayout(
        "简报", LAYOUT, SHEET_MIRRORED, {s.name: s for s in slots}, {}, (FOLIO,), repeat=repeat, first=first, **more
    )


def running(*stories: Story, number: int = 1, layout: PageLayout, **more: Any) -> PagePlan:
    return PagePlan(number, layout, "", more.pop("put", {}), Location("issue.yaml", 3, 5), flow=stories, **more)


def whole(plans: Sequence[PagePlan]) -> Issue:
    return replace(issue({}, []), pages=tuple(plans))


def composed(toy: FontBook, *plans: PagePlan, memory: Memory | None = None) -> Composed:
    return compose_issue(whole(plans), toy, memory=memory)


def marks(page: Page, *roles: str) -> list[TextMark]:
    return [m for m in page.marks if isinstance(m, TextMark) and (not roles or m.role in roles)]


def said(page: Page, *roles: str) -> str:
    return "".join("".join(mark.run.texts) for mark in marks(page, *roles))


def body(lines: int, start: int = 0) -> str:
    """A paragraph that fills so many lines of 13字."""
    return han(13 * lines - 2, start)


def feet(page: Page) -> list[float]:
    """The row of the last body line of each column of a page."""
    by_x: dict[float, float] = {}
    for mark in marks(page, "body"):
        column = min((x for x in (20, 40, 170, 190, 320, 340)), key=lambda x: abs(x - mark.x - mark.run.xs[0]))
        by_x[column] = max(by_x.get(column, 0), row_of(mark.y))
    return [by_x[x] for x in sorted(by_x)]


def test_a_page_stands_as_often_as_its_text_needs(toy: FontBook) -> None:
    text = [body(10, 200 * k) for k in range(10)]
    made = composed(toy, running(story(*paragraphs(*text)), layout=layout(RUN)))
    assert [page.number for page in made.edition.pages] == [1, 2, 3]
    assert "".join(said(page, "body") for page in made.edition.pages) == "".join(text)
    assert [said(page, "folio") for page in made.edition.pages] == ["1/3", "2/3", "3/3"]
    (row,) = made.slots
    assert (row.page, row.pages, row.set_lines, row.short_lines) == (1, 3, 100, 20)
    assert made.diagnostics == ()
    assert [plan.number for plan in made.issue.pages] == [1, 2, 3]


def test_left_and_right_pages_are_mirrored_by_the_printed_number(toy: FontBook) -> None:
    text = paragraphs(*(body(10, 200 * k) for k in range(8)))
    pages = composed(toy, running(story(*text), layout=layout(RUN))).edition.pages
    left = [min(mark.x + mark.run.xs[0] for mark in marks(page, "body") if mark.line) for page in pages]
    assert left == [40, 20]
    outer = [marks(page, "folio")[0].x + marks(page, "folio")[0].run.xs[0] > 320 for page in pages]
    assert outer == [True, False]
