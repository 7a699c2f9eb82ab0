"""Layouts: inheritance, lengths in points, styles by role, what a page sets differently."""

from pathlib import Path

import pytest

from bulletin_layout.inks import BLACK, WHITE, Ink
from bulletin_layout.issue import PageLayout, plain
from bulletin_layout.reading import read_issue
from tests.reading.publication import BASE, write_publication
from tests.support.said import said

MM = 72 / 25.4

BASE_LAYOUT = """\
schema: bulletin/layout@1
name: 底
paper: {trim: A4, bleed: 3mm, margins: {top: 20mm, bottom: 15mm, inner: 13mm, outer: 12mm}}
grid:
  body: {size: 小五, line: 14pt}
  columns: {count: 4, measure: 13字, gutter: 2字}
"""


def layouts(tmp_path: Path, front: str, pages: str = "[{layout: front}]", **more: str) -> tuple[PageLayout, ...]:
    """The layouts of an issue's pages, when reading finds nothing but slots without stories."""
    files = {f"layouts/{name}.yaml": text for name, text in more.items()} | {
        "layouts/front.yaml": front,
        "content/1/issue.yaml": f"schema: bulletin/issue@1\nissue: {{id: 1, date: 2026-10-30}}\npages: {pages}\n",
    }
    files |= {"content/1/one.md": "", "content/1/two.md": ""}
    reading = read_issue(write_publication(tmp_path, files))
    assert [said(finding) for finding in reading.findings if finding.code != "empty-slot"] == []
    assert reading.issue is not None
    return tuple(page.layout for page in reading.issue.pages)


def layout(tmp_path: Path, more: str = "") -> PageLayout:
    return layouts(tmp_path, BASE_LAYOUT + more)[0]


def test_lengths_become_points_by_the_body_grid(tmp_path: Path) -> None:
    read = layout(
        tmp_path,
        """\
banners:
  theme: {text: 主题, box: {cols: 1, rows: 40-}, width: 2z}
furniture:
  ear: {at: {x: 1字, y: 2行, width: 10mm, height: 5pt}, text: "{page.number}"}
  folio: {at: top, text: "{page.number}", offset: 1l}
slots:
  lead:
    box: {cols: all, rows: 1-28}
    text: {columns: 3, gutter: 1.5字}
    title: {span: all, lines: 4行}
    frame: {border: thin, inset: 1字}
    photos: {p1: {width: 7字, ratio: 3:2, wrap: around}, p2: {height: 14行, at: {col: 2, row: 3}}}
""",
    )
    sheet = read.sheet
    assert (sheet.width, sheet.inner, sheet.bleed) == pytest.approx((210 * MM, 13 * MM, 3 * MM))
    assert (sheet.scale.em, sheet.scale.line, sheet.measure, sheet.gutter) == (9, 14, 13, 18)
    lead = read.slots["lead"]
    assert (lead.boxes[0].cols, lead.boxes[0].rows) == ((1, 4), (1, 28))
    assert (lead.text.gutter, lead.frame.inset, lead.title.lines, lead.title.span) == (13.5, 9, 4, 0)
    assert (lead.photos["p1"].width, lead.photos["p1"].ratio) == (63, 1.5)
    assert (lead.photos["p2"].rows, lead.photos["p2"].col, lead.photos["p2"].row) == (14, 2, 3)
    assert (read.banners["theme"].box.rows, read.banners["theme"].width) == ((40, 53), 18)
    ear, folio = read.furniture
    assert ear.box is not None
    assert ear.box.fixed == pytest.approx((9, 28, 10 * MM, 5))
    assert (ear.at, ear.offset, folio.offset) == ("box", None, 14)


@pytest.mark.parametrize(
    ("trim", "width", "height"),
    [
        ("8开", 270, 390),
        ("270x390mm", 270, 390),
        ("270 × 390 mm", 270, 390),
        ("270.5mm*390mm", 270.5, 390),
        ("[270mm, 390mm]", 270, 390),
        ("720x1080pt", 254, 381),
    ],
)
def test_paper_has_a_name_or_two_sides(tmp_path: Path, trim: str, width: float, height: float) -> None:
    (read,) = layouts(tmp_path, BASE_LAYOUT.replace("A4", trim) + "slots: {}\n")
    assert (read.sheet.width, read.sheet.height) == pytest.approx((width * MM, height * MM))


