"""Tables of the keys of a layout file (版式). Types and defaults come from the fields of ``issue``'s classes."""

from typing import Final, get_args

from bulletin_layout.findings.phrases import both
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
from bulletin_layout.reading.schema.kinds import Choice, Either, ListOf, Named, Number, Text, Whole, Words
from bulletin_layout.reading.sources.files import PATH_PATTERN

_ROWS: Final = Whole(0, 200, "行")
_SOME_ROWS: Final = Whole(1, 500, "行")
_COLUMNS: Final = Whole(1, 24)
_PERCENT: Final = Number(0, 100)
_LAYOUT_NAME: Final = Text(both("a layout's name", "版式的名字"), PATH_PATTERN)

#: Kinds whose text refers to something else: an ink, a style, the names in a template.
INK: Final = Either(scalar=Text(both("an ink's name", "油墨的名字")), sequence=ListOf(_PERCENT, length=4))
_FAMILY: Final = Text(both("a family of fonts.yaml", "fonts.yaml 里的字族"))
_WEIGHT: Final = Text(both("a weight of the family", "字族里的字重"))
_BANNER_NAME: Final = Text(both("a banner's name", "栏题的名字"))
STYLE_NAME: Final = Text(both("a style's name", "样式的名字"))
TEMPLATE: Final = Words()
#: A word that is never broken at a line end.
_WORD: Final = Text(both("a word that stays whole", "不拆的词"))
KEEP: Final = Either(scalar=_WORD, sequence=ListOf(_WORD))

#: Keys that every style without a parent takes from ``body``: how text is composed, and its usual face and ink.
FROM_BODY: Final = (
    "font", "ink", "kinsoku", "marks", "adjacent", "gap", "gap_max", "digit_gap", "hyphenate", "hanging", "line_start",
    "loose_limit",
)  # fmt: skip
#: The size of a style that neither sets nor inherits one, and the default gutter of a grid.
USUAL_SIZE: Final = Length(1, "字")
USUAL_GUTTER: Final = Length(2, "字")

#: The roles for which a slot has a style (``Slot.styles``).
SLOT_ROLES: Final = (
    "body", "headline", "kicker", "deck", "byline", "caption",
    "crosshead", "initial", "quote", "item", "table", "strong", "emphasis",
    "section", "sign", "verse", "pull", "roster", "aside", "note", "jump",
)  # fmt: skip

