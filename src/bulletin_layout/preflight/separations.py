"""The plates of a written file (分色版), as Ghostscript makes them: no library here can separate.

Ghostscript is a program of its own that may be missing. It reads our own file, in its safe mode, in a folder that is
removed again.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bulletin_layout.findings.catalogue import products as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.pictures import Plate, read_plate
from bulletin_layout.values import NamedTuple

#: What Ghostscript is called on Unix, and on Windows.
_PROGRAMS: Final = ("gs", "gswin64c", "gswin32c")
_PROCESS: Final = ("Cyan", "Magenta", "Yellow", "Black")
#: Whoever waits longer than this, in seconds, waits for nothing.
_LONGEST: Final = 600
_FILE: Final = re.compile(r"p(\d+)\((.*)\)\.tif")
_POINTS: Final = 72


class SeparationError(SaidError):
    """No plates: Ghostscript is missing, or cannot separate the file. The message is for users."""


class Separated(NamedTuple):
    """One page's plates: cyan, magenta, yellow, black, then spots by name. Plates without ink are left out."""

    number: int
    plates: tuple[Plate, ...]


def separator() -> tuple[str, str]:
    """The program that separates, and its name with version. SeparationError: there is none."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if found is None:
        raise SeparationError(said.no_ghostscript())
    try:
        version = subprocess.run([found, "--version"], capture_output=True, text=True, timeout=_LONGEST, check=True)
    except (OSError, subprocess.SubprocessError) as problem:
        raise SeparationError(said.ghostscript_failed(str(problem))) from None
    return found, f"Ghostscript {version.stdout.strip()}"


def separations(pdf: bytes, program: str, dpi: int, cell: float) -> Iterator[Separated]:
    """The plates of each page within its trim, ``dpi`` dots an inch, and their ink in squares of ``cell`` points.
    SeparationError: the file cannot be separated."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages.pdf").write_bytes(pdf)
        command = [program, "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dUseTrimBox", "-sDEVICE=tiffsep", f"-r{dpi}"]
        try:
            subprocess.run(
                [*command, "-sOutputFile=p%d.tif", "pages.pdf"],
                cwd=folder, check=True, capture_output=True, timeout=_LONGEST,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as problem:
            raise SeparationError(said.ghostscript_failed(str(problem))) from None
        files = [(match, file) for file in folder.iterdir() if (match := _FILE.fullmatch(file.name))]
        for number in sorted({int(match[1]) for match, _ in files}):
            named = {match[2]: file for match, file in files if int(match[1]) == number}
            order = sorted(named, key=lambda name: (_PROCESS.index(name) if name in _PROCESS else len(_PROCESS), name))
            plates = (read_plate(each, named[each].read_bytes(), dpi, cell * dpi / _POINTS) for each in order)
            yield Separated(number, tuple(plate for plate in plates if plate.inked))
