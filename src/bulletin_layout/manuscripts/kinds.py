"""What a file is, by its first bytes (文件种类); its ending is not believed."""

import re
from typing import Final, Literal

Kind = Literal[
    "zip", "archive", "odt", "pages", "ofd", "locked", "old-word", "word-xml", "flat", "ole", "pdf", "rtf", "html",
    "mht", "xml", "picture", "empty", "text",
]  # fmt: skip

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM")
#: .rar, .7z, .gz.
_ARCHIVES: Final = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
#: Word for DOS and Word 2, which have no container around them.
_OLDEST: Final = (b"\x31\xbe\0\0", b"\xdb\xa5")
#: Names of streams in an OLE file, as its directory has them.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD: Final = tuple(name.encode("utf-16-le") for name in ("WordDocument", "WORDDOCUMENT", "worddocument"))
#: How far the head of a file is looked at.
_HEAD: Final = 4096
#: The header of a web page or a mail in one file, before its first empty line.
_MAIL: Final = re.compile(rb"(?:[a-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:")


def kind_of(data: bytes) -> Kind:  # noqa: PLR0911  # one a kind
    """The kind of a file. ``locked``: a Word file with a password, which is an OLE file; ``old-word``: .doc or .wps;
    ``word-xml``: the XML of Word 2003; ``flat``: a .docx as one XML file; ``mht``: a web page in one file."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = start.lower()
    if not data:
        return "empty"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return "locked" if _ENCRYPTED in data else "old-word" if any(name in data for name in _WORD) else "ole"
    if data.startswith(_OLDEST):
        return "old-word"
    if data.startswith(_ARCHIVES):
        return "archive"
    if lower.startswith(b"%pdf"):
        return "pdf"
    if lower.startswith(b"{\\rtf"):
        return "rtf"
    if lower.startswith(b"<"):
        return _markup_kind(lower)
    if _MAIL.match(lower):
        return "mht"
    return "picture" if data.startswith(_PICTURES) else "text"


def _zip_kind(data: bytes) -> Kind:
    """The kind of a zip file, by its first member or by a name in its directory."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"Index/Document.iwa" in data or b"Index.zip" in data[:_HEAD]:
        return "pages"
    return "ofd" if b"OFD.xml" in data and b"Doc_0/" in data else "zip"


def _markup_kind(lower: bytes) -> Kind:
    """The kind of a file that begins with a tag."""
    if lower.startswith((b"<!doctype html", b"<html")) or b"<html" in lower[:1024]:
        return "html"
    if b"<pkg:package" in lower:
        return "flat"
    if b"<w:worddocument" in lower:
        return "word-xml"
    return "xml" if lower.startswith(b"<?xml") else "text"
