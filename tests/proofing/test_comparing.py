"""Two rounds compared: what a proofreader must look at, and what only moved."""

from dataclasses import replace

import pytest

from bulletin_layout.proofing.changes import Change
from bulletin_layout.proofing.comparing import compare
from bulletin_layout.proofing.rounds import Box, Round, RoundPhoto, SetLine
from tests.proofing.rounds import Text, made, story

RAIN = "霜降前夕，石门岭的林子红了，草场却绿得像刚下过一场春雨，牛羊散在坡上。"
SAND = "几年前，这片坡地还是一脚下去全是砂，谁也没有想到今天的样子。"
TENT = "为等一场透雨，研究生在帐篷里守了九天，雪后围栏压倒了，村里的孩子来扶。"


def said(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind, change.old, change.new) for change in changes]


def between(old: tuple[Text, ...], new: tuple[Text, ...], names: tuple[str, ...] = ()) -> tuple[Change, ...]:
    return compare(made(1, story("a", *old), names=names), made(2, story("a", *new), names=names)).changes


def test_nothing_changed() -> None:
    result = compare(made(1, story("a", RAIN)), made(2, story("a", RAIN)))
    assert result.changes == ()
    assert [(each.slug, each.changes, each.lines) for each in result.stories] == [("a", 0, 0)]


def test_a_paragraph_parted_and_joined() -> None:
    two = (RAIN, "草场上还有一群羊，谁也不怕。")
    assert said(between(("".join(two),), two)) == [("split", "", "\n")]
    assert said(between(two, ("".join(two),))) == [("join", "\n", "")]


def test_paragraphs_that_changed_places_are_one_move() -> None:
    assert said(between((RAIN, SAND, TENT), (RAIN, TENT, SAND))) in (
        [("move", SAND, SAND)],
        [("move", TENT, TENT)],
    )


def test_what_was_edited_in_a_paragraph_that_moved_is_marked_too() -> None:
    edited = SAND.replace("几年前", "十年前")
    kinds = said(between((RAIN, SAND, TENT + RAIN), (RAIN, TENT + RAIN, edited)))
    assert [kind for kind, _, _ in kinds] == ["move", "replace"]
    assert kinds[1] == ("replace", "几", "十")


def test_a_sentence_moved_within_its_paragraph() -> None:
    first, second = "没有投影大家围坐在草垛旁。", "老支书讲了全院开出第一块试验田的往事，讲了很久很久。"
    found = between((first + second + RAIN,), (second + RAIN + first,))
    assert [(change.kind, change.new) for change in found] == [("move", first)]


def test_a_name_in_twelve_places_is_told_once() -> None:
    line = "贺佩霖主任说，明年还要再来一次。"
    old, new = (tuple(f"第{n}天，{RAIN}{each}" for n in range(11, 23)) for each in (line, line.replace("佩", "沛")))
    found = between(old, new, ("贺沛霖",))
    assert {(change.old, change.new, change.weight) for change in found} == {("贺佩霖", "贺沛霖", "name")}
    assert [change.like for change in found] == [0, *[1] * 11]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("请主任贺佩霖主持。", "请主任贺沛霖主持。", ("贺佩霖", "贺沛霖")),
        ("请贺佩霖研究员讲。", "请贺佩林研究员讲。", ("贺佩霖", "贺佩林")),
        ("请何佩霖研究员讲。", "请贺佩霖研究员讲。", ("何佩霖", "贺佩霖")),
        ("院长王震说，今年好。", "院长王振说，今年好。", ("王震", "王振")),
        ("副院长欧阳砚秋主持。", "副院长欧阳研秋主持。", ("欧阳砚秋", "欧阳研秋")),
        ("大家高兴地回来了。", "大家高高地回来了。", ("兴", "高")),
        ("主任说草场绿了。", "主任说草场红了。", ("绿", "红")),
    ],
)
def test_a_name_beside_its_office_is_shown_whole(old: str, new: str, expected: tuple[str, str]) -> None:
    assert [(change.old, change.new) for change in between((old,), (new,))] == [expected]


