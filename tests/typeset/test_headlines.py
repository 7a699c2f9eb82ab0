"""Heads broken into lines, and the size they get. A character is one em wide here, a Latin one half an em."""

from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.typeset.headlines import divide, fit_head
from bulletin_layout.typeset.phrases import Phraser

PHRASER = Phraser()


def em(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def spans_of(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def broken(
    text: str,
    measure: float,
    max_lines: int = 3,
    *keep: str,
    words: Sequence[str] = (),
    phraser: Phraser | None = PHRASER,
    drop_comma: bool = False,
) -> str | None:
    whole = spans_of(text, keep)
    spans = divide(
        text, lambda a, b: em(text[a:b]), measure, max_lines=max_lines, keep=whole, words=words, phraser=phraser,
        drop_comma=drop_comma,
    )  # fmt: skip
    return None if spans is None else "｜".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("measure", "text", "expected"),
    [
        (20, "研究所举办青年学术沙龙", "研究所举办青年学术沙龙"),
        (10, "春风吹绿江南岸　明月照我还家乡", "春风吹绿江南岸｜明月照我还家乡"),
        (12, "研究所与第三人民医院签署战略合作协议", "研究所与第三人民医院｜签署战略合作协议"),
        (13, "联合实验室揭牌仪式暨首届学术委员会会议", "联合实验室揭牌仪式｜暨首届学术委员会会议"),
        (14, "人工智能如何改变药物研发：一位青年人的十年", "人工智能如何改变药物研发：｜一位青年人的十年"),
        (12, "食堂新窗口开张，早餐增加到三十种", "食堂新窗口开张，｜早餐增加到三十种"),
        (9, "走进A·史密斯的生物实验室", "走进A·史密斯的｜生物实验室"),
        (12, "我所科研团队获2026年国家技术发明奖一等奖", "我所科研团队获2026年｜国家技术发明奖一等奖"),
        (8, "深化改革促发展　凝心聚力开新局　奋楫扬帆再出发", "深化改革促发展｜凝心聚力开新局｜奋楫扬帆再出发"),
    ],
)
def test_heads_break_at_phrases_nearly_even(measure: float, text: str, expected: str) -> None:
    assert broken(text, measure) == expected


def test_the_least_number_of_lines_wins() -> None:
    text = "研究所与第三人民医院签署战略合作协议"
    assert [len((broken(text, measure) or "").split("｜")) for measure in (18, 17, 12, 8)] == [1, 2, 2, 3]


def test_none_when_the_lines_are_too_few() -> None:
    assert broken("研究所与第三人民医院签署战略合作协议", 8, 2) is None
    assert broken("研究所与第三人民医院签署战略合作协议", 3, 3) is None


def test_no_line_of_one_or_two_characters() -> None:
    assert broken("问春：《细胞生物学导论》", 11) == "问春：｜《细胞生物学导论》"


def test_an_upper_line_is_not_shorter_by_more_than_a_third_if_another_break_fits() -> None:
    """The wide space would leave 6 above 10."""
    text = "《春日科学》　《秋思》《冬日研究》"
    assert broken(text, 11) == "《春日科学》　《秋思》｜《冬日研究》"
    assert broken(text, 10, 2) == "《春日科学》｜《秋思》《冬日研究》"


def test_a_line_of_two_is_better_than_a_word_in_two() -> None:
    assert broken("问：《细胞生物学》", 8) == "问：｜《细胞生物学》"


def test_a_head_without_words_that_fit_breaks_where_kinsoku_allows() -> None:
    name = "欧阳春晓司马相如诸葛孔明"
    assert broken(name, 6, 3, words=(name,)) == "欧阳春晓司马｜相如诸葛孔明"
    assert broken("《细胞生物学导论》", 5, 2) == "《细胞生物｜学导论》"


def test_what_is_to_stay_whole_is_never_divided() -> None:
    text = "研究所青年研究员东方春晓来访我院"
    assert "东方春晓" in (broken(text, 9, 3, "东方春晓") or "")
    name = "欧阳春晓司马相如诸葛孔明"
    assert broken(name, 6, 3, name) is None
    assert "春晓司马相如" in (broken(name, 9, 3, "春晓司马相如") or "")


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("柳湾站试用新型播种机获成功", 8, "柳湾站试用新型｜播种机获成功"),
        ("党委副书记丁若谷走访退休职工", 9, "党委副书记丁若谷｜走访退休职工"),
        ("访阿依夏木·吐尔逊研究员一家", 10, "访阿依夏木·吐尔逊｜研究员一家"),
        ("常务副所长欧阳望舒谈种业", 7, "常务副所长｜欧阳望舒谈种业"),
    ],
)
def test_words_names_and_titles_of_office_stay_whole(text: str, measure: float, expected: str) -> None:
    assert broken(text, measure) == expected


