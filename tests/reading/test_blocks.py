"""Blocks of their own in a story: quotes pulled out, asides, rosters, verse, signatures, notes, marks, joined cells."""

import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Aside, CellSpan, Figure, Note, Paragraph, Piece, PullQuote, Roster, Story, Table
from bulletin_layout.reading import read_issue
from bulletin_layout.reading.story.prose import AsideRef, Prose, read_prose
from tests.reading.publication import write_publication


def read(text: str) -> tuple[Prose, ...]:
    findings: list[Finding] = []
    blocks = read_prose(text, "s.md", 1, findings)
    assert findings == []
    return blocks


def said(names: tuple[tuple[Piece, ...], ...]) -> list[str]:
    return ["".join(piece.text for piece in name) for name in names]


def test_marks_between_braces() -> None:
    text = '甲[乙**丙**]{.dots}丁[戊]{.under ruby="wù"}[己庚]{ruby="jǐ gēng"}[辛]'
    (block,) = read(text)
    assert isinstance(block, Paragraph)
    assert [(piece.text, piece.emphasis, piece.mark, piece.ruby) for piece in block.pieces] == [
        ("甲", "", "", ""),
        ("乙", "", "dots", ""),
        ("丙", "strong", "dots", ""),
        ("丁", "", "", ""),
        ("戊", "", "underline", "wù"),
        ("己庚", "", "", "jǐ gēng"),
        ("[辛]", "", "", ""),
    ]
    assert [piece.location.column for piece in block.pieces] == [text.index(piece.text) + 1 for piece in block.pieces]


def test_verse_and_signatures_keep_their_lines() -> None:
    verse, second, sign = read("::: verse\n甲乙\n丙丁\n\n戊己\n:::\n::: sign\n某某\n二〇二六年十月\n:::\n")
    for block, kind, text in (
        (verse, "verse", "甲乙\n丙丁"),
        (second, "verse", "戊己"),
        (sign, "sign", "某某\n二〇二六年十月"),
    ):
        assert isinstance(block, Paragraph)
        assert (block.kind, block.text) == (kind, text)
    assert str(sign.location) == "s.md:8:1"


def test_pull_quotes_and_asides_hold_their_paragraphs() -> None:
    pull, aside = read("::: pull\n甲\n乙\n:::\n\n:::: aside 小 资料\n丙\n\n- 丁\n\n::: verse\n戊\n:::\n::::\n")
    assert isinstance(pull, PullQuote)
    assert [(one.kind, one.text) for one in pull.paragraphs] == [("pull", "甲乙")]
    assert isinstance(aside, AsideRef)
    assert (aside.title[0].text, str(aside.title[0].location), str(aside.location)) == (
        "小 资料",
        "s.md:6:12",
        "s.md:6:1",
    )
    kinds = [(block.kind, block.text) for block in aside.blocks if isinstance(block, Paragraph)]
    assert kinds == [("body", "丙"), ("item", "丁"), ("verse", "戊")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张三、李四，王二麻", ["张三", "李四", "王二麻"]),
        ("张三 李四　王二麻\n赵六", ["张三", "李四", "王二麻", "赵六"]),
        ("张　三　李四　王　五 赵 六", ["张三", "李四", "王五", "赵", "六"]),
        ("张　三、李 四\n王五", ["张三", "李四", "王五"]),
        ("John Smith、古丽娜尔·艾山", ["John Smith", "古丽娜尔·艾山"]),
        ("张**三**、*李*四", ["张三", "李四"]),
        ("张三、、李四、\n\n、王五", ["张三", "李四", "王五"]),
    ],
)
def test_rosters(text: str, names: list[str]) -> None:
    (roster,) = read(f"::: roster\n{text}\n:::\n")
    assert isinstance(roster, Roster)
    assert (said(roster.names), roster.columns) == (names, 4)


def test_a_rosters_names_know_their_places_and_its_columns() -> None:
    (roster,) = read("::: roster 3\n张　三、李四\n:::\n")
    assert isinstance(roster, Roster)
    assert roster.columns == 3
    assert [[piece.location.column for piece in name] for name in roster.names] == [[1, 3], [5]]