@pytest.mark.parametrize(
    ("old", "new", "weight"),
    [
        ("收集41份种子，都入了库。", "收集43份种子，都入了库。", "number"),
        ("会议由主任贺佩主持，开了半天。", "会议由主任沈佩主持，开了半天。", "name"),
        ("据所长阮青说，天色不早。", "据所长阮清说，天色不早。", "name"),
        ("会上，欧阳砚秋院长讲了话。", "会上，殴阳砚秋院长讲了话。", "name"),
        (("headline", "草场绿了"), ("headline", "草场红了"), "head"),
        (("byline", "方小满"), ("byline", "方大满"), "name"),
        ("天晴，风大，水浅。", "天晴；风大，水浅。", "mark"),
        ("天气很好，风也不大。", "天色很好，风也不大。", "text"),
    ],
)
def test_names_numbers_and_heads_weigh_most(old: Text, new: Text, weight: str) -> None:
    assert [change.weight for change in between((old,), (new,))] == [weight]


def test_a_cell_of_a_table_and_a_row() -> None:
    rows = [("table", "入藏种质\t102份"), ("table", "下田里程\t941里"), ("table", "新生羊羔\t7只")]
    changed = [rows[0], ("table", "下田里程\t942里"), rows[2]]
    assert said(between(tuple(rows), tuple(changed))) == [("replace", "941里", "942里")]
    assert said(between(tuple(rows), (rows[0], rows[2]))) == [("delete", rows[1][1], "")]


def test_heads_captions_and_furniture_have_their_roles() -> None:
    old = made(
        1,
        story("a", ("headline", "草场绿了"), ("caption", "林子红了", "p1")),
        furniture=[("editor", "本版责编沈珂", "editor")],
    )
    new = made(
        2,
        story("a", ("headline", "草场红了"), ("caption", "林子黄了", "p1")),
        furniture=[("editor", "本版责编沈柯", "editor")],
    )
    found = compare(old, new).changes
    assert [(change.story, change.role, change.old, change.new) for change in found] == [
        ("", "editor", "珂", "柯"),
        ("a", "headline", "绿", "红"),
        ("a", "caption", "红", "黄"),
    ]


def test_a_head_broken_elsewhere_is_no_change_of_its_text() -> None:
    assert between((("headline", "三年只做一件事\n草场绿回来了"),), (("headline", "三年只做一件事草场绿回来了"),)) == ()


def test_type_changed_in_the_same_words() -> None:
    old, new = (made(n, story("a", RAIN)) for n in (1, 2))
    bold = replace(new.stories["a"].texts[0], styled=((0, 4, "strong"),))
    new = replace(new, stories={"a": replace(new.stories["a"], texts=(bold,))})
    assert said(compare(old, new).changes) == [("style", "霜降前夕\t", "霜降前夕\tstrong")]


def test_a_story_written_anew_is_told_in_a_word() -> None:
    other = "食堂门口排起了长队，南瓜粥一碗不够，师傅又添了两锅，孩子们捧着碗跑来跑去，笑声很远也听得见。" * 3
    assert [kind for kind, _, _ in said(between((RAIN, SAND, TENT), (other, other[:60])))] == ["rewrite"]


def test_a_story_of_which_much_is_left_is_not_written_anew() -> None:
    found = between((RAIN, SAND), (RAIN, SAND, *(f"{n}日，{TENT}" for n in range(11, 29))))
    assert {change.kind for change in found} == {"insert"}


def test_stories_new_gone_and_in_another_slot() -> None:
    old = made(1, story("a", RAIN), story("b", SAND, slot=(1, "left")))
    new = made(2, story("a", RAIN, slot=(2, "tail")), story("c", TENT, slot=(1, "left")), pages=2)
    assert [(change.kind, change.story) for change in compare(old, new).changes if change.story] == [
        ("story-new", "c"),
        ("story-gone", "b"),
        ("story-moved", "a"),
    ]


