"""What an archive file carries of each font (随档字体): an excerpt, the whole file, or nothing but its digest."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bulletin_layout.fonts import Face, FontBook, FontError, Original
from bulletin_layout.issue.publication import FontWay
from bulletin_layout.page import Edition
from bulletin_layout.reading import Source
from bulletin_layout.values import NamedTuple


class CarriedFont(NamedTuple):
    """What is carried of a font file, None: nothing; and the whole file."""

    data: bytes | None
    whole: Original


def carried_fonts(
    book: FontBook, edition: Edition, sources: Sequence[Source], way: FontWay
) -> Mapping[Path, CarriedFont]:
    """For each file that is a font what is carried of it. A face that sets nothing is carried as an excerpt without
    characters, whatever the ``way``: a rebuild never asks for it.

    OSError: a file cannot be read any more.
    """
    used = {(mark.run.face.path, mark.run.face.index) for page in edition.pages for mark in page.texts()}
    text = _text(edition, sources)
    found: dict[Path, CarriedFont] = {}
    for path, faces in _faces(book).items():
        needed = [face for face in faces if (face.path, face.index) in used]
        if needed and way == "hash":
            data = None
        elif needed and (way == "attach" or len(faces) > 1):  # an excerpt is of one face
            data = path.read_bytes()
        else:
            data = faces[0].excerpt(text if needed else ())
        found[path] = CarriedFont(data, faces[0].whole)
    return found


def _faces(book: FontBook) -> dict[Path, list[Face]]:
    """The faces of each file, each once; none of a file that is no font."""
    found: dict[Path, list[Face]] = {}
    for family, weight in book.files:
        try:
            face = book.face(family, weight)
        except FontError:
            continue
        faces = found.setdefault(face.path, [])
        if face not in faces:
            faces.append(face)
    return found


def _text(edition: Edition, sources: Iterable[Source]) -> frozenset[str]:
    """Every character that the pages show, and that stands in a source: what is over was measured, too."""
    shown = (text for page in edition.pages for mark in page.texts() for text in mark.run.texts)
    written = (_decoded(source.data) for source in sources if source.data is not None)
    return frozenset(char for part in (*shown, *written) for char in part)


def _decoded(data: bytes) -> str:
    """A text as reading took it, which has warned of anything but UTF-8."""
    for encoding in ("utf-8", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")
