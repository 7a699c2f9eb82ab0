"""Story bodies: what Markdown means in Chinese text, and that every stretch of text knows its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Note, Paragraph, Piece, PullQuote, Roster, Table, plain
from bulletin_layout.reading.story.prose import AsideRef, PictureRef, Prose, read_prose
from tests.support.said import said

CONTENT = Path(__file__).parents[2] / "content" / "2026-10"


def read(text: str) -> tuple[Prose, ...]:
    findings: list[Finding] = []
    blocks = read_prose(text, "s.md", 1, findings)
    assert findings == []
    return blocks


def paragraph(text: str) -> Paragraph:
    (only,) = read(text)
    assert isinstance(only, Paragraph)
    return only


def styled(text: str) -> list[tuple[str, str]]:
    return [(piece.emphasis, piece.text) for piece in paragraph(text).pieces]


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("前文**“引语”**后文", "“引语”"),
        ("前文**《书名》**后文", "《书名》"),
        ("**重点。**下一句", "重点。"),
        ("前文**（注）**，后文", "（注）"),
        ("前文**(note)**后文", "(note)"),
        ("他说：**“好”**", "“好”"),
        ("中**ABC**文", "ABC"),
        ("前**——破折**后", "——破折"),
        ("要__抓紧秋收__，", "抓紧秋收"),
        ("（__第二__）早", "第二"),
        ("__“重点”__是", "“重点”"),
        ("前__（注）__，后", "（注）"),
        ("他说：__“好”__", "“好”"),
        ("中__ABC__文", "ABC"),
        ("前<b>——破折</B>后", "——破折"),
        ('<STRONG class="a">“引语”</STRONG>后', "“引语”"),
        ("前<!-- 注 -->**“引语”**<!-- 注 -->后", "“引语”"),
    ],
)
def test_strong_closes_beside_chinese_marks(text: str, strong: str) -> None:
    assert [run for emphasis, run in styled(text) if emphasis == "strong"] == [strong]
    assert not {"*", "_", "<"} & set(paragraph(text).text)


def test_emphasis_of_every_kind() -> None:
    assert styled("甲*乙*丙***丁***戊**己*庚***") == [
        ("", "甲"),
        ("emphasis", "乙"),
        ("", "丙"),
        ("strong emphasis", "丁"),
        ("", "戊"),
        ("strong", "己"),
        ("strong emphasis", "庚"),
    ]
    assert styled("2 * 3 * 4 snake_case_name") == [("", "2 * 3 * 4 snake_case_name")]


def test_line_ends_join_han_and_space_latin() -> None:
    assert paragraph("汉字\n汉字").text == "汉字汉字"
    assert paragraph("two\nwords").text == "two words"
    assert paragraph("汉字\nLatin\n汉字，\nLatin").text == "汉字Latin汉字，Latin"
    assert paragraph("强**调\n了**字").text == "强调了字"
    assert paragraph("甲  \n乙\\\n丙").text == "甲\n乙\n丙"


def test_typed_indents_start_paragraphs_and_are_not_printed() -> None:
    blocks = read("　　第一段。\n　　第二段，\n续行。\n\n    第三段。")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "第一段。",
        "第二段，续行。",
        "第三段。",
    ]
    assert [block.location.column for block in blocks] == [3, 3, 5]


def test_structure() -> None:
    blocks = read("# 大\n\n## 小\n\n### 更小\n\n1. 甲\n2. 乙\n   - 丙\n\n   乙续\n\n3) 丁\n\n> 引\n>\n> > 引中引\n")
    assert [(b.kind, b.label, b.level, b.text) for b in blocks if isinstance(b, Paragraph)] == [
        ("section", "", 1, "大"),
        ("crosshead", "", 1, "小"),
        ("crosshead", "", 2, "更小"),
        ("item", "1.", 1, "甲"),
        ("item", "2.", 1, "乙"),
        ("item", "·", 2, "丙"),
        ("item", "", 1, "乙续"),
        ("item", "3)", 1, "丁"),
        ("quote", "", 1, "引"),
        ("quote", "", 2, "引中引"),
    ]


def test_nothing_typed_is_code_or_a_reference() -> None:
    text = "`码` <p>段</p> <ftp://a.b> [甲]: 乙 ~~删~~ $x$"
    found = read_prose(f"{text}\n\n```\n甲\n```\n\n[注]: http://a.b\n\n标题\n===", "s.md", 1, [])
    assert [b.text for b in found if isinstance(b, Paragraph)] == [text, "```甲```", "[注]: http://a.b", "标题==="]
    assert paragraph("A &amp; B \\* \\甲").text == "A & B * \\甲"


def linked(text: str) -> list[tuple[str, str]]:
    """The text in pieces, each with where it leads."""
    return [(piece.text, piece.link) for piece in paragraph(text).pieces]


def test_words_of_a_link_lead_to_its_address() -> None:
    assert linked('见[网页](http://a.b/%E7%94%B2 "c")和[第3版的**文**](./jia.md)、[甲](#甲)、[总机](tel:010)。') == [
        ("见", ""), ("网页", "http://a.b/%E7%94%B2"), ("和", ""), ("第3版的", "#jia"), ("文", "#jia"), ("、", ""),
        ("甲", "#甲"), ("、", ""), ("总机", "tel:010"), ("。", ""),
    ]  # fmt: skip
    assert linked("[甲\n乙](www.a.cn)丙") == [("甲", "https://www.a.cn"), ("乙", "https://www.a.cn"), ("丙", "")]


def test_addresses_between_angle_brackets_are_links_and_their_own_words() -> None:
    assert linked("见<https://a.b/?c=1&d=2>，<a.b@c.cn>，<mailto:x@y.cn>。") == [
        ("见", ""), ("https://a.b/?c=1&d=2", "https://a.b/?c=1&d=2"), ("，", ""), ("a.b@c.cn", "mailto:a.b@c.cn"),
        ("，", ""), ("mailto:x@y.cn", "mailto:x@y.cn"), ("。", ""),
    ]  # fmt: skip
    first, link, _ = paragraph("见<a@b.cn>。").pieces
    assert (first.location.column, link.location.column) == (1, 3)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JAVASCRIPT:x", "../甲.md", "图.jpg", "https://"],
)
def test_what_a_click_may_not_open_is_said_and_no_link(address: str) -> None:
    findings: list[Finding] = []
    (block,) = read_prose(f"甲[乙]({address})", "s.md", 3, findings)
    assert isinstance(block, Paragraph)
    assert [(piece.text, piece.link) for piece in block.pieces] == [("甲", ""), ("乙", "")]
    assert [said(finding) for finding in findings] == [
        f"s.md:3:2: warning[link-address]: a click cannot lead to {address}: write an address with https://, http://, "
        "mailto: or tel:, or the file of a story of this issue (name.md)"
    ]


def test_a_typed_indent_alone_on_a_line_moves_no_place() -> None:
    assert str(paragraph("　　\n甲").location) == "s.md:2:1"


def test_pictures_leave_the_text_around_them() -> None:
    first, picture, second = read('前文![图**说**](photos/图%201.jpg "某某")后文\n\n后段')
    assert isinstance(first, Paragraph)
    assert first.text == "前文后文"
    assert isinstance(picture, PictureRef)
    assert (picture.source, plain(picture.caption), plain(picture.credit)) == ("photos/图 1.jpg", "图说", "某某")
    assert str(picture.location) == "s.md:1:3"
    assert isinstance(second, Paragraph)


def test_tables() -> None:
    (table,) = read("| 甲 | 乙\\|丙 | |\n|:-:|--:|---|\n| a | **b** c |\n| 一 | 二 | 三 |\n")
    assert isinstance(table, Table)
    texts = [["".join(piece.text for piece in cell) for cell in row] for row in table.rows]
    assert texts == [["甲", "乙|丙", ""], ["a", "b c", ""], ["一", "二", "三"]]
    assert (table.aligns, table.header_rows) == (("center", "end", "start"), 1)
    assert_in_place(table.rows[0][1], "| 甲 | 乙\\|丙 | |")


def test_a_picture_in_a_table_and_a_rule_are_said() -> None:
    findings: list[Finding] = []
    read_prose("| ![x](y) |\n|---|\n\n***\n", "s.md", 7, findings)
    assert [(finding.code, finding.location.line) for finding in findings] == [
        ("unplaced-photo", 7),
        ("not-applied", 10),
    ]


@pytest.mark.parametrize("text", [">" * 60 + " 深", "- " * 60 + "深"])
def test_text_too_deep_to_read_is_never_lost_silently(text: str) -> None:
    findings: list[Finding] = []
    read_prose(text, "s.md", 1, findings)
    assert [finding.code for finding in findings] == ["markdown-depth"]


def test_brackets_within_one_another_keep_their_text() -> None:
    (picture,) = read("![一![二](a)三](b)")
    assert isinstance(picture, PictureRef)
    assert plain(picture.caption) == "一二三"
    (deep,) = read_prose("![" * 3000 + "深" + "](x)" * 3000, "s.md", 1, [])
    assert isinstance(deep, Paragraph)
    assert "深" in deep.text


def pieces(blocks: tuple[Prose, ...]) -> list[Piece]:
    found: list[Piece] = []
    for block in blocks:
        match block:
            case Paragraph():
                found.extend(block.pieces)
            case Table():
                found.extend(piece for row in block.rows for cell in row for piece in cell)
            case PullQuote() | Note():
                found.extend(pieces(block.paragraphs))
            case Roster():
                found.extend(piece for name in block.names for piece in name)
            case AsideRef():
                found.extend((*block.title, *pieces(block.blocks)))
    return found


def assert_in_place(found: list[Piece] | tuple[Piece, ...], text: str) -> None:
    """Every piece's text stands in the file where it says; a line end may stand for a space."""
    lines = [f"{line}\n" for line in text.split("\n")]
    for piece in found:
        at = piece.location
        there = lines[at.line - 1][at.column - 1 :][: len(piece.text)]
        if piece.text.endswith("\n") and there.endswith(("\\", "<")):  # a line end written out
            there = f"{there[:-1]} "
        assert there.replace("\n", " ").strip() == piece.text.replace("\n", " ").strip(), (piece, there)
        assert len(there) == len(piece.text)


