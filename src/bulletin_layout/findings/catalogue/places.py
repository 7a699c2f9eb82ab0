"""Where a layout puts things and they cannot stand (版面位置): off the grid, over one another, too narrow."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.pages import off_page
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("版面位置", "Places on the page")


@entry(
    "error",
    zh="{thing}：栏 {first}-{last} 超出了网格：版面有 {most} 栏",
    en="{thing}: cols {first}-{last} is off the grid: the page has {most} columns",
    meaning=("写的栏或行比版面、版块有的多。", "More columns or rows are named than the page or slot has."),
    mend=("改小，或改版式的 grid。", "Name fewer, or change the layout's grid."),
    example="box: {cols: 1-5, rows: 1-28}   # grid.columns.count: 4",
    fixed=True,
)
def off_grid(place: Location, *, thing: Phrase, first: int, last: int, most: int) -> Finding: ...


@wording(
    off_grid,
    zh="{thing}：行 {first}-{last} 超出了网格：版面有 {most} 行",
    en="{thing}: rows {first}-{last} is off the grid: the page has {most} 行",
)
def rows_off_grid(place: Location, *, thing: Phrase, first: int, last: int, most: int) -> Finding: ...


@wording(
    off_grid,
    zh="{thing}：标题占到第 {last} 行，版块只有 {most} 行",
    en="{thing}: the title reaches 行 {last}, and the slot has {most}",
)
def title_off_rows(place: Location, *, thing: Phrase, last: int, most: int) -> Finding: ...


@wording(
    off_grid,
    zh="{thing}：标题的 {key} 是 {value}，正文只有 {most} 栏",
    en='{thing}: the title\'s "{key}" is {value}, and the text has {most} columns',
)
def title_off_columns(place: Location, *, thing: Phrase, key: str, value: int, most: int) -> Finding: ...


@wording(
    off_grid,
    zh="{thing}：图“{photo}”占到第 {last} 栏，正文只有 {most} 栏",
    en='{thing}: photo "{photo}" reaches column {last}, and the text has {most}',
)
def photo_off_columns(place: Location, *, thing: Phrase, photo: str, last: int, most: int) -> Finding: ...


@wording(
    off_page,
    zh="{thing}：区域超出了版面（{width:.0f} × {height:.0f} 磅）",
    en="{thing}: the box leaves the page ({width:.0f} x {height:.0f} pt)",
)
def box_off_page(place: Location, *, thing: Phrase, width: float, height: float) -> Finding: ...


@wording(
    off_page,
    zh="grid.columns：{columns} 栏 × {measure} 字，连栏距宽 {wide:.1f} 毫米；页边之间只有 {room:.1f} 毫米",
    en="grid.columns: {columns} x {measure}字 with gutters is {wide:.1f} mm wide; between the margins there are "
    "{room:.1f} mm",
)
def columns_off_page(place: Location, *, columns: int, measure: int, wide: float, room: float) -> Finding: ...


@wording(
    off_page,
    zh="paper.margins：天头地脚之间放不下一行字",
    en="paper.margins: no line of text fits between top and bottom",
)
def no_line_on_page(place: Location) -> Finding: ...


@entry(
    "error",
    zh="{thing}：栏宽 {width:.1f} 磅，放不下一个 {size:g} 磅的字",
    en="{thing}: a column is {width:.1f} pt wide, too narrow for one character of {size:g} pt",
    meaning=("栏太窄，一个字也放不下。", "A column holds not even one character."),
    mend=("减栏，加宽版块，或减小栏距和边距。", "Take fewer columns, a wider slot, or less gutter and inset."),
    example="text: {columns: 24}",
    fixed=True,
)
def narrow_measure(place: Location, *, thing: Phrase, width: float, size: float) -> Finding: ...


@phrase(zh="自己的另一个区域", en="another box of its own")
def box_of_its_own() -> Phrase: ...


@phrase(zh="版块“{slot}”（{place}）", en='slot "{slot}" ({place})')
def slot_at(slot: str, place: str) -> Phrase: ...


@entry(
    "error",
    zh="版块“{slot}”压着{other}",
    en='slot "{slot}" lies over {other}',
    meaning=("版块、栏题、固定元素的位置重叠。", "Slots, banners or furniture lie over one another."),
    mend=(
        "移开；栏题在版块里的，在版块的 text 里写 around。",
        "Move them apart; for a banner within a slot write around in the slot's text.",
    ),
    example="slots: {a: {box: {cols: 1-3, …}}, b: {box: {cols: 3-4, …}}}",
    fixed=True,
)
def overlap(place: Location, *, slot: str, other: Phrase) -> Finding: ...


@wording(
    overlap,
    zh="栏题“{banner}”在版块“{slot}”里，正文没有绕开它：在版块的 text 里写 around: [{banner}]",
    en='banner "{banner}" stands in slot "{slot}", whose text does not run round it: write around: [{banner}] in the '
    "slot's text",
)
def banner_in_slot(place: Location, *, banner: str, slot: str) -> Finding: ...


@wording(overlap, zh="{thing}压着版块“{slot}”", en='{thing} lies over slot "{slot}"')
def words_over_slot(place: Location, *, thing: Phrase, slot: str) -> Finding: ...


@wording(overlap, zh="栏题“{banner}”压着栏题“{other}”", en='banner "{banner}" lies over banner "{other}"')
def banner_over_banner(place: Location, *, banner: str, other: str) -> Finding: ...


@entry(
    "error",
    zh="油墨“{ink}”：印版“{plate}”在 {place_of_other} 写成“{other}”：那就成了两块版",
    en='ink "{ink}": the plate "{plate}" is written "{other}" at {place_of_other}: they would be two plates',
    meaning=("同一块专色版要一个名字、一组 cmyk。", "A spot plate has one name and one cmyk."),
    mend=("各版式写成一样的。", "Write it alike in all layouts."),
    example="{spot: Red} … {spot: RED}",
    fixed=True,
)
def spot_clash(place: Location, *, ink: str, plate: str, other: str, place_of_other: str) -> Finding: ...


@wording(
    spot_clash,
    zh="油墨“{ink}”：印版“{plate}”在 {place_of_other} 的 cmyk 不一样：一块版只有一组",
    en='ink "{ink}": the plate "{plate}" has another cmyk at {place_of_other}: one plate, one alternate',
)
def spot_alternate(place: Location, *, ink: str, plate: str, place_of_other: str) -> Finding: ...
