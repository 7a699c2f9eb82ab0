"""How text is set (样式): everything resolved, inheritance done, lengths in points unless said otherwise."""

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

    Type: ``font`` is a family of fonts.yaml; ``letterspace`` is em after every character but the last.
    Room: ``lines`` is the least number of whole 行 that the text takes with its air (占行), 0: as many as it needs;
    ``leading`` is baseline to baseline of its own lines, in points, 0: the body grid's; ``sizes`` are the steps it may
    step down to when it does not fit, largest first.
    ``align`` ``spread`` is 均排: letters spread evenly over the width.
    ``pattern`` wraps the text, e.g. ``（{byline}）■``; ``join_last_line``: set on the story's last line when it fits.
    Panel: ``fill`` and ``border`` for banners and furniture.
    Composition (CLREQ; GB/T 15834—2011): ``kinsoku`` level, ``marks`` style, ``adjacent`` 1.5 or 1 em for two marks,
    ``gap`` Han–Latin em, opened to ``gap_max`` before all gaps of a line open, beside digits ``digit_gap``
    (None: ``gap``), ``indent`` em of the first line, ``hang`` em of the other lines, ``hanging`` marks.
    Heads: ``turn_comma``: whether the comma where a line of a head ends is printed (题中逗号).
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
    loose_limit: float = 0.2  #: em that every gap of a line may open before a finding says so
    hyphenate: bool = True
    line_start: LineStart = "trim"
    space_before: int = 0  #: whole 行 before the paragraph
    space_after: int = 0
    run_in: bool = False  #: a crosshead that opens the paragraph after it
    rise: float = 0.0  #: points that it stands above its line (上标); set by the program only
    turn_comma: TurnComma = "keep"
    #: words that no line of a head, caption or byline divides, beside the names found in it; None: none is looked for;
    #: compose takes them from the story, no style says them
    keep: tuple[str, ...] | None = None
    #: the same for running text: lines divide them only where their gaps would show otherwise
    spare: tuple[str, ...] | None = None
