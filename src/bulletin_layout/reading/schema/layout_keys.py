"""Every key of a layout file (版式), as a table."""

from typing import Final, get_args

from bulletin_layout.issue.layout import Corner, Direction, FurniturePlace, RuleKind
from bulletin_layout.issue.style import Align, Kinsoku, Marks
from bulletin_layout.measures import PAPERS
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.give_forms import GIVE, MARK_NAMES
from bulletin_layout.reading.schema.kinds import (
    Choice,
    Either,
    Flag,
    Key,
    ListOf,
    Named,
    Number,
    Shape,
    Text,
    Whole,
    Words,
)

_RULES: Final = Choice(get_args(RuleKind))
_ROWS: Final = Whole(0, 200, "行")
_INK: Final = Either(scalar=Text("an ink's name"), sequence=ListOf(Number(0, 100), length=4))

#: What every style passes on to every other one: how text is composed, and its usual face and ink.
FROM_BODY: Final = (
    "font", "ink", "kinsoku", "marks", "adjacent", "gap", "gap_max", "digit_gap", "hyphenate", "hanging", "line_start",
)  # fmt: skip

STYLE: Final = Shape({
    "parent": Key(Text("a style's name"), "the style it inherits from (default: `a` for `a.b`)"),
    "font": Key(Text("a family of fonts.yaml"), "family of `fonts.yaml`"),
    "weight": Key(Text("a weight of the family"), "weight of the family"),
    "size": Key(units.TYPE_SIZE, "type size: 小五, 9pt, 1字"),
    "sizes": Key(ListOf(units.TYPE_SIZE), "sizes it may step down to when it does not fit"),
    "ink": Key(_INK, "colour of the letters"),
    "letterspace": Key(units.LETTERSPACE, "space after every character, in em or %"),
    "align": Key(Choice(get_args(Align)), "where lines stand; `spread` is 均排"),
    "lines": Key(_ROWS, "least number of whole 行 it takes with its air (占行)"),
    "leading": Key(units.LEADING, "baseline to baseline of its own lines"),
    "pattern": Key(Text(), "what is printed around the text, e.g. `（{byline}）■`"),
    "join_last_line": Key(Flag(), "stand on the story's last line when it fits"),
    "fill": Key(_INK, "ground of its panel"),
    "border": Key(_INK, "border of its panel"),
    "border_width": Key(units.LENGTH, "width of that border"),
    "kinsoku": Key(Choice(get_args(Kinsoku)), "strictness of line starts and ends (避头尾)"),
    "marks": Key(Choice(get_args(Marks), MARK_NAMES), "style of punctuation: 全角, 开明, 半角, 行末半角, 原样"),
    "adjacent": Key(Number(1, 2), "em that two adjacent marks take"),
    "gap": Key(units.GAP, "gap between Han and Latin, in em"),
    "gap_max": Key(units.GAP, "how far that gap opens before all gaps of a line do, up to 1/2"),
    "digit_gap": Key(units.GAP, "gap between Han and digits (default: `gap`)"),
    "indent": Key(units.INDENT, "indent of the first line"),
    "hang": Key(units.INDENT, "indent of the other lines"),
    "hanging": Key(Flag(), "let stops hang at the line's end (标点悬挂)"),
    "hyphenate": Key(Flag(), "break Latin words"),
    "line_start": Key(Choice(("trim", "full", "hung")), "opening marks at a line's start"),
    "space_before": Key(_ROWS, "whole 行 before the paragraph"),
    "space_after": Key(_ROWS, "whole 行 after it"),
    "run_in": Key(Flag(), "a crosshead: it opens the paragraph after it"),
})  # fmt: skip

_BOX: Final = Shape({
    "cols": Key(units.SPAN, "page columns: `1-4`, `2`, `2-`, `all`"),
    "rows": Key(units.SPAN, "whole 行 from the head of the type area: `1-28`, `5`, `30-`, `all`"),
    "x": Key(units.LENGTH, "left edge from the trim, instead of `cols`"),
    "y": Key(units.LENGTH, "upper edge from the trim"),
    "width": Key(units.LENGTH, "width"),
    "height": Key(units.LENGTH, "height"),
})  # fmt: skip

