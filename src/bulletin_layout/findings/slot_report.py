"""The result for a slot (版块结果): room, set, over and short, from which the editor sees how much to cut or to
write."""

from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class SlotReport:
    """One row of the slot table (凑版表). ``*_chars``: 字 of body text; ``*_lines``: whole 行 of one column.

    ``pages``: number of consecutive pages from ``page`` on; more than 1 for running text. ``room``: what the slot
    holds beside titles and photos; ``set``: what was placed; ``over``: what did not fit (超行); ``short``: what stays
    empty (缺文). ``gave``: the gives used, in words, or ""; ``cut``: what is cropped of its photos (裁图);
    ``left``: the rules of good composition that are broken, because no permitted setting avoids it.
    """

    page: int
    slot: str
    story: str
    room_chars: int
    room_lines: int
    set_chars: int
    set_lines: int
    over_chars: int = 0
    over_lines: int = 0
    short_chars: int = 0
    short_lines: int = 0
    gave: str = ""
    pages: int = 1
    left: Phrase = NOTHING
    cut: Phrase = NOTHING
