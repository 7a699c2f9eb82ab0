"""What the format and the wording of a paragraph say about its role (特征): the grounds for votes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from bulletin_layout.manuscripts.draft import Line, text_of
from bulletin_layout.manuscripts.matter import Look, Matter, Paragraph, Run

#: A paragraph of so many characters is text, whose size is the usual one.
_LONG: Final = 30
_BODY: Final = 40
#: Fonts of headlines, and of decks.
_HEAD_FACES: Final = ("小标宋", "大标宋", "标宋", "黑体", "魏碑", "hei", "黑")
_KAI: Final = ("楷", "kai")
END_MARK: Final = re.compile(r"[。！？；：…，、.!?;:,][”’）》」』\"')]*$")
STOP: Final = re.compile(r"[。！？…][”’）》」』]*$")
#: Marks of ``Look`` that say nothing where they stand on all of a text.
SWITCHES: Final = ("bold", "italic", "underline", "dots")
_HEADING: Final = re.compile(r"(?:heading|标题) ?([1-9])")
#: 一、 （一） at the start of a crosshead.
NUMBER: Final = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])")
_BLANK: Final = r"[ \u3000\t]{0,12}"
_HAN_FIGURES: Final = "〇○ＯO零一二三四五六七八九十"
#: A date at the end of a line, also one whose figures are left blank: 2026年10月9日, 二〇二六 年 十 月, 年　月　日.
DATE: Final = re.compile(
    rf"(?:(?:(?<![0-9{_HAN_FIGURES}])[0-9]{{4}}|[{_HAN_FIGURES}]{{2,4}}|^|(?<=[：: \u3000])){_BLANK}年"
    rf"{_BLANK}[0-9{_HAN_FIGURES}]{{0,2}}{_BLANK}月(?:{_BLANK}[0-9{_HAN_FIGURES}]{{0,3}}{_BLANK}日)?"
    rf"|(?<![0-9])[0-9]{{4}}([-.．/])[0-9]{{1,2}}\1[0-9]{{1,2}})"
    rf"{_BLANK}(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)?$"
)
#: Any number that a list may be typed with.
LISTED: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|[0-9]{1,2}(?:[、）)．]|\.(?![0-9]))|[①-⑳])"
)


def usual_size(blocks: Sequence[Matter]) -> float:
    """The size of most text in long paragraphs, else of most text, in points; 0 when unknown."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    long = [each for each in paragraphs if len(each.text) >= _LONG]
    counts: Counter[float] = Counter()
    for each in long or paragraphs:
        for run in each.runs:
            counts[run.look.size] += len(run.text.strip())
    return counts.most_common(1)[0][0] if counts else 0.0


def look_of(paragraph: Paragraph) -> Look:
    """The look of most of a paragraph's text."""
    counts: Counter[Look] = Counter()
    for run in paragraph.runs:
        counts[run.look] += len(run.text.strip())
    return counts.most_common(1)[0][0] if counts else Look()


def is_bold(paragraph: Paragraph) -> bool:
    """Whether all of a paragraph is bold."""
    return all(run.look.bold for run in paragraph.runs if run.text.strip())


def is_head_face(look: Look) -> bool:
    """Whether a font is one of those for headlines."""
    return any(name in look.face.lower() for name in _HEAD_FACES)


def is_kai(look: Look) -> bool:
    """Whether a font is a Kai."""
    return any(name in look.face.lower() for name in _KAI)


def heading_level(paragraph: Paragraph) -> int:
    """The level of a heading by its style, 1 for a title; 0: none."""
    if paragraph.style in ("title", "标题", "题目", "文章标题"):
        return 1
    found = _HEADING.match(paragraph.style)
    return int(found[1]) if found is not None else 0


def is_body(paragraph: Paragraph) -> bool:
    """Whether a paragraph can only be text: long, and with the end of a sentence or an indent."""
    text = paragraph.text
    if heading_level(paragraph):
        return False
    return len(text) >= _BODY and (STOP.search(text) is not None or "。" in text or paragraph.blanks >= 1.5)


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, or the blanks for one."""
    found = DATE.search(text)
    return found is not None and not re.sub(r"(?:日期|时间)[：:]|[ \u3000\t]", "", text[: found.start()])


def unmarked(line: Line) -> Line:
    """A line without the marks that stand on all of it: a head's or a caption's style says how it looks."""
    shown = [run for run in line if run.text.strip()]
    common = [name for name in SWITCHES if shown and all(getattr(run.look, name) for run in shown)]
    return tuple(without_looks(run, common) for run in line) if common else line


def without_looks(run: Run, names: Sequence[str]) -> Run:
    """A run with some switches of its look turned off."""
    off: dict[str, Any] = dict.fromkeys(names, False)
    return replace(run, look=replace(run.look, **off))


def stripped(line: Line, start: int = 0, end: int = 0) -> Line:
    """A line without so many characters at its start and at its end."""
    runs = [*line]
    while runs and start >= len(runs[0].text) and not runs[0].note:
        start -= len(runs.pop(0).text)
    if runs and start:
        runs[0] = replace(runs[0], text=runs[0].text[start:])
    while runs and end >= len(runs[-1].text) and end and not runs[-1].note:
        end -= len(runs.pop().text)
    if runs and end:
        runs[-1] = replace(runs[-1], text=runs[-1].text[:-end])
    return tuple(runs)


def without(line: Line, found: re.Match[str]) -> Line:
    """A line without a match at its start or at its end."""
    length = len(text_of(line))
    return stripped(line, found.end()) if found.start() == 0 else stripped(line, 0, length - found.start())
