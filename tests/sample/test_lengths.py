"""The sample's pages still fill when every story comes in a little longer or shorter (凑版)."""

import importlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType, ModuleType

import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, Paragraph
from bulletin_layout.reading import Reading, read_issue

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lengths() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "bench")
        yield importlib.import_module("lengths")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_issue(ROOT / "content" / "2026-10")


@pytest.mark.parametrize("percent", [5, -5])
def test_all_pages_fill_with_stories_longer_or_shorter_by_a_twentieth(
    lengths: ModuleType, reading: Reading, percent: float
) -> None:
    tried = lengths.tried(reading.issue, reading.fonts, percent, give=True)
    assert tried.misses == ()
    assert len(tried.filled) == tried.pages


def test_without_give_they_do_not(lengths: ModuleType, reading: Reading) -> None:
    assert lengths.tried(reading.issue, reading.fonts, 5, give=False).misses


@pytest.mark.parametrize("percent", [20, 1, -3])
def test_stories_get_as_much_longer_or_shorter_as_said(lengths: ModuleType, reading: Reading, percent: float) -> None:
    assert reading.issue is not None
    for story in reading.issue.pages[0].stories:
        before = [block.text for block in story.blocks if isinstance(block, Paragraph) and block.kind == "body"]
        changed = lengths.lengthened(story, percent)
        after = [block.text for block in changed.blocks if isinstance(block, Paragraph) and block.kind == "body"]
        items = sum(len(b.text) for b in story.blocks if isinstance(b, Paragraph) and b.kind == "item")
        total = sum(map(len, before))
        assert sum(map(len, after)) == pytest.approx(total + total * percent / 100, abs=1 + items / 50)
        assert [text[-1] for text in after] == [text[-1] for text in before]


def calls(issue: Issue, book: FontBook) -> int:
    """How many functions are called to compose it: its work, the same however busy the machine is."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        compose_issue(issue, book)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("number", "percent"), [(3, 5), (3, 20)])  # the dearest that bench/fitting.py finds
def test_fitting_a_page_is_at_most_six_times_the_work_of_composing_it(
    lengths: ModuleType, reading: Reading, number: int, percent: float
) -> None:
    assert reading.issue is not None
    assert reading.fonts is not None
    page = replace(reading.issue, pages=(reading.issue.pages[number - 1],))
    compose_issue(page, reading.fonts)  # what is learnt of the fonts counts for neither
    fitted, once = (calls(lengths.with_lengths(page, percent, give=give), reading.fonts) for give in (True, False))
    assert once < fitted <= 6 * once
