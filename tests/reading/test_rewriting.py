"""Stories put elsewhere in an issue.yaml: only names change, every other byte stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Finding
from bulletin_layout.reading.rewriting import Change, rewritten
from tests.support.said import said

HEAD = "schema: bulletin/issue@1\nissue: {id: 1, date: 2026-10-30}\npages:\n"


def written(text: str, *changes: Change) -> str:
    """The file after the changes, which must be possible."""
    findings: list[Finding] = []
    data = rewritten(text.encode("utf-8"), "issue.yaml", changes, findings)
    assert findings == []
    assert data is not None
    return data.decode("utf-8")


def refused(data: bytes, *changes: Change) -> list[str]:
    """The findings when nothing can be written."""
    findings: list[Finding] = []
    assert rewritten(data, "issue.yaml", changes, findings) is None
    return [said(finding) for finding in findings]


def test_two_stories_change_places_in_a_flow_map() -> None:
    text = HEAD + "  - {layout: front,   put: {lead: one, left: two , right: three}}   # 头版\n"
    expected = HEAD + "  - {layout: front,   put: {lead: two, left: one , right: three}}   # 头版\n"
    assert written(text, Change(1, {"lead": "two", "left": "one"})) == expected


def test_quotation_marks_go_with_the_story_and_comments_stay_with_the_slot() -> None:
    text = HEAD + "  - layout: 'front'\n    put:\n      lead: 'one'   # 头条\n      \"left\": two\n      # 尾\n"
    expected = HEAD + "  - layout: 'front'\n    put:\n      lead: two   # 头条\n      \"left\": 'one'\n      # 尾\n"
    assert written(text, Change(1, {"lead": "two", "left": "one"})) == expected


def test_a_story_moves_into_a_slot_that_was_empty() -> None:
    text = HEAD + "  - {layout: front, put: {lead: one, 'left': two}}\n"
    expected = HEAD + "  - {layout: front, put: {lead: two, 'right': one}}\n"
    assert written(text, Change(1, {"lead": "two", "right": "one"})) == expected


def test_another_layout_is_written_with_its_slots() -> None:
    text = HEAD + '  - layout: "front"  # 版式\n    put: {lead: one, left: [two], briefs: [a, b]}\n'
    expected = HEAD + '  - layout: "news"  # 版式\n    put: {upper: one, lower: [two], briefs: [a, b]}\n'
    assert written(text, Change(1, {"upper": "one", "lower": "two"}, "news")) == expected


def test_only_the_page_that_is_meant_changes() -> None:
    page = "  - {layout: front, put: {lead: %s, left: %s}}\n"
    text = HEAD + page % ("a", "b") + page % ("c", "d") + page % ("e", "f")
    changes = (Change(3, {"lead": "f", "left": "e"}), Change(1, {"lead": "b", "left": "a"}))
    assert written(text, *changes) == HEAD + page % ("b", "a") + page % ("c", "d") + page % ("f", "e")


def test_other_slots_of_the_page_stay_as_they_are() -> None:
    put = "{lead: one, left: two, list: [x, y], tail: {continue: lead}, kept: three}"
    text = HEAD + f"  - layout: front\n    put: {put}\n    set: {{lead.photos.p1.height: 14行}}\n"
    after = written(text, Change(1, {"lead": "two", "left": "one"}))
    assert after == text.replace("lead: one, left: two", "lead: two, left: one")


def test_a_name_that_yaml_would_misread_is_quoted() -> None:
    text = HEAD + "  - {layout: front, put: {lead: one}}\n"
    assert written(text, Change(1, {"2": "one"}, "a: b")) == HEAD + '  - {layout: "a: b", put: {"2": one}}\n'


def test_what_is_not_utf_8_is_refused_at_its_line() -> None:
    data = (HEAD + "  - {layout: front, editor: 沈珂, put: {lead: one, left: two}}\n").encode("gb18030")
    (said,) = refused(data, Change(1, {"lead": "two", "left": "one"}))
    assert said.startswith("issue.yaml:4:1: error[not-written]: the file is not UTF-8")


@pytest.mark.parametrize("put", ["{lead: one, left: two, right: }", "{lead: one, left:\n     >-\n     two\n     }"])
def test_what_cannot_be_done_by_changing_names_is_refused(put: str) -> None:
    data = (HEAD + f"  - layout: front\n    put: {put}\n").encode()
    assert len(refused(data, Change(1, {"right": "one", "left": "two"}))) == 1


def test_a_file_with_findings_is_refused_with_them() -> None:
    assert "yaml-alias" in refused((HEAD + "  - &a {put: {lead: one}}\n").encode(), Change(1, {"left": "one"}))[0]


#: What a file may have between its names: comments, blank lines, wide spaces in values, quotation marks.
_QUOTES = st.sampled_from(["{}", "'{}'", '"{}"'])
_COMMENT = st.sampled_from(["", "  # 注", "   # put: {lead: one}", " #"])
_NAMES = ["one", "稿-二", "𠮷三", "four"]


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """An issue.yaml of a page with four stories, called <0> to <3> in it, and an order to put their names in."""
    stories = [draw(_QUOTES).format(f"<{number}>") for number in range(4)]
    keys = [draw(_QUOTES).format(name) for name in ("lead", "left", "版三", "d")]
    entries = [f"{key}: {story}" for key, story in zip(keys, stories, strict=True)]
    if draw(st.booleans()):
        pad = "\n" + " " * draw(st.integers(5, 9))
        put = "".join(f"{pad}{entry}{draw(_COMMENT)}" for entry in entries)
    else:
        put = f" {{{draw(st.sampled_from([', ', ' ,  ', ',   # 注' + chr(10) + '      '])).join(entries)} }}"
    body = f"{HEAD}  - layout: 'x'{draw(_COMMENT)}\n    put:{put}\n    editor: 沈珂 𠮷\n"
    return body.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), draw(st.permutations(_NAMES))


def _with(form: str, names: list[str]) -> str:
    for number, name in enumerate(names):
        form = form.replace(f"<{number}>", name)
    return form


@given(files(), st.sampled_from(["", "\ufeff"]))
def test_every_byte_stays_but_those_of_the_names(drawn: tuple[str, list[str]], bom: str) -> None:
    form, order = drawn
    before, after = bom + _with(form, _NAMES), bom + _with(form, order)
    put = dict(zip(("lead", "left", "版三", "d"), order, strict=True))
    marks = re.compile("[\"']")  # a story takes its own along
    assert marks.sub("", written(before, Change(1, put))) == marks.sub("", after)
