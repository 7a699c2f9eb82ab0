"""Archive files of the starter publication, and what somebody may do to one with another program."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from bulletin_layout.archive.lock import LOCK_NAME
from bulletin_layout.pipeline import build_issue
from tests.support.paper import start_paper


def archive_of(issue: Path, out: Path, *, profile: str | None = None) -> bytes:
    """The archive file of an issue's folder."""
    result = build_issue(issue, products=("archive",), out=out, fail_on="never", profile=profile)
    assert result.outcome != "stopped", result.findings
    return result.files[0].read_bytes()


def starter_archive(folder: Path) -> bytes:
    """The archive file of the starter, copied to ``folder``."""
    return archive_of(start_paper(folder / "paper"), folder / "out")


def paper_with_photo(folder: Path, policy: str) -> Path:
    """The starter with a photo in its first slot, and a policy of archiving; returns its issue's folder."""
    issue = start_paper(folder / "paper")
    layout = folder / "paper" / "layouts" / "front.yaml"
    room = "    photos: {p1: {at: top-right, span: 1, height: 12行}}\n"
    layout.write_text(layout.read_text("utf-8").replace("rows: 7-25}\n", f"rows: 7-25}}\n{room}"), "utf-8")
    (issue / "photos").mkdir()
    Image.effect_noise((900, 900), 60).save(issue / "photos" / "风.jpg")
    story = issue / "first-story.md"
    story.write_text(
        "---\nheadline: 题\nphotos: {p1: {file: photos/风.jpg, caption: 风}}\n---\n" + "稿件一篇。" * 80 + "\n", "utf-8"
    )
    with (folder / "paper" / "bulletin.yaml").open("a", encoding="utf-8") as file:
        file.write(f"archive: {policy}\n")
    return issue


def carried_names(data: bytes) -> list[str]:
    """What a PDF carries, as pikepdf reads it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(pdf.attachments)


def carried_file(data: bytes, name: str) -> bytes:
    """A carried file, as pikepdf reads it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.attachments[attached(name)].get_file().read_bytes()


def attached(name: str) -> str:
    """What a file of the publication is called among the attachments."""
    return name.replace("/", "__")


def lock_in(data: bytes) -> dict[str, Any]:
    """The lock that a PDF carries."""
    lock: dict[str, Any] = json.loads(carried_file(data, LOCK_NAME))
    return lock


def with_file(data: bytes, name: str, contents: bytes | None, *, locked: bool = False) -> bytes:
    """The PDF with an attachment changed, added, or taken out (None); ``locked``: its digest in the lock too."""
    with pikepdf.open(BytesIO(data)) as pdf:
        flat = attached(name) if attached(name) in pdf.attachments else name
        if contents is None:
            del pdf.attachments[flat]
        else:
            pdf.attachments[flat] = _attached(pdf, contents, flat)
        if locked and contents is not None:
            lock = json.loads(pdf.attachments[LOCK_NAME].get_file().read_bytes())
            for file in lock["files"]:
                if file["name"] == name:
                    file.update(sha256=sha256(contents).hexdigest(), size=len(contents))
            written = json.dumps(lock).encode()
            pdf.attachments[LOCK_NAME] = _attached(pdf, written, LOCK_NAME)
        return _saved(pdf)


def with_lock(data: bytes, **changes: Any) -> bytes:
    """The PDF with top-level entries of its lock replaced."""
    return with_file(data, LOCK_NAME, json.dumps({**lock_in(data), **changes}).encode())


def resaved(data: bytes) -> bytes:
    """The PDF as another program writes the same objects: other bytes, other identifiers."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return _saved(pdf, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def _saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    out = BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def _attached(pdf: pikepdf.Pdf, contents: bytes, name: str) -> pikepdf.AttachedFileSpec:
    about = dict.fromkeys(("description", "mime_type", "creation_date", "mod_date"), "")
    return pikepdf.AttachedFileSpec(pdf, contents, filename=name, **about)
