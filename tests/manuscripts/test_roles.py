"""Which line is headline, kicker, deck, byline, crosshead: by format, place and wording."""

from pathlib import Path

import pytest

from tests.manuscripts.desk import codes, imported, of_code, story
from tests.manuscripts.test_blocks import image
from tests.manuscripts.word_files import TEXT, box, docx, p, picture, r
from tests.support.said import message

CENTRED, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'


def look(face: str, size: int, more: str = "") -> str:
    return f'<w:rFonts w:eastAsia="{face}"/><w:sz w:val="{size}"/>{more}'


def line(text: str, face: str = "仿宋_GB2312", size: int = 32, properties: str = "", more: str = "") -> str:
    return p(r(text, look(face, size, more)), properties)


HEAD = line("石门岭草场绿回来了", "方正小标宋简体", 44, CENTRED)
BODY = line(TEXT)
NAMED = "headline: 石门岭草场绿回来了\n"


def front(folder: Path, xml: str) -> str:
    one = imported(folder, docx(xml))
    assert codes(one) == set()
    return story(one).split("---\n")[1]


@pytest.mark.parametrize(
    ("xml", "written"),
    [
        (HEAD + BODY, NAMED),
        (line("三年只做一件事", "方正小标宋简体", 44, CENTRED) + HEAD + BODY,
         "headline:\n- 三年只做一件事\n- 石门岭草场绿回来了\n"),
        (line("土壤室扎根高山", "楷体", 32, CENTRED) + HEAD + BODY, f"kicker: 土壤室扎根高山\n{NAMED}"),
        (HEAD + line("——盖度提高到86%", "楷体", 32, CENTRED) + BODY, f"{NAMED}deck: ——盖度提高到86%\n"),
        (HEAD + line("方小满　司徒云帆", "楷体", 32, CENTRED) + BODY, f"{NAMED}byline: 方小满　司徒云帆\n"),
        (HEAD + line("供稿：科研处", "楷体", 28) + BODY, f"{NAMED}byline: 科研处\n"),
        (p("石门岭草场绿回来了", '<w:pStyle w:val="a5"/>') + BODY, NAMED),
        (p(r("      石门岭草场绿回来了")) + p(TEXT) + p(r(" " * 30 + "（科研处）")),
         f"{NAMED}byline: 科研处\n"),
        (HEAD + BODY + line("（方小满）", properties=RIGHT), f"{NAMED}byline: 方小满\n"),
        (HEAD + line(TEXT + "（院团委　方小满）"), f"{NAMED}byline: 院团委　方小满\n"),
        (HEAD + BODY + line("文/方小满　图/司徒云帆", properties=RIGHT), f"{NAMED}byline: 方小满\n"),
        (p(box(p(r("石门岭草场绿回来了", look("黑体", 52))))) + BODY, NAMED),
        (line("土壤: 水 #1", "黑体", 44, CENTRED) + BODY, "headline: '土壤: 水 #1'\n"),
    ],
)  # fmt: skip
def test_heads(tmp_path: Path, xml: str, written: str) -> None:
    assert front(tmp_path, xml) == written


def test_text_without_a_head_has_none(tmp_path: Path) -> None:
    assert story(imported(tmp_path, docx(BODY + BODY))) == f"{TEXT}\n\n{TEXT}\n"


