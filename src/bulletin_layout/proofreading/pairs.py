"""Marks in pairs (引号、括号、书名号): what has no partner, crosses, or stands within its like."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.rule import Form, Slip, compiled, matches

_OPENERS: Final = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "［": "］"}
_CLOSERS: Final = {closer: opener for opener, closer in _OPENERS.items()}
#: Each with its partner, inner ones before those that may stand round them.
_COUPLES: Final = ("‘’", "〈〉", "《》", "“”", "（）", "()", "【】", "〔〕", "［］")
#: Brackets that close each other although one is half-width.
_MIXED: Final = {"（": ")", "(": "）"}
#: Marks of list items that only close: 1） a） 一）.
_LABEL: Final = Form(
    r"(?:^|(?<=[：:；;，,。、\s]))(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])(?P<mark>[）)])"
)
_CORNERS: Final = Form("[「」『』]", cues="「|」|『|』")


_MARKS: Final = f"[{re.escape(''.join((*_OPENERS, *_CLOSERS)))}]"


def pair_slips(copy: Copy) -> Iterator[Slip]:
    """Slips of marks in pairs, paragraph by paragraph; and the first corner bracket of a story."""
    marks_in = compiled(_MARKS).findall
    last = {part.end for part in copy.parts}
    for start, end, _ in copy.spans:
        marks = "".join(marks_in(copy.text, start, end))
        for couple in _COUPLES if marks else ():
            marks = marks.replace(couple, "")
        if marks:  # something is left beside those that stand together, each within another kind
            after = copy.text[end + 1 : end + 2] if end not in last else ""
            yield from _Pairs(start, copy.text[start:end]).slips(after)
    for part in copy.parts:
        for match in islice(matches(_CORNERS, copy, part.start, part.end), 1):
            yield Slip(*match.span(), "quote_corner", {"wrong": match[0]})


class _Pairs:
    """The marks of one passage, and those that are open (``open``: their offsets in it)."""

    def __init__(self, start: int, text: str) -> None:
        self._start, self._text = start, text
        self._open: list[int] = []
        self._labels = {match.start("mark") for match in compiled(_LABEL.pattern).finditer(text)}

    def slips(self, after: str) -> Iterator[Slip]:
        """``after``: the first character of the next passage; a quotation may go on there."""
        for at, char in enumerate(self._text):
            if char in _OPENERS:
                yield from self._opened(at, char)
            elif char in _CLOSERS and not self._is_no_closer(at, char):
                yield from self._closed(at, char)
        for at in self._open:
            if self._text[at] not in "“‘" or after != self._text[at]:
                yield self._unpaired(at)

    def _is_no_closer(self, at: int, char: str) -> bool:
        """An apostrophe between or behind Latin letters, or the mark of a list item."""
        if char == "’" and not any(self._text[each] == "‘" for each in self._open):
            return self._text[at - 1 : at].isascii() and at > 0
        return at in self._labels and not any(self._text[each] in "（(" for each in self._open)

    def _opened(self, at: int, char: str) -> Iterator[Slip]:
        same = [each for each in self._open if self._text[each] == char]
        if same and char in "“（《":
            if self._text.count(char) > self._text.count(_OPENERS[char]):
                yield self._unpaired(same[-1])
                self._open.remove(same[-1])
            elif self._is_within(char, same[-1]):
                yield self._nested(at, char)
        self._open.append(at)

    def _is_within(self, char: str, outer: int) -> bool:
        """Whether no mark of the other level stands between: 《〈《》〉》 is right."""
        between = {"《": "〈", "“": "‘"}.get(char)
        return not any(each > outer and self._text[each] == between for each in self._open)

    def _nested(self, at: int, char: str) -> Slip:
        end = self._text.find(_OPENERS[char], at) + 1 or at + 1
        code = {"“": "quote_nest", "（": "bracket_nest", "《": "title_nest"}[char]
        words = self._text[at:end]
        inner = {"“": "‘’", "（": "〔〕", "《": "〈〉"}[char]
        right = f"{inner[0]}{words[1:-1]}{inner[1]}" if words[-1] == _OPENERS[char] else None
        return Slip(self._start + at, self._start + end, code, {"wrong": words}, right, safe=char == "《")

    def _closed(self, at: int, char: str) -> Iterator[Slip]:
        partners = (_CLOSERS[char], *(opener for opener, closer in _MIXED.items() if closer == char))
        if self._open and self._text[self._open[-1]] in partners:
            opener = self._open.pop()
            if self._text[opener] != _CLOSERS[char]:
                words = self._text[opener : at + 1]
                right = f"（{words[1:-1]}）"
                yield Slip(
                    self._start + opener, self._start + at + 1, "bracket_mixed", {"wrong": words}, right, safe=True
                )
            return
        behind = [each for each in self._open if self._text[each] in partners]
        if not behind:
            yield self._unpaired(at)
            return
        partner = behind[-1]
        inner = [each for each in self._open if each > partner]
        crossing = [each for each in inner if _OPENERS[self._text[each]] in self._text[at:]]
        for each in inner:
            if each not in crossing:
                yield self._unpaired(each)
        if crossing:
            words = self._text[partner : at + 1]
            yield Slip(self._start + partner, self._start + at + 1, "bracket_cross", {"wrong": words})
        self._open = [each for each in self._open if each < partner or each in crossing]

    def _unpaired(self, at: int) -> Slip:
        """The mark that has no partner, with the words beside it."""
        char, where = self._text[at], self._start + at
        words = self._text[at : at + 7] if char in _OPENERS else self._text[max(0, at - 6) : at + 1]
        return Slip(where, where + 1, "quote_unpaired" if char in "“”‘’" else "bracket_unpaired", {"wrong": words})
