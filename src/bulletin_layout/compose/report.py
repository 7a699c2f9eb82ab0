"""What a slot got (版块结果): room, set, over and short, so that the editor knows how much to cut or to write."""

from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class SlotReport:
    """One row of the slot table (凑版表). ``*_chars`` count 字 of body text, ``*_lines`` whole 行 of one column.

    ``pages``: how many it goes through, one after another from ``page`` on; more than one for a text that runs on.
    ``room``: what the slot holds beside its titles and photos; ``set``: what was placed; ``over``: what did not fit
    (溢文); ``short``: what is left empty (缺文); ``gave``: what bent so that it fits, in words, "" when nothing did;
    ``cut``: what is cropped of its photos (裁图); ``left``: which rules of a good page gave way because nothing else
    was lawful.
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
