"""Keys of styles that the role never looks at (样式里不起作用的键), by a table of what each key is for."""

from collections.abc import Iterator, Mapping
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import idle
from bulletin_layout.findings.catalogue import layouts as things
from bulletin_layout.issue import PageLayout
from bulletin_layout.reading.schema.check import Record
from bulletin_layout.reading.schema.layout_keys import SLOT_ROLES, STYLE

_HEADS: Final = frozenset(("headline", "kicker", "deck"))
_APART: Final = frozenset(("caption", "table", "initial", "jump", "folio", "editor", "nameplate", "banner"))
_EMPHASIS: Final = frozenset(("strong", "emphasis"))
#: Every role that a style may serve; furniture has three.
ROLES: Final = frozenset((*SLOT_ROLES, "folio", "editor", "nameplate", "banner"))
#: The roles that look at a key, where not all do.
SERVES: Final[Mapping[str, frozenset[str]]] = {
    "sizes": _HEADS,
    "turn_comma": _HEADS | {"crosshead", "section", "banner"},
    "lines": _HEADS | {"crosshead", "section"},
    "leading": ROLES - {"body", "quote", "item", "verse", "sign", "byline"},
    "pattern": frozenset(("byline", "caption", "section", "pull")),
    "join_last_line": frozenset(("byline",)),
    "run_in": frozenset(("crosshead",)),
    "fill": frozenset(("aside", "pull", "banner")),
    "border": frozenset(("aside", "pull", "banner")),
    "border_width": frozenset(("aside", "pull")),
    "space_before": ROLES - _APART,
    "space_after": ROLES - _APART,
}
#: What emphasis within a text takes from its style; all else is that of the text.
OF_EMPHASIS: Final[Mapping[str, frozenset[str]]] = {
    "strong": frozenset(("parent", "font", "weight", "ink")),
    "emphasis": frozenset(("parent", "font", "ink")),
}


def check_styles(record: Record, layout: PageLayout, findings: list[Finding]) -> None:
    """Report every key of a style that no role it serves looks at. A style without a role's name is known only by
    what the layout uses it for, and said only in the layout's own file: another layout may use it otherwise."""
    styles = record.records("styles")
    used = _uses(record, styles)
    for name, own in styles.items():
        by_role = name.partition(".")[0] in ROLES
        roles, file = used.get(name, ()), (own.location if by_role else layout.location).path
        for key, item in own.items.items() if roles else ():
            if item.key_location.path != file or any(looks_at(role, key) for role in roles):
                continue
            if item.value != STYLE.keys[key].default:
                why = idle.role_without(sorted(roles)[0])
                findings.append(idle.not_applied(item.key_location, thing=things.style(name), key=key, why=why))


def looks_at(role: str, key: str) -> bool:
    """Whether a role takes a key from its style."""
    if role in _EMPHASIS:
        return key in OF_EMPHASIS[role]
    return role in SERVES.get(key, ROLES)


def _uses(record: Record, styles: Mapping[str, Record]) -> Mapping[str, set[str]]:
    """The roles that each style serves: by its name, by what slots and furniture name it for, and by its children."""
    used: dict[str, set[str]] = {}
    for name, role in _named(record):
        used.setdefault(name, set()).add(role)
    for name in styles:
        if name.partition(".")[0] in ROLES:
            used.setdefault(name, set()).add(name.partition(".")[0])
    for name in tuple(used):
        for ancestor in _ancestors(name, styles):
            used.setdefault(ancestor, set()).update(used[name])
    return used


def _ancestors(name: str, styles: Mapping[str, Record]) -> Iterator[str]:
    """The styles that one inherits from, nearest first; those of a circle once."""
    trail = {name}
    while name:
        name = styles[name].text("parent", name.rpartition(".")[0]) if name in styles else name.rpartition(".")[0]
        if name in trail:
            return
        trail.add(name)
        yield name


def _named(record: Record) -> Iterator[tuple[str, str]]:
    """The styles that slots, furniture, banners and the editor's line name, each with its role."""
    for slot in record.records("slots").values():
        chosen = slot.get("styles", Record)
        if chosen is not None:
            yield from ((chosen.text(role), role) for role in chosen.items)
    for piece in record.records("furniture").values():
        yield piece.text("style"), "folio"
        for line in piece.get("lines", tuple) or ():
            if isinstance(line.value, Record):
                yield line.value.text("style"), "folio"
    for banner in record.records("banners").values():
        yield banner.text("style"), "banner"
    editor = record.get("editor", Record)
    if editor is not None:
        yield editor.text("style"), "editor"
