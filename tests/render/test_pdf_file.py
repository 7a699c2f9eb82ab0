"""The written file itself: boxes, fonts, what it says of itself, and that it is always the same."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from reportlab import rl_config

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK, WHITE, Ink
from bulletin_layout.page import OutlineEntry, PanelMark, RuleMark, Tag, TextMark
from bulletin_layout.render.pdf import render_pdf
from tests.render.sheets import (
    colour,
    edition,
    extracted,
    ink_box,
    lines,
    opened,
    operators,
    pixels,
    run,
    stated_widths,
)
from tests.support.toy_font import toy_font

RED = Ink("spot", (0.0, 1.0, 0.9, 0.1), "报头/红")


def test_boxes_are_trim_and_bleed(face: Face) -> None:
    page = opened(render_pdf(edition(lines(run(face, "春"))))).pages[0]
    assert [float(edge) for edge in page.MediaBox] == [0, 0, 218, 118]
    assert [float(edge) for edge in page.BleedBox] == [0, 0, 218, 118]
    assert [float(edge) for edge in page.TrimBox] == [9, 9, 209, 109]


def test_fonts_are_composite_subsets_and_nothing_else_is_named(any_face: Face) -> None:
    pdf = opened(render_pdf(edition(lines(run(any_face, "春风a")), lines(run(any_face, "吹")))))
    for page in pdf.pages:
        assert list(page.Resources.Font.keys()) == ["/BL1"]
    font = pdf.pages[0].Resources.Font.BL1
    below = font.DescendantFonts[0]
    assert (str(font.Subtype), str(font.Encoding)) == ("/Type0", "/Identity-H")
    tag, name = str(below.BaseFont)[1:].split("+")
    assert name == any_face.name
    assert len(tag) == 6
    assert tag.isupper()
    assert str(below.Subtype) == ("/CIDFontType0" if any_face.is_cff else "/CIDFontType2")
    file = below.FontDescriptor.FontFile3 if any_face.is_cff else below.FontDescriptor.FontFile2
    assert len(file.read_bytes()) < any_face.path.stat().st_size
    assert stated_widths(font) == {any_face.nominal("a")[0]: 500}


def test_a_subset_has_the_same_name_only_when_it_has_the_same_glyphs(face: Face) -> None:
    names = [
        str(opened(render_pdf(edition(lines(run(face, text))))).pages[0].Resources.Font.BL1.BaseFont)
        for text in ("春风", "风春春", "春雨")
    ]
    assert names[0] == names[1] != names[2]


def test_black_text_and_rules_print_on_the_black_plate_alone(face: Face) -> None:
    marks = [
        *lines(run(face, "春风"), run(face, "吹拂", ink=Ink("grey", (0.0,)))),
        RuleMark(0, 50, 100, 50, 0.25, BLACK),
        PanelMark(10, 60, 50, 30, WHITE, BLACK, 1),
    ]
    page = opened(render_pdf(edition(marks))).pages[0]
    colours = [(name, [float(part) for part in parts]) for name, parts in operators(page) if name in "kKgG"]
    assert colours == [("k", [0, 0, 0, 1]), ("g", [0]), ("K", [0, 0, 0, 1]), ("k", [0, 0, 0, 0])]
    assert not [name for name, _ in operators(page) if name in ("rg", "RG", "cs", "CS", "sc", "scn", "SC", "SCN")]


def test_a_spot_ink_is_a_plate_of_its_own(face: Face) -> None:
    marks = [*lines(run(face, "报头", ink=RED)), RuleMark(0, 50, 100, 50, 1, RED), *lines(run(face, "黑"))]
    page = opened(render_pdf(edition(marks))).pages[0]
    ((_, space),) = page.Resources.ColorSpace.items()
    assert [str(part) for part in list(space)[:3]] == ["/Separation", "/报头-红", "/DeviceCMYK"]
    used = [name for name, _ in operators(page) if name in ("cs", "CS", "scn", "SCN", "k")]
    assert used == ["cs", "scn", "CS", "SCN", "k"]
    red, green, blue = colour(pixels(render_pdf(edition([RuleMark(0, 50, 100, 50, 8, RED)]))), 300, 500)
    assert red > 2 * max(green, blue)


def test_declared_colours_keep_their_space(face: Face) -> None:
    marks = [
        *lines(run(face, "春", ink=Ink("rgb", (1, 0.5, 0)))),
        *lines(run(face, "春", ink=Ink("cmyk", (1, 0, 0, 0)))),
    ]
    page = opened(render_pdf(edition(marks))).pages[0]
    colours = [(name, [float(part) for part in parts]) for name, parts in operators(page) if name in ("rg", "k")]
    assert colours == [("rg", [1, 0.5, 0]), ("k", [1, 0, 0, 0])]


def test_a_border_lies_inside_its_panel() -> None:
    pdf = render_pdf(edition([PanelMark(20, 30, 60, 40, None, BLACK, 4)]))
    image = pixels(pdf)
    assert ink_box(image, (0, 0, 200, 100)) == pytest.approx([20, 30, 80, 70], abs=0.11)
    assert colour(image, 500, 500) == (255, 255, 255)
    assert colour(image, 235, 500)[0] < 128


def test_a_rule_stands_where_it_was_put() -> None:
    image = pixels(render_pdf(edition([RuleMark(20, 30, 80, 30, 2, BLACK)])))
    assert ink_box(image, (0, 0, 200, 100)) == pytest.approx([20, 29, 80, 31], abs=0.11)


def test_the_outline_leads_to_pages_and_their_stories(face: Face) -> None:
    outline = (OutlineEntry("头条：春风", 20), OutlineEntry("二条", 60))
    pdf = opened(render_pdf(edition(lines(run(face, "春")), lines(run(face, "风")), outline=outline)))
    with pdf.open_outline() as tree:
        assert [item.title for item in tree.root] == ["1　要闻", "2　要闻"]
        assert [item.title for item in tree.root[1].children] == ["头条：春风", "二条"]
        target = tree.root[1].children[1].destination
    assert isinstance(target, pikepdf.Array)
    assert target[0].objgen == pdf.pages[1].objgen
    assert float(target[3]) == 109 - 60


def test_sections_are_below_their_stories_and_no_level_is_skipped(face: Face) -> None:
    outline = (OutlineEntry("接上版的栏目", 20, 2), OutlineEntry("头条", 40), OutlineEntry("栏目", 60, 2))
    pdf = opened(render_pdf(edition(lines(run(face, "春")), outline=outline)))
    with pdf.open_outline() as tree:
        first, second = tree.root[0].children
        assert (first.title, second.title, [item.title for item in second.children]) == (
            "接上版的栏目",
            "头条",
            ["栏目"],
        )


def test_the_document_says_what_it_is(face: Face) -> None:
    pdf = opened(render_pdf(edition(lines(run(face, "春")), title="院报 第10期")))
    info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert info["/Title"] == "院报 第10期"
    assert (info["/Author"], info["/Subject"]) == ("编辑部", "第10期")
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261030000000Z"
    assert str(pdf.Root.Lang) == "zh-CN"


def test_the_identifier_follows_the_content(face: Face) -> None:
    first, again, other = (
        bytes(opened(render_pdf(edition(lines(run(face, text))))).trailer.ID[0]) for text in ("春", "春", "风")
    )
    assert first == again != other


def test_an_edition_without_text_or_pages_is_still_a_file() -> None:
    assert len(opened(render_pdf(edition([]))).pages) == 1


def test_other_users_of_the_library_keep_their_settings(face: Face) -> None:
    before = (rl_config.useA85, rl_config.invariant)
    render_pdf(edition(lines(run(face, "春"))))
    assert (rl_config.useA85, rl_config.invariant) == before


def test_the_syntax_is_clean(any_face: Face) -> None:
    assert opened(render_pdf(edition(lines(run(any_face, "春风"))))).check_pdf_syntax() == []


PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from bulletin_layout.fonts import open_face
from bulletin_layout.inks import Ink
from bulletin_layout.render.pdf import render_pdf
from tests.render.sheets import colour, edition, lines, run
faces = [open_face(Path(path)) for path in {paths!r}]
spot = Ink("spot", (0, 1, 0, 0), "红")
runs = [run(face, "春风——吹拂校园 abc", extra=0.1, ink=spot) for face in faces]
sys.stdout.buffer.write(render_pdf(edition(lines(*runs), lines(*runs[::-1]))))
"""


def test_the_bytes_do_not_depend_on_the_process(fonts: Path) -> None:
    paths = [str(toy_font(fonts / f"same-{kind}.otf", name=f"Same{kind}", outlines=kind)) for kind in ("glyf", "cid")]
    program = PROGRAM.format(root=str(Path(__file__).parents[2]), paths=paths)
    settings = (
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": "1000000000", "TZ": "Asia/Shanghai"},
    )
    files = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, **extra}, check=True, capture_output=True
        ).stdout
        for extra in settings
    }
    assert len(files) == 1
    assert extracted(files.pop()).startswith("春风——吹拂校园 abc")


def test_text_of_a_story_comes_out_whole_though_its_columns_stand_side_by_side(face: Face) -> None:
    marks = [
        TextMark(10, 20, run(face, "甲稿一"), Tag("body", "a")),
        TextMark(10, 35, run(face, "甲稿二"), Tag("body", "a")),
        TextMark(100, 20, run(face, "乙稿一"), Tag("body", "b")),
        TextMark(100, 35, run(face, "乙稿二"), Tag("body", "b")),
    ]
    assert extracted(render_pdf(edition(marks))).split() == ["甲稿一", "甲稿二", "乙稿一", "乙稿二"]
