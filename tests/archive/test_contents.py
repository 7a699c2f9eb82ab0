"""What an issue says of itself to catalogues: each printed story once, with its pages, section, byline and length."""

import json
from dataclasses import replace

import pytest

from bulletin_layout.archive.authors import authors_of
from bulletin_layout.archive.contents import described, entries, linked_data, words
from bulletin_layout.compose import compose_issue
from bulletin_layout.issue import Issue, plain
from bulletin_layout.page import Edition
from bulletin_layout.reading import read_issue
from tests.support.paper import PROJECT
from tests.support.words import words as pieces


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
        assert ("headline" in part) == bool(entry.title)
        assert part.get("description", "") == entry.beginning
        assert entry.slug not in json.dumps(part)
        assert part["printPage"] == ", ".join(map(str, entry.pages))
        assert part["printSection"] == entry.section
        assert part["wordCount"] == entry.words
        assert part.get("creditText", "") == entry.byline


def test_a_story_without_a_head_is_described_by_its_caption_or_first_words(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    found = {entry.slug: entry for entry in entries(issue, edition)}
    assert (found["chongyang"].title, found["chongyang"].beginning) == ("", "佛香阁")
    assert all(entry.title or entry.beginning for entry in found.values())


def test_a_story_has_an_identifier_that_stays_and_its_place_on_each_page(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    data, other = (json.loads(linked_data(each, edition))["hasPart"] for each in (issue, replace(issue, id="2026-11")))
    names = [part["@id"] for part in data]
    assert len(set(names)) == len(names)
    assert not {part["@id"] for part in other} & set(names)
    (lead,) = data[0]["identifier"]
    left, top, width, height = map(float, lead["value"].split(","))
    assert (lead["name"], lead["unitText"]) == ("1", "mm")
    assert 0 < left < left + width < 210
    assert 0 < top < top + height < 297


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("杜实", [("杜实", "Person")]),
        ("关　岳", [("关岳", "Person")]),
        ("本报记者　宋知远　赵禾", [("宋知远", "Person"), ("赵禾", "Person")]),
        ("记者：宋知远、通讯员：赵禾", [("宋知远", "Person"), ("赵禾", "Person")]),
        ("院办公室　科研管理处", [("院办公室", "Organization"), ("科研管理处", "Organization")]),
        ("柳湾站", [("柳湾站", "Organization")]),
        ("办公室摘编", [("办公室", "Organization")]),
        ("文/杜实 图/赵禾", [("杜实", "Person"), ("赵禾", "Person")]),
        ("卡尔·林奈", [("卡尔·林奈", "Person")]),
        ("麦田守望", [("麦田守望", "")]),
        ("（杜实　杜实）", [("杜实", "Person")]),
        ("", []),
    ],
)
def test_authors_are_persons_or_offices_where_that_is_sure(byline: str, authors: list[tuple[str, str]]) -> None:
    assert authors_of(byline) == tuple(authors)


def test_a_series_has_its_own_name_in_the_contents(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    paper = replace(issue.publication, series={"brief": {"name": pieces("简报")}})
    brief = replace(issue, publication=paper.of_series("brief"))
    data = json.loads(linked_data(brief, edition))
    assert data["isPartOf"]["name"] == "简报"
    assert "alternateName" not in data["isPartOf"]
    assert data["isPartOf"]["publisher"]["name"] == issue.publication.text("publisher")


def test_the_packet_names_paper_numbers_editors_and_stories(sample: tuple[Issue, Edition]) -> None:
    issue, edition = sample
    properties = {each.name: each.value for each in described(issue, edition).properties}
    assert properties["publication"] == "禾岭院讯"
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
