"""Recognises names of persons and titles of office (人名、职务), so that a head is not broken inside them."""

from collections.abc import Iterator
from typing import Final

from bulletin_layout.typeset.names import SOUNDS

SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任"
    "姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊殷施陶洪翟安颜倪严牛温芦季俞章鲁"
)
_RARER_SURNAMES: Final = (
    "葛伍韦申尤毕聂焦向柳邢骆岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包"
    "司柏宁柯阮桂闵解强柴华车冉房边吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟全褚廉简娄盖符奚木穆党燕冀谈姬屠连晏栾郁商蒙计喻窦迟宇敖糜鄢"
    "冷卓花仇艾蓝都巩井练仲乐虞卞封竺冼官衣楚佟匡宗应巫桑荆银扬明沙薪伏岑习保蔺水云昌凤皮平伊麻危支裘缪诸钮嵇荣惠乌巴弓牧宓蓬班仰"
    "秋厉束印宿怀蒲咸苍闻莘贡劳扶寿通扈浦尚农充慕茹宦鱼容慎戈庾居衡步满弘国寇广禄东沃利蔚越隆师勾融那丰相后红"
)
_TWO_SURNAMES: Final = (
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|南宫|西门|独孤|长孙|宇文|司空|轩辕|澹台"
)
#: Logarithms of probabilities, on the scale of ``dictionary``: a name with a frequent surname, with a surname of two
#: characters, with any other; what a title of office beside the name adds; what a given name of one character adds.
_FREQUENT: Final = -26.0
_OF_TWO: Final = -20.0
_RARE: Final = -29.0
_BESIDE_OFFICE: Final = 8.0
_SHORT: Final = 3.5
#: The same for three to six characters that transcribe a foreign name: for each character, and for the whole.
_SHORTEST_SOUND: Final = 3
_LONGEST_SOUND: Final = 6
_SOUND: Final = -6.5
_FOREIGN: Final = -4.0
#: Titles of office and academic titles (职务、职称), as they stand before a name; 副 may stand before each.
_TITLES: Final = (
    "书记 主任 董事长 理事长 秘书长 主席 经理 总经理 总裁 主编 总编 委员 常委 代表 党员 支书 专员 督导 院士 教授 研究员"
    " 讲师 导师 博士 硕士 博士后 工程师 农艺师 实验师 会计师 设计师 技师 医师 护士 医生 科学家 研究生 博士生 硕士生"
    " 专家 学者 顾问 助理 秘书 先生 女士 同志 老师 同学 大使 总理 总统 会员 记者 通讯员 编辑 总工 负责人 带头人"
)
_OFFICES: Final = frozenset(
    (*_TITLES.split(), *(f"{head}长" for head in "院所处科室厅局部司站馆园场社台会校市县区镇乡省州村组队团班"))
)
_LONGEST_OFFICE: Final = 5
#: Characters that a title of office may begin with (副, 总, 原): before a title they are not part of a name.
_DEPUTY: Final = "副总原"


def is_han(char: str) -> bool:
    """Whether a character is Han of the main block, in which names and words are written."""
    return "\u4e00" <= char <= "\u9fff"


def has_surname(name: str) -> bool:
    """Whether a name begins with a Chinese surname."""
    return name[:1] in SURNAMES + _RARER_SURNAMES or name[:2] in _TWO_SURNAMES.split("|")


def is_office(word: str) -> bool:
    """Whether a word is a title of office or of learning."""
    return word.removeprefix("副") in _OFFICES


def begins_with_office(text: str) -> bool:
    """Whether a text begins with such a title."""
    return any(is_office(text[:end]) for end in range(2, min(_LONGEST_OFFICE, len(text)) + 1))


def persons_at(text: str, at: int) -> Iterator[tuple[int, float]]:
    """(End, logarithm of the probability) of each Chinese name that may begin at text[at]."""
    two = text[at : at + 2] in _TWO_SURNAMES.split("|")
    if not two and text[at] not in SURNAMES and text[at] not in _RARER_SURNAMES:
        return
    likely = _OF_TWO if two else _FREQUENT if text[at] in SURNAMES else _RARE
    after = any(is_office(text[begin:at]) for begin in range(max(0, at - _LONGEST_OFFICE), at - 1))
    likely += _BESIDE_OFFICE if after else 0.0
    for length in (3, 4) if two else (2, 3):
        end = at + length
        if end > len(text) or not all(map(is_han, text[at:end])):
            return
        before = begins_with_office(text[end:])
        if not (before and text[end - 1] in _DEPUTY):
            beside = _BESIDE_OFFICE if before and not after else 0.0
            yield end, likely + beside + (_SHORT if length == 2 + two else 0.0)


def is_person(text: str) -> bool:
    """Whether all of a text may be one name of a person, Chinese or written with a middle dot (·)."""
    foreign = "·" in text.strip("·") and all(is_han(char) or char == "·" for char in text)
    return foreign or any(end == len(text) for end, _ in persons_at(text, 0))


def foreign_at(text: str, at: int) -> Iterator[tuple[int, float]]:
    """(End, logarithm of the probability) of each transcribed foreign name that may begin at text[at]."""
    for end in range(at + 1, min(at + _LONGEST_SOUND, len(text)) + 1):
        if text[end - 1] not in SOUNDS:
            return
        if end - at >= _SHORTEST_SOUND:
            yield end, _SOUND * (end - at) + _FOREIGN
