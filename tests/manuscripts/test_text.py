"""What a Word paragraph holds becomes Markdown that our own reader takes as it was meant."""

from pathlib import Path

import pytest

from bulletin_layout.manuscripts.opening import Wish
from tests.manuscripts.desk import codes, imported, of_code, story
from tests.manuscripts.word_files import TEXT, box, docx, p, r
from tests.support.said import message


def body(folder: Path, xml: str, **more: object) -> str:
    """The body of the story of one paragraph before a usual one."""
    one = imported(folder, docx(p(TEXT) + xml + p(TEXT), **more))  # type: ignore[arg-type]
    parts = story(one).split("\n\n")
    assert codes(one) - KNOWN == set(), [message(finding) for finding in one.findings]
    return "\n\n".join(parts[1:-1]) if len(parts) > 2 else parts[-1]


KNOWN = {"marked-text", "hidden-text", "merged"}


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        (r("会议由") + r("贺沛霖", "<w:b/>") + r("主持，大家谈了三件事。"), "会议由**贺沛霖**主持，大家谈了三件事。"),
        (r("草", '<w:b w:val="0"/>') + r("绿了，天也蓝了。"), "草绿了，天也蓝了。"),
        (r("要") + r("抓紧", '<w:em w:val="dot"/>') + r("，不要等。"), "要[抓紧]{.dots}，不要等。"),
        (r("在") + r("石门岭", '<w:u w:val="single"/>') + r("的坡上。"), "在[石门岭]{.under}的坡上。"),
        (r("面积是32 m") + r("2", '<w:vertAlign w:val="superscript"/>') + r("左右。"), "面积是32 m[2]{.sup}左右。"),
        (r("5*3和[2026]5号都是照写的文字。"), "5*3和[2026]5号都是照写的文字。"),
        (r("**没有闭合的星号照样印。"), "\\*\\*没有闭合的星号照样印。"),
        (r("1. 先收早熟材料，再收晚熟材料。"), "1\\. 先收早熟材料，再收晚熟材料。"),
        (r("<w:b>不是标签。".replace("<", "&lt;")), "\\<w:b>不是标签。"),
        (
            "<w:r><w:t>陈</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>xǐ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>㐂</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>研究员也到了会。</w:t></w:r>",
            '陈[㐂]{ruby="xǐ"}研究员也到了会。',
        ),
        (
            '<w:r><w:t>陈</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\* jc2 \\o\\ad('
            '\\s\\up 9(xǐ),㐂)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + r("也到了会。"),
            '陈[㐂]{ruby="xǐ"}也到了会。',
        ),
        (r("办结") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("一件销号一件。"),
         "办结✓一件销号一件。"),
        (r("第一行后面有换行，") + "<w:r><w:br/></w:r>" + r("接着是第二行，一直写到句号才停下来，中间没有分段。"),
         "第一行后面有换行，接着是第二行，一直写到句号才停下来，中间没有分段。"),
        (r("可选连") + "<w:r><w:softHyphen/></w:r>" + r("字符不见了。"), "可选连字符不见了。"),
        (
            '<w:smartTag><w:sdt><w:sdtContent><w:r><w:t>内容控件里的字</w:t></w:r></w:sdtContent></w:sdt></w:smartTag>'
            + r("都在这里。"),
            "内容控件里的字都在这里。",
        ),
        ("<kso:x><w:r><w:t>不认得的包装里的字也在。</w:t></w:r></kso:x>", "不认得的包装里的字也在。"),
        (
            "<m:oMath><m:r><m:t>x</m:t></m:r><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
            "</m:sup></m:sSup></m:oMath>" + r("是面积。"),
            "xy[2]{.sup}是面积。",
        ),
        (
            '<w:fldSimple w:instr="DATE"><w:r><w:t>10月3日</w:t></w:r></w:fldSimple>' + r("开会。"),
            "10月3日开会。",
        ),
        (
            r("第") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r>'
            '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r>'
            '<w:fldChar w:fldCharType="end"/></w:r>'
            + r("页不印。"),
            "第页不印。",
        ),
        (r("\u200e方向符号\ufeff去掉了。"), "方向符号去掉了。"),
        (r("隐藏的", "<w:vanish/>") + r("看得见的。"), "看得见的。"),
        (r("白色的", '<w:color w:val="FFFFFF"/>') + r("看得见的。"), "看得见的。"),
        (r("存疑", '<w:highlight w:val="yellow"/>') + r("的字还在。"), "存疑的字还在。"),
    ],
)  # fmt: skip
def test_runs_keep_their_marks(tmp_path: Path, runs: str, written: str) -> None:
    assert body(tmp_path, p(runs)) == written


