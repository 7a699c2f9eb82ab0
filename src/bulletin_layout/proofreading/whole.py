"""Checks of a whole text (全篇): its paragraphs, sentences and photos."""

from collections.abc import Iterator
from typing import Final

from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.rule import Form, Slip, matches

#: A sentence of prose, up to its mark.
SENTENCE: Final = Form(r"[^。！？；\n]+")
#: A sentence of commas: so long, and so many of them.
_LONG: Final = 150
_COMMAS: Final = 8
_ENDS: Final = "。！？…”’）：；—》】〉.!?\ufffc"
#: A paragraph is prose when it is so long and has a mark inside.
_PROSE: Final = 15
#: Marks that end no head.
_STOPS: Final = "。，；、"
_HEADS: Final = frozenset(("kicker", "headline", "deck", "crosshead", "section"))


def whole_slips(copy: Copy) -> Iterator[Slip]:
    """What is wrong with a text as a whole."""
    for start, end, passage in copy.spans:
        text = copy.text[start:end]
        if passage.kind in _HEADS and len(text) > 1 and text[-1] in _STOPS:
            yield Slip(end - 1, end, "head_stop", {"wrong": text[-2:], "right": text[-2]}, "", safe=True)
        if passage.kind == "body" and len(text) >= _PROSE and "，" in text and text[-1] not in _ENDS:
            yield Slip(end - 1, end, "para_end", {"wrong": text[-6:]})
        if len(text) > _LONG and passage.kind in ("body", "item", "quote"):
            yield from _commas(copy, start, end)


def _commas(copy: Copy, start: int, end: int) -> Iterator[Slip]:
    for match in matches(SENTENCE, copy, start, end):
        if len(match[0]) > _LONG and match[0].count("，") >= _COMMAS:
            yield Slip(*match.span(), "comma_run", {"wrong": match[0][:12]})
