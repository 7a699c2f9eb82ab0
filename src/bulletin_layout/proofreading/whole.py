"""Checks of a whole text (全篇): its paragraphs, sentences and photos."""

from collections.abc import Iterator
from typing import Final

from bulletin_layout.issue import plain
from bulletin_layout.proofreading.copy import Copy, Part
from bulletin_layout.proofreading.rule import Form, Slip, compiled, matches

#: A sentence of prose, up to its mark.
SENTENCE: Final = Form(r"[^。！？；\n]+")
#: A stretch without a mark.
_STRETCH: Final = Form(r"[^\s，。、；：！？“”‘’（）《》…—·,.!?;:()A-Za-z]{45,}")
#: Words that begin a second clause.
_JOINTS: Final = ("并对", "并将", "同时")
#: A head within the text: its number, and no sentence.
_NUMBERED: Final = Form(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,3}[章节部])[^。！？；\n]{1,40}$"
)
#: A head of two halves is no longer (远赴新疆，在戈壁贡献力量); what makes words of this length a sentence.
_HEAD: Final = 30
_TOLD: Final = Form("了|将|正在|出席|参加|表示|指出|介绍|召开|举行|进行|我们|[日月年]")
#: Who wrote it, or took the photo; a label before words without a stop.
_CREDIT: Final = Form(r"[^\W\d]{2,6}：[^。\n]{1,60}$|(?:作者|供稿|记者|通讯员|摄影|撰稿|编辑|审核|来源|[图文])[：/]")
_SIDE: Final = r"(左|右)([一二三四五六七八九])"
_SIDES: Final = "一二三四五六七八九"
#: A sentence of commas: so long, and so many of them.
_LONG: Final = 150
_COMMAS: Final = 8
_ENDS: Final = "。！？…”’）：；—》】〉.!?):;\ufffc"
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
        if passage.kind == "caption":
            yield from _sides(start, text)
        if passage.kind == "body" and len(text) >= _PROSE and "，" in text and _is_open(text):
            yield Slip(end - 1, end, "para_end", {"wrong": text[-6:]})
        if len(text) > _LONG and passage.kind in ("body", "item", "quote"):
            yield from _commas(copy, start, end)
        if passage.kind in ("body", "item") and any(joint in text for joint in _JOINTS):
            yield from _unmarked(copy, start, end)
    for part in copy.parts:
        if part.story is not None and part.story.byline:
            yield from _signed_twice(copy, part, plain(part.story.byline))


def _is_open(text: str) -> bool:
    """Whether a paragraph lacks the mark at its end: it is no head, and no line of credits."""
    if text[-1] in _ENDS or any(compiled(form.pattern).match(text) for form in (_NUMBERED, _CREDIT)):
        return False
    is_head = len(text) <= _HEAD and text.count("，") == 1 and "。" not in text
    return not is_head or compiled(_TOLD.pattern).search(text) is not None


def _sides(start: int, text: str) -> Iterator[Slip]:
    """Places in a caption (左三) that the people it names do not fill; or that count from both sides."""
    found = list(compiled(_SIDE).finditer(text))
    people = text.count("、") + text.count("和") + len(found)
    for match in found:
        beyond = "、" in text and _SIDES.index(match[2]) + 1 > max(people, 2)
        if beyond or (match[1] == "右" and "左起" in text):
            yield Slip(start + match.start(), start + match.end(), "caption_side", {"wrong": match[0]})


def _unmarked(copy: Copy, start: int, end: int) -> Iterator[Slip]:
    """Long stretches without a mark, in which a second clause begins."""
    for match in matches(_STRETCH, copy, start, end):
        joint = next((match[0].find(word) for word in _JOINTS if word in match[0]), -1)
        if joint > 0 and match[0][joint - 1] != "的":
            at = match.start() + joint
            yield Slip(at, at + 2, "drop_mark", {"wrong": copy.text[at - 4 : at + 4]})


def _signed_twice(copy: Copy, part: Part, byline: str) -> Iterator[Slip]:
    """A story with a byline, whose text ends with it in brackets too."""
    for start, end, passage in copy.spans:
        if passage.kind == "body" and part.start <= start <= part.end and copy.text[end - 1 : end] == "）":
            opener = copy.text.rfind("（", start, end)
            signed = copy.text[opener + 1 : end - 1]
            if opener >= 0 and len(signed) > 1 and signed.strip() in byline:
                yield Slip(opener, end, "byline_twice", {"wrong": copy.text[opener:end]}, "")


def _commas(copy: Copy, start: int, end: int) -> Iterator[Slip]:
    for match in matches(SENTENCE, copy, start, end):
        if len(match[0]) > _LONG and match[0].count("，") >= _COMMAS:
            yield Slip(*match.span(), "comma_run", {"wrong": match[0][:12]})
