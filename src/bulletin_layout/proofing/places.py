"""Where whole stories stand in a round (稿件位置): their slots, the rectangles that they take."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from bulletin_layout.proofing.rounds import Box, Place, Round, RoundStory, RoundText


def flows_of(made: Round) -> set[str]:
    """Slots in which stories follow one another: from page to page they only run on."""
    held = Counter(spot for story in made.stories.values() for spot in dict.fromkeys(story.slots))
    runs = Counter((story.slug, name) for story in made.stories.values() for _, name in dict.fromkeys(story.slots))
    return {name for (_, name), count in held.items() if count > 1} | {name for (_, name), n in runs.items() if n > 1}


def stands_elsewhere(old: RoundStory, new: RoundStory, flows: Collection[str]) -> bool:
    """Whether a story was put into another slot; where stories follow one another, it only runs on."""
    if not old.slots or not new.slots or old.slots[0] == new.slots[0]:
        return False
    return old.slots[0][1] != new.slots[0][1] or new.slots[0][1] not in flows


def first_place(story: RoundStory) -> Place | None:
    """The slot in which a story begins."""
    return Place(*story.slots[0]) if story.slots else None


def whole(text: RoundText) -> Iterator[Box]:
    """The boxes of a whole text."""
    return text.boxes(0, len(text.text))


def outline(story: RoundStory) -> Iterator[Box]:
    """The rectangles that a story takes, one for each page."""
    return union([*(box for text in story.texts for box in whole(text)), *(photo.box for photo in story.photos)])


def union(boxes: Iterable[Box]) -> Iterator[Box]:
    """The smallest rectangle round all boxes of each page."""
    by_page: dict[int, list[Box]] = {}
    for box in boxes:
        by_page.setdefault(box.page, []).append(box)
    for page, own in by_page.items():
        x, y = min(box.x for box in own), min(box.y for box in own)
        yield Box(page, x, y, max(b.x + b.width for b in own) - x, max(b.y + b.height for b in own) - y)
