"""Lists with their numbers, tables, pictures and boxes of a Word file."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.manuscripts.numerals import numeral
from tests.manuscripts.desk import codes, imported, of_code, story
from tests.manuscripts.word_files import TEXT, box, docx, p, picture, r
from tests.support.said import message


def level(number: int, form: str, text: str) -> str:
    start = f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    return f'{start}<w:lvlText w:val="{text}"/></w:lvl>'


def listed(text: str, at: int = 0, id: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{id}"/></w:numPr>')


CHINESE = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def test_lists_are_numbered_as_word_prints_them(tmp_path: Path) -> None:
    xml = "".join((
        listed("抓紧抢收"), p(TEXT), listed(TEXT, 1), listed("先收早熟材料", 2), listed("再收晚熟材料", 2),
        listed(TEXT, 1), listed("管好冬前"), p(TEXT), listed("算好账", id=2), p(TEXT), listed("办好事", id=2), p(TEXT),
    ))  # fmt: skip
    one = imported(tmp_path, docx(p(TEXT) + xml, parts={"numbering": CHINESE}))
    written = story(one)
    for part in ("## 一、抓紧抢收", f"（一）{TEXT}", "1. 先收早熟材料\n", "2. 再收晚熟材料", f"（二）{TEXT}",
                 "## 二、管好冬前",
                 "## 五、算好账", "## 六、办好事"):  # fmt: skip
        assert part in written
    assert codes(one) == set()


@pytest.mark.parametrize(("restart", "last"), [("", "（一）"), ('<w:lvlRestart w:val="0"/>', "（二）")])
def test_deeper_numbers_begin_anew_unless_the_list_says_not(tmp_path: Path, restart: str, last: str) -> None:
    numbering = CHINESE.replace('<w:lvlText w:val="（%2）"/>', f'{restart}<w:lvlText w:val="（%2）"/>')
    xml = listed("抓收") + listed(TEXT, 1) + listed("抓种") + listed(TEXT, 1)
    written = story(imported(tmp_path, docx(p(TEXT) + xml, parts={"numbering": numbering})))
    assert written.endswith(f"- （一）{TEXT}\n\n## 二、抓种\n\n- {last}{TEXT}\n")


def test_short_numbered_paragraphs_in_a_row_are_a_list(tmp_path: Path) -> None:
    xml = listed("一袋一签") + listed("一批一档") + listed("谁收谁签字")
    one = imported(tmp_path, docx(p(TEXT) + xml + p(TEXT), parts={"numbering": CHINESE}))
    assert "- 一、一袋一签\n- 二、一批一档\n- 三、谁收谁签字\n" in story(one)
    typed = imported(tmp_path / "2", docx(p(TEXT) + p("（一）一袋一签") + p("（二）一批一档") + p(TEXT)))
    assert "##" not in story(typed)


def test_bullets_and_levels(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + level(0, "bullet", "") + level(1, "decimal", "%2）")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )  # fmt: skip
    xml = listed("袋子") + listed("大的", 1) + listed("小的", 1) + listed("标签")
    one = imported(tmp_path, docx(p(TEXT) + xml + p(TEXT), parts={"numbering": numbering}))
    assert "- 袋子\n    - 1）大的\n    - 2）小的\n- 标签\n" in story(one)
    assert codes(one) == set()


@pytest.mark.parametrize(
    ("form", "number", "words"),
    [
        ("chineseCounting", 10, "十"), ("chineseCounting", 11, "十一"), ("chineseCounting", 20, "二十"),
        ("chineseCounting", 101, "一百零一"), ("chineseCounting", 110, "一百一十"), ("japaneseCounting", 3, "三"),
        ("ideographDigital", 2026, "二〇二六"), ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"), ("decimalFullWidth", 12, "１２"), ("decimalZero", 7, "07"),
        ("lowerLetter", 27, "aa"), ("upperRoman", 14, "XIV"), ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 12, "亥"), ("none", 4, ""), ("ordinal", 4, "4"), ("decimalEnclosedParen", 3, "⑶"),
    ],
)  # fmt: skip
def test_numbers_in_all_forms(form: str, number: int, words: str) -> None:
    assert numeral(number, form) == words


def cell(text: str, properties: str = "", align: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text, align)}</w:tc>"


def table(*rows: str, head: bool = False) -> str:
    first = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return (
        "<w:tbl>" + "".join(f"<w:tr>{first if not at else ''}{row}</w:tr>" for at, row in enumerate(rows)) + "</w:tbl>"
    )


DOWN, GOES_ON, TWO = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
RIGHT = '<w:jc w:val="right"/>'


def test_tables_keep_their_joined_cells(tmp_path: Path) -> None:
    xml = table(
        cell("单位") + cell("品种") + cell("亩产|公斤", align=RIGHT),
        cell("作物所", DOWN) + cell("甲") + cell("536.2", align=RIGHT),
        cell("", GOES_ON) + cell("乙") + cell("498", align=RIGHT),
        cell("合计", TWO) + cell("1,034.2", align=RIGHT),
        head=True,
    )
    one = imported(tmp_path, docx(p(TEXT) + xml + p(TEXT)))
    assert (
        "| 单位 | 品种 | 亩产\\|公斤 |\n|:---|:---|---:|\n| 作物所 | 甲 | 536.2 |\n| ^ | 乙 | 498 |\n"
        "| 合计 | < | 1,034.2 |\n" in story(one)
    )
    assert codes(one) == set()


def test_what_a_table_cannot_keep_is_said(tmp_path: Path) -> None:
    heads = table(
        cell("单位", DOWN) + cell("亩产", TWO),
        cell("", GOES_ON) + cell("甲") + cell("乙"),
        cell("一所") + cell("5") + cell("6"),
    )
    inner = table(cell("早") + cell("3"), cell("晚") + cell("4"))
    nested = (
        f"<w:tbl><w:tr>{cell('项目')}{cell('数')}</w:tr><w:tr>{cell('里面')}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    one = imported(tmp_path, docx(p(TEXT) + heads + p(TEXT) + nested + p(TEXT)))
    assert len(of_code(one, "table-simplified")) == 4
    assert "早　3<br>晚　4" in story(one)
    assert codes(one) == {"table-simplified"}


def test_a_table_that_only_lays_out_is_text(tmp_path: Path) -> None:
    one = imported(tmp_path, docx(p(TEXT) + f"<w:tbl><w:tr><w:tc>{p(TEXT)}</w:tc></w:tr></w:tbl>"))
    assert "|" not in story(one)
    assert story(one).count(TEXT) == 2


def image(kind: str, size: tuple[int, int] = (80, 60)) -> bytes:
    out = BytesIO()
    made = Image.new("RGB", size, (20, 120, 60))
    made.paste((200, 30, 30), (0, 0, size[0] // 2, size[1]))
    made.save(out, kind)
    return out.getvalue()


CENTRED = '<w:jc w:val="center"/>'


@pytest.mark.parametrize(
    ("kind", "ending"),
    [("JPEG", "jpg"), ("PNG", "png"), ("TIFF", "tif"), ("WEBP", "webp"), ("BMP", "png"), ("GIF", "png")],
)
def test_pictures_become_photos_with_caption_and_credit(tmp_path: Path, kind: str, ending: str) -> None:
    xml = (
        p("石门岭草场绿回来了", CENTRED)
        + p(TEXT)
        + p(picture("i1"))
        + p("图1 雪后的草场。（司徒云帆 摄）", CENTRED)
        + p(TEXT)
    )
    one = imported(tmp_path, docx(xml, media={"i1": image(kind)}))
    name = f"photos/秋播-1.{ending}"
    assert f"p1:\n    file: {name}\n    caption: 雪后的草场。\n    credit: 司徒云帆\n" in story(one)
    assert one.photos == (name,)
    assert Image.open(tmp_path / "content/1" / name).size == (80, 60)
    assert codes(one) == set()


def test_a_crop_is_carried_out(tmp_path: Path) -> None:
    xml = p(TEXT) + p(picture("i1", crop='<a:srcRect l="50000" b="25000"/>', alt="只剩绿的一半"))
    one = imported(tmp_path, docx(xml, media={"i1": image("PNG")}))
    made = Image.open(tmp_path / "content/1" / one.photos[0])
    assert made.size == (40, 45)
    assert made.getpixel((0, 0)) == (20, 120, 60)
    assert "alt: 只剩绿的一半" in story(one)


def test_pictures_that_cannot_be_used_are_errors(tmp_path: Path) -> None:
    emf = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60)
    xml = p(TEXT) + p(picture("i1")) + p(picture("far", attribute="r:link")) + p(picture("lost")) + p(TEXT)
    links = {"far": ("image", "https://example.org/a.jpg")}
    one = imported(tmp_path, docx(xml, media={"i1": emf}, links=links))
    said = [message(finding) for finding in of_code(one, "manuscript-picture")]
    assert len(said) == 3
    assert "https://example.org/a.jpg (not fetched)" in " ".join(said)
    assert (tmp_path / "content/1/photos/秋播-1.emf").read_bytes() == emf
    assert "file:" not in story(one)


def test_the_same_picture_comes_once(tmp_path: Path) -> None:
    one = imported(
        tmp_path, docx(p(TEXT) + p(picture("i1")) + p(picture("i2")), media={"i1": image("PNG"), "i2": image("PNG")})
    )
    assert len(one.photos) == 1


def test_a_caption_in_a_text_box_belongs_to_its_picture(tmp_path: Path) -> None:
    xml = p(TEXT) + p(picture("i1") + box(p("验收会现场"))) + p(TEXT)
    one = imported(tmp_path, docx(xml, media={"i1": image("PNG")}))
    assert "caption: 验收会现场" in story(one)
    assert "aside" not in story(one)


def test_what_is_left_out_is_listed(tmp_path: Path) -> None:
    parts = {"header1": p("青禾站内部资料　请勿外传")}
    graphic = "<a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic>"
    named = '<wp:docPr descr="亩产柱状图"/>'
    chart = f"<w:r><w:drawing><wp:inline>{named}{graphic}</wp:inline></w:drawing></w:r>"
    form = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("单击此处输入文字") + "</w:sdtContent></w:sdt>"
    )
    xml = p(TEXT) + form + p(r(TEXT) + chart) + '<w:altChunk r:id="x"/>' + p("附件：产量表.xlsx")
    one = imported(tmp_path, docx(xml, parts=parts, more={"word/vbaProject.bin": b"x"}))
    said = " ".join(message(finding) for finding in one.findings)
    for part in ("请勿外传", "亩产柱状图", "单击此处输入文字", "产量表.xlsx", "embedded in it", "macros"):
        assert part in said
    assert "text-not-kept" in codes(one)
    assert story(one) == f"{TEXT}\n\n{TEXT}\n"
