"""Changes of pictures between two rounds (图换、图移、图裁): paired by what they show, then by their names."""

from collections.abc import Collection, Iterator
from typing import Final

from bulletin_layout.proofing.changes import Change, Kind
from bulletin_layout.proofing.places import stands_elsewhere
from bulletin_layout.proofing.rounds import Box, Place, RoundPhoto, RoundStory

#: Photos that moved less than this, points, or were cropped by less of their size, did not.
_NEAR: Final = 1.5
_NEARLY: Final = 0.01


def photo_changes(old: RoundStory, new: RoundStory, flows: Collection[str]) -> Iterator[Change]:
    """Changes of pictures: paired by what they show, then by their names."""
    left = [*old.photos]
    alone = []
    for photo in new.photos:
        same = next((each for each in left if each.sha256 == photo.sha256), None)
        if same is None:
            alone.append(photo)
            continue
        left.remove(same)
        if any(abs(a - b) > _NEARLY for a, b in zip(same.crop, photo.crop, strict=True)):
            yield _photo("photo-cropped", new, same, photo)  # and so of another size
        elif _stands_apart(same.box, photo.box, in_text=photo.name.startswith("#")) and not stands_elsewhere(
            old, new, flows
        ):
            yield _photo("photo-moved", new, same, photo)
    for photo in alone:
        other = next((each for each in left if each.name == photo.name), None)
        if other is not None:
            left.remove(other)
        yield _photo("photo-swapped" if other is not None else "photo-new", new, other, photo)
    for photo in left:
        yield _photo("photo-gone", new, photo, None)


def _photo(kind: Kind, story: RoundStory, old: RoundPhoto | None, new: RoundPhoto | None) -> Change:
    photo = new or old
    assert photo is not None  # a change is of one of the two
    boxes = [() if each is None else (each.box,) for each in (old, new)]
    was, now = (Place(each[0].page, _slot(story, each[0].page)) if each else None for each in boxes)
    return Change(
        kind,
        story.slug,
        "photo",
        name=photo.name,
        weight="picture",
        was=was,
        now=now,
        old_boxes=boxes[0],
        boxes=boxes[1],
    )


def _slot(story: RoundStory, page: int) -> str:
    return next((name for number, name in story.slots if number == page), "")


def _stands_apart(old: Box, new: Box, *, in_text: bool) -> bool:
    """Whether a picture was moved or resized, more than the text around it pushed it."""
    sized = abs(old.width - new.width) > _NEAR or abs(old.height - new.height) > _NEAR
    return sized or (not in_text and (old.page != new.page or abs(old.x - new.x) > _NEAR))
