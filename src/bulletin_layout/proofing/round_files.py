"""Round files (校次文件): rounds as small JSON files, a line for each text, so that version control shows changes.

A file is read as untrusted input: people edit it, and it comes with what others send. Everything is checked, sizes are
bounded, and nothing that it names is opened.
"""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any, Final, TypeVar
from unicodedata import combining

from bulletin_layout.proofing.rounds import (
    LONGEST_NAME,
    STAGES,
    Asked,
    Box,
    Round,
    RoundPage,
    RoundPhoto,
    RoundStory,
    RoundText,
    SetLine,
)

T = TypeVar("T")

SCHEMA: Final = "bulletin/round@1"
#: Limits far above those of a newspaper of 100 pages.
MOST_BYTES: Final = 20_000_000
_MOST_ITEMS: Final = 20_000
_MOST_TEXT: Final = 2_000_000
_FARTHEST: Final = 1e5


class RoundError(ValueError):
    """A file that is no round; ``where``: the part that is wrong, as a path of keys; ``line``: in the file, from 1."""

    def __init__(self, where: str, line: int = 1) -> None:
        super().__init__(where)
        self.where, self.line = where, line


def as_json(made: Round) -> str:
    """The text of a round's file; the same round gives the same text."""
    head = {
        "schema": SCHEMA, "round": made.number, "stage": made.stage, "date": made.date, "issue": made.issue,
        "names": made.names, "asked": [_asked_data(each) for each in made.asked],
    }  # fmt: skip
    opening = ",\n".join(f"{_one_line(key)}: {_one_line(value)}" for key, value in head.items())
    pages = ",\n".join(_page_lines(page) for page in made.pages)
    stories = ",\n".join(_story_lines(story) for story in made.stories.values())
    return f'{{\n{opening},\n"pages": [\n{pages}\n],\n"stories": [\n{stories}\n]\n}}\n'


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _opened(fields: Mapping[str, object], texts: Sequence[RoundText], slots: Sequence[tuple[int, str]]) -> str:
    """An object with its texts, each on lines of its own."""
    inside = ",\n".join(_one_line(_text_data(text, slots)) for text in texts)
    return f'{_one_line(fields)[:-1]}, "texts": [\n{inside}\n]}}'


def _page_lines(page: RoundPage) -> str:
    fields = {"page": page.number, "name": page.name, "editor": page.editor, "digest": page.digest}
    return _opened(fields, page.texts, [(page.number, "")])


def _story_lines(story: RoundStory) -> str:
    photos = [
        {"name": photo.name, "sha256": photo.sha256, "box": photo.box, "crop": [round(side, 4) for side in photo.crop]}
        for photo in story.photos
    ]
    fields = {"slug": story.slug, "title": story.title, "slots": story.slots, "photos": photos}
    return _opened(fields, story.texts, story.slots)


def _text_data(text: RoundText, slots: Sequence[tuple[int, str]]) -> dict[str, object]:
    """A text; of each line its start, the index of its slot, its number, x, y, size, length; 1 if it is vertical."""
    lines = [
        [
            line.start,
            slots.index((line.page, line.slot)),
            line.number,
            round(line.x, 1),
            round(line.y, 1),
            round(line.size, 1),
            round(line.length, 1),
        ]
        + [1] * line.vertical
        for line in text.lines
    ]
    found: dict[str, object] = {"kind": text.kind, "text": text.text, "lines": lines}
    if text.name:
        found["name"] = text.name
    if text.styled:
        found["styled"] = text.styled
    return found


def _asked_data(asked: Asked) -> dict[str, str]:
    return {"story": asked.story, "words": asked.words, "old": asked.old, "new": asked.new}


def round_of(data: bytes) -> Round:
    """The round in a file. RoundError: it is none."""
    if len(data) > MOST_BYTES:
        raise RoundError("size")
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except json.JSONDecodeError as problem:
        raise RoundError(problem.msg, problem.lineno) from None
    except (ValueError, RecursionError):
        raise RoundError("JSON") from None
    return _Reader(found).round()


def _refuse(constant: str) -> None:
    raise RoundError(constant)


