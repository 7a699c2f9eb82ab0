"""How heads are broken, on a list whose words, names and titles of office were marked by hand.

    python bench/heads.py [tests/typeset/heads/held_out.txt] [--show]

A space in the list is a place where a head may be broken. Each head is fitted (a character is one em, a Latin one
half) for measures of 5 to 13 字 of its largest size, by the sizes of the sample's headline styles and with as many
lines as heads may have, or one more. Counted, of the heads that are set: those broken inside a word by the marks, in
brackets those of them that the measure could hold whole, and those that ``head-break`` says, right or wrong.
"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from operator import add
from pathlib import Path

import yaml

from bulletin_layout.compose.blocks.titles import MOST_LINES
from bulletin_layout.typeset.headlines import FittedHead, fit_head
from bulletin_layout.typeset.phrases import Phraser, parted_words

ROOT = Path(__file__).parents[1]
MEASURES = (5.0, 7.0, 8.0, 10.5, 13.0)

#: A head, and the places where it may be broken.
Marked = tuple[str, frozenset[int]]


def read(path: Path) -> list[Marked]:
    """The heads of a list, each with the places where it may be broken."""
    heads = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            parts = line.split(" ")
            ends = [sum(map(len, parts[: number + 1])) for number in range(len(parts))]
            heads.append(("".join(parts), frozenset(ends)))
    return heads


def em(text: str) -> float:
    """The width of a text in em."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def fitted_for(text: str, sizes: tuple[float, ...], measure: float, phraser: Phraser) -> FittedHead | None:
    """A head fitted to a measure, as the program does it."""

    def width_at(start: int, end: int, size: float) -> float:
        return size * em(text[start:end])

    return fit_head(text, (), sizes, measure, MOST_LINES["headline"], width_at, phraser=phraser)


def could_hold(text: str, marks: frozenset[int], sizes: tuple[float, ...], measure: float) -> bool:
    """Whether a measure has room for all words by the marks, each whole, at the smallest size and with a line more."""
    lines, start, last = 1, 0, 0
    for mark in sorted(marks):
        if em(text[start:mark]) * sizes[-1] > measure:
            lines, start = lines + 1, last
        if em(text[start:mark]) * sizes[-1] > measure:
            return False
        last = mark
    return lines <= MOST_LINES["headline"] + 1


def styles_of_sample() -> list[tuple[str, tuple[float, ...]]]:
    """The sample's headline styles that differ: name, and sizes from the largest, in parts of it."""
    written = yaml.safe_load((ROOT / "layouts/base.yaml").read_text(encoding="utf-8"))["styles"]
    found: dict[tuple[float, ...], str] = {}
    for name, style in written.items():
        if re.match(r"headline(\.|$)", name) and "size" in style:
            sizes = [float(str(size).removesuffix("pt")) for size in (style["size"], *style.get("sizes", ()))]
            found.setdefault(tuple(size / sizes[0] for size in sizes), name)
    return [(name, sizes) for sizes, name in found.items()]


@dataclass
class Count:
    """Heads that were set, that the measure could hold whole, that are broken in a word by the marks, both of these,
    that are said to be broken, and rightly."""

    held: int = 0
    whole: int = 0
    parted: int = 0
    needlessly: int = 0
    said: int = 0
    both: int = 0

    def add(self, whole: bool, parted: bool, said: bool) -> None:
        self.held += 1
        self.whole += whole
        self.parted += parted
        self.needlessly += whole and parted
        self.said += said
        self.both += parted and said

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(*map(add, astuple(self), astuple(other)))

    def __str__(self) -> str:
        recall = f"{self.both}/{self.parted}"
        return (
            f"{self.held:5} set {self.parted:4} broken ({100 * self.parted / max(1, self.held):4.1f} %),"
            f" of {self.whole:4} that could be whole {self.needlessly:3}"
            f" ({100 * self.needlessly / max(1, self.whole):4.1f} %);"
            f" {self.said:4} said, recall {recall:>7}, precision {self.both}/{self.said}"
        )


def counted(
    heads: Sequence[Marked], sizes: tuple[float, ...], measure: float, count: Count | None = None, *, show: str = ""
) -> Count:
    """Heads fitted to a measure, added to a count; ``show``: print those that are broken or said to be, under it."""
    count, phraser = count or Count(), Phraser()
    for text, marks in heads:
        fitted = fitted_for(text, sizes, measure, phraser)
        if fitted is None:
            continue
        breaks = [start for start, _ in fitted.lines[1:]]
        parted, said = not marks.issuperset(breaks), bool(parted_words(text, breaks, phraser))
        count.add(could_hold(text, marks, sizes, measure), parted, said)
        if show and (parted or said):
            lines = "｜".join(text[a:b] for a, b in fitted.lines)
            print(f"    {measure:g} {show}: {lines}{' BROKEN' * parted}{' SAID' * said}")
    return count


def main() -> None:
    """Print the counts by measure and style, and with ``--show`` every head that is broken or said to be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("list", nargs="?", type=Path, default=ROOT / "tests/typeset/heads/held_out.txt")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    heads, total = read(asked.list), Count()
    for measure in MEASURES:
        of_all = Count()
        for name, sizes in styles_of_sample():
            own = counted(heads, sizes, measure, show=name if asked.show else "")
            of_all, total = of_all.plus(own), total.plus(own)
            print(f"{measure:5g} 字 {name:18} {own}")
        print(f"{measure:5g} 字 {'all styles':18} {of_all}")
    print(f"{'all':>8} {'':18} {total}")


if __name__ == "__main__":
    main()
