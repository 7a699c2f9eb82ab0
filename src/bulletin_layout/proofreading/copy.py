"""The running text of an issue (全文): all its texts one under another, with the place of every character."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from bulletin_layout.findings import Location
from bulletin_layout.issue import Issue, Passage, Story, passages_of
from bulletin_layout.issue.addresses import addresses
from bulletin_layout.issue.walk import texts_beside
from bulletin_layout.values import dataclass

#: Stands for each character that no check looks at: of an address, of a reference to a note.
MASK: Final = "\ufffc"
#: Heads, each line of which is a passage of its own here.
HEADS: Final = ("kicker", "headline", "deck")
#: Texts in which spaces separate names, or lines are broken on purpose.
SPACED: Final = frozenset((*HEADS, "byline", "roster", "sign", "verse", "table", "section", "crosshead"))


@dataclass(frozen=True, slots=True)
class Copy:
    """``text``: one passage a line; ``starts``: the offset of each passage in it. ``stories``: where each story begins
    and ends; what belongs to none (furniture, editors, texts of the publication) comes behind them. ``characters``:
    those that occur."""

    text: str
    starts: tuple[int, ...]
    passages: tuple[Passage, ...]
    stories: tuple[tuple[int, int, Story], ...]
    characters: frozenset[str]

    def passage_at(self, offset: int) -> Passage:
        """The passage that holds a character."""
        return self.passages[bisect_right(self.starts, offset) - 1]

    def place(self, offset: int) -> Location:
        """Where a character stands in its file."""
        number = bisect_right(self.starts, offset) - 1
        left = offset - self.starts[number]
        for piece in self.passages[number].pieces:
            if left < len(piece.text):
                at = piece.location
                return Location(at.path, at.line, at.column + left)
            left -= len(piece.text)
        return self.passages[number].location

    def spans(self, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, Passage]]:
        """Start, end and passage of each that begins between two offsets."""
        number = bisect_left(self.starts, first)
        stop = len(self.starts) if last is None else bisect_left(self.starts, last)
        for each in range(number, stop):
            after = self.starts[each + 1] if each + 1 < len(self.starts) else len(self.text) + 1
            yield self.starts[each], after - 1, self.passages[each]

    def story_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the story that holds a character; of all that belongs to no story, behind them."""
        for start, end, _ in self.stories:
            if start <= offset <= end:
                return start, end
        return (self.stories[-1][1] if self.stories else 0), len(self.text)


def copy_of(issue: Issue) -> Copy:
    """The running text of an issue: stories page by page, then furniture, editors and texts of the publication."""
    passages: list[Passage] = []
    counts: list[tuple[int, int, Story]] = []
    for story in {story.slug: story for page in issue.pages for story in page.stories}.values():
        first = len(passages)
        passages += _passages(story)
        counts.append((first, len(passages), story))
    beside = dict.fromkeys(pieces for page in issue.pages for pieces in texts_beside(page) if pieces)
    beside |= dict.fromkeys(pieces for pieces in issue.publication.texts.values() if pieces)
    passages += (Passage("byline", pieces, pieces[0].location) for pieces in beside)
    return _laid_out(passages, counts)


def _laid_out(passages: list[Passage], counts: Iterable[tuple[int, int, Story]]) -> Copy:
    texts = [_masked(passage) for passage in passages]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    stories = tuple((starts[first], max(starts[first], starts[last] - 1), story) for first, last, story in counts)
    text = "\n".join(texts)
    return Copy(text, tuple(starts[:-1]), tuple(passages), stories, frozenset(text))


def _passages(story: Story) -> Iterator[Passage]:
    for kind, head in zip(HEADS, (story.kicker, story.headline, story.deck), strict=True):
        for line in head.lines if head is not None else ():
            yield Passage(kind, line, head.location if head is not None else story.location)  # type: ignore[arg-type]
    yield from (passage for passage in passages_of(story) if passage.kind not in HEADS)


def _masked(passage: Passage) -> str:
    text = "".join(MASK * len(piece.text) if piece.note else piece.text for piece in passage.pieces)
    if "." in text or "/" in text or "\\" in text:
        for start, end, _ in addresses(text):
            text = text[:start] + MASK * (end - start) + text[end:]
    return text
