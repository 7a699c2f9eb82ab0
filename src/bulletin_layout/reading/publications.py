"""bulletin.yaml: the publication (刊物)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, cast

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.settled import Choice
from bulletin_layout.folders import PUBLICATION_FILE
from bulletin_layout.issue import ArchivePolicy, Imprint, Permit, Pieces, Publication, plain
from bulletin_layout.issue.imprint import Profile
from bulletin_layout.issue.publication import Lines
from bulletin_layout.reading.house_lists import read_rosters
from bulletin_layout.reading.press import read_press
from bulletin_layout.reading.schema.binding import field_values
from bulletin_layout.reading.schema.check import Item, Record, record_of
from bulletin_layout.reading.schema.issue_keys import (
    ARCHIVE,
    PERMIT,
    PUBLICATION,
    USUAL_FONTS,
    USUAL_LAYOUTS,
)
from bulletin_layout.reading.schema.severities import choices_of
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.nodes import ScalarNode
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from bulletin_layout.reading.story.inline import read_label
from bulletin_layout.values import dataclass, replace

_OF_PERMIT: Final = ("name", "period", "printer")
_NOT_TEXTS: Final = frozenset(
    ("schema", "fonts", "layouts", "archive", "print", "language", "findings", "lines", "keep", "series", "imprint")
)


@dataclass(frozen=True, slots=True)
class House:
    """A publication with its folder of layouts and its font list. When bulletin.yaml could not be read,
    ``publication`` is None and the folders are the usual ones. ``choices``: the severities it sets, by code of
    finding."""

    publication: Publication | None
    layouts: Path
    fonts: Path
    fonts_named_at: Location
    choices: Mapping[str, Choice]


def read_house(files: Files, profile: str | None = None) -> House:
    """Read bulletin.yaml and report its findings. ``profile``: the print profile to use in place of the
    publication's."""
    path = files.root / PUBLICATION_FILE
    start = Location(files.shown(path))
    record = record_of(files, path, start, PUBLICATION) or Record(start, {})
    layouts = files.inside(files.root, record.text("layouts", USUAL_LAYOUTS), record.place("layouts"))
    fonts = files.inside(files.root, record.text("fonts", USUAL_FONTS), record.place("fonts"))
    press = read_press(record, files, profile)
    publication = _publication(files.root, record, files.findings) if "name" in record.items else None
    rosters, choices = read_rosters(files), choices_of(record, files.findings)
    if publication is not None:
        publication = replace(publication, press=press, rosters=rosters, choices=choices)
    return House(
        publication=publication,
        layouts=layouts or files.root / USUAL_LAYOUTS,
        fonts=fonts or files.root / USUAL_FONTS,
        fonts_named_at=record.place("fonts"),
        choices=choices,
    )


def _publication(root: Path, record: Record, findings: list[Finding]) -> Publication:
    texts = _texts(record.items, findings)
    archive = record.get("archive", Record)
    policy = ArchivePolicy() if archive is None else ArchivePolicy(**field_values(archive, ARCHIVE))
    lines: Lines = "paragraphs" if record.text("lines") == "paragraphs" else "joined"
    series = {key: _texts(each.items, findings) for key, each in record.records("series").items()}
    imprint = _imprint(record, Imprint())
    imprints = {key: _imprint(each, imprint) for key, each in record.records("series").items()}
    keep = record.texts("keep")
    return Publication(root, texts, policy, lines=lines, keep=keep, series=series, imprints=imprints, imprint=imprint)


def _imprint(record: Record, house: Imprint) -> Imprint:
    """The imprint of the publication or, where ``record`` is one of its series, of that; ``house``: what holds where it
    says nothing."""
    place = record.place("imprint" if "imprint" in record.items else "name")
    profile = cast("Profile | None", record.get("imprint", str))  # a choice of these words
    written = record.get("permit", Record)
    permit = Permit() if "permit" in record.items else house.permit
    if written is not None:
        name, period, printer = (plain(read_label(word, [])) if word else "" for word in map(written.words, _OF_PERMIT))
        days = field_values(written, PERMIT)
        permit = Permit(name, period=period, printer=printer, location=written.place("number"), **days)
    return Imprint(profile or house.profile, permit, place)


def _texts(items: Mapping[str, Item], findings: list[Finding]) -> dict[str, Pieces]:
    """By the name used in templates, every text of the publication or of a series; of a permit that is a map, the
    number is ``permit``, too."""
    texts = dict(_named_texts({key: item for key, item in items.items() if key not in _NOT_TEXTS}, findings))
    return {**texts, "permit": texts["permit.number"]} if "permit.number" in texts else texts


def _named_texts(items: Mapping[str, Item], findings: list[Finding]) -> Iterator[tuple[str, Pieces]]:
    """Entries under ``texts`` by their own name, others by their dotted path."""
    for key, item in items.items():
        if isinstance(item.value, ScalarNode):
            yield key, read_label(item.value, findings)
        elif isinstance(item.value, Record):
            for inner, text in _named_texts(item.value.items, findings):
                yield (inner if key == "texts" else f"{key}.{inner}"), text


def written_language(file: Path) -> str | None:
    """The value of ``language`` in a bulletin.yaml, found without parsing the file: findings about the file itself are
    to be in that language too."""
    node = parse_yaml(file.read_text(encoding="utf-8", errors="replace"), file.name, [])
    entry = node.entries.get("language") if node is not None else None
    return entry.value.text if entry is not None and isinstance(entry.value, ScalarNode) else None
