"""Every key of a layout file (版式), as tables: the values' fields hold types and defaults, a line here the rest."""

from typing import Final, get_args

from bulletin_layout.issue import (
    Banner,
    EditorLine,
    Furniture,
    FurnitureLine,
    PhotoSpec,
    Slot,
    SlotFrame,
    Style,
    TextSpec,
    TitleSpec,
)
from bulletin_layout.issue.layout import Corner, FurniturePlace
from bulletin_layout.issue.style import Marks
from bulletin_layout.measures import PAPERS, Length
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.binding import BY_HAND, key, shape, words
from bulletin_layout.reading.schema.give_forms import GIVE, MARK_NAMES
from bulletin_layout.reading.schema.kinds import Choice, Doc, Either, ListOf, Named, Number, Text, Whole, Words
from bulletin_layout.reading.sources.files import PATH_PATTERN

_ROWS: Final = Whole(0, 200, "行")
_SOME_ROWS: Final = Whole(1, 500, "行")
_COLUMNS: Final = Whole(1, 24)
_PERCENT: Final = Number(0, 100)
_LAYOUT_NAME: Final = Text(Doc("a layout's name", "版式的名字"), PATH_PATTERN)

#: Kinds whose text names something that reading looks up: an ink, a style, the words of a template.
INK: Final = Either(scalar=Text(Doc("an ink's name", "油墨的名字")), sequence=ListOf(_PERCENT, length=4))
_FAMILY: Final = Text(Doc("a family of fonts.yaml", "fonts.yaml 里的字族"))
_WEIGHT: Final = Text(Doc("a weight of the family", "字族里的字重"))
_BANNER_NAME: Final = Text(Doc("a banner's name", "栏题的名字"))
STYLE_NAME: Final = Text(Doc("a style's name", "样式的名字"))
TEMPLATE: Final = Words()

#: What every style passes on to every other one: how text is composed, and its usual face and ink.
FROM_BODY: Final = (
    "font", "ink", "kinsoku", "marks", "adjacent", "gap", "gap_max", "digit_gap", "hyphenate", "hanging", "line_start",
    "loose_limit",
)  # fmt: skip
#: The size of a style that neither says nor inherits one, and the space between columns that a grid does not give.
USUAL_SIZE: Final = Length(1, "字")
USUAL_GUTTER: Final = Length(2, "字")

#: The roles that a slot gives a style to (Slot.styles).
SLOT_ROLES: Final = (
    "body", "headline", "kicker", "deck", "byline", "caption",
    "crosshead", "initial", "quote", "item", "table", "strong", "emphasis",
    "section", "sign", "verse", "pull", "roster", "aside", "note", "jump",
)  # fmt: skip

