"""Which versions shape a PDF's bytes (版本): this program, Python, the libraries, and what these have built in."""

import platform
import zlib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from bulletin_layout import __version__
from bulletin_layout.fonts.harfbuzz import harfbuzz_version
from bulletin_layout.pdfs.pikepdf_adapter import qpdf_version
from bulletin_layout.pictures.raster import codec_versions

#: Distributions that read, break, draw or write; page images are made from the PDF and shape nothing in it.
_LIBRARIES: Final = (
    "budoux", "markdown-it-py", "mdit-py-plugins", "pikepdf", "pillow", "pyphen", "pyyaml", "reportlab", "uharfbuzz",
)  # fmt: skip


def installed_versions() -> dict[str, str]:
    """Each name with its version, sorted by name."""
    found = {
        "bulletin-layout": __version__,
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "harfbuzz": harfbuzz_version(),
        "qpdf": qpdf_version(),
        **codec_versions(),
    }
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # bundled without its metadata
            found[name] = "unknown"
    return dict(sorted(found.items()))


def changed_versions(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """What is not as it was, one line a name, in words."""
    names = sorted(then.keys() | now.keys())
    return tuple(
        f"{name} {then.get(name, 'not used')} then, {now.get(name, 'not used')} now"
        for name in names
        if then.get(name) != now.get(name)
    )
