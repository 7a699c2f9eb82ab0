"""Streams of an opened file unpacked within bounds (有限解压): whoever packed one may have meant to fill the memory."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.pdfs.pikepdf_adapter import Found, PdfError, TooMuchError

#: What one stream may be when it is unpacked, in bytes: a page of A2 at 300 dpi has half of it.
MOST_BYTES: Final = 200_000_000
_CHUNK: Final = 1 << 20


def inflated(stream: Found, most: int, what: Phrase) -> Iterator[bytes]:
    """A stream's bytes in parts of at most 1 MB; ``what`` is what the user knows it as.

    TooMuchError: more than ``most`` bytes. PdfError: damaged, cut short, or packed in another way than ours,
    which is not at all or once with Flate. What a predictor would still do to the rows of a picture is left undone.
    """
    packing = stream.get("Filter")
    if isinstance(packing, tuple) and len(packing) == 1:
        packing = packing[0]
    if packing is not None and packing not in ("FlateDecode", ()):
        raise PdfError(said.packed_otherwise(what))
    data = stream.raw
    room = most
    for part in (data,) if not packing or not data else _opened(data, what):  # qpdf leaves nothing as it is
        room -= len(part)
        if room < 0:
            raise TooMuchError(said.part_too_large(what))
        yield part


def _opened(data: bytes, what: Phrase) -> Iterator[bytes]:
    opening = zlib.decompressobj()
    rest = data
    while not opening.eof:
        try:
            part = opening.decompress(rest, _CHUNK)
        except zlib.error:
            raise PdfError(said.part_damaged(what)) from None
        rest = opening.unconsumed_tail
        if not part and not rest and not opening.eof:
            raise PdfError(said.part_cut_short(what))
        yield part


def unpacked(stream: Found, most: int, what: Phrase) -> bytes:
    """All of a stream's bytes. PdfError as ``inflated``."""
    whole = BytesIO()  # gives its bytes away without a second copy
    for part in inflated(stream, most, what):
        whole.write(part)
    return whole.getvalue()