def test_a_story_whose_file_has_another_name_is_the_same_story() -> None:
    edited = (RAIN, SAND.replace("几年前", "十年前"), TENT)
    found = compare(made(1, story("draft-3", RAIN, SAND, TENT)), made(2, story("meadow", *edited))).changes
    assert [(change.kind, change.story, change.old, change.new) for change in found] == [
        ("replace", "meadow", "几", "十")
    ]


def test_a_story_that_runs_on_to_another_page_of_a_flow_did_not_move() -> None:
    old = made(1, story("a", RAIN, slot=(1, "main")), story("b", SAND, slot=(1, "main")), pages=1)
    new = made(2, story("a", RAIN, slot=(1, "main")), story("b", SAND, slot=(2, "main")), pages=2)
    assert [change.kind for change in compare(old, new).changes] == ["page-new"]


def photo(digest: str, **changed: object) -> RoundPhoto:
    return replace(RoundPhoto("p1", digest, Box(1, 10, 10, 90, 60)), **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ((photo("x"),), (photo("y"),), ["photo-swapped"]),
        ((photo("x"),), (), ["photo-gone"]),
        ((), (photo("x"),), ["photo-new"]),
        ((photo("x"),), (photo("x", crop=(0.1, 0.0, 0.9, 1.0)),), ["photo-cropped"]),
        ((photo("x"),), (photo("x", box=Box(1, 200, 10, 90, 60)),), ["photo-moved"]),
        ((photo("x"),), (photo("x", box=Box(1, 10, 24, 90, 60)),), []),
        ((photo("x"), photo("y", name="p2")), (photo("y", name="p2"), photo("x")), []),
    ],
)
def test_pictures(old: tuple[RoundPhoto, ...], new: tuple[RoundPhoto, ...], kinds: list[str]) -> None:
    found = compare(made(1, story("a", RAIN, photos=old)), made(2, story("a", RAIN, photos=new))).changes
    assert [change.kind for change in found] == kinds


def test_a_change_that_is_undone_is_a_restoration() -> None:
    first, second, third = (
        made(n, story("a", each)) for n, each in enumerate((RAIN, RAIN.replace("红", "黄"), RAIN), 1)
    )
    assert said(compare(second, third, first).changes) == [("restore", "黄", "红")]
    assert said(compare(second, third).changes) == [("replace", "黄", "红")]


def lined(made_round: Round, starts: tuple[int, ...], y: float) -> Round:
    one = made_round.stories["a"]
    lines = tuple(
        SetLine(start, 1, "lead", n, 10.0, y + 14 * n, 9.0, edges=tuple(9.0 * k for k in range(13)))
        for n, start in enumerate(starts, 1)
    )
    return replace(made_round, stories={"a": replace(one, texts=(replace(one.texts[0], lines=lines),))})


def test_a_text_that_was_only_set_anew_is_said_to_have_moved() -> None:
    old, new = lined(made(1, story("a", RAIN)), (0, 12, 24), 100), lined(made(2, story("a", RAIN)), (0, 11, 23), 100)
    result = compare(old, new)
    assert result.changes == ()
    assert result.stories[0].lines == 2


def test_a_change_has_its_place_in_both_rounds() -> None:
    old = lined(made(1, story("a", RAIN)), (0, 12, 24), 100)
    new = lined(made(2, story("a", RAIN.replace("春雨", "秋雨"))), (0, 12, 24), 100)
    (change,) = compare(old, new).changes
    at = RAIN.index("春")
    assert change.now is not None
    assert (change.now.slot, change.now.line) == ("lead", at // 12 + 1)
    (box,) = change.boxes
    assert (box.page, box.x, box.width) == (1, 10.0 + 9 * (at % 12), 9.0)
    assert change.old_boxes == change.boxes
    assert (change.before, change.after) == (RAIN[at - 4 : at], RAIN[at + 1 : at + 5])