STYLE: Final = shape(Style, {
    "parent": key(
        both("the style it inherits from", "继承哪个样式"),
        STYLE_NAME,
        field=BY_HAND,
        instead=both("`a` for `a.b`", "`a.b` 继承 `a`"),
    ),
    "font": key(both("family of `fonts.yaml`", "字族，见 `fonts.yaml`"), _FAMILY, examples=("song", "hei", "kai")),
    "weight": key(both("weight of the family", "字重"), _WEIGHT, examples=("regular", "bold")),
    "size": key(
        both("type size: 小五, 9pt, 1字", "字号：小五、9pt、1字"),
        units.TYPE_SIZE,
        usual=USUAL_SIZE,
        examples=("小五", "9pt", "1字"),
    ),
    "sizes": key(
        both("sizes it may step down to when it does not fit", "放不下时可以逐级改小到哪些字号"),
        ListOf(units.TYPE_SIZE)
    ),
    "ink": key(both("colour of the letters", "字的颜色"), INK),
    "letterspace": key(
        both("space after every character, in em or %", "字距：每个字后面加多少，用 em 或 %"),
        units.LETTERSPACE,
        examples=("0.1em", "5%"),
    ),
    "align": key(both("where lines stand; `spread` is 均排", "行的位置；`spread` 是均排")),
    "lines": key(
        both("least number of whole 行 it takes with its air (占行)", "占行：连上下空白至少占几行"),
        _ROWS,
        instead=both("as it needs", "要多少占多少"),
    ),
    "leading": key(
        both("baseline to baseline of its own lines", "自己的行距"),
        units.LEADING,
        instead=both("the grid's", "同正文行距"),
        examples=("14pt", "150%"),
    ),
    "pattern": key(
        both("what is printed around the text, e.g. `（{byline}）■`", "文字前后加印什么，例如 `（{byline}）■`"),
        Text(),
        examples=("（{byline}）■",),
    ),
    "join_last_line": key(both("stand on the story's last line when it fits", "放得下就接在稿件末行后面")),
    "fill": key(both("ground of its panel", "底纹颜色"), INK),
    "border": key(both("border of its panel", "边框颜色"), INK),
    "border_width": key(both("width of that border", "边框粗细"), units.LENGTH, examples=("0.5pt",)),
    "kinsoku": key(both("strictness of line starts and ends (避头尾)", "避头尾的宽严")),
    "marks": key(
        both("style of punctuation: 全角, 开明, 半角, 行末半角, 原样", "标点风格：全角、开明、半角、行末半角、原样"),
        words(Marks, MARK_NAMES),
    ),
    "adjacent": key(both("em that two adjacent marks take", "连续两个标点共占多少 em"), Number(1, 2)),
    "gap": key(both("gap between Han and Latin, in em", "中西间距，用 em"), units.GAP),
    "gap_max": key(
        both(
            "how far that gap opens, after the first 0.05 em of all gaps and before they open further, up to 1/2",
            "整行各处先拉开 0.05 em 之后、再拉开之前，中西间距拉到多少，最多 1/2",
        ),
        units.GAP,
    ),
    "digit_gap": key(
        both("gap between Han and digits", "汉字同数字的间距"), units.GAP, instead=both("`gap`", "同 `gap`")
    ),
    "indent": key(both("indent of the first line", "首行缩进"), units.INDENT, examples=("2字",)),
    "hang": key(both("indent of the other lines", "其余各行缩进"), units.INDENT, examples=("1字",)),
    "loose_limit": key(
        both(
            "em that all gaps of a line may open before `loose-line` says so",
            "一行的字距每处拉开超过多少 em 就报 `loose-line`",
        ),
        Number(0, 1),
    ),
    "hanging": key(both("let stops hang at the line's end (标点悬挂)", "标点悬挂：句号、逗号可以悬在行末外面")),
    "hyphenate": key(both("break Latin words", "西文单词可以断开")),
    "line_start": key(both("opening marks at a line's start", "行首的前括号、前引号怎么排")),
    "space_before": key(both("whole 行 before the paragraph", "段前空几行"), _ROWS),
    "space_after": key(both("whole 行 after it", "段后空几行"), _ROWS),
    "turn_comma": key(
        both(
            "the comma where a line of a head ends: `drop`: it is not printed (题中逗号)",
            "题中逗号：标题在逗号后面换行时，`drop` 不印这个逗号",
        )
    ),
    "run_in": key(both("a crosshead: it opens the paragraph after it", "小标题接排在段首（题跟文）")),
})  # fmt: skip

_BOX: Final = shape(None, {
    "cols": key(
        both("page columns: `1-4`, `2`, `2-`, `all`", "占版面哪几栏：`1-4`、`2`、`2-`、`all`"),
        units.SPAN,
        examples=("1-4", "all"),
    ),
    "rows": key(
        both(
            "whole 行 from the head of the type area: `1-28`, `5`, `30-`, `all`",
            "占哪几行，从版心上边数起：`1-28`、`5`、`30-`、`all`",
        ),
        units.SPAN,
        examples=("1-28", "30-"),
    ),
    "x": key(both("left edge from the trim, instead of `cols`", "左边到成品边的距离，代替 `cols`"), units.LENGTH),
    "y": key(both("upper edge from the trim", "上边到成品边的距离"), units.LENGTH),
    "width": key(both("width", "宽"), units.LENGTH),
    "height": key(both("height", "高"), units.LENGTH),
})  # fmt: skip

_FRAME: Final = shape(SlotFrame, {
    "border": key(both("kind of border", "边框用什么线")),
    "ink": key(both("its colour", "颜色"), INK, instead=both("`black`", "`black`")),
    "fill": key(both("ground", "底纹"), INK),
    "inset": key(both("from the border to the text", "边框到文字的距离"), units.LENGTH),
})  # fmt: skip

TEXT: Final = shape(TextSpec, {
    "columns": key(
        both("text columns", "正文分几栏"), _COLUMNS, instead=both("the page columns it spans", "跨版面几栏就分几栏")
    ),
    "gutter": key(both("space between them", "栏距"), units.LENGTH, instead=both("the page's", "同版面栏距")),
    "rule": key(both("rule between them", "栏线")),
    "balance": key(both("make the columns end level", "各栏齐底")),
    "around": key(both("banners that the text runs round", "正文绕开哪些栏题"), ListOf(_BANNER_NAME), field=BY_HAND),
    "initial": key(both("whole 行 over which the story's first character stands (首字下沉)", "首字下沉几行"), _ROWS),
})  # fmt: skip

