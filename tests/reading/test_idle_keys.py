"""Keys that do nothing where they stand are found: every key of a layout has a case, or is said to work always."""

from pathlib import Path

import pytest

from bulletin_layout.reading import read_issue
from bulletin_layout.reading.layout.effects import all_rules
from bulletin_layout.reading.layout.style_effects import OF_EMPHASIS, SERVES, looks_at
from bulletin_layout.reading.schema.binding import map_kind
from bulletin_layout.reading.schema.kinds import Shape
from bulletin_layout.reading.schema.layout_keys import BANNER, EDITOR, FURNITURE, LAYOUT, PHOTO, SLOT, STYLE
from tests.reading.publication import BASE, write_publication
from tests.support.said import said

PAPER = BASE["layouts/front.yaml"].partition("slots:")[0]
#: Keys that change the page, or are refused, wherever they stand; maps are told by their own keys.
ALWAYS = {
    "layout": "schema extends name paper grid inks styles furniture editor banners slots repeat keep",
    "furniture": "at rule frame picture frame.border frame.fill frame.inset",
    "editor": "at label name style",
    "banner": "text box style direction",
    "slot": "box boxes style styles text title photos frame give text.around text.initial title.place frame.border "
    "frame.fill jump_head",
    "photo": "at span height caption from fit crop",
}
SHAPES = {
    "layout": LAYOUT, "furniture": FURNITURE, "editor": EDITOR, "banner": BANNER, "slot": SLOT, "photo": PHOTO,
}  # fmt: skip
FAR = ("paper", "grid", "editor", "jump", "at", "box")


def keys(shape: Shape, within: str = "") -> list[str]:
    found = []
    for name, key in shape.keys.items():
        inner = map_kind(key.kind)
        found.append(within + name)
        if inner is not None and not within and name not in FAR:
            found += keys(inner, f"{name}.")
    return found


@pytest.mark.parametrize("thing", SHAPES)
def test_of_every_key_it_is_known_when_it_does_nothing(thing: str) -> None:
    ruled = {rule.key for rule in all_rules()[thing]}
    known = ruled | set(ALWAYS[thing].split())
    assert [key for key in keys(SHAPES[thing]) if key not in known] == []
    assert ruled.isdisjoint(ALWAYS[thing].split())


def found(folder: Path, more: str, **files: str) -> list[str]:
    changed = {"layouts/front.yaml": PAPER + more, **files}
    reading = read_issue(write_publication(folder, changed))
    return [
        said(finding).partition("[not-applied]: ")[2] for finding in reading.findings if finding.code == "not-applied"
    ]


PAGE = """\
slots:
  lead: {box: {cols: 1-4, rows: 1-28}, photos: {p1: {at: top-right, span: 2, ratio: 3:2}}}
  left: {box: {cols: 1-2, rows: 30-53}}
"""


def in_left(words: str) -> str:
    return PAGE.replace("rows: 30-53}}", f"rows: 30-53}}, {words}}}")