STYLE: Final = shape(Style, {
    "parent": key(Doc("the style it inherits from"), STYLE_NAME, field=BY_HAND, instead=Doc("`a` for `a.b`")),
    "font": key(Doc("family of `fonts.yaml`"), _FAMILY, examples=("song", "hei", "kai")),
    "weight": key(Doc("weight of the family"), _WEIGHT, examples=("regular", "bold")),
    "size": key(Doc("type size: 小五, 9pt, 1字"), units.TYPE_SIZE, usual=USUAL_SIZE, examples=("小五", "9pt", "1字")),
    "sizes": key(Doc("sizes it may step down to when it does not fit"), ListOf(units.TYPE_SIZE)),
    "ink": key(Doc("colour of the letters"), INK),
    "letterspace": key(Doc("space after every character, in em or %"), units.LETTERSPACE, examples=("0.1em", "5%")),
    "align": key(Doc("where lines stand; `spread` is 均排")),
    "lines": key(Doc("least number of whole 行 it takes with its air (占行)"), _ROWS, instead=Doc("as it needs")),
    "leading": key(
        Doc("baseline to baseline of its own lines"),
        units.LEADING,
        instead=Doc("the grid's"),
        examples=("14pt", "150%"),
    ),
    "pattern": key(Doc("what is printed around the text, e.g. `（{byline}）■`"), Text(), examples=("（{byline}）■",)),
    "join_last_line": key(Doc("stand on the story's last line when it fits")),
    "fill": key(Doc("ground of its panel"), INK),
    "border": key(Doc("border of its panel"), INK),
    "border_width": key(Doc("width of that border"), units.LENGTH, examples=("0.5pt",)),
    "kinsoku": key(Doc("strictness of line starts and ends (避头尾)")),
    "marks": key(Doc("style of punctuation: 全角, 开明, 半角, 行末半角, 原样"), words(Marks, MARK_NAMES)),
    "adjacent": key(Doc("em that two adjacent marks take"), Number(1, 2)),
    "gap": key(Doc("gap between Han and Latin, in em"), units.GAP),
    "gap_max": key(Doc("how far that gap opens before all gaps of a line do, up to 1/2"), units.GAP),
    "digit_gap": key(Doc("gap between Han and digits"), units.GAP, instead=Doc("`gap`")),
    "indent": key(Doc("indent of the first line"), units.INDENT, examples=("2字",)),
    "hang": key(Doc("indent of the other lines"), units.INDENT, examples=("1字",)),
    "loose_limit": key(
        Doc(
            "em that all gaps of a line may open before `loose-line` says so",
            "一行的字距每处拉开超过多少 em 就报 `loose-line`",
        ),
        Number(0, 1),
    ),
    "hanging": key(Doc("let stops hang at the line's end (标点悬挂)")),
    "hyphenate": key(Doc("break Latin words")),
    "line_start": key(Doc("opening marks at a line's start")),
    "space_before": key(Doc("whole 行 before the paragraph"), _ROWS),
    "space_after": key(Doc("whole 行 after it"), _ROWS),
    "run_in": key(Doc("a crosshead: it opens the paragraph after it")),
})  # fmt: skip

_BOX: Final = shape(None, {
    "cols": key(Doc("page columns: `1-4`, `2`, `2-`, `all`"), units.SPAN, examples=("1-4", "all")),
    "rows": key(
        Doc("whole 行 from the head of the type area: `1-28`, `5`, `30-`, `all`"), units.SPAN, examples=("1-28", "30-")
    ),
    "x": key(Doc("left edge from the trim, instead of `cols`"), units.LENGTH),
    "y": key(Doc("upper edge from the trim"), units.LENGTH),
    "width": key(Doc("width"), units.LENGTH),
    "height": key(Doc("height"), units.LENGTH),
})  # fmt: skip

_FRAME: Final = shape(SlotFrame, {
    "border": key(Doc("kind of border")),
    "ink": key(Doc("its colour"), INK, instead=Doc("`black`")),
    "fill": key(Doc("ground"), INK),
    "inset": key(Doc("from the border to the text"), units.LENGTH),
})  # fmt: skip

TEXT: Final = shape(TextSpec, {
    "columns": key(Doc("text columns"), _COLUMNS, instead=Doc("the page columns it spans")),
    "gutter": key(Doc("space between them"), units.LENGTH, instead=Doc("the page's")),
    "rule": key(Doc("rule between them")),
    "balance": key(Doc("make the columns end level")),
    "around": key(Doc("banners that the text runs round"), ListOf(_BANNER_NAME), field=BY_HAND),
    "initial": key(Doc("whole 行 over which the story's first character stands (首字下沉)"), _ROWS),
})  # fmt: skip

_TITLE: Final = shape(TitleSpec, {
    "place": key(Doc("where the title stands")),
    "span": key(Doc("text columns that it spans: a number or `all`"), units.COLUMNS),
    "direction": key(Doc("`horizontal` or `vertical`")),
    "lines": key(Doc("least room, in 行"), Whole(1, 200, "行"), instead=Doc("as much as it needs")),
    "rows": key(
        Doc("rows that a title at the side or inside occupies"), _SOME_ROWS, instead=Doc("the slot's, or as it needs")
    ),
    "col": key(Doc("text column of a title inside the text"), _COLUMNS),
    "row": key(Doc("row of a title inside the text"), Whole(1, 500)),
    "air_before": key(Doc("whole 行 above it"), _ROWS),
    "air_after": key(Doc("whole 行 between it and the text"), _ROWS),
})  # fmt: skip

_CELL: Final = shape(PhotoSpec, {
    "col": key(Doc("text column within the slot"), _COLUMNS, required=True),
    "row": key(Doc("row within the slot"), Whole(1, 500), required=True),
})  # fmt: skip

