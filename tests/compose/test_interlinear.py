"""Dots, underlines and ruby on the page: where they stand, in what order, and ruby that has no room."""

from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Aside, Paragraph, Piece, PullQuote, Roster, Style, Table
from bulletin_layout.page import RuleMark, TextMark
from tests.compose.sample import COLUMNS, LINE, TOP, Made, han, make, paragraph, slot, story
from tests.support.said import message

#: The baseline of the first row.
FIRST = TOP + 8.8


def marked(*pieces: tuple[str, str, str], kind: str = "body", line: int = 10) -> Paragraph:
    """A paragraph of pieces (text, mark, ruby), each on a line of its own in the file."""
    found = tuple(
        Piece(text, Location("s.md", line + k, 1), mark=mark, ruby=ruby)  # type: ignore[arg-type]
        for k, (text, mark, ruby) in enumerate(pieces)
    )
    return Paragraph(found, found[0].location, kind)  # type: ignore[arg-type]


def dots(made: Made) -> list[RuleMark]:
    return [rule for rule in made.rules if rule.round]


def bars(made: Made) -> list[RuleMark]:
    return [rule for rule in made.rules if not rule.round]


def test_marks_stand_at_their_line_and_column(toy: FontBook) -> None:
    first = paragraph(han(13))
    second = marked((han(2), "", ""), ("甲乙", "dots", ""), ("丙", "", ""), ("丁戊", "underline", ""))
    made = make(toy, slot(rows=(1, 5)), story(first, second))
    y = FIRST + 2 * LINE  # the first paragraph has an indent and takes two lines
    x = COLUMNS[0] + 20
    assert [(dot.x1, dot.y1, dot.x2, dot.y2, dot.width) for dot in dots(made)] == [
        pytest.approx((x + 25, y + 2.7, x + 25, y + 2.7, 1.6)),
        pytest.approx((x + 35, y + 2.7, x + 35, y + 2.7, 1.6)),
    ]
    (bar,) = bars(made)
    assert (bar.x1, bar.y1, bar.x2, bar.y2, bar.width) == pytest.approx((x + 50, y + 2.1, x + 70, y + 2.1, 0.5))


def test_ruby_comes_after_all_text_of_its_story_with_its_own_role(toy: FontBook) -> None:
    told = story(marked((han(2), "", ""), ("甲", "", "jia"), (han(20), "", "")), paragraph(han(5), 40), byline="某")
    made = make(toy, slot(rows=(1, 9)), told)
    texts = made.texts()
    assert [mark.tag.role for mark in texts[-2:]] == ["byline", "ruby"]
    (ruby,) = made.texts("ruby")
    assert "".join(ruby.run.texts) == "jia"
    assert (ruby.y, ruby.run.size) == (FIRST, 5)
    assert ruby.tag.story == "s"
    assert made.text("body") == han(2) + "甲" + han(20) + han(5)
    assert made.codes == []


def test_an_underline_goes_on_where_the_source_line_ended(toy: FontBook) -> None:
    broken = marked(("甲", "underline", ""), ("乙", "underline", ""))
    assert len(bars(make(toy, slot(rows=(1, 3)), story(broken)))) == 1
    places = [Location("s.md", 10, column) for column in (2, 13)]
    names = tuple(Piece(text, place, mark="underline") for text, place in zip("甲乙", places, strict=True))
    assert len(bars(make(toy, slot(rows=(1, 3)), story(Paragraph(names, places[0]))))) == 2


def test_marks_do_not_change_where_text_stands(toy: FontBook) -> None:
    plain = make(toy, slot(rows=(1, 9)), story(paragraph(han(60))))
    told = story(marked((han(20), "", ""), (han(20, 20), "dots", ""), (han(20, 40), "underline", "")))
    made = make(toy, slot(rows=(1, 9)), told)
    assert [(line.text, line.y) for line in made.lines("body")] == [(line.text, line.y) for line in plain.lines("body")]


# -- ruby without room ---------------------------------------------------------------------------------


def pieces_below(above: str) -> Paragraph:
    """Thirteen characters a line after the first eleven; the second line's third character has ruby, the first line
    the mark ``above`` all along."""
    return marked((han(11), above, ""), (han(2, 11), "", ""), ("甲", "", "jia"), (han(3, 13), "", ""))