_FRAME: Final = Shape({
    "border": Key(_RULES, "kind of border"),
    "ink": Key(_INK, "its colour"),
    "fill": Key(_INK, "ground"),
    "inset": Key(units.LENGTH, "from the border to the text"),
})  # fmt: skip

_TEXT: Final = Shape({
    "columns": Key(Whole(1, 24), "text columns (default: the page columns it spans)"),
    "gutter": Key(units.LENGTH, "space between them"),
    "rule": Key(_RULES, "rule between them"),
    "balance": Key(Flag(), "make the columns end level"),
    "around": Key(ListOf(Text("a banner's name")), "banners that the text runs round"),
    "initial": Key(_ROWS, "whole 行 over which the story's first character stands (首字下沉)"),
})  # fmt: skip

_TITLE: Final = Shape({
    "place": Key(Choice(("top", "left", "right", "inside", "none")), "where the title stands"),
    "span": Key(units.COLUMNS, "text columns that it spans: a number or `all`"),
    "direction": Key(Choice(get_args(Direction)), "`horizontal` or `vertical`"),
    "lines": Key(Whole(1, 200, "行"), "least room, in 行"),
    "rows": Key(Whole(1, 500, "行"), "rows that a title at the side or inside occupies"),
    "col": Key(Whole(1, 24), "text column of a title inside the text"),
    "row": Key(Whole(1, 500), "row of a title inside the text"),
    "air_before": Key(_ROWS, "whole 行 above it"),
    "air_after": Key(_ROWS, "whole 行 between it and the text"),
})  # fmt: skip

_CELL: Final = Shape({
    "col": Key(Whole(1, 24), "text column within the slot", required=True),
    "row": Key(Whole(1, 500), "row within the slot", required=True),
})  # fmt: skip

_PHOTO: Final = Shape({
    "at": Key(Either(scalar=Choice(get_args(Corner)), mapping=_CELL), "corner of the slot, or `{col, row}`"),
    "span": Key(Whole(1, 24), "text columns that it spans"),
    "width": Key(units.LENGTH, "width of one that text runs round"),
    "ratio": Key(units.RATIO, "width to height, e.g. 3:2"),
    "height": Key(Whole(1, 500, "行"), "whole 行 with its caption, instead of `ratio`"),
    "caption": Key(Choice(("below", "none")), "where the caption stands"),
    "wrap": Key(Choice(("block", "around")), "text stops for it, or runs round it"),
})  # fmt: skip

_JUMP: Final = Shape({
    "to": Key(units.SLOT_OF_PAGE, "`page4.tail`: slot `tail` of page 4; `tail`: of this page", required=True),
})  # fmt: skip

_SLOT: Final = Shape({
    "box": Key(_BOX, "where it stands"),
    "boxes": Key(ListOf(_BOX), "several boxes in reading order, e.g. for an L"),
    "style": Key(Text("a style level"), "level: `headline.LEVEL` … where they exist (default: the slot's name)"),
    "styles": Key(Named(Text("a style's name")), "style by role, where it differs"),
    "text": Key(Either(scalar=Choice(("none",)), mapping=_TEXT), "how its text stands; `none`: photos only"),
    "title": Key(_TITLE, "where its title stands"),
    "photos": Key(Named(_PHOTO), "room for the story's photos, by their names"),
    "frame": Key(_FRAME, "border and ground of a boxed story"),
    "short": Key(Whole(0, 500), "lines left empty that are no finding"),
    "give": Key(ListOf(GIVE), "what may bend when the story does not fit, in this order, and how far"),
    "jump": Key(_JUMP, "where the rest of the story goes (转版)"),
})  # fmt: skip

_BANNER: Final = Shape({
    "text": Key(Words(), "its words", required=True),
    "box": Key(_BOX, "where it stands", required=True),
    "style": Key(Text("a style's name"), "its style (default: `banner`)"),
    "direction": Key(Choice(get_args(Direction)), "`horizontal` or `vertical`"),
    "width": Key(units.LENGTH, "narrower than its box"),
    "side": Key(Choice(("left", "right")), "side of its box at which a narrower one stands"),
})  # fmt: skip

_PLACE: Final = Either(
    scalar=Choice(tuple(place for place in get_args(FurniturePlace) if place != "box")), mapping=_BOX
)

