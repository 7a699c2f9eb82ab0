"""Keys of photos: what stays of one that is cropped, whether it is shown whole, what one in the text says of itself."""

from pathlib import Path

import pytest

from bulletin_layout.findings import line
from bulletin_layout.issue import Figure, Paragraph
from bulletin_layout.measures import Length
from tests.reading.test_stories import read, story

FRONT = "---\nphotos: {p1: {file: photos/a.png%s}}\n---\n"


@pytest.mark.parametrize(
    ("written", "focus"),
    [
        ("", None),
        ("[50%, 20%]", (0.5, 0.2)),
        ("[0.25, 1]", (0.25, 1.0)),
        ("top", (0.5, 0.0)),
        ("右下", (1.0, 1.0)),
        ("centre", (0.5, 0.5)),
    ],
)
def test_the_focus_is_a_spot_or_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, focus: tuple[float, float] | None
) -> None:
    told = story(tmp_path, monkeypatch, FRONT % (f", focus: {written}" if written else "") + "正文。\n")
    assert told.photos["p1"].focus == focus
    assert told.photos["p1"].fit is None


@pytest.mark.parametrize("written", ["focus: above", "focus: [50%]", "focus: [120%, 0]", "focus: [5mm, 0]", "fit: all"])
def test_what_is_no_focus_or_fit_is_said_at_its_place(tmp_path: Path, written: str) -> None:
    (finding,) = read(tmp_path, FRONT % f", {written}" + "正文。\n").findings
    assert finding.severity == "error"
    assert finding.location.line == 2


def test_a_picture_in_the_text_says_its_width_height_span_and_focus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (
        "![图](photos/a.png){width=60% focus=top}\n\n![图](photos/a.png '某'){height=12行 span=2 focus=50%,20%}\n\n"
        "![图](photos/a.png){ width = 20mm }后文{不是键}\n"
    )
    told = story(tmp_path, monkeypatch, "---\nheadline: 一\n---\n" + body)
    first, second, text, third = told.blocks
    assert isinstance(first, Figure)
    assert (first.width, first.height, first.span, first.photo.focus) == (Length(60, "%"), None, 1, (0.5, 0.0))
    assert isinstance(second, Figure)
    assert (second.width, second.height, second.span) == (None, Length(12, "行"), 2)
    assert second.photo.focus == (0.5, 0.2)
    assert isinstance(third, Figure)
    assert third.width == Length(20, "mm")
    assert isinstance(text, Paragraph)
    assert text.text == "后文{不是键}"


def test_a_slip_between_the_braces_is_said_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = read(tmp_path, "---\nheadline: 一\n---\n前\n![图](photos/a.png){widht=60% span=none wide}\n").findings
    said = [line(finding, "en") for finding in found if finding.severity == "error"]
    assert [each.partition(" error")[0] for each in said] == [f"content/1/one.md:5:{k}:" for k in (20, 35, 40)]
    assert 'unknown key "widht"; did you mean "width"?' in said[0]
    assert "a picture in the text" in said[1]
