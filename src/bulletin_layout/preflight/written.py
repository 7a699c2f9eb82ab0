"""Reads a written PDF again (成品复查): what is actually on its pages, plate by plate.

Composed pages give the intention; this gives what the press will get: inks, sizes, line widths, pictures, fonts, boxes.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from hashlib import sha256
from typing import Any, Final

from bulletin_layout.pdfs.pikepdf_adapter import Found, OpenedPdf
from bulletin_layout.preflight.contents import Box, PageContents, read_contents
from bulletin_layout.preflight.memory import Memory
from bulletin_layout.preflight.resources import FontFacts, Resources
from bulletin_layout.preflight.uses import PageUses
from bulletin_layout.values import dataclass

#: Deepest nesting of the page tree; more is a mistake or an attack.
_DEEPEST: Final = 12


@dataclass(slots=True)
class WrittenPage:
    """The contents of a page. Boxes are x1, y1, x2, y2 in points, as in the file."""

    uses: PageUses
    media: Box
    trim: Box | None
    bleed: Box | None
    missing: int = 0  #: occurrences of glyph 0, an empty box in place of a character
    annotations: tuple[str, ...] = ()
    group: str = ""  #: colour space for blending transparent parts


@dataclass(slots=True)
class WrittenFile:
    """The contents of a file."""

    version: str
    pages: tuple[WrittenPage, ...]
    fonts: tuple[FontFacts, ...]
    intents: tuple[tuple[str, str, str], ...]  #: of each output intent: standard, condition, colour space


def read_written(file: OpenedPdf, memory: Memory | None = None) -> WrittenFile:
    """Read every page. ``memory``: pages whose content is that of a page of the last file are not read again. PdfError:
    the file is damaged inside, or its pages have operators that this program does not write."""
    reading = _Reading(memory.written if memory is not None else {})
    pages = tuple(reading.page(source, number) for number, source in enumerate(file.pages, start=1))
    if memory is not None:
        memory.written = reading.now
    intents = tuple(_intent(each) for each in file.catalog.get("OutputIntents", ()))
    return WrittenFile(file.version, pages, tuple(reading.fonts.values()), intents)


@dataclass(slots=True)
class _Reading:
    """A file that is read. ``known``, ``now``: contents of the last file and of this one, by their digests; ``fonts``:
    those of the file, by name; ``answers``: of its resources, by their syntax, which many pages share."""

    known: Mapping[bytes, PageContents]
    now: dict[bytes, PageContents] = field(default_factory=dict)
    fonts: dict[str, FontFacts] = field(default_factory=dict)
    answers: dict[bytes, dict[tuple[str, str], Any]] = field(default_factory=dict)

    def page(self, source: Found, number: int) -> WrittenPage:
        media = _box(_inherited(source, "MediaBox")) or (0, 0, 0, 0)
        trim, bleed = _box(source.get("TrimBox")), _box(source.get("BleedBox"))
        edge, resources = bleed or trim or media, self._resources(source)
        streams = _streams(source)
        digest = sha256(repr(edge).encode() + b"\n".join(stream.raw for stream in streams)).digest()
        read = self.known.get(digest)
        if read is None or not resources.answers(read.asked):
            read = read_contents(number, b"\n".join(stream.data for stream in streams), resources, edge)
        if not read.forms:
            self.now[digest] = read
        return WrittenPage(
            self._named(read, number, resources),
            media,
            trim,
            bleed,
            read.missing,
            annotations=tuple(str(note.get("Subtype", "")) for note in source.get("Annots", ())),
            group=str((source.get("Group") or {}).get("CS", "")),
        )

    def _resources(self, page: Found) -> Resources:
        source = _inherited(page, "Resources")
        return Resources(source, self.answers.setdefault(source.syntax, {})) if source else Resources({})

    def _named(self, read: PageContents, number: int, resources: Resources) -> PageUses:
        """The uses of a page with its fonts' own names. ``resources``: those of the page."""
        names = {}
        for key, (of_form, name) in read.fonts.items():
            facts = (of_form or resources).font(name)
            names[key] = self.fonts.setdefault(facts.name, facts).name
        texts = {use._replace(font=names[use.font]): story for use, story in read.uses.texts.items()}
        return replace(read.uses, number=number, texts=texts)


def _streams(page: Found) -> tuple[Found, ...]:
    contents = page.get("Contents", ())
    return contents if isinstance(contents, tuple) else (contents,)


def _intent(intent: Found) -> tuple[str, str, str]:
    profile = intent.get("DestOutputProfile")
    space = profile.data[16:20].decode("ascii", "replace").strip() if profile is not None else ""
    return str(intent.get("S", "")), str(intent.get("OutputConditionIdentifier", "")), space


def _inherited(page: Found, key: str) -> Any:
    """An entry of the page or of its ancestors in the page tree (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEEPEST):
        if key in page:
            return page[key]
        if "Parent" not in page:
            return None
        page = page["Parent"]
    return None


def _box(value: Any) -> Box | None:
    return (float(value[0]), float(value[1]), float(value[2]), float(value[3])) if value else None
