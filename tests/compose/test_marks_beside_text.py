"""Inline marks in all that is set outside the columns: heads, captions, cells, bylines, notes, furniture, banners."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.inks import Ink
from bulletin_layout.issue import EditorLine, Furniture, FurnitureLine, Note, Style, TitleSpec
from bulletin_layout.page import RuleMark
from tests.compose.sample import (
    LAYOUT,
    Made,
    figure,
    han,
    make,
    paragraph,
    paragraphs,
    photo,
    slot,
    spec,
    story,
    table,
    vertical_banner,
)
from tests.support.said import message
from tests.support.words import words

LONG = paragraphs(han(400))
EM_FOOT = 0.12
XI = '[㐂]{ruby="xi"}'


def faces(made: Made, *roles: str) -> dict[str, str]:
    """What each stretch of some roles says, and its face."""
    return {"".join(mark.run.texts): mark.run.face.name.removeprefix("Toy") for mark in made.texts(*roles)}


def links(made: Made, *roles: str) -> dict[str, object]:
    return {"".join(mark.run.texts): mark.run.link for mark in made.texts(*roles) if mark.run.link}


def dots(made: Made) -> list[RuleMark]:
    return [rule for rule in made.rules if rule.round]


def ruby_tops(made: Made) -> list[float]:
    """How high the ink of each ruby reaches on the page."""
    return [
        min(mark.y + y - mark.run.face.ink(gid).top * mark.run.size for gid, y in zip(run.gids, run.ys, strict=True))
        for mark in made.texts("ruby")
        for run in (mark.run,)
    ]


@pytest.mark.parametrize(
    "lines", [["甲乙丙丁", f"戊{XI}己"], ["甲乙", f"丙{XI}", f"{XI}丁"], f"{han(9, 900)}{XI}{han(7, 950)}"]
)
def test_ruby_over_a_head_touches_neither_the_line_above_nor_what_stands_there(
    toy: FontBook, lines: list[str] | str
) -> None:
    told = story(*LONG, headline=lines, kicker="引题")
    made = make(toy, slot((1, 2), (1, 30), headline=Style("headline", font="hei", size=20, align="center")), told)
    assert {*made.codes} <= {"head-break"}  # its text has no words
    baselines = sorted({line.y for line in made.lines("headline", "kicker")})
    assert len(baselines) > 2
    for mark, top in zip(made.texts("ruby"), ruby_tops(made), strict=True):
        above = max(y for y in baselines if y < mark.y - 0.01)
        size = 12 if above == baselines[0] else 20
        assert top > above + EM_FOOT * size
    pitches = {round(b - a, 3) for a, b in pairwise(baselines[1:])}
    assert len(pitches) == 1  # the lines of a head are even


def test_a_head_without_marks_keeps_its_leading(toy: FontBook) -> None:
    style = Style("headline", font="hei", size=20, align="center")
    plain, strong = (
        make(toy, slot((1, 2), (1, 30), headline=style), story(*LONG, headline=["甲乙丙丁", last]))
        for last in ("戊己", "**戊**[己](https://a.example)")
    )
    assert [line.y for line in plain.lines("headline")] == [line.y for line in strong.lines("headline")]


def test_heads_break_at_phrases_whatever_marks_they_have(toy: FontBook) -> None:
    plain = "研究所举办青年学术沙龙暨表彰大会并颁发年度奖章"
    marked = "研究所**举办**青年[学术]{.dots}沙龙暨表彰[大会](https://a.example)并颁发*年度*奖章"
    own = slot((1, 2), (1, 30))
    said = [[line.text for line in make(toy, own, story(*LONG, headline=h)).lines("headline")] for h in (plain, marked)]
    assert said[0] == said[1]
    assert len(said[0]) > 1


def test_what_stands_under_one_ruby_is_not_broken(toy: FontBook) -> None:
    head = f'{han(10, 900)}[呼和浩特]{{ruby="Hohhot"}}{han(10, 950)}'
    made = make(toy, slot((1, 2), (1, 30)), story(*LONG, headline=head))
    lines = [line.text for line in made.lines("headline")]
    assert len(lines) > 1
    assert sum("呼和浩特" in line for line in lines) == 1


def test_a_head_has_its_faces_dots_lines_and_links(toy: FontBook) -> None:
    told = story(*LONG, headline="甲**乙**[丙]{.dots}[丁]{.under}*戊*", deck="己[庚](https://a.example)")
    made = make(toy, slot((1, 2), (1, 30)), told)
    assert faces(made, "headline") == {"甲乙丙丁": "Hei-Bold", "戊": "Kai-Regular"}
    assert len(dots(made)) == 1
    assert [rule for rule in made.rules if not rule.round]
    assert links(made, "deck") == {"庚": "https://a.example"}
    assert made.page.outline[0].title == "甲乙丙丁戊"


def test_a_coloured_head_keeps_its_colour_in_bold(toy: FontBook) -> None:
    red = Ink("cmyk", (0, 1, 1, 0))
    style = Style("headline", font="song", size=20, align="center", ink=red)
    made = make(toy, slot((1, 2), (1, 30), headline=style), story(*LONG, headline="甲**乙***丙*"))
    assert {mark.run.ink for mark in made.texts("headline")} == {red}


def test_captions_and_credits_have_marks(toy: FontBook) -> None:
    shot = photo(caption=f"左起**张三**、[李四](https://a.example)、{XI}[众]{{.dots}}人", credit=f"王{XI}")
    made = make(toy, slot((1, 2), (1, 30), photos=[spec(span=2)]), story(*LONG, photos={"p1": shot}))
    assert faces(made, "caption")["张三"] == "Hei-Bold"
    assert links(made, "caption") == {"李四": "https://a.example"}
    assert len(made.texts("ruby")) == 2
    assert len(dots(made)) == 1
    assert made.text("caption") == "左起张三、李四、㐂众人（王㐂 摄）"
    (picture,) = made.pictures
    assert picture.tag.alt == "左起张三、李四、㐂众人"
    assert min(ruby_tops(made)) > picture.y + picture.height
    inside = make(toy, slot((1, 1), (1, 30)), story(figure(caption=f"图{XI}", width=300, height=200), *LONG))
    assert len(inside.texts("ruby")) == 1


def test_a_cell_leads_where_its_link_says(toy: FontBook) -> None:
    made = make(toy, slot((1, 2), (1, 30)), story(table("姓名 主页", f"陈{XI} [甲](https://a.example)")))
    assert made.texts("table")
    plain = table("姓名 主页", "陈 甲")
    cells = (plain.rows[0], (words(f"陈{XI}"), words("[甲](https://a.example)")))
    made = make(toy, slot((1, 2), (1, 30)), story(replace(plain, rows=cells)))
    assert links(made, "table") == {"甲": "https://a.example"}
    (ruby,) = made.texts("ruby")
    assert ruby.tag.cell is not None


def test_a_byline_has_its_ruby_over_it(toy: FontBook) -> None:
    for text in (han(11), han(400)):
        made = make(toy, slot((1, 1), (1, 40)), story(paragraph(text), byline=f"**张三** 李{XI}"))
        (ruby,) = made.texts("ruby")
        (char,) = (mark for mark in made.texts("byline") if mark.run.gloss)
        assert (ruby.y, ruby.run.gloss) == (char.y, char.run.gloss)
        middle = char.x + char.run.xs[0] + 5
        assert ruby.x + (ruby.run.xs[0] + ruby.run.xs[-1]) / 2 == pytest.approx(middle, abs=3)


def test_notes_have_marks_and_heads_refer_to_them(toy: FontBook) -> None:
    note = Note("b", (paragraph("x", 90, "note"),), Location("s.md", 90))
    note = replace(note, paragraphs=(replace(note.paragraphs[0], pieces=words(f"据{XI}[重]{{.dots}}**要**")),))
    told = story(*LONG, headline="题[^b]", notes=(note,))
    made = make(toy, slot((1, 2), (1, 40)), told)
    assert made.text("headline") == "题①"
    assert links(made, "headline") == {"①": "^①"}
    assert made.text("note") == "①据㐂重要"
    assert len(made.texts("ruby")) == 1
    assert len(dots(made)) == 1
    assert made.page.outline[0].title == "题"


def furniture(text: str) -> Furniture:
    return Furniture("folio", LAYOUT, "top-outer", (FurnitureLine(words(text, LAYOUT), Style("folio", size=8)),))


def test_furniture_and_the_editors_line_have_marks(toy: FontBook) -> None:
    editor = EditorLine(LAYOUT, "bottom-outer", words("**责编**"), (), Style("editor", font="kai", size=10), offset=10)
    folio = furniture("第**{page.number}**版 *{page.name}* [投稿](https://a.example)")
    made = make(toy, slot(), story(*LONG), furniture=[folio], editor=editor, editor_name=f"陈{XI}")
    assert faces(made, "folio")["1"] == "Hei-Bold"
    assert faces(made, "folio")["新闻"] == "Kai-Regular"
    assert links(made, "folio") == {"投稿": "https://a.example"}
    assert faces(made, "editor")["责编"] == "Hei-Bold"
    assert made.text("editor") == "责编陈㐂"
    (ruby,) = made.texts("ruby")
    assert ruby.tag.furniture == "editor"


def test_a_running_head_with_ruby_keeps_its_distance_from_the_text(toy: FontBook) -> None:
    plain, marked = (make(toy, slot(), story(*LONG), furniture=[furniture(text)]) for text in ("甲乙", f"甲{XI}"))
    assert plain.lines("folio")[0].y == pytest.approx(marked.lines("folio")[0].y)
    assert min(ruby_tops(marked)) < plain.lines("folio")[0].y - 8


# -- vertical ------------------------------------------------------------------------------------------


def vertical(toy: FontBook, headline: str | list[str], kicker: str = "") -> Made:
    own = slot((1, 2), (1, 30), title=TitleSpec(place="left", direction="vertical", rows=25))
    return make(toy, own, story(*LONG, headline=headline, kicker=kicker or ()))


def test_a_vertical_head_has_ruby_and_dots_at_its_right_and_underlines_at_its_left(toy: FontBook) -> None:
    made = vertical(toy, f"甲{XI}[乙]{{.dots}}[丙]{{.under}}[丁](https://a.example)")
    centre = made.texts("headline")[0].x
    size = made.texts("headline")[0].run.size
    (ruby,) = made.texts("ruby")
    assert ruby.run.turn == 90
    assert all(ruby.x + x >= centre + size / 2 for x in ruby.run.xs)
    under = next(mark for mark in made.texts("headline") if mark.run.gloss)
    top = under.y + under.run.ys[0] - 0.88 * size
    assert (ruby.y + ruby.run.ys[0] + ruby.y + ruby.run.ys[-1]) / 2 == pytest.approx(top + size / 2, abs=size / 4)
    (dot,) = dots(made)
    assert dot.x1 > centre + size / 2
    (bar,) = (rule for rule in made.rules if not rule.round and rule.x1 == rule.x2)
    assert bar.x1 < centre - size / 2
    assert bar.y2 - bar.y1 == pytest.approx(size)
    assert links(made, "headline") == {"丁": "https://a.example"}


def test_vertical_lines_keep_clear_of_the_ruby_beside_them(toy: FontBook) -> None:
    made = vertical(toy, ["甲乙丙", f"丁{XI}戊"], kicker="己庚")
    size = made.texts("headline")[0].run.size
    right, left = sorted({mark.x for mark in made.texts("headline")}, reverse=True)
    (ruby,) = made.texts("ruby")
    reach = max(ruby.x + x + ruby.run.face.ink(gid).top * ruby.run.size
                for gid, x in zip(ruby.run.gids, ruby.run.xs, strict=True))  # fmt: skip
    assert left + size / 2 < reach < right - size / 2
    plain = vertical(toy, ["甲乙丙", "丁㐂戊"], kicker="己庚")
    first, second = sorted({mark.x for mark in plain.texts("headline")}, reverse=True)
    assert right - left > first - second == pytest.approx(1.3 * size)


def test_long_ruby_parts_the_characters_of_a_vertical_line(toy: FontBook) -> None:
    made = vertical(toy, '[庄周]{ruby="zhuangx zhoux"}')
    first, second = made.texts("ruby")
    assert first.y + first.run.ys[-1] < second.y + second.run.ys[0]
    plain = vertical(toy, "庄周")
    ys = [mark.y + y for mark in made.texts("headline") for y in mark.run.ys]
    flat = [mark.y + y for mark in plain.texts("headline") for y in mark.run.ys]
    assert ys[1] - ys[0] > flat[1] - flat[0]


def test_a_vertical_banner_keeps_its_ruby_within_its_panel(toy: FontBook) -> None:
    for text in (f"栏{XI}", "栏[目]{.dots}"):
        made = make(toy, slot(), story(*LONG), banners=[vertical_banner(text, width=18.0)])
        inks = [rule.x1 + rule.width / 2 for rule in dots(made)]
        inks += [mark.x + x + mark.run.face.ink(gid).top * mark.run.size for mark in made.texts("ruby")
                 for gid, x in zip(mark.run.gids, mark.run.xs, strict=True)]  # fmt: skip
        assert max(inks) <= 30 + 18
        assert made.texts("banner")


# -- places --------------------------------------------------------------------------------------------


def test_characters_that_no_font_has_are_found_where_they_stand(toy: FontBook) -> None:
    told = story(
        *LONG, headline="甲\U00030000", byline="乙丙\U00030001", photos={"p1": photo(caption="**图**\U00030002")}
    )
    editor = EditorLine(LAYOUT, "bottom-outer", words("责编", LAYOUT), (), Style("editor", size=10), offset=10)
    made = make(
        toy, slot(photos=[spec()]), told, banners=[vertical_banner("[栏]{.dots}\U00030003")], editor=editor,
        editor_name='[某]{ruby="\U00030004"}', furniture=[furniture("{page.number}版\U00030005")],
    )  # fmt: skip
    found = {message(finding).split("U+")[1][:5]: finding.location for finding in made.composed.findings
             if finding.code == "missing-glyph"}  # fmt: skip
    at = LAYOUT.column
    assert found == {
        "30000": Location("s.md", 2, 12), "30001": Location("s.md", 1, 3), "30002": Location("s.md", 5, 8),
        "30003": Location(LAYOUT.path, LAYOUT.line, at + 10), "30004": Location(LAYOUT.path, LAYOUT.line, at + 1),
        "30005": Location(LAYOUT.path, LAYOUT.line, at + 14),
    }  # fmt: skip
