"""What the live page begins with: an issue read and composed, with its sources, nothing written."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.findings import Finding
from bulletin_layout.live.places import Places
from bulletin_layout.live.texts import Texts
from bulletin_layout.page import Page, TextMark
from bulletin_layout.reading import read_issue
from tests.support.laid import book
from tests.support.paper import STARTER, start_paper
from tests.support.said import said

#: The starter's layout with a lead that holds a long story, and its name in the publication.
LAYOUT = "layouts/front.yaml"
TALL = (
    (STARTER / LAYOUT)
    .read_text("utf-8")
    .replace("trim: A4", "trim: A3")
    .replace("7-25", "7-50")
    .replace("27-42", "52-63")
)


class Seen(NamedTuple):
    """A composed issue with its texts and places."""

    composed: Composed
    findings: tuple[Finding, ...]
    texts: Texts
    places: Places

    def page(self, number: int = 1) -> Page:
        """A page by its number."""
        return self.places.pages[number]


def see(folder: Path) -> Seen:
    """The issue in a folder."""
    read = read_issue(folder)
    assert read.issue is not None, [said(finding) for finding in read.findings]
    done = compose_issue(read.issue, book())
    texts = Texts(read.sources)
    return Seen(done, (*read.findings, *done.findings), texts, Places(done.edition.pages, texts))


def paper(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The starter with some of its files replaced, by their names in the publication; returns its issue's folder."""
    issue = start_paper(folder / "paper")
    for name, text in files.items():
        path = folder / "paper" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return issue


def mark_with(page: Page, words: str) -> int:
    """The index of the first text mark that has these words."""
    for number, mark in page.tagged():
        if isinstance(mark, TextMark) and words in "".join(mark.run.texts):
            return number
    raise AssertionError(words)
