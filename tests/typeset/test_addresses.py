"""Addresses over line ends: never a hyphen, breaks where readers expect them, at any measure."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.typeset import TextRun, break_lines, prepare
from tests.typeset.setting import EM, galley, set_text, style, text_of

TEXTS = [
    "来稿请登录www.example.org/contribution投稿，或发邮件至editors@communications.example.org，谢谢。",
    "数据见https://doi.org/10.1000/agriculture.2026.010，代码在github.com/example/fermentation处，可下载。",
    "附件在D:\\documents\\newsletter\\稿件\\manuscripts.docx，副本在\\\\server\\communication\\archive，可自取。",
    "通知见http://example.cn/通知/information.html，DOI：10.1000/horticulture.2026，文件名manuscripts.docx。",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("measure", range(8, 31, 2))
def test_no_address_gets_a_hyphen_at_any_measure(real: FontBook, text: str, measure: int) -> None:
    setting = set_text(text, measure, real)
    assert not any(line.hyphen for line in setting.lines)
    assert text_of(setting) == text


def test_the_words_around_it_may_have_one(real: FontBook) -> None:
    text = "见www.example.org，另见communications与information。"
    assert any(line.hyphen for measure in range(8, 14) for line in set_text(text, measure, real).lines)


@pytest.mark.parametrize("name", ["@agriculture", "#agriculture", "some_agriculture", "agriculture@"])
def test_names_have_none_either(real: FontBook, name: str) -> None:
    for measure in range(8, 13):
        assert not any(line.hyphen for line in set_text(f"一二三四五{name}六七八九十", measure, real).lines)


def places(text: str, book: FontBook, *parts: tuple[int, Style]) -> str:
    """The text with | where a line may break; ``parts``: the ends of stretches in styles of their own."""
    own = style()
    ends = [0, *(end for end, _ in parts), len(text)]
    styles = [*(part for _, part in parts), own]
    runs = [TextRun(text[a:b], each) for a, b, each in zip(ends, ends[1:], styles, strict=False)]
    prepared = prepare(runs, own, book)
    allowed = {at for at, price in zip(prepared.boxes.starts[1:], prepared.boxes.breaks, strict=False) if price >= 0}
    return "".join("|" * (at in allowed) + char for at, char in enumerate(text))


@pytest.mark.parametrize(
    "marked",
    [
        "https://|www|.ab|.cn/|cd/|ef|-gh_ij|.html|?id|=12|&no|=3|#top",
        "ab|.cd|@ef|.cn", "C:\\|ab\\|cd|.doc", "\\\\|ab\\|cd", "http://|a|.cn/|通|知/|ef_(农|事)g|文",
        "10|.1000/|ab|.cd", "a.cn", "ab|.cn/",
    ],
)  # fmt: skip
def test_where_an_address_may_break(toy: FontBook, marked: str) -> None:
    address = marked.replace("|", "")
    assert places(address, toy) == marked
    for end in range(1, len(address)):  # in whatever type its parts are
        assert places(address, toy, (end, style(weight="bold", font="hei"))) == marked


def test_an_address_with_han_has_no_gap_inside(toy: FontBook) -> None:
    assert galley("http://a.cn/通知/b.c", toy).natural == pytest.approx((16 * 0.5 + 2) * EM)


def test_without_hyphenation_it_still_breaks_anywhere(toy: FontBook) -> None:
    prepared = galley("一二abcdefghijklmnop@qr.cn", toy, hyphenate=False)
    lines = break_lines(prepared, (6 * EM,)).lines
    assert len(lines) > 2
    assert not any(line.ledger.forced or line.hyphen for line in lines[:1])
