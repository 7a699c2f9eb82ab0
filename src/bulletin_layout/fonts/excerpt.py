"""Excerpts of font files (字体节本): the part of a font that the characters of one issue need, to be attached to that
issue.

An excerpt sets these characters exactly like the whole file: same glyph numbers, same rules and metrics. A table of
its own names the original file. Font names are removed, since a licence may reserve them for the complete font.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from unicodedata import normalize

from bulletin_layout.fonts.harfbuzz import OpenedFont
from bulletin_layout.fonts.sfnt import with_tables
from bulletin_layout.values import dataclass

#: The tag of this table; tags with capitals are free for private use.
_TAG: Final = "BLEX"
_DIGEST: Final = "[0-9a-f]{64}"
#: PostScript names: printable ASCII without what delimits tokens (OpenType 1.9, name table, name ID 6).
_NAME: Final = "[!-~]{0,63}"

#: Characters that are set or measured without being in a text: ASCII, Latin 1, combining and point marks, circled
#: digits, Chinese punctuation with its vertical and full-width forms.
_ALWAYS: Final = frozenset(
    chr(point)
    for first, last in (
        (0x20, 0x7E), (0xA0, 0xFF), (0x300, 0x36F), (0x2000, 0x206F), (0x2190, 0x2193), (0x2212, 0x2212),
        (0x2460, 0x2473), (0x25A0, 0x25CF), (0x2E3A, 0x2E3B), (0x3000, 0x303F), (0xFE10, 0xFE1F), (0xFE30, 0xFE4F),
        (0xFF01, 0xFF65),
    )
    for point in range(first, last + 1)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Original:
    """The whole file of an excerpt: PostScript name of its face, digest and size in bytes."""

    name: str
    sha256: str
    size: int


def make_excerpt(font: OpenedFont, text: Iterable[str], original: Original) -> bytes:
    """A font file with what the characters of ``text`` need and the table naming its original; with an empty text it
    sets nothing. Letters with accents are kept with their parts, since HarfBuzz may substitute one for the other."""
    wanted = frozenset(text)
    wanted |= _ALWAYS if wanted else frozenset()
    forms = {char for each in wanted for form in ("NFC", "NFD") for char in (*each, *normalize(form, each))}
    told = {"name": original.name, "sha256": original.sha256, "size": original.size}
    note = json.dumps(told, sort_keys=True).encode()
    return with_tables(font.excerpt(frozenset(map(ord, forms))), {_TAG: note})


def original_of(font: OpenedFont) -> Original | None:
    """The original of an excerpt; None when the font is not an excerpt or its table is invalid."""
    if _TAG not in font.tables:
        return None
    try:
        told = json.loads(font.table(_TAG))
        found = Original(str(told["name"]), str(told["sha256"]), int(told["size"]))
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    return found if re.fullmatch(_DIGEST, found.sha256) and re.fullmatch(_NAME, found.name) else None


def blank_excerpt(path: Path, original: Original) -> bytes:
    """A font without any character, in place of one that is listed but not used. ``path``: any font file to make it
    from. Raises OSError when that cannot be read."""
    return make_excerpt(OpenedFont(path, 0), (), original)
