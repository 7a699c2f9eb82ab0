"""A page's ``put`` and ``flow``: which stories go into which slot, and which slot continues which other one."""

from collections.abc import Iterable, Mapping, Sequence

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import gives as of_gives
from bulletin_layout.findings.catalogue import issues as said
from bulletin_layout.findings.catalogue import photos
from bulletin_layout.findings.catalogue.keys import quoted
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.issue import FLOW_KINDS, Give, PageLayout, PagePlan, Slot, Story, passages_in, plain
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Putting:
    """As written in issue.yaml: the stories of each slot, the slot that another one continues, and the running
    stories."""

    stories: Mapping[str, tuple[Item, ...]]
    continued: Mapping[str, Item]
    flow: tuple[Item, ...]
    places: Mapping[str, Location]  #: where ``put`` names each slot


def read_putting(record: Record) -> Putting:
    """Read a page's ``put`` and ``flow`` without checking them against the layout."""
    given = record.get("put", Record)
    items: Mapping[str, Item] = given.items if given is not None else {}
    stories: dict[str, tuple[Item, ...]] = {}
    continued: dict[str, Item] = {}
    for slot, item in items.items():
        if isinstance(item.value, Record):
            if "continue" in item.value.items:
                continued[slot] = item.value.items["continue"]
        elif isinstance(item.value, tuple):
            stories[slot] = item.value
        else:
            stories[slot] = (item,)
    flow: tuple[Item, ...] = ()
    if "flow" in record.items:
        item = record.items["flow"]
        flow = item.value if isinstance(item.value, tuple) else (item,)
    return Putting(stories, continued, flow, {slot: item.key_location for slot, item in items.items()})


def check_putting(
    putting: Putting, layout: PageLayout, opening: PageLayout, page: int, record: Record, findings: list[Finding]
) -> None:
    """Check that the layout of the (first) page has every slot named, and that pages with ``flow`` may repeat."""
    for slot, place in putting.places.items():
        if slot not in opening.slots:
            findings.append(said.unknown_slot(place, page=page, slot=slot, near=nearest(slot, opening.slots)))
    if "flow" in record.items:
        place = record.items["flow"].key_location
        if not layout.repeat:
            findings.append(said.flow_without_repeat(place, page=page))
        elif all(name in putting.places or slot.text.none for name, slot in layout.slots.items()):
            findings.append(said.flow_without_slot(place, page=page))
    elif layout.repeat:
        findings.append(said.repeat_without_flow(record.location, page=page))


def check_flow(plan: PagePlan, findings: list[Finding]) -> None:
    """Check the slots of a running text: these cannot have gives or jumps, nor lack the title of the only story."""
    taken = (*plan.put, *plan.briefs, *plan.continued)
    flowing = [
        slot
        for layout in (plan.opening, plan.layout)
        for name, slot in layout.slots.items()
        if name not in taken and not slot.text.none
    ]
    if not plan.flow or not plan.layout.repeat or not flowing:
        return
    _followed(dict.fromkeys(give for slot in flowing for give in slot.give), plan.number, findings)
    for place in dict.fromkeys(slot.jump.location for slot in flowing if slot.jump is not None):
        findings.append(said.jump_without_effect(place, page=plan.number))
    if len(plan.flow) == 1:
        check_text(plan.number, flowing[0], plan.flow, findings)


def flow_gives(record: Record, page: int, findings: list[Finding]) -> tuple[Give, ...]:
    """What a page's flow may give; what it cannot is reported and left out, and so are keys without a flow."""
    if "flow" not in record.items:
        for key in ("pages", "give"):
            if key in record.items:
                findings.append(of_gives.flow_key_without_flow(record.items[key].key_location, page=page, key=key))
        return ()
    written = [(item.value, item.location) for item in record.get("give", tuple) or ()]
    gives = [Give(form.kind, form.low, form.high, form.unit, form.target, at, form.text) for form, at in written]
    return _followed(gives, page, findings)


def _followed(gives: Iterable[Give], page: int, findings: list[Finding]) -> tuple[Give, ...]:
    """Those of some gives that a flow can follow; the others are reported."""
    kept = []
    for give in gives:
        if give.kind in FLOW_KINDS and not (give.kind == "photo.height" and give.target):
            kept.append(give)
        else:
            findings.append(of_gives.give_without_effect(give.location, page=page, give=give.text))
    return tuple(kept)


def continued_slots(putting: Putting, layout: PageLayout, page: int, findings: list[Finding]) -> Mapping[str, str]:
    """By slot, the slot that it continues; impossible ones are reported and left out."""
    sound: dict[str, str] = {}
    circling: set[str] = set()
    for slot, item in putting.continued.items():
        before = str(item.value)
        trail = [slot, before]
        while trail[-1] in putting.continued and trail[-1] not in trail[:-1]:
            trail.append(str(putting.continued[trail[-1]].value))
        finding: Finding | None = None
        if before not in layout.slots:
            near = nearest(before, layout.slots)
            finding = said.unknown_slot_to_continue(item.location, page=page, slot=before, near=near)
        elif trail[-1] in trail[:-1]:
            if not circling.isdisjoint(trail):
                continue  # reported above
            circling.update(trail)
            finding = said.continue_circle(item.location, page=page, circle=" → ".join(trail))
        elif not putting.stories.get(trail[-1]):
            finding = said.continue_empty(item.location, page=page, slot=slot, before=before)
        elif before in sound.values():
            finding = said.continue_twice(item.location, page=page, before=before)
        elif layout.slots[before].jump is not None:
            finding = said.continue_and_jump(item.location, page=page, before=before, slot=slot)
        if finding is None and slot in layout.slots:
            sound[slot] = before
        elif finding is not None:
            findings.append(finding)
    return sound


def check_photos(
    rooms: Sequence[tuple[int, Slot]],
    stories: tuple[Story, ...],
    place: Location,
    whole: bool,
    findings: list[Finding],
) -> None:
    """Check that every photo has a place and every place a photo. ``rooms``: the slots that the stories run through,
    each with its page; ``whole``: the stories were read without findings, so that missing photos are really
    missing."""
    number, slot = rooms[0]
    names = list(dict.fromkeys(name for _, room in rooms for name in room.photos))
    known: dict[str, Story] = {}
    for story in stories:
        for name, photo in story.photos.items():
            if name not in names:
                near = nearest(name, names)
                findings.append(
                    photos.unplaced_photo(photo.location, page=number, slot=slot.name, photo=name, near=near)
                )
            elif name in known:
                first = known[name].slug
                findings.append(
                    photos.photo_room_taken(photo.location, page=number, slot=slot.name, photo=name, story=first)
                )
            known[name] = story
    for page, room, name in [(each, slot, name) for each, slot in rooms for name in slot.photos]:
        if name not in known and whole:
            slugs = tuple(quoted(story.slug) for story in stories)
            findings.append(
                photos.no_photo(place, page=page, slot=room.name, photo=name, stories=slugs, count=len(slugs))
            )


def check_text(page: int, slot: Slot, stories: tuple[Story, ...], findings: list[Finding]) -> None:
    """Report text in a slot for photos only, and heads in a slot without a title."""
    for story in stories:
        head = story.kicker or story.headline or story.deck
        if slot.title.place == "none" and head is not None and len(stories) == 1:
            findings.append(photos.unplaced_head(head.location, page=page, slot=slot.name, head=plain(head.lines[0])))
        text = next((each for each in passages_in(story.blocks) if each.kind != "caption"), None)
        if slot.text.none and text is not None:
            findings.append(photos.text_without_room(text.location, page=page, slot=slot.name))