def test_links_keep_their_addresses(tmp_path: Path) -> None:
    links = {"h": ("hyperlink", "https://example.org/order"), "bad": ("hyperlink", "file:///c:/secret.docx")}
    shown = '<w:rPr><w:u w:val="single"/></w:rPr>'
    xml = p(f'<w:hyperlink r:id="h"><w:r>{shown}<w:t>征订页</w:t></w:r></w:hyperlink>' + r("里有说明，先看了再来。"))
    assert body(tmp_path, xml, links=links) == "[征订页](<https://example.org/order>)里有说明，先看了再来。"
    assert "file:" not in body(
        tmp_path, p('<w:hyperlink r:id="bad"><w:r><w:t>文件</w:t></w:r></w:hyperlink>'), links=links
    )


def test_hidden_and_white_text_is_listed(tmp_path: Path) -> None:
    xml = p(r("底稿：", "<w:vanish/>") + r("正文写到这里就完了，一共两句。") + r("水印", '<w:color w:val="FFFFFF"/>'))
    one = imported(tmp_path, docx(xml))
    assert [message(finding) for finding in of_code(one, "hidden-text")] == [
        'hidden text was left out: "底稿："',
        'hidden text was left out: "水印"',
    ]


def test_an_unknown_symbol_is_an_error(tmp_path: Path) -> None:
    one = imported(
        tmp_path, docx(p(TEXT) + p(r("前") + '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>' + r("后。")))
    )
    assert "unknown-symbol" in codes(one)
    assert "前\ufffd后" in story(one)
    one = imported(tmp_path / "2", docx(p(TEXT) + p("人名里的\ue863字是造的字，要问作者。")))
    assert "unknown-symbol" in codes(one)
    assert "\ue863" in story(one)


def test_an_equation_that_is_no_line_is_an_error(tmp_path: Path) -> None:
    fraction = (
        "<m:oMath><m:f><m:num><m:r><m:t>a+</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
    )
    one = imported(tmp_path, docx(p(TEXT) + p(r("产量是") + fraction + r("这么多。"))))
    assert message(of_code(one, "equation")[0]).startswith('an equation was left out: "a+b"')
    old = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    assert "equation" in codes(imported(tmp_path / "2", docx(p(TEXT) + p(old + r("以后。")))))


def test_notes_follow_in_the_order_of_their_references(tmp_path: Path) -> None:
    note = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {}</w:t></w:r></w:p></w:footnote>'
    parts = {
        "footnotes": note.format(0, "分隔线") + note.format(2, "按每袋50公斤计。") + note.format(3, "含东川站。"),
        "endnotes": '<w:endnote w:id="1"><w:p><w:r><w:t>尾注。</w:t></w:r></w:p></w:endnote>',
    }
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    marks = f'<w:r>{raised}<w:footnoteReference w:id="3"/></w:r>', '<w:r><w:endnoteReference w:id="1"/></w:r>'
    last = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    xml = p(r("六个站") + marks[0] + r("都收完了") + marks[1] + r("，一共") + last + r("三千袋。"))
    one = imported(tmp_path, docx(p(TEXT) + xml, parts=parts))
    assert "六个站[^1]都收完了[^2]，一共[^3]三千袋。" in story(one)
    assert story(one).endswith("[^1]: 含东川站。\n\n[^2]: 尾注。\n\n[^3]: 按每袋50公斤计。\n")
    assert codes(one) == set()


