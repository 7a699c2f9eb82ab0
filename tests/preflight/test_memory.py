"""Pages that did not change are not judged again; what is found is what a fresh look finds."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import Face, open_face
from bulletin_layout.inks import Ink
from bulletin_layout.issue import SHEETFED
from bulletin_layout.page import Mark, PictureMark, TextMark
from bulletin_layout.pictures import open_picture
from bulletin_layout.preflight import Memory, inspect, written
from bulletin_layout.preflight.inspect_file import Inspected, inspect_file
from bulletin_layout.reading import read_issue
from bulletin_layout.render.press import press_pdf
from tests.render.sheets import edition, lines, run, saved
from tests.support.paper import start_paper
from tests.support.toy_font import toy_font

SPOTS = (Ink("spot", (0, 1, 0.8, 0), "PANTONE 186 C"), Ink("spot", (0, 0.9, 0.9, 0), "专红"))


@pytest.fixture(scope="module")
def face(tmp_path_factory: pytest.TempPathFactory) -> Face:
    return open_face(toy_font(tmp_path_factory.mktemp("fonts") / "toy.ttf"))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages of files that are read again from here on."""
    return counted(monkeypatch, written, "read_contents", lambda number, *_: number)


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, called: Callable[..., int]) -> list[int]:
    calls: list[int] = []
    function = getattr(module, name)

    def counting(*given: Any) -> Any:
        calls.append(called(*given))
        return function(*given)

    monkeypatch.setattr(module, name, counting)
    return calls


def looked_at(data: bytes, memory: Memory | None = None) -> Inspected:
    return inspect_file("001.pdf", data, SHEETFED, language="en", memory=memory)


def press_file(*pages: Sequence[Mark]) -> bytes:
    return press_pdf(edition(*pages), replace(SHEETFED, marks=()))


def test_only_the_page_that_changed_is_read_again(face: Face, read: list[int]) -> None:
    memory = Memory()
    texts = ("天地", "春风", "吹")
    looked_at(press_file(*(lines(run(face, text)) for text in texts)), memory)
    assert read == [1, 2, 3]
    # The new glyphs change the subset, and with it the font's name on every page.
    file = press_file(*(lines(run(face, text)) for text in ("天地", "海天一色", "吹")))
    read.clear()
    again = looked_at(file, memory)
    assert read == [2]
    assert again == looked_at(file)


def test_a_page_is_read_again_when_what_it_refers_to_has_changed(tmp_path: Path, read: list[int]) -> None:
    """The same operators, but the picture that they show is coarser."""

    def coarser(pdf: pikepdf.Pdf) -> None:
        (image,) = pdf.pages[0].Resources.XObject.values()
        image.Width, image.Height = 10, 10

    photo = open_picture(saved(tmp_path, "a.png", Image.new("L", (900, 600))), "a.png")
    fine = press_file([PictureMark(20, 10, 90, 60, photo)])
    memory, changed = Memory(), BytesIO()
    assert looked_at(fine, memory).findings == ()
    with pikepdf.open(BytesIO(fine)) as pdf:
        coarser(pdf)
        pdf.save(changed)
    found = looked_at(changed.getvalue(), memory)
    assert [finding.code for finding in found.findings] == ["low-resolution"]
    assert read == [1, 1]


def test_pages_that_moved_are_known_by_their_new_numbers(face: Face, read: list[int]) -> None:
    memory = Memory()
    small, plain = [TextMark(10, 50, run(face, "天", size=4))], lines(run(face, "地"))
    looked_at(press_file(small, plain), memory)
    read.clear()
    found = looked_at(press_file(plain, small), memory)
    assert read == []
    assert [finding.code for finding in found.findings] == ["small-type"]
    assert "page 2" in found.text
    assert found == looked_at(press_file(plain, small))


def test_spots_are_known_by_the_names_that_people_gave_them(face: Face) -> None:
    marks = [TextMark(10, 20 * at, run(face, "天", ink=ink)) for at, ink in enumerate(SPOTS, start=1)]
    report = json.loads(looked_at(press_file(marks)).json)
    assert report["spots"] == [ink.name for ink in SPOTS]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the composed pages that are judged from here on."""
    return counted(monkeypatch, inspect, "_of_page", lambda page, *_: page.number)


def test_a_composed_page_is_judged_again_only_when_it_or_what_it_is_judged_by_changed(
    tmp_path: Path, judged: list[int]
) -> None:
    reading = read_issue(start_paper(tmp_path / "paper"))
    assert reading.issue is not None
    assert reading.fonts is not None
    composed, memory = compose_issue(reading.issue, reading.fonts), Memory()
    issue, pages = composed.issue, composed.edition
    fine = replace(issue, publication=replace(issue.publication, press=replace(SHEETFED, smallest=50.0)))
    moved = replace(pages, pages=(replace(pages.pages[0], width=100.0),))
    for shown, by, again in [
        (pages, issue, [1]),
        (pages, issue, []),
        (pages, fine, [1]),
        (pages, fine, []),
        (moved, fine, [1]),
        (pages, issue, [1]),
    ]:
        judged.clear()
        found = inspect.inspect_edition(shown, by, memory)
        assert judged == again
        assert found == inspect.inspect_edition(shown, by)
