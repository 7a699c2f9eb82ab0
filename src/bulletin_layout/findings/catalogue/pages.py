"""What stands wrongly on finished pages (印前检查：版面): too coarse, too near to the cut, over one another."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("印前检查：版面", "Preflight: pages")


@phrase(zh="稿件“{slug}”", en='story "{slug}"')
def story(slug: str) -> Phrase: ...


@phrase(zh="固定元素", en="the page's furniture")
def furniture() -> Phrase: ...


@phrase(zh="底纹", en="a ground")
def ground() -> Phrase: ...


@entry(
    "warning",
    zh="{picture} 印出来只有 {dpi:.0f} dpi（要求 {needed}）：最宽只能印到 {widest} 毫米",
    en="{picture} prints at {dpi:.0f} dpi (needs {needed}): at most {widest} mm wide",
    meaning=(
        "图片印到这么大，每英寸的像素太少，印出来发虚。",
        "At its printed size the picture has too few pixels an inch: it will look soft.",
    ),
    mend=(
        "换像素更多的原图，或把图片排小；印厂另有要求的，改印刷要求里的 dpi。",
        "Take the original with more pixels, or set it smaller; where the print shop asks for less, say so in the "
        "print profile's dpi.",
    ),
    example=("600 像素宽的照片排成 120 毫米宽，只有 127 dpi。", "600 pixels printed 120 mm wide are 127 dpi."),
)
def low_resolution(place: Location, *, picture: str, dpi: float, needed: int, widest: int) -> Finding: ...


@wording(
    low_resolution,
    zh="第{page}版：图片 {picture} 印出来只有 {dpi:.0f} dpi，版面上占 {width:.0f} × {height:.0f} 毫米（要求 {needed}）",
    en="page {page}: picture {picture} prints at {dpi:.0f} dpi on {width:.0f} × {height:.0f} mm (needs {needed})",
)
def low_resolution_in_file(
    place: Location, *, page: int, picture: str, dpi: float, width: float, height: float, needed: int
) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：{owner}超出了纸边",
    en="page {page}: {owner} reaches beyond the edge of the paper",
    meaning=(
        "有内容落在纸外（出血以外），印不出来；或者版心、区域比成品尺寸还大。",
        "Something lies beyond the bleed, where there is no paper; or a type area or box is larger than the page.",
    ),
    mend=(
        "把它移进版面，或改小；版心放不下时，减栏、减字数或减页边。",
        "Move it in or make it smaller; where the type area is too large, take fewer columns or 字, or less margin.",
    ),
    example="box: {x: 200mm, y: 10mm, width: 40mm, height: 20mm}   # A4: 210 mm",
    fixed=True,
)
def off_page(place: Location, *, page: int, owner: Phrase) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：{owner}的文字离裁切边只有 {distance:.1f} 毫米（至少要 {needed:g} 毫米）",
    en="page {page}: text of {owner} stands {distance:.1f} mm from the cut (needs {needed:g} mm)",
    meaning=(
        "文字离裁切边太近，刀偏一点就会切掉。",
        "The text is so near to the cut that the knife may take it.",
    ),
    mend=(
        "把文字往里移；印厂允许更近的，改印刷要求里的 safe。",
        "Move the text inwards; where the print shop allows less, say so in the print profile's safe.",
    ),
    example="furniture: {folio: {at: {x: 1mm, y: 5mm, width: 60mm, height: 5mm}, …}}",
)
def near_edge(place: Location, *, page: int, owner: Phrase, distance: float, needed: float) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：{what}一直铺到裁切边，出血却差 {missing:.1f} 毫米（出血 {bleed:g} 毫米）：铺满出血，或者收进版内",
    en="page {page}: {what} runs to the cut but ends {missing:.1f} mm short of the bleed ({bleed:g} mm): "
    "let it run on, or end it inside the page",
    meaning=(
        "底纹或图片铺到了裁切边，却没有铺满出血，裁刀一偏就露白边。",
        "A ground or picture runs to the cut and not on into the bleed: a white edge shows when the knife wavers.",
    ),
    mend=("让它铺满出血，或者收进版内。", "Let it run on into the bleed, or end it inside the page."),
    example="box: {x: 0mm, y: 0mm, width: 209.5mm, height: 20mm}   # bleed: 3mm",
)
def bleed_missed(place: Location, *, page: int, what: Phrase | str, missing: float, bleed: float) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：{first}和{second}的文字叠在一起，在「{words}」处",
    en="page {page}: {first} and {second} overlap at 「{words}」",
    meaning=(
        "两篇稿件的文字，或稿件与报眉、报头等固定元素的文字叠在一起，读不了。",
        "Text of two stories, or of a story and the page's furniture, lies over one another and cannot be read.",
    ),
    mend=("移开其中一个，或改小它的区域、字号。", "Move one of them, or make its box or its type smaller."),
    example="slots: {lead: {box: {x: 0mm, …}}, brief: {box: {x: 0mm, …}}}",
    fixed=True,
)
def text_on_text(place: Location, *, page: int, first: Phrase, second: Phrase, words: str) -> Finding: ...


@wording(
    text_on_text,
    zh="第{page}版：{first}和{second}叠在一起，在「{words}」处",
    en="page {page}: {first} and {second} overlap at 「{words}」",
)
def furniture_on_furniture(place: Location, *, page: int, first: Phrase, second: Phrase, words: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：{picture} 盖住了{owner}的文字",
    en="page {page}: {picture} hides text of {owner}",
    meaning=("图片压在文字上面，文字看不见。", "A picture that is painted later hides text."),
    mend=("移开图片或文字，或让正文绕排。", "Move the picture or the text, or let the text run round it."),
    example="furniture: {logo: {picture: logo.png, at: {…}}}",
    fixed=True,
)
def text_under_picture(place: Location, *, page: int, picture: str, owner: Phrase) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：{owner}的文字压在 {picture} 上，在「{words}」处",
    en="page {page}: text of {owner} stands on {picture} at 「{words}」",
    meaning=(
        "一篇稿件的文字压到了别的稿件的图片上。",
        "Text of a story stands on the picture of another one.",
    ),
    mend=(
        "改短标题，或移开、改小其中一个版块。",
        "Shorten the head, or move one of the two slots or make it smaller.",
    ),
    example="title: {place: left, rows: 2}",
    fixed=True,
)
def text_on_picture(place: Location, *, page: int, picture: str, owner: Phrase, words: str) -> Finding: ...


@phrase(zh="线条", en="a rule")
def line() -> Phrase: ...


@phrase(zh="栏题“{name}”", en='banner "{name}"')
def banner(name: str) -> Phrase: ...


@entry(
    "warning",
    zh="第{page}版：{furniture}离{other}只有 {distance:.1f} 磅（至少要 {needed:g} 磅）{at}",
    en="page {page}: {furniture} stands {distance:.1f} pt from {other} (needs {needed:g} pt){at}",
    meaning=(
        "报眉、页码、线条这些固定元素，离别的文字、线条或图片太近，看着像粘在一起。量的是笔画，不是字身框。",
        "Text or a rule of the furniture is so near to other ink that the two seem to touch. Measured from ink to ink, "
        "not between em boxes.",
    ),
    mend=(
        "去掉 offset，它自己会让开；或把 offset 写大些，移开区域，改短文字。",
        "Leave offset out, and it stands clear by itself; or give it more offset, move its box, shorten its text.",
    ),
    example="furniture: {folio: {at: top, text: …, rule: below, offset: 0pt}}",
)
def near_text(
    place: Location, *, page: int, furniture: Phrase, other: Phrase, distance: float, needed: float, at: Phrase
) -> Finding: ...


@phrase(zh="，在「{words}」处", en=" at 「{words}」")
def at_words(words: str) -> Phrase: ...


@entry(
    "error",
    zh="第{page}版：{rule}的线穿过{owner}的文字，在「{words}」处",
    en="page {page}: the rule of {rule} goes through text of {owner} at 「{words}」",
    meaning=(
        "固定元素的线或边框从文字中间穿过去。",
        "A rule or border of the page's furniture goes through text.",
    ),
    mend=(
        "去掉 offset，线自己会让开；线在区域里的，移开或加大区域。",
        "Leave offset out, and the rule stands clear by itself; move or enlarge a box.",
    ),
    example='furniture: {folio-rule: {at: {cols: all, rows: 1}, text: "", rule: below}}',
    fixed=True,
)
def rule_through_text(place: Location, *, page: int, rule: Phrase, owner: Phrase, words: str) -> Finding: ...


@entry(
    "warning",
    zh="共 {pages} 版：骑马订要 {multiple} 的倍数，还差 {short} 版，只能留白",
    en="{pages} pages: saddle stitching takes a multiple of {multiple}, so {short} more would be blank",
    meaning=(
        "骑马订的版数要是 4 的倍数（以印刷要求为准），差的只能留白。",
        "Stitched sheets take a multiple of four pages (or what the print profile says): the rest would be blank.",
    ),
    mend=(
        "加版或减版；印厂用别的装法，改印刷要求里的 pages。",
        "Add or drop pages; where the print shop binds otherwise, say so in the print profile's pages.",
    ),
    example=("6 版的报纸骑马订，要留 2 版空白。", "6 pages, stitched: 2 pages stay blank."),
)
def page_count(place: Location, *, pages: int, multiple: int, short: int) -> Finding: ...


@entry(
    "warning",
    zh="各版有 {count} 种尺寸：印厂只收一种",
    en="the pages are of {count} sizes: a print shop takes one",
    meaning=("各版的成品尺寸不一样。", "The pages have different trim sizes."),
    mend=("让各版式的 paper.trim 一致。", "Give the layouts the same paper.trim."),
    example="paper: {trim: A4} … paper: {trim: A3}",
)
def page_size(place: Location, *, count: int) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：整版空白",
    en="page {page}: the page is blank",
    meaning=("这一版上什么也没有。", "There is nothing on this page."),
    mend=("给这一版上稿，或去掉这一版。", "Put a story on it, or take the page out."),
    example="pages: [{layout: front, put: {…}}, {layout: empty}]",
)
def blank_page(place: Location, *, page: int) -> Finding: ...