def test_words_that_are_said_stay_whole_though_a_dictionary_parts_them() -> None:
    text = "田野里的小学生合唱团成立"
    assert broken(text, 8) == "田野里的小学生｜合唱团成立"
    assert broken(text, 8, words=("小学生合唱团",)) == "田野里的｜小学生合唱团成立"


def test_a_line_more_is_better_than_a_word_in_two() -> None:
    text = "《种子的旅行》《根的朋友》《风的来信》"
    assert broken(text, 12, 2) == "《种子的旅行》｜《根的朋友》《风的来信》"
    assert broken(text, 10, 3) == "《种子的旅行》｜《根的朋友》｜《风的来信》"
    assert broken(text, 10, 2) == "《种子的旅行》《根的｜朋友》《风的来信》"


def test_of_the_breaks_inside_words_as_few_as_can_be_are_taken() -> None:
    text = "《种子的旅行》《根的朋友》《风的来信》"
    assert broken(text, 6, 4) == "《种子的｜旅行》｜《根的朋友》｜《风的来信》"


def test_before_a_dash_is_the_best_place_but_for_a_wide_space() -> None:
    assert broken("播下种子，守住希望——高原站五年", 12) == "播下种子，守住希望｜——高原站五年"
    assert broken("播下一粒种子——守住　高原上的春天", 14) == "播下一粒种子——守住｜高原上的春天"


def test_the_comma_where_a_line_ends_is_dropped_on_request() -> None:
    text = "食堂，新窗口开张，早餐增加到三十种"
    assert broken(text, 12) == "食堂，新窗口开张，｜早餐增加到三十种"
    assert broken(text, 12, drop_comma=True) == "食堂，新窗口开张｜早餐增加到三十种"
    assert broken(text, 20, drop_comma=True) == text
    assert broken("食堂新窗口开张。早餐增加到三十种", 12, drop_comma=True) == "食堂新窗口开张。｜早餐增加到三十种"


@given(
    st.text("研究所与医院签署协议，。“”《》（）：—…·　第二届3年5AI", min_size=1, max_size=40),
    st.integers(4, 20),
    st.integers(1, 4),
)
def test_lines_fit_and_give_the_text_back(text: str, measure: int, max_lines: int) -> None:
    spans = divide(text, lambda a, b: em(text[a:b]), measure, max_lines=max_lines, phraser=PHRASER)
    if spans is None:
        return
    assert len(spans) <= max_lines
    assert all(em(text[start:end]) <= measure for start, end in spans)
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(char == "　" for at, char in enumerate(text) if at not in covered)
    assert all(text[start] not in "，。”》）：…·" for start, _ in spans[1:])


def test_the_same_text_is_broken_the_same_way_by_every_phraser() -> None:
    text = "研究所与第三人民医院签署战略合作协议"
    assert broken(text, 12) == broken(text, 12, phraser=None)


# -- sizes -------------------------------------------------------------------------------------------------

HEAD = "研究所举办青年学术沙龙啦"  # 12 em
SIZES = (20.0, 18.0, 16.0, 14.0)


