"""The tree that marks make: stories whole and in the order of their source, wherever their parts stand."""

from pathlib import Path
from typing import Any

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK
from bulletin_layout.page import Edition, Mark, PictureMark, Role, RuleMark, TableCell, TableShape, Tag, TextMark
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
        furniture = about.pop("furniture", "" if story else role)
        return TextMark(about.pop("x", 10), about.pop("y", self.y), own, Tag(role, story, furniture=furniture, **about))


def picture(story: str = "a", block: int = 0, role: Role = "figure", **about: Any) -> PictureMark:
    tag = Tag(role, story, block, **about)
    return PictureMark(10, 10, 50, 30, Picture(Path("x.jpg"), "x.jpg", 5, 3, "0" * 64), tag=tag)


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
        picture(block=-2), picture(block=-1), at("引", "kicker"), at("主", "headline"), at("题", "headline"),
        at("副", "deck"), at("图说二", "caption", block=-2), at("图说一", "caption", block=-1),
        at("文", block=1), at("（署）", "byline", block=1),
    ]  # fmt: skip
    figures = "Div(Figure:▣ Caption:图说一) Div(Figure:▣ Caption:图说二)"
    assert story(*marks) == f"Art(P:引 H1:主题 P:副 {figures} P:文 P:（署）)"


def test_a_story_goes_on_over_pages_in_one_article_even_backwards(face: Face) -> None:
    at = Press(face)
    first = [at("二", block=2, line=1), at("三", block=3)]
    second = [at("主", "headline"), at("一", block=1), at("二、", block=2)]
    other = [at("另", "headline", "b")]
    sheet = edition([*first, *other], second)
    assert told(sheet) == "Document(Sect(Art(H1:另)) Sect(Art(H1:主 P:一 P:二、二 P:三)))"


def test_jump_notices_are_links_after_the_paragraph_that_they_cut(face: Face) -> None:
    at = Press(face)
    pages = [
        [at("一", block=1), at("二、", block=2), at("下转", "jump", run={"link": 2})],
        [at("上接", "jump", run={"link": 1}), at("二", block=2, line=1), at("三", block=3)],
    ]
    sheet = edition(*pages)
    assert told(sheet) == "Document(Sect(Art(P:一 P:二、二 P(Link:下转) P(Link:上接) P:三)))"


def test_heads_are_counted_without_gaps(face: Face) -> None:
    at = Press(face)
    marks = [
        at("主", "headline"), at("甲", "crosshead", block=1, level=3), at("乙", "section", block=2),
        at("丙", "crosshead", block=3, level=1), at("丁", "crosshead", block=4, level=2),
        at("戊", "crosshead", block=5, level=1), at("己", "crosshead", block=6),
    ]  # fmt: skip
    assert story(*marks) == "Art(H1:主 H2:甲 Sect(H2:乙 H3:丙 H4:丁 H3:戊 H3:己))"
    assert story(at("甲", "crosshead", block=1, level=2)) == "Art(H1:甲)"


def test_items_quotes_asides_and_notes_stand_together(face: Face) -> None:
    at = Press(face)
    marks = [
        at("甲", "item", block=1, level=1), at("深", "item", block=2, level=2),
        at("乙", "item", block=3, level=1), at("引", "quote", block=4), at("言", "quote", block=5),
        at("注文", "note", block=9),
        at("链", "aside", block=6, aside=6), at("接", "aside", block=7, aside=6),
        at("摘", "pull", block=8), at("止", block=9),
    ]  # fmt: skip
    nested = "L(LI(LBody(甲 L(LI(LBody:深)))) LI(LBody:乙))"
    rest = "BlockQuote(P:引 P:言) Div(P:链 P:接) BlockQuote(P:摘) P:止 Div(Note:注文)"
    assert story(*marks) == f"Art({nested} {rest})"


def test_names_of_a_roster_are_items_however_many_runs_and_lines_they_are_of(face: Face) -> None:
    at = Press(face)
    marks = [
        at("杜", "roster", block=1, y=50, x=10, name=1), at("㐂", "roster", block=1, y=50, x=50, name=1),
        at("王一二", "roster", block=1, y=50, x=80, name=2), at("阿依古", "roster", block=1, line=1, name=3),
        at("丽", "roster", block=1, line=2, name=3),
    ]  # fmt: skip
    assert story(*marks) == "Art(L(LI(LBody:杜㐂) LI(LBody:王一二) LI(LBody:阿依古丽)))"


def test_a_table_has_its_empty_cells_but_not_those_that_are_covered(face: Face) -> None:
    at, shape = Press(face), TableShape(4, 4, 1)
    marks = [
        at("头", "table", block=1, cell=TableCell(shape, 0, 0, 1, 2)),
        at("尾", "table", block=1, cell=TableCell(shape, 0, 2)),
        at("高", "table", block=1, cell=TableCell(shape, 1, 0, 2, 1)),
        at("一", "table", block=1, cell=TableCell(shape, 1, 1)),
        at("二", "table", block=1, line=1, cell=TableCell(shape, 1, 1)),
        at("角", "table", block=1, cell=TableCell(shape, 2, 2)),
    ]  # fmt: skip
    rows = "TR(TH:头 TH:尾 TD()) TR(TD:高 TD:一二 TD() TD()) TR(TD() TD:角 TD()) TR(TD() TD() TD() TD())"
    assert story(*marks) == f"Art(Table({rows}))"


