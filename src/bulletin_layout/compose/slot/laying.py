"""A slot before its text (版块的地盘): title, photos and banners take their space, the rest becomes seats."""

from collections.abc import Mapping, Sequence

from bulletin_layout.compose.frame.seats import Obstacle, TextColumn
from bulletin_layout.compose.frame.threads import Thread, ThreadSlot
from bulletin_layout.compose.slot.photos import OwnPhoto, PhotoRoom, PlacedPhotos, place_photos
from bulletin_layout.compose.slot.titling import Titled, place_title
from bulletin_layout.compose.text.initials import Initial, lay_initial, opens_large
from bulletin_layout.compose.text.notes import numbered
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.composing import no_room
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid, Rect
from bulletin_layout.issue import Slot, Story
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class LaidSlot:
    """A slot with everything except its text. ``areas``: its boxes; ``columns``: the first has ``number`` among all
    columns of the thread."""

    place: ThreadSlot
    areas: tuple[Area, ...]
    titled: Titled
    photos: PlacedPhotos
    columns: tuple[TextColumn, ...]
    obstacles: tuple[Obstacle, ...]
    number: int
    initial: Initial | None = None

    @property
    def ends(self) -> int:
        """The number after that of its last column."""
        return self.number + len(self.columns)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings before any text is poured: a slot without a column cannot hold any."""
        missing: tuple[Finding, ...] = ()
        if not self.columns:
            missing = (no_room(self.place.slot.location, where=self.place.where),)
        initial = self.initial.findings if self.initial is not None else ()
        return (*missing, *self.titled.findings, *self.photos.findings, *initial)


def lay_thread(thread: Thread, book: FontBook) -> tuple[LaidSlot, ...]:
    """Lay out the thread's slots. The title is in the first slot (heads of briefs are small heads in the text), each
    photo in the first slot with a place for its name."""
    stories = numbered(thread.stories)
    photos = own_photos(stories)
    laid: list[LaidSlot] = []
    for place in thread.places:
        # Heads of briefs are items of the flow instead.
        titled = stories[0] if not laid and len(stories) == 1 else None
        laid.append(lay_place(place, titled, photos, laid[-1].ends if laid else 0, book))
        photos = {name: own for name, own in photos.items() if name not in place.slot.photos}
    return tuple(laid)


def own_photos(stories: Sequence[Story]) -> dict[str, OwnPhoto]:
    """The photos named in the stories' front matter."""
    return {
        name: OwnPhoto(photo, story.slug, -number)
        for story in stories
        for number, (name, photo) in enumerate(story.photos.items(), start=1)
    }


def lay_place(
    place: ThreadSlot, titled_by: Story | None, photos: Mapping[str, OwnPhoto], number: int, book: FontBook
) -> LaidSlot:
    """Lay out one slot: the title of a story, its frame, banners, and the photos that it has places for. ``number``:
    that of its first column."""
    slot, grid = place.slot, place.grid
    framed = slot.frame.border != "none" or slot.frame.fill is not None
    areas = tuple(grid.area(box) for box in slot.boxes)
    inner = [_inside(area, slot, grid) for area in areas] if framed else areas
    around = [place.banners[name] for name in slot.text.around if name in place.banners]
    titled, columns = place_title(slot, titled_by, inner, around, grid, book, place.where, centred=framed)
    obstacles = [titled.obstacle] if titled.obstacle else []
    # Each step avoids what the steps before it placed: title, banners, photos, initial.
    obstacles += [Obstacle(area, "around") for area in around]
    above = titled.obstacle.area if titled.obstacle is not None and slot.title.place == "top" else None
    room = PhotoRoom(place.where, columns, obstacles, above, _rect(slot, inner[0], columns, grid))
    placed = place_photos(slot, photos, room, grid, book)
    obstacles += placed.obstacles
    initial = None
    if titled_by is not None and opens_large(titled_by, slot):
        initial = lay_initial(titled_by, slot, columns, obstacles, grid, book)
    if initial is not None:
        obstacles.append(initial.obstacle)
    return LaidSlot(place, areas, titled, placed, columns, tuple(obstacles), number, initial)


def _inside(area: Area, slot: Slot, grid: Grid) -> Area:
    """The area inside a frame: the inset at the sides, and rounded up to whole rows above and below."""
    inset = slot.frame.inset
    # Whole rows keep the text on the baseline grid; an inset of a tenth of a 行 or more takes one.
    rows = max(0, round((inset + grid.line * 0.4) / grid.line)) if inset else 0
    return replace(area, x=area.x + inset, right=area.right - inset, first=area.first + rows, last=area.last - rows)


def _rect(slot: Slot, area: Area, columns: Sequence[TextColumn], grid: Grid) -> Rect:
    """The first box of a slot as it was written, without the inset of its frame and a title at its side; ``area``: its
    rows inside the frame."""
    rect = grid.box_rect(slot.boxes[0])
    own = grid.area(slot.boxes[0])
    above, below = (grid.line * rows for rows in (area.first - own.first, own.last - area.last))
    left, right = area.x, area.right
    if slot.title.place in ("left", "right") and columns:
        left, right = columns[0].x, columns[-1].x + columns[-1].width
    return Rect(left, rect.y + above, right - left, rect.height - above - below)


def narrowest(laid: Sequence[LaidSlot]) -> float:
    """The width of the narrowest column in points; that of the page's columns when there is none."""
    widths = [column.width for each in laid for column in each.columns]
    return min(widths, default=laid[0].place.grid.measure)
