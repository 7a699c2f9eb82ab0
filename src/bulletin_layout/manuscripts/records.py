"""What an import made (导入记录), kept in the issue's folder ``imported``, so that the next one knows what was edited.

``SLUG.md`` is the story as the manuscript gave it; ``SLUG.json`` names the manuscript, its pictures and the roles of
its lines. Neither has a date: the same manuscript gives the same bytes.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from bulletin_layout.filing import put
from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import text
from bulletin_layout.manuscripts.draft import Role

FOLDER: Final = "imported"
SCHEMA: Final = "bulletin/import@1"


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return sha256(data).hexdigest()


class Records:
    """The records of an issue's folder. OSError, from all methods, where it cannot be read or written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def story(self, slug: str) -> str | None:
        """The story as the last import made it."""
        return read_text(self._folder / f"{slug}.md")

    def photos(self, slug: str) -> dict[str, str]:
        """The digests of the pictures that the last import wrote, by their names."""
        written = read_text(self._folder / f"{slug}.json")
        try:
            found = json.loads(written or "{}")
            photos = found.get("photos", {})
            return {str(name): str(value) for name, value in photos.items()}
        except (ValueError, AttributeError, RecursionError):
            return {}

    def keep(self, slug: str, story: str, record: Mapping[str, Any]) -> None:
        """Write the record of an import."""
        put(self._folder / f"{slug}.md", story.encode("utf-8"))
        plain = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        put(self._folder / f"{slug}.json", plain.encode("utf-8"))


def record(
    name: str, data: bytes, photos: Mapping[str, bytes], roles: Sequence[Role], findings: Sequence[Finding]
) -> dict[str, Any]:
    """The record of one manuscript as JSON: ``roles`` with their votes, ``findings`` in English."""
    return {
        "schema": SCHEMA,
        "manuscript": {"file": name, "sha256": digest(data)},
        "photos": {name: digest(picture) for name, picture in photos.items()},
        "roles": [{"role": one.role, "votes": one.votes, "line": one.line, "text": one.text} for one in roles],
        "findings": [
            {"code": one.code, "severity": one.severity, "line": one.location.line, "message": text(one.says, "en")}
            for one in findings
        ],
    }


def read_text(path: Path) -> str | None:
    """A text file of UTF-8; None when there is none. A file of another encoding gives its bytes as Latin-1, which
    equals no story."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("latin-1")
