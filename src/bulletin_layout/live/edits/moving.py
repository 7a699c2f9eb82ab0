"""Moves a story to another slot (换版块): two stories change places, or one goes into a free slot, or to the others of
a slot of several."""

from collections.abc import Mapping, Sequence
from typing import Any

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import Edit, edit_of
from bulletin_layout.live.edits.inserting import with_entry, with_item, without_entry, without_item
from bulletin_layout.live.edits.issue_file import IssueFile, issue_file
from bulletin_layout.live.edits.scalars import applied_all, plain_of, yaml_of
from bulletin_layout.live.edits.source_text import Replacement, SourceText
from bulletin_layout.live.texts import Texts
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, ScalarNode, quoted
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from bulletin_layout.values import NamedTuple


class _Put(NamedTuple):
    """Where a page puts a story: the map, the slot's name, and the story's; ``among``: the list of the slot's stories,
    if there are several."""

    put: MapNode
    slot: str
    story: ScalarNode
    among: ListNode | None


def edit_move(issue: Issue, texts: Texts, story: str, to_page: int, to_slot: str) -> Edit | Finding:
    """The edit that moves a story into a slot, whose own story goes where that came from; one of several stories takes
    it in. ``issue``: as printed; ``to_page``: the number that the page is printed with."""
    plans = {plan.number: plan for plan in issue.pages}
    source = next((plan for plan in issue.pages if any(each.slug == story for each in plan.stories)), None)
    target = plans.get(to_page)
    if source is None or target is None or to_slot not in target.opening.slots:
        return refusals.no_slot(issue.location, to_page, to_slot)
    file = issue_file(issue, texts, issue.location)
    if isinstance(file, Finding):
        return file
    own = next((put for put in _puts(file, source) if put.story.text == story), None)
    theirs = [put for put in _puts(file, target) if put.slot == to_slot]
    if own is None:
        return refusals.not_movable(target.location)
    refused = _refused(own, theirs, leaves=source if source is not target else None)
    changes = _changes(file, own, theirs, target, to_slot) if refused is None else ()
    if not changes or not _only_moves(file, changes):
        return refused or refusals.not_movable(own.story.location)
    return edit_of(said.story_moved(story), own.story.location, [(file.source, changes)])


def _refused(own: _Put, theirs: Sequence[_Put], leaves: PagePlan | None) -> Finding | None:
    """Why a story cannot move. ``leaves``: the page that it leaves."""
    place, name = own.story.location, own.story.text
    if any(put.story is own.story for put in theirs):
        return said.there_already(place, story=name, slot=own.slot)
    swaps = len(theirs) == 1
    if leaves is not None and not swaps and own.among is None and len(own.put.entries) == 1:
        return said.only_story(place, page=leaves.number)
    return None


def _changes(file: IssueFile, own: _Put, theirs: Sequence[_Put], target: PagePlan, slot: str) -> Sequence[Replacement]:
    """What moves a story; none when that cannot be done."""
    if not theirs:
        return _into_free(file, own, target, slot)
    if theirs[0].among is None:
        return _swapped(file.source, own.story, theirs[0].story)
    added = with_item(file.source, file.part, theirs[0].among, own.story.source)
    return _both(_taken_out(file, own), added)


def _taken_out(file: IssueFile, own: _Put) -> Replacement | None:
    """A story taken out of its slot."""
    if own.among is None:
        return without_entry(file.source, file.part, own.put, own.slot)
    return without_item(file.source, file.part, own.among, own.among.items.index(own.story))


def _both(gone: Replacement | None, added: Replacement | None) -> list[Replacement]:
    return [gone, added] if gone is not None and added is not None else []


def _puts(file: IssueFile, plan: PagePlan) -> list[_Put]:
    """The stories that a page puts into slots."""
    page = file.page(plan)
    put = page.entries["put"].value if page is not None and "put" in page.entries else None
    if not isinstance(put, MapNode):
        return []
    found = []
    for slot, entry in put.entries.items():
        items = entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)
        among = entry.value if isinstance(entry.value, ListNode) and len(items) > 1 else None
        found += [_Put(put, slot, item, among) for item in items if isinstance(item, ScalarNode)]
    return found


def _swapped(source: SourceText, one: ScalarNode, other: ScalarNode) -> list[Replacement]:
    """Two names exchanged, each with its quotation marks."""
    return [
        _over(source, one.location, one.source, other.source),
        _over(source, other.location, other.source, one.source),
    ]


def _over(source: SourceText, place: Location, old: str, new: str) -> Replacement:
    start = source.index(place.line, place.column)
    return Replacement(start, start + len(old), new)


def _into_free(file: IssueFile, own: _Put, target: PagePlan, slot: str) -> list[Replacement]:
    """A story put into a slot that is free: on its own page only the slot's name changes; else its entry goes."""
    page = file.page(target)
    if page is None:
        return []
    name = _named(slot)
    put = page.entries["put"].value if "put" in page.entries else None
    if put is own.put and own.among is None:
        key = own.put.entries[own.slot].key_location
        return [_over(file.source, key, _key_at(file.source, key), name)]
    added = with_entry(file.source, file.part, page, ("put",), {name: own.story.source})
    return _both(_taken_out(file, own), added)


def _key_at(source: SourceText, place: Location) -> str:
    """A key as it is written, with quotation marks."""
    rest = source.text[source.index(place.line, place.column) :]
    if rest[:1] in ('"', "'"):
        return rest[: rest.index(rest[0], 1) + 1]
    return rest[: min(at for at in (rest.find(":"), rest.find("\n"), len(rest)) if at >= 0)].rstrip()


def _named(name: str) -> str:
    """A slot's name as YAML takes it."""
    found = parse_yaml(f"{name}: x", "", [])
    return name if found is not None and list(found.entries) == [name] else quoted(name)


def _only_moves(file: IssueFile, changes: Sequence[Replacement]) -> bool:
    """Whether nothing but which slot has which story differs after the changes."""
    source = file.source
    after = yaml_of(SourceText(source.path, source.shown, b"", applied_all(source.text, changes)))
    if after is None:
        return False
    before, then = (_without_puts(plain_of(node)) for node in (file.part.node, after.node))
    return before == then


def _without_puts(whole: dict[str, Any]) -> tuple[Mapping[str, Any], list[Any], list[Any]]:
    """An issue's contents with the stories of all pages in one sorted list."""
    pages = [dict(page) for page in whole["pages"]]
    puts = [put for page in pages for put in (page.pop("put", None) or {}).values()]
    stories = sorted(str(story) for put in puts for story in (put if isinstance(put, list) else [put]))
    return {key: value for key, value in whole.items() if key != "pages"}, pages, stories
