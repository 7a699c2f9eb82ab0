"""What fitting a page costs beside composing it once: the same stories, the slots giving what they may and nothing.

    python bench/fitting.py [ISSUE …] [--percent 3,5,10] [--rounds N]

Both ways take turns in every round; a ratio is the median of the rounds' ratios, for every page and length.
"""

import argparse
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from ground import SAMPLE, opened
from lengths import with_lengths

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue


def seconds(issue: Issue, book: FontBook) -> float:
    """The time of composing it."""
    start = time.perf_counter()
    compose_issue(issue, book)
    return time.perf_counter() - start


def ratio(issue: Issue, book: FontBook, percent: float, rounds: int) -> float:
    """How many times as long composing takes when slots may give."""
    ways = [with_lengths(issue, percent, give=give) for give in (True, False)]
    turns = [[seconds(way, book) for way in ways] for _ in range(rounds)]
    return median(fitted / once for fitted, once in turns)


def main() -> None:
    """Print the table of every issue."""
    parser = argparse.ArgumentParser(description="Time fitting a page beside composing it once.")
    parser.add_argument("issues", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--percent", default="3,5,10", help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    options = parser.parse_args()
    percents = [sign * float(each) for each in options.percent.split(",") for sign in (1, -1)]
    for folder in options.issues:
        issue, fonts = opened(folder)
        compose_issue(issue, fonts)  # what is learnt of the fonts counts for neither
        print(f"{issue.id}: fitting as a multiple of composing once\n")
        print(f"| page | {' | '.join(f'{each:+g} %' for each in percents)} |\n{'|---' * (len(percents) + 1)}|")
        found = []
        for plan in issue.pages:
            page = replace(issue, pages=(plan,))
            row = [ratio(page, fonts, each, options.rounds) for each in percents]
            found += row
            print(f"| {plan.number} | {' | '.join(f'{each:.1f}x' for each in row)} |")
        print(f"\nMedian {median(found):.1f}x, worst {max(found):.1f}x.")


if __name__ == "__main__":
    main()
