"""Edits of texts as changes with places (改动定位): an offset in a text becomes a box on a page."""

from collections.abc import Iterator, Sequence

from bulletin_layout.proofing.changes import Change, Kind
from bulletin_layout.proofing.edits import Edit, edits
from bulletin_layout.proofing.naming import as_name
from bulletin_layout.proofing.rounds import Box, Place, RoundText
from bulletin_layout.proofing.weights import weight_of

#: Characters that are shown before and after a change.
AROUND = 4


class Stretch:
    """One or several texts that follow one another, read as one; a line feed parts them."""

    def __init__(self, texts: Sequence[RoundText]) -> None:
        self.texts = texts
        self.text = "\n".join(each.text for each in texts)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of a stretch of the text; without width where it is empty."""
        found: list[Box] = []
        at = 0
        for each in self.texts:
            first, last = max(start - at, 0), min(end - at, len(each.text))
            if first < last or (start == end and 0 <= first == last):
                found += each.boxes(first, last)
                if start == end:
                    break
            at += len(each.text) + 1
            if start == at - 1 < end:  # the end of a paragraph is marked where the next one begins
                found += Stretch(self.texts[self.texts.index(each) + 1 :]).boxes(0, 0)
        return tuple(found)

    def place(self, offset: int) -> Place | None:
        """The place of a character."""
        at = 0
        for each in self.texts:
            if offset <= at + len(each.text):
                line = each.line_at(offset - at)
                return line.place if line is not None else None
            at += len(each.text) + 1
        return None


def changes_between(old: Stretch, new: Stretch, story: str, names: Sequence[str]) -> Iterator[Change]:
    """The changes from one stretch to the other, in order."""
    for edit in edits(old.text, new.text, names):
        for part in _parted(edit, old.text, new.text):
            yield _change(as_name(part, old.text, new.text), old, new, story, names)


def _parted(edit: Edit, old: str, new: str) -> Iterator[Edit]:
    """The edit, its ends of paragraphs each by itself: that a paragraph is parted is a change of its own."""
    a, b, c, d = edit
    if "\n" in new[c:d] and "\n" not in old[a:b]:
        at = new.index("\n", c, d)
        yield from _if_any(Edit(a, b, c, at))
        yield Edit(b, b, at, at + 1)
        yield from _if_any(Edit(b, b, at + 1, d))
    elif "\n" in old[a:b] and "\n" not in new[c:d]:
        at = old.index("\n", a, b)
        yield from _if_any(Edit(a, at, c, d))
        yield Edit(at, at + 1, d, d)
        yield from _if_any(Edit(at + 1, b, d, d))
    else:
        yield edit


def _if_any(edit: Edit) -> Iterator[Edit]:
    if edit.old_start < edit.old_end or edit.start < edit.end:
        yield edit


def _change(edit: Edit, old: Stretch, new: Stretch, story: str, names: Sequence[str]) -> Change:
    a, b, c, d = edit
    was, now = old.text[a:b], new.text[c:d]
    before, after = new.text[max(0, c - AROUND) : c], new.text[d : d + AROUND]
    text = new.texts[-1] if new.texts else old.texts[-1]
    kind: Kind = (
        "split"
        if now == "\n"
        else "join"
        if was == "\n"
        else "replace"
        if was and now
        else "insert"
        if now
        else "delete"
    )
    around = new.text[max(0, c - 2 * AROUND) : c], new.text[d : d + 2 * AROUND]
    return Change(
        kind=kind,
        story=story,
        role=text.kind,
        name=text.name,
        old=was,
        new=now,
        before=before,
        after=after,
        weight=weight_of(was, now, *around, text.kind, names),
        was=old.place(a),
        now=new.place(c),
        old_boxes=old.boxes(a, b),
        boxes=new.boxes(c, d),
    )
