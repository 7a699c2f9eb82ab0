"""A small publication for the tests of reading, and case files that change it.

A case file holds files, each after a line ``%% path``, and after ``%% findings`` the findings that reading must print.
A file that a case does not give is the small publication's own; one that is given empty is left out.
"""

from pathlib import Path

from PIL import Image

BASE = {
    "bulletin.yaml": """\
schema: bulletin/publication@1
name: 试刊
texts: {motto: 内部资料}
""",
    "fonts/fonts.yaml": """\
schema: bulletin/fonts@1
families:
  song: {weights: {regular: {file: song.ttf}, bold: {file: song-bold.ttf}}}
  kai: {weights: {regular: {file: kai.ttf}}}
fallback: [song, kai]
""",
    "layouts/front.yaml": """\
schema: bulletin/layout@1
name: 要闻
paper: {trim: A4, bleed: 3mm, margins: {top: 20mm, bottom: 15mm, inner: 13mm, outer: 12mm}}
grid:
  body: {size: 小五, line: 14pt}
  columns: {count: 4, measure: 13字, gutter: 2字}
slots:
  lead: {box: {cols: 1-4, rows: 1-28}, photos: {p1: {at: top-right, span: 2, ratio: 3:2}}}
  left: {box: {cols: 1-2, rows: 30-53}}
""",
    "content/1/issue.yaml": """\
schema: bulletin/issue@1
issue: {id: 1, date: 2026-10-30}
pages:
  - {layout: front, put: {lead: one, left: two}}
""",
    "content/1/one.md": "---\nheadline: 一\nphotos: {p1: {file: photos/a.png}}\n---\n第一篇。\n",
    "content/1/two.md": "---\nheadline: 二\n---\n第二篇。\n",
}


def write_publication(root: Path, changed: dict[str, str] | None = None) -> Path:
    """Write the publication with some files changed; returns the issue's folder."""
    files = BASE | (changed or {})
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text.strip() or name not in BASE:
            path.write_bytes(text.encode("utf-8"))
    for font in ("song.ttf", "song-bold.ttf", "kai.ttf"):
        (root / "fonts" / font).write_bytes(b"")
    photos = root / "content/1/photos"
    photos.mkdir()
    for name in ("a.png", "b.png", "c.png"):
        if any(f"photos/{name}" in text for text in files.values()):
            Image.new("L", (30, 20)).save(photos / name)
    return root / "content/1"


def read_case(path: Path) -> tuple[dict[str, str], list[str]]:
    """A case file's files and the findings it expects."""
    files: dict[str, str] = {}
    _, *sections = ("\n" + path.read_text("utf-8")).split("\n%% ")
    for section in sections:
        name, _, text = section.partition("\n")
        files[name.strip()] = text if text.endswith("\n") else f"{text}\n"
    return files, files.pop("findings").split("\n")[:-1]
