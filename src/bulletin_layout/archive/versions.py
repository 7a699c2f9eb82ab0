"""The versions that affect the bytes of a PDF (版本): this program, Python, libraries, and what these include."""

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
    "budoux", "lxml", "markdown-it-py", "mdit-py-plugins", "pikepdf", "pillow", "pypdfium2", "pyphen", "python-bidi",
    "pyyaml", "reportlab", "uharfbuzz", "zlib-ng",
)  # fmt: skip
#: They read Word files, render images of a finished PDF, and compress these: no page depends on them.
_SHAPE_NOTHING: Final = ("lxml", "pypdfium2", "zlib-ng")


def installed_versions() -> dict[str, str]:
    """Name → version, sorted by name."""
    found = {
        "bulletin-layout": __version__,
        "bulletin-layout code": code_digest(),
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "harfbuzz": harfbuzz_version(),
        "qpdf": qpdf_version(),
        **codec_versions(),
    }
    for name in (name for name in LIBRARIES if name not in _SHAPE_NOTHING):
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # bundled without its metadata
            found[name] = "unknown"
    return dict(sorted(found.items()))


def code_digest() -> str:
    """SHA-256 of this package's modules (paths and contents), as 16 hexadecimal digits.

    Between two releases the version number does not change, but this does. It is the same for a checkout and for a
    wheel built from it, on every system: line ends are normalised, paths have forward slashes.
    """
    package = Path(bulletin_layout.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py"), key=lambda path: path.relative_to(package).as_posix()):
        text = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(package).as_posix()}\0{len(text)}\0".encode() + text)
    return digest.hexdigest()[:16]


def changed_versions(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Phrase, ...]:
    """A phrase for each name whose version is different, new or gone."""
    names = sorted(then.keys() | now.keys())
    return tuple(
        said.changed_version(name, then.get(name) or said.not_used(), now.get(name) or said.not_used())
        for name in names
        if then.get(name) != now.get(name)
    )
