"""Pictures of the live page (活样的图): in sRGB, as fine as a screen shows them, as files that a browser reads."""

from pathlib import Path
from typing import Final

from bulletin_layout.page import PictureMark
from bulletin_layout.pictures import (
    SRGB,
    Picture,
    PictureFile,
    PressPictures,
    Profile,
    Transforms,
    Use,
    built_in,
    picture_file,
)

#: A page at 100 % has 96 dots an inch; screens of twice as many are common.
SCREEN_DPI: Final = 192.0
_QUALITY: Final = 85


class ScreenPictures:
    """The pictures of the pages that were drawn, by a digest of what is shown of them. Each is converted when a browser
    asks for it, and ``kept`` in a folder between processes."""

    __slots__ = ("_known", "_pictures")

    def __init__(self, paper: Profile, kept: Path | None, transforms: Transforms) -> None:
        use = Use("rgb", paper, built_in(SRGB), SCREEN_DPI, quality=_QUALITY, smooth=True)
        self._pictures = PressPictures(use, kept, transforms)
        self._known: dict[str, tuple[Picture, float]] = {}

    def name(self, mark: PictureMark) -> str:
        """The digest of a mark's picture, at the resolution of its size on the page."""
        digest = self._pictures.name(mark.picture, mark.dpi)
        self._known[digest] = mark.picture, mark.dpi
        return digest

    def file(self, digest: str) -> PictureFile | None:
        """The picture with this digest; None: no page shows it. PictureError: it can no longer be read."""
        known = self._known.get(digest)
        return picture_file(self._pictures.pixels(*known)) if known is not None else None
