"""Notes in the margins: none on another, no line across another, the heaviest where there is not room for all."""

import random
from itertools import combinations, pairwise

import pytest

from bulletin_layout.grid import Rect
from bulletin_layout.inks import Ink
from bulletin_layout.page import Mark, RuleMark, TextMark
from bulletin_layout.proofing.lettering import Letters, Words
from bulletin_layout.proofing.margins import Anchored, notes
from bulletin_layout.proofing.rounds import Box
from tests.support.laid import book

RED = Ink("rgb", (0.9, 0.0, 0.0))
PAGE = Rect(120, 60, 590, 840)
WIDTH = 830.0


def anchored(count: int, seed: int = 1) -> list[Anchored]:
    """Changes at random places on the lines of four columns."""
    chance = random.Random(seed)
    found = []
    for number in range(1, count + 1):
        x = PAGE.x + 40 + 135 * chance.randrange(4) + 9 * chance.randrange(12)
        y = PAGE.y + 60 + 14 * chance.randrange(50)
        said = [
            Words(f"{number} 改 ", RED),
            Words("旧文", RED, struck=True),
            Words("→新文" * chance.randrange(1, 9), RED),
        ]
        found.append(Anchored(Box(1, x, y, 18.0, 9.0), number, said, said[:1], RED, number % 6))
    return found


def drawn(changes: list[Anchored], texts: list[Box] | None = None) -> list[Mark]:
    return [*notes(changes, PAGE, WIDTH, texts or [], Letters(book()), lambda count: Words(f"另 {count}", RED))]


def lines(marks: list[Mark], width: float = 0.3) -> list[RuleMark]:
    return [mark for mark in marks if isinstance(mark, RuleMark) and mark.width == width]


def crosses(one: RuleMark, two: RuleMark) -> bool:
    def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    a, b, c, d = (one.x1, one.y1), (one.x2, one.y2), (two.x1, two.y1), (two.x2, two.y2)
    return side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6


@pytest.mark.parametrize("seed", range(4))
def test_no_line_crosses_another_outside_the_page(seed: int) -> None:
    outside = [
        line
        for line in lines(drawn(anchored(60, seed)))
        if min(line.x1, line.x2) < PAGE.x - 1 or max(line.x1, line.x2) > PAGE.right + 1
    ]
    assert len(outside) >= 60
    assert [pair for pair in combinations(outside, 2) if crosses(*pair)] == []


@pytest.mark.parametrize("count", [1, 30, 90])
def test_no_note_lies_on_another_and_none_on_the_page(count: int) -> None:
    texts = [mark for mark in drawn(anchored(count)) if isinstance(mark, TextMark) and mark.run.size > 5]
    assert texts
    spans = sorted((round(mark.x + mark.run.xs[0]) > PAGE.x, mark.y) for mark in texts)
    for (right, upper), (other, lower) in pairwise(spans):
        assert right != other or lower == upper or lower - upper > 5
    for mark in texts:
        assert mark.x + mark.run.xs[-1] < PAGE.x or mark.x > PAGE.right


def test_where_a_margin_is_full_the_heaviest_are_shown_and_the_others_counted() -> None:
    marks = drawn(anchored(900))
    said = ["".join(mark.run.texts) for mark in marks if isinstance(mark, TextMark) and mark.run.size == 5.5]
    shown = [int(each.split()[0]) for each in said if "改" in each]
    assert 0 < len(shown) < 900
    assert {number % 6 for number in shown} == {0, 1}
    assert sum(int(each.removeprefix("另 ")) for each in said if each.startswith("另")) == 900 - len(shown)


def test_a_line_takes_the_side_on_which_it_crosses_less_text() -> None:
    change = anchored(1)[0]._replace(box=Box(1, PAGE.x + 60, PAGE.y + 100, 18.0, 30.0))
    assert min(line.x2 for line in lines(drawn([change]))) < PAGE.x
    head = Box(1, PAGE.x + 10, PAGE.y + 120, 45.0, 40.0)
    assert max(line.x2 for line in lines(drawn([change], [head]))) > PAGE.right
