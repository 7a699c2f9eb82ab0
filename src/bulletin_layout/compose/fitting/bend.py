"""What a slot may give (可让), applied: a slot and its grid, a little different."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.grid import Area, Grid, Rect
from bulletin_layout.issue import Box, Give, Slot

#: One thing bent: what, and by how much (its unit), or to what for gap, adjacent and marks.
Bent = tuple[Give, float]

#: The roles whose text runs through the slot's lines.
_RUNNING: Final = ("body", "quote", "item")
#: How finely leading (points) and letterspace (em) bend.
_FINE: Final[Mapping[str, float]] = {"line": 0.1, "letterspace": 0.0025}
#: Punctuation styles from wide to tight.
_TIGHTNESS: Final[Mapping[str, int]] = {"as-is": 0, "full": 0, "line-end-half": 1, "kaiming": 2, "half": 3}


def amounts(give: Give, slot: Slot, *, tighter: bool) -> tuple[float, ...]:
    """What a give can be set to, mildest first, to make more room for the text (``tighter``) or less."""
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
    """The slot and the grid it is composed on with everything bent. ``rows``: what its photos take unbent."""
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
    """Photos of more or fewer rows; a title that stands inside, right below one at the top, stays right below it."""
    names = [name for name in ([give.target] if give.target else slot.photos) if name in rows]
    changed = {name: replace(slot.photos[name], rows=rows[name] + amount) for name in names}
    title = slot.title
    above = (name for name in names if slot.photos[name].row is None and slot.photos[name].at.startswith("top"))
    if title.place == "inside" and title.row is not None and any(title.row == rows[name] + 1 for name in above):
        title = replace(title, row=title.row + amount)
    return replace(slot, photos={**slot.photos, **changed}, title=title)


def _restyled(slot: Slot, give: Give, amount: float) -> Slot:
    """Another way to set the running text."""
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
    """A headline of fewer or more rows, or some steps smaller or larger."""
    style = slot.styles["headline"]
    if give.kind == "title.lines":
        style = replace(style, lines=max(1, style.lines + amount))
    else:
        ladder = sorted({style.size, *style.sizes}, reverse=True)
        step = min(max(ladder.index(style.size) - amount, 0), len(ladder) - 1)
        style = replace(style, size=ladder[step], sizes=tuple(ladder[step + 1 :]))
    return replace(slot, styles={**slot.styles, "headline": style})


def _releaded(slot: Slot, grid: Grid, amount: float) -> tuple[Slot, Grid]:
    """The slot on lines of its own: the same box, the first line where it was, the others closer or wider."""
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
    """The rows of another grid that an area covers or touches."""
    if old == new:
        return area
    rect: Rect = old.rect(area)
    first = int((rect.y - new.top) // new.line)
    last = int((rect.foot - new.top) // new.line)
    return replace(area, first=first, last=last)


def in_words(bents: Sequence[Bent]) -> str:
    """What is bent, as the slot table and the findings say it."""
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
