"""The sample's pages still fill when every story comes in a little longer or shorter (凑版)."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from bulletin_layout.issue import Paragraph
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
