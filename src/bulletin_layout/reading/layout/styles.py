"""Named styles (样式): resolves inheritance, converts lengths to points, and checks that the fonts exist."""

from collections.abc import Mapping, Sequence

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import layouts as said
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import Style
from bulletin_layout.measures import Length, Scale, points
from bulletin_layout.reading.layout.defaults import BUILT_IN
from bulletin_layout.reading.layout.terms import ink_of
from bulletin_layout.reading.schema.binding import Meant, field_values, plain
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.reading.schema.kinds import Form, Key
from bulletin_layout.reading.schema.layout_keys import FROM_BODY, INK, STYLE, USUAL_SIZE
from bulletin_layout.values import NamedTuple

#: The place of built-in fields, which come from no file.
_NOWHERE = Location("")
#: Names that a style's pattern may contain: the story's byline, a photo's credit, a section's name, a pull quote's
#: text.
_PATTERN_NAMES = ("byline", "credit", "section", "pull")

Families = Mapping[str, tuple[str, ...]]


class _Made(NamedTuple):
    """A style with what it was made of, its own record and all its fields, and what was found in the former."""

    own: Record | None
    fields: Mapping[str, Item]
    style: Style
    findings: Sequence[Finding]


#: Styles by name.
KnownStyles = dict[str, _Made]


class StyleReader:
    """Resolves the styles of one layout, each once. ``families``: weights by family; None when fonts.yaml could not be
    read. ``known``: styles of other layouts with the same scale, inks and families, to which these are added."""

    def __init__(
        self,
        written: Mapping[str, Record],
        scale: Scale,
        inks: Mapping[str, Ink],
        families: Families | None,
        known: KnownStyles,
    ) -> None:
        self.findings: list[Finding] = []
        self._written = written
        self._scale = scale
        self._inks = inks
        self._families = families
        self._known = known
        self._fields: dict[str, Mapping[str, Item]] = {}

    def read(self) -> Mapping[str, Style]:
        """By name, all styles: the built-in ones and the layout's own."""
        made = {name: self._made(name) for name in dict.fromkeys((*BUILT_IN, *self._written))}
        for name in self._written:
            self.findings += made[name].findings
        return {name: one.style for name, one in made.items()}

    def _fields_of(self, name: str, trail: tuple[str, ...] = ()) -> Mapping[str, Item]:
        """The style's fields including inherited ones: from its parent, or without a parent the composition settings
        of the body."""
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
        # A style with a parent of its own takes nothing from the built-in style of the same name.
        if own is None or "parent" not in own.items:
            fields.update((key, Item(value, _NOWHERE, _NOWHERE)) for key, value in BUILT_IN.get(name, {}).items())
        if own is not None:
            fields.update((key, item) for key, item in own.items.items() if key != "parent")
        self._fields[name] = fields
        return fields

    def _parent(self, name: str, own: Record | None, trail: tuple[str, ...]) -> str | None:
        """The style's parent: the one it names, else the nearest prefix of its dotted name. None at the top and in a
        circle."""
        if own is not None and "parent" in own.items:
            parent, place = own.text("parent"), own.place("parent")
            if parent in trail:
                circle = " → ".join((*trail[trail.index(parent) :], parent))
                self.findings.append(said.circular_style(place, circle=circle))
                return None
            if parent in self._written or parent in BUILT_IN:
                return parent
            near = nearest(parent, dict.fromkeys((*BUILT_IN, *self._written)))
            self.findings.append(said.unknown_parent(place, thing=said.style(name), name=parent, near=near))
            return None
        # ``headline.lead.big`` looks for ``headline.lead``, then ``headline``.
        stem = name
        while "." in stem:
            stem = stem.rpartition(".")[0]
            if stem in trail:
                return None
            if stem in self._written or stem in BUILT_IN:
                return stem
        return None

    def _made(self, name: str) -> _Made:
        own, written = self._written.get(name), self._fields_of(name)
        known = self._known.get(name)
        if known is None or (known.own, known.fields) != (own, written):
            fields, found = Record(_NOWHERE, written), list[Finding]()
            if own is not None:
                self._check(own, fields, said.style(name), found)
            known = self._known[name] = _Made(own, written, self._style(name, fields), found)
        return known

    def _style(self, name: str, fields: Record) -> Style:
        size = points(fields.get("size", Length) or USUAL_SIZE, self._scale)
        font, weight = self._face(fields)
        own = field_values(fields, STYLE, self._meant(name, size))
        own |= {"font": font, "weight": weight, "ink": own.get("ink") or BLACK}
        # Larger sizes would make an overset head longer, so they are dropped.
        own["sizes"] = tuple(sorted({step for step in own.get("sizes", ()) if step < size}, reverse=True))
        return Style(name, **own)

    def _meant(self, name: str, size: float) -> Meant:
        """Convert a written value to the form a style holds: lengths in points, or in em of the style's own size."""
        discarded: list[Finding] = []  # dropped: inks are reported where they are written

        def meant(fields: Record, key_name: str, key: Key) -> object:
            if key.kind is INK:
                return ink_of(fields, key_name, self._inks, said.style(name), discarded)
            value = plain(fields, key_name, key)
            if isinstance(value, tuple):
                return tuple(points(step, self._scale) for step in value)
            if not isinstance(value, Length):
                return value
            if value.unit in ("em", "%"):
                ems = value.amount if value.unit == "em" else value.amount / 100
            else:
                ems = points(value, self._scale) / size
            return ems if isinstance(key.kind, Form) and key.kind.per_em else ems * size

        return meant

    def _face(self, fields: Record) -> tuple[str, str]:
        """Family and weight. A built-in default that the publication's fonts lack is replaced by one that they have."""
        font, weight = (fields.text(key, str(STYLE.keys[key].default)) for key in ("font", "weight"))
        if not self._families:
            return font, weight
        if font not in self._families and fields.place("font") == _NOWHERE:
            font = next(iter(self._families))
        weights = self._families.get(font, (weight,))
        if weight not in weights and fields.place("weight") == _NOWHERE:
            weight = "regular" if "regular" in weights else weights[0]
        return font, weight

    def _check(self, own: Record, fields: Record, thing: Phrase, findings: list[Finding]) -> None:
        """Check that what a style refers to exists; reported once, at the style that names it."""
        for key in ("ink", "fill", "border"):
            ink_of(own, key, self._inks, thing, findings)
        _check_pattern(own, thing, findings)
        if not self._families:
            return
        font, weight = self._face(fields)
        if font not in self._families:
            if "font" in own.items:
                near = nearest(font, self._families)
                findings.append(said.unknown_font(own.place("font"), thing=thing, name=font, near=near))
        elif weight not in self._families[font] and ("weight" in own.items or "font" in own.items):
            place = own.place("weight" if "weight" in own.items else "font")
            near = nearest(weight, self._families[font])
            findings.append(said.unknown_weight(place, thing=thing, family=font, weight=weight, near=near))


def _check_pattern(own: Record, thing: Phrase, findings: list[Finding]) -> None:
    rest = own.text("pattern")
    for name in _PATTERN_NAMES:
        rest = rest.replace(f"{{{name}}}", "")
    if "{" in rest or "}" in rest:
        allowed = tuple(f"{{{name}}}" for name in _PATTERN_NAMES)
        findings.append(said.pattern_name(own.place("pattern"), thing=thing, allowed=allowed))
