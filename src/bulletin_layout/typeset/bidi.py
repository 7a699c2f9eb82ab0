"""The adapter for python-bidi: which way each character runs (书写方向, UAX #9); loaded when a text needs it."""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import bidirectional

#: Coarse stretches that hold every letter of the scripts that run from right to left.
_RIGHT_TO_LEFT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"


def levels_of(text: str) -> tuple[int, ...]:
    """The embedding level of every character of a paragraph: odd ones run from right to left. Empty when nothing does.

    A paragraph runs from left to right when a letter of it does, whatever its first one is (UAX #9, HL1)."""
    if not re.search(_RIGHT_TO_LEFT, text):
        return ()
    from bidi import get_display  # type: ignore[import-untyped]  # no stubs; 40 ms that few texts need

    # What the library returns for this is the only way to the levels, one a byte of UTF-8, the paragraph's own last.
    base = "L" if any(bidirectional(char) == "L" for char in text) else "R"
    said = str(get_display(text.replace("\n", " "), base_dir=base, debug=True))
    found = [int(level) for level in re.findall(r"Level\(\s*(\d+)", said.partition("levels: [")[2])]
    starts = [0]
    for char in text:
        starts.append(starts[-1] + len(char.encode()))
    if len(found) != starts[-1] + 1:
        raise RuntimeError("python-bidi does not say the levels of a text as it used to")
    return tuple(found[start] for start in starts[:-1])


def visual_order(levels: Sequence[int]) -> list[int]:
    """The numbers of a line's parts from left to right, by the level of each (UAX #9, rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        edges = [k for k in range(len(levels) + 1) if _at_least(levels, k - 1, level) != _at_least(levels, k, level)]
        for first, end in zip(edges[::2], edges[1::2], strict=True):
            order[first:end] = reversed(order[first:end])
    return order


def _at_least(levels: Sequence[int], at: int, level: int) -> bool:
    return 0 <= at < len(levels) and levels[at] >= level
