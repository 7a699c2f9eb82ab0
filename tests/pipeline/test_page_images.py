"""Page images of the last build serve again, in another process too, where the page looks the same."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads
from typing import Any

import pytest

from bulletin_layout.findings.catalogue.pictures import not_there
from bulletin_layout.page import Edition
from bulletin_layout.pictures import PictureError
from bulletin_layout.pipeline import build_issue, page_images
from bulletin_layout.render import press
from bulletin_layout.render.pdf import render_seen
from bulletin_layout.render.press import press_pdf
from tests.support.paper import start_paper


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue of two pages, built; its second page has a story of its own."""
    issue = start_paper(tmp_path / "paper")
    source = issue / "issue.yaml"
    before = source.read_text("utf-8")
    page = before.partition("pages:\n")[2]
    second = page.replace("first-story", "second").replace("second-story", "other")
    (issue / "second.md").write_text("---\nheadline: 第二版的头条\n---\n第二版的文字。\n", encoding="utf-8")
    (issue / "other.md").write_text("---\nheadline: 第二版的另一篇\n---\n另一篇的文字。\n", encoding="utf-8")
    source.write_text(before + second, encoding="utf-8")
    build(issue)
    return issue


def build(issue: Path) -> None:
    assert build_issue(issue, products=("png",), fail_on="never").files


def drawn(monkeypatch: pytest.MonkeyPatch, issue: Path) -> int:
    """How many pages a build in a new process draws as images."""
    count = 0
    real = page_images._drawn

    def counting(*given: Any) -> Any:
        nonlocal count
        count += 1
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(page_images, "_drawn", counting)
        build(issue)
    return count


def images(issue: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (issue.parents[1] / "out/001").rglob("*.png")}


def edit(issue: Path) -> None:
    with (issue / "second.md").open("a", encoding="utf-8") as story:
        story.write("又加了一句。\n")


def test_only_the_page_that_changed_is_drawn(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(issue)
    assert drawn(monkeypatch, issue) == 1
    again = images(issue)
    shutil.rmtree(issue.parents[1] / "out")
    assert drawn(monkeypatch, issue) == 2
    assert images(issue) == again


def test_an_image_that_stays_is_not_written_and_its_page_not_drawn(
    issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (issue.parents[1] / f"out/001/page-0{number}.png" for number in (1, 2))
    before = [path.stat() for path in (first, second)]
    pages: list[int] = []

    def counting(edition: Edition) -> bytes:
        pages.extend(page.number for page in edition.pages)
        return render_seen(edition)

    monkeypatch.setattr(page_images, "render_seen", counting)
    edit(issue)
    build(issue)
    assert pages == [2]
    assert first.stat().st_ctime_ns == before[0].st_ctime_ns, "it is not even linked anew"
    assert second.stat().st_ino != before[1].st_ino


def test_pages_are_drawn_while_the_press_file_is_made(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, real = Event(), page_images._drawn

    def drawing(*given: Any) -> Any:
        begun.set()
        return real(*given)

    def waiting(*given: Any) -> bytes:
        assert begun.wait(60), "no page is drawn before the press file is there"
        return press_pdf(*given)

    monkeypatch.setattr(page_images, "_drawn", drawing)
    monkeypatch.setattr(press, "press_pdf", waiting)
    edit(issue)
    assert build_issue(issue, products=("print", "png"), fail_on="never").files


def test_nothing_goes_on_drawing_after_a_build_that_stopped(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> bytes:
        raise PictureError(not_there("photos/a.jpg"))

    monkeypatch.setattr(press, "press_pdf", gone)
    before = enumerate_threads()
    edit(issue)
    assert build_issue(issue, products=("print", "png"), fail_on="never").outcome == "stopped"
    assert enumerate_threads() == before


def alter_image(issue: Path) -> None:
    image = next((issue.parents[1] / "out/001").rglob("page-01.png"))
    image.write_bytes(image.read_bytes() + b" ")


def other_program(issue: Path) -> None:
    change_record(issue, lambda data: data.update(program="another"))


def no_image(issue: Path) -> None:
    """A record that names a file which is no image, with its digest."""

    def change(data: Any) -> None:
        foreign = issue / "second.md"
        data["images"] = dict.fromkeys(data["images"], (str(foreign), sha256(foreign.read_bytes()).hexdigest(), None))

    change_record(issue, change)


def change_record(issue: Path, change: Callable[[Any], None]) -> None:
    (record,) = (issue.parents[1] / "out/.cache/images").glob("*.json")
    data = json.loads(record.read_bytes())
    change(data)
    record.write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize("spoil", [alter_image, other_program, no_image])
def test_what_is_not_as_it_was_is_drawn_again(
    issue: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None]
) -> None:
    before = images(issue)
    edit(issue)
    spoil(issue)
    assert drawn(monkeypatch, issue) == 2
    assert images(issue)["page-01.png"] == before["page-01.png"]
