"""Our paragraphs in ReportLab's own documents: split over frames, drawn, and read back."""

import io
import runpy
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.render.flowables import BulletinParagraph, BulletinStory
from bulletin_layout.typeset import TextRun
from tests.render.sheets import extracted, opened
from tests.support.toy_font import toy_book

BODY = Style("body", size=10, leading=15, indent=2, hyphenate=False)
TEXT = "他说：“春风吹拂校园，（同学们）都来了。”老师问：“《诗经》读完了吗？”大家说，还没有；再读一遍。" * 3
NEVER_FIRST, NEVER_LAST = "，。：；？！”）》", "“（《"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    return toy_book(tmp_path_factory.mktemp("book"))


def built(flowables: Sequence[Flowable], *widths: float, height: float = 105) -> bytes:
    """A document with one frame a page, of the widths in turn; the last repeats."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=(400, 300), initialFontName="Helvetica")
    for number, width in enumerate(widths):
        frame = Frame(20, 20, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        follow = str(min(number + 1, len(widths) - 1))
        document.addPageTemplates(PageTemplate(str(number), [frame], autoNextPageTemplate=follow))
    document.build(list(flowables))
    return out.getvalue()


def lines_of(pdf: bytes) -> list[str]:
    return extracted(pdf).split()


@pytest.mark.parametrize("widths", [(130,), (60,), (130, 100), (90, 170, 110), (100, 100, 60)])
def test_a_paragraph_split_over_frames_loses_nothing_and_keeps_kinsoku(
    book: FontBook, widths: tuple[float, ...]
) -> None:
    pdf = built([BulletinParagraph(TEXT, BODY, book)], *widths)
    lines = lines_of(pdf)
    assert len(opened(pdf).pages) >= max(2, len(widths) - 1)
    assert "".join(lines) == TEXT
    assert not [line for line in lines if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


def test_only_the_first_part_is_indented(book: FontBook) -> None:
    paragraph = BulletinParagraph(TEXT, BODY, book)
    paragraph.wrap(130, 1000)
    head, rest = paragraph.split(130, 40)
    again = rest.split(100, 20)[1]
    starts = [part.lines(130)[0].runs[0].xs[0] for part in (head, rest, again) if isinstance(part, BulletinParagraph)]
    assert starts[0] == pytest.approx(20)
    assert all(start < 5 for start in starts[1:])


def test_a_frame_of_the_same_width_goes_on_with_the_same_lines(book: FontBook) -> None:
    paragraph = BulletinParagraph(TEXT, BODY, book)
    whole = paragraph.lines(130)
    head, rest = paragraph.split(130, 47)
    assert isinstance(head, BulletinParagraph)
    assert isinstance(rest, BulletinParagraph)
    assert (*head.lines(130), *rest.lines(130)) == whole
    assert len(head.lines(130)) == 3


def test_nothing_fits_into_less_than_a_line(book: FontBook) -> None:
    paragraph = BulletinParagraph(TEXT, BODY, book)
    assert paragraph.split(130, 14.9) == []
    assert paragraph.split(130, 1000) == [paragraph]


def test_a_story_goes_through_frames_in_order_with_its_byline_last(book: FontBook) -> None:
    headline = Style("headline", font="hei", weight="bold", size=16, leading=24, align="center", space_after=1)
    kai = replace(BODY, name="byline", font="kai", indent=0)
    texts = [TEXT[:60], TEXT[60:130], "末段。"]
    story = BulletinStory(
        BulletinParagraph("春风来了", headline, book),
        BulletinParagraph(texts[0], BODY, book),
        BulletinParagraph([TextRun(texts[1], BODY)], BODY, book),
        BulletinParagraph(texts[2], BODY, book, byline=TextRun("（院报）■", kai)),
    )
    pdf = built([story], 130, 150)
    assert len(opened(pdf).pages) >= 2
    assert "".join(lines_of(pdf)) == "春风来了" + "".join(texts) + "（院报）■"


def test_a_story_is_as_high_as_its_parts_and_the_air_between(book: FontBook) -> None:
    spaced = replace(BODY, space_before=1, space_after=2)
    story = BulletinStory(BulletinParagraph("一。", spaced, book), BulletinParagraph("二。", spaced, book))
    assert story.wrap(130, 1000) == (130, 15 + 2 * 15 + 15)


def test_reportlabs_own_text_stands_beside_ours(book: FontBook) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    canvas.setFont("Helvetica", 12)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.drawString(20, 250, "before")
    paragraph = BulletinParagraph("春风吹拂校园", BODY, book)
    paragraph.wrapOn(canvas, 200, 100)
    paragraph.drawOn(canvas, 20, 200)
    canvas.drawString(20, 150, "after")
    canvas.save()
    assert extracted(out.getvalue()).split() == ["before", "春风吹拂校园", "after"]
    page = opened(out.getvalue()).pages[0]
    assert {str(font.Subtype) for font in page.Resources.Font.values()} == {"/Type1", "/Type0"}
    contents = page.Contents.read_bytes().decode()
    assert contents.index("q") < contents.index("0 0 0 1 k") < contents.index("Q") < contents.index("(after)")


def test_two_flowables_share_one_font(book: FontBook) -> None:
    pdf = built([BulletinParagraph("春风", BODY, book), BulletinParagraph("吹拂", BODY, book)], 200)
    fonts = opened(pdf).pages[0].Resources.Font
    assert [str(name) for name, font in fonts.items() if font.Subtype == "/Type0"] == ["/BL1"]


def test_a_character_that_no_font_has_is_named(book: FontBook) -> None:
    with pytest.raises(ValueError, match=r"'☃' \(character 3 "):
        BulletinParagraph("春风☃", BODY, book)


def test_the_example_writes_its_document(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples" / "flowables.py"
    target = tmp_path / "example.pdf"
    runpy.run_path(str(example))["main"](str(target))
    text = "".join(lines_of(target.read_bytes()))
    assert "老柿树又红了" in text
    assert text.endswith("书读完了，还可以再读。（果树所）■")