@pytest.mark.parametrize("trim", ["270x390", "270 390mm", "9开", "270mm", "270x390cm"])
def test_what_is_no_paper_is_said_with_what_is(tmp_path: Path, trim: str) -> None:
    files = {"layouts/front.yaml": BASE_LAYOUT.replace("A4", trim) + "slots: {}\n"}
    found = [said(each) for each in read_issue(write_publication(tmp_path, files)).findings]
    assert any(f'"trim": "{trim}" is no paper: write A3, ' in each and "such as 270x390mm" in each for each in found)


def test_a_picture_at_the_head_of_the_page_needs_a_box(tmp_path: Path) -> None:
    more = "slots: {}\nfurniture: {badge: {at: top-inner, picture: content/1/photos/a.png}}\n"
    folder = write_publication(tmp_path, {"layouts/front.yaml": BASE_LAYOUT + more})
    found = [said(each) for each in read_issue(folder).findings]
    assert any('furniture "badge": a picture needs a box: at: {x: …' in each for each in found)


def test_a_child_changes_key_by_key_and_null_takes_away(tmp_path: Path) -> None:
    base = BASE_LAYOUT + (
        "editor: {at: top-outer, name: 某某}\n"
        "furniture: {folio: {at: top, text: a}, foot: {at: bottom, text: b}}\n"
        "slots:\n"
        "  lead: {box: {cols: 1-4, rows: 1-28}, text: {columns: 3, rule: thin}}\n"
        "  gone: {box: {cols: 1, rows: 30}}\n"
    )
    middle = "extends: base\nname: 中\nslots: {lead: {text: {columns: 2}}}\n"
    front = "extends: middle\nslots: {gone: null, lead: {box: {rows: 1-20}}}\nfurniture: {foot: null}\n"
    front += "editor: {name: null}\n"
    (read,) = layouts(tmp_path, front, pages="[{layout: front, editor: ''}]", base=base, middle=middle)
    assert (read.name, list(read.slots), [one.name for one in read.furniture]) == ("中", ["lead"], ["folio"])
    lead = read.slots["lead"]
    assert (lead.text.columns, lead.text.rule, lead.boxes[0].rows) == (2, "thin", (1, 20))
    assert read.editor is not None
    assert (plain(read.editor.name), plain(read.editor.label)) == ("", "本版责编")


def test_styles_inherit_by_parent_and_by_dotted_name(tmp_path: Path) -> None:
    styles = layout(
        tmp_path,
        """\
inks: {accent: {cmyk: [15, 100, 90, 10]}, soft: {grey: 90}, plate: {spot: RED, cmyk: [0, 100, 80, 0]}}
styles:
  body: {gap: 1/8, kinsoku: strict, marks: 开明, ink: accent, align: start}
  headline: {size: 二号, sizes: [20pt, 30pt, 18pt], leading: 1.2em, letterspace: 5%, ink: black}
  headline.lead: {size: 一号}
  headline.lead.red: {ink: plate, indent: 2字}
  headline.brief: {size: 19pt}
  plain: {size: 8pt}
  other: {parent: headline.lead, letterspace: 0, fill: soft, border: [0, 0, 0, 50]}
slots:
  lead: {box: {cols: 1-4, rows: 1-20}}
  brief: {box: {cols: 1-2, rows: 22-30}, styles: {kicker: plain}}
  red: {box: {cols: 3-4, rows: 22-30}, style: lead.red}
""",
    ).slots
    lead, brief, red = (styles[name].styles["headline"] for name in ("lead", "brief", "red"))
    assert (lead.name, lead.size, lead.sizes) == ("headline.lead", 26, (20, 18))
    assert lead.leading == pytest.approx(1.2 * 26)
    assert (brief.size, brief.sizes, brief.letterspace) == (19, (18,), 0.05)
    assert (red.size, red.ink) == (26, Ink("spot", (0, 1, 0.8, 0), "RED"))
    assert red.indent == pytest.approx(18 / 26)
    plain, body = styles["brief"].styles["kicker"], styles["lead"].styles["body"]
    assert (plain.gap, plain.kinsoku, plain.marks, plain.ink) == (0.125, "strict", "kaiming", body.ink)
    assert (plain.align, body.align) == ("justify", "start")
    assert lead.ink == BLACK
    assert styles["lead"].styles["strong"].weight == "bold"


def test_a_publication_without_the_usual_families_sets_in_what_it_has(tmp_path: Path) -> None:
    folder = write_publication(
        tmp_path,
        {"fonts/fonts.yaml": "schema: bulletin/fonts@1\nfamilies: {mine: {weights: {regular: {file: song.ttf}}}}\n"},
    )
    reading = read_issue(folder)
    assert reading.issue is not None
    styles = reading.issue.pages[0].layout.slots["lead"].styles
    assert {(style.font, style.weight) for style in styles.values()} == {("mine", "regular")}


