"""Random pages with titles at every place: none leaves its slot, and no text stands on another story's picture, unless
a finding says so.

``LAYOUTS=400 pytest tests/compose/test_title_places.py`` tries so many pages; by default a few.
"""

import os
import random
from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.findings import Finding
from bulletin_layout.grid import page_grid
from bulletin_layout.page import Page, TextMark
from bulletin_layout.preflight.extent import extent, inks_of
from tests.support.laid import Laid, lay
from tests.support.said import said

COUNT = int(os.environ.get("LAYOUTS", "24"))
HEADS = "秋谷入仓的院里贴着红纸人们议论新种子与旧水渠题目写得很长也有两字的"
#: Ink leaves an em box by so much, in em: Western letters hang out of a vertical column's side.
BEYOND = 0.2
OF_HEADS = ("head-too-wide", "head-too-high", "no-room", "off-grid", "narrow-measure")


def head(chance: random.Random) -> str:
    length = chance.choice((1, 2, 4, 6, 9, 14, 22))
    start = chance.randrange(len(HEADS) - length)
    words = HEADS[start : start + length]
    if length > 3 and chance.random() < 0.3:
        return f"[{words[: length // 2]}, {words[length // 2 :]}]"
    return chance.choice((words, words, words[:1] + "Agency2026" + words[1:]))


def slot(chance: random.Random, name: str, cols: tuple[int, int], rows: tuple[int, int]) -> str:
    columns = cols[1] - cols[0] + 1
    high = rows[1] - rows[0] + 1
    place = chance.choice(("top", "left", "right", "inside", "inside"))
    direction = chance.choice(("horizontal", "vertical"))
    title = {"place": place, "direction": direction}
    if chance.random() < 0.5:
        title["rows"] = str(chance.randint(1, max(1, high - 1)))
    if chance.random() < 0.4:
        title["lines"] = str(chance.randint(1, 9))
    if place in ("top", "inside") and chance.random() < 0.5:
        title["span"] = str(chance.randint(1, columns))
    if place == "inside" and chance.random() < 0.6:
        title["col"] = str(chance.randint(1, columns))
        title["row"] = str(chance.randint(1, max(1, high - int(title.get("rows", "1")))))
    if chance.random() < 0.2:
        title["air_before"] = str(chance.randint(0, 3))
    frame = chance.choice(("", "", ", frame: {border: thin, inset: 1字}"))
    photo = ""
    if chance.random() < 0.6:
        at = chance.choice(("top-left", "top-right", "bottom-left", "bottom-right", "top", "center"))
        photo = f", photos: {{p1: {{at: {at}, span: 1, height: {max(3, high // 2)}行, caption: none}}}}"
    box = f"box: {{cols: {cols[0]}-{cols[1]}, rows: {rows[0]}-{rows[1]}}}"
    words = ", ".join(f"{key}: {value}" for key, value in title.items())
    style = chance.choice(("large", "small", "plain"))
    return f"  {name}: {{{box}, style: {style}, title: {{{words}}}{frame}{photo}, short: 99}}\n"


def layout(chance: random.Random) -> tuple[str, list[str]]:
    """A layout file, and its slots."""
    slots: list[str] = []
    row = 1
    text = ""
    while row < 45:
        last = min(50, row + chance.choice((7, 11, 15, 24)))
        col = 1
        while col <= 4:
            right = min(4, col + chance.choice((0, 0, 1, 3)))
            name = f"s{len(slots)}"
            text += slot(chance, name, (col, right), (row, last))
            slots.append(name)
            col = right + 1
        row = last + 1 + chance.choice((0, 1))
    start = f"""\
schema: bulletin/layout@1
name: p
paper: {{trim: A4, bleed: 3mm, margins: {{top: 20mm, bottom: 12mm, inner: 12mm, outer: 12mm}}}}
grid: {{body: {{size: 小五, line: 14pt}}, columns: {{count: 4, measure: {chance.choice((9, 13))}字, gutter: 2字}}}}
styles:
  headline: {{size: 小二, lines: 0}}
  headline.large: {{font: hei, size: 36pt, sizes: [{chance.choice((30, 24))}pt]}}
  headline.small: {{size: 12pt, letterspace: 0.1em, align: {chance.choice(("start", "spread", "center"))}}}
  headline.plain: {{font: kai, size: 22pt, leading: 22pt}}
slots:
"""
    return start + text, slots


