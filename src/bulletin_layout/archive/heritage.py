"""What an archive file that is made again has from the one before (沿用)."""

from typing import get_args

from bulletin_layout.archive.attachments import Attachment
from bulletin_layout.archive.opening import ArchiveFile
from bulletin_layout.archive.program import as_attachment
from bulletin_layout.issue import ArchivePolicy
from bulletin_layout.issue.publication import FontWay, Way
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Heritage:
    """The files of its program, unchanged (none, where it had none), and how it carried photos and fonts."""

    program: tuple[Attachment, ...]
    policy: ArchivePolicy


def heritage_of(archive: ArchiveFile) -> Heritage:
    """What an archive file hands on. A policy that this program does not know is the usual one."""
    options, usual = archive.lock.options, ArchivePolicy()
    photos: Way = next((way for way in get_args(Way) if way == options.get("photos")), usual.photos)
    fonts: FontWay = next((way for way in get_args(FontWay) if way == options.get("fonts")), usual.fonts)
    program = tuple(as_attachment(name, data) for name, data in archive.program.items())
    return Heritage(program, ArchivePolicy(photos, fonts))
