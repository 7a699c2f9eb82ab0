"""Files inside a PDF (附件; ISO 32000-1, 7.11.4): attaches them as PDF/A-3 requires (ISO 19005-3, 6.8), and reads them.

A PDF that is opened may be hostile: sizes and names in it are not trusted, and unpacking has a limit.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import md5
from typing import Final, Literal

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.pdfs import Name, Ref, Value, deflated, utf16
from bulletin_layout.pdfs.inflating import MOST_BYTES, unpacked
from bulletin_layout.pdfs.pikepdf_adapter import Found, OpenedPdf, PdfError
from bulletin_layout.values import NamedTuple

#: How many files one PDF may carry.
MOST_FILES: Final = 5000
#: Greatest depth of a name tree.
_DEEPEST: Final = 20

#: Relation of an attachment to the document (AFRelationship, ISO 19005-3, annex E): the document was made from it, it
#: has the data behind it, or it adds something.
Relation = Literal["Source", "Data", "Supplement"]


class Attachment(NamedTuple):
    """A file to attach. ``name``: path with forward slashes; ``about``: description for the list in PDF viewers."""

    name: str
    data: bytes
    mime: str
    relation: Relation
    about: str


class AttachmentError(SaidError):
    """Attachments that cannot be read; its message is for the user."""


def attaching(attachments: Sequence[Attachment], day: date) -> dict[str, Value]:
    """The entries of the catalogue that attach these files to the document; ``day``: their date of modification."""
    entries = [
        (_text(each.name), Ref(_specification(each, number, day))) for number, each in enumerate(attachments, start=1)
    ]
    # A name tree is sorted by the bytes of its keys (7.9.6); as hexadecimal, ">" at the end would sort after digits.
    entries.sort(key=lambda entry: entry[0].rstrip(">"))
    tree: list[Value] = [part for entry in entries for part in entry]
    return {
        "AF": [reference for _, reference in entries],
        "Names": {"EmbeddedFiles": Ref({"Names": tree})},
    }


def _specification(each: Attachment, number: int, day: date) -> Value:
    """A file specification (7.11.3). ``F`` is for old readers, which know only ASCII; all others read ``UF``."""
    plain = each.name if each.name.isascii() else f"attachment-{number}"
    entries: dict[str, Value] = {
        "Type": Name("EmbeddedFile"),
        "Subtype": Name(each.mime),
        "Params": {
            "Size": len(each.data),
            "CheckSum": f"<{md5(each.data, usedforsecurity=False).hexdigest().upper()}>",
            "ModDate": f"(D:{day:%Y%m%d}000000Z)",
        },
    }
    stream = Ref(deflated(each.data, entries))
    return {
        "Type": Name("Filespec"),
        "F": _text(plain),
        "UF": _text(each.name),
        "AFRelationship": Name(each.relation),
        "Desc": utf16(each.about),
        "EF": {"F": stream, "UF": stream},
    }


def _text(name: str) -> str:
    """A text string (7.9.2.2). ASCII is not written as UTF-16, because poppler's tools would not find the name."""
    return f"<{name.encode().hex().upper()}>" if name.isascii() else utf16(name)


class Carried(NamedTuple):
    """A file found in a PDF, still packed; its name is as the PDF has it."""

    name: str
    stream: Found

    def data(self, most: int) -> bytes:
        """Its bytes. AttachmentError: damaged, packed in another way than ours, or more than ``most``."""
        try:
            return unpacked(self.stream, min(most, MOST_BYTES), said.its_attachment(self.name))
        except PdfError as problem:
            raise AttachmentError(problem.says) from None


def carried(pdf: OpenedPdf) -> tuple[Carried, ...]:
    """Every attached file in the order of the PDF's list. AttachmentError: damaged, or too many."""
    try:
        names = pdf.catalog.get("Names")
        tree = names.get("EmbeddedFiles") if isinstance(names, Found) else None
        found: list[Carried] = []
        for specification in _leaves(tree, 0, set()) if isinstance(tree, Found) else ():
            if len(found) == MOST_FILES:
                raise AttachmentError(said.too_many_files(MOST_FILES))
            found.append(_taken(specification))
    except PdfError as problem:
        raise AttachmentError(problem.says) from None
    return tuple(found)


def _leaves(node: Found, depth: int, seen: set[int]) -> Iterator[Found]:
    """The file specifications in a name tree. ``seen``: numbers of nodes visited so far; meeting one again is a
    loop."""
    if depth > _DEEPEST or node.number in seen:
        raise AttachmentError(said.endless_list())
    if node.number:
        seen.add(node.number)
    kids, names = node.get("Kids"), node.get("Names")
    for kid in kids if isinstance(kids, tuple) else ():
        if isinstance(kid, Found):
            yield from _leaves(kid, depth + 1, seen)
    for specification in names[1::2] if isinstance(names, tuple) else ():
        if isinstance(specification, Found):
            yield specification


def _taken(specification: Found) -> Carried:
    name = specification.get("UF", specification.get("F"))
    kept = specification.get("EF")
    stream = kept.get("UF", kept.get("F")) if isinstance(kept, Found) else None
    if not isinstance(name, str) or not isinstance(stream, Found) or not stream.is_stream:
        raise AttachmentError(said.empty_attachment())
    return Carried(name, stream)
