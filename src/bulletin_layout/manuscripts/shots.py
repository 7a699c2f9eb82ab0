"""Picture files of a manuscript (来稿图片): their kinds by their first bytes, cropped as the author cropped them."""

from typing import Final

from bulletin_layout.manuscripts.matter import Shot
from bulletin_layout.pictures.picture import PictureError

#: Shares cut off at the left, at the top, at the right and at the bottom.
Crop = tuple[float, float, float, float]

#: Kinds that a story can name, by the offset and the first bytes of their files.
_USABLE: Final = (
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"\x89PNG\r\n", "png"),
    (0, b"II*\0", "tif"),
    (0, b"MM\0*", "tif"),
    (8, b"WEBP", "webp"),
)
_DECODED: Final = ((0, b"GIF8", "gif"), (0, b"BM", "bmp"))
_OTHERS: Final = (
    (40, b" EMF", "emf"),
    (0, b"\xd7\xcd\xc6\x9a", "wmf"),
    (0, b"\x01\0\x09\0", "wmf"),
    (0, b"<svg", "svg"),
    (0, b"<?xml", "svg"),
    (0, b"%!PS", "eps"),
    (0, b"%PDF", "pdf"),
    (4, b"ftyp", "heic"),
    (0, b"\x1f\x8b", "wmz"),
)
#: Endings of files that are written as they are, for the editor to convert.
UNUSABLE: Final = ("emf", "wmf", "wmz", "svg", "eps", "pdf", "heic", "bin")


def shot_of(data: bytes, name: str, cut: Crop, line: int, alt: str) -> Shot | None:
    """A picture of a manuscript; None when it is damaged. ``name``: its part; ``cut``: what the author cropped."""
    ending = _ending(data, _USABLE)
    if ending and not any(cut):
        return Shot(data, ending, line, alt)
    other = ending or _ending(data, _DECODED)
    if not other:
        return Shot(data, _ending(data, _OTHERS) or "bin", line, alt)
    from bulletin_layout.pictures.raster import cut_out

    try:
        made, ending = cut_out(data, other, cut, name)
    except PictureError:
        return None
    return Shot(made, ending, line, alt)


def _ending(data: bytes, kinds: tuple[tuple[int, bytes, str], ...]) -> str:
    return next((ending for at, start, ending in kinds if data.startswith(start, at)), "")
