"""How heads of institute news are broken, on the lists that are marked by hand (bench/heads.py prints more)."""

from pathlib import Path

import heads
import pytest

LISTS = Path(__file__).parent / "heads"
#: The headline style without smaller sizes, the main one of the sample, and one with many sizes.
SIZES = ((1.0,), (1.0, 28 / 30, 26 / 30), (1.0, 16 / 17, 15 / 17, 14 / 17))


@pytest.mark.parametrize(
    ("name", "parted", "unsaid"),
    [("tuning.txt", 0.01, 0), ("tuning_2.txt", 0.02, 0), ("held_out.txt", 0.03, 8)],  # the last was never tuned on
)
def test_few_heads_are_broken_inside_a_word_and_those_are_said(name: str, parted: float, unsaid: int) -> None:
    count = heads.Count()
    for measure in heads.MEASURES:
        for sizes in SIZES:
            count = heads.counted(heads.read(LISTS / name), sizes, measure, count)
    assert count.held > 0.95 * len(heads.MEASURES) * len(SIZES) * 60
    assert count.parted / count.held <= parted
    assert count.parted - count.both <= unsaid
    assert count.said - count.both <= 0.065 * count.held


@pytest.mark.parametrize("measure", [10.5, 13.0])
@pytest.mark.parametrize("name", ["tuning.txt", "tuning_2.txt", "held_out.txt"])
def test_none_is_broken_inside_a_word_where_a_line_holds_ten_characters(name: str, measure: float) -> None:
    for sizes in SIZES:
        assert heads.counted(heads.read(LISTS / name), sizes, measure).parted == 0
