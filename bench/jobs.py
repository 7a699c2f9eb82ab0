"""The work to be timed: publications for this program, and the same pages as plain facts for the other two.

    python bench/jobs.py FOLDER JOB…      JOB: sample, real, or a number of pages

Run as a program of its own, so that the one that measures stays small: a child's peak memory counts its parent's.
"""

import json
import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import rival_typst

ROOT = Path(__file__).resolve().parents[1]

#: Growth series (A4): type size, line, columns, characters a line, lines a column.
SIZE, LINE, COLUMNS, MEASURE, ROWS, GUTTER = 10.5, 17.0, 2, 21, 42, 21.0
#: What a warm build finds new at the head of the first story.
CHANGE = "这一句是后来加上的。"
#: The faces of text and titles in all three programs.
BODY, TITLE = "NotoSerifSC-Regular.ttf", "NotoSansSC-Bold.ttf"


@dataclass(frozen=True, slots=True)
class TextBox:
    """A story in its box: points from the top left; ``title`` and ``paragraphs`` as set."""

    x: float
    y: float
    width: float
    height: float
    columns: int
    gutter: float
    size: float
    line: float
    title: str
    title_size: float
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture in its box; ``width`` by ``height`` is cut from it."""

    x: float
    y: float
    width: float
    height: float
    path: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page."""

    width: float
    height: float
    texts: tuple[TextBox, ...]
    pictures: tuple[PictureBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to build: our issue's folder, the story to edit for a warm build, and the same pages as facts."""

    name: str
    issue: Path
    story: Path
    pages: tuple[PageFacts, ...]

    @property
    def characters(self) -> int:
        """Body characters of the whole job."""
        return sum(len(text) for page in self.pages for box in page.texts for text in box.paragraphs)


def issue_job(name: str, issue: Path) -> Job:
    """A job from an issue that exists: boxes, columns, faces and pictures as this program composes them."""
    from bulletin_layout.compose import compose_issue
    from bulletin_layout.compose.pages.assembly import grid_of
    from bulletin_layout.issue import Paragraph
    from bulletin_layout.page import PictureMark
    from bulletin_layout.reading import read_issue

    reading = read_issue(issue)
    if reading.issue is None or reading.fonts is None:
        raise SystemExit("\n".join(str(finding) for finding in reading.diagnostics))
    edition = compose_issue(reading.issue, reading.fonts).edition
    pages = []
    for plan, page in zip(reading.issue.pages, edition.pages, strict=True):
        grid = grid_of(plan)
        texts = []
        for slot_name, story in plan.put.items():
            slot = plan.layout.slots[slot_name]
            rect = grid.box_rect(slot.boxes[0])
            body, head = slot.styles["body"], slot.styles["headline"]
            texts.append(
                TextBox(
                    rect.x,
                    rect.y,
                    rect.width,
                    rect.height,
                    slot.text.columns or slot.boxes[0].cols[1] - slot.boxes[0].cols[0] + 1,
                    slot.text.gutter or plan.layout.sheet.gutter,
                    body.size,
                    plan.layout.sheet.scale.line,
                    "".join(story.headline.lines) if story.headline else "",
                    head.size,
                    tuple(block.text for block in story.blocks if isinstance(block, Paragraph)),
                )
            )
        pictures = tuple(
            PictureBox(mark.x, mark.y, mark.width, mark.height, str(mark.picture.path.resolve()))
            for mark in page.marks
            if isinstance(mark, PictureMark)
        )
        pages.append(PageFacts(page.width, page.height, tuple(texts), pictures))
    first = next(iter(reading.issue.pages[0].put.values()))
    return Job(name, issue, issue / f"{first.slug}.md", tuple(pages))


def growth_job(count: int, folder: Path) -> Job:
    """``count`` A4 pages of running text, a story of known length on each, in a publication made in ``folder``."""
    _publication(folder)
    issue = folder / "content" / f"{count}-pages"
    issue.mkdir(parents=True)
    sentences = tuple(_sentences())
    dice = random.Random(count)
    plans, pages = [], []
    for number in range(1, count + 1):
        paragraphs = tuple(_paragraphs(sentences, dice))
        slug = f"story-{number:03}"
        story = f"---\nheadline: 第{number}页的文字\n---\n" + "\n\n".join(paragraphs) + "\n"
        (issue / f"{slug}.md").write_text(story, encoding="utf-8")
        plans.append(f"  - {{layout: running, put: {{main: {slug}}}}}")
        width = (COLUMNS * MEASURE) * SIZE + (COLUMNS - 1) * GUTTER
        box = TextBox(
            (595.28 - width) / 2, 68, width, ROWS * LINE, COLUMNS, GUTTER, SIZE, LINE,
            f"第{number}页的文字", 22, paragraphs,
        )  # fmt: skip
        pages.append(PageFacts(595.28, 841.89, (box,)))
    (issue / "issue.yaml").write_text(
        f"schema: bulletin/issue@1\nissue: {{id: {count}-pages, date: 2026-01-01, number: 1}}\npages:\n"
        + "\n".join(plans)
        + "\n",
        encoding="utf-8",
    )
    return Job(f"{count} page{'s' if count > 1 else ''}", issue, issue / "story-001.md", tuple(pages))


def bulletin_issue(count: int, folder: Path, dice: random.Random) -> Path:
    """A running bulletin (简报) of about ``count`` A4 pages: one text with subheads, in a publication in ``folder``."""
    _publication(folder)
    layout = (folder / "layouts" / "running.yaml").read_text(encoding="utf-8")
    (folder / "layouts" / "bulletin.yaml").write_text(f"{layout}repeat: until-text-ends\n", encoding="utf-8")
    issue = folder / "content" / f"bulletin-{count}"
    issue.mkdir(parents=True)
    sentences = tuple(_sentences())
    pages = (
        f"## 第{number}节\n\n" + "\n\n".join(_paragraphs(sentences, dice))
        for number in range(1, round(1.42 * count) + 1)
    )
    (issue / "text.md").write_text("\n\n".join(pages) + "\n", encoding="utf-8")
    (issue / "issue.yaml").write_text(
        f"schema: bulletin/issue@1\nissue: {{id: {issue.name}, date: 2026-01-01}}\n"
        "pages: [{layout: bulletin, flow: text}]\n",
        encoding="utf-8",
    )
    return issue


def prepare(name: str, folder: Path) -> None:
    """Everything that one job's three programs read, in ``folder``."""
    publication = folder / "publication"
    match name:
        case "sample":
            issue = _copy(ROOT, ROOT / "content" / "2026-10", publication)
            job = issue_job("sample issue", issue)
        case "real":
            job = issue_job("real issue", _real_issue(publication))
        case _:
            job = growth_job(int(name), publication)
    first, *others = job.pages
    text, *texts = first.texts
    changed = replace(text, paragraphs=(CHANGE + text.paragraphs[0], *text.paragraphs[1:]))
    edited = (replace(first, texts=(changed, *texts)), *others)
    for stem, pages in (("facts", job.pages), ("edited", edited)):
        facts = folder / f"{stem}.json"
        facts.write_text(json.dumps([asdict(page) for page in pages], ensure_ascii=False), encoding="utf-8")
        (folder / f"{stem}.typ").write_text(rival_typst.source(facts, BODY, TITLE), encoding="utf-8")
    head, end, body = job.story.read_text(encoding="utf-8").partition("\n---\n")
    (folder / "edited.md").write_text(f"{head}{end}{CHANGE}{body.lstrip()}", encoding="utf-8")
    plain = {"name": job.name, "issue": str(job.issue), "story": str(job.story), "characters": job.characters}
    (folder / "job.json").write_text(json.dumps(plain), encoding="utf-8")


def _copy(root: Path, issue: Path, publication: Path) -> Path:
    """A publication with one issue of it, so that the warm build may change a story."""
    for part in ("layouts", "fonts"):
        shutil.copytree(root / part, publication / part)
    shutil.copy(root / "bulletin.yaml", publication)
    return Path(shutil.copytree(issue, publication / "content" / issue.name))


def _real_issue(publication: Path) -> Path:
    """The real June 2023 issue, laid out by its test's adapter."""
    sys.path.insert(0, str(ROOT))
    from tests.real_issue.convert import write_publication

    return write_publication(publication)


def _publication(folder: Path) -> None:
    """A publication with one layout of running text and this repository's fonts."""
    if (folder / "bulletin.yaml").exists():
        return
    (folder / "layouts").mkdir(parents=True)
    shutil.copytree(ROOT / "fonts", folder / "fonts", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "bulletin.yaml").write_text("schema: bulletin/publication@1\nname: 长文\n", encoding="utf-8")
    (folder / "layouts" / "running.yaml").write_text(
        f"""schema: bulletin/layout@1
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
""",
        encoding="utf-8",
    )


def _sentences() -> Iterator[str]:
    """Every sentence of the sample issue's plain paragraphs."""
    for path in sorted((ROOT / "content").glob("*/*.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[-1]
        for line in body.splitlines():
            if line and line[0] not in "#-*>|!0123456789":
                yield from re.findall(r"[^。！？]+[。！？][”’』」）]?", line.replace("*", ""))


def _paragraphs(sentences: tuple[str, ...], dice: random.Random) -> Iterator[str]:
    """Paragraphs of two to five sentences until the page is about nine tenths full."""
    lines = 0.0
    while lines < 0.9 * (ROWS - 3) * COLUMNS - 9:
        paragraph = "".join(dice.choices(sentences, k=dice.randint(2, 5)))
        lines += len(paragraph) / MEASURE + 1
        yield paragraph


if __name__ == "__main__":
    for wanted in sys.argv[2:]:
        target = Path(sys.argv[1]) / wanted
        target.mkdir(parents=True)
        prepare(wanted, target)
