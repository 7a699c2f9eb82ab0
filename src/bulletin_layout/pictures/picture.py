"""The values that pictures are handed round as."""

from pathlib import Path
from typing import Literal

from bulletin_layout.findings import Location
from bulletin_layout.findings.phrases import Phrase, SaidError
from bulletin_layout.values import dataclass

Space = Literal["grey", "rgb", "cmyk"]


class PictureError(SaidError):
    """A picture file that cannot be printed, said in words for the user; the shown path comes first.

    ``location``: where the story or layout names it; None where only the file is known.
    """

    def __init__(self, says: Phrase, location: Location | None = None) -> None:
        super().__init__(says)
        self.location = location


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file that was opened and is known to be whole (图片).

    ``width`` and ``height`` are pixels as a person sees it: after the EXIF turn. ``cmyk``: its numbers are inks
    already.
    """

    path: Path
    shown_path: str
    width: int
    height: int
    sha256: str
    cmyk: bool = False


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture's pixels, encoded as a PDF image takes them (ISO 32000-1, 8.9.5).

    ``width`` and ``height`` are pixels as stored; ``turn`` is the EXIF orientation (1–8) that the drawing
    matrix still has to apply. ``encoding`` ``jpeg`` is the file's own bytes; ``flate`` is zlib data, with
    PNG's row filters when ``filtered``. ``inverted``: 0 means full ink (Adobe's CMYK JPEG). ``palette``
    holds 8-bit entries of ``space``, and pixels are then indices.
    """

    width: int
    height: int
    space: Space
    bits: int
    encoding: Literal["jpeg", "flate"]
    data: bytes
    turn: int = 1
    filtered: bool = False
    inverted: bool = False
    palette: bytes = b""


def channels(space: Space) -> int:
    """How many numbers a pixel of the space has."""
    return {"grey": 1, "rgb": 3, "cmyk": 4}[space]


def as_seen(width: int, height: int, turn: int) -> tuple[int, int]:
    """Width and height after an EXIF turn."""
    return (height, width) if turn >= 5 else (width, height)


def exif_turn(tiff: bytes) -> int:
    """The orientation (tag 0x0112, 1–8) from the TIFF block of an Exif segment; 1 if it says none.

    Source: CIPA DC-008 (Exif 2.3), 4.6.4: the tag stands in the first directory, as one SHORT.
    """
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    entries = int.from_bytes(tiff[start : start + 2], order)
    for at in range(start + 2, min(start + 2 + 12 * entries, len(tiff) - 11), 12):
        if int.from_bytes(tiff[at : at + 2], order) == 0x0112:
            turn = int.from_bytes(tiff[at + 8 : at + 10], order)
            return turn if 1 <= turn <= 8 else 1
    return 1
