"""Requirements for the pictures of one file (图片要求)."""

from hashlib import sha256
from typing import Literal

from bulletin_layout.pictures.profiles import Profile
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """Requirements for the pictures of a file.

    ``space``: colour space of colour pictures; grey always stays grey (K plate only). ``cmyk``, ``rgb``: profiles of
    the press and the screen, also for pictures without a profile. ``dpi``: resolution to which pictures far above it
    are reduced. ``limit``: greatest sum of inks of a converted pixel (3.0 is 300 %). ``quality``: of JPEG, 1–95.
    ``smooth``: line art of 1 bit is reduced too, to grey: a press wants its pixels, a screen has too few for them.
    """

    space: Literal["cmyk", "rgb"]
    cmyk: Profile
    rgb: Profile
    dpi: float
    limit: float = 4.0
    quality: int = 92
    smooth: bool = False

    @property
    def digest(self) -> str:
        """A digest of everything that affects the pixels, apart from the resolution."""
        said = (self.space, self.cmyk.sha256, self.rgb.sha256, self.limit, self.quality, *("smooth",) * self.smooth)
        return sha256(repr(said).encode()).hexdigest()
