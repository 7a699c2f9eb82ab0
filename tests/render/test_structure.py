"""The tree that marks make: stories whole and in the order of their source, wherever their parts stand."""

from pathlib import Path
from typing import Any

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK
from bulletin_layout.page import Edition, Mark, PictureMark, Role, RuleMark, TableCell, TextMark
from bulletin_layout.pictures import Picture
from bulletin_layout.render.elements import Element
from bulletin_layout.render.structure import structure_of
from tests.render.sheets import edition, run


class Press:
    """Sets marks of one face, each below the one before it."""

    def __init__(self, face: Face) -> None:
        self.face, self.y = face, 0.0

    def __call__(self, text: str, role: Role = "body", story: str = "a", **about: Any) -> TextMark:
        self.y += 5
        own = run(self.face, text, **about.pop("run", {}))
        return TextMark(about.pop("x", 10), about.pop("y", self.y), own, role, story, **about)


def picture(story: str = "a", paragraph: int = 0, alt: str = "") -> PictureMark:
    return PictureMark(10, 10, 50, 30, Picture(Path("x.jpg"), "x.jpg", 5, 3, "0" * 64), alt=alt, story=story,
                       paragraph=paragraph)  # fmt: skip


def told(sheet: Edition, element: Element | None = None) -> str:
    """The tree in brackets with its texts: ``Art(H1:春 P:风)``."""
    element = element or structure_of(sheet)
    parts = []
    for kid in element.kids:
        if isinstance(kid, Element):
            parts.append(told(sheet, kid))
        else:
            marks = [sheet.pages[page].marks[at] for page, at in kid.places]
            parts.append("".join("".join(m.run.texts) if isinstance(m, TextMark) else "▣" for m in marks))
    inside = " ".join(parts)
    return f"{element.kind}:{inside}" if len(parts) == 1 and ":" not in inside else f"{element.kind}({inside})"


def story(*marks: Mark) -> str:
    """The first article of a page with these marks."""
    sheet = edition(marks)
    document = structure_of(sheet)
    section = document.kids[-1]
    assert isinstance(section, Element)
    article = next(kid for kid in section.kids if isinstance(kid, Element) and kid.kind == "Art")
    return told(sheet, article)


def test_heads_then_photos_then_text_whatever_was_painted_first(face: Face) -> None:
    at = Press(face)
    marks: list[Mark] = [
        picture(paragraph=-2), picture(paragraph=-1), at("引", "kicker"), at("主", "headline"), at("题", "headline"),
        at("副", "deck"), at("图说二", "caption", paragraph=-2), at("图说一", "caption", paragraph=-1),
        at("文", paragraph=1), at("（署）", "byline", paragraph=1),
    ]  # fmt: skip
    figures = "Div(Figure:▣ Caption:图说一) Div(Figure:▣ Caption:图说二)"
    assert story(*marks) == f"Art(P:引 H1:主题 P:副 {figures} P:文 P:（署）)"


def test_a_story_goes_on_over_pages_in_one_article_even_backwards(face: Face) -> None:
    at = Press(face)
    first = [at("二", paragraph=2, line=1), at("三", paragraph=3)]
    second = [at("主", "headline"), at("一", paragraph=1), at("二、", paragraph=2)]
    other = [at("另", "headline", "b")]
    sheet = edition([*first, *other], second)
    assert told(sheet) == "Document(Sect(Art(H1:另)) Sect(Art(H1:主 P:一 P:二、二 P:三)))"


def test_jump_notices_are_links_after_the_paragraph_that_they_cut(face: Face) -> None:
    at = Press(face)
    pages = [
        [at("一", paragraph=1), at("二、", paragraph=2), at("下转", "jump", run={"link": 2})],
        [at("上接", "jump", run={"link": 1}), at("二", paragraph=2, line=1), at("三", paragraph=3)],
    ]
    sheet = edition(*pages)
    assert told(sheet) == "Document(Sect(Art(P:一 P:二、二 P(Link:下转) P(Link:上接) P:三)))"


def test_heads_are_counted_without_gaps(face: Face) -> None:
    at = Press(face)
    marks = [
        at("主", "headline"), at("甲", "crosshead", paragraph=1, level=3), at("乙", "section", paragraph=2),
        at("丙", "crosshead", paragraph=3, level=1), at("丁", "crosshead", paragraph=4, level=2),
        at("戊", "crosshead", paragraph=5, level=1), at("己", "crosshead", paragraph=6),
    ]  # fmt: skip
    assert story(*marks) == "Art(H1:主 H2:甲 Sect(H2:乙 H3:丙 H4:丁 H3:戊 H3:己))"
    assert story(at("甲", "crosshead", paragraph=1, level=2)) == "Art(H1:甲)"


def test_items_quotes_asides_and_notes_stand_together(face: Face) -> None:
    at = Press(face)
    marks = [
        at("甲", "item", paragraph=1, level=1), at("深", "item", paragraph=2, level=2),
        at("乙", "item", paragraph=3, level=1), at("引", "quote", paragraph=4), at("言", "quote", paragraph=5),
        at("注文", "note", paragraph=9),
        at("链", "aside", paragraph=6, aside=6), at("接", "aside", paragraph=7, aside=6),
        at("摘", "pull", paragraph=8), at("止", paragraph=9),
    ]  # fmt: skip
    nested = "L(LI(LBody(甲 L(LI(LBody:深)))) LI(LBody:乙))"
    rest = "BlockQuote(P:引 P:言) Div(P:链 P:接) BlockQuote(P:摘) P:止 Div(Note:注文)"
    assert story(*marks) == f"Art({nested} {rest})"


