"""Values that represent pictures."""

from pathlib import Path
from typing import Literal

from bulletin_layout.findings import Location
from bulletin_layout.findings.phrases import Phrase, SaidError
from bulletin_layout.values import dataclass

Space = Literal["grey", "rgb", "cmyk"]


class PictureError(SaidError):
    """A picture file that cannot be printed; its message for the user begins with the path.

    ``location``: where a story or layout names it; None if only the file is known.
    """

    def __init__(self, says: Phrase, location: Location | None = None) -> None:
        super().__init__(says)
        self.location = location


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file that was opened and is complete (图片).

    ``width``, ``height``: pixels of the picture as it is displayed, after applying its EXIF orientation.
    ``shown_path``: the path as the user wrote it. ``cmyk``: its colours are CMYK.
    """

    path: Path
    shown_path: str
    width: int
    height: int
    sha256: str
    cmyk: bool = False


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """The pixels of a picture, encoded as in a PDF image (ISO 32000-1, 8.9.5).

    ``width``, ``height``: pixels as stored. ``bits``: per component. ``turn``: EXIF orientation (1–8), still to be
    applied by the matrix of drawing. ``encoding``: ``jpeg``: a JPEG file; ``flate``: zlib data, with PNG's row filters
    if ``filtered``. ``inverted``: 0 means full ink (Adobe's CMYK JPEG). ``palette``: 8-bit entries in ``space``; the
    pixels are then indices into it.
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
    """The number of components of a colour space."""
    return {"grey": 1, "rgb": 3, "cmyk": 4}[space]


def as_seen(width: int, height: int, turn: int) -> tuple[int, int]:
    """Width and height after applying an EXIF orientation; 5 to 8 exchange the two."""
    return (height, width) if turn >= 5 else (width, height)


def exif_turn(tiff: bytes) -> int:
    """The orientation (tag 0x0112, 1–8) in the TIFF block of an Exif segment; 1 if it has none.

    Source: CIPA DC-008 (Exif 2.3), 4.6.4: the tag is in the first directory, as one SHORT.
    """
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    entries = int.from_bytes(tiff[start : start + 2], order)
    for at in range(start + 2, min(start + 2 + 12 * entries, len(tiff) - 11), 12):
        if int.from_bytes(tiff[at : at + 2], order) == 0x0112:
            turn = int.from_bytes(tiff[at + 8 : at + 10], order)
            return turn if 1 <= turn <= 8 else 1
    return 1
