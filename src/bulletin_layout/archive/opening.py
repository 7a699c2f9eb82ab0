"""Opens an archive file (开档): reads its lock and its sources, and checks the sources against the lock."""

from collections.abc import Mapping, Sequence
from dataclasses import field
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
    """An archive file that cannot be used; its message for the user continues a sentence that begins with the file's
    name."""


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """The sources in an archive file. ``files``: by the names of the lock, which have been checked to be safe paths.

    ``altered``: files whose digest differs from the lock. ``lost``: files that should be attached and are not.
    ``foreign``: names of other attachments, which are not in ``files``. ``program``: the attached files of the program
    that made it, which are only carried on, never unpacked or run.
    """

    lock: Lock
    files: Mapping[str, bytes]
    altered: tuple[str, ...]
    lost: tuple[str, ...]
    foreign: tuple[str, ...]
    program: Mapping[str, bytes] = field(default_factory=dict)


def open_archive(data: bytes) -> ArchiveFile:
    """Read an archive file. ArchiveError: it is not a PDF, needs a password, is damaged, has no sources, or has sources
    with unsafe names."""
    try:
        with open_pdf(data) as pdf:
            return _opened(carried(pdf), max(MOST_BYTES, _MOST_PACKED * len(data)))
    except (PdfError, AttachmentError, LockError) as problem:
        raise ArchiveError(problem.says) from None
    except (AttributeError, RecursionError, TypeError, ValueError):  # objects of wrong types, or nested without end
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
    return _sorted_out(lock, found, _Room(room))


def _check_names(names: Sequence[str]) -> None:
    for name in names:
        flaw = name_flaw(name)
        if flaw is not None:
            raise ArchiveError(said.unsafe_name(repr(name[:80]), flaw))
    for one, other in clashes(names):
        raise ArchiveError(said.names_clash(repr(one), repr(other)))


class _Room:
    """How much may still be unpacked of one file, in bytes."""

    def __init__(self, room: int) -> None:
        self._room = room

    def data(self, each: Carried, size: int) -> bytes:
        """An attachment, which the lock says has ``size`` bytes. AttachmentError: it is far larger, or damaged."""
        data = each.data(min(self._room, size + _GROWN))
        self._room -= len(data)
        return data


def _sorted_out(lock: Lock, found: Sequence[Carried], room: _Room) -> ArchiveFile:
    """Attachments by their use. What the lock does not name, and what no issue is made of, is not even unpacked."""
    there = {each.name: each for each in found}
    wanted = [file for file in lock.files if file.carried and is_read(file.name)]
    files = {file.name: room.data(there[file.attachment], file.size) for file in wanted if file.attachment in there}
    program = {file.name: room.data(there[file.name], file.size) for file in lock.program if file.name in there}
    sums = {file.name: (files[file.name], file.sha256) for file in wanted if file.name in files}
    sums |= {file.name: (program[file.name], file.sha256) for file in lock.program if file.name in program}
    lost = [file.name for file in wanted if file.attachment not in there]
    lost += [file.name for file in lock.program if file.name not in there]
    if lock.contents and CONTENTS_NAME in there:
        sums[CONTENTS_NAME] = there[CONTENTS_NAME].data(_MOST_WORDS), lock.contents
    elif lock.contents:
        lost.append(CONTENTS_NAME)
    known = {LOCK_NAME, CONTENTS_NAME, *program, *(file.attachment for file in wanted)}
    return ArchiveFile(
        lock=lock,
        files=files,
        altered=tuple(name for name, (data, digest) in sums.items() if sha256(data).hexdigest() != digest),
        lost=tuple(lost),
        foreign=tuple(name for name in there if name not in known),
        program=program,
    )
