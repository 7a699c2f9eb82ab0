"""Print profiles (印刷要求): the standard, colours and limits that a print shop asks for."""

from typing import Final, Literal

from bulletin_layout.findings import Location
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.pictures import FOGRA39, FOGRA47, IFRA26, Paper, Profile
from bulletin_layout.values import dataclass

Standard = Literal["x-4", "x-1a"]
PressMark = Literal["crop", "register", "bar", "slug"]
Spots = Literal["keep", "convert"]
Blanks = Literal["add", "fault"]


@dataclass(frozen=True, slots=True)
class Press:
    """A print profile: what one print shop asks for.

    ``intent``: ICC profile of the press (None: that of ``paper``, which is built in); ``condition``: its name in the
    registry of printing conditions (color.org). ``dpi``: resolution of pictures; ``tac``: greatest sum of all inks on
    one spot (总墨量; 3.0 is 300 %). ``safe``: least distance from the cut to text (安全距离), ``thinnest``: least width
    of a line, ``smallest``: least size of type; ``mixed_line``, ``mixed_type``: the same in two or more inks, whose
    plates never lie exactly on each other (套印); all in points. ``marks``: marks outside the bleed. ``spots``: spot
    colours keep their plates, or are converted to their CMYK alternates. ``pages``: the number of pages must be a
    multiple of this; ``blanks``: if it is not, a booklet gets blank pages, or is a finding. ``overprint``: solid black
    text and lines overprint (叠印). ``creep``: shift of the innermost sheet of a booklet to the spine (爬移), points.
    """

    name: str
    standard: Standard = "x-4"
    intent: Profile | None = None
    paper: Paper = FOGRA39
    condition: str = "FOGRA39"
    dpi: int = 300
    tac: float = 3.0
    safe: float = 3 * POINTS_PER_MM
    thinnest: float = 0.25
    smallest: float = 5.5
    mixed_line: float = 0.5
    mixed_type: float = 9.0
    marks: tuple[PressMark, ...] = ("crop", "register", "bar", "slug")
    spots: Spots = "keep"
    pages: int = 4
    blanks: Blanks = "add"
    overprint: bool = True
    creep: float = 0.0
    location: Location | None = None


#: Sheetfed offset on coated paper (平张胶印，铜版纸).
SHEETFED: Final = Press("sheetfed")
#: Sheetfed offset on uncoated paper (平张胶印，胶版纸): ink sinks in and dots grow.
OFFSET_UNCOATED: Final = Press("offset-uncoated", paper=FOGRA47, condition="FOGRA47")
#: Coldset web offset on newsprint (报纸轮转): coarser screens, less ink, larger type. Colours are separated for 220 %.
NEWSPAPER: Final = Press(
    "newspaper",
    paper=IFRA26,
    condition="IFRA26",
    dpi=200,
    tac=2.4,
    safe=5 * POINTS_PER_MM,
    thinnest=0.3,
    smallest=6.5,
    mixed_type=10.0,
    spots="convert",
)
