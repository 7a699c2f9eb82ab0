"""Which versions shape a PDF's bytes (版本): this program, Python, the libraries, and what these have built in."""

import hashlib
import platform
import zlib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import bulletin_layout
from bulletin_layout import __version__
from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts.harfbuzz import harfbuzz_version
from bulletin_layout.pdfs.pikepdf_adapter import qpdf_version
from bulletin_layout.pictures.raster import codec_versions

#: The distributions that the program needs, as pyproject.toml has them.
LIBRARIES: Final = (
    "budoux", "markdown-it-py", "mdit-py-plugins", "pikepdf", "pillow", "pypdfium2", "pyphen", "python-bidi", "pyyaml",
    "reportlab", "uharfbuzz",
)  # fmt: skip
#: Page images are made from the PDF: what makes them shapes nothing in it.
_SHAPES_NOTHING: Final = "pypdfium2"


def installed_versions() -> dict[str, str]:
    """Each name with its version, sorted by name."""
    found = {
        "bulletin-layout": __version__,
        "bulletin-layout code": code_digest(),
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "harfbuzz": harfbuzz_version(),
        "qpdf": qpdf_version(),
        **codec_versions(),
    }
    for name in (name for name in LIBRARIES if name != _SHAPES_NOTHING):
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # bundled without its metadata
            found[name] = "unknown"
    return dict(sorted(found.items()))


def code_digest() -> str:
    """SHA-256 of the program's own modules, names and contents, in 16 hexadecimal digits.

    A version number names a release; between two of them, only this says whether other code made a file. It is the
    same for a checkout and for the wheel built from it, on every system.
    """
    package = Path(bulletin_layout.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py"), key=lambda path: path.relative_to(package).as_posix()):
        text = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(package).as_posix()}\0{len(text)}\0".encode() + text)
    return digest.hexdigest()[:16]


def changed_versions(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Phrase, ...]:
    """What is not as it was, one phrase a name."""
    names = sorted(then.keys() | now.keys())
    return tuple(
        said.changed_version(name, then.get(name) or said.not_used(), now.get(name) or said.not_used())
        for name in names
        if then.get(name) != now.get(name)
    )
