"""What marks are, as composition says it and a tagged file repeats it: nothing is found again from where they stand."""

from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.findings import Finding
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Banner, Block, EditorLine, Furniture, FurnitureLine, Paragraph, Roster, Style
from bulletin_layout.page import TextMark
from bulletin_layout.reading.story.prose import read_prose
from bulletin_layout.render.elements import Element
from bulletin_layout.render.parting import parted
from bulletin_layout.render.structure import structure_of
from tests.compose.sample import LAYOUT, STYLES, Made, box, han, make, paragraph, photo, slot, story, table
from tests.compose.test_blocks import note, noted
from tests.compose.test_running import RUN, composed, layout, running
from tests.render.test_structure import told
from tests.support.words import words


def read(text: str) -> tuple[Block, ...]:
    """The blocks of a story's text."""
    findings: list[Finding] = []
    blocks = read_prose(text, "s.md", 1, findings)
    assert findings == []
    return tuple(block for block in blocks if isinstance(block, Paragraph | Roster))


def tree(made: Made) -> str:
    """The page's structure, as ``told`` writes it."""
    return told(parted(made.composed.edition))


def names(text: str, book: FontBook, columns: int = 4, width: int = 2, **style: float) -> list[str]:
    """The items of the list that a roster is tagged as."""
    own = slot((1, width), (1, 12), roster=replace(STYLES["roster"], **style))  # type: ignore[arg-type]
    made = make(book, own, story(*read(f"::: roster {columns}\n{text}\n:::\n")))
    found: list[str] = []

    def walk(element: Element) -> None:
        if element.kind == "LI":
            found.append(told(edition, element))
        for kid in element.kids:
            if isinstance(kid, Element):
                walk(kid)

    edition = parted(made.composed.edition)
    walk(structure_of(edition))
    return [name.removeprefix("LI(LBody").strip(":()") for name in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**张**三、李四五、欧阳明", ["张三", "李四五", "欧阳明"]),
        ("张三、李四、王五、赵六", ["张三", "李四", "王五", "赵六"]),
        ("买买提·ab、阿依古丽·ab、李*四*", ["买买提·ab", "阿依古丽·ab", "李四"]),
        ("ab ba、甲乙丙、ab", ["ab ba", "甲乙丙", "ab"]),
        ("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己、张三", ["甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己", "张三"]),
    ],
)
def test_a_roster_is_a_list_of_its_names(toy: FontBook, text: str, said: list[str]) -> None:
    assert names(text, toy) == said
    assert names(text, toy, letterspace=0.8) == said
    assert names(text, toy, columns=9, width=1) == said  # close together, and wider than the column


def furniture(name: str, *lines: str, y: float = 10.0, x: float = 30.0, width: float = 120.0) -> Furniture:
    place = replace(box((1, 1), (1, 1)), fixed=(x, y, width, 20.0))
    texts = tuple(FurnitureLine(words(line), Style("folio", size=8)) for line in lines)
    return Furniture(name, LAYOUT, "box", texts, place)


def test_furniture_side_by_side_and_one_below_the_other_is_as_many_texts_as_the_layout_has(toy: FontBook) -> None:
    pieces = [
        furniture("left", "甲乙"), furniture("right", "丙丁", x=200),
        furniture("both", "戊己", "庚辛", y=30), furniture("long", "壬" * 20, y=60),
    ]  # fmt: skip
    banners = [Banner(name, LAYOUT, words(name), box((column, column), (45, 46)), Style("banner", size=10))
               for name, column in (("子", 1), ("丑", 2))]  # fmt: skip
    shared: dict[str, Any] = {"furniture": pieces, "banners": banners, "editor_name": "寅卯"}
    editor = EditorLine(LAYOUT, "bottom-outer", words("责编"), (), Style("editor", size=8))
    made = make(toy, slot(), story(paragraph("文")), editor=editor, **shared)
    masthead = f"P:甲乙 P:丙丁 P:戊己 P:庚辛 P:{'壬' * 20}"
    assert tree(made) == f"Document({masthead} Sect(P:子 P:丑 Art(P:文) P:责编寅卯))"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("第{page.number}版", False), ("—\u00a0{page.number}\u00a0—", False), ("· · ·", False),
        ("{page.editor}", False),
        ("第{page.number}版{page.editor}", False), ("{issue.id}", True), ("12", True), ("第{issue.id}版", True),
        ("{page.number}/{issue.pages}", True), ("第{page.number}版　{page.name}", True),
    ],
)  # fmt: skip
def test_only_a_pages_number_is_passed_over(toy: FontBook, template: str, said: bool) -> None:
    made = make(toy, slot(), story(paragraph("文")), furniture=[furniture("folio", template)])
    assert tree(made).startswith("Document(P:") is said


