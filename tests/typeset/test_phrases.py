"""Where a head may be broken: between phrases, never inside what belongs together."""

from itertools import pairwise

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset.phrases import FORBIDDEN, PHRASE, Phraser, joints, phraser_of

PHRASER = Phraser()
TEXTS = st.text("研究所与医院签署合作协议，。“”《》（）：—…·　 第二届3年5%AIa", max_size=40)


def phrases(text: str) -> list[str]:
    """The text cut at every joint between phrases (短语)."""
    cuts = [at for at, strength in enumerate(joints(text, PHRASER)) if strength >= PHRASE]
    return [text[a:b] for a, b in pairwise([0, *cuts, len(text)]) if b > a]


def cut(text: str) -> str:
    return "|".join(phrases(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究所与大学签署协议", "研究所|与大学|签署|协议"),
        ("赴外地考察交流", "赴外地|考察|交流"),
        ("举办2026年度第三届科普大赛", "举办|2026年度|第三届|科普大赛"),
        ("比去年增长25%左右", "比去年|增长|25%左右"),
        ("走进A·史密斯实验室", "走进|A·史密斯实验室"),
        ("在PI Club相聚", "在PI |Club|相聚"),
        ("评《细胞与生命》的新版", "评|《细胞与生命》的|新版"),
        ("春天的花　秋天的果", "春天的花　|秋天的果"),
        ("青年座谈会", "青年|座谈会"),
    ],
)
def test_heads_are_cut_between_phrases(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("我所获2026年一等奖", ("2026年", "一等奖")),
        ("样品存于-80℃环境", ("80℃",)),
        ("比上月多1,234.5万元", ("1,234.5万元",)),
        ("关于COVID-19的研究", ("COVID-19",)),
        ("谈“从零开始”的勇气", ("“从零开始”",)),
        ("访谈——科学的春天", ("——",)),
        ("习近平新时代", ("习近平", "新时代")),
    ],
)
def test_what_belongs_together_stays_whole(text: str, whole: tuple[str, ...]) -> None:
    for part in whole:
        first = text.index(part)
        inside = joints(text, PHRASER)[first + 1 : first + len(part)]
        assert max(inside, default=0.0) < PHRASE, part


def test_the_joint_before_a_turn_is_stronger_than_between_two_nouns() -> None:
    text = "揭牌仪式暨学术委员会会议"
    strengths = joints(text, PHRASER)
    assert max(range(len(text)), key=strengths.__getitem__) == text.index("暨")


def test_a_wide_space_is_the_best_joint_and_marks_come_next() -> None:
    strengths = joints("花开　果熟，人来", PHRASER)
    assert strengths[3] == 1.0
    assert strengths[2] <= 0
    assert PHRASE < strengths[6] < 1.0


@given(TEXTS)
def test_phrases_give_the_text_back_and_obey_kinsoku(text: str) -> None:
    parts = phrases(text)
    assert "".join(parts) == text
    assert all(part[0] not in "，。”》）：…·" for part in parts[1:])
    assert all(part[-1] not in "“《（" for part in parts[:-1])


@given(TEXTS)
def test_every_joint_has_a_strength_between_forbidden_and_certain(text: str) -> None:
    strengths = joints(text, PHRASER)
    assert len(strengths) == len(text)
    assert all(strength == FORBIDDEN or 0.0 <= strength <= 1.0 for strength in strengths)


@given(st.text("我们一起学习贯彻新时代中国特色社会主义思想，在北京召开了2026年会议", max_size=30))
def test_scores_divide_as_the_model_s_own_parser_does(text: str) -> None:
    parser = budoux.load_default_simplified_chinese_parser()
    starts = [0] if text else []
    for part in parser.parse(text)[:-1]:
        starts.append(starts[-1] + len(part))
    assert [at for at in range(len(text)) if at == 0 or PHRASER.score(text, at) > 0] == starts


def test_a_book_keeps_one_phraser() -> None:
    book, other = FontBook({}, ()), FontBook({}, ())
    assert phraser_of(book) is phraser_of(book)
    assert phraser_of(book) is not phraser_of(other)
