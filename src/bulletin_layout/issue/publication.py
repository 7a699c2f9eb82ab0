"""The publication (刊物): what stays the same from issue to issue."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from bulletin_layout.issue.press import SHEETFED, Press
from bulletin_layout.issue.story import Pieces, plain
from bulletin_layout.values import dataclass

Way = Literal["attach", "hash"]
#: Fonts may also be cut down to what the issue needs of them.
FontWay = Literal["subset", "attach", "hash"]
#: What lines of a story are: joined within a paragraph, as Markdown has it, or a paragraph each.
Lines = Literal["joined", "paragraphs"]


@dataclass(frozen=True, slots=True)
class ArchivePolicy:
    """What an archive file carries whole, and what by its digest only (存档方式). Texts are always carried;
    of fonts, those that set something."""

    photos: Way = "attach"
    fonts: FontWay = "subset"


@dataclass(frozen=True, slots=True)
class Publication:
    """bulletin.yaml. ``texts`` holds every text a template may name (``{publication.name}``), ``name`` among them;
    ``press`` is what the print shop asks for, ``lines`` what a line is in stories that do not say; ``keep``: words that
    stay whole in heads, captions and bylines."""

    root: Path
    texts: Mapping[str, Pieces]
    archive: ArchivePolicy = ArchivePolicy()
    press: Press = SHEETFED
    lines: Lines = "joined"
    keep: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """报名, the paper's name."""
        return self.text("name")

    def text(self, key: str) -> str:
        """A text without its marks; empty if there is none of this name."""
        return plain(self.texts.get(key, ()))
