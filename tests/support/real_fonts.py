"""The fonts that come with the project, as fonts/fonts.yaml enters them."""

from pathlib import Path

import yaml

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile

FONTS = Path(__file__).resolve().parents[2] / "fonts"
SCRIPTS = Path(__file__).resolve().parents[1] / "fonts" / "scripts"


def real_book() -> FontBook:
    """A book of its own for each caller; the files open when they are first needed."""
    data = yaml.safe_load((FONTS / "fonts.yaml").read_text(encoding="utf-8"))
    files: dict[tuple[str, str], FontFile] = {}
    for family, about in data["families"].items():
        for weight, entry in about["weights"].items():
            place = Location("fonts/fonts.yaml", len(files) + 1, 1)
            path, index = FONTS / entry["file"], entry.get("index", 0)
            files[family, weight] = FontFile(path, index, entry["sha256"], family, weight, place, name=about["name"])
    companions = {family: about["latin"] for family, about in data["families"].items() if "latin" in about}
    return FontBook(files, tuple(data["fallback"]), companions)


def script_book() -> FontBook:
    """The same, and behind them fonts of other scripts: Arabic, Hebrew, Tibetan, Mongolian and Yi."""
    book = real_book()
    files = dict(book.files)
    for path in sorted(SCRIPTS.glob("*.ttf")):
        files[path.stem, "regular"] = FontFile(path, 0, "", path.stem, "regular", Location("fonts/fonts.yaml"))
    return FontBook(files, (*book.fallback, *(path.stem for path in sorted(SCRIPTS.glob("*.ttf")))), book.companions)
