"""What a rebuilt archive file takes over from the original one (沿用)."""

from typing import get_args

from bulletin_layout.archive.attachments import Attachment
from bulletin_layout.archive.opening import ArchiveFile
from bulletin_layout.archive.program import as_attachment
from bulletin_layout.issue import ArchivePolicy
from bulletin_layout.issue.publication import FontWay, Way
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Heritage:
    """The attached files of the original's program, unchanged (empty when it had none), and how photos and fonts were
    attached."""

    program: tuple[Attachment, ...]
    policy: ArchivePolicy


def heritage_of(archive: ArchiveFile) -> Heritage:
    """What a file hands on to its rebuilt version. Unknown policies are replaced by the default."""
    options, usual = archive.lock.options, ArchivePolicy()
    photos: Way = next((way for way in get_args(Way) if way == options.get("photos")), usual.photos)
    fonts: FontWay = next((way for way in get_args(FontWay) if way == options.get("fonts")), usual.fonts)
    program = tuple(as_attachment(name, data) for name, data in archive.program.items())
    return Heritage(program, ArchivePolicy(photos, fonts))
