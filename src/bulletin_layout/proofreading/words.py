"""Rules of words (用词): mistaken for others, doubled, left out. ``mistaken.tsv`` lists the first, one a line."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bulletin_layout.proofreading.copy import HEADS
from bulletin_layout.proofreading.rule import HAN, Form, Right, Rule, beside

if TYPE_CHECKING:
    from bulletin_layout.typeset.dictionary import Dictionary

#: By code and severity of a line of the list.
_SAID: Final = {
    "confusable warning": "confusable",
    "confusable hint": "confusable_perhaps",
    "variant warning": "variant",
    "variant hint": "variant_perhaps",
    "pleonasm warning": "pleonasm",
    "pleonasm hint": "pleonasm_perhaps",
}
#: Words that are doubled on purpose (ABAB): verbs that ask for a try, and a few others.
_DOUBLED: Final = frozenset(
    (  # noqa: SIM905  # a list of quoted words is hard to read
        "讨论 研究 恭喜 商量 锻炼 休息 打听 考虑 学习 交流 了解 活动 放松 体验 尝试 准备 认识 热闹 高兴 开心 "
        "收拾 整理 合计 琢磨 调查 观察 分析 总结 反思 检查 打扫 参观 介绍 教育 帮助 照顾 关心 感受 感谢 谢谢 "
        "欢迎 加油 拜托 努力 轻松 舒服 切磋 比较 比试 比划 熟悉 练习 复习 表扬 鼓励 调整 改进 沟通 联络 联系 "
        "回忆 回味 品味 品尝 欣赏 思考 思量 掂量 估计 打量 核实 核对 活络 清理 修理 布置 走访 慰问 展示 雪白 "
        "通红 笔直 碧绿 漆黑 冰凉 滚烫 火红 金黄 好好 年年 天天 人人 个个 处处 时时 事事 代代 层层 步步 点点 "
        "滴滴 多多 快快 慢慢 再见 等等 一个 一步 哈哈 哗哗 许多 很多 非常 十分 相当 特别 逐渐 渐渐"
    ).split()
)
#: Verbs before which 地 is written.
_DONE: Final = "学习|开展|推进|推动|完成|落实|贯彻|讨论|研究|参与|投入|分析|讲解|回答|配合|做好|提高|提升|加强"
#: Behind such a verb, what makes it the predicate: 认真的学习了, 扎实的推进各项工作; not 进行了深入的讨论.
_PREDICATE: Final = (
    r"(?:了|着|好(?=[了各每]))|(?<=做好|完成|落实|推进|推动|贯彻|开展|提高|提升|加强|参与|配合)[各每这本我全相]"
)
#: Words that ask are doubled on purpose (缺什么补什么), and so are sounds.
_ASKS: Final = re.compile("什么|哪|谁|怎|多少|几")
_SOUNDS: Final = frozenset("哔咚叮啪哗咕骨轰呼嘀咯")
#: They belong to the word before them.
_PARTICLES: Final = frozenset("的地得了着过们")
#: So many characters beside a word are looked at to tell whether it is one.
_AROUND: Final = 12
_CLAUSE: Final = r"(?:^|(?<=[，。；：、]))"
_LIST: Final = Path(__file__).with_name("mistaken.tsv")
#: Verbs of reports, behind which 通过 or 进一步 are written.
_DOES: Final = (
    "推动|开展|加强|举办|组织|实施|学习|建设|建立|深化|优化|完善|培训|调研|提升|提高|促进|推进|强化|引进|"
    "制定|改进|创新|整合|落实|搭建|发挥|设立|选派|召开"
)
#: A character written twice, and what may follow or come before where that is right.
_TWICE: Final = (
    Form(r"(?<![目标众有])(?P<slip>的的)(?![确士卡])", "的"),
    Form(r"(?<![不受免完终明])(?P<slip>了了)(?![解结无然却断望])", "了"),
    Form(r"(?<![不就还可但凡于总老算要若是正只都])(?P<slip>是是)(?![非否是])", "是"),
    Form(r"(?<![现正存所实内潜自外旨健])(?P<slip>在在)(?![线职校场建于此意乎野读岗编座位握家京华研产册逃押])", "在"),
    Form(r"(?<![温平谐缓柔谦祥共总饱中调讲求亲])(?P<slip>和和)(?![美气睦平谐顺乐煦解善谈声弦田])", "和"),
    Form(r"(?<![因作认成称名分改变行以能有转何大化视])(?P<slip>为为)(?![人民了国主何期、，。”）])", "为"),
    Form(
        r"(?<![针相应面一反绝核校配比成])(?P<slip>对对)(?![联子方象口手策接应照比外付于面准标表碰眼队、，。！”])", "对"
    ),
    Form(r"(?<![参给赠授])(?P<slip>与与)(?![会时众])", "与"),
    Form(r"(?<![以涉普顾提波触危])(?P<slip>及及)(?![时格第])", "及"),
    Form(r"(?<![方走志导趋意朝倾])(?P<slip>向向)(?![日上前往导阳])", "向"),
    Form(r"(?<![一火车])(?P<slip>把把)(?![关手握脉])", "把"),
    Form(r"(?<![等])(?P<slip>被被)(?![子褥套面])", "被"),
    Form(r"(?<![即必麻名])(?P<slip>将将)(?![军士领帅来近])", "将"),
    Form(r"(?<![合归兼吞])(?P<slip>并并)(?![非不入购])", "并"),
    Form(
        r"(?<![要想跟土田各基工本当场产实])(?P<slip>地地)(?![方区面下址点理质球域势形位震带上里头段铁道步块名基力])",
        "地",
    ),
)
_DOUBLES: Final = (
    Rule(
        "dup_char",
        "的的|了了|是是|在在|和和|为为|对对|与与|及及|向向|把把|被被|将将|并并|地地",
        _TWICE,
        frozenset(("verse",)),
    ),
)


def _doubled(match: re.Match[str]) -> str | None:
    """The word that stands twice; None where that is meant, or where these characters are no word twice."""
    word = match[1]
    numeral = all(char in "零一二三四五六七八九十百千万亿两〇壹贰叁肆伍陆柒捌玖" for char in word)
    if word in _DOUBLED or word[0] in "一很越又再真好太" or "着" in word or numeral or len(set(word)) == 1:
        return None
    if _ASKS.search(word) or word[0] in _SOUNDS or word[-1] == "了" or _is_called(match):
        return None
    return word if _is_word_twice(match) else None


def _is_called(match: re.Match[str]) -> bool:
    """Whether words are doubled by a voice: 医生医生，快来; 仔细仔细再仔细."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return after == "再" or (before in "“：" and after in "，！。")


