"""Font files (字体文件) → faces, shaped runs and ink measures (all in em, size-free), and subsets."""

from bulletin_layout.fonts.book import FontBook
from bulletin_layout.fonts.face import Face, FontError, Glyph, Ink

__all__ = ["Face", "FontBook", "FontError", "Glyph", "Ink"]
