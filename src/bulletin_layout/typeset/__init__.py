"""Chinese composition (排文): breaks a paragraph into lines of given widths and places every glyph.

All rules of composition are here, and nothing about pages. The rules follow CLREQ and GB/T 15834—2011; where newspapers
differ, the module that deviates says so and why. Lengths are points unless a name or a docstring says em.
"""

from bulletin_layout.typeset.annotate import is_divisible, part_of, ruby_of
from bulletin_layout.typeset.crossheads import break_head
from bulletin_layout.typeset.doubts import doubts_in
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.headlines import FittedHead, fit_head
from bulletin_layout.typeset.interlinear import Glossed, Interlinear, Ruby
from bulletin_layout.typeset.lines import Column, Doubt, Ledger, Line, Setting, TextRun
from bulletin_layout.typeset.moves import moved, shifted, side_by_side
from bulletin_layout.typeset.names import signed
from bulletin_layout.typeset.paragraph import break_into, break_lines
from bulletin_layout.typeset.phrases import Phraser, parted_words, phraser_of
from bulletin_layout.typeset.prepare import prepare
from bulletin_layout.typeset.raised import shifted_style
from bulletin_layout.typeset.vertical import break_vertical, set_vertical

__all__ = [
    "Column",
    "Doubt",
    "FittedHead",
    "Galley",
    "Glossed",
    "Interlinear",
    "Ledger",
    "Line",
    "Phraser",
    "Ruby",
    "Setting",
    "TextRun",
    "break_head",
    "break_into",
    "break_lines",
    "break_vertical",
    "doubts_in",
    "fit_head",
    "is_divisible",
    "moved",
    "part_of",
    "parted_words",
    "phraser_of",
    "prepare",
    "ruby_of",
    "set_vertical",
    "shifted",
    "shifted_style",
    "side_by_side",
    "signed",
]
