"""One Chinese word for one thing: in findings, key descriptions, documents and all that the program says."""

from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
#: The word of GLOSSARY.md, and others for the same thing that nobody may use.
ONE_WORD: Final = {
    "超行": ("溢出", "溢文", "溢排"),
    "版块": ("栏位", "槽"),
    "版式": ("布局",),
    "稿件": ("文章",),
    "美编": ("设计人员", "设计师"),
    "报眉": ("页眉", "书眉"),
    "引题": ("眉题", "肩题"),
    "署名": ("作者行",),
    "图说": ("图注", "题注"),
    "脚注": ("注脚",),
    "转版": ("跳转", "转页"),
    "避头尾": ("标点禁则",),
    "字号": ("字体大小",),
    "行距": ("行间距",),
    "页边": ("页边距",),
    "订口": ("装订线",),
    "印刷件": ("付印文件",),
    "小样": ("打样", "缩略图"),
    "校样": ("校对稿", "清样稿"),
    "问题": ("诊断", "故障"),
    "许可": ("授权",),
}


def chinese() -> dict[str, str]:
    """All that is written for Chinese users, by its file: what is made from tables is in docs, phrases in the code."""
    code = ROOT / "src/bulletin_layout"
    files = [
        *(ROOT / "docs").glob("*.zh.md"),
        ROOT / "README.zh.md",
        *(path for folder in ("cli", "findings", "reading/schema") for path in (code / folder).rglob("*.*")),
    ]
    return {str(path): path.read_text("utf-8") for path in files if path.suffix in (".md", ".py", ".yaml")}


@pytest.mark.parametrize("word", ONE_WORD)
def test_one_thing_has_one_word(word: str) -> None:
    assert word in (ROOT / "GLOSSARY.md").read_text("utf-8")
    used = [f"{name}: {other}" for name, text in chinese().items() for other in ONE_WORD[word] if other in text]
    assert not used, f"say {word}"


def test_all_that_is_written_in_chinese_is_looked_at() -> None:
    names = " ".join(chinese())
    for part in ("guide.zh.md", "reference.zh.md", "findings.zh.md", "words.py", "catalogue", "starter", "layout_keys"):
        assert part in names
