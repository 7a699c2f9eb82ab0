"""The fonts that come with the project, as fonts/fonts.yaml enters them."""

from pathlib import Path

import yaml

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile

FONTS = Path(__file__).resolve().parents[2] / "fonts"


def real_book() -> FontBook:
    """A book of its own for each caller; the files open when they are first needed."""
    data = yaml.safe_load((FONTS / "fonts.yaml").read_text(encoding="utf-8"))
    files: dict[tuple[str, str], FontFile] = {}
    for family, about in data["families"].items():
        for weight, entry in about["weights"].items():
            place = Location("fonts/fonts.yaml", len(files) + 1, 1)
            path, index = FONTS / entry["file"], entry.get("index", 0)
            files[family, weight] = FontFile(path, index, entry["sha256"], family, weight, place, name=about["name"])
    return FontBook(files, tuple(data["fallback"]))
