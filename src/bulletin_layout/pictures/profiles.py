"""Colour profiles (色彩特性文件, ICC; ISO 15076-1): opened, checked by their header and tag table, never changed."""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

from bulletin_layout.pictures.picture import Space
from bulletin_layout.values import dataclass

#: What the program brings along: for the press, and for screens.
FOGRA39: Final = "FOGRA39L_coated.icc"
SRGB: Final = "sRGB.icc"

_SPACES: Final[dict[bytes, Space]] = {b"CMYK": "cmyk", b"RGB ": "rgb", b"GRAY": "grey"}
_HEADER: Final = 128
#: Output (printer) and display profiles map colours both ways by tags A2B/B2A, or by a matrix.
_PRINTER: Final = b"prtr"
#: The largest that is met has some MB; beyond this a file is a mistake.
_MOST_BYTES: Final = 20_000_000


class ProfileError(Exception):
    """A file that is no usable colour profile, said in words for the user; the shown path comes first."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A colour profile; ``name`` is its file's name, ``printer`` whether it describes a press (class prtr)."""

    name: str
    space: Space
    printer: bool
    data: bytes
    sha256: str


def built_in(name: Literal["FOGRA39L_coated.icc", "sRGB.icc"]) -> Profile:
    """A profile that comes with the program."""
    return _checked(files("bulletin_layout.pictures").joinpath("icc", name).read_bytes(), name, name)


def open_profile(path: Path, shown: str) -> Profile:
    """Open a profile file. ProfileError: missing, unreadable, no ICC profile, cut short, or of another space."""
    try:
        if not path.is_file():
            raise ProfileError(f"{shown} is not a file" if path.exists() else f"{shown} does not exist")
        if path.stat().st_size > _MOST_BYTES:
            raise ProfileError(f"{shown} is larger than {_MOST_BYTES // 1_000_000} MB: no colour profile is")
        return _checked(path.read_bytes(), path.name, shown)
    except OSError as problem:
        raise ProfileError(f"{shown} cannot be read: {problem.strerror or problem}") from None


def _checked(data: bytes, name: str, shown: str) -> Profile:
    """By ISO 15076-1, 7.2 (header: size, signature, class, space) and 7.3 (tag table)."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        raise ProfileError(f"{shown} is not an ICC colour profile")
    size = int.from_bytes(data[:4], "big")
    if size > len(data):
        raise ProfileError(f"{shown} is cut short: it says {size} bytes and has {len(data)}")
    count = int.from_bytes(data[_HEADER : _HEADER + 4], "big")
    table = data[_HEADER + 4 : _HEADER + 4 + 12 * count]
    if not count or len(table) < 12 * count:
        raise ProfileError(f"{shown} is damaged: its tag table is cut short")
    for at in range(0, 12 * count, 12):
        offset, length = (int.from_bytes(table[at + skip : at + skip + 4], "big") for skip in (4, 8))
        if offset + length > len(data):
            raise ProfileError(f"{shown} is damaged: a tag lies beyond its end")
    space = _SPACES.get(data[16:20])
    if space is None:
        raise ProfileError(f"{shown} is a profile for {data[16:20].decode('latin-1').strip()}, not for CMYK or RGB")
    return Profile(name, space, data[12:16] == _PRINTER, data, sha256(data).hexdigest())
