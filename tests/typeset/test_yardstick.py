"""Lines look better than Typst's, which sets the same paragraphs in the same run; one meter reads both PDFs."""

from collections.abc import Iterator
from functools import cache

import pytest
import yardstick
from meter import Counts, Placed, measured, total

FOLDERS = [yardstick.OWN, *([yardstick.ARTICLES] if yardstick.ARTICLES.is_dir() else [])]


@cache
def found(name: str, measure: int) -> tuple[Counts, Counts]:
    """Ours and theirs."""
    texts = yardstick.paragraphs(next(folder for folder in FOLDERS if folder.name == name))
    fonts = yardstick.book()
    return total(yardstick.ours(texts, measure, fonts)), total(yardstick.theirs(texts, measure, fonts))


@pytest.fixture(params=[folder.name for folder in FOLDERS])
def name(request: pytest.FixtureRequest) -> str:
    """A text."""
    return str(request.param)


@pytest.mark.parametrize("measure", yardstick.JUDGED)
def test_no_measure_is_looser_than_typst(name: str, measure: int) -> None:
    mine, other = found(name, measure)
    assert mine.lonely == mine.hard == 0
    assert mine.very_loose <= other.very_loose
    assert mine.lines <= 1.01 * other.lines


def test_marks_are_squeezed_less_and_more_evenly_than_typsts(name: str) -> None:
    mine, other = (total(each) for each in zip(*(found(name, measure) for measure in yardstick.JUDGED), strict=True))
    assert mine.half < 0.95 * other.half
    assert mine.share < 0.8 * other.share
    assert mine.over < 1.1 * other.over
    assert mine.lines <= 1.005 * other.lines


@pytest.mark.parametrize("measure", [6, 7, 27, 40])
def test_narrow_and_wide_measures_have_no_hard_faults(name: str, measure: int) -> None:
    mine, other = found(name, measure)
    assert mine.lonely == mine.hard == 0
    assert mine.very_loose <= other.very_loose


def row(text: str, *lefts: float) -> list[Placed]:
    """A row of glyphs, each 1 em wide."""
    return [Placed(char, left, left + 1) for char, left in zip(text, lefts, strict=True)]


def rows() -> Iterator[tuple[list[list[Placed]], Counts]]:
    """What the meter must see."""
    full = row("一二三，四", 0, 1, 2, 3, 4)
    yield [full], Counts(lines=1)
    yield [row("一二三，四", 0, 1, 2, 3, 3.5), full], Counts(lines=2, half=1, pairs=1, unlike=1)
    yield [row("一（二", 0, 0.5, 1.5), row("三四", 0, 1)], Counts(lines=2, half=1)
    yield [row("一二三", 0, 1.15, 2.3)], Counts(lines=1, loose=1, over=0.02)
    yield [row("一二三", 0, 1.25, 2.5)], Counts(lines=1, loose=1, very_loose=1, over=0.08)
    yield [full, row("五。", 0, 1)], Counts(lines=2, lonely=1)
    yield [full, row("，六七", 0, 1, 2)], Counts(lines=2, pairs=1, hard=1)
    yield [row("一二（", 0, 1, 2), row("六七", 0, 1)], Counts(lines=2, hard=1)
    yield [row("一a二", 0, 1.1, 2.6)], Counts(lines=1, hard=1)


@pytest.mark.parametrize("case", rows())
def test_the_meter(case: tuple[list[list[Placed]], Counts]) -> None:
    lines, wanted = case
    found = measured(lines)
    assert found._replace(over=0.0) == wanted._replace(over=0.0)
    assert found.over == pytest.approx(wanted.over)
