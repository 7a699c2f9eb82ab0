"""Makes an archive file (存档件): attaches sources, lock and contents to the PDF of the pages."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from bulletin_layout.archive.attachments import MOST_FILES, Attachment, attaching
from bulletin_layout.archive.canonical import canonical_digest
from bulletin_layout.archive.contents import CONTENTS_NAME, linked_data
from bulletin_layout.archive.faces import CarriedFont, carried_fonts
from bulletin_layout.archive.heritage import Heritage
from bulletin_layout.archive.lock import LOCK_NAME, Lock, LockedFile, LockedProgram, write_lock
from bulletin_layout.archive.names import attached_names, clashes, is_read, media_type, name_flaw
from bulletin_layout.archive.program import program_files
from bulletin_layout.archive.used import used_by
from bulletin_layout.archive.versions import installed_versions
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.catalogue.pictures import changed_meanwhile
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import ArchivePolicy, Issue
from bulletin_layout.page import Edition
from bulletin_layout.pdfs.inflating import MOST_BYTES
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish, open_pdf
from bulletin_layout.pictures import PictureError
from bulletin_layout.reading import Source

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
    findings = [said.archive_name(Location(name), flaw=flaw) for name in names if (flaw := _flaw(name))]
    findings += [said.archive_name_clash(Location(other), other=one) for one, other in clashes(names)]
    if len(names) > MOST_FILES:
        findings.append(said.archive_size(Location(names[0]), count=len(names), most=MOST_FILES))
    large = (source.name for source in sources if source.data is None and source.path.stat().st_size > MOST_BYTES)
    findings += [said.archive_file_size(Location(name), most=MOST_BYTES // 1_000_000) for name in large]
    return tuple(findings)


def _flaw(name: str) -> Phrase | None:
    """Why a source would not be unpacked under its name."""
    return name_flaw(name) or (None if is_read(name) else said.name_of_no_source())


def sealed(
    pdf: bytes,
    issue: Issue,
    edition: Edition,
    book: FontBook,
    sources: Sequence[Source],
    heritage: Heritage | None = None,
) -> bytes:
    """The file ``pdf`` with its sources, lock, contents and program attached. The same files give the same bytes, in
    whatever folder they are. ``heritage``: given for an issue that is rebuilt from an archive file. OSError,
    PictureError: a source can no longer be read, or was changed since it was read."""
    heritage = heritage or Heritage(program_files(), issue.publication.archive)
    program, policy = heritage.program, heritage.policy
    fonts = carried_fonts(book, edition, sources, policy.fonts)
    contents = Attachment(
        CONTENTS_NAME, linked_data(issue, edition), "application/ld+json", "Supplement", "目录 contents (schema.org)"
    )
    taken = (LOCK_NAME, contents.name, *(each.name for each in program))
    names = attached_names((source.name for source in sources), taken)
    attachments: list[Attachment] = []
    files: list[LockedFile] = []
    for source in sources:
        file, data = _carried(source, names[source.name], fonts.get(source.path), edition, policy)
        files.append(file)
        if data is not None:
            about = f"{_ABOUT[source.kind]}：{source.name}"
            attachments.append(Attachment(file.attachment, data, media_type(source.name), "Source", about))
    with open_pdf(pdf) as opened:
        content = canonical_digest(opened)
    lock = Lock(
        issue=issue.id,
        folder=issue.folder.relative_to(issue.publication.root).as_posix(),
        pages=len(edition.pages),
        content=content,
        versions=installed_versions(),
        options={"profile": issue.publication.press.name, "photos": policy.photos, "fonts": policy.fonts},
        files=tuple(files),
        used=used_by(issue, edition, book, {source.path: source.name for source in sources}),
        contents=_digest(contents.data),
        program=tuple(LockedProgram(each.name, _digest(each.data), len(each.data)) for each in program),
    )
    locked = Attachment(LOCK_NAME, write_lock(lock), "application/json", "Data", "锁定记录 lock: versions and digests")
    return finish(pdf, Finishing(catalog=attaching([*attachments, contents, locked, *program], issue.date)))


def _carried(
    source: Source, attached: str, font: CarriedFont | None, edition: Edition, policy: ArchivePolicy
) -> tuple[LockedFile, bytes | None]:
    """What the lock says of a source, and what is carried of it; None: it is named by its digest only."""
    whole = ""
    if font is None:
        data = _contents(source, edition)
        told = _digest(data), len(data)
        left_out = source.kind == "font" or (source.kind == "picture" and policy.photos == "hash")
        carried = None if left_out else data
    else:
        carried = font.data
        told = (font.whole.sha256, font.whole.size) if carried is None else (_digest(carried), len(carried))
        whole = font.whole.sha256 if told[0] != font.whole.sha256 else ""
    if carried is None or attached == source.name:
        attached = ""
    return LockedFile(source.name, source.kind, *told, carried is not None, attached, whole), carried


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


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
