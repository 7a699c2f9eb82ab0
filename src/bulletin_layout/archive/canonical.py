"""The canonical content of a PDF (规范内容): a digest of what its pages contain, independent of the bytes of the file.

Objects are visited from the catalogue through the pages and numbered in that order; streams are unpacked. Names, dates
and identifiers of the file, its attachments and its metadata are left out. Two files with the same digest have the same
pages and tags, even if they were written with different versions of zlib or qpdf.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.pdfs.inflating import MOST_BYTES, inflated
from bulletin_layout.pdfs.pikepdf_adapter import Found, OpenedPdf, TooMuchError

#: Entries of the catalogue that are content; the others are about the file, or attachments.
_CATALOG: Final = (
    "Pages", "Outlines", "Dests", "StructTreeRoot", "MarkInfo", "Lang", "PageLabels", "ViewerPreferences",
    "OutputIntents",
)  # fmt: skip
_LEFT_OUT: Final = frozenset(("Metadata", "AF", "PieceInfo", "LastModified", "Length"))
_INFO: Final = ("Title", "Author", "Subject")
#: Filters of pictures, which are compared without decoding.
_CODED: Final = frozenset(("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"))
#: What all of a file's streams may be together when they are unpacked, in bytes.
_MOST_TOGETHER: Final = 1_000_000_000
_DEEPEST: Final = 200


def canonical_digest(pdf: OpenedPdf, *, pixels: bool = True) -> str:
    """sha256 of the canonical content, with the pictures' pixels or without them: other versions of what decodes and
    converts photos give other bytes, which nobody may see. PdfError: the file is damaged; TooMuchError: it would
    fill the memory."""
    walk = _Walk(pixels=pixels)
    catalog = {key: pdf.catalog[key] for key in _CATALOG if key in pdf.catalog}
    names = pdf.catalog.get("Names")
    if isinstance(names, Found) and "Dests" in names:  # the rest of Names is attachments
        catalog["Dests"] = names["Dests"]
    walk.write("catalog", catalog)
    walk.write("info", {key: pdf.info[key] for key in _INFO if key in pdf.info})
    walk.follow()
    return f"sha256:{walk.digest.hexdigest()}"


class _Walk:
    """Writes objects to the digest, each once, in the order in which they are first referred to."""

    def __init__(self, *, pixels: bool) -> None:
        self.digest = sha256()
        self._pixels = pixels
        self._numbers: dict[int, int] = {}
        self._waiting: list[Found] = []
        self._room = _MOST_TOGETHER

    def write(self, head: str, value: Any) -> None:
        parts: list[str] = [head]
        self._said(value, parts, 0)
        self.digest.update("\n".join(parts).encode("utf-8", "surrogatepass"))
        self.digest.update(b"\n")

    def follow(self) -> None:
        """Write all objects that were referred to; writing one may add more."""
        at = 0
        while at < len(self._waiting):
            found = self._waiting[at]
            at += 1
            if not found.is_stream:
                self.write(f"object {at}", dict(found))
                continue
            coded = _coded(found)
            entries = dict(found) if coded else {key: found[key] for key in found if key != "Filter"}
            self.write(f"stream {at}", entries)
            if self._pixels or found.get("Subtype") != "Image":
                self._update(found, coded)

    def _update(self, stream: Found, coded: bool) -> None:
        if coded:
            data = stream.raw
            self.digest.update(b"%d\n" % len(data))
            self.digest.update(data)
            return
        most = min(MOST_BYTES, self._room)
        length = sum(map(len, inflated(stream, most, said.a_page())))  # unpacked twice, for none is kept whole
        self._room -= length
        self.digest.update(b"%d\n" % length)
        for part in inflated(stream, most, said.a_page()):
            self.digest.update(part)

    def _said(self, value: Any, parts: list[str], depth: int) -> None:
        """Append the text of a value; an indirect object is represented by its number in this walk."""
        if depth > _DEEPEST:
            raise TooMuchError(said.nested_too_deeply())
        if isinstance(value, Found) and value.number:
            parts.append(f"@{self._number(value)}")
        elif isinstance(value, Mapping):
            parts.append("<<")
            for key in sorted(value):
                if key not in _LEFT_OUT:
                    parts.append(f"/{key}")
                    self._said(value[key], parts, depth + 1)
            parts.append(">>")
        elif isinstance(value, tuple):
            parts.append("[")
            for each in value:
                self._said(each, parts, depth + 1)
            parts.append("]")
        elif isinstance(value, float):
            parts.append(f"{value:.5f}".rstrip("0").rstrip("."))
        else:
            parts.append(f"{type(value).__name__} {value}")

    def _number(self, found: Found) -> int:
        number = self._numbers.get(found.number)
        if number is None:
            number = self._numbers[found.number] = len(self._numbers) + 1
            self._waiting.append(found)
        return number


def _coded(stream: Found) -> bool:
    """Whether a stream has a picture filter."""
    packing = stream.get("Filter")
    names = packing if isinstance(packing, tuple) else (packing,)
    return any(name in _CODED for name in names)
