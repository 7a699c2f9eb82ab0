"""The publication that ``bulletin new`` starts with, in a folder of the test's own."""

import os
import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
STARTER = PROJECT / "src" / "bulletin_layout" / "cli" / "starter"


def start_paper(folder: Path) -> Path:
    """Copy the starter, with the project's fonts as its own; returns its issue's folder."""
    shutil.copytree(STARTER, folder)
    (folder / "fonts").mkdir(exist_ok=True)
    for font in (PROJECT / "fonts").iterdir():
        if font.suffix in (".py", ".toml"):  # they are for the wheel of the fonts
            continue
        if font.suffix == ".yaml":  # a test may write into it, and must not write into the project's own
            shutil.copy(font, folder / "fonts" / font.name)
            continue
        try:
            os.link(font, folder / "fonts" / font.name)
        except OSError:  # another file system
            shutil.copy(font, folder / "fonts" / font.name)
    return folder / "content" / "001"


def lengthen(story: Path, times: int = 3) -> None:
    """Repeat a story's body, so that it is too long for its slot."""
    head, end, body = story.read_text(encoding="utf-8").rpartition("---\n")
    story.write_text(head + end + "\n\n".join([body.strip()] * times) + "\n", encoding="utf-8")