PHOTO: Final = shape(PhotoSpec, {
    "at": key(Doc("corner of the slot, or `{col, row}`"), Either(scalar=words(Corner), mapping=_CELL)),
    "span": key(Doc("text columns that it spans"), _COLUMNS),
    "width": key(Doc("width of one that text runs round"), units.LENGTH),
    "ratio": key(Doc("width to height, e.g. 3:2"), units.RATIO, examples=("3:2",)),
    "height": key(Doc("whole 行 with its caption, instead of `ratio`"), _SOME_ROWS, field="rows"),
    "caption": key(Doc("where the caption stands")),
    "wrap": key(Doc("text stops for it, or runs round it")),
})  # fmt: skip

_JUMP: Final = shape(None, {
    "to": key(
        Doc("`page4.tail`: slot `tail` of page 4; `tail`: of this page"),
        units.SLOT_OF_PAGE,
        required=True,
        examples=("page4.tail",),
    ),
})  # fmt: skip

SLOT: Final = shape(Slot, {
    "box": key(Doc("where it stands"), _BOX, field=BY_HAND),
    "boxes": key(Doc("several boxes in reading order, e.g. for an L"), ListOf(_BOX), field=BY_HAND),
    "style": key(
        Doc("level: `headline.LEVEL` … where they exist"),
        Text(Doc("a style level", "样式的级别")),
        field=BY_HAND,
        instead=Doc("the slot's name"),
    ),
    "styles": key(Doc("style by role, where it differs"), Named(STYLE_NAME, "role", SLOT_ROLES), field=BY_HAND),
    "text": key(
        Doc("how its text stands; `none`: photos only"), Either(scalar=Choice(("none",)), mapping=TEXT), field=BY_HAND
    ),
    "title": key(Doc("where its title stands"), _TITLE),
    "photos": key(Doc("room for the story's photos, by their names"), Named(PHOTO), field=BY_HAND),
    "frame": key(Doc("border and ground of a boxed story"), _FRAME),
    "short": key(Doc("lines left empty that are no finding"), Whole(0, 500)),
    "give": key(
        Doc("what may bend when the story does not fit, in this order, and how far"), ListOf(GIVE), field=BY_HAND
    ),
    "jump": key(Doc("where the rest of the story goes (转版)"), _JUMP, field=BY_HAND),
})  # fmt: skip

BANNER: Final = shape(Banner, {
    "text": key(Doc("its words"), TEMPLATE, required=True),
    "box": key(Doc("where it stands"), _BOX, field=BY_HAND, required=True),
    "style": key(Doc("its style"), STYLE_NAME, usual="banner"),
    "direction": key(Doc("`horizontal` or `vertical`")),
    "width": key(Doc("narrower than its box"), units.LENGTH, instead=Doc("as wide")),
    "side": key(Doc("side of its box at which a narrower one stands")),
})  # fmt: skip

_PLACE: Final = Either(
    scalar=Choice(tuple(place for place in get_args(FurniturePlace) if place != "box")), mapping=_BOX
)

FURNITURE_LINE: Final = shape(FurnitureLine, {
    "text": key(Doc("a template"), TEMPLATE, required=True, examples=("{publication.name}　第{page.number}版",)),
    "style": key(Doc("its style"), STYLE_NAME, usual="folio"),
})  # fmt: skip

FURNITURE: Final = shape(Furniture, {
    "at": key(Doc("`top`, `top-inner` …, or a box"), _PLACE, field=BY_HAND, required=True),
    "text": key(Doc("one line of text, a template"), TEMPLATE, field=BY_HAND),
    "style": key(Doc("its style"), STYLE_NAME, field=BY_HAND, usual="folio"),
    "lines": key(Doc("several lines instead of `text`"), ListOf(FURNITURE_LINE), field=BY_HAND),
    "rule": key(Doc("where a rule stands")),
    "rule_kind": key(Doc("kind of rule; `thick-thin` is 文武线")),
    "rule_ink": key(Doc("its colour"), INK, instead=Doc("`black`")),
    "frame": key(Doc("border and ground"), _FRAME),
    "picture": key(
        Doc("a picture instead of text, in its own shape; path from the publication's folder"),
        Text(Doc("a path", "路径"), PATH_PATTERN),
        field=BY_HAND,
    ),
    "offset": key(Doc("distance from the type area"), units.LENGTH),
})  # fmt: skip

