"""People whom an issue names with their posts (有职务的人名): a name in two forms, a person with two posts."""

from collections.abc import Iterator, Sequence
from typing import Final

from bulletin_layout.proofreading.alike import sounds_alike
from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.people import TITLES, places, post_before
from bulletin_layout.proofreading.rule import Slip
from bulletin_layout.proofreading.together import Fact, Read

#: Characters that begin a name.
SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪"
    "舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸"
    "左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储靳段巫焦巴弓牧山谷车侯全班仰秋仲伊宁仇栾甘厉戎祖武符刘景詹束龙叶幸司黎白怀蒲邰从鄂"
    "索赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡劳姬申扶冉宰郦雍桑桂牛寿通边燕冀尚农温庄晏柴瞿阎慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步"
    "都耿满弘匡国文寇广禄阙东殴沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶空曾毋沙关蒯相查荆红游竺权盖益桓公岳帅佟商牟佘佴伯赏墨"
)
#: Second characters of words that begin like a name.
_NO_NAME: Final = frozenset("为了的在是和与及等，。、；：（）“”《》")
#: What may stand behind a name: words, and single characters.
_VERBS: Final = (
    *(  # noqa: SIM905  # a list of quoted words is hard to read
        "主持 主讲 出席 参加 参与 指出 强调 介绍 表示 认为 宣布 宣读 带领 带队 陪同 代表 一行 先后 亲自 应邀 总结 通报 "
        "部署 汇报 要求 希望 提出"
    ).split(),
    *"到作讲致为在向对就和同还也将率，。、；：（）",
)
#: Before a post that is another one, or was once held.
_NOT_NOW: Final = ("时任", "原", "前任", "曾任", "兼")
#: No name ends with these.
_NEVER: Final = ("说", "等", "及", "与")
#: Posts that many people have.
_COMMON: Final = frozenset(("研究员", "教授", "老师", "工程师", "委员", "副研究员", "副教授"))


def persons_of(copy: Copy) -> Iterator[Fact]:
    """Names behind a post, with the posts before them."""
    text = copy.text
    for title in TITLES:
        for at in places(text, title):
            start = at + len(title)
            if text[start : start + 1] not in SURNAMES or text[start + 1 : start + 2] in _NO_NAME:
                continue
            if text.startswith(_VERBS, start) or any(word in text[max(0, at - 8) : at] for word in _NOT_NOW):
                continue
            name = text[start : start + _size(text, start)]
            if name.isalpha() and not name.isascii():
                yield Fact("person", start, start + len(name), name, beside="、".join(post_before(text, start)))


def _size(text: str, start: int) -> int:
    """How many characters a name has; 0: that cannot be told (站长高为说, 站长高为民说)."""
    if text.startswith(_NEVER, start + 2):
        return 2
    sizes = [size for size in (2, 3) if text.startswith((*_VERBS, *_NEVER), start + size)]
    return sizes[0] if len(sizes) == 1 else 0


def persons_together(facts: Sequence[tuple[Read, Fact]], known: frozenset[str]) -> Iterator[tuple[Read, Slip]]:
    """Two forms of what seems to be one name, and people with two posts; ``known``: names that are right."""
    firsts: dict[str, Fact] = {}
    posts: dict[str, str] = {}
    for read, fact in facts:
        if fact.word not in firsts:
            other = next((name for name in firsts if _is_one(firsts[name], fact)), "")
            if other and not {other, fact.word} <= known:
                yield read, Slip(fact.start, fact.end, "name_issue", {"wrong": fact.word, "other": other})
            firsts[fact.word] = fact
        before = posts.setdefault(fact.word, fact.beside)
        if fact.word not in known and _are_split(before.split("、"), fact.beside.split("、")):
            fields = {"wrong": f"{fact.beside}{fact.word}", "other": f"{before}{fact.word}"}
            yield read, Slip(fact.start, fact.end, "name_post_split", fields)
            known |= {fact.word}  # once is enough


def _are_split(before: list[str], here: list[str]) -> bool:
    """Whether one says the post and the other its deputy: 书记, 副书记. Two other posts may be one person's."""
    return any(f"副{one}" == other or one == f"副{other}" for one in before for other in here)


def _is_one(one: Fact, other: Fact) -> bool:
    """Whether two names are likely to be one person's: they sound the same; or three characters, of which one differs,
    have a post that few people have."""
    if len(one.word) != len(other.word) or one.word[:1] != other.word[:1]:
        return False
    if all(map(sounds_alike, one.word, other.word)):
        return True
    differing = sum(map(str.__ne__, one.word, other.word))
    return len(one.word) > 2 and differing == 1 and one.beside == other.beside and one.beside not in _COMMON
