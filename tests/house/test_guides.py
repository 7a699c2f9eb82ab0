"""The documents in two languages: what one says and shows, the other says and shows."""

import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PAIRS: Final = (("docs/guide.md", "docs/guide.zh.md"), ("README.md", "README.zh.md"))
#: A block of code: its fence, its language, what is in it.
BLOCK: Final = re.compile(r"^( *)(`{3,})(\w*)\n(.*?)^\1\2$", re.MULTILINE | re.DOTALL)


def shown(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def headings(text: str) -> list[int]:
    """The levels of a document's headings."""
    return [len(marks) for marks in re.findall(r"^(#+) ", BLOCK.sub("", text), re.MULTILINE)]


def examples(text: str) -> list[list[str]]:
    """What a document's blocks of code say to the program, without what they say to the reader: comments, and what
    the program answers to a command, which is in the user's language."""
    return [
        [said for line in block[4].splitlines() if (said := _code(line, block[3]))] for block in BLOCK.finditer(text)
    ]


def _code(line: str, language: str) -> str:
    if not language and not line.startswith("$ "):
        return ""
    if language == "console":
        line = re.sub(r"^(\$ make \w+) .*", r"\1", line)
    return re.sub(r"(?:^|\s+)# \S.*$" if language == "yaml" else r"\s{4,}\S.*$", "", line).rstrip()


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_both_have_the_same_headings_and_examples(english: str, chinese: str) -> None:
    assert headings(shown(chinese)) == headings(shown(english))
    assert examples(shown(chinese)) == examples(shown(english))
    assert sum(map(len, examples(shown(english)))) > 5


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_both_have_the_same_tables(english: str, chinese: str) -> None:
    rows = r"^\|.*\|$"
    counts = [len(re.findall(rows, BLOCK.sub("", shown(name)), re.MULTILINE)) for name in (english, chinese)]
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", [name for pair in PAIRS for name in pair])
def test_every_link_leads_to_a_file(name: str) -> None:
    folder = (ROOT / name).parent
    links = re.findall(r"\]\(((?!https?:|mailto:|#)[^)#\s]+)\)", BLOCK.sub("", shown(name)))
    plain = [link for link in links if "`" not in link and not link.startswith(("photos/", "lab-", "{"))]
    assert plain
    assert not [link for link in plain if not (folder / link).is_file()]


@pytest.mark.parametrize("name", ["README.zh.md", "docs/guide.zh.md"])
def test_chinese_documents_lead_to_chinese_ones(name: str) -> None:
    assert not re.findall(r"\]\((?:docs/)?(?:guide|reference|findings)\.md\)", shown(name))
