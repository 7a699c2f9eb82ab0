"""An archive file opened again (开档): its lock, its sources, and whether these are still what the lock says."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from bulletin_layout.archive.attachments import MOST_FILES, AttachmentError, Carried, carried
from bulletin_layout.archive.contents import CONTENTS_NAME
from bulletin_layout.archive.lock import LOCK_NAME, Lock, LockError, read_lock
from bulletin_layout.archive.names import clashes, is_read, name_flaw
from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.pdfs.inflating import MOST_BYTES
from bulletin_layout.pdfs.pikepdf_adapter import PdfError, open_pdf
from bulletin_layout.values import dataclass

#: The lock and the contents, in bytes: those of an issue of 5000 files have two millions.
_MOST_WORDS: Final = 20_000_000
#: By how much a source may have grown that somebody altered; what is larger than that is no source any more.
_GROWN: Final = 1_000_000
#: How many times as large as the PDF its files may be together: texts are packed to a fifth, pictures hardly at all.
_MOST_PACKED: Final = 20


class ArchiveError(SaidError):
    """A file that cannot be made again, said in words for the user; they go on from the file's name."""


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """What a PDF carries of its issue, by the names of the lock, every one of them fit to be a file's path.

    ``altered``: files that are not those of the lock. ``lost``: files that it should carry and does not. ``foreign``:
    what it carries beside, or what no issue is made of though the lock names it, by the PDF's own names; not among
    ``files``.
    """

    lock: Lock
    files: Mapping[str, bytes]
    altered: tuple[str, ...]
    lost: tuple[str, ...]
    foreign: tuple[str, ...]


def open_archive(data: bytes) -> ArchiveFile:
    """Read what a PDF carries. ArchiveError: no PDF, locked, damaged, without sources, or with hostile ones."""
    try:
        with open_pdf(data) as pdf:
            return _opened(carried(pdf), max(MOST_BYTES, _MOST_PACKED * len(data)))
    except (PdfError, AttachmentError, LockError) as problem:
        raise ArchiveError(problem.says) from None
    except (AttributeError, RecursionError, TypeError, ValueError):  # a PDF whose objects are not of the right kinds
        raise ArchiveError(said.damaged_objects()) from None


def _opened(found: Sequence[Carried], room: int) -> ArchiveFile:
    locks = [each for each in found if each.name == LOCK_NAME]
    if not locks:
        raise ArchiveError(said.no_sources())
    _check_names([each.name for each in found])
    lock = read_lock(locks[0].data(_MOST_WORDS))
    if len(lock.files) > MOST_FILES:
        raise ArchiveError(said.too_many_files(MOST_FILES))
    _check_names([file.name for file in lock.files])
    _check_names([lock.folder])
    return _sorted_out(lock, found, room)


def _check_names(names: Sequence[str]) -> None:
    for name in names:
        flaw = name_flaw(name)
        if flaw is not None:
            raise ArchiveError(said.unsafe_name(repr(name[:80]), flaw))
    for one, other in clashes(names):
        raise ArchiveError(said.names_clash(repr(one), repr(other)))


def _sorted_out(lock: Lock, found: Sequence[Carried], room: int) -> ArchiveFile:
    """What is carried and locked is unpacked, within the size that the lock states; nothing else is even looked at."""
    there = {each.name: each for each in found}
    wanted = [file for file in lock.files if file.carried and is_read(file.name)]
    files: dict[str, bytes] = {}
    for file in wanted:
        if file.name in there:
            files[file.name] = there[file.name].data(min(room, file.size + _GROWN))
            room -= len(files[file.name])
    sums = {file.name: (files[file.name], file.sha256) for file in wanted if file.name in files}
    lost = [file.name for file in wanted if file.name not in there]
    if lock.contents and CONTENTS_NAME in there:
        sums[CONTENTS_NAME] = there[CONTENTS_NAME].data(_MOST_WORDS), lock.contents
    elif lock.contents:
        lost.append(CONTENTS_NAME)
    return ArchiveFile(
        lock=lock,
        files=files,
        altered=tuple(name for name, (data, digest) in sums.items() if sha256(data).hexdigest() != digest),
        lost=tuple(lost),
        foreign=tuple(name for name in there if name not in files and name not in (LOCK_NAME, CONTENTS_NAME)),
    )
