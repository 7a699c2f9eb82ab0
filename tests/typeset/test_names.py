"""Names of persons in captions, credits and bylines."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import break_lines
from bulletin_layout.typeset.names import credited, signed
from tests.typeset.setting import EM, galley, words


def names(text: str, *known: str) -> list[str]:
    return sorted({text[start:end] for start, end in credited(text, known)})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收割机下田。（张三 摄）", ["张三"]),
        ("（李禾、王小波 摄影）", ["李禾", "王小波"]),
        ("晒场。李　禾/摄", ["李　禾"]),
        ("本报记者 陈之遥 文/图", ["陈之遥"]),
        ("图/周木", ["周木"]),
        ("文：欧阳望舒　图：周木", ["周木", "欧阳望舒"]),
        ("张小斐摄", ["张小斐"]),
        ("（阿依夏木·吐尔逊 摄）", ["吐尔逊", "阿依夏木", "阿依夏木·吐尔逊"]),
        ("顾问阿卜杜热西提·阿卜杜卡迪尔", ["阿卜杜卡迪尔", "阿卜杜热西提·"]),
        ("地图上的路，图为渠首", []),
        ("一", []),
        ("图：Stéfan van der Walt／Ada Rowe", ["Ada Rowe", "Stéfan van der Walt"]),
        ("J. R. Molen、Jean-Luc O’Brien 供图", ["J. R. Molen", "Jean-Luc O’Brien"]),
        ("Photo by M. de la Cruz", ["M. de la Cruz"]),
        ("用 MATLAB 和 ABC 123 绘制", []),
    ],
)
def test_names_beside_what_they_did_and_names_with_dots(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_names_that_are_known() -> None:
    assert names("周立言、吴桐在晒场，吴桐执笔", "吴桐", "何人", "") == ["吴桐"]


def test_no_line_divides_a_name_where_the_style_keeps_names(toy: FontBook) -> None:
    def lines(text: str, **options: object) -> list[str]:
        return words(break_lines(galley(text, toy, align="start", **options), (6 * EM,)), text)

    text = "昨夜雨后张小斐和王禾看新稻"
    assert lines(text) == lines(text, keep=()) == ["昨夜雨后张", "小斐和王禾看", "新稻"]
    assert lines(text, keep=("张小斐",)) == ["昨夜雨后", "张小斐和王禾", "看新稻"]
    text = "昨夜雨后马克·韦伯和王禾看稻"
    assert lines(text) == ["昨夜雨后马", "克·韦伯和王", "禾看稻"]
    assert lines(text, keep=()) == ["昨夜雨后", "马克·韦伯和", "王禾看稻"]


def test_no_line_divides_a_name_in_latin_letters(toy: FontBook) -> None:
    def lines(text: str, measure: float) -> list[str]:
        return words(break_lines(galley(text, toy, align="start", keep=()), (measure * EM,)), text)

    text = "新稻晾晒图 Ada van der Molen 摄"
    assert lines(text, 10) == ["新稻晾晒图", "Ada van der Molen 摄"]
    assert len(lines(text, 4)) > 3  # no line holds it


def test_a_name_that_no_line_holds_is_divided_all_the_same(toy: FontBook) -> None:
    text = "（欧阳望舒 摄）"
    lines = words(break_lines(galley(text, toy, align="start", keep=()), (3 * EM,)), text)
    assert "".join(lines) == text.replace(" ", "")
    assert len(lines) > 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("照得见脚下的路就行。（石门岭站　程守田）", ["石门岭站", "程守田"]),
        ("种坏了也不要紧？(叶 知)", ["叶 知"]),
        ("田头。（党政办　纪桐）■", ["党政办", "纪桐"]),
        ("印发通知（以下简称《十条》）", []),
        ("（程守田）说了一句", []),
        ("两次抽查（第一次在站里，第二次在田头）", []),
        ("他说（那是一个很长很长的故事）", []),
        ("", []),
    ],
)
def test_names_in_a_signature_that_ends_a_paragraph(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in signed(text)] == found


def test_running_text_divides_a_name_only_where_gaps_would_show(toy: FontBook) -> None:
    text = "昨夜雨后我们在新开的晒场边随苏春和看了一遍新稻，今天又在那里再看一遍。"

    def lines(em: float, **style: object) -> list[str]:
        return words(break_lines(galley(text, toy, **style), (em * EM,)), text)

    assert lines(15)[0].endswith("随苏")
    assert lines(15, spare=("苏春和",))[1].startswith("苏春和")
    assert lines(5, spare=("苏春和",)) == lines(5)  # two gaps would take two characters' room


def test_a_byline_of_two_lines_breaks_between_its_names(toy: FontBook) -> None:
    text = "（作物研究所、种子检验室）"
    found = break_lines(galley(text, toy, align="end", spare=("作物研究所", "种子检验室")), (10 * EM,))
    assert words(found, text) == ["（作物研究所、", "种子检验室）"]
    narrow = break_lines(galley(text, toy, align="end", spare=("作物研究所", "种子检验室")), (4 * EM,))
    assert len(narrow.lines) > 2