def test_notes_come_in_the_order_of_their_references() -> None:
    text, second, note, other = read("甲[^b]乙[^a]丙[^b]。\n\n[^a]: 注甲\n    续\n[^b]: 注乙\n\n    又一段\n\n丁\n")
    assert isinstance(text, Paragraph)
    assert [(piece.text, piece.note) for piece in text.pieces] == [
        ("甲", ""), ("b", "b"), ("乙", ""), ("a", "a"), ("丙", ""), ("b", "b"), ("。", ""),
    ]  # fmt: skip
    assert str(text.pieces[1].location) == "s.md:1:4"
    assert isinstance(second, Paragraph)
    assert (second.kind, second.text) == ("body", "丁")
    assert isinstance(note, Note)
    assert isinstance(other, Note)
    assert [(one.label, [(each.kind, each.text) for each in one.paragraphs]) for one in (note, other)] == [
        ("b", [("note", "注乙"), ("note", "又一段")]),
        ("a", [("note", "注甲续")]),
    ]


def test_cells_over_several() -> None:
    (table,) = read("| 甲 | < | 乙 |\n|:-:|---|---|\n| 丙 | 丁 | < |\n| ^ | ^ | < |\n| ^ | a < b | ^^ |\n")
    assert isinstance(table, Table)
    assert table.spans == (CellSpan(0, 0, 1, 2), CellSpan(1, 0, 3, 1), CellSpan(1, 1, 2, 2))
    texts = [["".join(piece.text for piece in cell) for cell in row] for row in table.rows]
    assert texts == [["甲", "", "乙"], ["丙", "丁", ""], ["", "", ""], ["", "a < b", "^^"]]


def test_what_looks_like_an_extension_in_part_is_text() -> None:
    (block,) = read("比 3::4，[甲]，{乙}，x^2 [^ 丙]，:::")
    assert isinstance(block, Paragraph)
    assert block.text == "比 3::4，[甲]，{乙}，x^2 [^ 丙]，:::"


def test_a_story_without_extensions_does_not_wait_for_them() -> None:
    code = "import sys; from bulletin_layout.reading.story.prose import read_prose; read_prose({!r}, 's.md', 1, [])"
    code += "; print('mdit_py_plugins' in sys.modules)"
    seen = [
        subprocess.run([sys.executable, "-c", code.format(text)], capture_output=True, text=True, check=True).stdout
        for text in ("正文**强**，[网](http://a.b)", "[正]{.dots}文")
    ]
    assert seen == ["False\n", "True\n"]


STORY = """\
# 栏目

正[文]{.dots}与[汉]{ruby="hàn"}[^1]

::: pull
摘要
:::

:::: aside 链接
附文

![图](photos/a.png)

::: roster
甲、乙
:::
::::

| 一 | < |
|---|---|
| 二 | 三 |

[^1]: 注
"""


def story(tmp_path: Path) -> Story:
    two = {"content/1/one.md": "---\nheadline: 一\n---\n一\n", "content/1/two.md": STORY}
    reading = read_issue(write_publication(tmp_path, two))
    assert reading.issue is not None
    return reading.issue.pages[0].put["left"]


def test_blocks_are_handed_on_as_they_are_written(tmp_path: Path) -> None:
    read_story = story(tmp_path)
    kinds = [type(block) for block in read_story.blocks]
    assert kinds == [Paragraph, Paragraph, PullQuote, Aside, Table]
    aside = read_story.blocks[3]
    assert isinstance(aside, Aside)
    assert [type(block) for block in aside.blocks] == [Paragraph, Figure, Roster]
    assert [note.label for note in read_story.notes] == ["1"]


def test_a_line_end_in_underlined_words_is_underlined() -> None:
    (block,) = read("see [New\nYork]{.under} and\n[甲\n乙]{.under}")
    assert isinstance(block, Paragraph)
    assert [(piece.text, piece.mark) for piece in block.pieces] == [
        ("see ", ""),
        ("New ", "underline"),
        ("York", "underline"),
        (" and", ""),
        ("甲", "underline"),
        ("乙", "underline"),
    ]
