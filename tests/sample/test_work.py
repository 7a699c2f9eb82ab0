"""What a build does again after an edit: the work is counted, not timed."""

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bulletin_layout.fonts import Face
from bulletin_layout.pictures import raster
from bulletin_layout.pipeline import Memory, Product, Result, build_issue, page_images
from bulletin_layout.preflight import inspect, written
from bulletin_layout.reading.layout.styles import StyleReader
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.render import drawn, pdf, pdf_fonts, press_marks

PROJECT = Path(__file__).resolve().parents[2]
PAGES, STORIES = 4, 19
RUNS, FACES = 500, 5
STYLES = 60  #: of all layouts, those that they share counted once
EVERY: tuple[Product, ...] = ("print", "screen", "archive", "booklet", "png")


class Paper(NamedTuple):
    """A copy of the sample, built once with every product; ``done``: how often each kind of work is done since."""

    issue: Path
    memory: Memory
    done: Counter[str]

    def build(self, *products: Product) -> Result:
        self.done.clear()
        return build_issue(self.issue, products=products, fail_on="never", memory=self.memory)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.issue / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    folder = tmp_path_factory.mktemp("paper")
    for name in ("bulletin.yaml", "layouts", "fonts", "content/2026-10"):
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    for path in folder.rglob("*"):  # files that were written just now are read again, whatever their states say
        if path.is_file():
            os.utime(path, (1_700_000_000, 1_700_000_000))
    with pytest.MonkeyPatch.context() as patch:
        done: Counter[str] = Counter()
        count_calls(patch, done, "prepared", import_module("bulletin_layout.typeset.prepare"), "Stick")
        count_calls(patch, done, "broken", import_module("bulletin_layout.typeset.paragraph"), "choose")
        count_calls(patch, done, "drawn", pdf, "_draw_marks")
        count_calls(patch, done, "runs", pdf, "text_operators")
        count_calls(patch, done, "cut", Face, "cut")
        count_calls(patch, done, "told", pdf_fonts, "_to_unicode")
        count_calls(patch, done, "hashed", hashlib, "file_digest")
        count_calls(patch, done, "judged", inspect, "_of_page")
        count_calls(patch, done, "marked", press_marks, "_frame")
        count_calls(patch, done, "packed", drawn, "deflated")
        count_calls(patch, done, "profile", raster, "_opened_profile")
        count_calls(patch, done, "read again", written, "read_contents")
        count_calls(patch, done, "imaged", page_images, "png_file")
        count_calls(patch, done, "style", StyleReader, "_style")
        count_steps(patch, done)
        made = Paper(folder / "content/2026-10", Memory(), done)
        made.build(*EVERY)
        yield made
    shutil.rmtree(folder)


def count_calls(patch: pytest.MonkeyPatch, done: Counter[str], kind: str, module: Any, name: str) -> None:
    function = getattr(module, name)

    def counting(*given: Any, **named: Any) -> Any:
        done[kind] += 1
        return function(*given, **named)

    patch.setattr(module, name, counting)


def count_steps(patch: pytest.MonkeyPatch, done: Counter[str]) -> None:
    """Count the stories, layouts and pictures that are read anew."""
    remembered = Files.remembered

    def counting(self: Files, key: Hashable, given: object, make: Callable[[], Any]) -> Any:
        def counted() -> Any:
            done[f"{key[0]}"] += 1  # type: ignore[index]
            return make()

        return remembered(self, key, given, counted)

    patch.setattr(Files, "remembered", counting)


def fresh(paper: Paper, *products: Product) -> dict[str, bytes]:
    """The products of a build that remembers nothing."""
    out = paper.issue.parents[1] / "fresh"
    result = build_issue(paper.issue, products=products, fail_on="never", out=out)
    files = {file.name: file.read_bytes() for file in result.files}
    shutil.rmtree(out)
    return files


def test_a_build_without_memory_does_everything(paper: Paper) -> None:
    """So that the numbers below mean something: they are counted where the work is done."""
    paper.done.clear()
    fresh(paper, "print")
    assert (paper.done["drawn"], paper.done["judged"], paper.done["read again"]) == (PAGES, PAGES, PAGES)
    assert paper.done["prepared"] > 200
    assert paper.done["runs"] > RUNS
    assert paper.done["cut"] == FACES
    assert (paper.done["marked"], paper.done["packed"]) == (1, 1)  # pages of one size, one profile
    assert paper.done["broken"] > 200
    assert paper.done["story"] == STORIES
    assert STYLES / 2 < paper.done["style"] < STYLES


