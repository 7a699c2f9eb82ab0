"""Makes an archive file (存档件): attaches sources, lock and contents to the PDF of the pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, Final

from bulletin_layout.archive.attachments import MOST_FILES, Attachment, attaching
from bulletin_layout.archive.canonical import canonical_digest
from bulletin_layout.archive.contents import CONTENTS_NAME, linked_data
from bulletin_layout.archive.lock import LOCK_NAME, Lock, LockedFile, write_lock
from bulletin_layout.archive.names import clashes, name_flaw
from bulletin_layout.archive.versions import installed_versions
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.catalogue.pictures import changed_meanwhile
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.page import Edition
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish, open_pdf
from bulletin_layout.pictures import PictureError
from bulletin_layout.reading import Source
from bulletin_layout.render.intents import intent_of

_MIME: Final[Mapping[str, str]] = {
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".ttc": "font/collection",
    ".icc": "application/vnd.iccprofile",
}
_ABOUT: Final[Mapping[str, str]] = {
    "text": "来源文件 source file",
    "picture": "图片 picture",
    "font": "字体 font",
    "other": "附属文件 accompanying file",
}


def unfit(sources: Sequence[Source]) -> tuple[Finding, ...]:
    """Findings about source names with which the archive file could not be unpacked on some system, and about too many
    sources."""
    names = [source.name for source in sources]
    findings = [said.archive_name(Location(name), flaw=flaw) for name in names if (flaw := name_flaw(name))]
    findings += [said.archive_name_clash(Location(other), other=one) for one, other in clashes(names)]
    if len(names) > MOST_FILES:
        findings.append(said.archive_size(Location(names[0]), count=len(names), most=MOST_FILES))
    return tuple(findings)


def sealed(pdf: bytes, issue: Issue, edition: Edition, book: FontBook, sources: Sequence[Source]) -> bytes:
    """The file ``pdf`` with its sources, lock and contents attached. The same files give the same bytes, in whatever
    folder they are. OSError, PictureError: a source can no longer be read, or was changed since it was read."""
    policy = issue.publication.archive
    left_out = {kind for kind, way in (("picture", policy.photos), ("font", policy.fonts)) if way == "hash"}
    attachments: list[Attachment] = []
    files: list[LockedFile] = []
    for source in sources:
        data = _contents(source, edition)
        carried = source.kind not in left_out
        files.append(LockedFile(source.name, source.kind, sha256(data).hexdigest(), len(data), carried))
        if carried:
            about = f"{_ABOUT[source.kind]}：{PurePosixPath(source.name).name}"
            attachments.append(Attachment(source.name, data, _mime(source.name), "Source", about))
    contents = Attachment(
        CONTENTS_NAME, linked_data(issue, edition), "application/ld+json", "Supplement", "目录 contents (schema.org)"
    )
    lock = Attachment(
        LOCK_NAME,
        write_lock(
            replace(_lock(pdf, issue, edition, book, sources, files), contents=sha256(contents.data).hexdigest())
        ),
        "application/json",
        "Data",
        "锁定记录 lock: versions and digests",
    )
    return finish(pdf, Finishing(catalog=attaching([*attachments, contents, lock], issue.date)))


def _contents(source: Source, edition: Edition) -> bytes:
    """The bytes of a source, as they were when the issue was read."""
    if source.data is not None:
        return source.data
    data = source.path.read_bytes()
    if source.sha256 and sha256(data).hexdigest() != source.sha256:
        marks = (mark for page in edition.pages for mark in page.pictures())
        place = next((mark.tag.location for mark in marks if mark.picture.path == source.path), None)
        raise PictureError(changed_meanwhile(source.name), place)
    return data


def _mime(name: str) -> str:
    return _MIME.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def _lock(
    pdf: bytes, issue: Issue, edition: Edition, book: FontBook, sources: Sequence[Source], files: Sequence[LockedFile]
) -> Lock:
    with open_pdf(pdf) as opened:
        content = canonical_digest(opened)
    policy, press = issue.publication.archive, issue.publication.press
    colours = intent_of(press)
    return Lock(
        issue=issue.id,
        folder=issue.folder.relative_to(issue.publication.root).as_posix(),
        pages=len(edition.pages),
        content=content,
        versions=installed_versions(),
        options={"profile": press.name, "photos": policy.photos, "fonts": policy.fonts},
        files=tuple(files),
        used={
            "fonts": list(_fonts(book, edition, sources)),
            "pictures": list(_pictures(edition)),
            "colours": {"name": colours.name, "sha256": colours.sha256},
            "styles": _styles(issue, edition),
        },
    )


def _fonts(book: FontBook, edition: Edition, sources: Sequence[Source]) -> Iterator[dict[str, Any]]:
    """The fonts that are used on the pages, as fonts.yaml names them."""
    marks = (mark for page in edition.pages for mark in page.texts())
    names = {source.path: source.name for source in sources}
    faces = {(mark.run.face.path, mark.run.face.index): mark.run.face.name for mark in marks}
    for (family, weight), file in sorted(book.files.items()):
        if (file.path, file.index) in faces:
            face = faces[file.path, file.index]
            yield {"family": family, "weight": weight, "file": names[file.path], "index": file.index, "name": face}


def _pictures(edition: Edition) -> Iterator[dict[str, Any]]:
    """The pictures on the pages, each once."""
    marks = (mark for page in edition.pages for mark in page.pictures())
    for digest, picture in sorted({mark.picture.sha256: mark.picture for mark in marks}.items()):
        yield {"sha256": digest, "width": picture.width, "height": picture.height}


def _styles(issue: Issue, edition: Edition) -> dict[str, Any]:
    """The resolved styles that are used, by page, slot and role; equal styles are written once and referred to by
    number."""
    roles = {page.number: {mark.tag.role for mark in page.texts() if mark.tag.story} for page in edition.pages}
    numbers: dict[str, int] = {}
    styles: list[dict[str, Any]] = []
    pages: dict[str, Any] = {}
    for plan in issue.pages:
        slots: dict[str, dict[str, int]] = {}
        for slot in plan.layout.slots.values():
            for role, style in sorted(slot.styles.items()):
                if _has_text(plan, slot.name) and role in roles.get(plan.number, ()):
                    resolved = asdict(style)
                    number = numbers.setdefault(repr(resolved), len(styles))
                    if number == len(styles):
                        styles.append(resolved)
                    slots.setdefault(slot.name, {})[role] = number
        pages[str(plan.number)] = {"layout": plan.layout.name, "slots": slots}
    return {"pages": pages, "styles": styles}


def _has_text(plan: PagePlan, slot: str) -> bool:
    return slot in plan.put or slot in plan.briefs or slot in plan.continued or bool(plan.flow)
