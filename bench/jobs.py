"""The work to be timed: publications for this program, and the same pages as plain facts for the other two.

    python bench/jobs.py FOLDER JOB…      JOB: sample, real, or a number of pages

Run as a program of its own, so that the one that measures stays small: a child's peak memory counts its parent's.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import made_up
import rival_typst
from ground import BODY, ROOT, SAMPLE, TITLE, opened
from made_up import COLUMNS, GUTTER, LINE, MEASURE, ROWS, SIZE, TITLE_SIZE

if TYPE_CHECKING:
    from bulletin_layout.issue import PagePlan

#: The size of the made-up pages, in points.
_A4: Final = (595.28, 841.89)
#: What a warm build finds new at the head of the first story.
CHANGE: Final = "这一句是后来加上的。"


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


def issue_job(name: str, folder: Path) -> Job:
    """A job from an issue that exists: boxes, columns, faces and pictures as this program composes them."""
    from bulletin_layout.compose import compose_issue
    from bulletin_layout.page import PictureMark

    issue, fonts = opened(folder)
    edition = compose_issue(issue, fonts).edition
    pages = []
    for plan, page in zip(issue.pages, edition.pages, strict=True):
        pictures = tuple(
            PictureBox(mark.x, mark.y, mark.width, mark.height, str(mark.picture.path.resolve()))
            for mark in page.marks
            if isinstance(mark, PictureMark)
        )
        pages.append(PageFacts(page.width, page.height, tuple(_text_boxes(plan)), pictures))
    first = next(iter(issue.pages[0].put.values()))
    return Job(name, folder, folder / f"{first.slug}.md", tuple(pages))


def _text_boxes(plan: "PagePlan") -> Iterator[TextBox]:
    """The stories of a page in their slots."""
    from bulletin_layout.compose.pages.assembly import grid_of
    from bulletin_layout.issue import Paragraph

    grid = grid_of(plan)
    for name, story in plan.put.items():
        slot = plan.layout.slots[name]
        box = slot.boxes[0]
        rect = grid.box_rect(box)
        yield TextBox(
            rect.x,
            rect.y,
            rect.width,
            rect.height,
            slot.text.columns or box.cols[1] - box.cols[0] + 1,
            slot.text.gutter or plan.layout.sheet.gutter,
            slot.styles["body"].size,
            plan.layout.sheet.scale.line,
            story.headline.text if story.headline else "",
            slot.styles["headline"].size,
            tuple(block.text for block in story.blocks if isinstance(block, Paragraph)),
        )


def growth_job(count: int, folder: Path) -> Job:
    """``count`` A4 pages of running text, a story of known length on each, in a publication made in ``folder``."""
    issue, pages = made_up.paged_issue(count, folder)
    width = COLUMNS * MEASURE * SIZE + (COLUMNS - 1) * GUTTER
    left = (_A4[0] - width) / 2
    facts = []
    for number, paragraphs in enumerate(pages, start=1):
        title = made_up.headline(number)
        box = TextBox(left, 68, width, ROWS * LINE, COLUMNS, GUTTER, SIZE, LINE, title, TITLE_SIZE, paragraphs)
        facts.append(PageFacts(*_A4, (box,)))
    return Job(f"{count} page{'s' if count > 1 else ''}", issue, issue / f"{made_up.slug(1)}.md", tuple(facts))


def prepare(name: str, folder: Path) -> None:
    """Everything that one job's three programs read, in ``folder``."""
    publication = folder / "publication"
    match name:
        case "sample":
            issue = copy_of_sample(publication)
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
        (folder / f"{stem}.typ").write_text(rival_typst.source(facts, BODY.name, TITLE.name), encoding="utf-8")
    head, end, body = job.story.read_text(encoding="utf-8").partition("\n---\n")
    (folder / "edited.md").write_text(f"{head}{end}{CHANGE}{body.lstrip()}", encoding="utf-8")
    plain = {"name": job.name, "issue": str(job.issue), "story": str(job.story), "characters": job.characters}
    (folder / "job.json").write_text(json.dumps(plain), encoding="utf-8")


def copy_of_sample(publication: Path) -> Path:
    """The sample's publication with this issue of it alone, so that the warm build may change a story."""
    for part in ("layouts", "fonts"):
        shutil.copytree(ROOT / part, publication / part)
    shutil.copy(ROOT / "bulletin.yaml", publication)
    return Path(shutil.copytree(SAMPLE, publication / "content" / SAMPLE.name))


def _real_issue(publication: Path) -> Path:
    """The real June 2023 issue, laid out by its test's adapter."""
    sys.path.insert(0, str(ROOT))
    from tests.real_issue.convert import write_publication

    return write_publication(publication)


if __name__ == "__main__":
    for wanted in sys.argv[2:]:
        target = Path(sys.argv[1]) / wanted
        target.mkdir(parents=True)
        prepare(wanted, target)
