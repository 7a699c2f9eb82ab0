"""Tagged files: what another program finds in them, what an independent validator says, and that findings are seen."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import Press
from bulletin_layout.page import (
    Edition,
    Mark,
    OutlineEntry,
    PanelMark,
    PictureMark,
    RuleMark,
    TableCell,
    TableShape,
    Tag,
    TextMark,
)
from bulletin_layout.pictures import open_picture
from bulletin_layout.render.metadata import Property, Schema
from bulletin_layout.render.tagged import archival_pdf, screen_pdf
from tests.render.sheets import BLEED, HEIGHT, WIDTH, edition, images, opened, operators, run, saved
from tests.support.tagged import artifacts, tree_of, untagged
from tests.support.validator import failures

PRESS = Press("sheetfed")
TWO_LINES = "春风 化雨"
RED = Ink("cmyk", (0.1, 1.0, 0.9, 0.0))
SHAPE = TableShape(2, 2, 1)
OWN = Schema("own", "https://example.org/own#", "Own", (Property("number", "10", "Number"),))


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    image = Image.radial_gradient("L").resize((900, 600)).convert("RGB")
    return saved(tmp_path_factory.mktemp("photos"), "field.jpg", image, quality=90)


@pytest.fixture(scope="module")
def sheet(face: Face, photo: Path) -> Edition:
    """Two pages with one of everything; a story that jumps, and a link to an address."""
    picture = PictureMark(110, 10, 60, 40, open_picture(photo, "field.jpg"), tag=Tag("figure", "a", -1, alt="田野"))
    first: list[Mark] = [
        PanelMark(0, 0, 30, 30, RED), picture, RuleMark(0, 90, 200, 90, 0.5, BLACK),
        TextMark(10, 10, run(face, "院报", 14, ink=RED), Tag("nameplate", furniture="nameplate")),
        TextMark(10, 20, run(face, "主题"), Tag("headline", "a")),
        TextMark(110, 60, run(face, "图说"), Tag("caption", "a", -1)),
        TextMark(10, 30, run(face, "春风——吹"), Tag("body", "a", 1)),
        TextMark(10, 40, run(face, "（下转第2版）", link=2), Tag("jump", "a")),
        TextMark(10, 50, run(face, "另稿"), Tag("headline", "b")),
        TextMark(10, 60, run(face, "见网站", link="https://example.org/a?b=(c)"), Tag("body", "b", 1)),
        TextMark(10, 70, run(face, "头"), Tag("table", "b", 2, cell=TableCell(SHAPE, 0, 0, 1, 2))),
        TextMark(10, 80, run(face, "甲"), Tag("table", "b", 2, cell=TableCell(SHAPE, 1, 0))),
        TextMark(20, 80, run(face, "乙"), Tag("table", "b", 2, cell=TableCell(SHAPE, 1, 1))),
        TextMark(10, 85, run(face, "注文"), Tag("note", "b", 3)),
    ]  # fmt: skip
    second: list[Mark] = [
        TextMark(10, 10, run(face, "第2版"), Tag("folio", furniture="folio", artifact=True)),
        TextMark(10, 30, run(face, "（上接第1版）", link=1), Tag("jump", "a")),
        TextMark(10, 40, run(face, "拂"), Tag("body", "a", 1, 1)),
        TextMark(10, 35, run(face, "fū"), Tag("ruby", "a", 1, 1)),
        TextMark(10, 50, run(face, "条目"), Tag("item", "a", 2, level=1)),
    ]  # fmt: skip
    return edition(first, second, outline=(OutlineEntry("主题", 12),))


@pytest.fixture(scope="module")
def screen(sheet: Edition) -> bytes:
    return screen_pdf(sheet, PRESS)


@pytest.fixture(scope="module")
def archival(sheet: Edition) -> bytes:
    return archival_pdf(sheet, PRESS, [OWN])


@pytest.fixture(params=["screen", "archival"])
def either(request: pytest.FixtureRequest) -> bytes:
    pdf: bytes = request.getfixturevalue(request.param)
    return pdf


def test_the_tree_says_what_the_pages_say(either: bytes) -> None:
    tree = tree_of(either)
    assert tree.shape == (
        "Document(P Sect(Art(H1 Div(Figure Caption) P P(Link) P(Link) L(LI(LBody)))"
        " Art(H1 P(Link) Table(TR(TH) TR(TD TD)) Div(Note))))"
    )
    assert [art.text for art in tree.find("Art")] == [
        "主题▣图说春风——吹拂（下转第2版）（上接第1版）条目", "另稿见网站头甲乙注文",
    ]  # fmt: skip
    assert tree.text.startswith("院报")
    assert untagged(either) == ""
    assert artifacts(either) == "第2版"


def test_elements_say_what_they_are_called_show_and_span(screen: bytes) -> None:
    tree = tree_of(screen)
    (section,) = tree.find("Sect")
    assert (section.title, [art.title for art in tree.find("Art")]) == ("1 要闻", ["主题", "另稿"])
    (figure,) = tree.find("Figure")
    assert figure.alt == "田野"
    assert figure.attributes["BBox"] == pytest.approx([110, HEIGHT - 50, 170, HEIGHT - 10])
    (head,) = tree.find("TH")
    assert (head.attributes["Scope"], head.attributes["ColSpan"]) == ("/Column", "2")


def test_every_piece_of_content_knows_its_element(screen: bytes) -> None:
    file = opened(screen)
    nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
    for key, owners in zip(nums[::2], nums[1::2], strict=True):
        if isinstance(owners, pikepdf.Array):
            page = file.pages[int(key)]
            assert int(page.StructParents) == key
            for number, owner in enumerate(owners):
                shown = [int(kid.MCID) for kid in owner.K if kid.get("/Pg") is not None and "/MCID" in kid
                         and kid.Pg.objgen == page.objgen]  # fmt: skip
                assert number in shown
        else:
            assert [str(kid.Obj.Contents) for kid in owners.K if "/Obj" in kid]


def test_what_is_painted_in_another_order_is_read_in_its_own(face: Face) -> None:
    marks: list[Mark] = [
        TextMark(10, 40, run(face, "三"), Tag("body", "a", 1, 2)),
        TextMark(10, 30, run(face, "二"), Tag("body", "a", 1, 1)),
        TextMark(10, 20, run(face, "一"), Tag("body", "a", 1, 0)),
    ]  # fmt: skip
    assert tree_of(screen_pdf(edition(marks), PRESS)).text == "一二三"


def test_links_lead_to_pages_and_addresses_and_are_where_their_words_are(screen: bytes) -> None:
    file = opened(screen)
    assert [link for node in tree_of(screen).find("Link") for link in node.links] == [
        file.pages[1].objgen, file.pages[0].objgen, "https://example.org/a?b=(c)",
    ]  # fmt: skip
    jump, address = file.pages[0].Annots
    assert [float(edge) for edge in jump.Rect] == pytest.approx([10, HEIGHT - 41.5, 75, HEIGHT - 31])
    assert (str(jump.Contents), float(jump.Dest[3])) == ("（下转第2版）", HEIGHT - 20)
    assert (str(address.A.S), str(address.Contents)) == ("/URI", "见网站")


def test_a_link_in_vertical_lines_is_where_its_words_are_a_rectangle_a_line(face: Face) -> None:
    upright: dict[str, Any] = {"xs": (-5.0, -5.0), "ys": (28.8, 38.8), "link": "https://a.cn"}
    turned: dict[str, Any] = {"xs": (-3.8, -3.8), "ys": (10.0, 20.0), "turn": 90, "link": "https://a.cn"}
    marks = [
        TextMark(60, 10, replace(run(face, "一二"), **upright), Tag("headline", "a")),
        TextMark(40, 10, replace(run(face, "三四"), **turned), Tag("headline", "a", line=1)),
    ]
    right, left = opened(screen_pdf(edition(marks), PRESS)).pages[0].Annots
    assert [float(edge) for edge in right.Rect] == pytest.approx([55, HEIGHT - 50.3, 65, HEIGHT - 29.8])
    assert [float(edge) for edge in left.Rect] == pytest.approx([34.7, HEIGHT - 40, 45.2, HEIGHT - 20])


def test_a_link_to_a_page_that_is_not_there_leads_nowhere(face: Face) -> None:
    pdf = screen_pdf(edition([TextMark(10, 10, run(face, "下转", link=9), Tag("jump", "a"))]), PRESS)
    (link,) = opened(pdf).pages[0].Annots
    assert "/Dest" not in link


def test_the_screens_pages_are_trimmed_and_all_colour_is_rgb(screen: bytes) -> None:
    page = opened(screen).pages[0]
    assert [float(edge) for edge in page.MediaBox] == [0, 0, WIDTH, HEIGHT]
    colours = [(name, [float(part) for part in parts]) for name, parts in operators(page) if name in "kKgGrgRG"]
    assert {name for name, _ in colours} <= {"rg", "RG"}
    assert ("rg", [0, 0, 0]) in colours
    red = next(parts for name, parts in colours if name == "rg")
    assert red[0] > 0.7
    assert max(red[1:]) < 0.3
    (image,) = images(screen)
    assert (str(image.ColorSpace), str(image.Filter)) == ("/DeviceRGB", "/DCTDecode")
    assert int(image.Width) == 125  # 60 points at 150 dpi


def test_the_archives_pages_keep_bleed_and_inks_and_say_what_rgb_is(archival: bytes) -> None:
    page = opened(archival).pages[0]
    assert [float(edge) for edge in page.TrimBox] == [BLEED, BLEED, WIDTH + BLEED, HEIGHT + BLEED]
    assert {name for name, _ in operators(page)} & {"k", "K", "rg", "RG", "g", "G"} == {"k", "K"}
    (image,) = images(archival)
    assert str(image.ColorSpace[0]) == "/ICCBased"
    (figure,) = tree_of(archival).find("Figure")
    assert figure.attributes["BBox"] == pytest.approx([119, HEIGHT - 41, 179, HEIGHT - 1])


def test_independent_validators_find_nothing(screen: bytes, archival: bytes) -> None:
    assert failures(screen, "ua1") == []
    assert failures(archival, "ua1") == []
    assert failures(archival, "3a") == []


def test_the_same_pages_give_the_same_bytes(sheet: Edition, screen: bytes, archival: bytes) -> None:
    assert screen_pdf(sheet, PRESS) == screen
    assert archival_pdf(sheet, PRESS, [OWN]) == archival


def _first(file: pikepdf.Pdf, kind: str) -> Any:
    return next(each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == f"/{kind}")


def _without_alt(file: pikepdf.Pdf) -> None:
    del _first(file, "Figure")["/Alt"]


def _level_left_out(file: pikepdf.Pdf) -> None:
    _first(file, "H1").S = pikepdf.Name.H3


def _no_language(file: pikepdf.Pdf) -> None:
    del file.Root["/Lang"]


def _no_title_shown(file: pikepdf.Pdf) -> None:
    file.Root.ViewerPreferences.DisplayDocTitle = False


def _link_out_of_the_tree(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0]["/StructParent"]


def _link_without_words(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0]["/Contents"]


def _not_marked(file: pikepdf.Pdf) -> None:
    del file.Root["/MarkInfo"]


def _order_of_tabs(file: pikepdf.Pdf) -> None:
    del file.pages[0]["/Tabs"]


def _no_unicode(file: pikepdf.Pdf) -> None:
    del file.pages[0].Resources.Font.BL1["/ToUnicode"]


def _note_without_identifier(file: pikepdf.Pdf) -> None:
    del _first(file, "Note")["/ID"]


@pytest.mark.parametrize(
    "spoil",
    [
        _without_alt, _level_left_out, _no_language, _no_title_shown, _link_out_of_the_tree, _link_without_words,
        _not_marked, _order_of_tabs, _no_unicode, _note_without_identifier,
    ],
)  # fmt: skip
def test_the_validator_would_see_a_finding(screen: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> None:
    """Each of these would be a finding of the tagging; that none is found in ours means something."""
    with pikepdf.open(io.BytesIO(screen)) as file:
        spoil(file)
        spoilt = io.BytesIO()
        file.save(spoilt)
    assert failures(spoilt.getvalue(), "ua1") != []


def test_qpdf_and_poppler_read_the_files(either: bytes, tmp_path: Path) -> None:
    for program in ("qpdf", "pdfinfo"):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
    path = tmp_path / "file.pdf"
    path.write_bytes(either)
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    said = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    assert said.stderr == b""
    texts = [
        line.strip().strip('"')
        for line in said.stdout.decode(errors="replace").splitlines()
        if line.strip().startswith('"')
    ]
    wanted = ["院报", "主题", "", "图说", "春风——吹", "拂", "（下转第2版）", "（上接第1版）", "条目"]
    assert [text for text in texts if text][:8] == [text for text in wanted if text]


def headed(face: Face, title: str) -> bytes:
    """A story whose head is two lines, and its bookmark."""
    tags = [Tag("headline", "a", 0, line) for line in (0, 1)]
    marks = [TextMark(10, 20 * (at + 1), run(face, text), tags[at]) for at, text in enumerate(("春风", "化雨"))]
    return screen_pdf(edition(marks, outline=(OutlineEntry(title, 0, 1, "a"), OutlineEntry("栏目", 9, 2, "a"))), PRESS)


def test_a_head_of_two_lines_is_read_with_a_space_as_its_bookmark_says_it(face: Face) -> None:
    (head,) = tree_of(headed(face, TWO_LINES)).find("H1")
    assert head.said == TWO_LINES
    (head,) = tree_of(headed(face, "春风化雨")).find("H1")
    assert head.said == ""


def test_bookmarks_are_counted_as_they_are_and_pages_as_printed(face: Face) -> None:
    file = opened(headed(face, TWO_LINES))
    assert file.Root.Outlines.Count == 3
    assert file.Root.Outlines.First.Count == 2
    assert list(file.Root.PageLabels.Nums)[1].St == 1
    later = edition([TextMark(10, 20, run(face, "春"))], [TextMark(10, 20, run(face, "春"))])
    first, second = (replace(page, number=number) for page, number in zip(later.pages, (5, 8), strict=True))
    labels = opened(screen_pdf(replace(later, pages=(first, second)), PRESS)).Root.PageLabels.Nums
    assert [labels[0], labels[1].St, labels[2], labels[3].St] == [0, 5, 1, 8]
