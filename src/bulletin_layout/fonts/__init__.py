"""Opens font files (字体文件), shapes text, measures ink and cuts subsets. All lengths are em, independent of size."""

from bulletin_layout.fonts.book import FORMING, FaceKey, FontBook, FontFile, no_font_has
from bulletin_layout.fonts.builtin import FONTS_FILE, builtin_fonts
from bulletin_layout.fonts.excerpt import Original, blank_excerpt
from bulletin_layout.fonts.face import Face, Glyph, InkBounds
from bulletin_layout.fonts.harfbuzz import script_of
from bulletin_layout.fonts.ignorable import UNWANTED, is_selector, shows_nothing
from bulletin_layout.fonts.opening import FontError, open_face
from bulletin_layout.fonts.screen import screen_font
from bulletin_layout.fonts.standard import LEVEL_1, standard_characters
from bulletin_layout.fonts.subset import Subset, subset

__all__ = [
    "FONTS_FILE",
    "FORMING",
    "LEVEL_1",
    "UNWANTED",
    "Face",
    "FaceKey",
    "FontBook",
    "FontError",
    "FontFile",
    "Glyph",
    "InkBounds",
    "Original",
    "Subset",
    "blank_excerpt",
    "builtin_fonts",
    "is_selector",
    "no_font_has",
    "open_face",
    "screen_font",
    "script_of",
    "shows_nothing",
    "standard_characters",
    "subset",
]
