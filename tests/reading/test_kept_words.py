"""Words that stay whole: said in the publication, a layout and a story, and names that the issue knows."""

from pathlib import Path

from bulletin_layout.issue import Story
from bulletin_layout.reading import read_issue
from tests.reading.publication import BASE, write_publication

ONE = "---\nheadline: 青苗队在观稼台和镜湖站\nkeep: 镜湖站\n---\n周立言和丁若谷在观稼台种下青苗队的第一株苗。\n"
TWO = "---\nheadline: 渠首\nbyline: 周立言、丁若谷，马克·韦伯 院团委办公室、Ada van der Molen\n---\n渠首放水。\n"


def stories(tmp_path: Path, **changed: str) -> tuple[Story, Story]:
    files = {
        "bulletin.yaml": BASE["bulletin.yaml"] + "keep: [青苗队, 稻香里]\n",
        "layouts/front.yaml": BASE["layouts/front.yaml"] + "keep: [观稼台]\n",
        "content/1/one.md": ONE,
        "content/1/two.md": TWO,
    }
    reading = read_issue(write_publication(tmp_path, files | changed))
    assert reading.issue is not None, reading.findings
    (page,) = reading.issue.pages
    return page.put["lead"], page.put["left"]


def test_the_words_of_story_layout_and_publication_come_together(tmp_path: Path) -> None:
    one, two = stories(tmp_path)
    assert one.keep[:3] == ("镜湖站", "观稼台", "青苗队")
    assert "稻香里" not in one.keep  # what does not occur in a story is not kept in it
    assert not {"镜湖站", "观稼台", "青苗队"} & {*two.keep}


def test_names_of_bylines_and_editors_are_known_in_the_whole_issue(tmp_path: Path) -> None:
    one, two = stories(tmp_path)
    assert one.keep[3:] == ("周立言", "丁若谷")
    assert two.keep == ("Ada van der Molen", "周立言", "丁若谷", "马克·韦伯")


def test_the_publications_words_are_no_text_of_a_template(tmp_path: Path) -> None:
    reading = read_issue(write_publication(tmp_path, {"bulletin.yaml": BASE["bulletin.yaml"] + "keep: 青苗队\n"}))
    assert reading.issue is not None
    assert reading.issue.publication.keep == ("青苗队",)
    assert "keep" not in reading.issue.publication.texts


def test_a_word_that_is_no_text_is_said(tmp_path: Path) -> None:
    reading = read_issue(write_publication(tmp_path, {"content/1/one.md": "---\nkeep: {a: b}\n---\n正文。\n"}))
    assert [finding.code for finding in reading.findings if "one.md" in finding.location.path] == ["wrong-type"]