IDLE = [
    (PAGE + "first: front\n", "first", "the page stands once"),
    (PAGE + "furniture: {a: {at: {cols: 1, rows: 29}, text: 甲, offset: 3mm}}", "offset", "in a box"),
    (PAGE + "furniture: {a: {at: top, text: 甲, rule_kind: thin}}", "rule_kind", "no rule"),
    (PAGE + "furniture: {a: {at: top, text: 甲, rule_ink: white}}", "rule_ink", "no rule"),
    (PAGE + "furniture: {a: {at: top, text: 甲, frame: {ink: white, fill: black}}}", "ink", "no border"),
    (PAGE + "furniture: {a: {at: top, style: folio, lines: [{text: 甲}, {text: 乙}]}}", "style", "of its own"),
    (PAGE + "editor: {at: {cols: 1, rows: 29}, name: 某某, offset: 3mm}", "offset", "in a box"),
    (
        in_left("text: {around: [a]}") + "banners: {a: {text: 甲, box: {cols: 1, rows: 30-40}, width: 20字}}",
        "width",
        "",
    ),
    (in_left("text: {around: [a]}") + "banners: {a: {text: 甲, box: {cols: 1, rows: 30-40}, side: right}}", "side", ""),
    (
        in_left("text: {around: [a]}") + "banners: {a: {text: 甲, box: {cols: 4, rows: 30-40}}}",
        "around",
        "does not stand",
    ),
    (in_left("text: {columns: 1, gutter: 3字}"), "gutter", "one column"),
    (in_left("text: {columns: 1, rule: thin}"), "rule", "one column"),
    (in_left("text: {columns: 1, balance: false}"), "balance", "one column"),
    (in_left("title: {place: none, lines: 3}"), "lines", "no title"),
    (in_left("title: {place: none, row: 3}"), "row", "no title"),
    (in_left("title: {place: left, span: 1}"), "span", 'at "left"'),
    (in_left("title: {place: left, direction: horizontal}"), "direction", "always vertical"),
    (in_left("title: {place: top, direction: vertical}"), "direction", "always horizontal"),
    (in_left("title: {place: top, rows: 3}"), "rows", 'at "top"'),
    (in_left("title: {place: inside, rows: 3}"), "rows", 'at "inside"'),
    (in_left("title: {place: inside, direction: vertical, span: 1}"), "span", 'at "inside"'),
    (in_left("title: {place: top, col: 2}"), "col", 'at "top"'),
    (in_left("title: {place: right, air_after: 2}"), "air_after", 'at "right"'),
    (in_left("title: {place: inside, direction: vertical, air_before: 2}"), "air_before", 'at "inside"'),
    (in_left("frame: {border: none, inset: 1字}"), "inset", "neither border nor ground"),
    (in_left("frame: {fill: black, ink: white}"), "ink", "no border"),
    (in_left("text: none, short: 3"), "short", "takes no text"),
    (in_left("photos: {p1: {at: top, width: 20字}}"), "width", "has the photo"),
    (in_left("photos: {p1: {at: top, height: 5行, ratio: 2:1}}"), "ratio", "how high"),
    (in_left("photos: {p1: {at: top, wrap: around}}"), "wrap", "fills its columns"),
    (in_left("text: none, photos: {p1: {at: top, width: 40字}}"), "width", "has the photo"),
    (PAGE + "styles: {byline: {sizes: [8pt]}}", "sizes", "a style of byline"),
    (PAGE + "styles: {caption.x: {run_in: true}}", "run_in", "a style of caption"),
    (PAGE + "styles: {headline.a: {pattern: 甲}, headline.a.b: {size: 20pt}}", "pattern", "a style of headline"),
    (PAGE + "styles: {emphasis: {weight: bold}}", "weight", "a style of emphasis"),
    (PAGE + "styles: {body: {leading: 20pt}}", "leading", "a style of body"),
    (
        PAGE + "styles: {own: {fill: black}}\nfurniture: {a: {at: top, text: 甲, style: own}}",
        "fill",
        "a style of folio",
    ),
]


@pytest.mark.parametrize(("layout", "key", "why"), IDLE)
def test_a_key_without_effect_is_found(tmp_path: Path, layout: str, key: str, why: str) -> None:
    (line,) = found(tmp_path, layout)
    assert f'"{key}" has no effect: ' in line
    assert why in line


WORKING = [
    PAGE,
    in_left("text: {columns: 1, gutter: 3字}, give: [columns +1]"),
    in_left("title: {place: inside, direction: vertical, rows: 6, col: 1, row: 2}"),
    in_left("title: {place: inside, span: 1, air_after: 1, row: 3}"),
    in_left("title: {place: left, direction: vertical, rows: 6, lines: 3}"),
    in_left("title: {place: top, direction: horizontal, span: 1, air_before: 1}"),
    in_left("photos: {p1: {at: top, width: 7字, ratio: 2:1, wrap: around}}"),
    in_left("text: none, photos: {p1: {at: top, width: 7字}}"),
    in_left("frame: {fill: black, inset: 1字}"),
    PAGE + "furniture: {a: {at: top, text: 甲, rule: below, rule_kind: thin, rule_ink: white, offset: 3pt}}",
    PAGE + "furniture: {a: {at: top, lines: [{text: 甲}, {text: 乙}]}}",
    PAGE + "styles: {own: {sizes: [8pt]}, headline.x: {parent: own}}\nfurniture: {a: {at: top, text: 甲, style: own}}",
    PAGE + "styles: {unused: {run_in: true}, body: {loose_limit: 0.3, gap: 1/8}}",
]


