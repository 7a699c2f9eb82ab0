"""Gives (可让) of a layout's slots, checked against the slots: photos, columns, styles and shared borders."""

from collections.abc import Iterator, Mapping
from typing import Final

from bulletin_layout.compose.frame.seats import LEAST_MEASURE
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import gives as said
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase, SaidValueError
from bulletin_layout.issue import Give, Slot
from bulletin_layout.reading.layout.borders import Border, border_of
from bulletin_layout.reading.layout.slots import column_count, measure_of
from bulletin_layout.reading.layout.terms import Terms
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.reading.schema.give_forms import GiveForm
from bulletin_layout.values import replace

_TITLE_KINDS: Final = ("headline.size", "title.lines", "title.air")


def with_gives(
    slots: Mapping[str, Slot], records: Mapping[str, Record], terms: Terms, *, flows: bool
) -> Mapping[str, Slot]:
    """The slots with what each may give. A give that the page cannot follow is reported and left out."""
    borders: dict[frozenset[tuple[str, str]], Location] = {}
    done = {}
    for name, slot in slots.items():
        items = records[name].get("give", tuple) or ()
        done[name] = replace(slot, give=tuple(_gives(slot, slots, items, borders, terms, flows=flows)))
    return done


def _gives(
    slot: Slot,
    slots: Mapping[str, Slot],
    items: tuple[Item, ...],
    borders: dict[frozenset[tuple[str, str]], Location],
    terms: Terms,
    *,
    flows: bool,
) -> Iterator[Give]:
    known: dict[tuple[str, str], Location] = {}
    for item in items:
        form = item.value
        if not isinstance(form, GiveForm):
            continue
        give = Give(form.kind, form.low, form.high, form.unit, form.target, item.location, form.text)
        key = (form.kind, form.target if form.kind == "photo.height" else "")
        if key in known:
            before = str(known[key])
            terms.findings.append(said.give_twice(item.location, slot=slot.name, kind=form.kind, before=before))
            continue
        known[key] = item.location
        count = len(terms.findings)
        if form.kind == "photo.height":
            _check_photos(slot, give, terms, flows=flows)
        elif form.kind == "columns":
            _check_columns(slot, give, terms)
        elif form.kind in ("edge.bottom", "edge.top"):
            give = _with_neighbours(slot, slots, give, borders, terms)
        else:
            _check_use(slot, give, terms)
        if len(terms.findings) == count or terms.findings[-1].severity == "warning":
            yield give


def _check_photos(slot: Slot, give: Give, terms: Terms, *, flows: bool) -> None:
    if give.target and give.target not in slot.photos:
        near = nearest(give.target, slot.photos) if slot.photos else said.it_has_none()
        terms.findings.append(
            said.unknown_photo(give.location, slot=slot.name, give=give.text, photo=give.target, near=near)
        )
    elif not slot.photos and not flows:
        _without_effect(slot, give, said.without_photo(), terms)
    for name, photo in slot.photos.items():
        if give.target in ("", name) and photo.rows is not None and photo.rows + give.low < 1:
            terms.findings.append(
                said.give_too_far(give.location, slot=slot.name, give=give.text, photo=name, rows=photo.rows)
            )


def _check_columns(slot: Slot, give: Give, terms: Terms) -> None:
    """Check every number of columns in the give's range: each column must be wide enough for words. Columns are whole
    字 wide; the gutters take up the rest."""
    if len(slot.boxes) != 1:
        terms.findings.append(said.give_columns(give.location, slot=slot.name, give=give.text))
        return
    now = column_count(slot)
    for count in range(now + int(give.low), now + int(give.high) + 1):
        if count == now:
            continue
        other = replace(slot, text=replace(slot.text, columns=count))
        em = slot.styles["body"].size
        whole = int(measure_of(other, slot.boxes[0], terms.grid) / em + 1e-6) if count > 0 else 0
        if count < 1 or whole < LEAST_MEASURE:
            terms.findings.append(_too_few(slot, give, now, count, max(0, whole)))
            return


def _too_few(slot: Slot, give: Give, now: int, count: int, measure: int) -> Finding:
    """The finding for columns that are too narrow, or for no column at all."""
    place, name = give.location, slot.name
    if count < 1:
        return said.no_column_left(place, slot=name, give=give.text, now=now, count=count)
    return said.narrow_columns(
        place, slot=name, give=give.text, now=now, count=count, measure=measure, least=LEAST_MEASURE
    )


def _check_use(slot: Slot, give: Give, terms: Terms) -> None:
    """Report a give without any effect: harmless, but certainly not intended."""
    body, headline = slot.styles["body"], slot.styles["headline"]
    is_now = {"gap": body.gap, "adjacent": body.adjacent}
    if give.kind in _TITLE_KINDS and slot.title.place == "none":
        _without_effect(slot, give, said.without_title(), terms)
    elif give.kind == "headline.size" and -give.low > len(headline.sizes):
        _without_effect(slot, give, said.without_steps(headline.name, len(headline.sizes)), terms)
    elif is_now.get(give.kind) == give.low or (give.kind == "marks" and body.marks == give.target):
        _without_effect(slot, give, said.so_already(), terms)
    elif give.kind == "line":
        leading = body.leading or terms.sheet.scale.line
        if leading + give.low < body.size:
            terms.findings.append(said.lines_over_lines(give.location, slot=slot.name, give=give.text, size=body.size))


def _without_effect(slot: Slot, give: Give, why: Phrase, terms: Terms) -> None:
    terms.findings.append(said.gives_nothing(give.location, slot=slot.name, give=give.text, why=why))


def _with_neighbours(
    slot: Slot,
    slots: Mapping[str, Slot],
    give: Give,
    borders: dict[frozenset[tuple[str, str]], Location],
    terms: Terms,
) -> Give:
    """The give with the slots on the other side of the edge. Only one of the two sides may move a border."""
    place, name, written = give.location, slot.name, give.text
    try:
        border: Border = border_of(slot, slots.values(), "bottom" if give.kind == "edge.bottom" else "top")
    except SaidValueError as problem:
        terms.findings.append(said.edge_not_shared(place, slot=name, give=written, problem=problem.says))
        return give
    for other in border.neighbours:
        pair = frozenset(((slot.name, border.edge), (other.name, border.opposite)))
        if pair in borders:
            before = str(borders[pair])
            terms.findings.append(
                said.border_given_twice(place, slot=name, give=written, other=other.name, before=before)
            )
            return give
        borders[pair] = give.location
    least, most = 1 - border.rows, border.least_neighbour - 1
    if give.low < least or give.high > most:
        terms.findings.append(said.edge_too_far(place, slot=name, give=written, least=least, most=most))
    return replace(give, neighbours=tuple(other.name for other in border.neighbours))
