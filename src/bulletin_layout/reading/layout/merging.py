"""Inheritance of layouts (继承): ``extends``, and the settings of single pages (``set``).

Nodes are merged, not values, so that every key keeps the place where it was written and findings can point there.
"""

from pathlib import Path

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import issues, layouts
from bulletin_layout.findings.catalogue.keys import extends_no_name
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.nodes import MapEntry, MapNode, ScalarNode, described, is_null

#: First parts of a dotted key of ``set`` other than a slot's name.
PARTS = ("slots", "banners", "furniture", "editor")


def merged(parent: MapNode, child: MapNode, *, keep_places: bool = False) -> MapNode:
    """The child merged over its parent: maps key by key, anything else replaces. A null is kept and means "removed".

    The place of a map that both have is the child's, or with ``keep_places`` the parent's.
    """
    entries = dict(parent.entries)
    for key, entry in child.entries.items():
        under = entries.get(key)
        if under is not None and isinstance(under.value, MapNode) and isinstance(entry.value, MapNode):
            place = under.key_location if keep_places else entry.key_location
            entries[key] = MapEntry(place, merged(under.value, entry.value, keep_places=keep_places))
        else:
            entries[key] = entry
    return MapNode(parent.location if keep_places else child.location, entries)


def inherited_layout(files: Files, folder: Path, name: str, named_at: Location) -> MapNode | None:
    """A layout file with all layouts that it extends merged in; None when a file of the chain cannot be read, which is
    reported."""
    chain: list[MapNode] = []
    trail: list[str] = []
    wanted: str | None = name
    while wanted is not None:
        if wanted in trail:
            circle = " → ".join((*trail[trail.index(wanted) :], wanted))
            files.findings.append(layouts.circular_extends(named_at, circle=circle))
            return None
        trail.append(wanted)
        node = _layout_file(files, folder, wanted, named_at)
        if node is None:
            return None
        chain.append(node)
        above = node.entries.get("extends")
        wanted = None
        if above is not None and not is_null(above.value):
            if not isinstance(above.value, ScalarNode):
                files.findings.append(extends_no_name(above.value.location, has=described(above.value)))
                return None
            wanted, named_at = above.value.text, above.value.location
    whole = chain.pop()
    while chain:
        whole = merged(whole, chain.pop())
    return whole


def _layout_file(files: Files, folder: Path, name: str, named_at: Location) -> MapNode | None:
    path = files.inside(folder, f"{name}.yaml", named_at)
    if path is None:
        return None
    if not path.exists():
        known = sorted(other.stem for other in folder.glob("*.yaml"))
        files.findings.append(layouts.unknown_layout(named_at, name=name, near=nearest(name, known)))
        return None
    return files.map(path, named_at)


def with_settings(layout: MapNode, settings: MapNode, page: int, findings: list[Finding]) -> MapNode:
    """The layout with a page's ``set`` merged in. Its keys are dotted; a slot's name takes precedence over other
    parts."""
    slots = layout.entries.get("slots")
    names = tuple(slots.value.entries) if slots is not None and isinstance(slots.value, MapNode) else ()
    for dotted, entry in settings.entries.items():
        first, *rest = dotted.split(".")
        if first in names:
            path = ("slots", first, *rest)
        elif first in PARTS:
            path = (first, *rest)
        else:
            near = nearest(first, (*names, *PARTS))
            findings.append(issues.unknown_slot_to_set(entry.key_location, page=page, slot=first, near=near))
            continue
        change = MapNode(
            entry.key_location, {path[-1]: MapEntry(_part_place(entry.key_location, dotted, path[-1]), entry.value)}
        )
        for key in reversed(path[:-1]):
            change = MapNode(entry.key_location, {key: MapEntry(_part_place(entry.key_location, dotted, key), change)})
        layout = merged(layout, change, keep_places=True)
    return layout


def shared_settings(layout: MapNode, first: MapNode, settings: MapNode) -> tuple[MapNode, MapNode]:
    """Divide a page's ``set`` between its layout and the layout of its first page: each gets the keys that name a part
    it has; keys that fit neither go to the layout, which reports them."""
    own = {key: entry for key, entry in settings.entries.items() if _has(layout, key) or not _has(first, key)}
    of_first = {key: entry for key, entry in settings.entries.items() if _has(first, key)}
    return MapNode(settings.location, own), MapNode(settings.location, of_first)


def _has(layout: MapNode, dotted: str) -> bool:
    """Whether the layout has the part (slot, banner, furniture, editor's line) that a dotted key names."""
    first, *rest = dotted.split(".")
    group = first if first in PARTS else "slots"
    entry = layout.entries.get(group)
    if entry is None or not isinstance(entry.value, MapNode):
        return False
    return group == "editor" or (rest[0] if group == first and rest else first) in entry.value.entries


def _part_place(location: Location, dotted: str, part: str) -> Location:
    """The place of one part of a dotted key."""
    at = f".{dotted}.".find(f".{part}.")
    return Location(location.path, location.line, location.column + max(0, at))
