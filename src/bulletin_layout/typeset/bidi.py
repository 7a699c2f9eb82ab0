"""The adapter for python-bidi: writing direction of each character (书写方向, UAX #9). Imported only when needed."""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import bidirectional

#: Ranges that contain every letter of the scripts written from right to left (and some other characters). A string,
#: because compiling it is slow and few texts have any of them.
_RIGHT_TO_LEFT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"


def levels_of(text: str) -> tuple[int, ...]:
    """The embedding level of each character of a paragraph (odd: right to left); empty if all run left to right.

    A paragraph that has any left-to-right letter is a left-to-right paragraph, whatever its first letter is (a
    higher-level protocol, UAX #9 HL1): otherwise a Chinese paragraph that begins with an Arabic name would be turned.
    RuntimeError: python-bidi no longer prints what this reads.
    """
    if not re.search(_RIGHT_TO_LEFT, text):
        return ()
    from bidi import get_display  # type: ignore[import-untyped]  # no stubs; 40 ms that few texts need

    # The library has no function for levels; its debugging output is the only way to them. It has one level for each
    # byte of UTF-8, then the level of the paragraph itself.
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
    """The indices of a line's parts in their order from left to right; ``levels``: of each part (UAX #9, rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        edges = [k for k in range(len(levels) + 1) if _at_least(levels, k - 1, level) != _at_least(levels, k, level)]
        for first, end in zip(edges[::2], edges[1::2], strict=True):
            order[first:end] = reversed(order[first:end])
    return order


def _at_least(levels: Sequence[int], at: int, level: int) -> bool:
    return 0 <= at < len(levels) and levels[at] >= level