def test_what_is_an_artifact_is_in_no_element(face: Face) -> None:
    at = Press(face)
    first: list[Mark] = [
        RuleMark(0, 0, 9, 0, 1, BLACK), at("报名", "nameplate", ""), at("第一期", "folio", "", furniture="issue"),
        at("— 1 —", "folio", "", artifact=True), at("栏题", "banner", ""), at("文", block=1),
        at("yù", "ruby", block=1), picture("", role="folio", furniture="vignette", artifact=True),
        at("责编", "editor", "", y=90), at("杜", "editor", "", y=90),
    ]  # fmt: skip
    second = [at("报名", "nameplate", ""), at("第2版", "folio", ""), at("头", "table", "", furniture="", artifact=True)]
    assert told(edition(first, second)) == "Document(P:报名 P:第一期 Sect(P:栏题 Art(P:文) P:责编杜))"


def test_texts_of_furniture_are_told_apart_by_what_they_are_of_not_by_where_they_stand(face: Face) -> None:
    at = Press(face)
    marks = [
        at("院报", "folio", "", furniture="name", y=10), at("十月", "folio", "", furniture="date", y=10),
        at("一行", "folio", "", furniture="name", block=1, y=30),
        at("两行", "folio", "", furniture="name", block=1, line=1),
        at("又", "folio", "", furniture="name", block=2), at("编", "banner", "", furniture="a", y=50),
        at("辑", "banner", "", furniture="b", y=50),
    ]  # fmt: skip
    assert told(edition(marks)) == "Document(P:院报 P:十月 P:一行两行 P:又 Sect(P:编 P:辑))"


def test_a_nameplate_that_is_a_picture_is_told_by_words_and_a_storys_picture_called_so_is_the_storys() -> None:
    mark = picture("", role="nameplate", furniture="nameplate", alt="院报 10")
    nameplate, section = structure_of(edition([mark, picture(alt="nameplate")])).kids
    assert isinstance(nameplate, Element)
    assert (nameplate.kind, nameplate.alt) == ("Figure", "院报 10")
    assert isinstance(section, Element)
    assert section.kind == "Sect"


def test_a_picture_is_told_by_words_or_by_its_storys_head(face: Face) -> None:
    at = Press(face)
    document = structure_of(edition([at("主题", "headline"), picture(block=-1), picture(block=2, alt="一棵树")]))
    (section,) = document.kids
    assert isinstance(section, Element)
    (article,) = section.kids
    assert isinstance(article, Element)
    assert [kid.alt for kid in article.kids if isinstance(kid, Element)] == ["", "主题（图片）", "一棵树"]


def test_ruby_is_an_element_beside_its_text_on_every_line(face: Face) -> None:
    at = Press(face)
    marks = [
        at("杜", block=1), at("㐂", block=1, run={"gloss": 2}), at("琤", block=1, run={"gloss": 3}),
        at("chēng", "ruby", block=1, over="body", run={"gloss": 3}),
        at("x", "ruby", block=1, over="body", run={"gloss": 2}),
        at("ǐ", "ruby", block=1, over="body", run={"gloss": 2}),
        at("石", block=1, line=1, run={"gloss": 4, "link": "https://a.cn"}),
        at("蝇", block=1, line=1, run={"gloss": 4, "link": "https://a.cn"}),
        at("shí yíng", "ruby", block=1, line=1, over="body", run={"gloss": 4}),
        at("无", "ruby", block=2, over="body", run={"gloss": 2}),
    ]  # fmt: skip
    told_so = "P(杜 Ruby(RB:㐂 RT:xǐ) Ruby(RB:琤 RT:chēng) Link(Ruby(RB:石蝇 RT:shí yíng)))"
    assert story(*marks) == f"Art({told_so})"


def test_ruby_of_heads_side_by_side_goes_to_its_own(face: Face) -> None:
    at = Press(face)
    marks = [
        at("甲", "kicker", run={"gloss": 1}), at("乙", "headline", run={"gloss": 1}),
        at("yi", "ruby", over="headline", run={"gloss": 1}), at("jia", "ruby", over="kicker", run={"gloss": 1}),
        at("①", "headline", run={"link": "^①"}),
    ]  # fmt: skip
    assert story(*marks) == "Art(P(Ruby(RB:甲 RT:jia)) H1(Ruby(RB:乙 RT:yi) Link:①))"
    (art,) = (kid for kid in structure_of(edition(marks)).kids if isinstance(kid, Element) for kid in kid.kids)
    assert isinstance(art, Element)
    assert art.title == "乙"


def test_sections_hold_what_follows_their_heads_but_no_notes(face: Face) -> None:
    at = Press(face)
    marks = [
        at("主", "headline"), at("引", block=1), at("甲", "section", block=2), at("文", block=3),
        at("乙", "section", block=4), at("条", "item", block=5, level=1), at("注", "note", block=9),
    ]  # fmt: skip
    assert story(*marks) == "Art(H1:主 P:引 Sect(H2:甲 P:文) Sect(H2:乙 L(LI(LBody:条))) Div(Note:注))"


def test_an_aside_holds_its_blocks_and_two_asides_are_two(face: Face) -> None:
    at = Press(face)
    marks = [
        at("链", "aside", block=1, aside=1), at("条", "item", block=2, level=1, aside=1),
        at("格", "table", block=3, cell=TableCell(TableShape(1, 1), 0, 0), aside=1),
        at("又", "aside", block=4, aside=4),
        at("条", "item", block=5, level=1),
    ]  # fmt: skip
    assert story(*marks) == "Art(Div(P:链 L(LI(LBody:条)) Table(TR(TD:格))) Div(P:又) L(LI(LBody:条)))"
