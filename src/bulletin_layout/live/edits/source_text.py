"""A text file as an edit sees it (待改的文件): found by line and column, changed by replacing stretches of it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from bulletin_layout.values import NamedTuple, dataclass

_BOM: Final = b"\xef\xbb\xbf"
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Replacement(NamedTuple):
    """New text for the characters ``start`` to ``end`` (exclusive) of a source text; line ends are ``\\n``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A UTF-8 file. ``text``: as readers see it, without BOM and with ``\\n`` as line end, so that an index into it is
    that of the places in findings. ``path``: the file; ``shown``: as locations name it."""

    path: Path
    shown: str
    data: bytes
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")

    def index(self, line: int, column: int) -> int:
        """The index of a place, both from 1."""
        lines = self.lines
        return sum(len(each) + 1 for each in lines[: line - 1]) + min(column - 1, len(lines[line - 1]))

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of an index, from 1."""
        start = self.text.rfind("\n", 0, index) + 1
        return self.text.count("\n", 0, index) + 1, index - start + 1

    def replaced(self, changes: Sequence[Replacement]) -> bytes:
        """The file with stretches of it replaced, none of which overlap; all other bytes stay."""
        written = self.data.removeprefix(_BOM).decode("utf-8")
        ends = [found.span() for found in _LINE_END.finditer(written)]
        newline = written[ends[0][0] : ends[0][1]] if ends else "\n"
        # Only a line end of two characters moves what follows it.
        wide = [start - number for number, (start, end) in enumerate(each for each in ends if _wide(each))]
        parts = sorted(changes)
        assert all(a.end <= b.start for a, b in pairwise(parts)), "no two replace the same"
        done, at = [], 0
        for start, end, new in parts:
            done += [written[at : _moved(start, wide)], new.replace("\n", newline)]
            at = _moved(end, wide)
        return self.data[: len(self.data) - len(self.data.removeprefix(_BOM))] + "".join([*done, written[at:]]).encode()


def _wide(span: tuple[int, int]) -> bool:
    return span[1] - span[0] == 2


def _moved(index: int, wide: Sequence[int]) -> int:
    """An index into the text as an index into what is written; ``wide``: the indices of line ends that are two
    characters there."""
    return index + sum(at < index for at in wide)


def source_text(path: Path, shown: str, data: bytes) -> SourceText | None:
    """A file's text; None when it is not UTF-8."""
    try:
        written = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return SourceText(path, shown, data, _LINE_END.sub("\n", written))
