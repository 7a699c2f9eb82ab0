"""What a mark is there for (标点的用处), by the words on both sides of it: a dot in a name, a dash in a chain."""

import re
from typing import Final

#: The longest item behind a conjunction.
_ITEM: Final = 12
#: A subtitle behind a dash has so many characters.
_SUBTITLE: Final = 6
#: The longest word of a chain.
_CHAIN: Final = 13
#: Characters of names from other languages (安妮, 詹姆斯).
_FOREIGN: Final = frozenset(
    "阿埃艾爱安奥巴贝比彼宾波伯勃博布达戴黛丹德登迪蒂杜多恩尔菲费弗夫福盖戈格根古哈海汉赫华霍基吉加杰金卡凯康考科克肯库夸"
    "拉莱赖兰朗劳勒雷里利莉丽列林琳隆卢鲁路伦罗洛马玛迈曼梅门蒙米密明摩莫姆穆娜纳奈内尼妮涅宁努诺欧帕潘佩皮珀普奇乔切琼瑞萨塞桑"
    "莎沙森山舍史斯丝思斯索塔泰坦汤特提图托瓦万威韦维魏温沃西希夏肖谢辛休雅亚娅扬耶伊英尤约泽詹珍芝兹"
)
#: The longest half of such a name.
_WORD: Final = 8
_FAR: Final = 4000
#: A work that is cited: [1]林健.…[J].
_CITED: Final = re.compile(r"^\[\d{1,3}\]|\[[JMCDNSPRZ](?:/OL)?\]")


def stop(match: re.Match[str]) -> str | None:
    """No finding for a dot within a name or a short quoted word, which is ``dot_form``, nor in a list of works."""
    return None if _parts_name(match) or _CITED.search(_paragraph(match)) else "。"


def dot(match: re.Match[str]) -> str | None:
    """The mark between parts of a name (间隔号), for a dot that stands there."""
    return "·" if _parts_name(match) and not _CITED.search(_paragraph(match)) else None


def _parts_name(match: re.Match[str]) -> bool:
    """Whether a dot stands within a foreign name (安妮.奈维尔), or within a short name in marks (“生.趣”)."""
    text, at = match.string, match.start()
    after = text[at + 1 : at + 4].lstrip(" ")
    if text[at - 1] in _FOREIGN and after[:1] in _FOREIGN:
        return any(char in _FOREIGN for char in (text[at - 2], *after[1:2]))
    words = (
        re.split("[，。；：\n]", text[max(0, at - _WORD) : at])[-1],
        re.split("[，。；：\n]", text[at + 1 : at + 1 + _WORD])[0],
    )
    return any(opener in words[0] and closer in words[1] for opener, closer in ("“”", "《》"))


def _paragraph(match: re.Match[str]) -> str:
    """The paragraph of a mark; of a very long one, the part that it stands in."""
    before = match.string[max(0, match.start() - _FAR) : match.start()].rpartition("\n")[2]
    return before + match.string[match.start() : match.end() + _FAR].partition("\n")[0]


def curly(match: re.Match[str]) -> str | None:
    """None where the marks of the paragraph make no pairs: which belongs to which, people must say."""
    return f"“{match[0][1:-1]}”" if _paragraph(match).count('"') % 2 == 0 else None


#: Last characters of countries and bodies.
_BODIES: Final = "国学院校省市县区州司所"


def dash(match: re.Match[str]) -> str | None:
    """None in a chain (招生—培养—就业), and between two words or bodies side by side (药物—靶点, 中国—中东欧国家)."""
    text, at = match.string, match.start()
    left = re.split("[，。；：、（）“”《》\n]", text[max(0, at - _CHAIN) : at])[-1]
    right = re.split("[，。；：、（）“”《》\n]", text[at + 1 : at + 1 + _CHAIN])[0]
    is_subtitle = len(right) >= _SUBTITLE and left[-1:] not in _BODIES
    return "——" if is_subtitle and "—" not in left + right else None


#: So many characters beside a mark are looked at.
_NEAR: Final = 120
_LATIN: Final = re.compile(r"[\x20-\x7e，；：]*")


def _latin(text: str) -> str:
    """The Latin words and marks that a text begins with."""
    found = _LATIN.match(text)
    return found[0] if found is not None else ""


def latin_mark(match: re.Match[str]) -> str | None:
    """The Latin mark; None in a list of Latin words, which has Chinese marks in a Chinese sentence (Rice，Wheat等),
    unless the words beside it have Latin marks too."""
    text, at, behind = match.string, match.start(), match.end()
    before, after = _latin(text[max(0, at - _NEAR) : at][::-1]), _latin(text[behind : behind + _NEAR])
    start, end = at - len(before), behind + len(after)
    outer, words = text[start - 1 : start] + text[end : end + 1], before + after
    is_list = outer not in ("“”", "《》", "（）") and (
        outer[-1:] in "和与及或等、" or any(mark in words for mark in "，；")
    )
    return None if is_list and "," not in words else f"{',;:'['，；：'.index(text[at])]} "


#: What 与 or 和 goes with, where it is no conjunction: 与学校合作, 和大家一起.
_WITH: Final = frozenset("相结合同一共互之为匹对接交流沟作起协讨伴行谈争")


def conjunction(match: re.Match[str]) -> str | None:
    """None where 与 or 和 begins an item of its own (与书为伴、与梦同行), and in 或早、或晚."""
    word, text, at = match[1], match.string, match.start()
    if word in ("以及", "并且"):
        return f"，{word}"
    before = re.split("[，。；：！？“（\n]", text[max(0, at - 60) : at])[-1]
    after = re.split("[，。；：！？、等\n]", text[match.end() : match.end() + 30])[0]
    if word == "或":
        return None if "或" in before or after[1:2] == "或" else word
    if word in "与和" and (f"、{word}" in f"、{before}" or _WITH.intersection(after) or len(after) > _ITEM):
        return None
    return None if word == "与" and "、" not in before else word
