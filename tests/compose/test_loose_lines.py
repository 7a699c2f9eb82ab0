"""A line whose gaps show, and one that no rule allows, are said at their place; others are not."""

from dataclasses import replace

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Aside, Note, Paragraph, Piece, PullQuote
from tests.compose.sample import LAYOUT, STYLES, Made, han, make, paragraph, slot, story

WORD = "Pneumonoultra"  # 13 letters of half an em, and never divided here
BODY = replace(STYLES["body"], hyphenate=False)


def codes(made: Made) -> list[tuple[str, int, int]]:
    return [(each.code, each.location.line, each.location.column) for each in made.composed.findings]


def test_a_line_that_a_long_word_leaves_short_is_said_with_its_gap(toy: FontBook) -> None:
    made = make(toy, slot(body=BODY), story(paragraph(f"{han(9)}{WORD}{han(9, 40)}", 12)))
    (finding,) = made.composed.findings
    assert (finding.code, finding.severity) == ("loose-line", "warning")
    assert (finding.location.line, finding.location.column) == (12, 1)
    fields = dict(finding.says.fields)
    assert fields["words"] == han(6)
    assert isinstance(fields["gap"], float)
    assert 0.2 < fields["gap"] < 0.6


@pytest.mark.parametrize(("limit", "said"), [(0.1, 1), (0.9, 0)])
def test_the_limit_is_the_styles(toy: FontBook, limit: float, said: int) -> None:
    style = replace(BODY, loose_limit=limit)
    assert len(codes(make(toy, slot(body=style), story(paragraph(f"{han(9)}{WORD}{han(9, 40)}"))))) == said


def test_what_is_wider_than_its_column_is_forced(toy: FontBook) -> None:
    made = make(toy, slot(body=BODY), story(paragraph(f"{han(5)}{WORD * 3}{han(9, 40)}", 12)))
    assert {code for code, _, _ in codes(made)} >= {"forced-line"}


def test_a_line_in_a_box_is_found_too(toy: FontBook) -> None:
    inner = paragraph(f"{han(8)}{WORD}{han(9, 40)}", 42)
    style = replace(STYLES["aside"], hyphenate=False, loose_limit=0.1)
    made = make(toy, slot(rows=(1, 20), aside=style), story(paragraph(han(20)), Aside((), (inner,), LAYOUT)))
    assert [(code, line) for code, line, _ in codes(made)] == [("loose-line", 42)]


def test_a_line_in_a_foot_note_is_found_too(toy: FontBook) -> None:
    place = Location("s.md", 10, 1)
    noted = Paragraph((Piece(han(20), place), Piece("a", place, note="a")), place)
    note = Note("a", (paragraph(f"{han(10)}{WORD}{han(9, 40)}", 80, "note"),), Location("s.md", 80, 1))
    style = replace(STYLES["note"], size=10, leading=15, hyphenate=False, loose_limit=0.1)
    told = replace(story(noted), notes=(note,))
    assert [(code, line) for code, line, _ in codes(make(toy, slot(note=style), told))] == [("loose-line", 80)]
    assert codes(make(toy, slot(note=replace(style, loose_limit=0.9)), told)) == []


@pytest.mark.parametrize(("boxed", "ahead"), [(False, 11), (True, 10)])
def test_a_line_of_a_pull_quote_is_found_too(toy: FontBook, boxed: bool, ahead: int) -> None:
    text = f"{han(ahead)}{WORD}{han(60, 40)}"  # more lines than a head has, so that it is set as text is
    quote = PullQuote((paragraph(han(4), 60, "pull"), paragraph(text, 61, "pull")), Location("s.md", 60, 1))
    style = replace(STYLES["pull"], size=10, align="justify", hyphenate=False, loose_limit=0.1, pattern="“{pull}”")
    told = story(paragraph(han(20)), Aside((), (paragraph(han(20), 50), quote), LAYOUT) if boxed else quote)
    finding = make(toy, slot(rows=(1, 30), pull=style), told).composed.findings[0]
    assert (finding.code, finding.location.line, finding.location.column) == ("loose-line", 61, 1)
    assert dict(finding.says.fields)["words"] == text[:6]


def test_lines_that_need_not_be_full_are_not_loose(toy: FontBook) -> None:
    told = story(paragraph(f"{han(9)}{WORD}{han(9, 40)}"), paragraph(han(60)))
    assert codes(make(toy, slot(body=replace(BODY, align="start")), told)) == []