def test_ruby_has_room_between_lines_and_says_so_where_it_has_none(toy: FontBook) -> None:
    assert make(toy, slot(rows=(1, 5)), story(pieces_below(""))).codes == []
    tight = Style("body", size=11, indent=2)
    made = make(toy, slot(rows=(1, 5), body=tight), story(marked(("甲" * 12, "", ""), ("乙", "", "jī"))))
    (found,) = made.composed.findings
    assert (found.code, found.severity, found.location) == ("ruby-collides", "warning", Location("s.md", 11, 1))
    assert '"jī" meets the line above: it needs 15.5 pt from line to line and has 15.0' in message(found)


@pytest.mark.parametrize("mark", ["dots", "underline"])
def test_ruby_meets_what_stands_below_the_line_above(toy: FontBook, mark: str) -> None:
    assert make(toy, slot(rows=(1, 5)), story(pieces_below(mark))).codes == ["ruby-collides"]
    first = marked((han(3), mark, ""), (han(10, 3), "", ""), (han(5, 13), "", ""), ("甲", "", "jia"))
    assert make(toy, slot(rows=(1, 5)), story(first)).codes == []  # the mark ends further left


def test_ruby_at_the_head_of_a_column_has_all_room(toy: FontBook) -> None:
    tight = Style("body", size=13)
    assert make(toy, slot(rows=(1, 5), body=tight), story(marked(("乙", "", "ji"), ("丙", "", "")))).codes == []


def test_a_head_of_two_lines_has_its_own_pitch(toy: FontBook) -> None:
    long = marked((han(14), "", ""), ("甲", "", "jia"), kind="crosshead")
    body = paragraph(han(30), 40)
    wide = make(toy, slot(rows=(1, 9)), story(long, body))
    assert [code for code in wide.codes if code != "head-break"] == []  # its text has no words
    (ruby,) = wide.texts("ruby")
    lines = wide.lines("crosshead")
    assert len(lines) == 2
    assert ruby.y == lines[1].y


def test_the_lines_of_a_head_make_room_for_ruby(toy: FontBook) -> None:
    head = Style("crosshead", size=16, align="center", lines=2)
    long = marked((han(10), "", ""), ("甲", "", "jia"), kind="crosshead")
    made = make(toy, slot(rows=(1, 12), crosshead=head), story(long, paragraph(han(30), 40)))
    assert {found.code for found in made.composed.findings} <= {"head-break"}  # its text has no words
    first, second = made.lines("crosshead")
    (ruby,) = made.texts("ruby")
    assert ruby.run.texts == ("j", "i", "a")
    assert second.y - first.y > 21.6  # its leading: 1.35 em


def test_characters_of_ruby_that_no_font_has_are_named(toy: FontBook) -> None:
    made = make(toy, slot(rows=(1, 5)), story(marked((han(3), "", ""), ("甲", "", "jḿ"))))
    (found,) = made.composed.findings
    assert (found.code, found.location) == ("missing-glyph", Location("s.md", 11, 1))
    assert "ḿ" in message(found)


def test_ruby_is_no_text_of_the_story(toy: FontBook) -> None:
    made = make(toy, slot(rows=(1, 5)), story(marked((han(3), "", ""), ("甲", "", "jia"))))
    assert made.report.set_chars == 4
    assert [mark for mark in made.page.marks if isinstance(mark, TextMark) and mark.tag.role == "ruby"]


# -- in blocks -----------------------------------------------------------------------------------------

BLOCKS: dict[str, Any] = {name: Style(name, size=10) for name in ("sign", "roster", "pull", "aside")}


def pieces(*found: tuple[str, str, str]) -> tuple[Piece, ...]:
    return marked(*found, line=30).pieces


def test_table_cells_pull_quotes_and_asides_have_theirs(toy: FontBook) -> None:
    place = Location("s.md", 30, 1)
    cell = pieces(("一", "dots", ""), ("二", "", "er"))
    grid = Table(((cell, pieces(("三四", "underline", ""))), (cell, cell)), ("start", "start"), place)
    quote = PullQuote((replace(marked(("引", "dots", ""), ("语", "", "yu")), kind="pull"),), place)
    aside = Aside(cell, (marked(("五", "dots", ""), ("六", "", "liu")),), place)
    for block, marks, words in ((grid, 3, "ererer"), (quote, 1, "yu"), (aside, 2, "erliu")):
        made = make(toy, slot(rows=(1, 20), **BLOCKS), story(paragraph(han(20)), block))
        assert len(dots(made)) == marks
        assert made.text("ruby") == words
        for ruby in made.texts("ruby"):
            assert any(ruby.y == mark.y for mark in made.texts() if mark.tag.role != "ruby")


