"""Quotes, dashes, points and signs by their surroundings."""

import pytest

from bulletin_layout.typeset import classes
from bulletin_layout.typeset.context import of_one_kind, tokens

NAMES = {value: name.lower() for name, value in vars(classes).items() if name.isupper() and isinstance(value, int)}


def kinds(text: str) -> str:
    return " ".join(f"{text[a:b]}:{NAMES[kind]}" for kind, a, b in of_one_kind(text, tokens(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("设“PI”会", "设:han “:open PI:latin ”:close 会:han"),
        ("he said “hi” ok", "he:latin  :space said:latin  :space “:latin hi:latin ”:latin  :space ok:latin"),
        ("“PI。”", "“:open PI:latin 。:stop ”:close"),
        ("的“a”", "的:han “:open a:latin ”:close"),
        ("John’s", "John’s:latin"),
        ("他’s", "他:han ’:close s:latin"),
        ("”甲", "”:close 甲:han"),
        ("——", "——:dash"),
        ("甲—乙", "甲:han —:conn 乙:han"),
        ("？！", "？！:multi"),
        ("？", "？:stop"),
        ("他/她", "他:han /:slash 她:han"),
        ("km/h", "km/h:latin"),
        ("3：2", "3:latin ：:ratio 2:latin"),
        ("１2：30∶5", "１:wide 2:latin ：:ratio 30:latin ∶:ratio 5:latin"),
        ("为－5、为＋5、为−5", "为:han －5:latin 、:comma 为:han ＋5:latin 、:comma 为:han −5:latin"),
        ("5－8月", "5:latin －:conn 8:latin 月:han"),
        ("5月－8月", "5:latin 月:han －:conn 8:latin 月:han"),
        ("1月－8℃", "1:latin 月:han －8:latin ℃:wide"),
        ("１－2，a－2", "１:wide －:conn 2:latin ，:comma a:latin －:conn 2:latin"),
        ("在a.cn/处", "在:han a.cn/:address 处:han"),
        ("甲：2", "甲:han ：:comma 2:latin"),
        ("5-羟", "5:latin -:conn 羟:han"),
        ("Z-1为-5", "Z-1:latin 为:han -5:latin"),
        ("¥1,280.50", "¥1,280.50:latin"),
        ("37℃", "37:latin ℃:wide"),
        ("１２", "１２:wide"),
        ("甲　乙\n", "甲:han 　:ideographic_space 乙:han \n:newline"),
        ("铹𬭛㐂", "铹:han 𬭛:han 㐂:han"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert kinds(text) == expected


def test_tokens_cover_any_text() -> None:
    text = "".join(map(chr, range(0x20, 0x3400))) + "\U0001f600\U00020000\ud7ff"
    found = list(of_one_kind(text, tokens(text)))
    assert [t.start for t in found[1:]] == [t.end for t in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(text))
