"""What the slots of a layout may give (可让), held against the slots: photos, columns, styles, and shared borders."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from bulletin_layout.compose.frame.seats import LEAST_MEASURE
from bulletin_layout.findings import Location, error, warning
from bulletin_layout.issue import Give, Slot
from bulletin_layout.reading.layout.borders import Border, border_of
from bulletin_layout.reading.layout.slots import column_count, measure_of
from bulletin_layout.reading.layout.terms import Terms
from bulletin_layout.reading.schema.check import Item, Record, nearest
from bulletin_layout.reading.schema.give_forms import GiveForm

_TITLE_KINDS: Final = ("headline.size", "title.lines", "title.air")


def with_gives(slots: Mapping[str, Slot], records: Mapping[str, Record], terms: Terms) -> Mapping[str, Slot]:
    """The slots with what each may give. A give that the page cannot follow is reported and left out."""
    borders: dict[frozenset[tuple[str, str]], Location] = {}
    done = {}
    for name, slot in slots.items():
        items = records[name].get("give", tuple) or ()
        done[name] = replace(slot, give=tuple(_gives(slot, slots, items, borders, terms)))
    return done


def _gives(
    slot: Slot,
    slots: Mapping[str, Slot],
    items: tuple[Item, ...],
    borders: dict[frozenset[tuple[str, str]], Location],
    terms: Terms,
) -> Iterator[Give]:
    known: dict[tuple[str, str], Location] = {}
    for item in items:
        form = item.value
        if not isinstance(form, GiveForm):
            continue
        give = Give(form.kind, form.low, form.high, form.unit, form.target, item.location, form.text)
        key = (form.kind, form.target if form.kind == "photo.height" else "")
        if key in known:
            message = f'slot "{slot.name}": "{form.kind}" is given already ({known[key]}): which of the two is meant?'
            terms.findings.append(error("give-twice", message, item.location))
            continue
        known[key] = item.location
        before = len(terms.findings)
        if form.kind == "photo.height":
            _check_photos(slot, give, terms)
        elif form.kind == "columns":
            _check_columns(slot, give, terms)
        elif form.kind in ("edge.bottom", "edge.top"):
            give = _with_neighbours(slot, slots, give, borders, terms)
        else:
            _check_use(slot, give, terms)
        if len(terms.findings) == before or terms.findings[-1].severity == "warning":
            yield give


def _check_photos(slot: Slot, give: Give, terms: Terms) -> None:
    thing = f'slot "{slot.name}"'
    if give.target and give.target not in slot.photos:
        near = nearest(give.target, slot.photos) if slot.photos else "; it has none"
        message = f'{thing}: "{give.text}": there is no photo "{give.target}"{near}'
        terms.findings.append(error("unknown-photo", message, give.location))
    elif not slot.photos:
        _without_effect(thing, give, "the slot has no photo", terms)
    for name, photo in slot.photos.items():
        if give.target in ("", name) and photo.rows is not None and photo.rows + give.low < 1:
            message = f'{thing}: "{give.text}" would leave nothing of photo "{name}", which is {photo.rows}行 high'
            terms.findings.append(error("give-too-far", message, give.location))


def _check_columns(slot: Slot, give: Give, terms: Terms) -> None:
    """Every number of columns in reach must leave room for words; whole 字 they are, the gutters take the rest."""
    thing = f'slot "{slot.name}"'
    if len(slot.boxes) != 1:
        message = f'{thing}: "{give.text}": the columns of a slot of several boxes are the page\'s'
        terms.findings.append(error("give-columns", message, give.location))
        return
    now = column_count(slot)
    for count in range(now + int(give.low), now + int(give.high) + 1):
        if count == now:
            continue
        other = replace(slot, text=replace(slot.text, columns=count))
        em = slot.styles["body"].size
        whole = int(measure_of(other, slot.boxes[0], terms.grid) / em + 1e-6) if count > 0 else 0
        if count < 1 or whole < LEAST_MEASURE:
            said = f"columns of {max(0, whole)}字, and text needs {LEAST_MEASURE}" if count > 0 else "no column"
            message = f'{thing}: "{give.text}": {now} columns now, and {count} would be {said}'
            terms.findings.append(error("give-columns", message, give.location))
            return


def _check_use(slot: Slot, give: Give, terms: Terms) -> None:
    """A give that changes nothing is no finding, but surely not what was meant."""
    body, headline = slot.styles["body"], slot.styles["headline"]
    thing = f'slot "{slot.name}"'
    is_now = {"gap": body.gap, "adjacent": body.adjacent}
    if give.kind in _TITLE_KINDS and slot.title.place == "none":
        _without_effect(thing, give, "the slot has no title", terms)
    elif give.kind == "headline.size" and -give.low > len(headline.sizes):
        steps = len(headline.sizes)
        message = f'the style "{headline.name}" has {steps} "sizes" to step down to'
        _without_effect(thing, give, message, terms)
    elif is_now.get(give.kind) == give.low or (give.kind == "marks" and body.marks == give.target):
        _without_effect(thing, give, "it is so already", terms)
    elif give.kind == "line":
        leading = body.leading or terms.sheet.scale.line
        if leading + give.low < body.size:
            message = f'{thing}: "{give.text}" would set lines of {body.size:g} pt over one another'
            terms.findings.append(error("give-too-far", message, give.location))


def _without_effect(thing: str, give: Give, why: str, terms: Terms) -> None:
    terms.findings.append(warning("give-without-effect", f'{thing}: "{give.text}" gives nothing: {why}', give.location))


def _with_neighbours(
    slot: Slot,
    slots: Mapping[str, Slot],
    give: Give,
    borders: dict[frozenset[tuple[str, str]], Location],
    terms: Terms,
) -> Give:
    """The give with the slots at the edge's other side; a border is moved by one of its sides only."""
    thing = f'slot "{slot.name}": "{give.text}"'
    try:
        border: Border = border_of(slot, slots.values(), "bottom" if give.kind == "edge.bottom" else "top")
    except ValueError as problem:
        terms.findings.append(error("edge-not-shared", f"{thing}: {problem}", give.location))
        return give
    for other in border.neighbours:
        pair = frozenset(((slot.name, border.edge), (other.name, border.opposite)))
        if pair in borders:
            message = f'{thing}: the border to "{other.name}" is given already ({borders[pair]}): one side moves it'
            terms.findings.append(error("give-twice", message, give.location))
            return give
        borders[pair] = give.location
    least, most = 1 - border.rows, border.least_neighbour - 1
    if give.low < least or give.high > most:
        message = f"{thing} would leave nothing of a slot: from {least}行 to +{most}行 is possible"
        terms.findings.append(error("give-too-far", message, give.location))
    return replace(give, neighbours=tuple(other.name for other in border.neighbours))
