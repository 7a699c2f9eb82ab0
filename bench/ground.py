"""What all measurements here stand on: where things are, and an issue opened to be composed."""

import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a process that measures others stays small: their peak memory counts its own
    from bulletin_layout.fonts import FontBook
    from bulletin_layout.issue import Issue

BENCH: Final = Path(__file__).resolve().parent
ROOT: Final = BENCH.parent
FONTS: Final = ROOT / "fonts"
#: The faces of text and titles in all programs that are compared.
BODY: Final = FONTS / "NotoSerifSC-Regular.ttf"
TITLE: Final = FONTS / "NotoSansSC-Bold.ttf"
SAMPLE: Final = ROOT / "content" / "2026-10"
#: A real printed issue, on machines that have it.
REAL: Final = ROOT.parent / "shared" / "seed-issue" / "2023-06"
#: This program's command.
BULLETIN: Final = Path(sys.executable).with_name("bulletin")


def opened(folder: Path) -> "tuple[Issue, FontBook]":
    """An issue and its fonts; SystemExit with what is wrong with its files."""
    from bulletin_layout.findings import line
    from bulletin_layout.reading import read_issue

    reading = read_issue(folder)
    if reading.issue is None or reading.fonts is None:
        raise SystemExit("\n".join(line(finding, "en") for finding in reading.findings))
    return reading.issue, reading.fonts


def bytecode() -> str:
    """How many of our modules lie compiled beside their sources; a process compiles the others anew."""
    sources = sorted((ROOT / "src").rglob("*.py"))
    compiled = [source for source in sources if _is_newer(Path(cache_from_source(str(source))), source)]
    return f"Bytecode was there for {len(compiled)} of {len(sources)} modules."


def _is_newer(file: Path, source: Path) -> bool:
    return file.is_file() and file.stat().st_mtime >= source.stat().st_mtime