@pytest.mark.parametrize("story", sorted(CONTENT.glob("*.md")), ids=lambda path: path.stem)
def test_the_sample_stories_know_their_places(story: Path) -> None:
    text = story.read_text("utf-8")
    body = text.split("\n---\n", 1)[1]
    found = pieces(read_prose(body, "s.md", 1, []))
    assert found
    assert_in_place(found, body)


MANUSCRIPT = st.lists(
    st.sampled_from(
        [
            *"甲乙丙，。“”《》ab1 *_#>|-\\[]()!~`",
            "\n",
            "\n\n",
            "　　",
            "**",
            "1. ",
            "- ",
            "> ",
            "## ",
            "| ",
            "|---|---|\n",
            "\n::: verse\n",
            "\n:::: aside 丙\n",
            "\n::: roster\n",
            "\n::: pull\n",
            "\n:::\n",
            "\n::::\n",
            "[^1]",
            "\n[^1]: ",
            "]{.dots}",
            "]{.sup}",
            ']{ruby="x"}',
            "<b>",
            "</b>",
            "<sup>",
            "</SUP>",
            "<br>",
            "__",
            "\n（一）",
            "\n①",
        ]
    )
).map("".join)


@given(MANUSCRIPT)
def test_every_piece_stands_where_it_says(text: str) -> None:
    assert_in_place(pieces(read_prose(text, "s.md", 1, [])), text)


