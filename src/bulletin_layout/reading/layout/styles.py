"""Named styles (样式): inheritance, lengths to points, and whether the fonts they ask for are there."""

from collections.abc import Mapping
from typing import cast

from bulletin_layout.findings import Finding, Location, error
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import Style
from bulletin_layout.issue.style import Align, Kinsoku, LineStart, Marks
from bulletin_layout.measures import Length, Scale, points
from bulletin_layout.reading.layout.defaults import BUILT_IN
from bulletin_layout.reading.layout.terms import ink_of
from bulletin_layout.reading.schema.check import Item, Record, nearest
from bulletin_layout.reading.schema.layout_keys import FROM_BODY

#: The place of a built-in field: no file says it.
_NOWHERE = Location("")
#: What a style's pattern may name: the story's byline, a photo's credit, a section's name, words pulled out.
_PATTERN_NAMES = ("byline", "credit", "section", "pull")

Families = Mapping[str, tuple[str, ...]]


class StyleReader:
    """Resolves the styles of one layout, each once. ``families``: weights by family; None when fonts.yaml failed."""

    def __init__(
        self, written: Mapping[str, Record], scale: Scale, inks: Mapping[str, Ink], families: Families | None
    ) -> None:
        self.findings: list[Finding] = []
        self._written = written
        self._scale = scale
        self._inks = inks
        self._families = families
        self._fields: dict[str, Mapping[str, Item]] = {}

    def read(self) -> Mapping[str, Style]:
        """Every style by name: the built-in ones and the layout's own."""
        styles = {name: self._style(name) for name in dict.fromkeys((*BUILT_IN, *self._written))}
        for name, own in self._written.items():
            self._check(name, own)
        return styles

    def _fields_of(self, name: str, trail: tuple[str, ...] = ()) -> Mapping[str, Item]:
        """The style's fields with all that it inherits: its parent's, or else the body's composition."""
        if name in self._fields:
            return self._fields[name]
        own = self._written.get(name)
        trail = (*trail, name)
        parent = self._parent(name, own, trail)
        fields: dict[str, Item] = {}
        if parent is not None:
            fields.update(self._fields_of(parent, trail))
        elif "body" not in trail:
            body = self._fields_of("body", trail)
            fields.update((key, body[key]) for key in FROM_BODY if key in body)
        if own is None or "parent" not in own.items:
            fields.update((key, Item(value, _NOWHERE, _NOWHERE)) for key, value in BUILT_IN.get(name, {}).items())
        if own is not None:
            fields.update((key, item) for key, item in own.items.items() if key != "parent")
        self._fields[name] = fields
        return fields

    def _parent(self, name: str, own: Record | None, trail: tuple[str, ...]) -> str | None:
        """The style's parent, or the nearest that its dotted name starts with; None at the top and in a circle."""
        if own is not None and "parent" in own.items:
            parent, place = own.text("parent"), own.place("parent")
            if parent in trail:
                circle = " → ".join((*trail[trail.index(parent) :], parent))
                message = f"styles inherit from one another in a circle: {circle}"
                self.findings.append(error("circular-style", message, place))
                return None
            if parent in self._written or parent in BUILT_IN:
                return parent
            near = nearest(parent, dict.fromkeys((*BUILT_IN, *self._written)))
            self.findings.append(error("unknown-style", f'style "{name}": there is no style "{parent}"{near}', place))
            return None
        stem = name
        while "." in stem:
            stem = stem.rpartition(".")[0]
            if stem in trail:
                return None
            if stem in self._written or stem in BUILT_IN:
                return stem
        return None

    def _style(self, name: str) -> Style:
        fields = Record(_NOWHERE, self._fields_of(name))
        size = points(fields.get("size", Length) or Length(1, "字"), self._scale)
        sizes = {points(step.value, self._scale) for step in fields.get("sizes", tuple) or ()}
        font, weight = self._face(fields)
        unheard: list[Finding] = []  # inks are checked where they are written, not in every style that inherits
        return Style(
            name=name,
            font=font,
            weight=weight,
            size=size,
            ink=ink_of(fields, "ink", self._inks, name, unheard) or BLACK,
            letterspace=self._em(fields, "letterspace", size),
            align=cast(Align, fields.text("align", "justify")),
            lines=fields.get("lines", int) or 0,
            leading=self._em(fields, "leading", size) * size,
            sizes=tuple(sorted((step for step in sizes if step < size), reverse=True)),
            pattern=fields.text("pattern"),
            join_last_line=bool(fields.get("join_last_line", bool)),
            fill=ink_of(fields, "fill", self._inks, name, unheard),
            border=ink_of(fields, "border", self._inks, name, unheard),
            border_width=self._em(fields, "border_width", size) * size,
            kinsoku=cast(Kinsoku, fields.text("kinsoku", "gb")),
            marks=cast(Marks, fields.text("marks", "full")),
            adjacent=fields.get("adjacent", float) or 1.5,
            gap=0.25 if (gap := fields.get("gap", float)) is None else gap,
            gap_max=1 / 3 if (most := fields.get("gap_max", float)) is None else most,
            digit_gap=fields.get("digit_gap", float),
            indent=self._em(fields, "indent", size),
            hang=self._em(fields, "hang", size),
            hanging=bool(fields.get("hanging", bool)),
            hyphenate=fields.get("hyphenate", bool) is not False,
            line_start=cast(LineStart, fields.text("line_start", "trim")),
            space_before=fields.get("space_before", int) or 0,
            space_after=fields.get("space_after", int) or 0,
            run_in=bool(fields.get("run_in", bool)),
        )

    def _em(self, fields: Record, key: str, size: float) -> float:
        """A length in em of the style; 0 when it is not given."""
        found = fields.get(key, Length) or Length(0, "em")
        if found.unit in ("em", "%"):
            return found.amount if found.unit == "em" else found.amount / 100
        return points(found, self._scale) / size

    def _face(self, fields: Record) -> tuple[str, str]:
        """Family and weight. What no file asked for gives way to what the publication has."""
        font, weight = fields.text("font", "song"), fields.text("weight", "regular")
        if not self._families:
            return font, weight
        if font not in self._families and fields.place("font") == _NOWHERE:
            font = next(iter(self._families))
        weights = self._families.get(font, (weight,))
        if weight not in weights and fields.place("weight") == _NOWHERE:
            weight = "regular" if "regular" in weights else weights[0]
        return font, weight

    def _check(self, name: str, own: Record) -> None:
        """What a style asks for must be there; said once, in the style that asks."""
        thing = f'style "{name}"'
        for key in ("ink", "fill", "border"):
            ink_of(own, key, self._inks, thing, self.findings)
        self._check_pattern(own, thing)
        if not self._families:
            return
        fields = Record(_NOWHERE, self._fields_of(name))
        font, weight = self._face(fields)
        if font not in self._families:
            if "font" in own.items:
                message = f'{thing}: fonts.yaml has no family "{font}"{nearest(font, self._families)}'
                self.findings.append(error("unknown-font", message, own.place("font")))
        elif weight not in self._families[font] and ("weight" in own.items or "font" in own.items):
            place = own.place("weight" if "weight" in own.items else "font")
            message = f'{thing}: the family "{font}" has no weight "{weight}"{nearest(weight, self._families[font])}'
            self.findings.append(error("unknown-font", message, place))

    def _check_pattern(self, own: Record, thing: str) -> None:
        rest = own.text("pattern")
        for name in _PATTERN_NAMES:
            rest = rest.replace(f"{{{name}}}", "")
        if "{" in rest or "}" in rest:
            allowed = ", ".join(f"{{{name}}}" for name in _PATTERN_NAMES)
            message = f'{thing}: "pattern" may name {allowed} and nothing else in braces'
            self.findings.append(error("template", message, own.place("pattern")))
