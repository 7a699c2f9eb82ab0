"""What the lists say: the changes (改动清单) story by story, and the findings that stand (问题清单) page by page."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import NOTHING, Phrase, text
from bulletin_layout.inks import Ink
from bulletin_layout.languages import Language
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.proofing import words
from bulletin_layout.proofing.changes import Change, Comparison, StoryStanding
from bulletin_layout.proofing.lettering import Letters, Words
from bulletin_layout.proofing.lists import LEFT, RIGHT, SIZE, Listing, Row, row
from bulletin_layout.proofing.telling import DARK, GREY, content, kind_of, place_of, story_name, summary

#: Left edges of the columns: number, place, what was done, the text, weight; and: severity, pages, place, sentence.
_CHANGES: Final = tuple(LEFT + at * POINTS_PER_MM for at in (0, 9, 51, 74, 168))
_FINDINGS: Final = tuple(LEFT + at * POINTS_PER_MM for at in (0, 12, 26, 72))
_MOST_CHARACTERS: Final = 60
#: Most rows of a list: nobody reads more of them.
_MOST_ROWS: Final = 1_500
#: Weights that an eye must not pass over.
_HEAVY: Final = ("name", "number", "head")
_SHOWN: Final = ("error", "warning", "hint")


def change_list(comparison: Comparison, of: Phrase, letters: Letters, ink: Ink, language: Language) -> Listing:
    """The list of changes. ``ink``: of what is new."""
    return Listing(words.LIST, of, summary(comparison), [*_changes(comparison, letters, ink, language)])


def finding_list(
    findings: Sequence[Finding],
    pages: Mapping[Finding, Collection[int]],
    of: Phrase,
    letters: Letters,
    language: Language,
) -> Listing:
    """The list of findings, the gravest first. ``pages``: those that each belongs to."""
    ordered = sorted(
        findings, key=lambda each: (_SHOWN.index(each.severity), min(pages[each], default=0), each.location)
    )
    heads = _heads(words.FINDING_HEADS, _FINDINGS, letters, language)
    rows = [_finding(each, pages[each], letters, language) for each in ordered[:_MOST_ROWS]]
    return Listing(words.FINDINGS, of, NOTHING, [heads, *rows] if rows else [])


def _heads(heads: Sequence[Phrase], columns: Sequence[float], letters: Letters, language: Language) -> Row:
    return row(columns, ([Words(text(head, language), GREY)] for head in heads), letters, size=7)


def _changes(comparison: Comparison, letters: Letters, ink: Ink, language: Language) -> Iterator[Row]:
    yield _heads(words.LIST_HEADS, _CHANGES, letters, language)
    titles = {story.slug: story for story in comparison.stories}
    first = {change.story: change.number for change in reversed(comparison.changes)}
    ordered = sorted(comparison.changes, key=lambda change: (first[change.story], change.number))
    for slug, own in groupby(ordered[:_MOST_ROWS], lambda change: change.story):
        story = titles.get(slug)
        said = Words(text(story_name(slug, story.title if story is not None else ""), language), DARK, bold=True)
        yield row((LEFT,), ([said],), letters, size=SIZE + 1, apart=True)
        yield from (_change(change, letters, ink, language) for change in own)
    if len(ordered) > _MOST_ROWS:
        more = Words(text(words.more_changes(len(ordered) - _MOST_ROWS), language), ink)
        yield row((LEFT,), ([more],), letters, apart=True)
    quiet = [story for story in comparison.stories if not story.changes]
    for number, story in enumerate(sorted(quiet, key=lambda each: not each.lines)):
        yield _quiet(story, letters, language, apart=number == 0)


def _change(change: Change, letters: Letters, ink: Ink, language: Language) -> Row:
    heavy = change.weight in _HEAVY
    places = [text(place_of(place), language) for place in (change.was, change.now)]
    where = places[0] if places[0] == places[1] or not places[1] else " → ".join(filter(None, places))
    cells = (
        [Words(str(change.number), ink, bold=True)],
        [Words(where, DARK)],
        [Words(text(kind_of(change), language), DARK)],
        content(change, ink, _MOST_CHARACTERS, language, around=True),
        [Words(text(words.WEIGHTS[change.weight], language), DARK, bold=heavy)],
    )
    return row(_CHANGES, cells, letters)


def _quiet(story: StoryStanding, letters: Letters, language: Language, *, apart: bool) -> Row:
    """A story whose text did not change."""
    said = words.lines_moved(story.lines) if story.lines else words.untouched()
    name = Words(text(story_name(story.slug, story.title), language), DARK)
    cells = ([name], [Words(text(said, language), GREY)])
    return row((LEFT, (LEFT + RIGHT) / 2), cells, letters, apart=apart)


def _finding(finding: Finding, pages: Collection[int], letters: Letters, language: Language) -> Row:
    grave, place = finding.severity != "hint", finding.location
    cells = (
        [Words(text(words.SEVERITIES[finding.severity], language), DARK, bold=grave)],
        [Words("、".join(map(str, sorted(pages))), DARK)],
        [Words(f"{place.path.rpartition('/')[2]}:{place.line}:{place.column}", GREY)],
        [Words(text(finding.says, language), DARK)],
    )
    return row(_FINDINGS, cells, letters, apart=True)
