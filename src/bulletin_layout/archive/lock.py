"""The lock (锁定记录, ``bulletin/lock@1``): files, versions and options with which an issue was made, for a rebuild.

It is JSON, sorted and indented, so that two locks can be compared.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.values import dataclass

SCHEMA: Final = "bulletin/lock@1"
#: File name of the lock among the attachments.
LOCK_NAME: Final = "bulletin-lock.json"


class LockError(SaidError):
    """A lock that cannot be read; its message is for the user."""


@dataclass(frozen=True, slots=True)
class LockedFile:
    """A source file of the issue. ``kind``: text, picture, font or other; ``carried``: it is attached to the PDF.

    ``attached``: the attachment's name, "" if it is the file's. ``whole``: for an excerpt of a font, SHA-256 of the
    whole file; ``sha256`` and ``size`` are those of what is attached.
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
    """Everything that decides the result of a build.

    ``folder``: folder of the issue within the publication. ``content``: canonical digest of the pages. ``versions``:
    the program, Python and all libraries that affect the pages. ``options``: the print profile, and whether photos and
    fonts are attached. ``used``: for people to read: fonts, pictures, colours and resolved styles. ``contents``:
    SHA-256 of the attached contents (``contents.linked_data``); "" in locks that have none. ``program``: the attached
    files of the program. ``set_in``: font files that are used on the pages; empty in locks that do not say.
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
    """The lock as JSON; the same lock gives the same bytes."""
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
    """Read a lock, perhaps written by another version of the program: unknown keys are ignored.

    LockError: it is not a lock, or lacks something that a rebuild needs.
    """
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
