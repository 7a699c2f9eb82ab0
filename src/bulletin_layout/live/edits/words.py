"""Words edited in place (改字): a head, a caption, a paragraph, a text of the layout, as its file has them.

What is edited is what stands in the file, inline marks included, without the quotation marks and folds of YAML.
"""

import re
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.issue import Issue, Passage, Pieces, Story, passages_of
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import Edit, edit_of, source_of
from bulletin_layout.live.edits.scalars import YamlPart, scalar_at, with_value, yaml_of
from bulletin_layout.live.edits.source_text import Replacement, SourceText
from bulletin_layout.live.texts import Texts
from bulletin_layout.reading.sources.nodes import ScalarNode, shortened
from bulletin_layout.values import NamedTuple

#: What begins a line before the words of its block: quotes, items, crossheads, notes.
_BEFORE: Final = re.compile(
    r"[ \t\u3000]*(?:> ?)*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:#{1,6}[ \t]+)?(?:\[\^[^\]]+\]:[ \t]*)?"
)
_RUNNING: Final = ("body", "quote", "item", "verse", "note")
#: Passages that are only a part of their lines.
_PARTS: Final = ("caption", "table", "roster", "aside")


class Editable(NamedTuple):
    """What can be edited at a place: its words as the file has them, and where they begin. ``lines``: whether they may
    have several lines; ``running``: they are a paragraph of running text."""

    words: str
    location: Location
    lines: bool
    running: bool = False


def editable_at(issue: Issue, texts: Texts, place: Location) -> Editable | Finding:
    """What can be edited at a place of a file, as ``Places.of_glyph`` gives it; a finding when nothing can."""
    at = _at(issue, texts, place)
    if isinstance(at, Finding):
        return at
    source, found = at
    if isinstance(found, _Value):
        node = found.node
        return Editable(node.text.rstrip("\n"), node.location, lines=node.source[:1] in ("|", ">"))
    line, column = source.place(found.start)
    return Editable(
        source.text[found.start : found.end], Location(place.path, line, column), found.lines, found.running
    )


def edit_words(issue: Issue, texts: Texts, place: Location, old: str, new: str) -> Edit | Finding:
    """The edit that gives what stands at a place other words; ``old``: the words that were shown to be edited."""
    at = _at(issue, texts, place)
    if isinstance(at, Finding):
        return at
    source, found = at
    label = said.words_changed(shortened(new.strip() or old.strip(), 12))
    new = new.replace("\r\n", "\n").strip("\n")
    if isinstance(found, _Value):
        if found.node.text.rstrip("\n") != old.rstrip("\n"):
            return refusals.stale(place)
        change = with_value(source, found.part, found.node, new)
        return edit_of(label, place, [(source, [change])]) if change is not None else refusals.unwritable(place)
    if source.text[found.start : found.end] != old:
        return refusals.stale(place)
    return edit_of(label, place, [(source, [Replacement(found.start, found.end, new)])])


def _at(issue: Issue, texts: Texts, place: Location) -> "tuple[SourceText, _Value | _Stretch] | Finding":
    """What stands at a place, with its file; a finding when it cannot be edited."""
    source = source_of(texts, place.path, place)
    if isinstance(source, Finding):
        return source
    found = _found(issue, source, place)
    return (source, found) if found is not None else refusals.not_there(place)


class _Value(NamedTuple):
    """A value of YAML."""

    part: YamlPart
    node: ScalarNode


class _Stretch(NamedTuple):
    """A stretch of Markdown."""

    start: int
    end: int
    lines: bool
    running: bool


def _found(issue: Issue, source: SourceText, place: Location) -> _Value | _Stretch | None:
    part = yaml_of(source)
    if part is not None and part.first_line <= place.line < part.first_line + part.lines:
        node = scalar_at(source, part, place.line, place.column)
        return _Value(part, node) if node is not None else None
    story = next((each for plan in issue.pages for each in plan.stories if each.location.path == place.path), None)
    passage = _passage_at(story, place) if story is not None else None
    return _stretch(source, passage) if passage is not None else None


def _passage_at(story: Story, place: Location) -> Passage | None:
    """The text of a story that has a place, the smallest where several do."""
    for passage in passages_of(story):
        for piece in passage.pieces:
            here = piece.location
            if here.line == place.line and here.column <= place.column <= here.column + len(piece.text):
                last = here.column + len(piece.text) == place.column
                if not last or piece is passage.pieces[-1]:
                    return passage
    return None


def _stretch(source: SourceText, passage: Passage) -> _Stretch:
    """What a passage has of its file: whole lines from behind what makes them a block, or from its first character to
    its last."""
    first, last = _ends(passage.pieces)
    if passage.kind in _PARTS:
        return _Stretch(source.index(*first), source.index(*last), lines=False, running=False)
    begun = _BEFORE.match(source.lines[first[0] - 1])
    column = min(first[1], begun.end() + 1 if begun is not None else 1)
    line = source.lines[last[0] - 1].rstrip()
    end = len(_without_closing(line) if passage.kind in ("crosshead", "section") else line)
    return _Stretch(
        source.index(first[0], column), source.index(last[0], end + 1), lines=True, running=passage.kind in _RUNNING
    )


def _without_closing(line: str) -> str:
    """A crosshead's line without the # that may close it."""
    open_line = line.rstrip("#")
    return open_line.rstrip() if open_line[-1:].isspace() else line


def _ends(pieces: Pieces) -> tuple[tuple[int, int], tuple[int, int]]:
    """Line and column of the first character of some pieces, and behind the last."""
    first, last = pieces[0].location, pieces[-1].location
    return (first.line, first.column), (last.line, last.column + len(pieces[-1].text.rstrip("\n")))
