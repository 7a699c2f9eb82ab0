"""Keys of a layout that are written and change nothing where they stand (不起作用的键), as tables of rules.

A key whose value is the usual one says what is so anyway and is passed over. One that a parent layout wrote and the
child made idle, by what it changed beside it, had its effect there and is passed over too.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import idle
from bulletin_layout.findings.catalogue import layouts as things
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Banner, EditorLine, Furniture, PageLayout, PhotoSpec, Slot
from bulletin_layout.reading.layout.slots import column_count, measure_of
from bulletin_layout.reading.schema.binding import map_kind
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.reading.schema.kinds import Key, Shape
from bulletin_layout.reading.schema.layout_keys import BANNER, EDITOR, FURNITURE, LAYOUT, PHOTO, SLOT
from bulletin_layout.values import NamedTuple

#: An issue's own file: what it sets comes last.
_ISSUE: Final = "issue.yaml"


class Placed(NamedTuple):
    """A slot, or one of its photos, and what decides whether a key of it does anything."""

    slot: Slot
    photo: PhotoSpec
    layout: PageLayout
    grid: Grid

    @property
    def columns(self) -> int:
        """The text columns; many where the slot may change their number."""
        return 99 if any(give.kind == "columns" for give in self.slot.give) else column_count(self.slot)

    @property
    def room(self) -> float:
        """The width that the photo's columns have, in points; without end where they are not known."""
        slot, span = self.slot, self.photo.span or 1
        if len(slot.boxes) != 1 or self.columns == 99:
            return float("inf")
        gutter = self.grid.gutter if slot.text.gutter is None else slot.text.gutter
        if slot.text.none and self.photo.span is None:
            span = column_count(slot)
        return span * measure_of(slot, slot.boxes[0], self.grid) + (span - 1) * gutter


class Rule(NamedTuple):
    """A key, by its way down from the thing; why it does nothing there, or None; and the keys that decide that.
    ``always``: also when its value is the usual one, for what comes of it is something else."""

    key: str
    why: Callable[[Any], Phrase | None]
    causes: tuple[str, ...] = ()
    always: bool = False


