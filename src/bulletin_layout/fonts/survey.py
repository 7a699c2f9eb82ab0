"""Surveys the fonts of a book: coverage of character sets, and real widths of marks (the table of ``bulletin
fonts``)."""

from bulletin_layout.fonts.book import FontBook, FontFile
from bulletin_layout.fonts.face import Face, InkBounds
from bulletin_layout.fonts.opening import FontError
from bulletin_layout.fonts.standard import LEVEL_1, standard_characters
from bulletin_layout.values import dataclass

#: The marks in which Chinese fonts differ most.
SURVEYED_MARKS = ("—", "——", "…", "·", "“", "，", "。")
#: The ranges of the three levels of 通用规范汉字表.
_LEVELS = (("通用规范汉字 一级", 0, LEVEL_1), ("通用规范汉字 二级", LEVEL_1, 6500), ("通用规范汉字 三级", 6500, 8105))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many characters of a repertoire (字符集) a face has, and the first few that it lacks."""

    repertoire: str
    covered: int
    total: int
    missing: str


@dataclass(frozen=True, slots=True)
class MarkMeasure:
    """A mark as the font sets it: advance and ink in em; number of glyphs (1 if the font joins both parts of ——)."""

    mark: str
    advance: float
    ink: InkBounds
    glyphs: int


@dataclass(frozen=True, slots=True)
class FontReport:
    """One font of the book: its entry in fonts.yaml, its PostScript name, number of characters, coverage and marks."""

    file: FontFile
    name: str
    characters: int
    coverage: tuple[Coverage, ...]
    marks: tuple[MarkMeasure, ...]


def survey(book: FontBook) -> tuple[FontReport, ...]:
    """A report for each font that can be opened, in the order of fonts.yaml; ``FontBook.problems`` has the others."""
    repertoires = _repertoires()
    reports = []
    for (family, weight), file in book.files.items():
        try:
            face = book.face(family, weight)
        except FontError:
            continue
        characters = face.characters
        coverage = tuple(_coverage(characters, name, chars) for name, chars in repertoires)
        marks = tuple(measure(face, mark) for mark in SURVEYED_MARKS)
        reports.append(FontReport(file, face.name, len(characters), coverage, marks))
    return tuple(reports)


def measure(face: Face, mark: str) -> MarkMeasure:
    """Measure a mark of one or more characters as the face sets it in a horizontal line."""
    glyphs = face.shape(mark)
    boxes, x = [], 0.0
    for glyph in glyphs:
        ink = face.ink(glyph.gid)
        left, bottom = x + glyph.dx, glyph.dy
        boxes.append(InkBounds(left + ink.left, bottom + ink.bottom, left + ink.right, bottom + ink.top))
        x += glyph.advance
    union = InkBounds(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )
    return MarkMeasure(mark, x, union, len(glyphs))


def _repertoires() -> tuple[tuple[str, str], ...]:
    table = standard_characters()
    # Rows 16 to 87 of GB 2312 hold its Han; unassigned cells are dropped by "ignore".
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return (
        ("GB 2312 汉字", "".join(row.decode("gb2312", "ignore") for row in rows)),
        *((name, table[first:end]) for name, first, end in _LEVELS),
        ("CJK 基本区", "".join(map(chr, range(0x4E00, 0x9FA6)))),
        ("CJK 扩展 A", "".join(map(chr, range(0x3400, 0x4DB6)))),
    )


def _coverage(characters: frozenset[int], repertoire: str, chars: str) -> Coverage:
    missing = [char for char in chars if ord(char) not in characters]
    return Coverage(repertoire, len(chars) - len(missing), len(chars), "".join(missing[:20]))
