"""Compares two rounds (校次比较): what changed, where, and what only moved. Knows neither files nor PDF."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.proofing.changes import Change, Comparison, Kind, StoryStanding
from bulletin_layout.proofing.moves import moved_paragraphs, with_moves
from bulletin_layout.proofing.pairing import overlap, pairs
from bulletin_layout.proofing.photo_changes import photo_changes
from bulletin_layout.proofing.places import first_place, flows_of, outline, stands_elsewhere, union, whole
from bulletin_layout.proofing.rounds import Place, Round, RoundStory, RoundText, SetLine
from bulletin_layout.proofing.stretches import Stretch, changes_between

#: A story with less text in common than this, and longer than so many characters, was rewritten: one word says more
#: than a thousand marks.
_REWRITTEN: Final = 0.3
_LONG_ENOUGH: Final = 80
#: A story under another name is the same if so much of its text is; so many pairs of names are looked at.
_SAME_STORY: Final = 0.6
_MOST_NAMES: Final = 900
#: Texts that a story has once, by their kind and the photo's name.
_ONCE: Final = frozenset(("kicker", "headline", "deck", "byline", "caption", "credit"))


def compare(before: Round, now: Round, earlier: Round | None = None) -> Comparison:
    """All changes from the round ``before`` to the round ``now``. ``earlier``: the round before both: a change that
    undoes one of that time is a restoration (恢复)."""
    names = tuple(dict.fromkeys((*before.names, *now.names)))
    flows = flows_of(before) | flows_of(now)
    found = [*_pages(before, now, names)]
    standings = []
    renamed = _renamed(before, now)
    for slug in dict.fromkeys((*now.stories, *before.stories)):
        if slug in renamed.values():
            continue
        old, new = before.stories.get(renamed.get(slug, slug)), now.stories.get(slug)
        own = [*_story(old, new, names, flows)]
        found += own
        if new is not None:
            standings.append(StoryStanding(slug, new.title, new.slots, len(own), _moved_lines(old, new)))
    if earlier is not None:
        undone = {(each.story, each.role, each.name, each.new, each.old) for each in compare(earlier, before).changes}
        found = [_restored(each) if _texts(each) in undone else each for each in found]
    return Comparison(now.number, before.number, _numbered(found), tuple(standings), before.stage)


def _renamed(before: Round, now: Round) -> dict[str, str]:
    """Stories whose file has another name now, by their names now and then: most of their text is the same."""
    gone = {slug: _body(story) for slug, story in before.stories.items() if slug not in now.stories}
    come = {slug: _body(story) for slug, story in now.stories.items() if slug not in before.stories}
    found: dict[str, str] = {}
    if len(gone) * len(come) > _MOST_NAMES:
        return found
    for slug, text in come.items():
        alike = max(((overlap(other, text), name) for name, other in gone.items()), default=(0.0, ""))
        if alike[0] >= _SAME_STORY and len(text) >= _LONG_ENOUGH:
            found[slug] = alike[1]
            del gone[alike[1]]
    return found


def _body(story: RoundStory) -> str:
    return "\n".join(text.text for text in story.texts if not _stands_once(text))


def _texts(change: Change) -> tuple[str, str, str, str, str]:
    return change.story, change.role, change.name, change.old, change.new


def _restored(change: Change) -> Change:
    return replace(change, kind="restore") if change.kind in ("replace", "insert", "delete") else change


def _numbered(found: Sequence[Change]) -> tuple[Change, ...]:
    """The changes page by page, numbered, each with the first one that is like it."""
    seen: dict[tuple[str, str], int] = {}
    done = []
    for number, change in enumerate(sorted(found, key=_page_of), start=1):
        pair = (change.old, change.new)
        counts = change.kind in ("replace", "insert", "delete") and len(change.old + change.new) > 1
        like = seen.setdefault(pair, number) if counts else number
        done.append(replace(change, number=number, like=like if like < number else 0))
    return tuple(done)


def _page_of(change: Change) -> int:
    boxes = change.boxes or change.old_boxes
    place = change.now or change.was
    return boxes[0].page if boxes else place.page if place is not None else 0


def _pages(before: Round, now: Round, names: Sequence[str]) -> Iterator[Change]:
    """Changes of the pages themselves, and of their furniture."""
    for number in sorted({page.number for page in (*before.pages, *now.pages)}):
        old, new = before.page(number), now.page(number)
        if old is None or new is None:
            kind: Kind = "page-new" if old is None else "page-gone"
            page = new or old
            assert page is not None  # its number comes from one of the two
            gone, come = (None if each is None else Place(number, "") for each in (old, new))
            yield Change(kind, "", "page", name=page.name, was=gone, now=come)
            continue
        was = {(text.kind, text.name): text for text in old.texts}
        has = {(text.kind, text.name): text for text in new.texts}
        for key in dict.fromkeys((*has, *was)):
            yield from _pair([was[key]] if key in was else [], [has[key]] if key in has else [], "", names)


def _story(
    old: RoundStory | None, new: RoundStory | None, names: Sequence[str], flows: Collection[str]
) -> Iterator[Change]:
    if old is None or new is None:
        story = new or old
        assert story is not None  # its slug comes from one of the two
        boxes = tuple(outline(story))
        place = first_place(story)
        if old is None:
            yield Change("story-new", story.slug, "story", new=story.title, now=place, boxes=boxes)
        else:
            yield Change("story-gone", story.slug, "story", old=story.title, was=place, old_boxes=boxes)
        return
    if stands_elsewhere(old, new, flows):
        boxes, old_boxes = tuple(outline(new)), tuple(outline(old))
        was, now, title = first_place(old), first_place(new), new.title
        yield Change("story-moved", new.slug, "story", title, title, was=was, now=now, old_boxes=old_boxes, boxes=boxes)
    for change in (*_once(old, new, names), *_running(old, new, names)):
        # What does not fit stands nowhere: it is said on the page where its story ends.
        lost = change.now is None and change.new and new.slots
        yield replace(change, now=Place(*new.slots[-1])) if lost else change
    yield from photo_changes(old, new, flows)


def _once(old: RoundStory, new: RoundStory, names: Sequence[str]) -> Iterator[Change]:
    """Changes in heads, byline and captions beside the text."""
    was, has = _by_name(old), _by_name(new)
    for key in dict.fromkeys((*has, *was)):
        yield from _pair([was[key]] if key in was else [], [has[key]] if key in has else [], new.slug, names)


def _by_name(story: RoundStory) -> Mapping[tuple[str, str], RoundText]:
    return {(text.kind, text.name): text for text in story.texts if _stands_once(text)}


def _stands_once(text: RoundText) -> bool:
    return text.kind in _ONCE and not text.name.startswith("#")


def _running(old: RoundStory, new: RoundStory, names: Sequence[str]) -> Iterator[Change]:
    """Changes in the body."""
    was, has = ([text for text in story.texts if not _stands_once(text)] for story in (old, new))
    rewritten = _rewritten(was, has, new.slug)
    if rewritten is not None:
        yield rewritten
        return
    old_texts, new_texts = ([text.text for text in some] for some in (was, has))
    paired = [*pairs(old_texts, new_texts)]
    moved = moved_paragraphs(paired, old_texts, new_texts)
    gaps = {a: _end_before(has, c) for a, _, c, d in paired if c == d}
    found: list[Change] = []
    for a, b, c, d in paired:
        if a == b and c in moved:
            one, two = was[moved[c]], has[c]
            found += [_moved(one, two, new.slug, gaps[moved[c]]), *_pair([one], [two], new.slug, names)]
        elif not (c == d and a in moved.values()):
            found += _pair(was[a:b], has[c:d], new.slug, names, gaps.get(a))
    yield from with_moves(found)


def _rewritten(old: Sequence[RoundText], new: Sequence[RoundText], story: str) -> Change | None:
    """The change of a body that was written anew; None: it was not."""
    was, has = Stretch(old), Stretch(new)
    lengths = [len(each.text) for each in (was, has)]
    if min(lengths) < _LONG_ENOUGH or overlap(was.text, has.text) >= _REWRITTEN:
        return None
    old_boxes, boxes = (tuple(union(box for text in some for box in whole(text))) for some in (old, new))
    old_length, length = map(str, lengths)
    places = was.place(0), has.place(0)
    return Change(
        "rewrite", story, "body", old_length, length, was=places[0], now=places[1], old_boxes=old_boxes, boxes=boxes
    )


def _end_before(texts: Sequence[RoundText], number: int) -> SetLine | None:
    """The last line of the text before one, where what was taken out from there stood."""
    return next((text.lines[-1] for text in reversed(texts[:number]) if text.lines), None)


def _moved(old: RoundText, new: RoundText, story: str, gap: SetLine | None) -> Change:
    before, after = Stretch([old]), Stretch([new])
    return Change(
        "move",
        story,
        new.kind,
        old.text,
        new.text,
        was=before.place(0),
        now=after.place(0),
        old_boxes=tuple(whole(old)),
        boxes=tuple(whole(new)),
        gap=gap.end if gap is not None else None,
    )


def _pair(
    old: Sequence[RoundText], new: Sequence[RoundText], story: str, names: Sequence[str], gap: SetLine | None = None
) -> Iterator[Change]:
    """The changes between texts that belong together; ``gap``: the line after which a deleted one stood."""
    before, after = Stretch(old), Stretch(new)
    if before.text == after.text and len(old) == len(new):
        yield from (each for a, b in zip(old, new, strict=True) for each in _restyled(a, b, story))
        return
    for change in changes_between(before, after, story, names):
        if change.role in _ONCE and change.kind in ("split", "join"):
            continue  # where a head is broken is no change of its text
        if not new and gap is not None:
            yield replace(change, now=gap.place, boxes=(gap.end,))
        else:
            yield change


def _restyled(old: RoundText, new: RoundText, story: str) -> Iterator[Change]:
    """Changes of type in a text that stayed the same: 黑体, 着重号 …"""
    was, has = {*old.styled}, {*new.styled}
    if old.kind != new.kind:
        yield _style(old, new, story, 0, len(new.text), old.kind, new.kind)
    for start, end in sorted({(a, b) for a, b, _ in was ^ has}):
        one, two = (next((say for a, b, say in some if (a, b) == (start, end)), "") for some in (was, has))
        yield _style(old, new, story, start, end, one, two)


def _style(old: RoundText, new: RoundText, story: str, start: int, end: int, was: str, now: str) -> Change:
    before, after, text = Stretch([old]), Stretch([new]), new.text[start:end]
    return Change(
        "style",
        story,
        new.kind,
        f"{text}\t{was}",
        f"{text}\t{now}",
        name=new.name,
        weight="mark",
        was=before.place(start),
        now=after.place(start),
        old_boxes=before.boxes(start, end),
        boxes=after.boxes(start, end),
    )


def _moved_lines(old: RoundStory | None, new: RoundStory) -> int:
    """How many lines of unchanged texts stand elsewhere."""
    if old is None:
        return 0
    was = {text.text: text for text in old.texts}
    return sum(
        1
        for text in new.texts
        for line in text.lines
        if (other := was.get(text.text)) is not None
        and (there := other.line_at(line.start)) is not None
        and (there.place, there.start) != (line.place, line.start)
    )
