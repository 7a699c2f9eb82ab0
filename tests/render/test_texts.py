"""An edition as plain text: each story whole and in its order, tables by rows, nothing of the pages themselves."""

from dataclasses import replace

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import Face
from bulletin_layout.issue import Paragraph, lines_of, plain
from bulletin_layout.page import OutlineEntry, TableCell, TableShape, Tag, TextMark
from bulletin_layout.reading import read_issue
from bulletin_layout.render.texts import edition_text, story_texts
from tests.render.sheets import edition, run
from tests.support.paper import PROJECT

SHAPE = TableShape(2, 2, 1)


def test_a_story_goes_on_from_page_to_page_and_its_table_is_rows(face: Face) -> None:
    def mark(text: str, tag: Tag) -> TextMark:
        return TextMark(10, 20, run(face, text), tag)

    first = [
        mark("春风", Tag("headline", "a", 0, 0)),
        mark("化雨", Tag("headline", "a", 0, 1)),
        mark("一段前", Tag("body", "a", 1, 0)),
        mark("下转", Tag("jump", "a")),
        mark("报头", Tag("nameplate", furniture="nameplate")),
        mark("二篇", Tag("body", "b", 1, 0)),
    ]
    second = [
        mark("一段后", Tag("body", "a", 1, 1)),
        mark("甲", Tag("table", "a", 2, 0, cell=TableCell(SHAPE, 0, 0))),
        mark("乙", Tag("table", "a", 2, 0, cell=TableCell(SHAPE, 0, 1))),
        mark("丙", Tag("table", "a", 2, 0, cell=TableCell(SHAPE, 1, 0))),
    ]
    made = edition(first, second, outline=(OutlineEntry("春风 化雨", 0, 1, "a"),))
    whole, other = story_texts(made)
    assert (whole.slug, whole.page, whole.text) == ("a", 0, "春风 化雨\n\n一段前一段后\n\n甲\t乙\n丙\n")
    assert (other.slug, other.text) == ("b", "二篇\n")
    named = replace(made, pages=(replace(made.pages[0], number=5), made.pages[1]))
    assert edition_text(named) == f"院报\n2026-10-30\n\n第5版　要闻\n\n{whole.text}\n{other.text}"


def test_every_paragraph_of_the_sample_is_whole() -> None:
    reading = read_issue(PROJECT / "content" / "2026-10")
    assert reading.issue is not None
    assert reading.fonts is not None
    texts = {each.slug: flat(each.text) for each in story_texts(compose_issue(reading.issue, reading.fonts).edition)}
    stories = [story for page in reading.issue.pages for story in page.stories]
    assert {story.slug for story in stories} == set(texts)
    for story in stories:
        lines = [line for block in story.blocks if isinstance(block, Paragraph) for line in lines_of(block.pieces)]
        assert [plain(line) for line in lines if flat(plain(line)) not in texts[story.slug]] == []


def flat(text: str) -> str:
    return "".join(text.split())
