"""Spaces that are meant (有意的空): between names, between the halves of a slogan or of a head, behind a label."""

import re
from collections.abc import Iterator
from typing import Final

#: Names follow, with spaces between them; and so near before a space they may stand.
_CREDITS: Final = re.compile("记者|通讯员|摄影|供稿|撰稿|作者|编辑|审核|[图文摄][/／：]")
_NEAR: Final = 8
#: So much of a paragraph is looked at on either side.
_FAR: Final = 200
#: A label before a text: the number of an article, where and when news was sent.
_LABEL: Final = re.compile("^(?:第[一二三四五六七八九十百]{1,5}[条章节]|.{0,30}[日社报网][电讯])$")
_OPENING: Final = re.compile("[“《【（(]")
_CLOSERS: Final = {"“": "”", "《": "》", "【": "】", "（": "）", "(": ")"}
#: What stands in a sentence and in no head; a head within the text is no longer than this.
_ENDING: Final = "。，；！？"
_HEADLIKE: Final = 40
#: The shortest half of a slogan; the longest name.
_HALF: Final = 3
_NAME: Final = 4


def parts_words(match: re.Match[str]) -> bool:
    """Whether a space parts what is no sentence: names, the halves of a slogan or of a head, a label and its text."""
    before = match.string[max(0, match.start() - _FAR) : match.start()].rpartition("\n")[2]
    after = match.string[match.start() : match.start() + _FAR].partition("\n")[0]
    paragraph, at = before + after, len(before)
    if _LABEL.search(paragraph[:at]) or _CREDITS.search(paragraph[max(0, at - _NEAR) : at]):
        return True
    if not any(mark in _ENDING for mark in paragraph):
        return len(paragraph) <= _HEADLIKE or all(len(part) <= _NAME for part in paragraph.split())
    return any(
        opener < at < closer and _is_apart(paragraph[opener : closer + 1]) for opener, closer in _marked(paragraph)
    )


def _marked(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where the marks of titles and quotations, and brackets, open and close."""
    for found in _OPENING.finditer(paragraph):
        closer = paragraph.find(_CLOSERS[found[0]], found.end())
        if closer > 0:
            yield found.start(), closer


def _is_apart(words: str) -> bool:
    """Whether spaces are meant within these marks: (记者 甲 乙), “喜迎盛会 永远向前”."""
    parts = words[1:-1].split()
    if words[0] in "（(":
        return _CREDITS.search(words) is not None
    return (min(map(len, parts)) >= _HALF or len(parts) > 2) and not any(mark in words for mark in "，。；")