EDITOR: Final = shape(EditorLine, {
    "at": key(Doc("where it stands, as for furniture"), _PLACE, field=BY_HAND, required=True),
    "label": key(Doc("words before the name"), Words(), field=BY_HAND, usual="本版责编"),
    "name": key(Doc("the editor when the issue names none"), Words(), field=BY_HAND),
    "style": key(Doc("its style"), STYLE_NAME, usual="editor"),
    "offset": key(Doc("distance from the type area"), units.LENGTH),
})  # fmt: skip

_INK_DEFINITION: Final = shape(None, {
    "cmyk": key(Doc("cyan, magenta, yellow, black in percent"), ListOf(_PERCENT, length=4)),
    "grey": key(Doc("0 is black, 100 is white"), _PERCENT),
    "rgb": key(Doc("`\"#rrggbb\"`"), units.RGB, examples=("#c8102e",)),
    "spot": key(Doc("name of a spot plate; `cmyk` is then its alternate"), Text(Doc("a plate's name", "印版的名字"))),
})  # fmt: skip

_MARGINS: Final = shape(None, {
    side: key(Doc(f"{side} margin"), units.LENGTH, required=True) for side in ("top", "bottom", "inner", "outer")
})  # fmt: skip

_PAPER: Final = shape(None, {
    "trim": key(
        Doc("paper by name (A4, 8开 …) or `[width, height]`"),
        Either(scalar=Choice(tuple(PAPERS)), sequence=ListOf(units.ABSOLUTE, length=2)),
        required=True,
    ),
    "bleed": key(Doc("bleed on every side (出血)"), units.ABSOLUTE, instead=Doc("none"), examples=("3mm",)),
    "margins": key(Doc("from the trim to the type area; inner and outer mirror"), _MARGINS, required=True),
})  # fmt: skip

_BODY: Final = shape(None, {
    "size": key(Doc("1字, the size of body text"), units.ABSOLUTE, required=True, examples=("小五", "9pt")),
    "line": key(Doc("1行, baseline to baseline"), units.ABSOLUTE, required=True, examples=("14pt",)),
})  # fmt: skip

_GRID_COLUMNS: Final = shape(None, {
    "count": key(Doc("page columns (栏)"), _COLUMNS, required=True),
    "measure": key(Doc("whole 字 a line"), Whole(1, 200, "字"), required=True, examples=("13字",)),
    "gutter": key(Doc("space between columns (栏距)"), units.LENGTH, usual=USUAL_GUTTER),
})  # fmt: skip

_GRID: Final = shape(None, {
    "body": key(Doc("body text: every baseline stands on its grid"), _BODY, required=True),
    "columns": key(Doc("page columns"), _GRID_COLUMNS, required=True),
})  # fmt: skip

LAYOUT: Final = shape(None, {
    "schema": key(Doc("kind of file"), Choice(("bulletin/layout@1",)), required=True),
    "extends": key(Doc("the layout that this one changes"), _LAYOUT_NAME),
    "name": key(Doc("the page's name, e.g. 综合新闻"), Text(), instead=Doc("the file's name")),
    "paper": key(Doc("sheet and margins"), _PAPER, required=True),
    "grid": key(Doc("body grid and page columns"), _GRID, required=True),
    "inks": key(Doc("colours by name; `black` and `white` are there"), Named(_INK_DEFINITION, "ink")),
    "styles": key(Doc("named styles; `a.b` inherits `a`"), Named(STYLE, "style")),
    "furniture": key(Doc("what every page carries: folio, nameplate"), Named(FURNITURE, "furniture")),
    "editor": key(Doc("the line that names the page's editor (本版责编)"), EDITOR),
    "banners": key(Doc("section banners (栏题)"), Named(BANNER, "banner")),
    "slots": key(Doc("room for stories (版块)"), Named(SLOT, "slot")),
    "repeat": key(
        Doc("the page stands as often as the issue's `flow` has text (简报)"),
        Choice(("until-text-ends",)),
    ),
    "first": key(Doc("the layout of the first of these pages, if it is another"), _LAYOUT_NAME),
})  # fmt: skip
