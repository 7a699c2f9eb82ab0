"""Styles (样式), with inheritance resolved. Lengths are points unless stated otherwise."""

from typing import Literal

from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.values import dataclass

Align = Literal["justify", "start", "center", "end", "spread"]
Kinsoku = Literal["none", "basic", "gb", "strict"]
Marks = Literal["full", "kaiming", "half", "line-end-half", "as-is"]
LineStart = Literal["trim", "full", "hung"]
TurnComma = Literal["keep", "drop"]


@dataclass(frozen=True, slots=True)
class Style:
    """A named style (样式).

    Type: ``font``: a family of fonts.yaml; ``letterspace``: em after every character but the last.
    Room: ``lines``: least number of whole 行 that the text takes with its air (占行), 0: as many as it needs;
    ``leading``: baseline to baseline of its lines, 0: that of the body; ``sizes``: smaller sizes to try if it does not
    fit, largest first.
    ``align``: ``spread`` is 均排, with characters spread evenly over the width.
    ``pattern``: template around the text, such as ``（{byline}）■``; ``join_last_line``: set on the last line of the
    story if it fits.
    Panel: ``fill`` and ``border``, for banners and furniture.
    Composition (CLREQ; GB/T 15834—2011): ``kinsoku``: level of 避头尾; ``marks``: widths of marks (全角, 开明 …);
    ``adjacent``: width of two neighbouring marks, 1.5 or 1 em; ``gap``: Han–Latin gap in em, which a line opens to
    ``gap_max`` after it has opened all gaps by 0.05 em and before it opens them further; ``digit_gap``: the same beside
    digits (None: ``gap``); ``indent``: em, of the first line; ``hang``: em, of the other lines; ``hanging``: whether
    marks may hang in the margin.
    Heads: ``turn_comma``: whether a comma at the end of a line is printed (题中逗号).
    """

    name: str
    font: str = "song"
    weight: str = "regular"
    size: float = 9.0
    ink: Ink = BLACK
    letterspace: float = 0.0
    align: Align = "justify"
    lines: int = 0
    leading: float = 0.0
    sizes: tuple[float, ...] = ()
    pattern: str = ""
    join_last_line: bool = False
    fill: Ink | None = None
    border: Ink | None = None
    border_width: float = 0.0
    kinsoku: Kinsoku = "gb"
    marks: Marks = "full"
    adjacent: float = 1.5
    gap: float = 0.25
    gap_max: float = 1 / 3
    digit_gap: float | None = None
    indent: float = 0.0
    hang: float = 0.0
    hanging: bool = False
    loose_limit: float = 0.2  #: em that the gaps of a line may open without a finding
    hyphenate: bool = True
    line_start: LineStart = "trim"
    space_before: int = 0  #: whole 行 before the paragraph
    space_after: int = 0
    run_in: bool = False  #: a crosshead that is set at the start of the paragraph after it (题跟文)
    rise: float = 0.0  #: points above the baseline (上标); set by the program, not by a style file
    turn_comma: TurnComma = "keep"
    #: words that are not divided in a head, caption or byline, in addition to names found in it; None: names are not
    #: looked for; ``compose`` takes them from the story, not from a style file
    keep: tuple[str, ...] | None = None
    #: words that lines of running text, and those of a byline, divide only where their gaps would show otherwise
    spare: tuple[str, ...] | None = None
