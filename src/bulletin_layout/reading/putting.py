"""What a page's ``put`` and ``flow`` say: which stories go into which slot, and which slot continues another."""

from collections.abc import Mapping, Sequence

from bulletin_layout.findings import Finding, Location, error, warning
from bulletin_layout.issue import PageLayout, PagePlan, Slot, Story, passages_in, plain
from bulletin_layout.reading.schema.check import Item, Record, nearest
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Putting:
    """Names as written: the stories of each slot, the slot that another continues, the stories that flow."""

    stories: Mapping[str, tuple[Item, ...]]
    continued: Mapping[str, Item]
    flow: tuple[Item, ...]
    places: Mapping[str, Location]  #: where ``put`` names each slot


def read_putting(record: Record, where: str, findings: list[Finding]) -> Putting:
    """A page's ``put`` and ``flow``, not yet held against the layout."""
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
    putting: Putting, layout: PageLayout, opening: PageLayout, where: str, record: Record, findings: list[Finding]
) -> None:
    """Every slot that is named is in the layout of the (first) page, and what flows has pages that repeat."""
    for slot, place in putting.places.items():
        if slot not in opening.slots:
            message = f'{where}: the layout has no slot "{slot}"{nearest(slot, opening.slots)}'
            findings.append(error("unknown-slot", message, place))
    if "flow" in record.items:
        place = record.items["flow"].key_location
        if not layout.repeat:
            message = f'{where}: a text can flow through a layout with "repeat: until-text-ends" only'
            findings.append(error("flow-without-repeat", message, place))
        elif all(name in putting.places or slot.text.none for name, slot in layout.slots.items()):
            message = f'{where}: the layout has no slot left for what flows: "put" takes them all'
            findings.append(error("flow-without-slot", message, place))
    elif layout.repeat:
        message = f"{where}: the layout repeats until its text ends, and no text is given: write flow: [story]"
        findings.append(warning("repeat-without-flow", message, record.location))


def check_flow(plan: PagePlan, findings: list[Finding]) -> None:
    """What a slot through which a text flows does not do: bend, jump, and stand without the only story's heads."""
    taken = (*plan.put, *plan.briefs, *plan.continued)
    flowing = [
        slot
        for layout in (plan.opening, plan.layout)
        for name, slot in layout.slots.items()
        if name not in taken and not slot.text.none
    ]
    if not plan.flow or not plan.layout.repeat or not flowing:
        return
    for place in dict.fromkeys(slot.give[0].location for slot in flowing if slot.give):
        message = (
            f"page {plan.number}: a text flows through this slot: it takes the pages that it needs, and nothing gives"
        )
        findings.append(warning("give-without-effect", message, place))
    for place in dict.fromkeys(slot.jump.location for slot in flowing if slot.jump is not None):
        message = f"page {plan.number}: a text flows through this slot: it goes on on the next page, and does not jump"
        findings.append(warning("jump-without-effect", message, place))
    if len(plan.flow) == 1:
        check_text(f"page {plan.number}", flowing[0], plan.flow, findings)


def continued_slots(putting: Putting, layout: PageLayout, where: str, findings: list[Finding]) -> Mapping[str, str]:
    """Slot by slot, the slot that each continues; what makes no sense is reported and left out."""
    sound: dict[str, str] = {}
    circling: set[str] = set()
    for slot, item in putting.continued.items():
        before = str(item.value)
        trail = [slot, before]
        while trail[-1] in putting.continued and trail[-1] not in trail[:-1]:
            trail.append(str(putting.continued[trail[-1]].value))
        finding = None
        if before not in layout.slots:
            finding = "unknown-slot", f'the layout has no slot "{before}"{nearest(before, layout.slots)}'
        elif trail[-1] in trail[:-1]:
            if not circling.isdisjoint(trail):
                continue  # said already
            circling.update(trail)
            finding = "continue-circle", f"slots continue one another in a circle: {' → '.join(trail)}"
        elif not putting.stories.get(trail[-1]):
            finding = "continue-empty", f'slot "{slot}" continues "{before}", and no story is put there'
        elif before in sound.values():
            finding = "continue-twice", f'"{before}" is continued already: continue the slot that does'
        elif layout.slots[before].jump is not None:
            finding = (
                "continue-and-jump",
                f'"{before}" goes on in slot "{slot}", and its layout says it jumps elsewhere',
            )
        if finding is None and slot in layout.slots:
            sound[slot] = before
        elif finding is not None:
            findings.append(error(finding[0], f"{where}: {finding[1]}", item.location))
    return sound


def check_photos(
    rooms: Sequence[tuple[str, Slot]],
    stories: tuple[Story, ...],
    place: Location,
    whole: bool,
    findings: list[Finding],
) -> None:
    """Every photo has its room, and every room its photo; ``rooms``: the slots that the stories go through, each with
    its page; ``whole``: the stories were read without findings."""
    where, slot = rooms[0]
    names = list(dict.fromkeys(name for _, room in rooms for name in room.photos))
    known: dict[str, Story] = {}
    for story in stories:
        for name, photo in story.photos.items():
            if name not in names:
                message = f'{where} slot "{slot.name}" has no room for photo "{name}"{nearest(name, names)}'
                findings.append(error("unplaced-photo", message, photo.location))
            elif name in known:
                message = f'{where} slot "{slot.name}": photo "{name}" of "{known[name].slug}" has this room already'
                findings.append(error("unplaced-photo", message, photo.location))
            known[name] = story
    for page, room, name in [(each, slot, name) for each, slot in rooms for name in slot.photos]:
        if name not in known and whole:
            slugs = ", ".join(f'"{story.slug}"' for story in stories)
            has = "has none" if len(stories) == 1 else "have none"
            message = f'{page} slot "{room.name}" has room for photo "{name}", and {slugs} {has}'
            findings.append(warning("no-photo", message, place))


def check_text(where: str, slot: Slot, stories: tuple[Story, ...], findings: list[Finding]) -> None:
    """A slot for photos only takes no text, and one without a title no heads."""
    for story in stories:
        head = story.kicker or story.headline or story.deck
        if slot.title.place == "none" and head is not None and len(stories) == 1:
            said = plain(head.lines[0])
            message = f'{where} slot "{slot.name}" has no title ("place: none"), and this story has "{said}"'
            findings.append(error("unplaced-head", message, head.location))
        text = next((each for each in passages_in(story.blocks) if each.kind != "caption"), None)
        if slot.text.none and text is not None:
            message = f'{where} slot "{slot.name}" takes photos only ("text: none"), and this story has text'
            findings.append(error("text-without-room", message, text.location))
