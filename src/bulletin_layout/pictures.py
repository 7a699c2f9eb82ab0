"""The one door to Pillow: what a picture file is, checked once, and its pixels when a renderer asks."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file that was opened and is known to be whole (图片).

    ``width`` and ``height`` are pixels as a person sees it: after the EXIF turn.
    """

    path: Path
    shown_path: str
    width: int
    height: int
    sha256: str
