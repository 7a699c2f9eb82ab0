"""Settings of a page's slots (版块的设置): each written where it stands already, so that nothing but this page changes.

That is the page's ``set``, if it says so; or the page's own layout, if no other page of the issue has slots from it;
else it goes into the page's ``set``.
"""

from collections.abc import Mapping

from bulletin_layout.findings import Finding, Location
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import source_of
from bulletin_layout.live.edits.inserting import with_entry
from bulletin_layout.live.edits.issue_file import issue_file
from bulletin_layout.live.edits.scalars import with_value, yaml_of
from bulletin_layout.live.edits.source_text import Replacement, SourceText
from bulletin_layout.live.texts import Texts
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node, ScalarNode


def with_settings(
    issue: Issue,
    texts: Texts,
    plan: PagePlan,
    values: Mapping[str, str],
    place: Location,
    *,
    whole: Mapping[str, str] | None = None,
) -> list[tuple[SourceText, list[Replacement]]] | Finding:
    """The files with new values of a page's slots. ``values``: by dotted key (``lead.box.rows``; ``lead.boxes.0.rows``
    in a list), as YAML has them; ``whole``: likewise, the lists that values are in, for where only these can be
    written; ``place``: for findings."""
    file = issue_file(issue, texts, place)
    if isinstance(file, Finding):
        return file
    yaml, part = file
    page = file.page(plan)
    if page is None:
        return refusals.unwritable(place)
    own = _own_layout(issue, texts, plan)
    changes: dict[str, tuple[SourceText, list[Replacement]]] = {}
    missing: dict[str, str] = {}
    for dotted, value in values.items():
        scalar, source = _in_set(page, dotted), yaml
        if scalar is None and own is not None:
            scalar, source = _in_layout(own, dotted), own
        if scalar is None:
            within = next((key for key in whole or {} if dotted.startswith(f"{key}.")), None)
            missing |= {within: whole[within]} if whole and within is not None else {dotted: value}
            continue
        inner = yaml_of(source)
        change = with_value(source, inner, scalar, value) if inner is not None else None
        if change is None:
            return refusals.unwritable(scalar.location)
        changes.setdefault(source.shown, (source, []))[1].append(change)
    if missing:
        added = with_entry(yaml, part, page, ("set",), missing)
        if added is None:
            return refusals.unwritable(page.location)
        changes.setdefault(yaml.shown, (yaml, []))[1].append(added)
    return list(changes.values())


def _own_layout(issue: Issue, texts: Texts, plan: PagePlan) -> SourceText | None:
    """The layout file of a page; None when a slot of another page is from it too, or it cannot be edited."""
    path = plan.opening.location.path
    others = (each for each in issue.pages if each.location != plan.location)
    if any(path in _files_of(other) for other in others):
        return None
    source = source_of(texts, path, plan.location)
    return source if isinstance(source, SourceText) else None


def _files_of(plan: PagePlan) -> set[str]:
    """The files in which the boxes of a page's slots are written."""
    layouts = (plan.layout, plan.opening)
    return {box.location.path for layout in layouts for slot in layout.slots.values() for box in slot.boxes}


def _in_set(page: MapNode, dotted: str) -> ScalarNode | None:
    """The value of a slot's dotted key that a page's ``set`` has."""
    settings = page.entries["set"].value if "set" in page.entries else None
    for whole in (dotted, f"slots.{dotted}") if isinstance(settings, MapNode) else ():
        for key, entry in settings.entries.items() if isinstance(settings, MapNode) else ():
            if whole == key or whole.startswith(f"{key}."):
                found = _below(entry.value, [part for part in whole.removeprefix(key).split(".") if part])
                if found is not None:
                    return found
    return None


def _in_layout(source: SourceText, dotted: str) -> ScalarNode | None:
    part = yaml_of(source)
    return _below(part.node, ["slots", *dotted.split(".")]) if part is not None else None


def _below(node: Node, keys: list[str]) -> ScalarNode | None:
    """The value below some keys."""
    for key in keys:
        found: Node | None = None
        if isinstance(node, ListNode):
            found = node.items[int(key)] if key.isdecimal() and int(key) < len(node.items) else None
        elif isinstance(node, MapNode) and key in node.entries:
            found = node.entries[key].value
        if found is None:
            return None
        node = found
    return node if isinstance(node, ScalarNode) else None
