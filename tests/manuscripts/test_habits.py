"""What was met in files that people in offices and schools had made with Word, WPS, Pages and systems that fill forms.

The files are made here, with sentences of our own, and have the shape of those that were met.
"""

from pathlib import Path

import pytest

from tests.manuscripts.desk import codes, imported, of_code, story
from tests.manuscripts.test_blocks import image, level, listed
from tests.manuscripts.test_roles import BODY, CENTRED, HEAD, RIGHT, line
from tests.manuscripts.word_files import TEXT, docx, p, picture, r
from tests.support.said import message

BOLD, UNDER = "<w:b/>", '<w:u w:val="single"/>'
BREAK = "<w:r><w:br/></w:r>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def body(one_story: str) -> str:
    return one_story.rpartition("---\n")[2].strip()


# Marks, blanks and tabs.


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        (r("主", BOLD) + r("  ") + r("持", BOLD) + r(" ") + r("人", BOLD) + r("是他。"), "**主  持 人**是他。"),
        (r("化", UNDER) + r(" ", UNDER) + r("学院", UNDER) + r("的人。"), "[化 学院]{.under}的人。"),
        (r("石门", UNDER) + r(" ") + r("青禾", UNDER) + r("两地。"), "[石门]{.under} [青禾]{.under}两地。"),
        (r("【", BOLD) + r("关键词") + r("】：", BOLD) + r("草场。"), "【关键词】：草场。"),
        (
            r("来信请寄") + r("a.b@example.org", UNDER) + r("，网址是") + r("https://example.org/a", UNDER) + r("。"),
            "来信请寄a.b@example.org，网址是https://example.org/a。",
        ),
        (r("委托人：") + "<w:r><w:tab/><w:tab/><w:tab/></w:r>" + r("受托人："), "委托人：\u3000受托人："),
        (r("姓名：") + "<w:r><w:tab/></w:r>" + r("学号："), "姓名：\u3000学号："),
        (r("时间：") + "<w:r><w:tab/></w:r>" + r("三月九日。"), "时间：三月九日。"),
    ],
)
def test_marks_on_blanks_and_signs(tmp_path: Path, runs: str, written: str) -> None:
    assert story(imported(tmp_path, docx(p(TEXT) + p(runs) + p(TEXT)))).split("\n\n")[1] == written


def test_lines_to_write_on_are_listed(tmp_path: Path) -> None:
    one = imported(tmp_path, docx(p(TEXT) + p(r("回执人") + r("      ", UNDER) + r("请于十日前寄回。"))))
    assert any("underlined blanks" in message(finding) for finding in of_code(one, "not-kept"))


def test_signs_of_the_symbol_font_that_are_those_of_any_font(tmp_path: Path) -> None:
    signs = "".join(f'<w:r><w:sym w:font="Symbol" w:char="F0{code}"/></w:r>' for code in ("61", "3D", "32", "2B", "62"))
    one = imported(tmp_path, docx(p(TEXT) + p(r("令") + signs + r("即可。"))))
    assert "令α=2+β即可。" in story(one)
    assert codes(one) == set()


@pytest.mark.parametrize("letter", ["Ø  ", "Ø", "ü\xa0\xa0", "l   ", "n\xa0 \xa0"])
def test_what_is_left_of_a_bullet_makes_an_item(tmp_path: Path, letter: str) -> None:
    xml = p(TEXT) + p(f"{letter}先收早熟材料") + p(f"{letter}再收晚熟材料") + p(TEXT)
    assert "\n- 先收早熟材料\n- 再收晚熟材料\n" in story(imported(tmp_path, docx(xml)))


@pytest.mark.parametrize("text", ["n 个点上的材料都已经收完。", "ε是误差，n是点数。", "Ørsted 单位已经不用。"])
def test_letters_that_begin_a_text_stay(tmp_path: Path, text: str) -> None:
    assert text in story(imported(tmp_path, docx(p(TEXT) + p(text) + p(TEXT))))


# Lines that were broken by hand.


