"""The real June 2023 issue as a publication of ours: its transcription is read from ``../shared``, never copied here.

The layouts beside this file hold facts about structure only. Photos are drawn: nothing but their sizes is known.
"""

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
    "02-flower-arranging": ((2400, 1650),),
    "03-policy-research-visit": ((2200, 1500),),
    "04-ngs-joint-lab": ((700, 1400), (1700, 1400)),
    "05-theory-study-session": ((3000, 1950), (1700, 1300), (1700, 1300)),
    "06-research-work-meeting": ((1500, 1000),),
    "07-pi-club": ((900, 1100),),
    "08-xinxiang-exchange": ((1000, 1000),),
    "09-young-academics-forum": ((1700, 1400),),
    "10-party-anniversary-forum": ((900, 900),),
    "11-theme-education-lecture": ((900, 1200),),
    "12-finance-training": ((1700, 900),),
    "13-strict-governance-lecture": ((500, 1000), (2500, 1500)),
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
            _draw(issue / name, size, number + len(slug))
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


def _draw(path: Path, size: tuple[int, int], seed: int) -> None:
    """A soft landscape in grey and one hue: calm enough to judge a page by."""
    width, height = size
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        light = 205 - 70 * y // height
        draw.line([(0, y), (width, y)], fill=(light - 10, light, light + 12))
    for layer in range(4):
        base = height * (5 + layer) // 9
        tone = 150 - 28 * layer
        peaks = [(x, base - (37 * (x // 90 + seed + layer * 3) % 83) * height // 500) for x in range(0, width + 91, 90)]
        draw.polygon([(0, height), *peaks, (width, height)], fill=(tone, tone + 6, tone - 4))
    picture.save(path, quality=88)
