"""What a clumsy or hostile person hands in, as real files, from end to end: said in words, and nothing lost."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from bulletin_layout.cli import main
from bulletin_layout.pipeline import build_issue, check_issue
from tests.support.paper import start_paper
from tests.support.said import said

HEAD = "---\nheadline: 标题\n---\n"


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = start_paper(tmp_path / "我的 报纸")
    monkeypatch.chdir(folder.parents[1])
    return Path("content/001")


def findings(issue: Path) -> list[str]:
    return [said(finding) for finding in check_issue(issue).findings]


def printed(issue: Path, out: Path) -> str:
    """The text of the PDF without blanks and line ends."""
    result = build_issue(issue, products=("print",), out=out, fail_on="never")
    pages = pypdfium2.PdfDocument(result.files[0])
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)


@pytest.mark.parametrize(
    "body",
    [
        "The quick brown fox jumps over the lazy dog. " * 6,
        f"{'x' * 150}\n\n正文https://example.com/{'a' * 90}?b=%E4%BD%A0看。",
        "，。！？；：、（）《》" * 10,
        "（" * 60,
        "“" * 40 + "”" * 40,
        "1234567890" * 20,
        "- 甲\n  - 乙\n\n> 丙\n\n|丁|戊|\n|-|-|\n|己|庚|",
    ],
    ids=["latin", "words", "marks", "opening", "quotes", "digits", "structure"],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_odd_text_is_printed_whole(issue: Path, tmp_path: Path, body: str, ends: str) -> None:
    (issue / "first-story.md").write_bytes((HEAD + body + "\n").replace("\n", ends).encode("utf-8-sig"))
    text = printed(issue, tmp_path / "out")
    marks = " \n->|" if body.startswith("- ") else " \n"
    for word in body.translate({ord(mark): "\n" for mark in marks}).split():
        assert word in text


def test_a_gbk_file_is_printed_as_it_was_meant(issue: Path, tmp_path: Path) -> None:
    (issue / "first-story.md").write_bytes((HEAD + "国家标准，㐂。\n").encode("gb18030"))
    layout = Path("layouts/front.yaml")
    layout.write_bytes(layout.read_text("utf-8").encode("gb18030"))
    codes = [(finding.severity, finding.code) for finding in check_issue(issue).findings]
    assert codes.count(("warning", "encoding")) == 2
    assert "国家标准，㐂。" in printed(issue, tmp_path / "out")


def test_one_paragraph_of_5000_characters_is_over_and_its_surplus_named(issue: Path) -> None:
    (issue / "first-story.md").write_text(HEAD + "在山的那边海的那边有一群人。" * 360, "utf-8")
    (finding,) = findings(issue)
    assert finding.startswith("content/001/first-story.md:4:")
    assert "error[overset]" in finding
    assert "surplus begins 「" in finding


def png(width: int, height: int, bits: int, colour: int, rows: bytes) -> bytes:
    """A PNG whose checksums are right, whatever it says."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def with_picture(issue: Path, data: bytes, name: str = "a.jpg") -> None:
    """Room for a photo in the first slot, and the photo."""
    layout = Path("layouts/front.yaml")
    room = "    photos: {p1: {at: top-right, span: 1, height: 8行}}\n"
    layout.write_text(layout.read_text("utf-8").replace("rows: 7-25}\n", f"rows: 7-25}}\n{room}"), "utf-8")
    (issue / "photos").mkdir()
    (issue / "photos" / name).write_bytes(data)
    (issue / "first-story.md").write_text(
        f"---\nheadline: 题\nphotos: {{p1: {{file: photos/{name}}}}}\n---\n文。\n", "utf-8"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "is a HEIC file: save it as JPEG"),
        (png(40, 30, 3, 2, bytes(9000)), "no PNG has 3 bits of colour type 2"),
        (png(40, 30, 8, 9, bytes(9000)), "no PNG has 8 bits of colour type 9"),
        (png(60000, 60000, 8, 2, bytes(90)), "more than 170 million is too large"),
        (png(13000, 13000, 8, 6, bytes(90)), "more than 70 million is too large for this kind of file"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_said_where_it_is_named(issue: Path, data: bytes, words: str) -> None:
    with_picture(issue, data)
    (finding,) = findings(issue)
    assert finding.startswith("content/001/first-story.md:3:21: error[picture]: content/001/photos/a.jpg ")
    assert words in finding


def test_a_picture_that_fails_only_when_decoded_is_said_where_it_is_named(issue: Path, tmp_path: Path) -> None:
    with_picture(issue, png(40, 30, 8, 6, b"\x05" * 90))
    result = build_issue(issue, products=("print",), out=tmp_path)
    assert result.outcome == "stopped"
    assert said(result.findings[-1]).startswith("content/001/first-story.md:3:21: error[picture]: ")


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_is_seen_upright_however_the_camera_was_held(issue: Path, tmp_path: Path, turn: int) -> None:
    upright = Image.new("RGB", (400, 300), (255, 0, 0))
    upright.paste((0, 255, 0), (200, 0, 400, 150))
    upright.paste((0, 0, 255), (0, 150, 200, 300))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Image.Transpose that the turn takes back
    stored = upright.transpose(Image.Transpose(back[turn])) if turn > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = turn
    stored.save(tmp_path / "a.jpg", exif=exif, quality=95)
    with_picture(issue, (tmp_path / "a.jpg").read_bytes())
    result = build_issue(issue, products=("print",), out=tmp_path / "out")
    page = pypdfium2.PdfDocument(result.files[0])[0]
    (photo,) = (thing for thing in page.get_objects() if thing.type == 3)
    left, bottom, right, top = photo.get_bounds()
    image = page.render().to_pil()

    def colour(x: float, y: float) -> str:
        pixel = image.getpixel((int(left + (right - left) * x), int(image.height - top + (top - bottom) * y)))
        return "rgb"[pixel.index(max(pixel))]

    assert (colour(0.3, 0.45), colour(0.7, 0.45), colour(0.3, 0.55)) == ("r", "g", "b")


def cut(fonts: Path) -> None:
    font = fonts / "NotoSerifSC-Regular.ttf"
    data = font.read_bytes()
    font.unlink()  # the project's own file has the same inode
    font.write_bytes(data[:-1000])
    entry = fonts / "fonts.yaml"
    lines = [line for line in entry.read_text("utf-8").splitlines(keepends=True) if "sha256" not in line]
    entry.write_text("".join(lines), "utf-8")


def no_families(fonts: Path) -> None:
    (fonts / "fonts.yaml").write_text("schema: bulletin/fonts@1\nfamilies: {}\n", "utf-8")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (cut, "NotoSerifSC-Regular.ttf is cut short: its tables go on past the end of the file"),
        (no_families, "fonts/fonts.yaml:2:11: error[missing-key]: families: it needs one family at least"),
    ],
)
def test_fonts_that_would_print_blanks_stop_the_build(issue: Path, change: Callable[[Path], None], words: str) -> None:
    change(Path("fonts"))
    assert check_issue(issue).outcome == "stopped"
    assert words in "\n".join(findings(issue))


