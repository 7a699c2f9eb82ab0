"""What each product costs over a plain PDF of the same pages: time and size, as a Markdown table.

    python bench/products.py [ISSUE] [--rounds N]

``cold``: the command from its start, nothing kept. ``pictures new``: a further build in one process, pages composed
before, every picture converted anew. ``pictures kept``: the same with the converted pictures of an earlier build. The
products take turns in every round; times are medians of the processor's seconds.
"""

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Final

from ground import BULLETIN, SAMPLE, opened

from bulletin_layout.compose import compose_issue
from bulletin_layout.pipeline import Memory, Product, build_issue
from bulletin_layout.render.pdf import render_pdf

PRODUCTS: Final[tuple[Product, ...]] = ("print", "screen", "archive")


def processor(work: Callable[[], object]) -> float:
    """Seconds that the work takes in this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


def cold(issue: Path, product: str, out: Path) -> float:
    """Seconds of the whole command with nothing kept."""
    rmtree(out, ignore_errors=True)
    before = os.times()
    subprocess.run([BULLETIN, "build", issue, "--to", product, "--out", out, "-q"], check=True)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main() -> None:
    """Build every product in turn, print the table."""
    parser = argparse.ArgumentParser(description="Time and size of each product beside a plain PDF.")
    parser.add_argument("issue", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=5, help="default: 5")
    options = parser.parse_args()
    edition, memory = compose_issue(*opened(options.issue)).edition, Memory()
    names = ("plain", *PRODUCTS)
    times: dict[tuple[str, str], list[float]] = {(name, how): [] for name in names for how in ("cold", "new", "kept")}
    sizes = {"plain": len(render_pdf(edition))}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)

        def built(product: Product) -> None:
            result = build_issue(options.issue, products=(product,), out=out / "warm", memory=memory)
            sizes[product] = result.files[0].stat().st_size

        built("dump")
        for _ in range(options.rounds):
            plain = processor(partial(render_pdf, edition))
            times["plain", "cold"].append(cold(options.issue, "dump", out / "cold") + plain)
            warm = processor(partial(built, "dump")) + plain
            for how in ("new", "kept"):
                times["plain", how].append(warm)
            for product in PRODUCTS:
                times[product, "cold"].append(cold(options.issue, product, out / "cold"))
                rmtree(out / "warm" / ".cache", ignore_errors=True)
                times[product, "new"].append(processor(partial(built, product)))
                times[product, "kept"].append(processor(partial(built, product)))
    print("| file | size | cold | pictures new | pictures kept | over plain |")
    print("|---|--:|--:|--:|--:|--:|")
    base = median(times["plain", "kept"])
    for name in names:
        seconds = [median(times[name, how]) for how in ("cold", "new", "kept")]
        shown = " | ".join(f"{each:.2f} s" for each in seconds)
        print(f"| {name} | {sizes[name] / 1000:,.0f} kB | {shown} | {seconds[-1] / base - 1:+.0%} |")


if __name__ == "__main__":
    main()
