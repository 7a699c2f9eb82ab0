"""Where words begin in a head: by the dictionary, and by what it cannot know."""

import pytest

from bulletin_layout.typeset.dictionary import Dictionary
from bulletin_layout.typeset.segments import word_starts

DICTIONARY = Dictionary()


def parted(text: str, *keep: str) -> str:
    """The text with | where a word begins, and ? where one may."""
    starts = word_starts(text, DICTIONARY, keep)
    return "".join(
        ("|" if at in starts.sure else "?" if at in starts.doubtful else "") + c for at, c in enumerate(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青年学者走进田野", "青年|学者|走进|田野"),
        ("我站与邻县共建种质圃", "我站|与?邻县|共建|种质?圃"),
        ("全站职工参加安全演练", "全站|职工|参加|安全|演练"),
        ("十二个新品种通过审定", "十二个|新品种|通过|审定"),
        ("第三期学员一百余名", "第三期|学员|一百余名"),
        ("把论文写在大地上", "把|论文|写在|大地上"),
        ("三年来的变化", "三年来的|变化"),
        ("农业大学举行毕业典礼", "农业大学|举行|毕业典礼"),
        ("评《稻谷》的新版", "评|《?稻谷?》的|新版"),
        ("院党委换届", "院?党委|换届"),
    ],
)
def test_words_numbers_and_affixes_are_whole(text: str, expected: str) -> None:
    assert parted(text) == expected


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("党委书记丁若谷带队走访", ("党委书记", "丁若谷")),
        ("常务副所长欧阳望舒出席", ("常务副所长", "欧阳望舒")),
        ("纪委副书记王牧上党课", ("纪委副书记", "王牧")),
        ("专家马克·韦伯来访", ("马克·韦伯",)),
        ("阿依夏木·吐尔逊获奖", ("阿依夏木·吐尔逊",)),
        ("专家阿不都拉·买买提归来", ("阿不都拉·买买提",)),
        ("王牧副研究员谈育种", ("副研究员",)),
        ("在PI Club谈COVID-19", ("Club", "COVID-19")),
        ("比去年增长25%左右", ("25%左右",)),
    ],
)
def test_names_and_titles_of_office_are_whole(text: str, whole: tuple[str, ...]) -> None:
    starts = word_starts(text, DICTIONARY)
    for part in whole:
        first = text.index(part)
        inside = range(first + 1, first + len(part))
        assert not starts.sure.union(starts.doubtful).intersection(inside), part


def test_the_words_that_are_said_are_whole_and_begin_and_end() -> None:
    assert parted("田野里的小学生合唱团成立") == "田野里的|小学生|合唱团|成立"
    assert parted("田野里的小学生合唱团成立", "小学生合唱团") == "田野里的|小学生合唱团|成立"
    assert parted("田野里", "") == "田野里"


def test_a_character_that_is_no_word_makes_both_of_its_sides_doubtful() -> None:
    assert parted("新疆棉区采收") == "新疆?棉区|采收"


def test_a_name_after_a_lone_character_may_be_no_name() -> None:
    assert parted("访王牧谈育种") == "访?王牧谈|育种"


def test_inside_short_quotations_nothing_is_sure() -> None:
    assert parted("“青苗计划”启动") == "“?青苗?计划?”|启动"


def test_marks_and_nothing_at_all() -> None:
    assert parted("") == ""
    assert parted("——，") == "—|—|，"  # kinsoku has the last word
