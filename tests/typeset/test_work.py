"""How much the search for breaks does: the work is counted, not timed."""

from collections import Counter
from typing import Any

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import optimum, reach
from tests.typeset.setting import set_text

#: A paragraph as newsletters have them, eleven lines of 20 em.
TEXT = (
    "青禾镇农技站上月在北岭村办了三期育秧培训，镇里十二个村的种粮户都派人来听。站长杜岩说，今年春天来得早，"
    "秧田要比往年早整一周；水温不到12℃时不要急着下种，宁可多等两天。村民何秀兰种了40亩水稻，她把每天的水温记在"
    "本子上，“记了三年，心里就有数了。”培训结束以后，农技员又到田头看了秧田的排水沟，把要改的地方一一标在图上。"
    "到月底，北岭村的秧田已整好八成，比去年快了五天，镇里准备把这套办法写成小册子，发到各村各户。"
)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often lines are extended from a place, and how many of their ends are tried, from now on."""
    counted: Counter[str] = Counter()

    def counting(kind: str, module: Any, name: str) -> None:
        make = getattr(module, name)

        def made(*given: Any, **options: Any) -> Any:
            function = make(*given, **options)

            def called(*each: Any) -> Any:
                counted[kind] += 1
                return function(*each)

            return called

        monkeypatch.setattr(module, name, made)

    counting("places", optimum, "reach")
    counting("ends", reach, "justified")
    return counted


def test_a_paragraph_is_broken_with_few_ends_tried(toy: FontBook, done: Counter[str]) -> None:
    """Lines are tried from few more places than begin a line of the result, and only ends in reach of them."""
    lines = len(set_text(TEXT, 20, toy, indent=2).lines)
    assert lines == 11
    assert done["places"] <= 3 * lines, done
    assert done["ends"] <= 2 * done["places"], done


def test_ends_out_of_reach_are_not_tried(toy: FontBook, done: Counter[str]) -> None:
    """Han alone neither shrink nor, in a line of ten, take up one more: one end a place is in reach of the first
    search, and it fits."""
    lines = len(set_text("一" * 100, 10, toy).lines)
    assert lines == 10
    assert (done["places"], done["ends"]) == (10, 9)
