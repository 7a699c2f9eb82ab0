"""The lock (锁定记录, ``bulletin/lock@1``): what an issue was made of and with, so that it can be made again.

JSON, sorted and indented: two locks can be compared by eye.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.values import dataclass

SCHEMA: Final = "bulletin/lock@1"
#: The lock's name among the attachments.
LOCK_NAME: Final = "bulletin-lock.json"


class LockError(SaidError):
    """A lock that cannot be read, said in words for the user."""


@dataclass(frozen=True, slots=True)
class LockedFile:
    """A file that the issue was made of. ``kind``: text, picture, font or other; ``carried``: the PDF has it.

    ``attached``: what it is called there, "" where that is its name. ``whole``: of an excerpt of a font, the sha256 of
    the whole file; ``sha256`` and ``size`` are those of what is carried.
    """

    name: str
    kind: str
    sha256: str
    size: int
    carried: bool
    attached: str = ""
    whole: str = ""

    @property
    def attachment(self) -> str:
        """What it is called among the attachments."""
        return self.attached or self.name


@dataclass(frozen=True, slots=True)
class LockedProgram:
    """A file of the program that the PDF carries beside the sources."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Lock:
    """What was decided and used.

    ``folder``: the issue's, within the publication. ``content``: the canonical digest of what the pages hold.
    ``versions``: the program, Python and every library that shapes the pages. ``options``: the print profile, and how
    photos and fonts are carried. ``used`` is for people: fonts, pictures, colours, and the styles in which text was
    set, resolved. ``contents``: the sha256 of the issue's contents for catalogues, "" in a lock that has none.
    ``program``: the files of the program. ``set_in``: the font files that set a glyph; empty where a lock has none.
    """

    issue: str
    folder: str
    pages: int
    content: str
    versions: Mapping[str, str]
    options: Mapping[str, str]
    files: tuple[LockedFile, ...]
    used: Mapping[str, Any]
    contents: str = ""
    program: tuple[LockedProgram, ...] = ()
    set_in: frozenset[str] = frozenset()


def write_lock(lock: Lock) -> bytes:
    """The lock as a file; the same lock always gives the same bytes."""
    plain = {
        "schema": SCHEMA,
        "issue": {
            "id": lock.issue,
            "folder": lock.folder,
            "pages": lock.pages,
            "content": lock.content,
            "contents": lock.contents,
        },
        "versions": dict(lock.versions),
        "options": dict(lock.options),
        "files": [_told(file) for file in lock.files],
        "program": [asdict(file) for file in lock.program],
        "used": lock.used,
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _told(file: LockedFile) -> dict[str, Any]:
    return {key: value for key, value in asdict(file).items() if value != ""}


def read_lock(data: bytes) -> Lock:
    """Read a lock, perhaps of another version of the program: keys that are unknown here are passed over.
    LockError: it is none, or lacks what a rebuild needs."""
    try:
        plain = json.loads(data)
        if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
            raise LockError(said.unknown_lock(LOCK_NAME, SCHEMA))
        issue = plain["issue"]
        return Lock(
            issue=_text(issue["id"]),
            folder=_text(issue["folder"]),
            pages=_whole(issue["pages"]),
            content=_text(issue["content"]),
            versions=_texts(plain["versions"]),
            options=_texts(plain.get("options", {})),
            files=_files(plain["files"]),
            used={},
            contents=_text(issue.get("contents", "")),
            program=_program(plain.get("program", [])),
            set_in=_set_in(plain.get("used")),
        )
    except (KeyError, TypeError, ValueError, RecursionError):  # bad JSON is a ValueError
        raise LockError(said.damaged_lock(LOCK_NAME)) from None


def _files(given: object) -> tuple[LockedFile, ...]:
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise TypeError("files")
    return tuple(
        LockedFile(
            name=_text(each["name"]),
            kind=_text(each["kind"]),
            sha256=_text(each["sha256"]),
            size=_whole(each["size"]),
            carried=bool(each["carried"]),
            attached=_text(each.get("attached", "")),
            whole=_text(each.get("whole", "")),
        )
        for each in given
    )


def _program(given: object) -> tuple[LockedProgram, ...]:
    if not isinstance(given, list):
        raise TypeError("program")
    return tuple(LockedProgram(_text(each["name"]), _text(each["sha256"]), _whole(each["size"])) for each in given)


def _set_in(used: object) -> frozenset[str]:
    """The fonts' names of ``used``, which is for people and may say anything."""
    fonts = used.get("fonts") if isinstance(used, dict) else None
    files = (each.get("file") for each in fonts if isinstance(each, dict)) if isinstance(fonts, list) else ()
    return frozenset(file for file in files if isinstance(file, str))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError("number")
    return value


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError("texts")
    return {_text(key): _text(each) for key, each in value.items()}