def test_an_issue_copied_with_its_id_does_not_write_over_the_other(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "001", "--to", "print", "--quiet"]) == 0
    good = Path("out/001/001.pdf").read_bytes()
    second = Path("content/002")
    second.mkdir()
    for file in issue.glob("*.*"):
        (second / file.name).write_bytes(file.read_bytes())
    (second / "first-story.md").write_text("另一篇。\n", "utf-8")
    assert main(["build", "002", "--to", "print", "--quiet"]) == 2
    said = capsys.readouterr().out
    assert 'content/002/issue.yaml:5:13: error[duplicate-id]: "001" is the issue in content/001' in said
    assert Path("out/001/001.pdf").read_bytes() == good


def test_a_folder_where_a_product_should_be_moves_nothing(issue: Path) -> None:
    Path("out/001/sheet.png").mkdir(parents=True)
    result = build_issue(issue)
    assert [finding.code for finding in result.findings] == ["not-written"]
    assert sorted(os.listdir("out/001")) == ["sheet.png"]


#: A story with every kind of block: █ stands for a character that no font has, 题 for a link to a story that is lost.
WHOLE = """---
kicker: 引█
headline: 主█
deck: 副█
byline: 某█
---
第█段[题](lost.md)。[^甲]

![图█](photos/b.png "摄█")

| 表█ | [题](lost.md) |
|---|---|
| 格█ | 格 |

::: pull
摘█[题](lost.md)
:::

::: roster 2
[题](lost.md)
名█
:::

:::: aside 盒█
盒内█[题](lost.md)

![盒图█](photos/c.png "摄█")

| 盒表█ |
|---|
| 格█ |

::: roster 2
盒名█
:::
::::

::: sign
落█[题](lost.md)
:::

[^甲]: 注█[题](lost.md)
"""


def test_nothing_of_a_story_is_passed_over(issue: Path) -> None:
    (issue / "photos").mkdir(exist_ok=True)
    for number, name in enumerate("bc"):
        Image.new("RGB", (900, 600), (number, 9, 9)).save(issue / "photos" / f"{name}.png")
    story = issue / "first-story.md"
    story.write_text(WHOLE, encoding="utf-8")
    assert sum("missing-story" in finding for finding in findings(issue)) == WHOLE.count("(lost.md)")
    text = WHOLE.replace("lost.md", "https://lost.example")
    lost = [chr(0xF0000 + number) for number in range(WHOLE.count("█"))]
    for char in lost:
        text = text.replace("█", char, 1)
    story.write_text(text, encoding="utf-8")
    found = findings(issue)
    assert not [char for char in lost if not any(f"U+{ord(char):05X}" in finding for finding in found)]
    assert not [finding for finding in found if "unused-photo" in finding]