def test_a_roster_has_the_ruby_of_its_names_over_them(toy: FontBook) -> None:
    names = (
        pieces(("杜实", "", "")),
        pieces(("陈", "", ""), ("㐂", "", "xi")),
        pieces(("欧阳", "", ""), ("明", "", "mm")),
    )
    made = make(toy, slot(rows=(1, 9), **BLOCKS), story(Roster(names, 3, Location("s.md", 30, 1))))
    (line,) = made.lines("roster")
    first, second = made.texts("ruby")
    middles = [mark.x + (mark.run.xs[0] + mark.run.xs[-1] + 2.5) / 2 for mark in (first, second)]
    glyphs = {
        text: mark.x + x for mark in made.texts("roster") for x, text in zip(mark.run.xs, mark.run.texts, strict=True)
    }
    assert middles == pytest.approx([glyphs["㐂"] + 5, glyphs["明"] + 5])
    assert line.y == first.y


def test_ruby_in_a_roster_that_has_no_room_is_found_at_its_name(toy: FontBook) -> None:
    plain, tall = pieces(("杜实", "", "")), marked(("陈", "", ""), ("㐂", "", "xī"), line=40).pieces
    names = (plain, plain, plain, tall)
    tight = BLOCKS | {"roster": Style("roster", size=11)}
    made = make(toy, slot(rows=(1, 9), **tight), story(Roster(names, 3, Location("s.md", 30, 1))))
    (found,) = made.composed.findings
    assert (found.code, found.location) == ("ruby-collides", Location("s.md", 41, 1))


def test_a_signature_has_its_marks_where_its_words_are(toy: FontBook) -> None:
    sign = marked(("陈", "", ""), ("㐂", "underline", "xi"), kind="sign", line=40)
    made = make(toy, slot(rows=(1, 9), **BLOCKS), story(paragraph(han(30)), sign))
    (bar,) = bars(made)
    texts = [
        (mark.x + x, text) for mark in made.texts("sign") for x, text in zip(mark.run.xs, mark.run.texts, strict=True)
    ]
    assert (bar.x1, bar.x2) == pytest.approx((texts[1][0], texts[1][0] + 10))
    assert texts[1][1] == "㐂"


def test_a_row_of_a_table_makes_room_for_ruby_and_stays_level(toy: FontBook) -> None:
    place = Location("s.md", 30, 1)

    def baselines(*cells: tuple[Piece, ...]) -> list[float]:
        grid = Table((cells, (pieces(("三", "", "")),) * 2), ("start", "start"), place, header_rows=0)
        return [mark.y for mark in make(toy, slot(rows=(1, 9)), story(grid)).texts("table")]

    plain = baselines(pieces(("一", "", "")), pieces(("二", "", "")))
    made = baselines(pieces(("一", "", "yi")), pieces(("二", "", "")))
    rise = (0.97 + 0.5 * 0.7 - 0.88) * 8  # above the em box
    assert made == pytest.approx([plain[0] + rise / 2, plain[1] + rise / 2, plain[2], plain[3]])


def test_every_ruby_of_a_line_knows_its_text(toy: FontBook) -> None:
    place = Location("s.md", 1, 1)
    names = tuple((Piece(text, place, ruby=over),) for text, over in (("甲", "ab"), ("乙丙", "ba ab"), ("丁", "b")))
    made = make(toy, slot((1, 2), (1, 9)), story(Roster(names, 3, place)))
    told = [mark for mark in made.texts("roster") if mark.run.gloss]
    over = made.texts("ruby")
    assert [(mark.tag.line, mark.run.gloss) for mark in told] == [(mark.tag.line, mark.run.gloss) for mark in over]
    assert len({(mark.tag.line, mark.run.gloss) for mark in told}) == 4
    assert "".join("".join(mark.run.texts) for mark in told) == "甲乙丙丁"


def test_ruby_over_an_items_first_word_is_no_label(toy: FontBook) -> None:
    item = replace(marked(("甲", "", "ab"), (han(5), "", ""), kind="item"), label="1.")
    made = make(toy, slot(rows=(1, 9)), story(item))
    assert [mark.tag.label for mark in made.texts("ruby")] == [""]
    assert [mark.tag.label for mark in made.texts("item")][:1] == ["1."]
