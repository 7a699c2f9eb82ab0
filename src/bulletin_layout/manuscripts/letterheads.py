"""What stands round the text of an official document (公文的版头、版记; GB/T 9704): letterhead, number, copies."""

import re
from collections.abc import Sequence
from typing import Final

from bulletin_layout.manuscripts.matter import Paragraph
from bulletin_layout.manuscripts.traits import DATE

_FIGURES: Final = "0-9〇○零一二三四五六七八九十"
#: 禾站发〔2026〕5号, also with 签发人：… beside it; 第12期, 2026年第3期（总第45期）.
_NUMBER: Final = re.compile(
    r"(?:[^，。：]{0,16}[〔［【\[（(] ?(?:19|20)[0-9]{2} ?[〕］】\]）)] ?第? ?[0-9]{1,4} ?号"
    r"(?:[ \u3000\t]+签发人[：:].{0,20})?"
    rf"|[（(]?(?:[{_FIGURES}]{{4}}年)?[ \u3000]?第[ \u3000]?[{_FIGURES}]{{1,4}}[ \u3000]?期"
    rf"(?:[ \u3000]*[（(]?总第?[ \u3000]?[{_FIGURES}]{{1,4}}[ \u3000]?期[）)]?)?[）)]?)$"
)
#: 办公室编　　2026年10月9日, below the number of a bulletin.
_EDITED: Final = re.compile(r"[^，。：]{2,30}(?:编印?|主办|编辑部|办公室|编委会)[ \u3000\t]{1,60}")
#: Below the text: 抄送：…, …10月9日印发, （此件公开发布）.
_RECORD: Final = re.compile(
    r"(?:抄送|抄报|分送|报送?|送|发)[：:]|.{0,40}日[ \u3000\t]*印(?:发|制)?$|[（(]此件[^）)]{2,16}[）)]$"
    r"|(?:共印|印数)[^。]{0,12}份"
)
_MOST_RECORDS: Final = 5


def letterhead_length(lines: Sequence[Paragraph], is_head: Sequence[bool]) -> tuple[int, int]:
    """The lines that are the letterhead: the first of them, and the one after the last. ``is_head``: whether a line may
    be a headline. A number below the headline is alone; one above it ends what stands there."""
    found = next((at for at, line in enumerate(lines) if _NUMBER.match(line.text.strip())), None)
    if found is None:
        return 0, 0
    end = found + 1
    while end < len(lines) and _is_edited(lines[end].text):
        end += 1
    return (0 if any(is_head[end:]) else found), end


def _is_edited(text: str) -> bool:
    found = _EDITED.match(text)
    return found is not None and DATE.fullmatch(text, found.end()) is not None


def record_length(texts: Sequence[str]) -> int:
    """How many of the last lines are the record of printing and copies (版记)."""
    count = 0
    while count < min(len(texts), _MOST_RECORDS) and _RECORD.match(texts[-1 - count].strip()):
        count += 1
    return count