_TITLE: Final = shape(TitleSpec, {
    "place": key(both("where the title stands", "标题放在哪里")),
    "span": key(both("text columns that it spans: a number or `all`", "标题跨几栏正文：数目或 `all`"), units.COLUMNS),
    "direction": key(both("`horizontal` or `vertical`", "横排 `horizontal`，竖排 `vertical`")),
    "lines": key(
        both("least room, in 行", "至少留几行"),
        Whole(1, 200, "行"), instead=both("as much as it needs", "要多少留多少")
    ),
    "rows": key(
        both("rows that a title at the side or inside occupies", "标题在旁边或文中时占几行"),
        _SOME_ROWS,
        instead=both("the slot's, or as it needs", "同版块一样高，或要多少占多少"),
    ),
    "col": key(both("text column of a title inside the text", "文中标题从第几栏起"), _COLUMNS),
    "row": key(both("row of a title inside the text", "文中标题从第几行起"), Whole(1, 500)),
    "air_before": key(both("whole 行 above it", "标题上面空几行"), _ROWS),
    "air_after": key(both("whole 行 between it and the text", "标题和正文之间空几行"), _ROWS),
})  # fmt: skip

_CELL: Final = shape(PhotoSpec, {
    "col": key(both("text column within the slot", "版块里的第几栏"), _COLUMNS, required=True),
    "row": key(
        both("row, from below a title that stands over it", "第几行，从压在上面的标题下面数起"),
        Whole(1, 500),
        required=True,
    ),
})  # fmt: skip

PHOTO: Final = shape(PhotoSpec, {
    "at": key(
        both("corner of the slot, or `{col, row}`", "放在版块哪个角，或 `{col, row}`"),
        Either(scalar=words(Corner), mapping=_CELL),
    ),
    "from": key(
        both(
            "where its row counts from: below the title, or the slot's first row",
            "行从哪里数起：标题下面，或版块第一行",
        ),
        field="start",
    ),
    "span": key(
        both("text columns that it spans", "跨几栏正文"),
        _COLUMNS,
        instead=both("1; all for the only photo of a slot without text", "1；只放图片的版块里只有一张图时，全部"),
    ),
    "width": key(both("width of one that text runs round", "文字绕排时的图宽"), units.LENGTH),
    "ratio": key(both("width to height, e.g. 3:2", "宽高比，例如 3:2"), units.RATIO, examples=("3:2",)),
    "height": key(
        both("whole 行 with its caption, instead of `ratio`", "连图说占几行，代替 `ratio`"), _SOME_ROWS, field="rows"
    ),
    "fit": key(
        both(
            "`fill`: it is cropped to its room; `whole`: all of it is shown",
            "`fill`：裁到填满图位；`whole`：整张放进去，不裁",
        )
    ),
    "crop": key(
        both(
            "how much of its area may be cropped before `photo-cropped` says so",
            "裁去多少面积以内不报 `photo-cropped`",
        ),
        units.PART,
        examples=("30%",),
    ),
    "caption": key(both("where the caption stands", "图说放在哪里")),
    "wrap": key(both("text stops for it, or runs round it", "文字让开整块，还是绕排")),
})  # fmt: skip

_JUMP: Final = shape(None, {
    "to": key(
        both(
            "`page4.tail`: slot `tail` of page 4; `tail`: of this page",
            "转到哪里：`page4.tail` 是第4版的 `tail` 版块，`tail` 是本版的",
        ),
        units.SLOT_OF_PAGE,
        required=True,
        examples=("page4.tail",),
    ),
})  # fmt: skip

SLOT: Final = shape(Slot, {
    "box": key(both("where it stands", "放在哪里"), _BOX, field=BY_HAND),
    "boxes": key(
        both("several boxes in reading order, e.g. for an L", "由几块区域拼成，按读的先后写，例如 L 形"),
        ListOf(_BOX),
        field=BY_HAND,
    ),
    "style": key(
        both("level: `headline.LEVEL` … where they exist", "层次：有 `headline.LEVEL` 等样式的就用"),
        Text(both("a style level", "样式的级别")),
        field=BY_HAND,
        instead=both("the slot's name", "版块的名字"),
    ),
    "styles": key(
        both("style by role, where it differs", "哪些部分另用样式"),
        Named(STYLE_NAME, "role", SLOT_ROLES), field=BY_HAND
    ),
    "text": key(
        both("how its text stands; `none`: photos only", "正文怎么排；`none` 是只放图片"),
        Either(scalar=Choice(("none",)), mapping=TEXT),
        field=BY_HAND,
    ),
    "title": key(both("where its title stands", "标题怎么排"), _TITLE),
    "photos": key(
        both("room for the story's photos, by their names", "图位：给图片留的地方，名字同稿件里的对上"),
        Named(PHOTO),
        field=BY_HAND,
    ),
    "frame": key(both("border and ground of a boxed story", "加框：边框和底纹"), _FRAME),
    "short": key(both("lines left empty that are no finding", "空几行以内不算问题"), Whole(0, 500)),
    "give": key(
        both(
            "what may bend when the story does not fit, in this order, and how far",
            "可让：稿件长短不合时让什么、让多少，按先后",
        ),
        ListOf(GIVE),
        field=BY_HAND,
    ),
    "jump_head": key(
        both(
            "where a story that comes here by a jump says so (上接): in its first column, or over all columns",
            "上接一行排在首栏栏头（column），还是通栏（all）",
        )
    ),
    "jump": key(both("where the rest of the story goes (转版)", "转版：余下的文字转到哪里"), _JUMP, field=BY_HAND),
})  # fmt: skip

