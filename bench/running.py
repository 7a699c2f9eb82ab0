"""How the time of a running bulletin grows with its pages: one text, ten times as long, as a whole cold build.

    python bench/running.py [--pages 20,200] [--rounds N]

The lengths take turns in every round; the ratio is the median of the rounds' ratios.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from ground import BULLETIN
from made_up import bulletin_issue


def seconds(issue: Path, out: Path) -> tuple[float, int]:
    """The processor's time for a build of the print file (what else the machine does counts less), and its pages."""
    before = os.times()
    done = subprocess.run(
        [BULLETIN, "build", issue, "--to", "print", "--out", out, "--fail-on", "never"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    after = os.times()
    took = sum(after[2:4]) - sum(before[2:4])
    row = next(line for line in done.stdout.splitlines() if line.split()[1:2] == ["main"])
    return took, int(row.split()[0].rpartition("–")[2])


def main() -> None:
    """Make the texts, build them in turn, print seconds and the ratio."""
    parser = argparse.ArgumentParser(description="Time running bulletins of two lengths.")
    parser.add_argument("--pages", default="20,200", help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        issues = [bulletin_issue(int(count), Path(folder)) for count in options.pages.split(",")]
        rounds = []
        for _ in range(options.rounds):
            rounds.append([seconds(issue, Path(folder) / "out") for issue in issues])
        for number, _ in enumerate(issues):
            times = [turn[number][0] for turn in rounds]
            print(f"{rounds[0][number][1]} pages: {median(times):.2f} s")
        ratio = median(turn[-1][0] / turn[0][0] for turn in rounds)
        grown = rounds[0][-1][1] / rounds[0][0][1]
        print(f"{grown:.1f} times the pages in {ratio:.1f} times the time")


if __name__ == "__main__":
    main()
