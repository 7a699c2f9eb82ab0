"""What the pictures of one file must be (图片要求)."""

from hashlib import sha256
from typing import Literal

from bulletin_layout.pictures.profiles import Profile
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """What the pictures of a file must be.

    ``space``: where colour goes; grey always stays grey (K alone). ``cmyk``, ``rgb``: the press and the screen, used
    for what brings no profile along. ``dpi``: what is far above is reduced to it. ``limit``: the most ink that a
    converted pixel gets, as a sum of parts (3.0 is 300 %). ``quality``: of the JPEG that photos become.
    """

    space: Literal["cmyk", "rgb"]
    cmyk: Profile
    rgb: Profile
    dpi: float
    limit: float = 4.0
    quality: int = 92

    @property
    def digest(self) -> str:
        """Names the use: the same for the same result."""
        said = (self.space, self.cmyk.sha256, self.rgb.sha256, self.limit, self.quality)
        return sha256(repr(said).encode()).hexdigest()