def _of(*keys: str, why: Callable[[Any], Phrase | None], causes: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    return tuple(Rule(key, why, causes) for key in keys)


def _in_box(thing: Furniture | EditorLine) -> Phrase | None:
    return idle.in_box() if thing.box is not None else None


def _without_rule(thing: Furniture) -> Phrase | None:
    return idle.without_rule() if thing.rule == "none" else None


def _under_picture(thing: Furniture) -> Phrase | None:
    return idle.picture_instead() if thing.picture is not None else None


LAYOUT_RULES: Final = (Rule("first", lambda layout: None if layout.repeat else idle.never_repeats(), ("repeat",)),)
FURNITURE_RULES: Final = (
    *_of("offset", why=_in_box, causes=("at",)),
    *_of("rule_kind", "rule_ink", why=_without_rule, causes=("rule",)),
    *_of("text", "lines", "style", why=_under_picture, causes=("picture",)),
    Rule("style", lambda thing: idle.lines_have_styles() if len(thing.lines) > 1 else None, ("lines",)),
    Rule("frame.ink", lambda thing: idle.without_border() if thing.frame.border == "none" else None, ("frame.border",)),
)
EDITOR_RULES: Final = _of("offset", why=_in_box, causes=("at",))


def _not_narrower(placed: tuple[Banner, Grid]) -> Phrase | None:
    banner, grid = placed
    return idle.not_narrower() if (banner.width or 0.0) >= grid.box_rect(banner.box).width - 0.01 else None


def _as_wide(placed: tuple[Banner, Grid]) -> Phrase | None:
    banner, _ = placed
    return idle.as_wide_as_box() if banner.width is None else _not_narrower(placed)


BANNER_RULES: Final = (
    *_of("width", why=_not_narrower, causes=("box",)),
    *_of("side", why=_as_wide, causes=("width", "box")),
)


def _no_text(at: Placed) -> Phrase | None:
    return idle.no_text() if at.slot.text.none else None


def _one_column(at: Placed) -> Phrase | None:
    return idle.one_column() if at.columns == 1 and len(at.slot.boxes) == 1 else None


def _pages_columns(at: Placed) -> Phrase | None:
    return idle.pages_columns() if len(at.slot.boxes) > 1 else None


def _no_title(at: Placed) -> Phrase | None:
    return idle.no_title() if at.slot.title.place == "none" else None


def _title_at(*places: str, direction: str = "") -> Callable[[Placed], Phrase | None]:
    """Why a key does nothing for a title at some places, of one direction if that is given."""

    def why(at: Placed) -> Phrase | None:
        title = at.slot.title
        if title.place not in places or (direction and title.place == "inside" and title.direction != direction):
            return None
        return idle.title_there(title.place)

    return why


def _side_direction(at: Placed) -> Phrase | None:
    title = at.slot.title
    if title.place in ("left", "right") and title.direction == "horizontal":
        return idle.side_is_vertical()
    return idle.top_is_horizontal() if title.place == "top" and title.direction == "vertical" else None


def _frameless(at: Placed) -> Phrase | None:
    frame = at.slot.frame
    return idle.without_frame() if frame.border == "none" and frame.fill is None else None


_PLACE: Final = ("title.place", "title.direction")
SLOT_RULES: Final = (
    *_of("text.gutter", "text.rule", "text.balance", why=_one_column, causes=("box", "text.columns")),
    *_of("text.columns", "text.gutter", why=_pages_columns, causes=("boxes",)),
    *_of("title.span", "title.direction", "title.lines", "title.rows", "title.col", "title.row", "title.air_before",
         "title.air_after", why=_no_title, causes=("title.place",)),
    *_of("title.span", "title.air_before", "title.air_after", why=_title_at("left", "right", "inside",
         direction="vertical"), causes=_PLACE),
    *_of("title.rows", why=_title_at("top", "inside", direction="horizontal"), causes=_PLACE),
    *_of("title.col", "title.row", why=_title_at("top", "left", "right"), causes=_PLACE),
    Rule("title.direction", _side_direction, ("title.place",), always=True),
    *_of("frame.inset", why=_frameless, causes=("frame.border", "frame.fill")),
    Rule("frame.ink", lambda at: idle.without_border() if at.slot.frame.border == "none" else None, ("frame.border",)),
    *_of("short", "jump", why=_no_text, causes=("text",)),
)  # fmt: skip


def _photo_as_wide(at: Placed) -> Phrase | None:
    return idle.photo_as_wide(round(at.room, 1)) if (at.photo.width or 0.0) >= at.room - 0.01 else None


def _nothing_beside(at: Placed) -> Phrase | None:
    if at.slot.text.none:
        return idle.no_text()
    return idle.fills_columns() if at.photo.width is None or at.photo.width >= at.room - 0.01 else None


PHOTO_RULES: Final = (
    *_of("width", why=_photo_as_wide, causes=("span",)),
    Rule("ratio", lambda at: idle.height_is_given() if at.photo.rows is not None else None, ("height",)),
    *_of("wrap", why=_nothing_beside, causes=("width", "span")),
)


def check_effects(record: Record, layout: PageLayout, grid: Grid, findings: list[Finding]) -> None:
    """Report every key of a layout that does nothing."""
    furniture, editor = record.records("furniture"), record.get("editor", Record)
    findings += _idle(record, LAYOUT, LAYOUT_RULES, layout, idle.the_layout())
    for piece in layout.furniture:
        findings += _idle(furniture[piece.name], FURNITURE, FURNITURE_RULES, piece, things.furniture(piece.name))
    if editor is not None and layout.editor is not None:
        findings += _idle(editor, EDITOR, EDITOR_RULES, layout.editor, things.editor())
    for name, own in record.records("banners").items():
        findings += _idle(own, BANNER, BANNER_RULES, (layout.banners[name], grid), things.banner(name))
    for name, own in record.records("slots").items():
        slot = layout.slots[name]
        if slot.boxes:
            findings += _of_slot(own, slot, layout, grid)


def _of_slot(record: Record, slot: Slot, layout: PageLayout, grid: Grid) -> Iterator[Finding]:
    thing = things.slot(slot.name)
    nobody = PhotoSpec("", slot.location)
    yield from _idle(record, SLOT, SLOT_RULES, Placed(slot, nobody, layout, grid), thing)
    for name, own in record.records("photos").items():
        yield from _idle(own, PHOTO, PHOTO_RULES, Placed(slot, slot.photos[name], layout, grid), thing, record.location)
    text = record.get("text", Record)
    for item in text.get("around", tuple) or () if text is not None else ():
        banner = layout.banners.get(item.value)
        if banner is not None and not any(_meet(slot, banner, grid)):
            why = idle.banner_elsewhere(banner.name)
            if _to_say(item.location, [banner.box.location], record.location):
                yield idle.not_applied(item.location, thing=thing, key="around", why=why)


def _meet(slot: Slot, banner: Banner, grid: Grid) -> Iterator[bool]:
    """Whether it stands in each of the slot's boxes; a faulty banner has no room, and is said to be faulty."""
    there = grid.box_rect(banner.box)
    yield not there.width
    for box in slot.boxes:
        here = grid.box_rect(box)
        yield here.x < there.right and there.x < here.right and here.y < there.foot and there.y < here.foot


def _idle(
    record: Record, shape: Shape, rules: tuple[Rule, ...], value: object, thing: Phrase, written: Location | None = None
) -> Iterator[Finding]:
    """The findings of one thing, each key once; ``written``: where the thing itself stands, or what it is part of."""
    said: set[str] = set()
    for rule in rules:
        item = _found(record, rule.key)
        if item is None or rule.key in said:
            continue
        bound = _key(shape, rule.key)
        if bound is not None and item.value == bound.default and not rule.always:
            continue
        why = rule.why(value)
        causes = [cause.key_location for name in rule.causes if (cause := _found(record, name)) is not None]
        if why is not None and _to_say(item.key_location, causes, written or record.location):
            said.add(rule.key)
            yield idle.not_applied(item.key_location, thing=thing, key=rule.key.rpartition(".")[2], why=why)


def _to_say(key: Location, causes: list[Location], thing: Location) -> bool:
    """Whether the key was written knowing what makes it idle: in the issue, or in the file that wrote the thing last
    and not made idle by the issue."""
    if key.path.endswith(_ISSUE):
        return True
    return key.path == thing.path and not any(cause.path.endswith(_ISSUE) for cause in causes)


def _found(record: Record, key: str) -> Item | None:
    """A key by its way down."""
    *outer, last = key.split(".")
    inner: Record | None = record
    for name in outer:
        inner = inner.get(name, Record) if inner is not None else None
    return inner.items.get(last) if inner is not None else None


def _key(shape: Shape, key: str) -> Key | None:
    *outer, last = key.split(".")
    inner: Shape | None = shape
    for name in outer:
        inner = map_kind(inner.keys[name].kind) if inner is not None else None
    return inner.keys.get(last) if inner is not None else None


def all_rules() -> Mapping[str, tuple[Rule, ...]]:
    """The tables by the things that they are about."""
    return {
        "layout": LAYOUT_RULES,
        "furniture": FURNITURE_RULES,
        "editor": EDITOR_RULES,
        "banner": BANNER_RULES,
        "slot": SLOT_RULES,
        "photo": PHOTO_RULES,
    }
