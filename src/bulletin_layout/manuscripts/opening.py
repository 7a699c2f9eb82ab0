"""Opens a manuscript file, whatever it is (打开来稿): Word, text, Markdown, and old formats by way of LibreOffice."""

from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import manuscripts as said
from bulletin_layout.manuscripts import soffice
from bulletin_layout.manuscripts.encodings import decode
from bulletin_layout.manuscripts.flat import as_zip
from bulletin_layout.manuscripts.kinds import Kind, kind_of
from bulletin_layout.manuscripts.matter import Manuscript
from bulletin_layout.manuscripts.package import MOST_BYTES
from bulletin_layout.manuscripts.plain_text import read_text
from bulletin_layout.manuscripts.refusals import RefusedError
from bulletin_layout.manuscripts.word import Changes, Comments, read_word
from bulletin_layout.values import dataclass

#: Endings of manuscripts, in folders.
ENDINGS: Final = (
    ".docx",
    ".docm",
    ".dotx",
    ".dotm",
    ".txt",
    ".md",
    ".markdown",
    ".doc",
    ".wps",
    ".wpt",
    ".rtf",
    ".dot",
    ".odt",
    ".pages",
    ".mht",
)
_OLD: Final[dict[Kind, str]] = {
    "old-word": ".doc", "rtf": ".rtf", "html": ".html", "odt": ".odt", "word-xml": ".xml",
}  # fmt: skip
#: Most bytes of a text file.
_MOST_TEXT: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """How to import. ``changes``: what becomes of tracked changes; ``comments``: of comments; ``convert``: old formats
    go through LibreOffice; ``force``: stories and photos are overwritten."""

    changes: Changes = "ask"
    comments: Comments = "list"
    convert: bool = False
    force: bool = False


def open_manuscript(data: bytes, path: str, wish: Wish) -> Manuscript:
    """Read a manuscript. ``path``: its name for findings, whose ending only tells .md from .txt. RefusedError: it
    cannot be read."""
    place = Location(path)
    if len(data) > MOST_BYTES:
        raise RefusedError("large")
    kind = kind_of(data)
    if kind == "zip":
        return read_word(data, path, wish.changes, wish.comments)
    if kind == "flat":
        return read_word(as_zip(data), path, wish.changes, wish.comments)
    if kind == "text":
        return _text(data, place)
    if kind in _OLD and wish.convert:
        return _converted(data, kind, place, wish)
    raise RefusedError(kind)


def _text(data: bytes, place: Location) -> Manuscript:
    if len(data) > _MOST_TEXT:
        raise RefusedError("large")
    decoded = decode(data)
    if decoded is None:
        raise RefusedError("encoding")
    found: tuple[Finding, ...] = ()
    if decoded.encoding != "utf-8":
        read = said.read_as if decoded.sure else said.manuscript_encoding
        found = (read(place, encoding=decoded.encoding.upper()),)
    if not decoded.text.strip():
        raise RefusedError("empty")
    if Path(place.path).suffix.lower() in (".md", ".markdown"):
        return Manuscript((), found, whole=decoded.text)
    manuscript = read_text(decoded.text, place.path)
    return Manuscript(manuscript.blocks, (*found, *manuscript.findings))


def _converted(data: bytes, kind: Kind, place: Location, wish: Wish) -> Manuscript:
    try:
        made = soffice.as_docx(data, _OLD[kind])
    except soffice.NotConvertedError as problem:
        raise RefusedError("no-soffice" if problem.missing else "not-converted") from None
    read = read_word(made, place.path, wish.changes, wish.comments)
    return Manuscript(read.blocks, (said.converted(place), *read.findings), read.notes, changes=read.changes)
