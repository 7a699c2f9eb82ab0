"""The real June 2023 issue as a publication of ours: its transcription is read from ``../shared``, never copied here.

The layouts beside this file hold facts about structure only. Photos are drawn: nothing but their sizes is known.
"""

import math
import os
import shutil
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

PROJECT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SEED = PROJECT.parent / "shared" / "seed-issue" / "2023-06"

#: Photo names by story: how many the transcription or the room on the page suggests, and their size in pixels.
PHOTOS = {
    "01-retirees-birthday": ((2000, 1250),),
    "02-flower-arranging": ((2700, 2000),),
    "03-policy-research-visit": ((2200, 1200),),
    "04-ngs-joint-lab": ((1000, 1300), (2100, 1300)),
    "05-theory-study-session": ((2800, 2200), (2000, 1600), (2000, 1600)),
    "06-research-work-meeting": ((1600, 1400),),
    "07-pi-club": ((1000, 1400),),
    "08-xinxiang-exchange": ((1500, 900),),
    "09-young-academics-forum": ((1500, 1500),),
    "10-party-anniversary-forum": ((1900, 930),),
    "11-theme-education-lecture": ((1700, 1430),),
    "12-finance-training": ((1700, 1100),),
    "13-strict-governance-lecture": ((1000, 900),),
}


def write_publication(target: Path) -> Path:
    """Write the publication into a folder; returns the issue's folder."""
    issue = target / "content" / "2023-06"
    (issue / "photos").mkdir(parents=True)
    shutil.copytree(HERE / "layouts", target / "layouts")
    _link_fonts(target / "fonts")
    (target / "bulletin.yaml").write_text((HERE / "bulletin.yaml").read_text("utf-8"), "utf-8")
    (issue / "issue.yaml").write_text((HERE / "issue.yaml").read_text("utf-8"), "utf-8")
    for source in sorted((SEED / "articles").glob("*.md")):
        slug = source.stem
        front, body = source_story(source)
        photos = {}
        for number, size in enumerate(PHOTOS.get(slug, ()), start=1):
            name = f"photos/{slug}-{number}.jpg"
            _draw(issue / name, size, int(slug[:2]) + number)
            photos[f"p{number}"] = {"file": name, "caption": "图片为测试所绘"}
        head: dict[str, object] = {key: _head(front[key]) for key in ("kicker", "headline", "deck") if front.get(key)}
        head["byline"] = front["byline"]
        if photos:
            head["photos"] = photos
        text = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
        (issue / f"{slug}.md").write_text(f"---\n{text}---\n{body}\n", "utf-8")
    return issue


def source_story(path: Path) -> tuple[dict[str, Any], str]:
    """A transcribed story: its front matter and its body."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body.strip()


def expected_text(path: Path) -> tuple[str, str]:
    """What a reader of the PDF must get for a story, without white space: its heads; its body, byline and end mark."""
    front, body = source_story(path)
    heads = "".join(line for key in ("kicker", "headline", "deck") for line in front.get(key) or ())
    return "".join(heads.split()), "".join(f"{body}（{front['byline']}）■".split())


def _head(lines: list[str]) -> str | list[str]:
    """Printed lines stay as they were; a head that the transcription has as one line may be broken anew."""
    return lines[0] if len(lines) == 1 else lines


def _link_fonts(target: Path) -> None:
    target.mkdir(parents=True)
    for font in (PROJECT / "fonts").iterdir():
        if font.is_file():
            try:
                os.link(font, target / font.name)
            except OSError:  # another file system
                shutil.copy(font, target / font.name)


#: Sky above, sky below, the farthest ridge and the nearest: a morning, a noon, an autumn, an evening.
_LIGHTS = (
    ((172, 190, 206), (238, 224, 205), (166, 172, 168), (62, 78, 66)),
    ((150, 184, 214), (226, 236, 240), (150, 174, 158), (58, 92, 62)),
    ((186, 196, 204), (244, 230, 206), (196, 168, 128), (112, 74, 48)),
    ((120, 132, 164), (236, 196, 170), (140, 128, 148), (54, 52, 74)),
)


def _draw(path: Path, size: tuple[int, int], seed: int) -> None:
    """Ridges below a sky with its sun, in one of four lights: calm enough to judge a page by, no two alike."""
    width, height = size
    above, below, far, near = _LIGHTS[seed % len(_LIGHTS)]
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        draw.line([(0, y), (width, y)], fill=_between(above, below, min(1.0, 1.4 * y / height)))
    x, y, radius = width * (1 + seed % 5) // 6, height * (2 + seed % 2) // 9, min(size) // 14
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(252, 246, 232))
    for layer in range(5):
        base, swing = height * (9 + 2 * layer) / 20, height * (12 - layer) / 110
        waves = [(0.9 + 0.37 * layer, seed + 1.7 * layer, 1.0), (2.3 + 0.61 * layer, 2.1 * seed + layer, 0.45)]
        ridge = [
            (x, base - swing * sum(part * math.sin(often * 2 * math.pi * x / width + at) for often, at, part in waves))
            for x in range(0, width + 8, 8)
        ]
        draw.polygon([(0, height), *ridge, (width, height)], fill=_between(far, near, layer / 4))
    picture.save(path, quality=88)


def _between(one: tuple[int, int, int], other: tuple[int, int, int], part: float) -> tuple[int, int, int]:
    """A colour between two."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue
