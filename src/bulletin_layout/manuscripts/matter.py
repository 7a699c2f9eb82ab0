"""What a manuscript holds (来稿内容), whatever file it came in: paragraphs, tables, pictures and boxes, in order."""

from dataclasses import field
from typing import Literal

from bulletin_layout.findings import Finding
from bulletin_layout.values import dataclass

Align = Literal["start", "center", "end"]
#: How a paragraph is numbered: by nothing, by a figure, by a dot, by Chinese figures and the like.
Marker = Literal["", "decimal", "bullet", "other"]


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run (字体格式). ``size``: points, 0 when unknown; ``face`` and ``latin``: the fonts for Han and for
    Western text, "" when unknown; ``white``: on white paper, so it cannot be seen."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    dots: bool = False
    shift: Literal["", "sup", "sub"] = ""
    size: float = 0.0
    face: str = ""
    struck: bool = False
    highlight: bool = False
    hidden: bool = False
    white: bool = False
    coloured: bool = False
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. ``note``: the label of the note that it refers to, instead of text; ``remark``: a
    comment at this place, instead of text. Line ends are ``\\n``."""

    text: str
    look: Look = Look()
    link: str = ""
    ruby: str = ""
    note: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``line``: its number in the manuscript, from 1; ``style``: the name of its style; ``number``: what
    an automatic list prints before it; ``blanks``: em of blanks typed at its start, which are taken off."""

    runs: tuple[Run, ...]
    line: int
    style: str = ""
    align: Align = "start"
    number: str = ""
    marker: Marker = ""
    level: int = 0
    blanks: float = 0.0

    @property
    def text(self) -> str:
        """Its text without number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. ``columns``: how many it spans; ``above``: it is joined to the one above."""

    blocks: tuple["Matter", ...]
    columns: int = 1
    above: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table (表格). ``heads``: rows that the manuscript itself names its head."""

    rows: tuple[tuple[Cell, ...], ...]
    line: int
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture (图片): its file's bytes, and the ending for its name, such as ``jpg``. ``alt``: its description."""

    data: bytes
    ending: str
    line: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A text box (文本框)."""

    blocks: tuple["Matter", ...]
    line: int


Matter = Paragraph | Grid | Shot | Box


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript that was read: its blocks, and its notes by label. ``whole``: it is a story file as it stands
    (``.md``); ``changes``: how many tracked changes it has."""

    blocks: tuple[Matter, ...]
    findings: tuple[Finding, ...]
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    whole: str = ""
    changes: int = 0
