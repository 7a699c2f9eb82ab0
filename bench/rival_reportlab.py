"""The same pages through ReportLab's own Paragraph with ``wordWrap="CJK"``.

    python bench/rival_reportlab.py FACTS.json BODY.ttf TITLE.ttf OUT.pdf [EDITED.json]

With EDITED the first build is not timed: the second, of EDITED, is, and its seconds are printed.
"""

import json
import sys
import time
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph

rl_config.useA85 = 0  # as a careful user would: pictures pass a Python encoder otherwise


def build(facts: Path, out: Path) -> None:
    """One PDF."""
    pages = json.loads(facts.read_text(encoding="utf-8"))
    canvas = Canvas(str(out), pageCompression=1)
    for page in pages:
        canvas.setPageSize((page["width"], page["height"]))
        for box in page["texts"]:
            _story(canvas, page["height"], box)
        for picture in page["pictures"]:
            _picture(canvas, page["height"], picture)
        canvas.showPage()
    canvas.save()


def _story(canvas: Canvas, height: float, box: dict) -> None:  # type: ignore[type-arg]  # facts read from JSON
    """The title over the box, then the paragraphs through its columns; what does not fit is dropped."""
    top = height - box["y"]
    if box["title"]:
        style = ParagraphStyle("title", fontName="title", fontSize=box["title_size"], wordWrap="CJK", alignment=1)
        style.leading = box["title_size"] * 1.2
        title = Paragraph(_plain(box["title"]), style)
        _, used = title.wrap(box["width"], box["height"])
        title.drawOn(canvas, box["x"], top - used)
        top -= used
    body = ParagraphStyle("body", fontName="body", fontSize=box["size"], leading=box["line"], wordWrap="CJK")
    body.firstLineIndent = 2 * box["size"]
    flow: list[Flowable] = [Paragraph(_plain(text), body) for text in box["paragraphs"]]
    count, gutter = box["columns"], box["gutter"]
    measure = (box["width"] - (count - 1) * gutter) / count
    foot = height - box["y"] - box["height"]
    for column in range(count):
        frame = Frame(box["x"] + column * (measure + gutter), foot, measure, top - foot, 0, 0, 0, 0)
        frame.addFromList(flow, canvas)
        if flow and (parts := frame.split(flow[0], canvas)):
            flow[:1] = parts
            frame.addFromList(flow, canvas)


def _picture(canvas: Canvas, height: float, box: dict) -> None:  # type: ignore[type-arg]  # facts read from JSON
    """The picture scaled to cover its box, and cut to it."""
    reader = ImageReader(box["path"])
    wide, high = reader.getSize()
    scale = max(box["width"] / wide, box["height"] / high)
    bottom = height - box["y"] - box["height"]
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(box["x"], bottom, box["width"], box["height"])
    canvas.clipPath(clip, stroke=0)
    canvas.drawImage(box["path"], box["x"], bottom, wide * scale, high * scale)
    canvas.restoreState()


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def main(facts: Path, body: Path, title: Path, out: Path, edited: Path | None) -> None:
    """Register the faces and build once, or twice and time the second."""
    pdfmetrics.registerFont(TTFont("body", str(body)))
    pdfmetrics.registerFont(TTFont("title", str(title)))
    build(facts, out)
    if edited:
        start, used = time.perf_counter(), time.process_time()
        build(edited, out)
        print(time.perf_counter() - start, time.process_time() - used)


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0], given[1], given[2], given[3], given[4] if len(given) > 4 else None)
