"""Rules of marks (标点): their width, their form, and marks that stand together (GB/T 15834—2011)."""

import re
from typing import Final

from bulletin_layout.proofreading.copy import ANY_HAN, HEADS
from bulletin_layout.proofreading.mark_sense import conjunction, curly, dash, dot, latin_mark, stop
from bulletin_layout.proofreading.rule import HAN, Form, Rule, beside

_WIDE: Final = str.maketrans(",;:?!()", "，；：？！（）")
_NUM: Final = "一二三四五六七八九十"
#: Signs that are no marks of punctuation.
_STARS: Final = "★☆※◆◇■□●▲△"
_PRIMES: Final = "′″＂＇`´"


def _wide(match: re.Match[str]) -> str:
    return match[0].translate(_WIDE)


def _deng(match: re.Match[str]) -> str | None:
    """No finding in speech: “这……等收了再说”."""
    return None if "“" in match.string[max(0, match.start() - 8) : match.start()] else match[0].replace("……", "")


def _ordinal(match: re.Match[str]) -> str:
    return f"{match[1]}."


#: Words with Han between straight marks.
_STRAIGHT: Final = rf'"(?=[^"\n]{{0,80}}{HAN})[^"\n]{{1,80}}"'
#: Two marks side by side, one of which is too many.
_CLASH: Final = beside("，、；：。", "，。、；：！？")
_HALF: Final = Rule(
    "half_mark",
    "",
    (
        Form(
            rf"[,;:?!](?:(?<={HAN}.)(?<![①-⑳ａ-ｚＡ-Ｚ].)|(?<=[》）】].)|(?<={HAN}”.))[,;:?!]*+(?![/\\])",
            _wide,
            beside(f"{ANY_HAN}》）】”", ",;:?!"),
        ),
        Form(
            rf"(?<![,;:?!])[,;?!](?={HAN}|[“《（])(?<!{HAN}.)(?<![》）】].)", _wide, beside(",;?!", f"{ANY_HAN}“《（")
        ),
        Form(
            rf"\((?:(?<={HAN}.)[^()（）\n]{{1,80}}|[^()（）\n]{{0,60}}{HAN}[^()（）\n]{{0,60}})\)",
            _wide,
            "(",
        ),
    ),
    safe=True,
)
_FORMS: Final = (
    Rule(
        "half_stop",
        beside(f"{ANY_HAN}”》）", "."),
        (Form(rf"\.(?<={HAN}.|[”》）].)(?<!^[{_NUM}].)(?![A-Za-z0-9.])", stop),),
        safe=True,
    ),
    Rule(
        "full_mark_latin",
        "",
        (
            Form(
                r"(?<=[a-z]{2})[，；：](?=[A-Z]?[a-z]{2})",
                latin_mark,
                "aa，aa|aa；aa|aa：aa",
            ),
            Form(r"(?<=\d)．(?=\d)", ".", "0．0"),
        ),
    ),
    Rule(
        "dash_form",
        "--|─|―|———",
        (Form(rf"(?:(?<={HAN})|(?<=[”》）]))--+|--+(?={HAN}|[“《])|[─―]+|———+", "——"),),
        safe=True,
    ),
    Rule(
        "dash_form_perhaps",
        f"{ANY_HAN}—{ANY_HAN}",
        (Form(rf"—(?<={HAN}—)(?={HAN})(?!{HAN}{{1,4}}(?:公路|铁路|航线|高速|线|段|时|大道))", dash),),
        frozenset(("table",)),
    ),
    Rule(
        "ellipsis_form",
        "",
        (
            Form(
                rf"(?:(?<={HAN})|(?<=[，。、”》）]))\.{{3,}}|(?<!\.)\.{{3,}}(?={HAN}|[，。”])|。{{3,}}|⋯+",
                "……",
                "...|。。。|⋯",
            ),
            Form(
                rf"…(?<!……)(?:(?:…{{2}}|…{{4}})?(?!…))(?:(?<={HAN}…)|(?<=[，。、”》）？！]…)|(?<=………)|(?={HAN}))",
                "……",
                beside("…", f"，。、“”《》（）！？：；\n{ANY_HAN}a0 "),
            ),
        ),
        safe=True,
    ),
    Rule(
        "dot_form",
        "",
        (
            Form(rf"(?<={HAN})[•・‧∙．⋅](?={HAN})", "·", beside(ANY_HAN, "•・‧∙．⋅")),
            Form(rf"\.(?<={HAN}.)(?= ?{HAN})", dot, f"{ANY_HAN}."),
        ),
        safe=True,
    ),
    Rule("wave_form", "〜|∼|~~", (Form(r"[〜∼]|~~", "~"),), safe=True),
    Rule("percent_form", "％|﹪| %", (Form(r"(?<=\d) *[％﹪]|(?<=\d) +%|[％﹪]", "%"),), safe=True),
)
_TOGETHER: Final = (
    Rule(
        "mark_doubled",
        "，，|。。|、、|；；|：：",
        (Form(r"([，、；：])\1+", r"\1"), Form(r"(?<!。)。。(?!。)", "。")),
        safe=True,
    ),
    Rule("mark_clash", _CLASH, (Form(r"([，、；：])(?!\1)[，。、；：！？]|。[，、；：！？]"),)),
    Rule(
        "interrobang",
        "！？|？！！|！！！！|？？？？",
        (
            Form(r"！{1,9}？", "？！"),
            Form(r"？！{2,}", "？！"),
            Form(r"(?<!！)！{4,}(?!？)", "！！！"),
            Form(r"(?<!？)？{4,}(?!！)", "？？？"),
        ),
        safe=True,
    ),
    Rule("ellipsis_stop", "……。|……，|……；|……、|，……|、……|；……", (Form(r"[，、；]?……[。，；、]|[，、；]……", "……"),)),
    Rule(
        "ellipsis_deng",
        "……等|等……",
        (Form(rf"……等(?!等|待|我|你|他|她|到|着|下|一)|(?<=[^“等待{_NUM}])等……", _deng),),
    ),
    Rule(
        "deng_list",
        "、等",
        (Form(rf"、等(?=[，。；）]|$|{HAN})(?![等级待离于候额同式边号次距温高价腰深压比效份量闲位])", "等"),),
        safe=True,
    ),
    Rule(
        "comma_before_and",
        "、和|、与|、及|、或|、以及|、并且",
        (
            Form(
                "、(和(?![谐平解睦美气田县声弦服面煦畅善顺风约谈硕颐乐衷君富蔼])|与(?![会时众世此其日国共有生])|及(?![时格第物早笄])"
                "|或(?![许多然有])|以及|并且)",
                conjunction,
            ),
        ),
        safe=True,
    ),
)
_LISTS: Final = (
    Rule("list_mark_titles", "》、《", (Form("(?<=》)、(?=《)", ""),), safe=True),
    Rule("list_mark_quotes", "”、“", (Form("(?<=”)、(?=“)", ""),)),
    Rule(
        "list_mark_missing",
        "）《|）“",
        (Form(r"[》”]（(?!第\d|\d)[^（）\n]{1,40}(?P<slip>）)(?=[《“])", "）、"),),
        safe=True,
    ),
    Rule(
        "list_approx",
        "一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九",
        (
            Form(
                rf"(?<![第{_NUM}百千万\d、])(一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)"
                "(?=[十百千万亿个人名天次斤里米岁亩户家位条件只遍趟口篇倍成]|年(?!级)|公[里斤顷]|小时|分钟)",
                lambda match: match[1].replace("、", ""),
            ),
        ),
        safe=True,
    ),
    Rule(
        "list_abbrev",
        beside("二三四五六", "产等年季"),
        (
            Form(
                r"([一二三四五](?<![、第\d十一二三四唯].)[二三四五六](?<=一二|二三|三四|四五|五六))(?=产业|等奖|年级|季度)",
                lambda match: f"{match[1][0]}、{match[1][1]}",
            ),
        ),
    ),
    Rule(
        "list_ordinal_mark",
        "",
        (
            Form(rf"(第(?<![^。；：！？”）\n].)[{_NUM}])、(?=[^第{_NUM}\d\W])", r"\1，", beside(_NUM, "、")),
            Form("(首先|其次|再次|最后)、", r"\1，", "先、|次、|后、"),
            Form(
                rf"((?:（(?<![^：；。\n].)[{_NUM}]{{1,3}}）)|[①-⑳](?<![^：；。\n].))[、，．](?!（|[①-⑳])",
                r"\1",
                f"一）、|一），|一）．|{beside('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', '、，．')}",
            ),
            Form(rf"^([{_NUM}]{{1,3}})[，．](?={HAN})", r"\1、", "\n一，|\n一．|\n一一，|\n一一．|\n一一一"),
            Form(rf"(\d(?<![^：；。\n].)\d?)、(?={HAN}|[“《])(?![{_NUM}])", _ordinal, beside("\n：；。", "0")),
        ),
        frozenset((*HEADS, "verse", "table")),
        safe=True,
    ),
)
_OTHERS: Final = (
    Rule(
        "quote_prime",
        f"{beside(ANY_HAN, _PRIMES)}|{beside(_PRIMES, ANY_HAN)}",
        (Form(rf"(?<![\d°′])[′″＂＇`´](?={HAN})|(?<={HAN})[′″＂＇`´]"),),
    ),
    Rule(
        "quote_ascii",
        '"',
        (Form(_STRAIGHT, curly), Form(rf'{_STRAIGHT}|(?<={HAN})"|(?<!\d)"(?={HAN})')),
        safe=True,
    ),
    Rule(
        "bracket_empty",
        beside("（“《【(", " \u3000") + "|（）|“”|《》|【】|()",
        (Form(rf"（\s*）|“\s*”|《\s*》|【\s*】|\((?<={HAN}.)\s*\)"),),
    ),
    Rule(
        "title_misuse",
        beside("》", "课奖证会大活论展工计"),
        (Form(r"《[^《》\n]{1,30}》(?:课程|课题|奖|证书|会议|大会|活动|论坛|展览|工程|计划(?!书))"),),
    ),
    Rule(
        "mark_start",
        beside("\n", "，。、；：！？”’）》】〉"),
        (Form(r"^[，。、；：！？”’）》】〉]+", ""),),
        frozenset(("table", "verse")),
    ),
    Rule(
        "quote_stop",
        "”。",
        (Form(r"(?:说|道|问|答|表示|指出|强调|写道)：“[^“”。！？…\n]{1,80}(?P<slip>”。)", "。”"),),
    ),
    Rule(
        "emph_mark",
        f"{beside(_STARS, ANY_HAN)}|{ANY_HAN}【",
        (Form(rf"^[{_STARS}]+(?={HAN})"), Form(rf"(?<={HAN})【[^【】\n]{{1,20}}】(?={HAN})")),
        frozenset((*HEADS, "crosshead", "section", "table", "sign", "byline", "caption")),
    ),
    Rule(
        "colon_nest",
        "：",
        (Form(r"：(?P<slip>[^：。；！？“”‘’（）《》 \n]{1,60}：)(?!\d)(?<!\d：)"),),
        frozenset(("byline", "table", "caption", "sign", *HEADS)),
    ),
)

RULES: Final = (_HALF, *_FORMS, *_TOGETHER, *_LISTS, *_OTHERS)
