"""Slips that an editor leaves on purpose, and the fixes of the others."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Fix, Location
from bulletin_layout.issue.story import LeftAsIs
from bulletin_layout.proofreading import ProofMemory, left_as_is, proofread
from bulletin_layout.reading.story.left_as_is import left_as_is as remarks
from tests.proofreading.made import found, issue, story

TWICE = "以此做为起点。¶以此做为终点。"


def left(words: str, *, everywhere: bool = False, code: str = "confusable") -> LeftAsIs:
    return LeftAsIs(code, words, Location("a.md", 3), everywhere)


@pytest.mark.parametrize(
    ("remark", "lines"),
    [
        (left("做为"), [11]),
        (left("做为", everywhere=True), []),
        (left("做为终点"), [10]),
        (left("起点"), [10, 11, 3]),
        (left(""), [10, 11, 3]),
        (left("做为", code="variant"), [10, 11, 3]),
    ],
)
def test_a_remark_leaves_the_slip_that_it_names(remark: LeftAsIs, lines: list[int]) -> None:
    paper = issue(story(TWICE, left=(remark,)))
    findings = proofread(paper)
    assert [finding.location.line for finding in findings] == lines
    assert [finding.code for finding in findings if finding.location.line == 3] == ["left-unneeded"] * (3 in lines)
    assert len(left_as_is(paper)) == 2 - len([line for line in lines if line > 3])


def test_a_remark_is_read_with_its_place() -> None:
    text = "---\n---\n<!-- 校：留 half-mark 天,地 -->\n天,地 <!-- 校：留 dup-word 认真认真 全文 --> <!-- 校：改 -->\n"
    assert list(remarks(text, "a.md")) == [
        LeftAsIs("half-mark", "天,地", Location("a.md", 3, 1), everywhere=False),
        LeftAsIs("dup-word", "认真认真", Location("a.md", 4, 5), everywhere=True),
    ]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("大家看天,然后下地。", Fix(Location("a.md", 10, 5), ",", "，", safe=True)),
        ("以此做为起点。", Fix(Location("a.md", 10, 3), "做为", "作为", safe=True)),
        ("《天,然》已经付印。", Fix(Location("a.md", 10, 3), ",", "，", safe=False)),
        ("约50人左右到场。", Fix(Location("a.md", 10, 1), "约50人左右", "约50人", safe=False)),
        ("他说：“今年的“稻香节”照办。”", Fix(Location("a.md", 10, 8), "“稻香节”", "‘稻香节’", safe=False)),
        ("《论《用水办法》》已发。", Fix(Location("a.md", 10, 3), "《用水办法》", "〈用水办法〉", safe=False)),
        ('唱"稻香"了。', Fix(Location("a.md", 10, 2), '"稻香"', "“稻香”", safe=True)),
        ('唱"稻"香"了。', None),
        ("结束，。大家回去。", None),
    ],
)
def test_a_finding_carries_its_fix(text: str, fix: Fix | None) -> None:
    assert [each.fix for each in found(text)][:1] == [fix]


def test_a_story_that_is_the_same_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = ProofMemory()
    same, other = story("以此做为起点。"), story("先育苗。", slug="b")
    first = proofread(issue(same, other), memory)
    known = memory.stories["a"]
    assert proofread(issue(same, story("他看天,下地。", slug="b")), memory)[:1] == first
    assert memory.stories["a"] is known
    assert [each.code for each in proofread(issue(same, story("他看天,下地。", slug="b")), memory)] == [
        "confusable",
        "half-mark",
    ]
    assert Path(first[0].location.path).name == "a.md"
