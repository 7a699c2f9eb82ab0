"""What the slot table says is over and short, against the text that another program reads from the written pages."""

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Give, Slot
from bulletin_layout.page import Edition, PictureMark
from bulletin_layout.render.pdf import render_pdf
from tests.compose.sample import LAYOUT, han, issue, make, paragraphs, photo, slot, spec, story

LENGTHS = range(40, 440, 2)
OWN = slot((1, 2), (1, 12), photos=[spec(at="top-right", span=1, rows=6)])
ROOM = 18  # lines: two columns of twelve rows, less the photo's six


def pages_of(toy: FontBook, own: Slot) -> tuple[list[str], list[tuple[int, int, int, int]]]:
    """Two hundred stories of one or two paragraphs, a page each: the text read from the PDF, and over and short in 字
    and 行 as reported."""
    plans = []
    for number, count in enumerate(LENGTHS, 1):
        parts = (han(count),) if count % 4 else (han(count // 2), han(count - count // 2, count // 2))
        told = story(*paragraphs(*parts), photos={"p1": photo()}, slug=f"s{count}")
        plans.append(replace(issue({"a": told}, [own]).pages[0], number=number))
    composed = compose_issue(replace(issue({}, []), pages=tuple(plans)), toy)
    unpictured = tuple(
        replace(page, marks=tuple(mark for mark in page.marks if not isinstance(mark, PictureMark)))
        for page in composed.edition.pages
    )
    document = pypdfium2.PdfDocument(render_pdf(Edition("t", "", "", composed.edition.date, unpictured)))
    texts = [document[k].get_textpage().get_text_range() for k in range(len(document))]
    return texts, [(row.over_chars, row.over_lines, row.short_chars, row.short_lines) for row in composed.slots]


def test_two_hundred_lengths_are_counted_as_the_pdf_has_them(toy: FontBook) -> None:
    texts, reported = pages_of(toy, OWN)
    assert len(texts) == len(reported) == 200
    for count, text, (over_chars, over_lines, short_chars, short_lines) in zip(LENGTHS, texts, reported, strict=True):
        printed, lines = "".join(text.split()), len(text.split())
        assert han(count).startswith(printed), count
        assert over_chars == count - len(printed), count
        assert short_lines == (0 if over_chars else ROOM - lines), count
        assert short_chars == 13 * short_lines, count
        assert -(-over_chars // 13) <= over_lines <= -(-over_chars // 13) + 1, count
    assert {bool(over) for over, *_ in reported} == {True, False}


def test_a_text_without_any_room_is_over_by_all_its_lines(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 3)), story(*paragraphs(han(128)), headline="题"))
    assert made.report.room_lines == 0
    assert (made.report.over_chars, made.report.over_lines) == (128, 10)


def test_two_hundred_lengths_are_counted_so_after_give_too(toy: FontBook) -> None:
    """A photo that gives up to two rows, above or below: what is left then is what the table says."""
    give = Give("photo.height", -2, 2, "行", "", LAYOUT, "photo.height ±2行")
    texts, reported = pages_of(toy, replace(OWN, give=(give,), short=1))
    for count, text, (over_chars, _, _, short_lines) in zip(LENGTHS, texts, reported, strict=True):
        printed, lines = "".join(text.split()), len(text.split())
        assert over_chars == count - len(printed), count
        if not over_chars:
            assert ROOM - 2 <= lines + short_lines <= ROOM + 2, count
    assert sum(not over and short <= 1 for over, _, _, short in reported) > 20  # without give: 13 of them
