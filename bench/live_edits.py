"""The edits that ``live.py`` times: of our files, and the same of Typst's source."""

import json
import re
import shutil
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

import rival_typst
import yaml
from ground import BODY, FONTS, TITLE
from jobs import PageFacts, PictureBox, TextBox, copy_of_sample, issue_job

Facts = tuple[PageFacts, ...]
#: How often the sample is repeated for the long issue.
_TIMES: Final = 10
#: The photo that is edited, its layout and its story, which the first page has for itself.
_PHOTO, _LAYOUT, _STORY = "photos/lead.jpg", "layouts/lead.yaml", "seed-bank.md"
#: What the photo's slot may give. With it, a photo of another height would get the same one as before.
_GIVE: Final = r"(?m)^ *give: \[photos.*\n"
#: Heights of the photo, lines of body, one after another.
_HEIGHTS: Final = (14, 12, 15, 13, 16)


@dataclass(frozen=True, slots=True)
class Edit:
    """A kind of edit. ``save`` makes that with a number, in our files; ``facts``: the same, of the pages that Typst
    sets."""

    name: str
    save: Callable[[int], object]
    facts: Callable[[int], Facts]


@dataclass(frozen=True, slots=True)
class Job:
    """An issue and its edits."""

    name: str
    issue: Path
    pages: int
    edits: tuple[Edit, ...]


def prepared(name: str, folder: Path, edits: int) -> Job:
    """The job ``sample``, or ``pages``, which is the sample's pages ten times over, in a new publication in
    ``folder``. ``edits``: how many of each kind there will be."""
    issue = copy_of_sample(folder / "publication")
    story, layout = issue / _STORY, issue.parents[1] / _LAYOUT
    if name == "pages":
        _repeat(issue)
    _part(issue, story, layout)
    pages = issue_job(name, issue).pages
    photos = _photos(issue / _PHOTO, folder / "photos", edits)
    kinds = (
        Edit("story", _writing(story, r"\A(---\n.*?\n---\n)", lambda at: f"\\g<1>第{at}次改。"), partial(_told, pages)),
        Edit("headline", _writing(story, "十万份种子", lambda at: f"第{at}份种子"), partial(_titled, pages)),
        Edit("layout", _writing(layout, "height: 14行", lambda at: f"height: {_height(at)}行"), partial(_high, pages)),
        Edit("photo", lambda at: shutil.copyfile(photos[at], issue / _PHOTO), partial(_pictured, pages, photos)),
    )
    return Job(name, issue, len(pages), kinds)


def _repeat(issue: Path) -> None:
    """Put the issue's pages into it ten times, each time with stories of their own."""
    path = issue / "issue.yaml"
    whole = yaml.safe_load(path.read_text(encoding="utf-8"))
    pages = list(whole["pages"])
    stories = sorted(issue.glob("*.md"))
    for number in range(1, _TIMES):
        for page in deepcopy(pages):
            page["put"] = {slot: f"{story}-{number}" for slot, story in page["put"].items()}
            whole["pages"].append(page)
        for story in stories:
            shutil.copyfile(story, story.with_stem(f"{story.stem}-{number}"))
    path.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")


def _part(issue: Path, story: Path, layout: Path) -> None:
    """Give the first page a layout and a photo that no other page has."""
    front = layout.with_name("front.yaml").read_text(encoding="utf-8")
    layout.write_text(re.sub(_GIVE, "", front), encoding="utf-8")
    _writing(issue / "issue.yaml", r"layout: front", lambda _: f"layout: {layout.stem}")(0)
    shutil.copyfile(issue / "photos/dandelions.jpg", issue / _PHOTO)
    _writing(story, r"photos/dandelions\.jpg", lambda _: _PHOTO)(0)


def _photos(photo: Path, folder: Path, count: int) -> list[Path]:
    """The same photo, each time a little less of it."""
    from PIL import Image

    folder.mkdir()
    found = []
    with Image.open(photo) as image:
        for number in range(count):
            found.append(folder / f"{number}.jpg")
            image.crop((8 * number, 0, image.width, image.height)).save(found[-1], quality=90)
    return found


def _writing(path: Path, pattern: str, new: Callable[[int], str]) -> Callable[[int], object]:
    """Writes a file as it was, with one thing in it replaced."""
    text = path.read_text(encoding="utf-8")

    def write(number: int) -> None:
        changed, times = re.subn(pattern, new(number), text, count=1, flags=re.DOTALL)
        assert times
        path.write_text(changed, encoding="utf-8")

    return write


def _height(number: int) -> int:
    return _HEIGHTS[(number + 1) % len(_HEIGHTS)]


def _first_text(pages: Facts, change: Callable[[TextBox], TextBox]) -> Facts:
    first, *others = pages
    return (replace(first, texts=(change(first.texts[0]), *first.texts[1:])), *others)


def _first_photo(pages: Facts, change: Callable[[PictureBox], PictureBox]) -> Facts:
    first, *others = pages
    name = Path(_PHOTO).name
    pictures = tuple(change(each) if each.path.endswith(name) else each for each in first.pictures)
    return (replace(first, pictures=pictures), *others)


def _told(pages: Facts, number: int) -> Facts:
    return _first_text(
        pages,
        lambda box: replace(box, paragraphs=(f"第{number}次改。{box.paragraphs[0]}", *box.paragraphs[1:])),
    )


def _titled(pages: Facts, number: int) -> Facts:
    return _first_text(pages, lambda box: replace(box, title=box.title.replace("十万份种子", f"第{number}份种子")))


def _high(pages: Facts, number: int) -> Facts:
    return _first_photo(pages, lambda box: replace(box, height=box.height * _height(number) / _HEIGHTS[0]))


def _pictured(pages: Facts, photos: list[Path], number: int) -> Facts:
    return _first_photo(pages, lambda box: replace(box, path=str(photos[number])))


class Typst:
    """Typst's compiler, which is kept, and the source that it compiles, in ``folder``."""

    def __init__(self, job: Job, folder: Path) -> None:
        import typst

        self._facts, self._source = folder / "facts.json", folder / "page.typ"
        self._write(job.edits[0].facts(0))
        fonts = [FONTS]
        self._compiler = typst.Compiler(self._source, root="/", font_paths=fonts, ignore_system_fonts=True)
        self._compiler.compile(format="svg")

    def timed(self, edit: Edit, number: int) -> float:
        """Milliseconds from the save of the edited source to the SVG of all pages."""
        text = self._text(edit.facts(number))
        start = time.perf_counter()
        self._source.write_text(text, encoding="utf-8")
        self._compiler.compile(format="svg")
        return 1000 * (time.perf_counter() - start)

    def _write(self, pages: Facts) -> None:
        self._source.write_text(self._text(pages), encoding="utf-8")

    def _text(self, pages: Facts) -> str:
        self._facts.write_text(json.dumps([asdict(page) for page in pages], ensure_ascii=False), encoding="utf-8")
        return rival_typst.source(self._facts, BODY.name, TITLE.name)
