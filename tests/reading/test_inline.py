"""Inline marks in front matter, layouts and the publication's texts: what they are, and where they stand."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Finding, Location
from bulletin_layout.issue import Pieces, expand, plain
from bulletin_layout.reading import read_issue
from bulletin_layout.reading.schema.check import Record, Where, read_record
from bulletin_layout.reading.schema.issue_keys import STORY
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from bulletin_layout.reading.story.inline import read_template, read_words
from tests.reading.publication import write_publication
from tests.support.said import message
from tests.support.words import words

TEXTS = (
    '陈[㐂]{ruby="xǐ"}获奖', "**引题**与[链接](https://a.example)", "*副题*", "a\\*b", "[着重]{.dots}[专名]{.under}",
    "H&amp;M <https://a.example>", "5*3 a_b#话题# [2023]5号 〔〕 <通知>",
)  # fmt: skip
FORMS = ("byline: 甲{}", "byline: '甲{}'", "byline: >-\n  甲{}", "byline: |\n  首行\n\n  甲{}")


def record(yaml: str) -> tuple[Record, list[Finding]]:
    findings: list[Finding] = []
    node = parse_yaml(yaml, "s.md", findings, first_line=2)
    assert node is not None, findings
    return read_record(node, STORY, Where(), findings), findings


def read(yaml: str, key: str = "byline") -> Pieces:
    found, findings = record(yaml)
    pieces = read_words(found.words(key), findings)
    assert not findings, findings
    return pieces


def check_places(pieces: Pieces, yaml: str) -> None:
    """Every character that is one of the file's stands where its piece says."""
    lines = ["---", *yaml.split("\n")]
    for piece in pieces:
        for offset, char in enumerate(piece.text.strip("\n")):
            line = lines[piece.location.line - 1]
            assert line[piece.location.column - 1 + offset] == char, (piece, line)


@pytest.mark.parametrize("text", ["5*3", "a_b", "#话题#", "[2023]5号", "〔〕", "<通知>", "A&B", "a*b_c", "* *", "["])
def test_what_is_no_mark_stays_as_it_is_written(text: str) -> None:
    assert plain(words(text)) == text
    assert {(piece.emphasis, piece.mark, piece.ruby, piece.link) for piece in words(text)} == {("", "", "", "")}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("form", FORMS)
def test_each_piece_knows_its_line_and_column(text: str, form: str) -> None:
    yaml = form.format(text)
    pieces = read(yaml)
    check_places(tuple(piece for piece in pieces if piece.text != "&"), yaml)
    assert plain(pieces).removeprefix("首行\n\n") == plain(words("甲" + text))


def test_places_in_double_quotes_count_what_stands_in_the_file() -> None:
    yaml = 'byline: "\\u7532\\t[㐂]{ruby=\\"xǐ\\"}乙\\\n    丙\n    丁"'
    pieces = read(yaml)
    assert plain(pieces) == "甲\t㐂乙丙 丁"
    found = {piece.text: (piece.location.line, piece.location.column) for piece in pieces}
    assert (found["甲"], found["㐂"], found["乙"]) == ((2, 10), (2, 19), (2, 34))
    assert [piece.ruby for piece in pieces if piece.ruby] == ["xǐ"]
    assert (found["丙 "], found["丁"]) == ((3, 5), (4, 5))


def test_the_items_of_a_list_are_lines_with_places_of_their_own() -> None:
    found, findings = record("headline:\n  - 一**二**\n  - '三[四]{.dots}'")
    lines = [read_words(item.value, findings) for item in found.get("headline", tuple) or ()]
    assert [[(p.text, p.location.line, p.location.column) for p in line] for line in lines] == [
        [("一", 3, 5), ("二", 3, 8)],
        [("三", 4, 6), ("四", 4, 8)],
    ]


@pytest.mark.parametrize(
    ("written", "column", "shown"),
    [
        ("headline: *重要*通知", 11, '"*重要*通知"'),
        ("headline: **重要**通知  # 注", 11, '"**重要**通知"'),
        ('headline: [㐂]{ruby="xǐ"}获奖', 11, "'[㐂]{ruby=\"xǐ\"}获奖'"),
        ("headline: [链接](https://a.example)", 11, '"[链接](https://a.example)"'),
        ("headline: [2023]5号", 11, '"[2023]5号"'),
        ("headline:\n  - *重要*\n  - 二", 5, '"*重要*"'),
        ("headline: &amp;x y", 11, '"&amp;x y"'),
        ("headline: ![图](a.jpg)", 11, '"![图](a.jpg)"'),
        ('photos:\n  p: {file: a.jpg, caption: [㐂]{ruby="xǐ"}奖, credit: 王}', 29, "'[㐂]{ruby=\"xǐ\"}奖'"),
        ('photos:\n  p: {file: a.jpg, caption: 陈[㐂]{ruby="xǐ"}}', 29, "'陈[㐂]{ruby=\"xǐ\"}'"),
        ("photos:\n  p: {file: a.jpg, caption: **陈**}", 29, '"**陈**"'),
        ('headline: "陈[㐂]{ruby="xǐ"}获奖"', 11, "'陈[㐂]{ruby=\"xǐ\"}获奖'"),
        ("headline: *abc", 11, '"*abc"'),
    ],
)
def test_what_yaml_reads_otherwise_is_shown_in_quotation_marks(written: str, column: int, shown: str) -> None:
    findings: list[Finding] = []
    assert parse_yaml(written, "s.md", findings) is None
    (finding,) = findings
    assert finding.location.column == column
    assert message(finding).endswith(shown)
    text = shown.strip("'")  # what is shown can be written so
    quoted: list[Finding] = []
    node = parse_yaml(f"byline: {shown}", "s.md", quoted)
    assert not quoted
    assert node is not None
    assert text[1:-1] in shown