class _Reader:
    """Takes values out of what JSON holds. RoundError wherever they are not what they should be."""

    def __init__(self, data: Any, where: str = "") -> None:
        self._data, self._where = data, where

    def at(self, key: str) -> "_Reader":
        """The value of a key."""
        if not isinstance(self._data, dict) or key not in self._data:
            raise RoundError(f"{self._where}.{key}".lstrip("."))
        return _Reader(self._data[key], f"{self._where}.{key}".lstrip("."))

    def has(self, key: str) -> bool:
        """Whether there is such a key."""
        return isinstance(self._data, dict) and key in self._data

    def each(self, read: Callable[["_Reader"], T]) -> tuple[T, ...]:
        """The members of a list."""
        if not isinstance(self._data, list) or len(self._data) > _MOST_ITEMS:
            raise RoundError(self._where)
        return tuple(read(_Reader(value, f"{self._where}[{at}]")) for at, value in enumerate(self._data))

    def members(self, least: int, most: int) -> Iterator["_Reader"]:
        """The members of a list of so many."""
        if not isinstance(self._data, list) or not least <= len(self._data) <= most:
            raise RoundError(self._where)
        return (_Reader(value, f"{self._where}[{at}]") for at, value in enumerate(self._data))

    def text(self, most: int = _MOST_TEXT) -> str:
        """A text without lone surrogates and control characters."""
        value = self._data
        wrong = not isinstance(value, str) or len(value) > most
        if wrong or any((char < " " and char not in "\n\t") or "\ud800" <= char <= "\udfff" for char in value):
            raise RoundError(self._where)
        assert isinstance(value, str)
        return value

    def name(self) -> str:
        """A short text."""
        return self.text(LONGEST_NAME)

    def whole(self, least: int = 0, most: int = _MOST_TEXT) -> int:
        """A whole number."""
        value = self._data
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise RoundError(self._where)
        return value

    def real(self) -> float:
        """A number of points."""
        value = self._data
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise RoundError(self._where)
        if not abs(value) <= _FARTHEST or not math.isfinite(value):
            raise RoundError(self._where)
        return float(value)

    def round(self) -> Round:
        """The whole file."""
        if self.at("schema").text() != SCHEMA:
            raise RoundError("schema")
        stage = next((each for each in STAGES if each == self.at("stage").text()), None)
        if stage is None:
            raise RoundError("stage")
        stories = self.at("stories").each(_story)
        return Round(
            number=self.at("round").whole(1, 99),
            stage=stage,
            date=self.at("date").name(),
            issue=self.at("issue").text(500),
            pages=self.at("pages").each(_page),
            stories={story.slug: story for story in stories},
            asked=self.at("asked").each(_asked),
            names=self.at("names").each(_Reader.name),
        )


def _page(data: _Reader) -> RoundPage:
    number = data.at("page").whole(1)
    return RoundPage(
        number,
        data.at("name").text(),
        data.at("editor").text(),
        data.at("digest").text(128),
        data.at("texts").each(lambda text: _text(text, ((number, ""),))),
    )


def _story(data: _Reader) -> RoundStory:
    slots = data.at("slots").each(_slot)
    return RoundStory(
        data.at("slug").text(500),
        data.at("title").text(),
        data.at("texts").each(lambda text: _text(text, slots)),
        data.at("photos").each(_photo),
        slots,
    )


def _slot(data: _Reader) -> tuple[int, str]:
    page, name = data.members(2, 2)
    return page.whole(1), name.text(500)


def _photo(data: _Reader) -> RoundPhoto:
    page, *sides = data.at("box").members(5, 5)
    left, top, right, bottom = (side.real() for side in data.at("crop").members(4, 4))
    box = Box(page.whole(1), *(side.real() for side in sides))
    return RoundPhoto(data.at("name").text(500), data.at("sha256").text(128), box, (left, top, right, bottom))


def _text(data: _Reader, slots: Sequence[tuple[int, str]]) -> RoundText:
    text = data.at("text").text()
    lines = data.at("lines").each(lambda line: _line(line, slots, len(text)))
    if any(one.start >= two.start for one, two in pairwise(lines)):
        raise RoundError("lines")
    ends = [*(line.start for line in lines[1:]), len(text)]
    lines = tuple(
        replace(line, edges=_edges(text[line.start : end], line)) for line, end in zip(lines, ends, strict=False)
    )
    return RoundText(
        data.at("kind").name(),
        text,
        data.at("name").text(500) if data.has("name") else "",
        lines,
        data.at("styled").each(_styled) if data.has("styled") else (),
    )


def _line(data: _Reader, slots: Sequence[tuple[int, str]], length: int) -> SetLine:
    start, slot, number, x, y, size, wide, *vertical = data.members(7, 8)
    page, name = slots[slot.whole(0, len(slots) - 1)]
    place = (x.real(), y.real(), size.real())
    return SetLine(start.whole(0, length), page, name, number.whole(), *place, bool(vertical), (wide.real(),))


def _edges(text: str, line: SetLine) -> tuple[float, ...]:
    """Where the characters of a line are likely to stand: those of Western words are half as wide as Han."""
    widths = [0.5 if char < "\u0250" else 0.0 if combining(char) else 1.0 for char in text]
    each = line.length / (sum(widths) or 1.0)
    return tuple(accumulate((width * each for width in widths), initial=0.0))


def _styled(data: _Reader) -> tuple[int, int, str]:
    start, end, style = data.members(3, 3)
    return start.whole(), end.whole(), style.text(500)


def _asked(data: _Reader) -> Asked:
    return Asked(data.at("story").text(500), data.at("words").text(), data.at("old").text(), data.at("new").text())
