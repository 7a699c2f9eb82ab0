"""Where lines may break: Unicode's and the W3C's public facts with GB's deltas, and a scan over widths and phases."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset.classes import NEVER_FIRST, NEVER_LAST, may_break
from tests.typeset.setting import galley, set_text, text_of, words

#: Sentences of Unicode's LineBreakTest 17.0, "|" where a break is allowed, with what GB/T 15834 asks beyond them.
#: © Unicode, Inc., Unicode License v3.
SENTENCES = [
    "子|曰：|“学|而|时|习|之，|不|亦|说|乎？|有|朋|自|远|方|来，|不|亦|乐|乎？|人|不|知|而|不|愠，|不|亦|君|子|乎？”",
    "子|贡|曰：|“贫|而|无|谄，|富|而|无|骄，|何|如？”|子|曰：|“可|也。|未|若|贫|而|乐，|富|而|好|礼|者|也”。|子|贡|曰：|"
    "“《诗》|云：|‘如|切|如|磋，|如|琢|如|磨。’|其|斯|之|谓|与？”|子|曰：|“赐|也，|始|可|与|言|《诗》|已|矣！|吿|诸|往|而|知|来|者。”",
    "哪|一|所|中|国|学|校|乃|“为|各|省|派|往|日|本|游|学|之|首|倡”？",
    "哪|个|商|标|以|人|名|为|名，|因|特|色|小|吃|“五|台|杂|烩|汤”|而|入|选|“新|疆|老|字|号”？",
    "毕|士|悌|（1901|年—|1936|年），|朝|鲜|籍|红|军|将|领",
    "2000|年|获|得|了|《IGN》|的|“Best |Game |Boy |Strategy”|奖。",
    "Z-1|“莱|贝|雷|希|特·|马|斯”|号|是|于|1930|年|代",
]
#: Own sentences: what GB/T 15834—2011 §5.1 and CLREQ 6.1.2 keep together.
SENTENCES += [
    "涨|了|25%，|到|37℃；|误|差|±3，|售|¥1280|元，|共|1,234.5|吨，|比|分|3：2，|在|12：30|散|会",
    "《红|楼|梦》、|《水|浒》|（附|件：|《通|知》）。",
    "“《诗》|云：|‘切|磋……’|他|说……。|——|“是|吗？！”|——|是。",
    "A·|史|密|斯|从|北|京—|上|海，|约|20～|30|人，|他/她|们|用|U.S.|的|3D|打|印|和|5G+|网",
    "第|3|期，|共|１２|页|（院|团|委）■",
    "一|二|——|——|三…………|四|五々|六",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_breaks_of_a_sentence(toy: FontBook, marked: str) -> None:
    text = marked.replace("|", "")
    prepared = galley(text, toy)
    starts = [*prepared.boxes.starts, len(text)]
    allowed = [starts[box + 1] for box, price in enumerate(prepared.boxes.breaks) if price >= 0]
    pieces = [text[a:b] for a, b in zip([0, *allowed], [*allowed, len(text)], strict=True) if b > a]
    assert "|".join(pieces) == marked


#: WPT css/css-text/i18n/zh, strict: no break before X in 文文文文文文X字字 at 6.17 em. And GB's own.
STRICT = [
    0x30FB, 0xFF1A, 0xFF1B, 0xFF65, 0x203C, 0x2047, 0x2048, 0x2049, 0xFF01, 0xFF1F,
    0x2024, 0x2025, 0x2026, 0x22EF, 0xFE19, 0x10AF6,
    0x00B0, 0x2030, 0x2032, 0x2033, 0x2035, 0x2103, 0x2109, 0xFE6A, 0xFF05, 0xFFE0,
    0x2010, 0x2013, 0x301C, 0x30A0,
    0x3005, 0x303B, 0x309D, 0x309E, 0x30FD, 0x30FE,
    0x00B7, 0xFF5E, 0x2014, 0xFF0F,
]  # fmt: skip


@pytest.mark.parametrize("code", STRICT, ids=hex)
def test_never_first(toy: FontBook, code: int) -> None:
    text = f"文文文文文文{chr(code)}字字"
    assert words(set_text(text, 6.17, toy), text)[:2] == ["文文文文文", f"文{chr(code)}字字"]


BEFORE = ("甲", "乙8", "丙ab", "丁》")
FIRST = "。，、：；！？”’）》〉」』】〕〗］｝·～–/／…々〻％‰℃"
LAST = "“‘（《〈「『【〔〖［｛"


@pytest.mark.parametrize("width", range(8, 41))
def test_scan_of_phases(toy: FontBook, width: int) -> None:
    """Every mark after Han, digit, letter and bracket meets the line’s end in several phases: no rule breaks."""
    for number, mark in enumerate(FIRST + LAST):
        for phase in range(4):
            lead = BEFORE[(number + phase + width) % 4]
            text = "一" * (width - phase - 2) + lead + mark + "二" * (width + 3)
            setting = set_text(text, width, toy)
            found = words(setting, text)
            assert all(line[0] not in NEVER_FIRST["gb"] for line in found), found
            assert all(line[-1] not in NEVER_LAST["gb"] for line in found), found
            assert text_of(setting) == text


UNITS = ["——", "……", "？！", "！！！", "12.5", "25%", "¥12", "±3", "3：2", "3∶2", "12：30", "２：１", "－3", "McDonald",
         "iPhoneX", "siRNA"]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("width", [8, 9, 13])
def test_units_are_never_split(toy: FontBook, unit: str, width: int) -> None:
    for lead in range(width - 4, width + 2):
        text = "一" * lead + unit + "二" * (width + 2)
        assert sum(unit in line for line in words(set_text(text, width, toy, hyphenate=False), text)) == 1


def test_bare_text_breaks_like_a_galley(toy: FontBook) -> None:
    """Heads ask ``may_break`` of text alone; it agrees with the galley wherever one character is one box."""
    text = "“学”而，《诗》云：‘如切’……他——你。（附）、·甲"
    prepared = galley(text, toy)
    for start, price in zip(prepared.boxes.starts[1:], prepared.boxes.breaks, strict=False):
        assert may_break(text, start) == (price >= 0), text[start - 1 : start + 1]
