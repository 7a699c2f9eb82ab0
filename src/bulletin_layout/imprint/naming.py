"""What internal material may be called: no 报, 刊 or 杂志 (内部资料性出版物管理办法, art. 14)."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import imprint as said
from bulletin_layout.imprint.printed import Paper, WrittenText, without_spaces

_ENDS: Final = ("报", "刊", "杂志")
#: A word of the furniture that ends so is a paper's name, the paper's own or not.
_KINDS: Final = r"[院校所厂社局学日周旬晚晨早时]报$|[院校所厂社学期会]刊$|杂志$"
#: Ends of words that are no papers' names: pages (副刊), notices (喜报), periods (双月刊).
_OTHERS: Final = (
    "副刊", "专刊", "特刊", "增刊", "号刊", "创刊", "月刊", "季刊", "周刊", "旬刊", "年刊",
    "海报", "喜报", "捷报", "预报", "墙报", "汇报",
)  # fmt: skip


def name_findings(paper: Paper) -> Iterator[Finding]:
    """The publication's name, and names in nameplate, running heads and feet that are its own or much like it."""
    for place, name in _refused(paper):
        yield said.imp_name(place, name=name, words=_ENDS)


def _refused(paper: Paper) -> Iterator[tuple[Location, str]]:
    publication = paper.issue.publication
    name = without_spaces(publication.name)
    if name.endswith(_ENDS):
        yield publication.texts["name"][0].location, publication.name
    for text in paper.furniture:
        for offset, words in _names(text):
            # The name itself is told once, where it is written.
            if words.endswith(_ENDS) and words != name and _is_name(words, name, text):
                yield text.place(offset), words


def _names(text: WrittenText) -> Iterator[tuple[int, str]]:
    if text.kind != "furniture" or not any(end in text.words for end in _ENDS):
        return
    whole = without_spaces(text.words)
    if text.furniture.startswith("nameplate") and len(whole) <= 10:
        yield 0, whole
        return
    for word in re.finditer(r"[^\s，。；：:、·《》（）()|/]{2,12}", text.words):
        yield word.start(), word[0]


def _is_name(words: str, name: str, text: WrittenText) -> bool:
    """Whether words that end in 报 or 刊 are this paper's name: in the nameplate, much like its name, or a kind of
    paper; within 《》 others may be named."""
    if words.endswith(_OTHERS):
        return False
    if text.furniture.startswith("nameplate") or words[:2] == name[:2]:
        return True
    return f"《{words}》" not in text.words and bool(re.search(_KINDS, words))
