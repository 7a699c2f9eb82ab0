"""Colour profiles (色彩特性文件, ICC; ISO 15076-1): opened, checked by header and tag table, never changed."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from bulletin_layout.findings.catalogue import pictures as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.findings.system import reason_of
from bulletin_layout.pictures.picture import Space
from bulletin_layout.values import NamedTuple, dataclass

#: The built-in profiles of papers: coated (铜版纸), uncoated (胶版纸), newsprint (新闻纸).
FOGRA39: Final = "FOGRA39L_coated.icc"
FOGRA47: Final = "FOGRA47L_uncoated.icc"
IFRA26: Final = "IFRA26S_2004_newsprint.icc"
#: And for screens.
SRGB: Final = "sRGB.icc"

Paper = Literal["FOGRA39L_coated.icc", "FOGRA47L_uncoated.icc", "IFRA26S_2004_newsprint.icc"]


class Condition(NamedTuple):
    """A printing condition (印刷条件): its name in the ICC's registry, and in words."""

    name: str
    words: str


CONDITIONS: Final[Mapping[Paper, Condition]] = {
    FOGRA39: Condition("FOGRA39", "Offset on coated paper, ISO 12647-2 paper types 1 and 2"),
    FOGRA47: Condition("FOGRA47", "Offset on uncoated white paper, ISO 12647-2 paper type 4"),
    IFRA26: Condition("IFRA26", "Coldset web offset on newsprint, ISO 12647-3, dot gain 26%"),
}

_SPACES: Final[dict[bytes, Space]] = {b"CMYK": "cmyk", b"RGB ": "rgb", b"GRAY": "grey"}
_HEADER: Final = 128
#: Device classes: output (printer) and display profiles convert colours both ways, by the tags A2B/B2A or by a matrix.
_PRINTER: Final = b"prtr"
#: Size limit in bytes: the largest profiles in use have a few MB.
_MOST_BYTES: Final = 20_000_000


class ProfileError(SaidError):
    """A file that is not a usable colour profile; the message is for the user and starts with the shown path."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A colour profile. ``name``: its file's name; ``printer``: whether it describes a press (class prtr)."""

    name: str
    space: Space
    printer: bool
    data: bytes
    sha256: str


def built_in(name: Paper | Literal["sRGB.icc"]) -> Profile:
    """A built-in profile by its name."""
    from importlib.resources import files  # takes as long to import as ten modules, and brings tempfile along

    return _checked(files("bulletin_layout.pictures").joinpath("icc", name).read_bytes(), name, name)


def open_profile(path: Path, shown: str) -> Profile:
    """Open a profile file. Raises ProfileError when it is missing, unreadable, not an ICC profile, cut short, or of
    another colour space."""
    try:
        if not path.is_file():
            raise ProfileError((said.not_a_file if path.exists() else said.not_there)(shown))
        if path.stat().st_size > _MOST_BYTES:
            raise ProfileError(said.profile_too_large(shown, _MOST_BYTES // 1_000_000))
        return _checked(path.read_bytes(), path.name, shown)
    except OSError as problem:
        raise ProfileError(said.not_read(shown, reason_of(problem))) from None


def _checked(data: bytes, name: str, shown: str) -> Profile:
    """The profile after the checks of ISO 15076-1, 7.2 (header: size, signature, class, space) and 7.3 (tag table)."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        raise ProfileError(said.no_profile(shown))
    size = int.from_bytes(data[:4], "big")
    if size > len(data):
        raise ProfileError(said.profile_cut_short(shown, size, len(data)))
    count = int.from_bytes(data[_HEADER : _HEADER + 4], "big")
    table = data[_HEADER + 4 : _HEADER + 4 + 12 * count]
    if not count or len(table) < 12 * count:
        raise ProfileError(said.profile_table_cut(shown))
    for at in range(0, 12 * count, 12):
        offset, length = (int.from_bytes(table[at + skip : at + skip + 4], "big") for skip in (4, 8))
        if offset + length > len(data):
            raise ProfileError(said.profile_tag_beyond(shown))
    space = _SPACES.get(data[16:20])
    if space is None:
        raise ProfileError(said.profile_of_space(shown, data[16:20].decode("latin-1").strip()))
    return Profile(name, space, data[12:16] == _PRINTER, data, sha256(data).hexdigest())
