"""Numbers of automatic lists (自动编号), as Word prints them (ISO/IEC 29500-1, 17.9).

Counters belong to the abstract list: lists that share it go on counting, unless one of them says where it starts.
"""

import re
from typing import Final

from bulletin_layout.manuscripts.matter import Marker
from bulletin_layout.manuscripts.numerals import numeral
from bulletin_layout.manuscripts.styles import Styles, is_on
from bulletin_layout.manuscripts.xml import Node
from bulletin_layout.values import NamedTuple

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_PLAIN: Final = re.compile(r"%[1-9][.．]?")


class _Level(NamedTuple):
    form: str
    text: str
    start: int
    legal: bool
    restart: int | None
    apart: bool


class Number(NamedTuple):
    """What a list prints before a paragraph, how it is counted, and its level from 0."""

    text: str
    marker: Marker
    level: int


NO_NUMBER: Final = Number("", "", 0)


class Numbering:
    """Counts the lists of a file; ``number`` is to be called once for each paragraph, in order."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {node.get("w:abstractNumId"): node for node in _all(root, "w:abstractNum")}
        self._lists = {node.get("w:numId"): node for node in _all(root, "w:num")}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Node | None) -> Number:
        """The number of the next paragraph, from its properties."""
        node = self._styles.property(paragraph, "w:numPr")
        id, level = _value(node, "w:numId"), _whole(_value(node, "w:ilvl"))
        if not id or id == "0" or id not in self._lists or not 0 <= level < _LEVELS:
            return NO_NUMBER
        levels = {at: self._level(id, at) for at in range(level + 1)}
        if levels[level] is None:
            return NO_NUMBER
        counts = self._counts.setdefault(self._owner(id), {})
        self._advance(id, level, counts, levels)
        here = levels[level]
        assert here is not None  # checked above
        if here.form == "bullet":
            return Number("", "bullet", level)
        text = _PLACE.sub(lambda found: self._one(int(found[1]) - 1, here, counts, levels), here.text)
        text += _gap(text) if here.apart else ""
        is_plain = here.form == "decimal" and _PLAIN.fullmatch(here.text) is not None
        return Number(text, "decimal" if is_plain else "other" if text else "", level)

    def _advance(self, id: str, level: int, counts: dict[int, int], levels: dict[int, _Level | None]) -> None:
        """Count a paragraph: this level goes up, deeper ones begin anew, upper ones that were not seen are begun."""
        override = self._override(id, level)
        for upper in range(level):
            at = levels[upper]
            counts.setdefault(upper, at.start if at is not None else 1)
        begins = override is not None and (id, level) not in self._begun
        self._begun.add((id, level))
        here = levels[level]
        if begins and override is not None:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else here.start if here is not None else 1
        for deeper in [at for at in counts if at > level]:
            below = self._level(id, deeper)
            restart = below.restart if below is not None else None
            if restart is None or (restart and level < restart):
                del counts[deeper]

    def _one(self, at: int, here: _Level, counts: dict[int, int], levels: dict[int, _Level | None]) -> str:
        level = levels.get(at)
        if level is None:
            return ""
        return numeral(counts.get(at, level.start), "decimal" if here.legal else level.form)

    def _owner(self, id: str) -> str:
        return _value(self._lists[id], "w:abstractNumId")

    def _override(self, id: str, level: int) -> int | None:
        """The number at which a list of its own starts."""
        nodes = [node for node in self._lists[id].all("w:lvlOverride") if node.get("w:ilvl") == str(level)]
        start = _value(nodes[0], "w:startOverride") if nodes else ""
        return _whole(start) if start else None

    def _level(self, id: str, level: int) -> _Level | None:
        """A level's definition: the list's own, else that of the abstract list, which may be named by a style."""
        for node in self._lists[id].all("w:lvlOverride"):
            own = node.first("w:lvl")
            if node.get("w:ilvl") == str(level) and own is not None:
                return _read(own)
        abstract = self._abstract.get(self._owner(id))
        named = _value(abstract, "w:numStyleLink")
        if named:
            linked = (each for each in self._abstract.values() if _value(each, "w:styleLink") == named)
            abstract = next(linked, abstract)
        nodes = [node for node in _all(abstract, "w:lvl") if node.get("w:ilvl") == str(level)]
        return _read(nodes[0]) if nodes else None


def _read(node: Node) -> _Level:
    legal, restart = node.first("w:isLgl"), _value(node, "w:lvlRestart")
    form = _value(node, "w:numFmt") or "decimal"
    start = _value(node, "w:start")
    is_legal = legal is not None and is_on(legal)
    begins, apart = _whole(restart) if restart else None, _value(node, "w:suff") != "nothing"
    return _Level(form, _value(node, "w:lvlText"), _whole(start, 1), is_legal, begins, apart)


def _gap(text: str) -> str:
    """What parts a number from its text where no mark does: 1.1 概述, 第一章　总则."""
    last = text[-1:]
    return " " if last.isascii() and last.isalnum() else "\u3000" if "\u3400" <= last <= "\u9fff" else ""


def _all(node: Node | None, tag: str) -> tuple[Node, ...]:
    return node.all(tag) if node is not None else ()


def _value(node: Node | None, tag: str) -> str:
    child = node.first(tag) if node is not None else None
    return child.value if child is not None else ""


def _whole(text: str, usual: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else usual
