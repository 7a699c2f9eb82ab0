"""Every check finds its slip, and leaves what only looks like it."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import catalogue
from bulletin_layout.issue import Photo
from bulletin_layout.pictures import Picture
from bulletin_layout.proofreading import proofread
from bulletin_layout.proofreading.rule import ASKED
from bulletin_layout.values import replace
from tests.proofreading import test_names as names
from tests.proofreading.made import found, issue, story
from tests.support.said import said

AREAS = ("punctuation", "characters", "numbers", "words", "names")
#: Codes whose slips take more than a text, or the house's own lists: they are tried in other tests.
ELSEWHERE = {
    *("head-dup", "caption-missing", "left-unneeded", "name-issue", "name-post-split", "caption-people"),
    *("byline-twice", "caption-side", "credit-missing", "dup-story", "alt-missing", "head-missing", "byline-missing"),
    *(code for code, _ in names.PLANTED),
}
CASES = [
    tuple(part.strip(" ") for part in line.split("|", 1))
    for line in Path(__file__).with_name("slips.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
PLANTED = [(code, text) for code, text in CASES if not code.startswith("-")]
CLEAN = [(code.lstrip("- "), text) for code, text in CASES if code.startswith("-")]


@pytest.mark.parametrize(("code", "text"), PLANTED)
def test_a_slip_is_found(code: str, text: str) -> None:
    assert code in [finding.code for finding in found(text, code)]


def test_what_is_told_only_when_asked_for_is_so_in_the_catalogue() -> None:
    assert {code for code, entry in catalogue().items() if entry.about and entry.about.asked} == ASKED


def test_what_one_house_wants_is_told_to_that_house_alone() -> None:
    text = "大家讨论了如何增产？"
    assert found(text) == []
    (wanted,) = found(text, "question-indirect")
    assert (wanted.code, wanted.severity) == ("question-indirect", "hint")
    own = replace(story(text), choices={"question-indirect": "warning"})
    assert [(each.code, each.severity) for each in proofread(issue(own))] == [("question-indirect", "warning")]


@pytest.mark.parametrize(("code", "text"), CLEAN)
def test_what_looks_like_it_is_left(code: str, text: str) -> None:
    assert [said(finding) for finding in found(text)] == []


def test_every_check_has_a_slip() -> None:
    checks = {code for code, entry in catalogue().items() if entry.area in AREAS}
    assert checks - {code for code, _ in PLANTED} - ELSEWHERE == set()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("大家看天,然后下地。", Location("a.md", 10, 5), '"天,然" should be "天，然"'),
        ("先育苗。¶以此做为纽带。", Location("a.md", 11, 3), '"做为" should be "作为"'),
        ("答辨在明天。", Location("a.md", 10, 1), '"答辨" should be "答辩"'),
        ("约50人左右到场。", Location("a.md", 10, 1), '"约50人左右" should be "约50人"'),
        ("《甲》、《乙》都在。", Location("a.md", 10, 4), '"》、《" should be "》《"'),
    ],
)
def test_a_finding_names_the_place_and_what_to_write(text: str, place: Location, words: str) -> None:
    (finding,) = found(text)
    assert finding.location == place
    assert words in said(finding)


def test_a_headline_stands_once_in_an_issue() -> None:
    twice = issue(story("题：开镰¶今天下地。"), story("题：开镰¶明天再来。", slug="b"))
    assert [finding.code for finding in proofread(twice)] == ["head-dup"]


def test_a_photo_has_a_caption() -> None:
    here = Location("a.md", 3)
    photo = Photo(Picture(Path("a.jpg"), "a.jpg", 10, 10, ""), here)
    codes = [finding.code for finding in proofread(issue(story("今天下地。", photos={"main": photo})))]
    assert codes == ["caption-missing", "alt-missing"]
    described = replace(photo, alt="晚稻")
    assert [each.code for each in proofread(issue(story("今天下地。", photos={"main": described})))] == [
        "caption-missing"
    ]


def test_what_no_reader_reads_is_left() -> None:
    assert found("见 https://example.org/a,b?c=d,e 和 a...b.txt。") == []