BANNER: Final = shape(Banner, {
    "text": key(both("its words", "文字"), TEMPLATE, required=True),
    "box": key(both("where it stands", "放在哪里"), _BOX, field=BY_HAND, required=True),
    "style": key(both("its style", "样式"), STYLE_NAME, usual="banner"),
    "direction": key(both("`horizontal` or `vertical`", "横排 `horizontal`，竖排 `vertical`")),
    "width": key(
        both("narrower than its box", "比区域窄时的宽度"), units.LENGTH, instead=both("as wide", "同区域一样宽")
    ),
    "side": key(both("side of its box at which a narrower one stands", "比区域窄时靠哪一边")),
})  # fmt: skip

#: The default offset of furniture, in words.
_CLEAR: Final = both(
    "half a 行, clear of rules, on one baseline with what stands at the same edge",
    "离开版心半行，让开线，同这一边别的文字排在一条线上",
)
_PLACE: Final = Either(
    scalar=Choice(tuple(place for place in get_args(FurniturePlace) if place != "box")), mapping=_BOX
)

FURNITURE_LINE: Final = shape(FurnitureLine, {
    "text": key(
        both("a template", "文字，可以带 `{…}`"),
        TEMPLATE,
        required=True,
        examples=("{publication.name}　第{page.number}版",),
    ),
    "style": key(both("its style", "样式"), STYLE_NAME, usual="folio"),
})  # fmt: skip

FURNITURE: Final = shape(Furniture, {
    "at": key(
        both("`top`, `top-inner` …, or a box", "位置：`top`、`top-inner` 等，或一块区域"),
        _PLACE,
        field=BY_HAND,
        required=True,
    ),
    "text": key(both("one line of text, a template", "一行文字，可以带 `{…}`"), TEMPLATE, field=BY_HAND),
    "style": key(both("its style", "样式"), STYLE_NAME, field=BY_HAND, usual="folio"),
    "lines": key(
        both("several lines instead of `text`", "分几行写，代替 `text`"), ListOf(FURNITURE_LINE), field=BY_HAND
    ),
    "rule": key(both("where a rule stands", "线加在哪里")),
    "rule_kind": key(both("kind of rule; `thick-thin` is 文武线", "用什么线；`thick-thin` 是文武线")),
    "rule_ink": key(both("its colour", "颜色"), INK, instead=both("`black`", "`black`")),
    "frame": key(both("border and ground", "边框和底纹"), _FRAME),
    "picture": key(
        both(
            "a picture instead of text, in its own shape; path from the publication's folder",
            "不用文字用图，按图的原形；路径从刊物文件夹写起",
        ),
        Text(both("a path", "路径"), PATH_PATTERN),
        field=BY_HAND,
    ),
    "offset": key(both("distance from the type area", "到版心的距离"), units.LENGTH, instead=_CLEAR),
})  # fmt: skip

EDITOR: Final = shape(EditorLine, {
    "at": key(both("where it stands, as for furniture", "位置，写法同固定元素"), _PLACE, field=BY_HAND, required=True),
    "label": key(both("words before the name", "名字前面的字"), Words(), field=BY_HAND, usual="本版责编"),
    "name": key(both("the editor when the issue names none", "这一期没写时用的责编"), Words(), field=BY_HAND),
    "style": key(both("its style", "样式"), STYLE_NAME, usual="editor"),
    "offset": key(both("distance from the type area", "到版心的距离"), units.LENGTH, instead=_CLEAR),
})  # fmt: skip

_INK_DEFINITION: Final = shape(None, {
    "cmyk": key(both("cyan, magenta, yellow, black in percent", "青、品、黄、黑，百分数"), ListOf(_PERCENT, length=4)),
    "grey": key(both("0 is black, 100 is white", "灰：0 是黑，100 是白"), _PERCENT),
    "rgb": key(both('`"#rrggbb"`', '`"#rrggbb"`'), units.RGB, examples=("#c8102e",)),
    "spot": key(
        both("name of a spot plate; `cmyk` is then its alternate", "专色版的名字；`cmyk` 是不用专色时的替代色"),
        Text(both("a plate's name", "印版的名字")),
    ),
})  # fmt: skip

