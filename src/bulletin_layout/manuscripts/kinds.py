"""What a file is, by its first bytes (文件种类); its ending is not believed."""

from typing import Final, Literal

Kind = Literal["zip", "locked", "old-word", "ole", "pdf", "rtf", "html", "xml", "picture", "empty", "text"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM")
#: Names of streams in an OLE file, as its directory has them.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD: Final = "WordDocument".encode("utf-16-le")


def kind_of(data: bytes) -> Kind:  # noqa: PLR0911  # one a kind
    """The kind of a file. ``locked``: a Word file with a password, which is an OLE file; ``old-word``: .doc or .wps."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = start.lower()
    if not data:
        return "empty"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return "zip"
    if data.startswith(_OLE):
        return "locked" if _ENCRYPTED in data else "old-word" if _WORD in data else "ole"
    if lower.startswith(b"%pdf"):
        return "pdf"
    if lower.startswith(b"{\\rtf"):
        return "rtf"
    if lower.startswith((b"<!doctype html", b"<html")) or (b"<html" in lower and start.startswith(b"<")):
        return "html"
    if lower.startswith(b"<?xml"):
        return "xml"
    return "picture" if data.startswith(_PICTURES) else "text"