def test_names_of_a_roster_are_items_however_many_runs_they_are_of(face: Face) -> None:
    at = Press(face)
    marks = [
        at("杜", "roster", paragraph=1, y=50, x=10), at("㐂", "roster", paragraph=1, y=50, x=20),
        at("王一二", "roster", paragraph=1, y=50, x=50), at("李三四", "roster", paragraph=1, y=65, x=10),
    ]  # fmt: skip
    assert story(*marks) == "Art(L(LI(LBody:杜㐂) LI(LBody:王一二) LI(LBody:李三四)))"


def test_a_table_has_its_empty_cells_but_not_those_that_are_covered(face: Face) -> None:
    at = Press(face)
    marks = [
        at("头", "table", paragraph=1, cell=TableCell(0, 0, 1, 2, head=True)),
        at("尾", "table", paragraph=1, cell=TableCell(0, 2, head=True)),
        at("高", "table", paragraph=1, cell=TableCell(1, 0, 2, 1)),
        at("一", "table", paragraph=1, cell=TableCell(1, 1)),
        at("二", "table", paragraph=1, line=1, cell=TableCell(1, 1)),
        at("角", "table", paragraph=1, cell=TableCell(2, 3)),
    ]  # fmt: skip
    rows = "TR(TH:头 TH:尾 TH()) TR(TD:高 TD:一二 TD() TD()) TR(TD() TD() TD:角)"
    assert story(*marks) == f"Art(Table({rows}))"


def test_what_repeats_or_adorns_is_in_no_element(face: Face) -> None:
    at = Press(face)
    first: list[Mark] = [
        RuleMark(0, 0, 9, 0, 1, BLACK), at("报名", "nameplate", ""), at("第一期", "folio", "", y=40),
        at("— 1 —", "folio", ""), at("栏题", "banner", ""), at("文", paragraph=1), at("yù", "ruby", paragraph=1),
        picture("", alt="a vignette"), at("责编", "editor", "", y=90), at("杜", "editor", "", y=90),
    ]  # fmt: skip
    second = [at("报名", "nameplate", ""), at("第2版", "folio", ""), at("头", "table", "")]
    assert told(edition(first, second)) == "Document(P:报名 P:第一期 Sect(P:栏题 Art(P:文) P:责编杜))"


def test_a_nameplate_that_is_a_picture_is_told_by_the_papers_name() -> None:
    (figure,) = structure_of(edition([picture("", alt="nameplate")], title="院报")).kids
    assert isinstance(figure, Element)
    assert (figure.kind, figure.alt) == ("Figure", "院报")


def test_a_picture_is_told_by_words_or_by_its_storys_head(face: Face) -> None:
    at = Press(face)
    document = structure_of(
        edition([at("主题", "headline"), picture(paragraph=-1), picture(paragraph=2, alt="一棵树")])
    )
    (section,) = document.kids
    assert isinstance(section, Element)
    (article,) = section.kids
    assert isinstance(article, Element)
    assert [kid.alt for kid in article.kids if isinstance(kid, Element)] == ["", "主题（图片）", "一棵树"]


def test_ruby_is_an_element_beside_its_text_on_every_line(face: Face) -> None:
    at = Press(face)
    marks = [
        at("杜", paragraph=1), at("㐂", paragraph=1, run={"gloss": 2}), at("琤", paragraph=1, run={"gloss": 3}),
        at("chēng", "ruby", paragraph=1, run={"gloss": 3}), at("x", "ruby", paragraph=1, run={"gloss": 2}),
        at("ǐ", "ruby", paragraph=1, run={"gloss": 2}),
        at("石", paragraph=1, line=1, run={"gloss": 4, "link": "https://a.cn"}),
        at("蝇", paragraph=1, line=1, run={"gloss": 4, "link": "https://a.cn"}),
        at("shí yíng", "ruby", paragraph=1, line=1, run={"gloss": 4}), at("无", "ruby", paragraph=2, run={"gloss": 2}),
    ]  # fmt: skip
    told_so = "P(杜 Ruby(RB:㐂 RT:xǐ) Ruby(RB:琤 RT:chēng) Link(Ruby(RB:石蝇 RT:shí yíng)))"
    assert story(*marks) == f"Art({told_so})"


def test_sections_hold_what_follows_their_heads_but_no_notes(face: Face) -> None:
    at = Press(face)
    marks = [
        at("主", "headline"), at("引", paragraph=1), at("甲", "section", paragraph=2), at("文", paragraph=3),
        at("乙", "section", paragraph=4), at("条", "item", paragraph=5, level=1), at("注", "note", paragraph=9),
    ]  # fmt: skip
    assert story(*marks) == "Art(H1:主 P:引 Sect(H2:甲 P:文) Sect(H2:乙 L(LI(LBody:条))) Div(Note:注))"


def test_an_aside_holds_its_blocks_and_two_asides_are_two(face: Face) -> None:
    at = Press(face)
    marks = [
        at("链", "aside", paragraph=1, aside=1), at("条", "item", paragraph=2, level=1, aside=1),
        at("格", "table", paragraph=3, cell=TableCell(0, 0), aside=1), at("又", "aside", paragraph=4, aside=4),
        at("条", "item", paragraph=5, level=1),
    ]  # fmt: skip
    assert story(*marks) == "Art(Div(P:链 L(LI(LBody:条)) Table(TR(TD:格))) Div(P:又) L(LI(LBody:条)))"
