"""What an issue says of itself to catalogues: each printed story once, with its pages, section, byline and length."""

import json
from dataclasses import replace

import pytest

from bulletin_layout.archive.contents import described, entries, linked_data, words
from bulletin_layout.compose import compose_issue
from bulletin_layout.issue import Issue, plain
from bulletin_layout.page import Edition
from bulletin_layout.reading import read_issue
from tests.support.paper import PROJECT


@pytest.fixture(scope="module")
def sample() -> tuple[Issue, Edition]:
    reading = read_issue(PROJECT / "content" / "2026-10")
    assert reading.issue is not None
    assert reading.fonts is not None
    return reading.issue, compose_issue(reading.issue, reading.fonts).edition


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("春耕。", 2),
        ("第12期，共3.5万字", 7),
        ("用Python写 don't-stop", 4),
        ("二〇二六年𬭛", 6),
        ("……——（）", 0),
        ("杜　实", 2),
        ("Wi-Fi和5G", 3),
    ],
)
def test_length_counts_han_and_words(text: str, length: int) -> None:
    assert words(text) == length


def test_every_story_of_the_sample_is_listed_where_it_stands(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    found = entries(issue, edition)
    stories = [story for plan in issue.pages for story in plan.stories]
    assert len(found) == len(stories)
    lead = stories[0]
    assert lead.headline is not None
    assert found[0].title == " ".join(map(plain, lead.headline.lines))
    told = plain(lead.byline), "要闻", plain(issue.pages[0].editor)
    assert (found[0].byline, found[0].section, found[0].editor) == told
    assert [entry.pages for entry in found] == [(plan.number,) for plan in issue.pages for _ in plan.stories]


def test_a_story_on_two_pages_has_both_and_one_on_none_is_left_out(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    first, second, *rest = edition.pages
    lead = next(iter(issue.pages[0].put.values())).slug
    lost = next(iter(issue.pages[1].put.values())).slug
    mark = next(mark for mark in second.texts() if mark.tag.story)
    going_on = replace(mark, tag=replace(mark.tag, story=lead))
    kept = tuple(mark for mark in second.texts() if mark.tag.story != lost)
    changed = replace(edition, pages=(first, replace(second, marks=(*kept, going_on)), *rest))
    found = entries(issue, changed)
    assert found[0].pages == (1, 2)
    assert len(found) == len(entries(issue, edition)) - 1


def test_json_ld_has_the_print_fields(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    data = json.loads(linked_data(issue, edition))
    assert (data["@context"], data["@type"]) == ("https://schema.org", "PublicationIssue")
    assert (data["issueNumber"], data["datePublished"], data["numberOfPages"]) == ("10", "2026-10-30", 4)
    assert data["identifier"]["value"] == "138"
    assert data["isPartOf"]["publisher"]["name"] == issue.publication.text("publisher")
    assert [part["@type"] for part in data["hasPart"]] == ["NewsArticle"] * len(entries(issue, edition))
    for part, entry in zip(data["hasPart"], entries(issue, edition), strict=True):
        assert part["headline"]
        assert part["printPage"] == ", ".join(map(str, entry.pages))
        assert part["printSection"] == entry.section
        assert part["wordCount"] == entry.words
        assert part.get("creditText", "") == entry.byline


def test_the_packet_names_paper_numbers_editors_and_stories(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    properties = {each.name: each.value for each in described(issue, edition).properties}
    assert properties["publication"] == "禾岭院报"
    assert (properties["number"], properties["total"], properties["date"]) == ("10", "138", "2026-10-30")
    assert properties["editors"] == tuple(plain(plan.editor) for plan in issue.pages)
    stories = properties["stories"]
    assert stories[0].startswith("第1版　")
    byline = next(iter(issue.pages[0].put.values())).byline
    assert stories[0].endswith(f"（{plain(byline)}）")


def test_what_an_issue_lacks_is_not_said(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    bare = replace(issue, number=None, total=None)
    assert not {"issueNumber", "identifier"} & json.loads(linked_data(bare, edition)).keys()
    assert not {"number", "total"} & {each.name for each in described(bare, edition).properties}
