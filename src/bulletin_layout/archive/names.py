"""Names of carried files (附件名): which may become files in a folder, on any system, without leaving it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 240
_LONGEST_PART: Final = 200  # bytes; file systems allow 255
#: Names that Windows keeps for devices, whatever their ending.
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_UNWRITABLE: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


def name_fault(name: str) -> str | None:
    """Why a name cannot be a file's path within a folder; None: it can."""
    parts = name.split("/")
    if not name or len(name) > _LONGEST or any(len(part.encode("utf-8", "replace")) > _LONGEST_PART for part in parts):
        return "is empty or too long"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in parts:
        return "leaves the folder"
    if "" in parts or "." in parts:
        return "is no plain path"
    if _UNWRITABLE.search(name) or any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in name):
        return "has characters that a file's name may not have"
    if any(part[-1] in ". " or part[0] == " " or _DEVICES.fullmatch(part) for part in parts):
        return "is no name for a file on every system"
    return None


def clashes(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of names that some system takes for one file (case, Unicode form), or a file that is another's folder."""
    found: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        parts = key.split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts))]
        other = seen.get(key) or folders.get(key) or next((seen[folder] for folder in above if folder in seen), None)
        if other is not None:
            found.append((other, name))
        seen.setdefault(key, name)
        for folder in above:
            folders.setdefault(folder, name)
    return tuple(found)