_FURNITURE: Final = Shape({
    "at": Key(_PLACE, "`top`, `top-inner` …, or a box", required=True),
    "text": Key(Words(), "one line of text, a template"),
    "style": Key(Text("a style's name"), "its style (default: `folio`)"),
    "lines": Key(
        ListOf(Shape({
            "text": Key(Words(), "a template", required=True),
            "style": Key(Text("a style's name"), "its style (default: `folio`)"),
        })),
        "several lines instead of `text`",
    ),
    "rule": Key(Choice(("none", "above", "below")), "where a rule stands"),
    "rule_kind": Key(_RULES, "kind of rule (default `thick-thin`, 文武线)"),
    "rule_ink": Key(_INK, "its colour"),
    "frame": Key(_FRAME, "border and ground"),
    "picture": Key(Text("a path"), "a picture instead of text, in its own shape; path from the publication's folder"),
    "offset": Key(units.LENGTH, "distance from the type area"),
})  # fmt: skip

_EDITOR: Final = Shape({
    "at": Key(_PLACE, "where it stands, as for furniture", required=True),
    "label": Key(Words(), "words before the name (default 本版责编)"),
    "name": Key(Words(), "the editor when the issue names none"),
    "style": Key(Text("a style's name"), "its style (default: `editor`)"),
    "offset": Key(units.LENGTH, "distance from the type area"),
})  # fmt: skip

_PERCENT: Final = Number(0, 100)
_INK_DEFINITION: Final = Shape({
    "cmyk": Key(ListOf(_PERCENT, length=4), "cyan, magenta, yellow, black in percent"),
    "grey": Key(_PERCENT, "0 is black, 100 is white"),
    "rgb": Key(Text("a colour such as #c8102e"), "`\"#rrggbb\"`"),
    "spot": Key(Text("a plate's name"), "name of a spot plate; `cmyk` is then its alternate"),
})  # fmt: skip

_MARGINS: Final = Shape({
    side: Key(units.LENGTH, f"{side} margin", required=True) for side in ("top", "bottom", "inner", "outer")
})  # fmt: skip

_PAPER: Final = Shape({
    "trim": Key(
        Either(scalar=Choice(tuple(PAPERS)), sequence=ListOf(units.ABSOLUTE, length=2)),
        "paper by name (A4, 8开 …) or `[width, height]`",
        required=True,
    ),
    "bleed": Key(units.ABSOLUTE, "bleed on every side (出血)"),
    "margins": Key(_MARGINS, "from the trim to the type area; inner and outer mirror", required=True),
})  # fmt: skip

_GRID: Final = Shape({
    "body": Key(
        Shape({
            "size": Key(units.ABSOLUTE, "1字, the size of body text", required=True),
            "line": Key(units.ABSOLUTE, "1行, baseline to baseline", required=True),
        }),
        "body text: every baseline stands on its grid",
        required=True,
    ),
    "columns": Key(
        Shape({
            "count": Key(Whole(1, 24), "page columns (栏)", required=True),
            "measure": Key(Whole(1, 200, "字"), "whole 字 a line", required=True),
            "gutter": Key(units.LENGTH, "space between columns (栏距)"),
        }),
        "page columns",
        required=True,
    ),
})  # fmt: skip

LAYOUT: Final = Shape({
    "schema": Key(Choice(("bulletin/layout@1",)), "kind of file", required=True),
    "extends": Key(Text("a layout's name"), "the layout that this one changes"),
    "name": Key(Text(), "the page's name, e.g. 综合新闻"),
    "paper": Key(_PAPER, "sheet and margins", required=True),
    "grid": Key(_GRID, "body grid and page columns", required=True),
    "inks": Key(Named(_INK_DEFINITION, "ink"), "colours by name; `black` and `white` are there"),
    "styles": Key(Named(STYLE, "style"), "named styles; `a.b` inherits `a`"),
    "furniture": Key(Named(_FURNITURE, "furniture"), "what every page carries: folio, nameplate"),
    "editor": Key(_EDITOR, "the line that names the page's editor (本版责编)"),
    "banners": Key(Named(_BANNER, "banner"), "section banners (栏题)"),
    "slots": Key(Named(_SLOT, "slot"), "room for stories (版块)"),
    "repeat": Key(Choice(("until-text-ends",)), "the page stands as often as the issue's `flow` has text (简报)"),
    "first": Key(Text("a layout's name"), "the layout of the first of these pages, if it is another"),
})  # fmt: skip