def test_comments_are_listed_or_kept(tmp_path: Path) -> None:
    parts = {"comments": '<w:comment w:id="0" w:author="乙"><w:p><w:r><w:t>请核实--职务</w:t></w:r></w:p></w:comment>'}
    data = docx(
        p(TEXT) + p(r("院长贺沛霖") + '<w:r><w:commentReference w:id="0"/></w:r>' + r("到会讲了话。")), parts=parts
    )
    listed = imported(tmp_path, data)
    assert [message(finding) for finding in of_code(listed, "word-comment")] == ['乙 comments: "请核实--职务"']
    assert "批注" not in story(listed)
    kept = imported(tmp_path / "2", data, wish=Wish(comments="keep"))
    assert "院长贺沛霖<!-- 批注 乙：请核实——职务 -->到会讲了话。" in story(kept)
    assert codes(kept) == set()


CHANGED = p(
    r("会议由")
    + '<w:del w:author="乙" w:date="2026-10-03T08:00:00Z"><w:r><w:delText>贺佩霖</w:delText></w:r></w:del>'
    + '<w:ins w:author="乙" w:date="2026-10-03T08:00:00Z"><w:r><w:t>贺沛霖</w:t></w:r></w:ins>'
    + r("主持。")
    + '<w:moveFrom w:author="乙"><w:r><w:t>先讲话，</w:t></w:r></w:moveFrom>'
    + r("他总结，")
    + '<w:moveTo w:author="乙"><w:r><w:t>再讲话，</w:t></w:r></w:moveTo>'
    + r("然后散会。")
)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ("accept", "会议由贺沛霖主持。他总结，再讲话，然后散会。"),
        ("reject", "会议由贺佩霖主持。先讲话，他总结，然后散会。"),
    ],
)
def test_tracked_changes_are_decided_by_people(tmp_path: Path, changes: str, text: str) -> None:
    one = imported(tmp_path, docx(p(TEXT) + CHANGED), wish=Wish(changes=changes))  # type: ignore[arg-type]
    assert text in story(one)
    assert len(of_code(one, "tracked-change")) == 4


def test_undecided_changes_are_listed_and_nothing_is_written(tmp_path: Path) -> None:
    one = imported(tmp_path, docx(p(TEXT) + CHANGED), wish=Wish())
    assert one.outcome == "refused"
    assert not list((tmp_path / "content/1").iterdir())
    assert [message(finding) for finding in one.findings if finding.code == "tracked-change"][:2] == [
        '乙（2026-10-03） deleted "贺佩霖"',
        '乙（2026-10-03） inserted "贺沛霖"',
    ]
    assert "tracked-changes" in codes(one)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    first = p(r("前半句在这一段里，"), '<w:rPr><w:del w:author="乙"/></w:rPr>')
    xml = p(TEXT) + first + p(r("后半句在下一段里，合起来才是一句。"))
    assert "前半句在这一段里，后半句在下一段里" in story(imported(tmp_path, docx(xml)))
    apart = imported(tmp_path / "2", docx(xml), wish=Wish(changes="reject"))
    assert "前半句在这一段里，\n\n后半句" in story(apart)


def test_a_text_box_comes_once(tmp_path: Path) -> None:
    blocks = p("链接：谷子小史") + p("1958年，第一批谷子材料落地，种在站后的坡上，当年收了三百斤。")
    one = imported(tmp_path, docx(p(TEXT) + p(r(TEXT) + box(blocks)) + p(TEXT)))
    assert story(one).count("第一批谷子材料") == 1
    assert ":::: aside 链接：谷子小史\n1958年" in story(one)
    assert codes(one) == set()


def test_strict_files_are_read_like_others(tmp_path: Path) -> None:
    xml = p("秋播座谈会", '<w:jc w:val="center"/>') + p(
        r("正文里有") + r("粗体", "<w:b/>") + r("，后面还有一些字，凑够一段。")
    )
    usual, strict = imported(tmp_path, docx(xml)), imported(tmp_path / "2", docx(xml, strict=True))
    assert story(strict) == story(usual)
    assert "headline: 秋播座谈会" in story(strict)
