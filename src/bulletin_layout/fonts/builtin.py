"""The fonts that come with the program (自带字体): a distribution of their own, found without being named."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

#: The list of a folder of fonts.
FONTS_FILE: Final = "fonts.yaml"
#: The package in which the companion distribution ``bulletin-layout-fonts`` puts the fonts.
_PACKAGE: Final = "bulletin_layout_fonts"


def builtin_fonts() -> Path | None:
    """The folder with the shipped list and its files: a checkout's own, else that of the companion distribution;
    None: neither is there."""
    places = [Path(__file__).resolve().parents[3] / "fonts"]
    companion = find_spec(_PACKAGE)
    places += map(Path, companion.submodule_search_locations or () if companion is not None else ())
    return next((place for place in places if (place / FONTS_FILE).is_file()), None)