def story(chance: random.Random) -> str:
    lines = [f"headline: {head(chance)}"]
    lines += [f"{part}: {head(chance)}" for part in ("kicker", "deck") if chance.random() < 0.4]
    if chance.random() < 0.7:
        lines.append("photos: {p1: {file: photos/q.jpg}}")
    return "\n".join(("---", *lines, "---", "场院里还留着露水。" * chance.randint(1, 12))) + "\n"


def leaving(laid: Laid) -> list[str]:
    """What of the heads has ink outside its slot, and is not found."""
    (plan,), (page,) = laid.composed.issue.pages, laid.composed.edition.pages
    grid = page_grid(plan.layout.sheet, 1)
    rooms = {story.slug: grid.box_rect(plan.layout.slots[name].boxes[0]) for name, story in plan.put.items()}
    outside: dict[str, str] = {}
    for text in page.texts():
        if text.tag.role not in ("kicker", "headline", "deck"):
            continue
        room, slack = rooms[text.tag.story], BEYOND * text.run.size + 0.5
        for ink, words in inks_of(text):
            if (
                ink.left < room.x - slack
                or ink.right > room.right + slack
                or ink.top < room.y - slack
                or ink.bottom > room.foot + slack
            ):
                outside[text.tag.story] = f"{text.tag.story}: {text.tag.role} 「{words}」 {ink} {room}"
    named = [finding for finding in laid.findings if finding.code in OF_HEADS]
    return [words for slug, words in outside.items() if not any(about(finding, slug) for finding in named)]


def about(finding: Finding, slug: str) -> bool:
    return f"/{slug}.md" in str(finding.location) or f'slot "s{slug[1:]}"' in said(finding)


def on_pictures(laid: Laid, page: Page) -> list[str]:
    """Text with ink on another story's picture that is not found."""
    found = [said(finding) for finding in laid.findings if finding.code in ("text-on-picture", "text-under-picture")]
    return [
        f"{text.tag.story} on {picture.tag.story}"
        for picture in page.pictures()
        for text in page.texts()
        if text.tag.story != picture.tag.story
        and any(ink.overlaps(extent(picture), 0.5) for ink, _ in inks_of(text))
        and not any(f'story "{text.tag.story}"' in each for each in found)
    ]


def wrong_on(folder: Path, seed: int) -> list[str]:
    chance = random.Random(seed)
    text, slots = layout(chance)
    stories = {f"a{name[1:]}": story(chance) for name in slots}
    put = ", ".join(f"{name}: a{name[1:]}" for name in slots)
    for left_over in (folder / "content/1").glob("*.md"):
        left_over.unlink()
    laid = lay(folder, {"p": text}, stories, f"[{{layout: p, put: {{{put}}}}}]")
    (page,) = laid.composed.edition.pages
    assert any(isinstance(mark, TextMark) for mark in page.marks)
    return [f"seed {seed}: {words}" for words in (*leaving(laid), *on_pictures(laid, page))]


@pytest.mark.parametrize("tens", range(-(-COUNT // 8)))
def test_no_title_leaves_its_slot_and_no_text_is_on_anothers_picture(tmp_path: Path, tens: int) -> None:
    folder = tmp_path / "paper"
    photos = folder / "content/1/photos"
    photos.mkdir(parents=True)
    Image.new("L", (300, 300)).save(photos / "q.jpg")
    wrong = [words for seed in range(tens * 8, tens * 8 + 8) for words in wrong_on(folder, seed)]
    assert wrong == []
