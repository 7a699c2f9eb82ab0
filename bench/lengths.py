"""How many pages of an issue still fill by themselves when every story comes in longer or shorter.

    python bench/lengths.py [ISSUE …] [--percent 1,3,5,10,20] [--slots]

ISSUE is a folder with an issue.yaml; the sample issue by default. A story gets longer as its paragraphs repeat their
beginnings before their last mark, and shorter as they lose characters there, each in proportion to its length. A page
fills when none of its slots is over, or short by more than its layout allows. ``--slots``: also print those that are.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ground import SAMPLE, opened

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.findings.phrases import text
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Block, Issue, PagePlan, Paragraph, Story

PERCENT: Final = (1, 3, 5, 10, 20)
_RUNNING: Final = ("body", "quote", "item")
#: What an editor would have to see to.
_UNFILLED: Final = ("overset", "short", "photo-no-room", "no-room", "title-too-long")


@dataclass(frozen=True, slots=True)
class Tried:
    """An issue composed with changed stories: the numbers of the pages that fill, and words for slots that do not."""

    filled: frozenset[int]
    pages: int
    misses: tuple[str, ...]


def lengthened(story: Story, percent: float) -> Story:
    """The story with so many per cent more running text; negative: less."""
    running = [k for k, block in enumerate(story.blocks) if isinstance(block, Paragraph) and block.kind in _RUNNING]
    blocks = list(story.blocks)
    total = sum(len(_text(blocks[k])) for k in running)
    left = round(total * percent / 100)
    for k in running:
        length = len(_text(blocks[k]))
        share = round(left * length / total) if total else 0
        left, total = left - share, total - length
        blocks[k] = _changed(blocks[k], share)
    return replace(story, blocks=tuple(blocks))


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _changed(paragraph: Block, count: int) -> Block:
    """The paragraph with so many characters more, or less, before the last one of its longest piece."""
    if not isinstance(paragraph, Paragraph) or not paragraph.pieces or not count:
        return paragraph
    lengths = [len(piece.text) for piece in paragraph.pieces]
    longest = lengths.index(max(lengths))
    text = paragraph.pieces[longest].text
    body, mark = text[:-1], text[-1:]
    if count > 0:
        body += (body * (count // max(1, len(body)) + 1))[:count] if body else mark * count
    else:
        body = body[: max(1, len(body) + count)]
    pieces = [*paragraph.pieces]
    pieces[longest] = replace(pieces[longest], text=body + mark)
    return replace(paragraph, pieces=tuple(pieces))


def with_lengths(issue: Issue, percent: float, *, give: bool) -> Issue:
    """The issue with all its stories longer or shorter, its slots giving what they may or nothing."""
    return replace(issue, pages=tuple(_page(plan, percent, give=give) for plan in issue.pages))


def _page(plan: PagePlan, percent: float, *, give: bool) -> PagePlan:
    put = {name: lengthened(story, percent) for name, story in plan.put.items()}
    briefs = {name: tuple(lengthened(story, percent) for story in told) for name, told in plan.briefs.items()}
    layout = plan.layout
    if not give:
        layout = replace(layout, slots={name: replace(slot, give=()) for name, slot in layout.slots.items()})
    return replace(plan, put=put, briefs=briefs, layout=layout)


def tried(issue: Issue, book: FontBook, percent: float, *, give: bool) -> Tried:
    """Compose the issue with changed stories and see which pages fill."""
    composed = compose_issue(with_lengths(issue, percent, give=give), book)
    numbers = {plan.number for plan in issue.pages}
    bad = tuple(_misses(composed, issue))
    return Tried(frozenset(numbers - {page for page, _ in bad}), len(numbers), tuple(words for _, words in bad))


def _misses(composed: Composed, issue: Issue) -> Iterator[tuple[int, str]]:
    """The slots that do not fill: their page, and what the slot table says of them."""
    faults = [text(finding.says, "en") for finding in composed.findings if finding.code in _UNFILLED]
    for row in composed.slots:
        slot = issue.pages[row.page - 1].layout.slots.get(row.slot)
        where = f'page {row.page} slot "{row.slot}"'
        if row.over_lines or (slot is not None and any(where in message for message in faults)):
            fit = f"over {row.over_lines}行" if row.over_lines else f"short {row.short_lines}行"
            yield row.page, f"{where}: {fit} {row.gave}"


def table(issue: Issue, book: FontBook, percents: Sequence[float], *, slots: bool) -> str:
    """The Markdown table of an issue."""
    lines = ["| length | pages that fill, with give | without |", "|---|---|---|"]
    for percent in (0.0, *(sign * each for each in percents for sign in (1, -1))):
        with_give, without = (tried(issue, book, percent, give=give) for give in (True, False))
        cells = (f"{len(each.filled)} of {each.pages}" for each in (with_give, without))
        lines.append(f"| {percent:+g} % | {' | '.join(cells)} |")
        if slots:
            lines += [f"|   {words} | | |" for words in with_give.misses]
    return "\n".join(lines)


def main() -> None:
    """Print a table an issue."""
    parser = argparse.ArgumentParser(description="See which pages fill when stories get longer or shorter.")
    parser.add_argument("issues", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--percent", default=",".join(map(str, PERCENT)), help="default: %(default)s")
    parser.add_argument("--slots", action="store_true", help="print the slots that do not fill, too")
    options = parser.parse_args()
    for folder in options.issues:
        issue, fonts = opened(folder)
        print(f"{issue.id}: pages that fill without a hand\n")
        print(table(issue, fonts, [float(each) for each in options.percent.split(",")], slots=options.slots))


if __name__ == "__main__":
    main()
