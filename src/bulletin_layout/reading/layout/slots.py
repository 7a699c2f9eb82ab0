"""Slots (版块) and their contents: text columns, title, photos, and the style of every role."""

from collections.abc import Mapping

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import layouts
from bulletin_layout.findings.catalogue import places as said
from bulletin_layout.findings.catalogue.keys import missing_box, of
from bulletin_layout.findings.catalogue.values import box_and_boxes
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Banner, Box, Jump, PhotoSpec, Slot, Style, TextSpec
from bulletin_layout.reading.layout.boxes import read_box
from bulletin_layout.reading.layout.terms import Terms
from bulletin_layout.reading.schema.check import Record
from bulletin_layout.reading.schema.layout_keys import PHOTO, SLOT, SLOT_ROLES, TEXT
from bulletin_layout.values import replace


def read_slot(name: str, record: Record, banners: Mapping[str, Banner], terms: Terms) -> Slot:
    """A slot with all references resolved. Problems are reported; faulty fields keep their defaults."""
    thing = layouts.slot(name)
    boxes = _boxes(record, terms, thing)
    slot = Slot(
        name=name,
        location=record.location,
        boxes=boxes,
        styles=_styles(name, record, terms),
        text=_text(record, banners, terms, thing),
        photos={
            key: PhotoSpec(name=key, location=photo.location, **terms.fields(photo, PHOTO, thing))
            for key, photo in record.records("photos").items()
        },
        jump=_jump(record),
        **terms.fields(record, SLOT, thing),
    )
    if boxes:
        _check_columns(slot, record, terms.grid, terms.findings)
    return slot


def _boxes(record: Record, terms: Terms, thing: Phrase) -> tuple[Box, ...]:
    """The slot's boxes; empty when they are faulty, which is reported."""
    one, several = record.get("box", Record), record.get("boxes", tuple)
    if (one is None) == (not several):
        if "box" in record.items and "boxes" in record.items:
            terms.findings.append(box_and_boxes(record.place("boxes"), where=of(thing)))
        elif one is None:
            terms.findings.append(missing_box(record.location, where=of(thing)))
    records = [one] if one is not None else [item.value for item in several or ()]
    boxes = [read_box(each, terms, thing) for each in records if isinstance(each, Record)]
    return tuple(box for box in boxes if box is not None)


def _styles(name: str, record: Record, terms: Terms) -> Mapping[str, Style]:
    """The style of each role: from ``styles``, else the style named ROLE.LEVEL if there is one, else ROLE."""
    level = record.text("style", name)
    thing = layouts.slot(name)
    if "style" in record.items and not any(f"{role}.{level}" in terms.styles for role in SLOT_ROLES):
        levels = dict.fromkeys(
            full.partition(".")[2] for full in terms.styles if full.partition(".")[0] in SLOT_ROLES and "." in full
        )
        near = nearest(level, levels)
        terms.findings.append(layouts.unknown_level(record.place("style"), thing=thing, level=level, near=near))
    styles = {role: terms.styles.get(f"{role}.{level}", terms.styles[role]) for role in SLOT_ROLES}
    chosen = record.get("styles", Record)
    if chosen is not None:
        styles |= {role: terms.style(chosen, role, role, thing) for role in chosen.items}
    return styles


def _text(record: Record, banners: Mapping[str, Banner], terms: Terms, thing: Phrase) -> TextSpec:
    text = record.get("text", Record)
    if text is None:
        return TextSpec(none=record.text("text") == "none")
    around = []
    for item in text.get("around", tuple) or ():
        if item.value in banners:
            around.append(item.value)
        else:
            near = nearest(item.value, banners)
            terms.findings.append(layouts.unknown_banner(item.location, thing=thing, name=item.value, near=near))
    return TextSpec(around=tuple(around), **terms.fields(text, TEXT, thing))


def _jump(record: Record) -> Jump | None:
    """The target of the slot's jump; whether it exists is checked once the whole issue has been read."""
    jump = record.get("jump", Record)
    if jump is None:
        return None
    target = jump.get("to", tuple)
    return None if target is None else Jump(target[0], target[1], jump.place("to"))


def _check_columns(slot: Slot, record: Record, grid: Grid, findings: list[Finding]) -> None:
    """Check that the slot's contents fit its columns, and that a column takes at least one character of body text."""
    thing = layouts.slot(slot.name)
    text = record.get("text", Record) or record
    columns = column_count(slot)
    for box in slot.boxes:
        measure = measure_of(slot, box, grid)
        em = slot.styles["body"].size
        if measure < em - 1e-6:
            width = round(max(0.0, measure), 2)
            findings.append(said.narrow_measure(text.place("columns"), thing=thing, width=width, size=em))
            return
    title = record.get("title", Record)
    if title is not None:
        high = max(sum(1 + box.rows[1] - box.rows[0] for box in slot.boxes if box.fixed is None), 1)
        last = (slot.title.row or 1) + (slot.title.rows or 1) - 1
        if slot.title.place == "inside" and last > high and all(box.fixed is None for box in slot.boxes):
            place = title.place("rows" if slot.title.rows else "row")
            findings.append(said.title_off_rows(place, thing=thing, last=last, most=high))
        for key, value in (("span", slot.title.span), ("col", slot.title.col)):
            if value is not None and value > columns:
                findings.append(
                    said.title_off_columns(title.place(key), thing=thing, key=key, value=value, most=columns)
                )
    for name, photo in record.records("photos").items():
        spec = slot.photos[name]
        cell = photo.get("at", Record)
        last = (spec.col or 1) + (spec.span or 1) - 1
        if last > columns:
            place = photo.place("span") if cell is None else cell.place("col")
            findings.append(said.photo_off_columns(place, thing=thing, photo=name, last=last, most=columns))


def column_count(slot: Slot) -> int:
    """The number of text columns of a slot: by default the number of page columns that it spans."""
    spanned = {column for box in slot.boxes if box.fixed is None for column in range(box.cols[0], box.cols[1] + 1)}
    return len(spanned) or 1 if len(slot.boxes) > 1 else slot.text.columns or len(spanned) or 1


def measure_of(slot: Slot, box: Box, grid: Grid) -> float:
    """The measure (栏宽), that is the width of one text column of a box, in points."""
    columns = column_count(replace(slot, boxes=(box,)))
    gutter = grid.gutter if slot.text.gutter is None else slot.text.gutter
    return (grid.area(box).width - 2 * slot.frame.inset - (columns - 1) * gutter) / columns
