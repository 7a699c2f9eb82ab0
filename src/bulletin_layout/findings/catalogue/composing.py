"""What does not fit when an issue is composed (排文): over and short, heads, photos, blocks, notes without room."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("排文", "Composition")

#: What the parts of a story and of a page are called.
PARTS = {
    "kicker": "引题",
    "headline": "主题",
    "deck": "副题",
    "byline": "署名",
    "caption": "图说",
    "banner": "栏题",
    "editor": "责编一行",
    "note": "脚注",
    "aside": "链接框",
    "table": "表格",
    "pull": "摘引",
    "roster": "名单",
    "figure": "图片",
    "item": "列表",
    "crosshead": "小标题",
    "section": "栏目",
    "body": "正文",
    "quote": "引文",
    "sign": "落款",
    "verse": "诗",
    "jump": "转版标识",
    "folio": "报眉",
    "nameplate": "报头",
}


def part(name: str) -> Phrase:
    """A part by its name; furniture has a name of its own."""
    return Phrase(PARTS.get(name, "{name}"), "{name}", (("name", name),))


@phrase(zh="，已让 {gave}", en=" after give: {gave}")
def after_give(gave: str) -> Phrase: ...


@phrase(zh="从「{words}」起排不下", en="surplus begins 「{words}」")
def surplus_from(words: str) -> Phrase: ...


@phrase(zh="从这一行的{block}起排不下", en="surplus begins with the {block} of this line")
def surplus_block(block: Phrase) -> Phrase: ...


#: What blocks are called.
BLOCKS = {
    "picture": Phrase("图片", "picture"),
    "table": Phrase("表格", "table"),
    "pull quote": Phrase("摘引", "pull quote"),
    "aside": Phrase("链接框", "aside"),
}


@phrase(
    zh="，它要 {rows} 行，最高的栏只有 {highest} 行：改小，或删去",
    en=", which takes {rows}行 where the highest column has {highest}: make it smaller, or cut it",
)
def too_high(rows: int, highest: int) -> Phrase: ...


@phrase(zh="；{ways}", en="; {ways}")
def advice(ways: Phrase) -> Phrase: ...


@phrase(zh="{first}，或{second}", en="{first}, or {second}")
def either(first: Phrase, second: Phrase) -> Phrase: ...


@phrase(zh="删 {chars} 字", en="cut {chars}字")
def cut(chars: int) -> Phrase: ...


@phrase(zh="补 {chars} 字", en="write {chars}字")
def write(chars: int) -> Phrase: ...


@phrase(zh="许它让 {give}", en="allow {give}")
def allow(give: str) -> Phrase: ...


@entry(
    "error",
    zh="{where}超 {chars} 字（{lines} 行）{after}；{begins}{high}{advice}",
    en="{where}over by {chars}字 ({lines}行){after}; {begins}{high}{advice}",
    meaning=("稿件比版块长，排不下的字不印。", "The story is longer than its slot: what does not fit is not printed."),
    mend=(
        "照说的删字；或写 give，让图片、行距等让一让；或换大一点的版块，或转版（jump）。",
        "Cut as much as the finding says; or let photos, leading and the like give (give); or take a larger slot, or "
        "let the story jump.",
    ),
    example=(
        "超 43 字（3 行）；从「记者了解到」起排不下；删 43 字",
        "over by 43字 (3行); surplus begins 「记者了解到」; cut 43字",
    ),
    fixed=True,
)
def overset(
    place: Location,
    *,
    where: Phrase,
    chars: int,
    lines: int,
    after: Phrase,
    begins: Phrase,
    high: Phrase,
    advice: Phrase,
) -> Finding: ...


@wording(
    overset,
    zh="{where}超 {lines} 行{after}；排不下的只有署名{advice}",
    en="{where}over by {lines}行{after}; surplus is the byline alone{advice}",
)
def overset_byline(place: Location, *, where: Phrase, lines: int, after: Phrase, advice: Phrase) -> Finding: ...


@entry(
    "warning",
    zh="{where}差 {chars} 字（{lines} 行）{after}{advice}",
    en="{where}short by {lines}行 ({chars}字){after}{advice}",
    meaning=("稿件比版块短，下面空着。", "The story is shorter than its slot, whose foot stays empty."),
    mend=(
        "照说的补字；或写 give；许空几行的，写 short: 行数。",
        "Write as much as the finding says; or let the slot give; or say how many rows may stay empty (short).",
    ),
    example=("差 52 字（4 行）；补 52 字", "short by 4行 (52字); write 52字"),
)
def short(place: Location, *, where: Phrase, lines: int, chars: int, after: Phrase, advice: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{where}一栏文字也放不下：把版块加宽或加行，或让标题、边框小一些",
    en="{where}no room for one column of text: give the slot more width or rows, or its title and frame less",
    meaning=(
        "标题、图片、边框占完了版块，正文没有地方。",
        "Title, photos and frame take the whole slot; the text has no room.",
    ),
    mend=("加大版块，或减小标题、图片。", "Take a larger slot, or a smaller title and photos."),
    example="box: {cols: 1, rows: 1-4}",
    fixed=True,
)
def no_room(place: Location, *, where: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{where}{part}在 {size:g} 磅时要 {needs:.1f} 个字宽，只有 {has:.1f}：改短，分行，或让样式降级（sizes）",
    en="{where}{part} needs {needs:.1f} em at {size:g} pt and has {has:.1f}: shorten it, break it, or let its style "
    "step down (sizes)",
    meaning=("标题比版块宽。", "A head is wider than its slot."),
    mend=("改短、分行，或在样式里写 sizes。", "Shorten it, break it into lines, or give its style smaller sizes."),
    example="headline: 一个很长很长的标题 → headline: [一个很长, 很长的标题]",
    fixed=True,
)
def head_too_wide(
    place: Location, *, where: Phrase, part: Phrase, size: float, needs: float, has: float
) -> Finding: ...


@wording(
    head_too_wide,
    zh="{where}标题宽 {width:.0f} 磅，只有 {has:.0f} 磅，超出了版块：改短，或多给几行",
    en="{where}the title is {width:.0f} pt wide where there are {has:.0f} and leaves its slot: shorten it, or give it "
    "more rows",
)
def title_too_wide(place: Location, *, where: Phrase, width: float, has: float) -> Finding: ...


@entry(
    "error",
    zh="{where}{part}在 {height:.0f} 磅的高度里排不下：改短",
    en="{where}{part} does not fit in {height:.0f} pt: shorten it",
    meaning=("标题比版块高。", "A head is higher than its slot has room for."),
    mend=("改短标题，或多给几行。", "Shorten it, or give it more rows."),
    example="title: {direction: vertical, rows: 6}",
    fixed=True,
)
def head_too_high(place: Location, *, where: Phrase, part: Phrase, height: float) -> Finding: ...


@wording(
    head_too_high,
    zh="{where}标题占 {rows} 行，只有 {has} 行：给版块加行，或让标题小一些",
    en="{where}the title takes {rows}行 and has {has}: give the slot more rows, or the title less",
)
def title_too_high(place: Location, *, where: Phrase, rows: int, has: int) -> Finding: ...


@wording(
    head_too_high,
    zh="{where}标题从第 {row} 行起占 {rows} 行，超出了版块：往上移，或少占几行",
    en="{where}the title takes {rows}行 from row {row} and leaves its slot: begin higher, or give it fewer rows",
)
def title_beyond_slot(place: Location, *, where: Phrase, rows: int, row: int) -> Finding: ...


@entry(
    "error",
    zh="{where}图“{photo}”要 {needs} 行，高度写的是 {height} 行",
    en='{where}photo "{photo}" needs {needs}行 and its height is {height}',
    meaning=("图片没有地方，不印。", "A photo has no room and is left out."),
    mend=("改小图片，换位置，或加大版块。", "Make it smaller, move it, or take a larger slot."),
    example="photos: {p1: {at: top-right, height: 2行}}",
    fixed=True,
)
def photo_no_room(place: Location, *, where: Phrase, photo: str, needs: int, height: int) -> Finding: ...


@wording(
    photo_no_room,
    zh="{where}图“{photo}”放在{at}要 {needs} 行，放不下：{title}{free}{mend}",
    en='{where}photo "{photo}" needs {needs}行 at {at} and has no such room: {title}{free}{mend}',
)
def photo_no_rows(
    place: Location,
    *,
    where: Phrase,
    photo: str,
    needs: int,
    at: str | Phrase,
    title: Phrase,
    free: Phrase,
    mend: Phrase,
) -> Finding: ...


@phrase(zh="第 {row} 行", en="row {row}")
def row(row: int) -> Phrase: ...


@phrase(zh="第 {first}–{last} 行", en="rows {first}–{last}")
def rows(first: int, last: int) -> Phrase: ...


@phrase(zh="标题占{rows}，", en="the title holds {rows}, ")
def title_holds(rows: Phrase) -> Phrase: ...


@phrase(zh="空着的是{rows}", en="{rows} are free", one="{rows} is free")
def are_free(rows: tuple[Phrase, ...], count: int) -> Phrase: ...


@phrase(zh="一行也不空", en="no row is free")
def none_free() -> Phrase: ...


@phrase(zh="。写 row: {row}", en="; write row: {row}")
def write_row(row: int) -> Phrase: ...


@phrase(zh="。写 height: {rows}行", en="; write height: {rows}行")
def write_height(rows: int) -> Phrase: ...


@phrase(zh="。加高版块，或移开别的图", en="; make the slot higher, or move what stands there")
def make_room() -> Phrase: ...


@entry(
    "error",
    zh="{where}脚注还要 {rows} 行，末栏栏底放不下：改短，或给版块加行",
    en="{where}its notes need {rows}行 more at the foot of its last column: shorten them, or give the slot more rows",
    meaning=("脚注比末栏还高。", "The notes are higher than the last column."),
    mend=("改短脚注，或加大版块。", "Shorten the notes, or take a larger slot."),
    example="[^1]: …",
    fixed=True,
)
def note_without_room(place: Location, *, where: Phrase, rows: int) -> Finding: ...


@entry(
    "error",
    zh="{where}名字「{name}」比栏宽：改短，或加宽栏",
    en="{where}the name 「{name}」 is wider than its column: shorten it, or give the slot wider columns",
    meaning=("名单里的名字比一栏还宽。", "A name of a roster is wider than its column."),
    mend=("改短，减少名单的栏数，或加宽版块。", "Shorten it, set the roster in fewer columns, or take a wider slot."),
    example="::: roster 8",
    fixed=True,
)
def name_too_wide(place: Location, *, where: Phrase, name: str) -> Finding: ...


@entry(
    "error",
    zh="{where}表格 {columns} 列要 {needs:.0f} 磅宽，只有 {has:.0f}：减列，或加宽",
    en="{where}the table needs {needs:.0f} pt for its {columns} columns and has {has:.0f}: fewer columns, or a wider "
    "measure",
    meaning=("表格比栏宽。", "The table is wider than its column."),
    mend=(
        "减列，把文字改短，或用更宽的版块、更少的栏。",
        "Take fewer columns, shorter words, a wider slot, or fewer text columns.",
    ),
    example="| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 |",
    fixed=True,
)
def table_too_wide(place: Location, *, where: Phrase, columns: int, needs: float, has: float) -> Finding: ...


@phrase(zh="这个{block}", en="this {block}")
def this_block(block: Phrase) -> Phrase: ...


@phrase(zh="标题「{words}」连同跟它的文字", en="the head 「{words}」 with what must follow it")
def head_with_text(words: str) -> Phrase: ...


@entry(
    "error",
    zh="第{page}版起：{what}没有排，它比这里哪一栏都高：改小，或删去",
    en="page {page} ff.: {what} is left out, higher than any column here: make it smaller, or cut it",
    meaning=(
        "简报里的图、表或标题比一栏还高，排不进任何一版。",
        "A picture, table or head of a running text is higher than a column of any page.",
    ),
    mend=("改小，或删去。", "Make it smaller, or cut it."),
    example="![](photos/tall.jpg)",
    fixed=True,
)
def block_too_high(place: Location, *, page: int, what: Phrase) -> Finding: ...


@entry(
    "error",
    zh="第{page}版起的文字排了 {has} 版，要的是 {wanted} 版{after}：多 {lines} 行",
    en="the text from page {page} on takes {has} pages and is to take {wanted}{after}: {lines}行 too many",
    meaning=(
        "简报写了 pages，可让的都让到头，还是排不进这么多版，或排不满。",
        "A running text says how many pages it takes, and with everything at its limit it takes more, or less.",
    ),
    mend=(
        "照说的删几行或补几行；或在 give 里多让一些；或改 pages。",
        "Cut or write so many lines; or let more give (give); or change pages.",
    ),
    example="pages: [{layout: bulletin, flow: [harvest], pages: 2, give: [line ±0.5pt]}]",
)
def flow_pages(place: Location, *, page: int, has: int, wanted: int, after: Phrase, lines: int) -> Finding: ...


@wording(
    flow_pages,
    zh="第{page}版起的文字只排了 {has} 版，要的是 {wanted} 版{after}：缺 {lines} 行",
    en="the text from page {page} on takes {has} pages and is to take {wanted}{after}: {lines}行 are missing",
)
def flow_pages_few(place: Location, *, page: int, has: int, wanted: int, after: Phrase, lines: int) -> Finding: ...


@entry(
    "error",
    zh="第{page}版起：“{story}”没有地方：版块里一行文字也放不下",
    en='page {page} ff.: "{story}" finds no room: its pages have no line of text in their slots',
    meaning=("简报的各版没有能放文字的版块。", "The pages of a running text have no line of text in their slots."),
    mend=("加大版块，或减小标题、栏题。", "Take larger slots, or smaller titles and banners."),
    example="slots: {main: {box: {cols: all, rows: 1-2}}}",
    fixed=True,
)
def flow_without_room(place: Location, *, page: int, story: str) -> Finding: ...


@entry(
    "error",
    zh="栏题“{banner}”的文字要 {needs:.0f} 磅，只有 {has:.0f}",
    en='banner "{banner}" needs {needs:.0f} pt for its text and has {has:.0f}',
    meaning=("栏题的文字比它的区域长。", "A banner's text is longer than its box."),
    mend=("改短，减小字号，或加长区域。", "Shorten it, set it smaller, or take a longer box."),
    example="banners: {theme: {text: 一个很长的栏题, box: {cols: 1, rows: 1-4}}}",
    fixed=True,
)
def banner_too_long(place: Location, *, banner: str, needs: float, has: float) -> Finding: ...


@entry(
    "warning",
    zh="注音“{words}”碰到上一行：行距要 {needs:.1f} 磅，只有 {has:.1f}；把行距放大，字号改小，或去掉两行之间的东西",
    en='the ruby "{words}" meets the line above: it needs {needs:.1f} pt from line to line and has {has:.1f}; set the '
    "text on wider lines or smaller, or take away what stands between the two lines",
    meaning=(
        "行距不够，注音碰到上一行。",
        "The lines are too close for ruby, or a dot or underline of the line above is in its way.",
    ),
    mend=("9 磅的字至少要 13.5 磅的行距。", "Text of 9 pt wants lines of 13.5 pt at least."),
    example='[㐂]{ruby="xǐ"}',
)
def ruby_collides(place: Location, *, words: str, needs: float, has: float) -> Finding: ...
