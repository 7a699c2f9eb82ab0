"""Markdown as editors paste it: from web pages, from Word, from other editors."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Finding
from bulletin_layout.findings import line as line_of
from bulletin_layout.issue import Note, Paragraph, PullQuote, Roster, Table, plain
from bulletin_layout.reading.story.inline import words_of
from bulletin_layout.reading.story.places import Stretch
from bulletin_layout.reading.story.prose import AsideRef, PictureRef, read_prose
from bulletin_layout.reading.story.story_file import read_story
from tests.reading.publication import write_publication


def read(text: str, **lines: str) -> tuple[list[str], list[str]]:
    """The texts of the paragraphs, and the findings, each as code, line, column and what it quotes."""
    findings: list[Finding] = []
    blocks = read_prose(text, "s.md", 1, findings, **lines)  # type: ignore[arg-type]
    return [block.text for block in blocks if isinstance(block, Paragraph)], [short(each) for each in findings]


def short(finding: Finding) -> str:
    quoted = dict(finding.says.fields).get("mark", "")
    return f"{finding.code} {finding.location.line}:{finding.location.column} {quoted}".rstrip()


def styles(text: str) -> list[tuple[str, str]]:
    (block,) = read_prose(text, "s.md", 1, [])
    assert isinstance(block, Paragraph)
    return [(piece.text, piece.emphasis or piece.mark or piece.shift) for piece in block.pieces]


# Tags of HTML.


def test_tags_that_are_marks() -> None:
    assert styles("CO<sub>2</sub>每m<SUP >2</SUP>，<b>粗</b><i>楷</i><em>楷</em><u class='x'>线</u>") == [
        ("CO", ""), ("2", "sub"), ("每m", ""), ("2", "sup"), ("，", ""), ("粗", "strong"), ("楷", "emphasis"),
        ("楷", "emphasis"), ("线", "underline"),
    ]  # fmt: skip
    assert styles("<b>甲**乙**<i>丙</b>丁</i>") == [
        ("甲", "strong"), ("乙", "strong"), ("丙", "strong emphasis"), ("丁", "emphasis"),
    ]  # fmt: skip
    assert styles("[<sup>甲</sup>乙]{.sub}") == [("甲", "sup"), ("乙", "sub")]


@pytest.mark.parametrize("tag", ["<br>", "<BR/>", "<br />", "</br>", '<br clear="all">', "<br>\n", " <br> \n  "])
def test_a_tag_that_ends_a_line(tag: str) -> None:
    assert read(f"甲{tag}乙") == (["甲\n乙"], [])


def test_tags_hold_in_every_text() -> None:
    findings: list[Finding] = []
    words = words_of("一<br>二<sup>3</sup><!-- 注 -->四", (Stretch(0, 4, 7),), "a.yaml", findings)
    assert [(piece.text, piece.shift, str(piece.location)) for piece in words] == [
        ("一\n", "", "a.yaml:5:8"),
        ("二", "", "a.yaml:5:13"),
        ("3", "sup", "a.yaml:5:19"),
        ("四", "", "a.yaml:5:36"),
    ]
    (table,) = read_prose("| 甲<b>乙</b> | 丙<br>丁 |\n|---|---|", "s.md", 1, findings)
    assert isinstance(table, Table)
    assert [[(piece.text, piece.emphasis) for piece in cell] for cell in table.rows[0]] == [
        [("甲", ""), ("乙", "strong")],
        [("丙\n", ""), ("丁", "")],
    ]
    (picture,) = read_prose('![甲<i>乙</i>](a.jpg "丙<u>丁</u>")', "s.md", 1, findings)
    assert isinstance(picture, PictureRef)
    assert [piece.emphasis or piece.mark for piece in (*picture.caption, *picture.credit)] == [
        "", "emphasis", "", "underline",
    ]  # fmt: skip
    (aside,) = read_prose("::: aside 甲**乙**\n丙\n:::", "s.md", 1, findings)
    assert isinstance(aside, AsideRef)
    assert [(piece.text, piece.emphasis, piece.location.column) for piece in aside.title] == [
        ("甲", "", 11), ("乙", "strong", 14),
    ]  # fmt: skip
    assert findings == []


# Remarks.


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("甲<!-- 注 -->乙", ["甲乙"]),
        ("<!-- 注 -->　　甲", ["甲"]),
        ("甲<!-- 注\n\n- 注 -->乙\n\n丙", ["甲", "乙", "丙"]),
        ("甲，\n<!-- 注\n注 -->\n乙", ["甲，乙"]),
        ("甲<!-->乙<!--->丙<!---->丁", ["甲乙丙丁"]),
        ("<!-- 注 --># 题 <!-- 注 -->\n甲  <!-- 注 -->\n乙", ["题", "甲乙"]),
        ("\\<!-- 甲", ["<!-- 甲"]),
        ("<!-- ::: pul\n# 题 -->\n\n甲", ["甲"]),
    ],
)
def test_remarks_are_never_printed(text: str, printed: list[str]) -> None:
    paragraphs, findings = read(text)
    assert "".join(paragraphs) == "".join(printed)
    assert findings == []


def test_remarks_part_no_table_no_verse_and_end_blocks() -> None:
    findings: list[Finding] = []
    blocks = read_prose(
        "| 甲 |\n|---|\n<!-- 注 | 注 -->\n| 乙 |\n\n::: verse <!-- 注 -->\n丙\n<!-- 注 -->\n丁\n::: <!-- 注 -->\n",
        "s.md",
        1,
        findings,
    )
    table, verse = blocks
    assert isinstance(table, Table)
    assert isinstance(verse, Paragraph)
    assert [str(row[0][0].location) for row in table.rows] == ["s.md:1:3", "s.md:4:3"]
    assert (verse.text, [piece.location.line for piece in verse.pieces]) == ("丙\n丁", [7, 9])
    assert findings == []


def test_a_remark_without_an_end_is_said_once_and_hides_its_paragraph() -> None:
    assert read("甲\n乙<!-- 注 <!-- 注\n注\n\n丙") == (["甲乙", "丙"], ["open-remark 2:2"])
    findings: list[Finding] = []
    assert plain(words_of("甲<!-- 乙", (Stretch(0, 0, 9),), "a.yaml", findings)) == "甲"
    assert [short(each) for each in findings] == ["open-remark 1:11"]


# Leftovers.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲**重点，__乙", ["1:2 **", "1:7 __"]),
        ("张**，李**、王**。", ["1:2 **", "1:6 **", "1:10 **"]),
        ("甲**，乙**丙", ["1:2 **", "1:6 **"]),
        (
            "删~~原~~，高==重==，H~2~O，x^2^，式$E=mc^2$",
            ["1:2 ~~原~~", "1:9 ==重==", "1:16 ~2~", "1:22 ^2^", "1:27 $E=mc^2$"],
        ),
        ("`码`与```", ["1:1 `码`", "1:5 ```"]),
        ('甲<span style="a">乙</span><o:p><hr/>', ['1:2 <span style="a">', "1:19 </span>", "1:26 <o:p>", "1:31 <hr/>"]),
        ("<b>甲，<sup>乙</sub>", ["1:1 <b>", "1:6 <sup>", "1:12 </sub>"]),
        ("[甲](a b)，![乙](c d)，[丙]（https://a.cn）", ["1:1 [甲](", "1:10 ![乙](", "1:20 [丙]（"]),
        (
            "甲&nbsp乙&lt，&amp;nbsp;，&#160丙，&fooo;",
            ["1:2 &nbsp", "1:8 &lt", "1:12 &nbsp;", "1:23 &#160", "1:30 &fooo;"],
        ),
        ("第一行\\n第二行，“引\\”", ["1:4 \\n", "1:12 \\"]),
        ("甲\\", ["1:2 \\"]),
        ("##小标题\n\n#总则\n\n＃ 标题", ["1:1 ##", "3:1 #总则", "5:1 ＃"]),
        ("甲\n====", ["2:1 ===="]),
        ("| 甲 | 乙 |\n| 丙 | 丁 |", ["1:1 | 甲 | 乙 |", "2:1 | 丙 | 丁 |"]),
        ("- [ ] 甲", ["1:3 [ ]"]),
        ("<!— 注 —>，＜br＞，<？", ["1:1 <!—", "1:10 ＜br＞"]),
        ("甲 -->", ["1:3 -->"]),
        ("*甲，带*的，*号", ["1:8 *"]),
        ("> 甲**乙\n> 丙", ["1:4 **"]),
        ("甲\n- 乙~~丙~~", ["2:4 ~~丙~~"]),
    ],
)
def test_what_stays_of_markup_is_said_at_its_place(text: str, found: list[str]) -> None:
    assert read(text)[1] == [f"leftover-mark {each}" for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "〈通知〉、<通知>、<附件1>、a<b、a < b > c、x<y>z、p<0.05、<5、List<String>",
        "5*3=15、2*3*4、x*y*z、2**10、3 * 4、(a*b)*(c*d)*2、3*(4+5)*2*(6)",
        "带*的",
        "*注",
        "张*，李*、王*。",
        "于__年__月__日前、__月__日、__ 年 __ 月",
        "a_b、snake_case、单位_姓名_电话、a__b__c、____年____月、（___）",
        "138****5678、139****1234、****",
        "$5到$10、US$5、￥5、$a",
        "#话题#、#1井、#话题#也有人写",
        "C:\\new、D:\\资料\\、\\\\server\\new、目录\\new、a\\b",
        "3~5天、好吃~快来~、10^3、^_^、C++、A&B、AT&T、Q&A；R&D;",
        "a_b@c.cn、zhang__san@c.cn、www.a.cn/a_b__c/~~d~~、https://a.cn/?a=1&copy=2、https://a.cn/a*b*c",
        "[1]、[甲]、[ ]、[x]、{甲}、=、==、——、--、->、=>、表示“或”的|竖线|",
        "&lt;br&gt;、&#42;&#42;甲&#42;&#42;、&amp;、&#35;甲",
        "\\**、\\<b>、\\~~甲~~、\\==甲==、\\`甲`、\\&nbsp;、\\$x$、\\^2^、\\[甲](乙 丙)",
    ],
)
def test_what_editors_type_is_text(text: str) -> None:
    plain_text = text.replace("\\\\", "\0").replace("\0", "\\\\")
    paragraphs, findings = read(text)
    assert findings == []
    if "&" not in text and "\\" not in text:
        assert paragraphs == [plain_text]


def test_addresses_and_paths_keep_their_signs() -> None:
    for text in (
        "https://a.cn/a_b_c*d*e",
        "C:\\_new\\*",
        "\\\\server\\_a_\\b",
        "甲 www.a.cn/_x_ 乙",
        "a_b_@c.cn与_d_@c.cn",
    ):
        assert read(text) == ([text], [])
    assert styles("**见https://a.cn/b**后") == [("见https://a.cn/b", "strong"), ("后", "")]


# Lines.


def test_a_line_that_begins_with_a_number_is_a_paragraph() -> None:
    heads = ["（一）", "（2）", "(3)", "①", "⑵", "㈢", "❹", "1、", "２、", "3．", "4.", "一、", "十一、"]
    heads += ["第一条 ", "第12章 ", "A、", "[1]"]
    text = "事项：\n" + "\n".join(f"{head}甲，" for head in heads)
    assert read(text) == (["事项：", *(f"{head}甲，" for head in heads)], [])
    assert read("- 项\n**（一）甲**。\n__第一条__ 乙\n> 引\n①丙") == (
        ["项", "（一）甲。", "第一条 乙", "引", "①丙"],
        [],
    )
    assert read("甲，\n2026年\n1.5倍\n第一次\n十分\n[乙](#c)") == (["甲，2026年1.5倍第一次十分乙"], [])
    assert read("| 甲 | 乙 |\n|---|---|\n① | 丙") == ([], [])


def test_lines_of_verse_stay_lines_whatever_they_begin_with() -> None:
    assert read("::: verse\n一、甲。\n二、乙\n:::") == (["一、甲。\n二、乙"], [])


@pytest.mark.parametrize(
    "indent",
    [
        "　",
        "　　",
        "&emsp;&emsp;",
        "&nbsp;&nbsp;&nbsp;&nbsp;",
        "&#12288;&#x3000;",
        "\u2003\u2003",
        "\u2002\u2002",
        "\xa0\xa0",
    ],
)
def test_typed_indents_of_every_kind_begin_a_paragraph_and_are_not_printed(indent: str) -> None:
    assert read(f"{indent}甲。\n{indent}乙。\n\n{indent}丙。") == (["甲。", "乙。", "丙。"], [])


@pytest.mark.parametrize("end", ["。", "！", "？”", "；", "：", "。）", "。** ", "吗?", "。[^1]"])
def test_lines_joined_to_one_that_ends_a_sentence_are_said(end: str) -> None:
    text = f"甲乙{end}\n丙，\n丁\n\n[^1]: 戊".replace("乙。** ", "**乙。** ")
    findings: list[Finding] = []
    read_prose(text if "[^1]" in end else text.partition("\n\n")[0], "s.md", 5, findings)
    assert [(each.code, each.location.line, dict(each.says.fields)["before"]) for each in findings] == [
        ("joined-lines", 6, 5)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "甲，\n乙",
        "甲……\n乙",
        "甲。  \n乙",
        "甲。<br>\n乙",
        "甲。\\\n乙",
        "甲。\n\n乙",
        "甲。\n![乙](a.jpg)",
        "::: sign\n甲：\n乙\n:::",
    ],
)
def test_other_lines_are_joined_without_a_word(text: str) -> None:
    assert "joined-lines" not in "".join(read(text)[1])


def test_every_line_may_be_a_paragraph() -> None:
    text = "甲。\n乙，\n    丙\n- 丁\n戊\n\n> 己\n庚\n\n| 辛 |\n|---|\n| 壬 |\n\n::: verse\n癸。\n子\n:::"
    findings: list[Finding] = []
    blocks = read_prose(text, "s.md", 1, findings, lines="paragraphs")
    assert [each.text if isinstance(each, Paragraph) else type(each) for each in blocks] == [
        "甲。", "乙，", "丙", "丁", "戊", "己", "庚", Table, "癸。\n子",
    ]  # fmt: skip
    assert findings == []


# Rosters.


def roster(text: str) -> list[str]:
    findings: list[Finding] = []
    (only,) = read_prose(f"::: roster\n{text}\n:::", "s.md", 1, findings)
    assert isinstance(only, Roster)
    assert findings == []
    return [plain(name) for name in only.names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张三（女，回族）、李四五（女, 党外）、赵六", ["张三（女，回族）", "李四五（女, 党外）", "赵六"]),
        (
            "张三(女，回族) 李四 （女 回族）\n王　五（女）　赵　六",
            ["张三(女，回族)", "李四（女回族）", "王五（女）", "赵六"],
        ),
        ("**张三（女**，回族），李四〔甲、乙〕", ["张三（女，回族）", "李四〔甲、乙〕"]),
        ("张三（女、李四，王五）（甲，乙）", ["张三（女、李四，王五）（甲，乙）"]),
        ("张三（女、李四，王五", ["张三（女", "李四", "王五"]),
        ("张三（女，\n李四）、王五", ["张三（女", "李四）", "王五"]),
    ],
)
def test_nothing_parts_a_name_within_brackets(text: str, names: list[str]) -> None:
    assert roster(text) == names


# Story files.


def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str):  # type: ignore[no-untyped-def]
    from bulletin_layout.findings import Location
    from bulletin_layout.reading.sources.files import Files

    write_publication(tmp_path, {"content/1/one.md": text})
    monkeypatch.chdir(tmp_path)
    files = Files(tmp_path)
    found = read_story(files, Path("content/1/one.md").resolve(), "one", Path("content/1").resolve(), Location("x"))
    return found, [short(finding) for finding in files.findings]


@pytest.mark.parametrize("before", ["\n", "\n \n　\n", "\ufeff", " ", "<!-- 稿 -->\n"])
def test_what_is_empty_before_the_front_matter_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    found, findings = story(tmp_path, monkeypatch, f"{before}---\nheadline: 甲\n---\n乙。\n")
    lines = before.count("\n")
    assert findings == []
    assert found.headline.text == "甲"
    assert (found.headline.location.line, found.blocks[0].location.line) == (lines + 2, lines + 4)


@pytest.mark.parametrize("line", ["——", "—-", "－－－", "___", "----", "--", "***", "– –", "==="])
def test_lines_that_are_meant_to_be_three_hyphens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    found, findings = story(tmp_path, monkeypatch, f"{line}\nheadline: 甲\nbyline: 乙\n{line}\n丙。\n")
    assert findings == ["front-matter-line 1:1", "front-matter-line 4:1"]
    assert (found.headline.text, found.blocks[0].text) == ("甲", "丙。")


def test_a_dash_in_the_text_is_none_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, findings = story(tmp_path, monkeypatch, "——甲\n\n乙\n")
    assert (findings, [block.text for block in found.blocks]) == ([], ["——甲", "乙"])
    found, findings = story(tmp_path / "b", monkeypatch, "---\nheadline: |\n  甲\n  ——\n---\n乙\n")
    assert (findings, found.headline.text) == ([], "甲 ——")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("headline: 甲\nbyline: 乙\n\n丙。", ["1:1", "2:1"]),
        ("Headline：甲\n\n丙。", ["1:1"]),
        ("---\nheadline: 甲\n---\nbyline: 乙\n丙。", ["4:1"]),
        ("---\nheadline: 甲\n---\n丙。\n\nbyline：乙", ["6:1"]),
        ("---\nheadline: 甲\n---\n丙。\n\nPhotos: 乙", []),
        ("---\nheadline: 甲\n---\n丙 headline: 乙", []),
    ],
)
def test_keys_in_the_text_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, found: list[str]
) -> None:
    assert story(tmp_path, monkeypatch, text)[1] == [f"key-in-text {place}" for place in found]


def test_remarks_in_front_matter_are_never_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        '---\n<!-- 稿: 一 -->\nheadline: 甲<!-- 待定: #1 -->乙 <!-- 注 -->\nbyline: "丙<!-- 注 -->"\n'
        "photos: {p1: {file: photos/a.png, alt: '图<!-- 注 -->'}}\n---\n丁\n"
    )
    found, findings = story(tmp_path, monkeypatch, text)
    assert findings == []
    assert (found.headline.text, plain(found.byline), found.photos["p1"].alt) == ("甲乙", "丙", "图")
    assert found.headline.lines[0][1].location.column == 27


def test_what_a_line_is_says_the_story_or_the_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletin_layout.reading import read_issue

    paper = "schema: bulletin/publication@1\nname: 试刊\nlines: paragraphs\n"
    stories = {
        "content/1/one.md": "---\nlines: joined\nphotos: {p1: {file: photos/a.png}}\n---\n甲，\n乙\n",
        "content/1/two.md": "丙。\n丁\n",
    }
    write_publication(tmp_path, {"bulletin.yaml": paper, **stories})
    monkeypatch.chdir(tmp_path)
    reading = read_issue(Path("content/1"))
    assert reading.issue is not None
    assert reading.issue.publication.lines == "paragraphs"
    one, two = (reading.issue.pages[0].put[slot] for slot in ("lead", "left"))
    assert [[block.text for block in each.blocks if isinstance(block, Paragraph)] for each in (one, two)] == [
        ["甲，乙"],
        ["丙。", "丁"],
    ]


@pytest.mark.parametrize(
    ("value", "lost"),
    [
        ("带#号的 #标题", "#标题"),
        ("#标题", "#标题"),
        ("甲 #秋收# 乙", "#秋收# 乙"),
        ("甲 #（注）", "#（注）"),
        ("甲 # 注", ""),
        ("甲 ## 注", ""),
        ("甲#乙", ""),
        ('"甲" #乙', ""),
        ('"甲 #乙"', ""),
        ("甲 #---", ""),
    ],
)
def test_text_that_yaml_takes_for_a_remark_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, lost: str
) -> None:
    from bulletin_layout.reading.sources.yaml_adapter import parse_yaml

    findings: list[Finding] = []
    assert parse_yaml(f"byline: 甲\nheadline: {value}\n", "a.yaml", findings) is not None
    said = [(each.code, each.location.line, each.location.column, dict(each.says.fields)["lost"]) for each in findings]
    column = len("headline: ") + value.find(lost) + 1
    assert said == ([("text-cut", 2, column, lost)] if lost else [])


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("headline: 关于秋收: 几点", '"关于秋收: 几点"'),
        ("headline: - 短横", '"- 短横"'),
        ('headline: "甲"与乙', "'\"甲\"与乙'"),
        ("headline:紧挨着", "a space behind it"),
        ("headline:紧挨着\nbyline: 乙", "a space behind it"),
    ],
)
def test_what_yaml_does_not_take_is_said_with_the_way_out(line: str, way: str) -> None:
    from bulletin_layout.reading.sources.yaml_adapter import parse_yaml

    findings: list[Finding] = []
    assert parse_yaml(line, "a.yaml", findings) is None
    assert way in line_of(findings[0], "en")


# Hostile text.


def test_marks_without_end_neither_recurse_nor_lose_text() -> None:
    for sign in ("<!--", "**", "[", "<b>", "&nbsp;", "<", "（", "~~", "`", "](", "<sup>"):
        findings: list[Finding] = []
        read_prose("甲" + sign * 5000, "s.md", 1, findings)
        assert len(findings) <= 20
    assert isinstance(
        read_prose("::: pull\n" + "<b>" * 2000 + "甲" + "</b>" * 2000 + "\n:::", "s.md", 1, [])[0], PullQuote
    )
    assert isinstance(read_prose("甲[^1]\n\n[^1]: <!-- 注 -->乙", "s.md", 1, [])[-1], Note)