def broken(*lines: str) -> str:
    return p(BREAK.join(r(text) for text in lines))


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        # a script: who speaks
        (("甲：秋收的粮食已经进仓，大家辛苦了。", "乙：今晚就用歌声谢谢大家", "甲：请听合唱《丰收谣》"), 3),
        # a programme with its numbers
        (("7、歌曲《石门岭》，由土壤室演唱，指挥方小满", "8、朗诵《霜降》", "9、合唱《丰收谣》，全体职工演唱"), 3),
        # lines of a copied page: all are full, but the last
        (("霜降前后青禾站的人都在地里忙着收玉米和整地", "播麦一天也没有停下来站长说赶在下雨之前要把", "三百亩种完"), 1),
        # an address below a sentence
        (("来稿请寄禾岭县城关镇青禾路九号禾岭站编辑部收", "邮编九九九九九九", "截止日期是十一月十日，以邮戳为准"), 2),
    ],
)  # fmt: skip
def test_soft_breaks_part_what_their_author_parted(tmp_path: Path, lines: tuple[str, ...], parts: int) -> None:
    one = imported(tmp_path, docx(p(TEXT) + broken(*lines) + p(TEXT)))
    assert len(story(one).strip().split("\n\n")) == parts + 2
    assert "".join(lines) in story(one).replace("\n", "")


def test_the_number_of_a_broken_item_comes_once(tmp_path: Path) -> None:
    numbers = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1、")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = listed("", 0).replace("</w:pPr>", "</w:pPr>" + BREAK.join((r("先收早熟材料，晒场要先清空。"), r(TEXT))))
    written = story(imported(tmp_path, docx(p(TEXT) + item + p(TEXT), parts={"numbering": numbers})))
    assert (written.count("1、"), written.count("先收早熟")) == (1, 1)