@given(MANUSCRIPT)
def test_no_letter_is_lost(text: str) -> None:
    findings: list[Finding] = []
    blocks = read_prose(text, "s.md", 1, findings)
    if any(isinstance(block, PictureRef) for block in blocks) or "](" in text or "|" in text:
        return  # addresses and the cells that a table has no column for are not text
    if {"note-twice", "unplaced-note", "block-content", "wrong-value"} & {finding.code for finding in findings}:
        return  # what is not printed is an error
    letters = "甲乙丙。“”《》" if "roster" in text else "甲乙丙，。“”《》"  # commas part the names of a roster
    printed = [char for piece in pieces(blocks) for char in piece.text if char in letters]
    written = [char for char in text if char in letters]
    if "[^" in text:  # notes come last
        printed, written = sorted(printed), sorted(written)
    assert printed == written


def test_spans_stand_above_or_below_their_line() -> None:
    (block,) = read_prose("10[−3]{.sup}与H[2]{.sub}O，[a[b]{.under}]{.sup}，[x]{.sub .under}", "s.md", 1, [])
    assert isinstance(block, Paragraph)
    assert [(piece.text, piece.shift, piece.mark) for piece in block.pieces if piece.shift] == [
        ("−3", "sup", ""),
        ("2", "sub", ""),
        ("a", "sup", ""),
        ("b", "sup", "underline"),
        ("x", "sub", "underline"),
    ]