_MARGINS: Final = shape(None, {
    "top": key(both("top margin", "上边"), units.LENGTH, required=True),
    "bottom": key(both("bottom margin", "下边"), units.LENGTH, required=True),
    "inner": key(both("inner margin", "订口一边"), units.LENGTH, required=True),
    "outer": key(both("outer margin", "切口一边"), units.LENGTH, required=True),
})  # fmt: skip

_PAPER: Final = shape(None, {
    "trim": key(
        both(
            "paper by name (A4, 8开 …), as `270x390mm`, or as `[width, height]`",
            "开本：A4、8开……，或写 `270x390mm`，或 `[宽, 高]`",
        ),
        Either(scalar=units.PAPER, sequence=ListOf(units.ABSOLUTE, length=2)),
        required=True,
        examples=(*PAPERS, "270x390mm"),
    ),
    "bleed": key(
        both("bleed on every side (出血)", "四边出血"), units.ABSOLUTE, instead=both("none", "没有"), examples=("3mm",)
    ),
    "margins": key(
        both("from the trim to the type area; inner and outer mirror", "页边：成品边到版心；左右版内外对称"),
        _MARGINS,
        required=True,
    ),
})  # fmt: skip

_BODY: Final = shape(None, {
    "size": key(
        both("1字, the size of body text", "正文字号，就是 1字"),
        units.ABSOLUTE, required=True, examples=("小五", "9pt")
    ),
    "line": key(
        both("1行, baseline to baseline", "正文行距，就是 1行"), units.ABSOLUTE, required=True, examples=("14pt",)
    ),
})  # fmt: skip

_GRID_COLUMNS: Final = shape(None, {
    "count": key(both("page columns (栏)", "版面分几栏"), _COLUMNS, required=True),
    "measure": key(both("whole 字 a line", "行长：一行几个字"), Whole(1, 200, "字"), required=True, examples=("13字",)),
    "gutter": key(both("space between columns (栏距)", "栏距"), units.LENGTH, usual=USUAL_GUTTER),
})  # fmt: skip

_GRID: Final = shape(None, {
    "body": key(
        both("body text: every baseline stands on its grid", "正文的字号和行距；全版的行都照它对齐"),
        _BODY,
        required=True,
    ),
    "columns": key(both("page columns", "版面分栏"), _GRID_COLUMNS, required=True),
})  # fmt: skip

LAYOUT: Final = shape(None, {
    "schema": key(both("kind of file", "文件的种类"), Choice(("bulletin/layout@1",)), required=True),
    "extends": key(both("the layout that this one changes", "在哪个版式上改"), _LAYOUT_NAME),
    "name": key(
        both("the page's name, e.g. 综合新闻", "版名，例如 综合新闻"), Text(), instead=both("the file's name", "文件名")
    ),
    "paper": key(both("sheet and margins", "纸张和页边"), _PAPER, required=True),
    "grid": key(both("body grid and page columns", "正文和分栏"), _GRID, required=True),
    "inks": key(
        both("colours by name; `black` and `white` are there", "各种油墨；`black`、`white` 本来就有"),
        Named(_INK_DEFINITION, "ink"),
    ),
    "styles": key(both("named styles; `a.b` inherits `a`", "各种样式；`a.b` 继承 `a`"), Named(STYLE, "style")),
    "furniture": key(
        both("what every page carries: folio, nameplate", "固定元素：报眉、报头等，版版都有"),
        Named(FURNITURE, "furniture"),
    ),
    "editor": key(both("the line that names the page's editor (本版责编)", "本版责编一行"), EDITOR),
    "banners": key(both("section banners (栏题)", "栏题"), Named(BANNER, "banner")),
    "slots": key(both("room for stories (版块)", "版块"), Named(SLOT, "slot")),
    "repeat": key(
        both(
            "the page stands as often as the issue's `flow` has text (简报)",
            "简报：`flow` 的文字有多长，这一版就重复多少次",
        ),
        Choice(("until-text-ends",)),
    ),
    "first": key(both("the layout of the first of these pages, if it is another", "首页另用的版式"), _LAYOUT_NAME),
    "keep": key(
        both(
            "words that stay whole in the heads, captions and bylines of its pages (不拆的词)",
            "各版的标题、图说、署名里换行时不拆的词",
        ),
        KEEP,
    ),
})  # fmt: skip
