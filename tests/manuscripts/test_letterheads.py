"""Official documents: what stands round their text, and what their first lines are not."""

from pathlib import Path

import pytest

from tests.manuscripts.desk import imported, of_code, story
from tests.manuscripts.test_habits import table
from tests.manuscripts.test_roles import BODY, CENTRED, HEAD, RIGHT, line
from tests.manuscripts.word_files import docx, p, r
from tests.support.said import message

LETTERHEAD = line("禾岭试验站文件", "方正小标宋简体", 72, CENTRED) + line(
    "禾站发〔2026〕5号", size=32, properties=CENTRED
)
PROPER = line("关于做好秋播准备的通知", "方正小标宋简体", 44, CENTRED)
TO = line("各科室、各试验点：")
SIGN = line("禾岭试验站", properties=RIGHT) + line("2026年10月9日", properties=RIGHT)
RECORD = table((line("抄送：县农业农村局。"),), (line("禾岭试验站办公室　　2026年10月9日印发"),))
BULLETIN = (
    line("工 作 简 报", "方正小标宋简体", 84, CENTRED)
    + line("第12期（总第140期）", size=32, properties=CENTRED)
    + p(r("禾岭试验站办公室编") + "<w:r><w:tab/><w:tab/></w:r>" + r("2026年10月9日"))
)


@pytest.mark.parametrize(
    ("xml", "headline", "left_out"),
    [
        (LETTERHEAD + PROPER + TO + BODY + SIGN + line("（此件公开发布）") + RECORD, "关于做好秋播准备的通知",
         ["禾岭试验站文件", "禾站发〔2026〕5号", "抄送：县农业农村局。", "10月9日印发", "公开发布"]),
        (table((line("禾岭试验站文件", size=72, properties=CENTRED),), (line("禾站发（2026）5号　　签发人：贺沛霖"),))
         + PROPER + TO + BODY, "关于做好秋播准备的通知", ["禾岭试验站文件", "签发人"]),
        (BULLETIN + HEAD + BODY, "石门岭草场绿回来了", ["工 作 简 报", "总第140期", "办公室编"]),
        (PROPER + line("禾站发〔2026〕5号", size=32, properties=CENTRED) + TO + BODY, "关于做好秋播准备的通知",
         ["禾站发"]),
    ],
)  # fmt: skip
def test_what_stands_round_an_official_text_is_listed(
    tmp_path: Path, xml: str, headline: str, left_out: list[str]
) -> None:
    one = imported(tmp_path, docx(xml))
    assert story(one).startswith(f"---\nheadline: {headline}\n---\n")
    said = " ".join(message(finding) for finding in of_code(one, "text-not-kept"))
    for words in left_out:
        assert (words in said, words in story(one)) == (True, False)
    assert ("::: sign\n禾岭试验站\n2026年10月9日\n:::" in story(one)) == (SIGN in xml)


@pytest.mark.parametrize(
    "text", ["会上发：每人一份种子。", "今年印发三份材料。", "在第12期上登过的稿子，这次没有再登。"]
)
def test_text_that_speaks_of_numbers_and_copies_is_text(tmp_path: Path, text: str) -> None:
    assert text in story(imported(tmp_path, docx(HEAD + BODY + line(text))))
