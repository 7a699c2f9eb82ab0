"""Applies gives (可让): makes a slot and its grid a little different."""

from collections.abc import Mapping, Sequence
from typing import Final

from bulletin_layout.grid import Area, Grid, Rect
from bulletin_layout.issue import Box, Give, Slot
from bulletin_layout.values import replace

#: A give and its amount, in its unit; for gap, adjacent and marks the new value.
Bent = tuple[Give, float]

#: Roles of running text, whose styles are changed.
_RUNNING: Final = ("body", "quote", "item")
#: Steps in which leading (points) and letterspace (em) are changed.
_FINE: Final[Mapping[str, float]] = {"line": 0.1, "letterspace": 0.0025}
#: Styles of marks, from wide to tight.
_TIGHTNESS: Final[Mapping[str, int]] = {"as-is": 0, "full": 0, "line-end-half": 1, "kaiming": 2, "half": 3}


def amounts(give: Give, slot: Slot, *, tighter: bool) -> tuple[float, ...]:
    """The amounts to which a give can be set, mildest first. ``tighter``: to make more room for the text; else to make
    less."""
    if give.kind in ("gap", "adjacent", "marks"):
        return (give.high,) if _helps(give, slot, tighter=tighter) else ()
    if give.kind == "columns":
        return tuple(float(n) for n in range(int(give.low), int(give.high) + 1) if n)
    grain = _FINE.get(give.kind, 1.0)
    limit = -give.low if tighter else give.high
    sign = -1 if tighter else 1
    return tuple(round(sign * grain * n, 4) for n in range(1, int(limit / grain + 1e-6) + 1))


def _helps(give: Give, slot: Slot, *, tighter: bool) -> bool:
    body = slot.styles["body"]
    if give.kind == "marks":
        now, then = _TIGHTNESS[body.marks], _TIGHTNESS[give.target]
        return then > now if tighter else then < now
    now_em = body.gap if give.kind == "gap" else body.adjacent
    return give.high < now_em if tighter else give.high > now_em


def bend(slot: Slot, grid: Grid, rows: Mapping[str, int], bents: Sequence[Bent]) -> tuple[Slot, Grid]:
    """The slot and its grid with all gives applied. ``rows``: photo → rows that it takes without changes."""
    for give, amount in bents:
        if give.kind == "line":
            slot, grid = _releaded(slot, grid, amount)
        elif give.kind == "photo.height":
            slot = _rephotoed(slot, give, int(amount), rows)
        elif give.kind in ("title.lines", "headline.size"):
            slot = _retitled(slot, give, int(amount))
        elif give.kind == "title.air":
            after = max(0, slot.title.air_after + int(amount))
            before = max(0, slot.title.air_before + int(amount) - (after - slot.title.air_after))
            slot = replace(slot, title=replace(slot.title, air_after=after, air_before=before))
        elif give.kind == "columns":
            count = slot.text.columns or slot.boxes[0].cols[1] - slot.boxes[0].cols[0] + 1
            slot = replace(slot, text=replace(slot.text, columns=max(1, count + int(amount))))
        else:
            slot = _restyled(slot, give, amount)
    return slot, grid


def _rephotoed(slot: Slot, give: Give, amount: int, rows: Mapping[str, int]) -> Slot:
    """The slot with photos of more or fewer rows. A title inside the text directly below a photo at the top moves with
    it."""
    names = [name for name in ([give.target] if give.target else slot.photos) if name in rows]
    changed = {name: replace(slot.photos[name], rows=rows[name] + amount) for name in names}
    title = slot.title
    above = (name for name in names if slot.photos[name].row is None and slot.photos[name].at.startswith("top"))
    if title.place == "inside" and title.row is not None and any(title.row == rows[name] + 1 for name in above):
        title = replace(title, row=title.row + amount)
    return replace(slot, photos={**slot.photos, **changed}, title=title)


def _restyled(slot: Slot, give: Give, amount: float) -> Slot:
    """The slot with another setting of its running text."""
    styles = dict(slot.styles)
    for role in _RUNNING:
        style = styles[role]
        if give.kind == "letterspace":
            style = replace(style, letterspace=style.letterspace + amount)
        elif give.kind == "gap":
            style = replace(style, gap=amount)
        elif give.kind == "adjacent":
            style = replace(style, adjacent=amount)
        elif give.kind == "marks":
            style = replace(style, marks=give.target)  # type: ignore[arg-type]  # reading admits only styles of marks
        styles[role] = style
    return replace(slot, styles=styles)


def _retitled(slot: Slot, give: Give, amount: int) -> Slot:
    """The slot with a headline of more or fewer rows, or some steps larger or smaller."""
    style = slot.styles["headline"]
    if give.kind == "title.lines":
        style = replace(style, lines=max(1, style.lines + amount))
    else:
        ladder = sorted({style.size, *style.sizes}, reverse=True)
        step = min(max(ladder.index(style.size) - amount, 0), len(ladder) - 1)
        style = replace(style, size=ladder[step], sizes=tuple(ladder[step + 1 :]))
    return replace(slot, styles={**slot.styles, "headline": style})


def _releaded(slot: Slot, grid: Grid, amount: float) -> tuple[Slot, Grid]:
    """The slot with a grid of its own: the same boxes and first line, but other leading."""
    rects = [grid.box_rect(box) for box in slot.boxes]
    boxes = tuple(
        Box(box.location, fixed=(rect.x, rect.y, rect.width, rect.height))
        for box, rect in zip(slot.boxes, rects, strict=True)
    )
    line = grid.line + amount
    top = rects[0].y
    rows = int((max(rect.foot for rect in rects) - top + line - grid.em) / line + 1e-6)
    return replace(slot, boxes=boxes), replace(grid, line=line, top=top, rows=rows)


def on_grid(area: Area, old: Grid, new: Grid) -> Area:
    """The area on another grid: all its rows that the area covers or touches."""
    if old == new:
        return area
    rect: Rect = old.rect(area)
    first = int((rect.y - new.top) // new.line)
    last = int((rect.foot - new.top) // new.line)
    return replace(area, first=first, last=last)


def in_words(bents: Sequence[Bent]) -> str:
    """The gives as text for the slot table and findings, such as ``line -0.2pt``."""
    return ", ".join(_said(give, amount) for give, amount in bents)


def _said(give: Give, amount: float) -> str:
    name = f"photos.{give.target}.height" if give.kind == "photo.height" and give.target else give.kind
    if give.kind == "marks":
        return f"marks {give.target}"
    if give.kind in ("gap", "adjacent"):
        return f"{name} {amount:g}"
    if give.kind == "letterspace":
        return f"{name} {amount * 100:+g}%"
    unit = give.unit if give.unit in ("行", "pt") else ""
    return f"{name} {amount:+g}{unit}"