def test_inks_may_be_written_in_place(tmp_path: Path) -> None:
    read = layout(
        tmp_path,
        "slots: {lead: {box: {cols: 1, rows: 1}, frame: {border: thin, fill: [0, 0, 0, 10], ink: white}}}\n"
        "furniture: {folio: {at: top, text: x, rule: below, rule_ink: [15, 100, 90, 10]}}\n",
    )
    assert read.slots["lead"].frame.fill == Ink("cmyk", (0, 0, 0, 0.1))
    assert read.slots["lead"].frame.ink == WHITE
    assert (read.furniture[0].rule_below, read.furniture[0].rule_above) == ("thick-thin", "none")
    assert read.furniture[0].rule_ink == Ink("cmyk", (0.15, 1, 0.9, 0.1))


def test_a_page_sets_what_differs_and_leaves_the_other_pages_alone(tmp_path: Path) -> None:
    front = BASE_LAYOUT + (
        "banners: {theme: {text: 主题, box: {cols: 4, rows: 40-50}}}\n"
        "slots:\n"
        "  lead: {box: {cols: 1-4, rows: 1-28}, photos: {p1: {height: 10行}}}\n"
        "  banners: {box: {cols: 1, rows: 30}}\n"
    )
    pages = """
  - {layout: front}
  - layout: front
    name: 本期特刊
    set:
      lead.photos.p1.height: 14行
      slots.lead.text.columns: 2
      banners.box.rows: 31
      furniture.x: {at: top, text: x}
  - {layout: front, set: {lead.photos.p1: null}}
  - {layout: front}
"""
    first, second, third, fourth = layouts(tmp_path, front, pages)
    assert (first.slots["lead"].photos["p1"].rows, second.slots["lead"].photos["p1"].rows) == (10, 14)
    assert (first.slots["lead"].text.columns, second.slots["lead"].text.columns) == (None, 2)
    assert second.slots["banners"].boxes[0].rows == (31, 31)  # slot names come first
    assert (second.name, [one.name for one in second.furniture]) == ("本期特刊", ["x"])
    assert third.slots["lead"].photos == {}
    assert fourth is first
    assert second.slots["lead"].location.path.endswith("layouts/front.yaml")


def test_banners_and_grounds_may_share_a_slots_place(tmp_path: Path) -> None:
    read = layout(
        tmp_path,
        """\
banners: {theme: {text: "{page.name}", box: {cols: 1, rows: 1-12}, direction: vertical, width: 2字, side: right}}
furniture: {ground: {at: {cols: all, rows: all}, frame: {fill: [0, 0, 0, 5]}}}
slots:
  lead: {box: {cols: 1-4, rows: 1-28}, text: {around: [theme]}}
  ell: {boxes: [{cols: 1-2, rows: 30-40}, {cols: 1, rows: 41-50}]}
""",
    )
    assert read.slots["lead"].text.around == ("theme",)
    assert len(read.slots["ell"].boxes) == 2


def test_facing_pages_mirror_and_are_checked_as_they_stand(tmp_path: Path) -> None:
    front = (
        BASE["layouts/front.yaml"]
        .replace("inner: 13mm, outer: 12mm", "inner: 40mm, outer: 12mm")
        .replace("measure: 13字", "measure: 10字")
        .replace("rows: 30-53}", "rows: 30-53}, photos: {}")
    )
    front += "  spot: {box: {x: 12mm, y: 60mm, width: 20mm, height: 20mm}}\n"
    folder = write_publication(
        tmp_path,
        {
            "layouts/front.yaml": front,
            "content/1/issue.yaml": BASE["content/1/issue.yaml"] + "  - {layout: front}\n",
        },
    )
    overlaps = [said(finding) for finding in read_issue(folder).findings if finding.code == "overlap"]
    assert len(overlaps) == 1  # on page 2, whose outer margin is at the left


def test_the_sheet_of_an_odd_paper(tmp_path: Path) -> None:
    front = BASE_LAYOUT.replace("trim: A4", "trim: 8开").replace("bleed: 3mm, ", "")
    (read,) = layouts(tmp_path, front)
    assert (read.sheet.width, read.sheet.height, read.sheet.bleed) == pytest.approx((270 * MM, 390 * MM, 0))
