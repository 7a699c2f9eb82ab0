"""Issues of any length, made up of the samples' sentences: a story on every page, or one text through them all."""

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ground import FONTS, ROOT

#: A4 pages: type size, line, columns, characters a line, lines a column, gutter; the size of their titles.
SIZE, LINE, COLUMNS, MEASURE, ROWS, GUTTER = 10.5, 17.0, 2, 21, 42, 21.0
TITLE_SIZE: Final = 22

_LAYOUT: Final = f"""schema: bulletin/layout@1
name: 正文
paper: {{trim: A4, bleed: 3mm, margins: {{top: 24mm, bottom: 18mm, inner: 20mm, outer: 20mm}}}}
grid:
  body: {{size: {SIZE}pt, line: {LINE:g}pt}}
  columns: {{count: {COLUMNS}, measure: {MEASURE}字, gutter: {GUTTER:g}pt}}
styles:
  headline: {{font: hei, weight: bold, size: 二号, lines: 3, align: center}}
slots:
  main:
    box: {{cols: all, rows: 1-{ROWS}}}
    text: {{columns: {COLUMNS}}}
    title: {{place: top, span: all}}
    short: 20
"""


def headline(number: int) -> str:
    """The title of a page's story."""
    return f"第{number}页的文字"


def paged_issue(count: int, folder: Path) -> tuple[Path, list[tuple[str, ...]]]:
    """An issue of ``count`` pages with a story on each, in a publication in ``folder``; every page's paragraphs."""
    issue = _new_issue(f"{count}-pages", folder)
    dice, sentences = random.Random(count), tuple(_sentences())
    pages = [tuple(_paragraphs(sentences, dice)) for _ in range(count)]
    for number, paragraphs in enumerate(pages, start=1):
        story = f"---\nheadline: {headline(number)}\n---\n" + "\n\n".join(paragraphs) + "\n"
        (issue / f"{slug(number)}.md").write_text(story, encoding="utf-8")
    plans = [f"  - {{layout: running, put: {{main: {slug(number)}}}}}" for number in range(1, count + 1)]
    head = f"schema: bulletin/issue@1\nissue: {{id: {issue.name}, date: 2026-01-01, number: 1}}\npages:\n"
    (issue / "issue.yaml").write_text(head + "\n".join(plans) + "\n", encoding="utf-8")
    return issue, pages


def slug(number: int) -> str:
    """The short id of a page's story."""
    return f"story-{number:03}"


def bulletin_issue(count: int, folder: Path) -> Path:
    """A running bulletin (简报) of about ``count`` pages: one text with subheads, in a publication in ``folder``."""
    issue = _new_issue(f"bulletin-{count}", folder)
    dice, sentences = random.Random(1), tuple(_sentences())
    parts = (
        f"## 第{number}节\n\n" + "\n\n".join(_paragraphs(sentences, dice))
        for number in range(1, round(1.42 * count) + 1)
    )
    (issue / "text.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    head = f"schema: bulletin/issue@1\nissue: {{id: {issue.name}, date: 2026-01-01}}\n"
    (issue / "issue.yaml").write_text(f"{head}pages: [{{layout: bulletin, flow: text}}]\n", encoding="utf-8")
    return issue


def _new_issue(name: str, folder: Path) -> Path:
    """An empty issue in a publication with this repository's fonts and two layouts of running text."""
    if not (folder / "bulletin.yaml").exists():
        (folder / "layouts").mkdir(parents=True)
        shutil.copytree(FONTS, folder / "fonts", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        (folder / "bulletin.yaml").write_text("schema: bulletin/publication@1\nname: 长文\n", encoding="utf-8")
        (folder / "layouts" / "running.yaml").write_text(_LAYOUT, encoding="utf-8")
        (folder / "layouts" / "bulletin.yaml").write_text(f"{_LAYOUT}repeat: until-text-ends\n", encoding="utf-8")
    issue = folder / "content" / name
    issue.mkdir(parents=True)
    return issue


def _sentences() -> Iterator[str]:
    """Every sentence of the sample issues' plain paragraphs."""
    for path in sorted((ROOT / "content").glob("*/*.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[-1]
        for line in body.splitlines():
            if line and line[0] not in "#-*>|!0123456789":
                yield from re.findall(r"[^。！？]+[。！？][”’』」）]?", line.replace("*", ""))


def _paragraphs(sentences: Sequence[str], dice: random.Random) -> Iterator[str]:
    """Paragraphs of two to five sentences until the page is about nine tenths full."""
    lines = 0.0
    while lines < 0.9 * (ROWS - 3) * COLUMNS - 9:
        paragraph = "".join(dice.choices(sentences, k=dice.randint(2, 5)))
        lines += len(paragraph) / MEASURE + 1
        yield paragraph