def test_items_of_one_level_stand_in_one_line(tmp_path: Path) -> None:
    numbers = (
        f'<w:abstractNum w:abstractNumId="0">{"".join(level(at, "decimal", f"%{at + 1})") for at in range(3))}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    xml = listed("先收粮", 1) + listed("清场", 2) + listed("晾晒", 2) + listed("再种麦", 1)
    written = story(imported(tmp_path, docx(p(TEXT) + xml + p(TEXT), parts={"numbering": numbers})))
    assert [len(row) - len(row.lstrip()) for row in written.split("\n") if ")" in row] == [0, 4, 4, 0]


@pytest.mark.parametrize(
    ("form", "text", "suffix", "written"),
    [
        ("decimal", "1.%1", "", "1.1 先收粮"),
        ("chineseCountingThousand", "第%1条", "tab", "第一条　先收粮"),
        ("chineseCountingThousand", "第%1条", "nothing", "第一条先收粮"),
        ("chineseCountingThousand", "（%1）", "tab", "（一）先收粮"),
        ("decimalEnclosedCircle", "%1", "tab", "①先收粮"),
    ],
)
def test_a_number_without_a_mark_stands_apart(tmp_path: Path, form: str, text: str, suffix: str, written: str) -> None:
    gap = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    own = level(0, form, text).replace("<w:lvlText", f"{gap}<w:lvlText")
    numbers = (
        f'<w:abstractNum w:abstractNumId="0">{own}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    xml = p(TEXT) + listed("先收粮，再种麦") + p(TEXT)
    assert written in story(imported(tmp_path, docx(xml, parts={"numbering": numbers})))


# Tables.


def test_a_line_end_in_a_cell_stays_one_where_signs_are_escaped(tmp_path: Path) -> None:
    cell = p(r("*合格*")) + p(r("[另议]"))
    written = story(imported(tmp_path, docx(p(TEXT) + table(("项目", "结论"), ("抽样", cell)))))
    assert "| 抽样 | \\*合格\\*<br>\\[另议\\] |" in written or "| 抽样 | \\*合格\\*<br>[另议] |" in written


def test_a_cell_longer_than_any_text_keeps_its_lines(tmp_path: Path) -> None:
    cell = p(r("甲" * 21_000)) + p(r("乙"))
    assert "甲<br>乙 |" in story(imported(tmp_path, docx(p(TEXT) + table(("项目", "结论"), ("抽样", cell)))))


def test_a_table_of_one_column_is_a_frame_round_text(tmp_path: Path) -> None:
    written = story(imported(tmp_path, docx(table((p(TEXT),), (p(TEXT + "收工。"),)))))
    assert written == f"{TEXT}\n\n{TEXT}收工。\n"


# Dates, salutations, captions.

SIGNED = ("2026 年 10 月 9 日", "二○二六年十月九日", "2026年10月9日星期五", "2026.10.9", "    年    月    日")


@pytest.mark.parametrize("date", SIGNED)
def test_a_date_is_no_byline(tmp_path: Path, date: str) -> None:
    written = story(imported(tmp_path, docx(HEAD + BODY + line(date, properties=RIGHT))))
    assert "byline" not in written
    assert "##" not in story(imported(tmp_path / "2", docx(HEAD + BODY + line(date, properties=CENTRED) + BODY)))


def test_a_date_with_blanks_signs(tmp_path: Path) -> None:
    xml = HEAD + BODY + line("禾岭站办公室", properties=RIGHT) + line("2026 年 10 月 9 日", properties=RIGHT)
    assert "::: sign\n禾岭站办公室\n2026 年 10 月 9 日\n:::" in story(imported(tmp_path, docx(xml)))


@pytest.mark.parametrize("opening", ["尊敬的各位领导、亲爱的同事们：", "各科室、各试验站："])
def test_whom_a_text_speaks_to_is_no_headline(tmp_path: Path, opening: str) -> None:
    assert story(imported(tmp_path, docx(p(opening) + p(TEXT)))).startswith(opening)


def caption(folder: Path, text: str, more: str = "") -> tuple[str, str]:
    xml = p(TEXT) + p(picture("i")) + line(text, size=24, properties=CENTRED) + p(TEXT) + p(more or TEXT)
    written = story(imported(folder, docx(xml, media={"i": image("PNG")})))
    return written.partition("caption: ")[2].partition("\n")[0].strip("'"), body(written)


@pytest.mark.parametrize("number", ["图1", "图 1", "图1-2", "图 3.4　", "图片2：", "图一　", "▲"])
def test_numbers_of_pictures_are_taken_off_whole(tmp_path: Path, number: str) -> None:
    assert caption(tmp_path, f"{number}脱粒现场")[0] == "脱粒现场"


def test_numbers_that_the_text_names_stay(tmp_path: Path) -> None:
    assert caption(tmp_path, "图1　脱粒现场", "脱粒机的摆法如图1所示，三台并排。")[0] == "图1　脱粒现场"


def test_captions_in_one_line_go_to_their_pictures(tmp_path: Path) -> None:
    pictures = p(picture("i") + picture("k"))
    xml = p(TEXT) + pictures + line("图1　脱粒现场        图2　入仓之前", size=24, properties=CENTRED) + p(TEXT)
    media = {"i": image("PNG"), "k": image("PNG", (40, 30))}
    written = story(imported(tmp_path, docx(xml, media=media)))
    assert "    caption: 脱粒现场\n" in written
    assert "    caption: 入仓之前\n" in written


@pytest.mark.parametrize("text", ["图5.2展示了晒场的摆法。", "下图显示了三年来的亩产。", "上图是我们的目标："])
def test_sentences_about_pictures_are_text(tmp_path: Path, text: str) -> None:
    xml = p(TEXT) + p(picture("i")) + p(text) + p(TEXT)
    assert f"\n\n{text}\n\n" in story(imported(tmp_path, docx(xml, media={"i": image("PNG")})))


@pytest.mark.parametrize(
    "alt",
    ["微信图片_20261009", "IMG_0012.JPG", "图片 3", "https://example.org/a.png", "C:\\图\\a.png", "3f2a9c01d4e5b6"],
)
def test_a_name_that_a_program_gave_describes_nothing(tmp_path: Path, alt: str) -> None:
    assert "alt:" not in story(imported(tmp_path, docx(p(TEXT) + p(picture("i", alt=alt)), media={"i": image("PNG")})))


# What is left out.


def test_every_text_that_is_left_out_is_named(tmp_path: Path) -> None:
    names = ["附件：1.亩产表.xlsx", "2.回执.docx", "3.路线图.pdf"]
    one = imported(tmp_path, docx(HEAD + BODY + "".join(map(p, names))))
    said = message(of_code(one, "text-not-kept")[0])
    assert all(name in said for name in names)


def test_words_of_diagrams_and_charts_are_named(tmp_path: Path) -> None:
    def drawn(inner: str) -> str:
        frame = f"<wp:inline><a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></wp:inline>"
        return p(r(TEXT) + f"<w:r><w:drawing>{frame}</w:drawing></w:r>")

    space = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    xml = drawn(f'<dgm:relIds {space} r:dm="rel-diagram"/>') + drawn('<c:chart r:id="rel-chart"/>')
    parts = {
        "diagram": "<a:p><a:r><a:t>收割</a:t></a:r><a:r><a:t>晾晒</a:t></a:r></a:p>",
        "chart": "<c:cat><c:v>石门岭</c:v></c:cat>",
    }
    said = " ".join(message(finding) for finding in imported(tmp_path, docx(xml, parts=parts)).findings)
    assert '"收割 晾晒"' in said and '"石门岭"' in said  # noqa: PT018  # one sentence


def test_a_control_that_a_program_filled_keeps_its_text(tmp_path: Path) -> None:
    def control(runs: str) -> str:
        return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>"

    prompt = r("在此填写单位", '<w:rStyle w:val="PlaceholderText"/>')
    xml = p(TEXT) + p(r("收件人是") + control(r("石门岭试验站")) + r("，单位是") + control(prompt) + r("。"))
    one = imported(tmp_path, docx(xml))
    assert "收件人是石门岭试验站，单位是。" in story(one)
    assert "在此填写单位" in message(of_code(one, "text-not-kept")[0])


def test_the_place_of_an_equation_is_marked(tmp_path: Path) -> None:
    root = "<m:oMath><m:rad><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad></m:oMath>"
    old = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    one = imported(tmp_path, docx(p(TEXT) + p(r("亩产取") + root + r("的值，再除以") + old + r("即可。"))))
    assert "亩产取\ufffd的值，再除以\ufffd即可。" in story(one)
    assert "再除以〔Equation.3〕" in message(of_code(one, "equation")[1])


def test_an_equation_alone_is_no_story(tmp_path: Path) -> None:
    one = imported(tmp_path, docx(p("<m:oMath><m:eqArr><m:e/></m:eqArr></m:oMath>")))
    assert (one.outcome, codes(one)) == ("refused", {"equation", "manuscript-format"})


def part(name: str, text: str) -> str:
    return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"


@pytest.mark.parametrize(
    ("inner", "written"),
    [
        (f"<m:f><m:fPr/>{part('num', '1')}{part('den', '2')}</m:f>", "亩产取1/2的值。"),
        (f"<m:r><m:t>=</m:t></m:r><m:f>{part('num', 'G')}{part('den', 'nF')}</m:f>", "亩产取=G/(nF)的值。"),
        (f"<m:f>{part('num', '1')}{part('den', '2')}</m:f><m:r><m:t>x</m:t></m:r>", "亩产取(1/2)x的值。"),
        (f"<m:func>{part('fName', 'sin')}{part('e', 'x')}</m:func>", "亩产取sin x的值。"),
        ('<m:r><m:t>x</m:t></m:r><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>', "亩产取x的值。"),
        (f"<m:f>{part('num', 'a+b')}{part('den', '2')}</m:f>", "亩产取\ufffd的值。"),
    ],
)
def test_equations_that_are_a_line_of_text(tmp_path: Path, inner: str, written: str) -> None:
    xml = p(TEXT) + p(r("亩产取") + f"<m:oMath>{inner}</m:oMath>" + r("的值。"))
    assert written in story(imported(tmp_path, docx(xml)))


def test_notes_without_text_leave_no_reference(tmp_path: Path) -> None:
    def note(id: int, inner: str) -> str:
        return f'<w:footnote w:id="{id}">{inner}</w:footnote>'

    def refer(id: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'

    inside = table(("表里的字",))
    parts = {"footnotes": note(1, p("")) + note(2, p(picture("i"))) + note(3, inside) + note(4, p("注文。"))}
    xml = p(r(TEXT) + refer(1) + r(TEXT) + refer(2) + r(TEXT) + refer(3) + r(TEXT) + refer(4))
    one = imported(tmp_path, docx(xml, parts=parts))
    assert story(one).endswith("[^1]: 表里的字\n\n[^2]: 注文。\n")
    assert "missing-note" not in codes(one)
    assert {"notes without text", "pictures in notes"} <= {
        word for word in ("notes without text", "pictures in notes") for each in one.findings if word in message(each)
    }
