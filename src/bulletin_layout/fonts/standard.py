"""通用规范汉字表 (Table of General Standard Chinese Characters, 2013), in its order."""

from pathlib import Path
from typing import Final

_TABLE: Final = Path(__file__).with_name("tongyong-8105.txt")
#: How many characters level 1 has, those in most frequent use.
LEVEL_1: Final = 3500


def standard_characters() -> str:
    """The 8105 characters of the table; level 1 = the first 3500, level 2 = up to 6500. It is read at each call."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))
