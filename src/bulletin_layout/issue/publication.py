"""The publication (刊物): settings that are the same for all issues."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from bulletin_layout.findings.settled import NO_CHOICES, Choice
from bulletin_layout.issue.imprint import Imprint
from bulletin_layout.issue.press import SHEETFED, Press
from bulletin_layout.issue.rosters import Rosters
from bulletin_layout.issue.story import Pieces, plain
from bulletin_layout.values import dataclass, replace

Way = Literal["attach", "hash"]
#: Fonts may also be cut down to what the issue needs of them.
FontWay = Literal["subset", "attach", "hash"]
#: Lines of a story's text: joined into paragraphs, as in Markdown, or a paragraph each.
Lines = Literal["joined", "paragraphs"]


@dataclass(frozen=True, slots=True)
class ArchivePolicy:
    """Which files an archive file attaches, and which it only names with their digest (存档方式). Texts are always
    attached; of fonts, those that are used."""

    photos: Way = "attach"
    fonts: FontWay = "subset"


@dataclass(frozen=True, slots=True)
class Publication:
    """bulletin.yaml. ``texts``: texts that templates can use (``{publication.name}``), including ``name``; ``press``:
    the print profile; ``lines``: default for stories (see ``Lines``); ``keep``: words that are not divided in heads,
    captions and bylines; ``series``: texts of each kind of publication in the same folder (系列), by its key;
    ``imprints``: by the same key, the imprint of each; ``imprint``: the paper's own; ``rosters``: its lists;
    ``choices``: severities of findings that it sets, by code."""

    root: Path
    texts: Mapping[str, Pieces]
    archive: ArchivePolicy = ArchivePolicy()
    press: Press = SHEETFED
    lines: Lines = "joined"
    keep: tuple[str, ...] = ()
    series: Mapping[str, Mapping[str, Pieces]] = field(default_factory=dict)
    imprints: Mapping[str, Imprint] = field(default_factory=dict)
    imprint: Imprint = Imprint()
    rosters: Rosters = Rosters()
    choices: Mapping[str, Choice] = NO_CHOICES

    def of_series(self, series: str) -> "Publication":
        """The publication as an issue of one of its series says it: name and texts of the series, and no English name
        but its own. KeyError: there is no such series."""
        own = self.series[series]
        apart = ("english", "permit.") if "permit" in own else ("english",)
        house = {key: text for key, text in self.texts.items() if not key.startswith(apart)}
        return replace(self, texts={**house, **own}, imprint=self.imprints.get(series, self.imprint))

    @property
    def name(self) -> str:
        """The name of the paper (报名), as plain text."""
        return self.text("name")

    def text(self, key: str) -> str:
        """A text without its inline marks; "" if there is none with this name."""
        return plain(self.texts.get(key, ()))