def test_each_font_file_is_hashed_once(paper: Paper) -> None:
    paper.done.clear()
    fresh(paper, "png")
    assert paper.done["hashed"] == len([*(PROJECT / "fonts").glob("*.[ot]tf")])


def test_with_nothing_edited_nothing_is_done(paper: Paper) -> None:
    assert paper.build(*EVERY).unchanged
    assert paper.done.total() == 0


def test_a_product_more_is_made_from_the_pages_as_they_are(paper: Paper) -> None:
    paper.build("print", "dump")
    assert paper.done.total() == 0


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("meadow.md", "。", "，真的。"),
        ("meadow.md", "石门岭草场绿回来了]", "石门岭的草绿了]"),
        ("pumpkins.md", "。", "，真的。"),
    ],
    ids=["a story", "a headline", "a brief"],
)
def test_a_text_edited_makes_its_own_page_anew(paper: Paper, name: str, old: str, new: str) -> None:
    paper.edit(name, old, new)
    paper.build("print")
    assert (paper.done["drawn"], paper.done["judged"], paper.done["read again"]) == (1, 1, 1)
    assert paper.done["story"] == 1
    assert paper.done["prepared"] == 1  # its own paragraph, however often the slots are tried
    assert 0 < paper.done["broken"] < 5
    assert 0 < paper.done["runs"] < RUNS / 2
    assert paper.done["cut"] <= 1, "a face is cut again only for a glyph that no page had"


def test_a_photo_swapped_makes_its_own_page_anew(paper: Paper) -> None:
    shutil.copy(paper.issue / "photos/trail.jpg", paper.issue / "photos/meadow.jpg")
    os.utime(paper.issue / "photos/meadow.jpg", (1_700_000_001, 1_700_000_001))
    paper.build("print")
    assert (paper.done["drawn"], paper.done["judged"], paper.done["read again"]) == (1, 1, 1)
    assert (paper.done["story"], paper.done["picture"]) == (1, 1)
    assert paper.done["prepared"] == 0


def test_images_are_made_of_the_pages_that_changed_and_of_the_sheet(paper: Paper) -> None:
    paper.edit("rare-names.md", "。", "，真的。")
    result = paper.build("png")
    assert paper.done["imaged"] == 2
    assert paper.done["told"] == paper.done["hashed"] == 0
    assert {file.name: file.read_bytes() for file in result.files} == fresh(paper, "png")


def test_a_style_edited_makes_every_page_anew_and_reads_no_story_again(paper: Paper) -> None:
    layout = paper.issue.parents[1] / "layouts/base.yaml"
    text = layout.read_text(encoding="utf-8")
    assert "indent: 2," in text
    layout.write_text(text.replace("indent: 2,", "indent: 1.9,", 1), encoding="utf-8")
    paper.build("print")
    assert (paper.done["drawn"], paper.done["judged"], paper.done["read again"]) == (PAGES, PAGES, PAGES)
    assert paper.done["story"] == 0


def test_after_all_these_edits_every_product_is_that_of_a_fresh_build(paper: Paper) -> None:
    kept = {file.name: file.read_bytes() for file in paper.build(*EVERY).files}
    assert kept == fresh(paper, *EVERY)


def test_another_issue_in_the_same_process_shares_what_is_the_papers(paper: Paper) -> None:
    """Its stories, pages and pictures are its own."""
    other = paper.issue.with_name("2026-11")
    shutil.copytree(paper.issue, other)
    text = (other / "issue.yaml").read_text(encoding="utf-8")
    (other / "issue.yaml").write_text(text.replace("id: 2026-10,", "id: 2026-11,"), encoding="utf-8")
    memory, out = Memory(), paper.issue.parents[1] / "both"
    for issue in (paper.issue, other):
        paper.done.clear()
        assert build_issue(issue, products=("print",), fail_on="never", memory=memory, out=out).files
    assert (paper.done["drawn"], paper.done["judged"], paper.done["read again"]) == (PAGES, PAGES, PAGES)
    assert paper.done["story"] == STORIES
    assert paper.done["layout"] == 1  # the one that the issue gives settings of its own
    assert paper.done["packed"] == paper.done["profile"] == 0