@pytest.mark.parametrize("written", ["headline: [㐂", "headline: {a", "headline: [一, [二]", "- a\nheadline: x: y: z"])
def test_other_mistakes_keep_their_own_words(written: str) -> None:
    findings: list[Finding] = []
    parse_yaml(written, "s.md", findings)
    assert findings
    assert "stands in quotation marks" not in message(findings[0])


def test_a_list_where_text_is_wanted_is_shown_as_text() -> None:
    _, findings = record("byline: [张三]")
    assert [message(finding).rpartition(": ")[2] for finding in findings] == ['"[张三]"']


def test_a_picture_or_an_unknown_mark_in_a_head_is_a_finding() -> None:
    found, findings = record("byline: 甲![图](a.jpg)[乙]{.dost}")
    read_words(found.words("byline"), findings)
    assert [finding.code for finding in findings] == ["unknown-mark", "unplaced-photo"]


def template(text: str) -> Pieces:
    findings: list[Finding] = []
    node = parse_yaml(f"byline: '{text}'", "l.yaml", findings)
    assert node is not None
    pieces = read_template(read_record(node, STORY, Where(), findings).words("byline"), findings)
    assert not findings, findings
    return pieces


VALUES = {
    "page.name": words("要闻"),
    "publication.name": words('禾[㐂]{ruby="xǐ"}**报**', Location("bulletin.yaml", 3, 7)),
    "publication.mail": words("a@b.example"),
    "issue.date": words("2026-10-30"),
}


def expanded(text: str) -> list[tuple[str, str, str, str, str]]:
    found = expand(template(text), VALUES)
    return [(piece.text, piece.emphasis, piece.mark, piece.ruby, piece.link) for piece in found]


def test_marks_around_a_name_hold_for_what_it_stands_for() -> None:
    assert expanded("**{page.name}**　[{issue.date:M月}]{.dots}") == [
        ("要闻", "strong", "", "", ""), ("　", "", "", "", ""), ("10月", "", "dots", "", ""),
    ]  # fmt: skip


def test_what_a_name_stands_for_brings_its_own_marks() -> None:
    assert expanded("*{publication.name}*！") == [
        ("禾", "emphasis", "", "", ""), ("㐂", "emphasis", "", "xǐ", ""), ("报", "strong emphasis", "", "", ""),
        ("！", "", "", "", ""),
    ]  # fmt: skip
    places = [str(piece.location) for piece in expand(template("*{publication.name}*！"), VALUES)]
    assert places[0] == "bulletin.yaml:3:7"
    assert places[-1].startswith("l.yaml:1:")


def test_names_stand_in_addresses_and_under_ruby_too() -> None:
    assert expanded("[投稿](mailto:{publication.mail})") == [("投稿", "", "", "", "mailto:a@b.example")]
    assert expanded('[{page.name}]{ruby="yào wén"}') == [("要闻", "", "", "yào wén", "")]
    assert [part[0] for part in expanded("第[2026]{page.name}期")] == ["第[2026]", "要闻", "期"]


def test_blanks_at_a_templates_ends_are_kept() -> None:
    assert plain(template("　甲 ")) == "　甲 "


def test_a_head_refers_to_a_note(tmp_path: Path) -> None:
    one = "---\nheadline: 题[^b]\n---\n正文[^a]。\n\n[^a]: 甲。\n[^b]: 乙。\n"
    reading = read_issue(write_publication(tmp_path, {"content/1/one.md": one}))
    assert reading.issue is not None
    story = reading.issue.pages[0].put["lead"]
    assert [note.label for note in story.notes] == ["b", "a"]
    assert story.headline is not None
    assert story.headline.text == "题"
    assert [piece.note for piece in story.headline.lines[0]] == ["", "b"]


def test_notes_are_no_findings_where_the_front_matter_cannot_be_read(tmp_path: Path) -> None:
    one = "---\nheadline: **题**[^b]\n---\n正文。\n\n[^b]: 乙。\n"
    reading = read_issue(write_publication(tmp_path, {"content/1/one.md": one}))
    assert [finding.code for finding in reading.findings if "one.md" in finding.location.path] == ["yaml-syntax"]
