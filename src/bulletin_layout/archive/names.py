"""Names of carried files (附件名): which may become files in a folder, on any system, without leaving it, and which
are files that an issue reads."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import Phrase

#: What stands for a folder in an attachment's name.
_FOLDER: Final = "__"
#: What an issue is made of, by the end of the name, with its media type; nothing else is unpacked, for a folder of
#: sources has no use for what some other program would run.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".json": "application/json",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".ttc": "font/collection",
    ".otc": "font/collection",
    ".icc": "application/vnd.iccprofile",
    ".icm": "application/vnd.iccprofile",
}
#: Licences of fonts and photos often have no ending.
_LICENCE: Final = re.compile(r"(licen[cs]e|copying|copyright|notice|ofl)([-_][a-z0-9_-]{1,40})?", re.IGNORECASE)
_LONGEST: Final = 240
_LONGEST_PART: Final = 200  # bytes; file systems allow 255
_DRIVE: Final = re.compile(r"[A-Za-z]:")
#: Names that Windows keeps for devices, whatever their ending; its short names for others (GIT~1); and names whose
#: ends it drops.
_NOT_EVERYWHERE: Final = re.compile(
    r"(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])([. ].*)?"
    r"|[^.~]{1,6}~[0-9]{1,6}(\..{0,3})?|.*[. ]| .*",
    re.IGNORECASE | re.DOTALL,
)
#: Where the products go, and pictures that were converted.
_PRODUCTS: Final = "out"
_UNWRITABLE: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
#: Controls, formats, halves of a pair, private use (some systems write ":" and "*" so), and ends of lines.
_ODD: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))


def name_flaw(name: str) -> Phrase | None:
    """The reason why a name cannot be a path within a folder; None: it can."""
    parts = name.split("/")
    long = len(name) > _LONGEST or any(len(part.encode("utf-8", "replace")) > _LONGEST_PART for part in parts)
    if not name or long:
        return said.name_too_long()
    odd = any(unicodedata.category(char) in _ODD for char in name)
    checks = (
        (name.startswith("/") or _DRIVE.match(name) or ".." in parts, said.name_leaves),
        ("" in parts or "." in parts, said.name_not_plain),
        (odd or _UNWRITABLE.search(name), said.name_characters),
        (any(part.startswith(".") for part in parts), said.name_hidden),
        (any(map(_NOT_EVERYWHERE.fullmatch, parts)), said.name_not_everywhere),
        (_folded(parts[0]) == _PRODUCTS, said.name_our_own),
    )
    return next((words() for wrong, words in checks if wrong), None)


def is_read(name: str) -> bool:
    """Whether an issue may be made of a file of this name: texts, pictures, fonts, profiles, licences."""
    path = PurePosixPath(name)
    return path.suffix.lower() in MEDIA_TYPES or _LICENCE.fullmatch(path.name) is not None


def media_type(name: str) -> str:
    """A file's media type, by the end of its name."""
    return MEDIA_TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def attached_names(names: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """What each file is called as an attachment, by its path. No name has a folder in it: viewers and pdfdetach make
    none when they save attachments. ``taken``: names that none of these may have."""
    used = {_folded(name) for name in taken}
    found: dict[str, str] = {}
    for number, name in enumerate(names, start=1):
        flat = name.replace("/", _FOLDER)
        if _folded(flat) in used or (name_flaw(flat) is not None and name_flaw(name) is None):
            flat = f"file-{number:04}{PurePosixPath(name).suffix}"
        used.add(_folded(flat))
        found[name] = flat
    return found


def _folded(name: str) -> str:
    """What is the same for all names that some system takes for one file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def clashes(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of names that are one file on some systems (case, Unicode normalisation), or of which one is a file and
    also the folder of the other."""
    found: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        parts = _folded(name).split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts))]
        key = "/".join(parts)
        other = seen.get(key) or folders.get(key) or next((seen[folder] for folder in above if folder in seen), None)
        if other is not None:
            found.append((other, name))
        seen.setdefault(key, name)
        for folder in above:
            folders.setdefault(folder, name)
    return tuple(found)
