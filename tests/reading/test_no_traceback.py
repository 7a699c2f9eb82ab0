"""Whatever a user's file holds, reading answers with findings and never raises."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin_layout.reading import read_issue
from tests.reading.publication import BASE, write_publication
from tests.support.said import said

ODD = st.sampled_from([
    "", "null", "[]", "{}", "''", "~", "-1", "0", "0字", "1e999", "nan", ".inf", "99999999999999999999", "true", "all",
    "9-1", "0-0", "{a: b}", "[1, 2]", "[[]]", "{x: 1, y: 1, width: 1, height: 1}", "a.b.c", ".", "..", "/", "字", "1%",
    "小五", "black", "front", "１", '"\\u202e"', "front/../front", "lead", "one", "- a", ": x", "'{'", "'{}'",
])  # fmt: skip
RICH_LAYOUT = (
    BASE["layouts/front.yaml"]
    + """\
  ell: {boxes: [{cols: 3, rows: 30-53}, {cols: 4, rows: 40-53}], style: lead, styles: {headline: other}, short: 2}
inks: {accent: {cmyk: [15, 100, 90, 10]}, red: {spot: RED, cmyk: [0, 1, 1, 0]}, web: {rgb: "#c8102e"}, pale: {grey: 90}}
styles:
  headline.lead: {size: 一号, sizes: [20pt, 18pt], ink: accent, leading: 1.2em, letterspace: 5%, pattern: "{byline}"}
  other: {parent: headline, gap: 1/8, marks: 开明, fill: [0, 0, 0, 5], border: black, border_width: 0.5pt, indent: 2}
banners: {theme: {text: "{page.name}", box: {cols: 4, rows: 30-39}, style: banner, width: 2字, side: right}}
furniture:
  folio: {at: top, lines: [{text: "{issue.date:Y年}", style: folio}], rule: below, rule_kind: thin, rule_ink: red}
  ground: {at: {x: 1mm, y: 1mm, width: 9mm, height: 9mm}, frame: {border: thin, fill: pale, inset: 1字}, offset: 2mm}
editor: {at: top-outer, label: 责编, name: 某, style: editor, offset: 1行}
"""
)
FITTING_LAYOUT = (
    BASE["layouts/front.yaml"].split("slots:")[0]
    + """\
slots:
  lead:
    box: {cols: 1-4, rows: 1-20}
    give: [photo.height ±2行, photos.p1.height -1行, columns ±1, line -0.5pt, marks 开明, gap 1/8, edge.bottom -2..+3行]
    photos: {p1: {height: 9行}}
  more: {box: {cols: 1-4, rows: 22-40}, jump: {to: page3.run}}
  next: {box: {cols: 1-4, rows: 42-50}}
  show: {box: {cols: 1-4, rows: 51-53}, text: none, photos: {p2: {}}}
"""
)
RUNNING_LAYOUT = """\
extends: fitting
slots: {lead: null, more: null, next: null, show: null, run: {box: {cols: all, rows: all}}, free: null}
repeat: until-text-ends
first: front
"""
FILES = {
    **BASE,
    "layouts/front.yaml": RICH_LAYOUT,
    "layouts/fitting.yaml": FITTING_LAYOUT,
    "layouts/run.yaml": RUNNING_LAYOUT,
    "content/1/issue.yaml": BASE["content/1/issue.yaml"]
    + """\
  - {layout: fitting, put: {lead: [a, b], more: {continue: lead}, next: c, show: d}, set: {more.jump: null}}
  - {layout: run, flow: [e, f]}
""",
    **{f"content/1/{slug}.md": f"---\nheadline: {slug}\n---\n文\n" for slug in "bcef"},
    "content/1/a.md": "---\nphotos: {p1: {file: photos/b.png}}\n---\n文\n",
    "content/1/d.md": "---\nphotos: {p2: {file: photos/c.png}}\n---\n",
}
VALUES = [
    (name, found.span())
    for name, text in FILES.items()
    for found in re.finditer(r"[^\s{}\[\],:]+", text.split("\n---\n")[0])
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(VALUES), ODD), min_size=1, max_size=3))
def test_odd_values_anywhere(changes: list[tuple[tuple[str, tuple[int, int]], str]]) -> None:
    files = dict(FILES)
    for (name, (start, end)), odd in sorted(changes, key=lambda change: -change[0][1][0]):
        files[name] = files[name][:start] + odd + files[name][end:]
    with TemporaryDirectory() as folder:
        reading = read_issue(write_publication(Path(folder), files))
    errors = [finding for finding in reading.findings if finding.severity == "error"]
    assert reading.issue is not None or errors
    assert all(finding.location.path.startswith(folder) for finding in reading.findings)


def test_the_rich_layout_itself_is_sound() -> None:
    with TemporaryDirectory() as folder:
        reading = read_issue(write_publication(Path(folder), FILES))
    assert [said(finding) for finding in reading.findings if finding.code not in ("empty-slot", "not-applied")] == []