def fitted(
    lines: tuple[str, ...],
    measure: float,
    *,
    fixed: bool = False,
    sizes: tuple[float, ...] = SIZES,
    most: int = 3,
    drop_comma: bool = False,
) -> tuple[float, tuple[str, ...]] | None:
    text = "".join(lines)
    ends = tuple(accumulate(map(len, lines)))
    own = tuple(zip((0, *ends[:-1]), ends, strict=True)) if fixed else ()

    def width_at(start: int, end: int, size: float) -> float:
        return em(text[start:end]) * size

    found = fit_head(text, own, sizes, measure, most, width_at, phraser=PHRASER, drop_comma=drop_comma)
    return (found.size, tuple(text[start:end] for start, end in found.lines)) if found else None


def test_a_head_that_fits_gets_the_largest_size_however_short() -> None:
    assert fitted((HEAD,), 260) == (20, (HEAD,))
    assert fitted(("春天",), 260) == (20, ("春天",))


def test_one_line_at_four_fifths_of_the_largest_is_better_than_two_lines() -> None:
    assert fitted((HEAD,), 210) == (16, (HEAD,))


def test_two_lines_at_the_largest_are_better_than_one_line_at_less_than_four_fifths() -> None:
    assert fitted((HEAD,), 180) == (20, ("研究所举办青年", "学术沙龙啦"))


def test_where_the_largest_cannot_be_broken_a_smaller_one_is() -> None:
    assert fitted((HEAD,), 180, most=1) == (14, (HEAD,))
    assert fitted((HEAD,), 140, sizes=(40.0, 20.0, 18.0), most=2) == (18, ("研究所举办青年", "学术沙龙啦"))


def test_a_break_inside_a_phrase_is_the_last_way_out() -> None:
    title = "《细胞生物学导论》"  # 9 em, whole
    assert fitted((title,), 110, sizes=(20.0, 11.0)) == (11, (title,))
    assert fitted((title,), 110, sizes=(20.0, 18.0)) == (20, ("《细胞", "生物学", "导论》"))


def test_a_smaller_size_and_then_a_line_more_are_better_than_a_word_in_two() -> None:
    text = "《种子的旅行》《根的朋友》《风的来信》"
    three = ("《种子的旅行》", "《根的朋友》", "《风的来信》")
    assert fitted((text,), 150, sizes=(20.0, 18.0), most=3) == (20, three)
    assert fitted((text,), 132, sizes=(20.0, 18.0), most=3) == (18, three)
    assert fitted((text,), 150, sizes=(20.0, 19.0), most=2) == (20, three)
    assert fitted((text,), 130, sizes=(20.0,), most=4) == (20, ("《种子的", "旅行》", *three[1:]))


def test_the_comma_at_the_end_of_an_authors_line_is_dropped_on_request() -> None:
    lines = ("食堂新窗口开张，", "早餐增加到三十种，")
    assert fitted(lines, 400, fixed=True, drop_comma=True) == (20, ("食堂新窗口开张", "早餐增加到三十种，"))


def test_the_authors_lines_stay_and_all_of_them_fit() -> None:
    lines = ("学而时习之", "不亦说乎有朋自远方来")
    assert fitted(lines, 190, fixed=True) == (18, lines)
    assert fitted(("春", "夏", "秋", "冬"), 190, fixed=True, most=2) == (20, ("春", "夏", "秋", "冬"))


def test_a_line_leaves_a_twentieth_of_the_measure_unless_no_size_can() -> None:
    line = ("一二三四五六七八九十",)
    assert fitted(line, 200, fixed=True, sizes=(20.0, 18.0)) == (18, line)
    assert fitted(line, 200, fixed=True, sizes=(20.0,)) == (20, line)


def test_what_fits_at_no_size_is_said_so() -> None:
    assert fitted((HEAD,), 80, most=1) is None
    assert fitted((HEAD,), 100, fixed=True) is None