@pytest.mark.parametrize("layout", WORKING)
def test_a_key_that_works_is_not(tmp_path: Path, layout: str) -> None:
    assert found(tmp_path, layout) == []


def test_what_a_child_or_an_issue_makes_idle_was_not_written_in_vain(tmp_path: Path) -> None:
    base = (
        PAPER
        + in_left("title: {place: top, lines: 3}, text: {gutter: 3字}")
        + ("furniture: {a: {at: top, text: 甲, rule: below, rule_kind: thin, offset: 3pt}}\n")
    )
    issue = BASE["content/1/issue.yaml"].replace("left: two}", "left: two}, set: {left.title.place: none}")
    child = (
        "schema: bulletin/layout@1\nextends: base\nslots: {left: {box: {cols: 1}}}\n"
        "furniture: {a: {at: {cols: 1, rows: 29}, rule: null}}\n"
    )
    files = {"layouts/base.yaml": base, "layouts/front.yaml": child, "content/1/issue.yaml": issue}
    reading = read_issue(write_publication(tmp_path / "one", files))
    assert [said(each) for each in reading.findings if each.code == "not-applied"] == []
    files["content/1/issue.yaml"] = issue.replace("left.title.place: none", "left.text.rule: thin")
    lines = [said(each) for each in read_issue(write_publication(tmp_path / "two", files)).findings]
    assert [
        line for line in lines if "issue.yaml:4" in line and '"rule" has no effect: its text has one column' in line
    ]


def test_captions_and_bylines_that_nothing_prints_are_found(tmp_path: Path) -> None:
    story = (
        "---\nheadline: 一\nbyline: 某某\nphotos: {p1: {file: photos/a.png, caption: 图, credit: 某}}\n---\n第一篇。\n"
    )
    layout = PAGE.replace("ratio: 3:2}", "ratio: 3:2, caption: none}")
    lines = found(tmp_path / "one", layout, **{"content/1/one.md": story})
    assert [line.partition(" has no")[0] for line in lines] == ['story "one": "caption"', 'story "one": "credit"']
    layout = PAGE.replace("photos: {p1", "text: none, title: {place: none}, photos: {p1")
    story = "---\nbyline: 某某\nphotos: {p1: {file: photos/a.png, caption: 图, credit: 某}}\n---\n"
    lines = found(tmp_path / "two", layout, **{"content/1/one.md": story})
    assert [line.partition(" has no")[0] for line in lines] == ['story "one": "byline"']


def test_styles_are_judged_by_what_each_key_is_for() -> None:
    assert set(SERVES) <= set(STYLE.keys)
    assert all(keys <= set(STYLE.keys) for keys in OF_EMPHASIS.values())
    assert looks_at("headline", "sizes")
    assert not looks_at("body", "sizes")
    assert looks_at("strong", "weight")
    assert not looks_at("strong", "size")


def test_an_edge_at_a_text_that_flows_or_at_one_moved_before_stays(tmp_path: Path) -> None:
    edge = PAPER + (
        "slots:\n"
        "  lead: {box: {cols: 1-4, rows: 1-28}, give: [edge.bottom ±2行]}\n"
        "  left: {box: {cols: 1-4, rows: 30-53}}\n"
    )
    story = "---\nheadline: 一\n---\n第一篇。\n"
    files = {
        "layouts/front.yaml": edge.replace("rows: 30-53}", "rows: 30-53}, jump: {to: page2.left}"),
        "layouts/back.yaml": edge,
        "layouts/run.yaml": edge + "repeat: until-text-ends\n",
        "content/1/issue.yaml": "schema: bulletin/issue@1\nissue: {id: 1, date: 2026-10-30}\npages:\n"
        "  - {layout: front, put: {lead: one, left: two}}\n"
        "  - {layout: back, put: {lead: three}}\n"
        "  - {layout: run, put: {lead: four}, flow: five}\n",
        **{f"content/1/{name}.md": story for name in ("one", "two", "three", "four", "five")},
    }
    findings = read_issue(write_publication(tmp_path, files)).findings
    lines = [said(finding) for finding in findings if finding.code == "not-applied"]
    assert [line.partition("layouts/")[2].partition(":")[0] for line in lines] == ["back.yaml", "run.yaml"]
    assert all('the story of slot "left" goes through other pages' in line for line in lines)
