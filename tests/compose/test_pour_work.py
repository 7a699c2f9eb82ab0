"""What is done to pour a text: the work is counted, not timed."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bulletin_layout.compose.frame.seats import Stretch
from bulletin_layout.compose.pouring import filling
from bulletin_layout.compose.pouring.pour import pour
from bulletin_layout.compose.pouring.poured import Breaks
from bulletin_layout.compose.text.items import TextItem
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import TextRun, prepare
from bulletin_layout.typeset import paragraph as breaking
from tests.compose.sample import MEASURE, STYLES, grid, han, make, paragraph, paragraphs, slot, story


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often something is done: searches without regard to columns and with it, lines placed, pours."""
    found: Counter[str] = Counter()

    def counted(module: Any, name: str, kind: Callable[..., str]) -> None:
        function = getattr(module, name)

        def counting(*given: Any, **named: Any) -> Any:
            found[kind(*given)] += 1
            return function(*given, **named)

        monkeypatch.setattr(module, name, counting)

    counted(breaking, "choose", lambda galley, task, *rest: "avoiding" if task.columns else "free")
    counted(breaking, "set_line", lambda *_: "placed")
    counted(filling, "pour", lambda *_: "poured")
    return found


@pytest.mark.parametrize("length", [60, 87, 102, 129, 141])
def test_only_lines_that_are_printed_are_placed(toy: FontBook, done: Counter[str], length: int) -> None:
    """However often the columns are balanced and paragraphs are set otherwise for that."""
    # No other test sets these texts: the book would still have their lines.
    texts = [han(length + k, 9000 + 300 * k) for k in range(3)]
    made = make(toy, slot((1, 3), (1, 12)), story(*paragraphs(*texts)))
    assert done["poured"] > 4
    assert done["avoiding"] > 3
    assert done["placed"] == len(made.lines("body"))
    assert done["free"] <= len(texts) + 1  # once each, and once more with wider gaps


def test_nothing_is_poured_after_what_refuses_a_change(toy: FontBook) -> None:
    style = STYLES["body"]
    own = [
        TextItem(prepare((TextRun(told.text, style),), style, toy), style, "body", told)
        for told in (paragraph(han(count, 100 * count)) for count in (37, 24, 40, 37))
    ]
    breaks, room = Breaks(own, Blocks(STYLES, grid(), toy)), [Stretch(0, 0, 0.0, MEASURE, 30)]
    whole = pour(own, room, breaks)
    assert [place.item for place in whole.lines] == [0, 1, 2, 3]
    refused = pour(own, room, breaks, {1: 4})
    assert (refused.refused, [place.item for place in refused.lines]) == ((1,), [0, 1])
    both = pour(own, room, breaks, {1: 4, 2: 4})  # all that refuse are known
    assert (both.refused, [place.item for place in both.lines]) == ((1, 2), [0, 1, 2])