def test_crossheads_by_number_font_and_style(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    xml = HEAD + BODY + line("一、抓紧抢收", "黑体") + BODY + line("管好冬前", "黑体", 32, "", "<w:b/>") + BODY
    xml += p("算好账", '<w:pStyle w:val="2"/>') + BODY + line("（二）这一句很长，还有句号，所以它不是小标题。") + BODY
    one = imported(tmp_path, docx(xml, parts={"styles": styles}))
    assert [part for part in story(one).split("\n") if part.startswith("#")] == [
        "## 一、抓紧抢收",
        "## 管好冬前",
        "## 算好账",
    ]
    assert {finding.severity for finding in of_code(one, "import-guess")} == {"hint"}


def test_a_section_a_signature_and_an_editors_note(tmp_path: Path) -> None:
    note = line("编者按：这封信写在霜降那天，照登如下。", "楷体")
    end = line("禾岭试验站", properties=RIGHT) + line("2026年10月12日", properties=RIGHT)
    one = imported(tmp_path, docx(line("【基层来信】") + HEAD + note + BODY + end))
    written = story(one)
    assert "# 基层来信\n\n:::: aside 编者按\n这封信写在霜降那天，照登如下。\n::::\n" in written
    assert written.endswith("::: sign\n禾岭试验站\n2026年10月12日\n:::\n")
    assert "byline" not in written
    assert codes(one) == set()


def test_verse_stays_in_lines(tmp_path: Path) -> None:
    lines = "<w:r><w:t>弯下腰</w:t><w:br/><w:t>不是认输</w:t><w:br/><w:t>是替夏天点数</w:t></w:r>"
    assert "::: verse\n弯下腰\n不是认输\n是替夏天点数\n:::" in story(
        imported(tmp_path, docx(HEAD + BODY + p(lines) + BODY))
    )


def test_text_in_bold_throughout_is_plain(tmp_path: Path) -> None:
    one = imported(tmp_path, docx(p(r(TEXT, "<w:b/>")) + p(r(TEXT, "<w:b/>"))))
    assert "**" not in story(one)


def test_lines_of_a_page_are_paragraphs_again(tmp_path: Path) -> None:
    whole = (
        "霜降前后青禾站的人都在地里，晚玉米收完腾茬整地播麦一天不停，站长说赶在下雨之前把三百亩种完，没有一个人叫苦。"
    )
    lines = "".join(p(whole[at : at + 20]) for at in range(0, len(whole), 20))
    second = p("　　第二天天没亮测产组六个人就到了，裤腿") + p("湿到膝盖。")
    one = imported(tmp_path, docx(HEAD + lines + second))
    assert story(one).endswith(f"---\n{whole}\n\n第二天天没亮测产组六个人就到了，裤腿湿到膝盖。\n")
    assert any("lines of one paragraph" in message(finding) for finding in of_code(one, "import-guess"))


def test_attachments_are_no_part_of_the_story(tmp_path: Path) -> None:
    listed = p("附件：1.产量表") + p("2.人员名单")
    end = line("科研处", properties=RIGHT) + line("2026年10月12日", properties=RIGHT)
    for at, xml in enumerate((listed + end, end + listed)):
        one = imported(tmp_path / str(at), docx(HEAD + BODY + xml))
        assert story(one).endswith(f"{TEXT}\n\n::: sign\n科研处\n2026年10月12日\n:::\n")
        assert "产量表" in message(of_code(one, "text-not-kept")[0])


def test_a_caption_that_stands_elsewhere_is_found(tmp_path: Path) -> None:
    media = {"i": image("PNG")}
    xml = (
        p(r("石门岭草场绿回来了", look("黑体", 44)) + picture("i"), CENTRED)
        + BODY
        + p("图为验收现场。司徒云帆/摄")
        + BODY
    )
    assert "caption: 图为验收现场。\n    credit: 司徒云帆\n" in story(imported(tmp_path, docx(xml, media=media)))
    above = p(picture("i")) + p("图说：雪后的草场（供图：院办）") + HEAD + BODY
    written = story(imported(tmp_path / "2", docx(above, media=media)))
    assert "caption: 雪后的草场\n    credit: 院办\n" in written
    assert "kicker" not in written


def test_a_manuscript_without_anything_is_refused(tmp_path: Path) -> None:
    assert [finding.code for finding in imported(tmp_path, docx("<w:p/>")).findings] == ["manuscript-format"]
    only = p(picture("far", attribute="r:link"))
    one = imported(tmp_path, docx(only, links={"far": ("image", "https://example.org/a.jpg")}))
    assert codes(one) == {"manuscript-format", "manuscript-picture"}


def test_lines_without_text_below_are_text(tmp_path: Path) -> None:
    assert story(imported(tmp_path, docx(line("下期要点", "黑体", 44, CENTRED)))) == "下期要点\n"