def _is_word_twice(match: re.Match[str]) -> bool:
    """Whether words end where the two end: not in 体育教育教学, 医科大学大学生."""
    from bulletin_layout.typeset.segments import word_starts  # the word lists are read where something stands twice

    text, (start, end), size = match.string, match.span(), len(match[1])
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    window = text[first : end + _AROUND].partition("\n")[0]
    starts = word_starts(window, _dictionary(), ()).sure
    joints = [at - first for at in (start, start + size, end)]
    return all(at in starts or not 0 < at < len(window) or window[at] in _PARTICLES for at in joints)


@cache
def _dictionary() -> "Dictionary":
    from bulletin_layout.typeset.dictionary import Dictionary

    return Dictionary()


def _according(match: re.Match[str]) -> str | None:
    """根据, at the start of a clause; None where 根 is the word, or part of another."""
    before, after = match.string[match.start() - 1 : match.start()] or "\n", match.string[match.end()]
    return "根据" if before in "\n，。；：、" and after not in "据本治除植深系部茎源基底须" else None


_MORE: Final = "加大|加快|规范|明确|增强|扩大|巩固|凝聚|拓展|做好"
_LEFT_OUT: Final = (
    Rule(
        "dup_word",
        "",
        (Form(rf"({HAN}{{2,4}})\1(?!\1)", _doubled),),
        frozenset(("verse", "roster", "byline", "table", *HEADS)),
    ),
    Rule(
        "drop_char",
        "通|进一|根",
        (
            Form(
                rf"{_CLAUSE}[要将并]?(?P<slip>通)(?={_DOES})",
                "通过",
                "|".join(f"通{word}" for word in _DOES.split("|")),
            ),
            Form(
                rf"进一(?={_DOES}|{_MORE})", "进一步", "|".join(f"进一{word}" for word in f"{_DOES}|{_MORE}".split("|"))
            ),
            Form(
                rf"根(?={HAN}{{1,12}}(?:精神|要求|安排|部署|规定|通知))",
                _according,
                beside("，。；：、\n", "根"),
            ),
        ),
    ),
    Rule(
        "neg_double",
        "无时无刻|切忌|防止|避免|杜绝|防范|禁止|严禁",
        (
            Form(r"无时无刻(?![^，。\n]{0,4}[不没])[都在]?"),
            Form("切忌(?:不要|不可|不能|勿|别)"),
            Form(
                rf"(?:防止|避免|杜绝|防范){HAN}{{0,8}}?(?:不再|不要|不得|不发生|不出现)|(?:禁止|严禁)(?:不得|不准|不许)"
            ),
        ),
    ),
    Rule(
        "de_di_de",
        "|".join(f"的{verb}" for verb in _DONE.split("|")),
        (
            Form(
                "(?:认真|积极|深入|不断|坚持不懈|扎实|有效|切实|充分|主动|热情|耐心|仔细|细致|持续|努力)(?P<slip>的)"
                rf"(?:{_DONE})(?:{_PREDICATE})",
                "地",
            ),
        ),
    ),
)


_COINED: Final = Rule("abbrev_coined", "宣贯|贯标|迎评|双创周", (Form("宣贯|贯标|迎评(?!审|估)|双创周"),))


@cache
def listed() -> tuple[Rule, ...]:
    """The rules of ``mistaken.tsv``, in its order, by code and severity."""
    found = []
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, severity, safe, cues, pattern, right = line.split("\t")
            form = Form(pattern.replace("<H>", HAN), _instead(right))
            found.append(Rule(_SAID[f"{code} {severity}"], cues, (form,), safe=safe == "yes"))
    return tuple(found)


def _instead(right: str) -> Right:
    """What to write: words; or, as ``old=new``, what to replace in what was found."""
    old, is_part, new = right.partition("=")
    return (lambda match: match[0].replace(old, new)) if is_part else right


def rules() -> Iterator[Rule]:
    """All rules of words."""
    yield from (*_DOUBLES, *_LEFT_OUT, _COINED, *listed())
