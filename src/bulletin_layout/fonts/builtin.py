"""The built-in fonts (自带字体), which are in a distribution of their own and are found without configuration."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

#: The name of the font list in a folder of fonts.
FONTS_FILE: Final = "fonts.yaml"
#: The package of the companion distribution ``bulletin-layout-fonts``, which contains the fonts.
_PACKAGE: Final = "bulletin_layout_fonts"


def builtin_fonts() -> Path | None:
    """The folder with the built-in list and its files: that of the checkout, else of the companion distribution; None
    when neither is there."""
    places = [Path(__file__).resolve().parents[3] / "fonts"]
    companion = find_spec(_PACKAGE)
    places += map(Path, companion.submodule_search_locations or () if companion is not None else ())
    return next((place for place in places if (place / FONTS_FILE).is_file()), None)
