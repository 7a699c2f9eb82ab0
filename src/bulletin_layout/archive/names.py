"""Checks names of attached files (附件名): whether they can be unpacked on any system, and stay inside the folder."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import Phrase

#: What stands for a folder in an attachment's name.
_FOLDER: Final = "__"
_LONGEST: Final = 240
_LONGEST_PART: Final = 200  # bytes; file systems allow 255
_DRIVE: Final = re.compile(r"[A-Za-z]:")
#: Names that Windows reserves for devices, with any extension, and names that end with a dot or a space, which it
#: drops.
_NOT_EVERYWHERE: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?|.*[. ]| .*", re.IGNORECASE)
#: The folder of converted pictures: files in it are trusted, so an attachment must not get into it.
_OWN: Final = ".cache"
_UNWRITABLE: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


def name_flaw(name: str) -> Phrase | None:
    """The reason why a name cannot be a path within a folder; None: it can."""
    parts = name.split("/")
    long = len(name) > _LONGEST or any(len(part.encode("utf-8", "replace")) > _LONGEST_PART for part in parts)
    odd = any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in name)
    checks = (
        (not name or long, said.name_too_long),
        (name.startswith("/") or _DRIVE.match(name) or ".." in parts, said.name_leaves),
        ("" in parts or "." in parts, said.name_not_plain),
        (odd or _UNWRITABLE.search(name), said.name_characters),
        (any(map(_NOT_EVERYWHERE.fullmatch, parts)), said.name_not_everywhere),
        (_OWN in map(str.casefold, parts), said.name_our_own),
    )
    return next((words() for wrong, words in checks if wrong), None)


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
        key = _folded(name)
        parts = key.split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts))]
        other = seen.get(key) or folders.get(key) or next((seen[folder] for folder in above if folder in seen), None)
        if other is not None:
            found.append((other, name))
        seen.setdefault(key, name)
        for folder in above:
            folders.setdefault(folder, name)
    return tuple(found)
