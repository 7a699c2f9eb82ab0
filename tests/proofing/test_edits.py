"""What changed between two texts, as a proofreader would mark it."""

import pytest

from bulletin_layout.proofing.edits import edits


def marked(before: str, after: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = edits(before, after, names)
    for each in found:  # the edits lead from the one text to the other
        assert each.old_start <= each.old_end
        assert each.start <= each.end
    pieces, at = [], 0
    for each in found:
        pieces += [before[at : each.old_start], after[each.start : each.end]]
        at = each.old_end
    assert "".join((*pieces, before[at:])) == after
    return [(before[a:b], after[c:d]) for a, b, c, d in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("收集41份。", "收集43份。", [("41份", "43份")]),
        ("10月3日开会", "10月4日开会", [("10月3日", "10月4日")]),
        ("十二名党员", "十三名党员", [("十二名", "十三名")]),
        ("在Wageningen大学", "在Wagening大学", [("Wageningen", "Wagening")]),
        ("建设“三农”基地", "建设“四农”基地", [("“三农”", "“四农”")]),
        ("来，看", "来。看", [("，", "。")]),
        ("陈、王、李", "陈、李、王", [("王、李", "李、王")]),
        ("周𬭛老师", "周𬭚老师", [("𬭛", "𬭚")]),
        ("葛\U000e0100城", "葛城", [("葛\U000e0100", "葛")]),
        ("同样的话", "同样的话", []),
        ("", "新的一段", [("", "新的一段")]),
        ("旧的一段", "", [("旧的一段", "")]),
    ],
)
def test_what_is_read_as_one_is_marked_as_one(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert marked(before, after) == expected


def test_a_known_name_is_shown_whole() -> None:
    assert marked("请贺佩霖主持", "请贺沛霖主持") == [("佩", "沛")]
    assert marked("请贺佩霖主持", "请贺沛霖主持", ("贺沛霖",)) == [("贺佩霖", "贺沛霖")]


def test_a_short_equal_stretch_does_not_shred_a_change_and_a_stop_parts_two() -> None:
    assert marked("服务好三农的能力", "服务好农村的水平") == [("三农的能力", "农村的水平")]
    assert marked("天晴，风大", "天阴，风小") == [("晴", "阴"), ("大", "小")]


def test_a_sentence_that_came_in_begins_after_a_stop() -> None:
    assert marked("他来了。他走了。", "他来了。他又来了。他走了。") == [("", "他又来了。")]


def test_a_text_with_little_in_common_is_one_change() -> None:
    assert len(marked("一段完全不同的文字，说的是天气。", "这里讲的是另外一件事情，和上面没有关系，全部重写。")) == 1


def test_texts_whose_characters_repeat_are_compared_in_bounded_steps() -> None:
    assert marked("啊" * 20_000, "啊" * 19_990)
    assert marked("啊哦" * 5_000, "哦啊啊" * 4_000)
    assert marked("天地玄黄。" * 3_000, "宇宙洪荒。" * 3_000)
    long = "".join(f"第{n}户人家收了谷子。" for n in range(2_000))
    assert marked(long, long.replace("第7户", "第8户", 1)) == [("7户", "8户")]
