"""From an issue's folder to files on the shelf, with real fonts and real files."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from bulletin_layout.findings import line
from bulletin_layout.findings.catalogue.pictures import not_there
from bulletin_layout.pictures import PictureError
from bulletin_layout.pipeline import Memory, PageImages, build_issue, check_issue
from tests.support.paper import lengthen, start_paper


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return start_paper(tmp_path / "paper")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Files and their bytes, but for what a build keeps for the next one."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_clean_issue_becomes_a_pdf_page_images_and_a_sheet(issue: Path) -> None:
    result = build_issue(issue)
    assert result.outcome == "clean"
    assert [file.name for file in result.files] == [
        "001.pdf",
        "001-preflight.txt",
        "001-preflight.json",
        "page-01.png",
        "sheet.png",
    ]
    assert {file.parent for file in result.files} == {issue.parents[1] / "out" / "001"}
    text = pypdfium2.PdfDocument(result.files[0])[0].get_textpage().get_text_bounded()
    assert "写好稿件" in text


def test_pages_are_drawn_as_fine_as_asked(issue: Path) -> None:
    result = build_issue(issue, products=("png",), images=PageImages(40, (1,)))
    assert [file.name for file in result.files] == ["page-01.png"]
    with Image.open(result.files[0]) as page:
        assert round(page.info["dpi"][0]) == 40


def test_a_page_that_is_not_there_cannot_be_drawn(issue: Path) -> None:
    result = build_issue(issue, products=("png",), images=PageImages(40, (1, 2)))
    assert [found.code for found in result.findings] == ["no-page"]
    assert result.outcome == "findings"
    assert not (issue.parents[1] / "out").exists()


def test_every_slot_is_reported(issue: Path) -> None:
    slots = check_issue(issue).slots
    assert [(slot.page, slot.slot, slot.story) for slot in slots] == [
        (1, "lead", "first-story"),
        (1, "second", "second-story"),
    ]
    assert all(0 < slot.set_lines <= slot.room_lines for slot in slots)


def test_the_same_input_gives_the_same_bytes(issue: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        build_issue(issue, products=("print", "png", "dump"), out=tmp_path / name)
    assert snapshot(tmp_path / "a") == snapshot(tmp_path / "b")


def test_a_build_that_remembers_the_last_one_gives_what_a_fresh_one_gives(issue: Path, tmp_path: Path) -> None:
    memory = Memory()
    build_issue(issue, products=("dump",), out=tmp_path / "before", memory=memory)
    story = issue / "first-story.md"
    story.write_text(story.read_text(encoding="utf-8").replace("这是第一篇稿件", "这是改过的稿件"), encoding="utf-8")
    for name, kept in (("warm", memory), ("fresh", Memory())):
        build_issue(issue, products=("print", "dump"), out=tmp_path / name, memory=kept)
    assert snapshot(tmp_path / "warm") == snapshot(tmp_path / "fresh")
    dumps = [(tmp_path / name / "001" / "001.dump.txt").read_text(encoding="utf-8") for name in ("before", "warm")]
    assert dumps[0] != dumps[1]


def test_checking_writes_nothing(issue: Path) -> None:
    before = snapshot(issue.parents[1])
    assert check_issue(issue).outcome == "clean"
    assert snapshot(issue.parents[1]) == before


def test_an_overset_issue_is_a_draft_and_the_good_output_stays(issue: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_issue(issue, products=("print",), out=out)
    good = snapshot(out)
    lengthen(issue / "first-story.md")
    result = build_issue(issue, products=("print",), out=out)
    assert result.outcome == "findings"
    assert result.draft
    assert [file.relative_to(out).as_posix() for file in result.files] == [
        "001/draft/001.pdf",
        "001/draft/001-preflight.txt",
        "001/draft/001-preflight.json",
    ]
    assert {name: data for name, data in snapshot(out).items() if "draft" not in name} == good
    assert result.slots[0].over_lines > 0
    (finding,) = result.findings
    assert (finding.code, Path(finding.location.path).name) == ("overset", "first-story.md")


def test_findings_can_be_let_pass(issue: Path, tmp_path: Path) -> None:
    lengthen(issue / "first-story.md")
    result = build_issue(issue, products=("dump",), out=tmp_path, fail_on="never")
    assert (result.outcome, result.draft) == ("clean", False)
    assert result.files == (tmp_path / "001" / "001.dump.txt",)


def test_warnings_can_be_made_to_count(issue: Path) -> None:
    story = issue / "first-story.md"
    head, end, _ = story.read_text(encoding="utf-8").rpartition("---\n")
    story.write_text(f"{head}{end}只有这一句话。\n", encoding="utf-8")
    assert check_issue(issue).outcome == "clean"
    assert check_issue(issue, fail_on="warning").outcome == "findings"


def test_what_cannot_be_read_stops_before_anything_is_written(issue: Path) -> None:
    (issue / "issue.yaml").write_text("schema: bulletin/issue@1\npages: [", encoding="utf-8")
    result = build_issue(issue)
    assert result.outcome == "stopped"
    assert {Path(finding.location.path).name for finding in result.findings} == {"issue.yaml"}
    assert not (issue.parents[1] / "out").exists()


def test_no_right_to_write_is_a_finding(issue: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file where the folder should be")
    result = build_issue(issue, products=("dump",), out=tmp_path / "out")
    assert result.outcome == "stopped"
    assert [finding.code for finding in result.findings] == ["not-written"]


@pytest.mark.parametrize(
    ("keep", "outcome", "code"),
    [
        (0, "stopped", "font-unusable"),
        (5_000_000, "stopped", "font-unusable"),
        (100_000_000, "findings", "font-changed"),
    ],
)
def test_a_damaged_font_file_is_a_finding(issue: Path, keep: int, outcome: str, code: str) -> None:
    font = issue.parents[1] / "fonts" / "NotoSerifSC-Regular.ttf"
    data = font.read_bytes()
    font.unlink()  # the project's own file has the same inode
    font.write_bytes(data[:keep] + b"not what fonts.yaml says")
    result = check_issue(issue)
    assert result.outcome == outcome
    assert code in {finding.code for finding in result.findings}
    assert {Path(finding.location.path).name for finding in result.findings} == {"fonts.yaml"}


def test_a_picture_that_goes_while_we_work_stops_the_build(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> bytes:
        raise PictureError(not_there("photos/a.jpg"))

    monkeypatch.setattr("bulletin_layout.pipeline.page_images.render_seen", gone)
    result = build_issue(issue)
    assert result.outcome == "stopped"
    assert line(result.findings[-1], "en").endswith("error[picture]: photos/a.jpg does not exist")
    assert snapshot(issue.parents[1] / "out") == {}


def test_stages_are_told_in_order(issue: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build_issue(issue, products=("png",), out=tmp_path, tell=lambda *stage: told.append(stage))
    assert told == [
        ("read", 0, 0),
        ("compose", 0, 1),
        ("compose", 1, 1),
        ("preflight", 0, 0),
        ("png", 0, 1),
        ("png", 1, 1),
    ]