def test_a_picture_among_the_furniture_is_passed_over_unless_it_is_the_nameplate(toy: FontBook) -> None:
    badge = replace(furniture("badge"), picture=photo().picture)
    plate = replace(furniture("nameplate", y=30), picture=photo().picture)
    made = make(toy, slot(), story(paragraph("文")), furniture=[badge, plate])
    assert tree(made) == "Document(Figure:▣ Sect(Art(P:文)))"
    (figure, _) = structure_of(made.composed.edition).kids
    assert isinstance(figure, Element)
    assert figure.alt == made.composed.edition.title == "院报 2026-10"


def test_labels_stand_apart_from_their_items(toy: FontBook) -> None:
    made = make(toy, slot(rows=(1, 30)), story(*read("1. **甲**乙\n2. 丙\n\n丁\n\n- ① 己\n- ② 庚\n")))
    numbered = "L(LI(Lbl:1. LBody:甲乙) LI(Lbl:2. LBody:丙))"
    circled = "L(LI(Lbl:① LBody:己) LI(Lbl:② LBody:庚))"
    assert tree(made).replace("\u3000", "") == f"Document(Sect(Art({numbered} P:丁 {circled})))"


def test_a_note_has_its_number_for_a_label_at_the_foot_of_a_slot(toy: FontBook) -> None:
    text = replace(story(noted(han(9), "a", han(5))), notes=(note("a", "甲乙"),))
    assert "Div(Note(Lbl:① 甲乙))" in tree(make(toy, slot((1, 1), (1, 20)), text))


def test_a_note_after_the_text_of_a_bulletin_has_its_number_for_a_label_and_is_where_the_text_leads(
    toy: FontBook,
) -> None:
    text = replace(story(noted(han(9), "a", han(5))), notes=(note("a", "甲乙"),))
    made = composed(toy, running(text, layout=layout(RUN)))
    assert "Note(Lbl:① 甲乙)" in told(parted(made.edition))
    (page,) = made.edition.pages
    assert [mark.run.link for mark in page.texts() if mark.run.link] == ["^①"]
    assert [mark.tag.label for mark in page.texts() if mark.tag.role == "note"] == ["①"]


def test_a_table_has_all_its_rows_and_columns_however_empty(toy: FontBook) -> None:
    grid = table("甲 乙 丙", "一 _ _", "_ _ _")
    empty = replace(grid, rows=tuple(tuple(() if cell[0].text == "_" else cell for cell in row) for row in grid.rows))
    made = make(toy, slot((1, 1), (1, 20)), story(empty))
    assert tree(made).endswith("Table(TR(TH:甲 TH:乙 TH:丙) TR(TD:一 TD() TD()) TR(TD() TD() TD())))))")


def test_marks_of_a_line_share_one_tag(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 20)), story(*read(f"甲**乙**丙*丁*{han(30)}")))
    tags = [mark.tag for mark in made.texts("body")]
    assert len(tags) == 5 + 2
    assert len({id(tag) for tag in tags}) == len({tag.line for tag in tags}) == 3


def test_a_printed_address_is_a_link_wherever_it_is_set(toy: FontBook) -> None:
    cells = table("www.ab.cn 甲", "乙 www.ba.cn")
    foot = furniture("imprint", "见www.a.cn，或ab@a.cn。")
    made = make(toy, slot((1, 1), (1, 30), headline=replace(STYLES["headline"], size=10)),
                story(cells, paragraph("见www.b.cn。"), headline="www.ab.cn"), furniture=[foot])  # fmt: skip
    assert tree(made) == (
        "Document(P(见 Link:www.a.cn ，或 Link:ab@a.cn 。) Sect(Art(H1(Link:www.ab.cn) "
        "Table(TR(TH(Link:www.ab.cn) TH:甲) TR(TD:乙 TD(Link:www.ba.cn))) P(见 Link:www.b.cn 。))))"
    )


def test_a_page_is_drawn_without_a_seam_at_labels_and_addresses(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 30)), story(*read("1. 见www.b.cn。")))
    assert len([mark for mark in made.page.marks if isinstance(mark, TextMark)]) == 1
