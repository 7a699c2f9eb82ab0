"""Resolves the terms of one layout: lengths to points, names of inks and styles, and the names in templates."""

from collections.abc import Iterable, Mapping
from typing import Any

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import layouts as said
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase, SaidValueError
from bulletin_layout.grid import Grid
from bulletin_layout.inks import Ink
from bulletin_layout.issue import ISSUE_NAMES, Pieces, Sheet, Style, names
from bulletin_layout.measures import Length, points
from bulletin_layout.reading.schema.binding import field_values, plain
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.reading.schema.kinds import Key, Shape
from bulletin_layout.reading.schema.layout_keys import INK, STYLE_NAME, TEMPLATE
from bulletin_layout.reading.story.inline import read_template
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """What the terms of a layout mean, and where findings go. ``texts``: keys of the publication's texts; None when
    bulletin.yaml could not be read."""

    sheet: Sheet
    grid: Grid  #: of a right-hand page; rows and measures are equal on all pages
    inks: Mapping[str, Ink]
    styles: Mapping[str, Style]
    texts: Iterable[str] | None
    findings: list[Finding]

    def fields(self, record: Record, shape: Shape, thing: Phrase) -> dict[str, Any]:
        """The fields that a record gives to its shape's class: lengths in points, inks and styles resolved, templates
        checked. Fields of missing or faulty keys are left out, so they keep their defaults."""

        def meant(record: Record, name: str, key: Key) -> object:
            if key.kind is INK:
                return self.ink(record, name, thing)
            if key.kind is STYLE_NAME:
                return self.style(record, name, str(key.usual), thing)
            if key.kind is TEMPLATE:
                return self.template(record, name, thing)
            length = self.points(record, name)
            return plain(record, name, key) if length is None else length

        return field_values(record, shape, meant)

    def points(self, record: Record, key: str) -> float | None:
        """A length in points."""
        found = record.get(key, Length)
        return None if found is None else points(found, self.sheet.scale)

    def ink(self, record: Record, key: str, thing: Phrase) -> Ink | None:
        """An ink by name or as ``[c, m, y, k]`` in percent; None for an unknown name, which is reported."""
        return ink_of(record, key, self.inks, thing, self.findings)

    def style(self, record: Record, key: str, default: str, thing: Phrase) -> Style:
        """A style by name; ``default`` in place of an unknown one, which is reported."""
        name = record.text(key, default)
        if name in self.styles:
            return self.styles[name]
        near = nearest(name, self.styles)
        self.findings.append(said.unknown_style(record.place(key), thing=thing, name=name, near=near))
        return self.styles[default]

    def template(self, record: Record, key: str, thing: Phrase) -> Pieces:
        """A template after checking the names in its braces, including those within link addresses."""
        pieces = read_template(record.words(key), self.findings)
        location = record.place(key)
        for text in (text for piece in pieces for text in (piece.text, piece.link) if text):
            try:
                found = names(text)
            except SaidValueError as problem:
                self.findings.append(said.template(location, thing=thing, problem=problem.says))
                continue
            for name in found:
                self._check_name(name, location, thing)
        return pieces

    def _check_name(self, name: str, location: Location, thing: Phrase) -> None:
        if self.texts is None and name.startswith("publication."):
            return
        known = (*(f"publication.{key}" for key in self.texts or ()), *ISSUE_NAMES)
        if name not in known:
            self.findings.append(said.template_name(location, thing=thing, name=name, near=nearest(name, known)))


def ink_of(record: Record, key: str, inks: Mapping[str, Ink], thing: Phrase, findings: list[Finding]) -> Ink | None:
    """An ink by name or as ``[c, m, y, k]`` in percent; None for an unknown name, which is reported."""
    parts = record.get(key, tuple)
    if parts is not None:
        return Ink("cmyk", percents(parts)) if len(parts) == 4 else None  # fewer: one was faulty, and is reported
    name = record.get(key, str)
    if name is None or name in inks:
        return None if name is None else inks[name]
    findings.append(said.unknown_ink(record.place(key), thing=thing, name=name, near=nearest(name, inks)))
    return None


def percents(parts: Iterable[Item]) -> tuple[float, ...]:
    """Colour components from 0–100 percent to 0–1."""
    return tuple(part.value / 100 for part in parts if isinstance(part.value, float))
