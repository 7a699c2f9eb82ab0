"""What a slot may give, and cannot (可让)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("可让", "What a slot may give")


@entry(
    "warning",
    zh="第{page}版：“{give}”对流过几版的文字不起作用",
    en='page {page}: "{give}" does nothing for a text that flows through pages',
    meaning=("写在 give 里的一项不起作用。", "A give that changes nothing."),
    mend=("去掉它。", "Take it out."),
    example="give: [gap 1/4]",
)
def give_without_effect(place: Location, *, page: int, give: str) -> Finding: ...


@wording(
    give_without_effect,
    zh="第{page}版：“{key}”只管 flow，这一版没有",
    en='page {page}: "{key}" is for "flow", which this page has not',
)
def flow_key_without_flow(place: Location, *, page: int, key: str) -> Finding: ...


@phrase(zh="版块里没有图", en="the slot has no photo")
def without_photo() -> Phrase: ...


@phrase(zh="版块没有标题", en="the slot has no title")
def without_title() -> Phrase: ...


@phrase(zh="样式“{style}”的 sizes 只有 {steps} 级可降", en='the style "{style}" has {steps} "sizes" to step down to')
def without_steps(style: str, steps: int) -> Phrase: ...


@phrase(zh="本来就这样", en="it is so already")
def so_already() -> Phrase: ...


@wording(
    give_without_effect,
    zh="版块“{slot}”：“{give}”什么也没让：{why}",
    en='slot "{slot}": "{give}" gives nothing: {why}',
)
def gives_nothing(place: Location, *, slot: str, give: str, why: Phrase) -> Finding: ...


@entry(
    "error",
    zh="版块“{slot}”：“{kind}”已经写过了（{before}）：要哪一个？",
    en='slot "{slot}": "{kind}" is given already ({before}): which of the two is meant?',
    meaning=(
        "同一样东西在 give 里写了两次；一条边只从一边让。",
        "The same thing is given twice; a border is moved from one of its sides.",
    ),
    mend=("留一个。", "Keep one."),
    example="give: [gap 1/8, gap 0]",
    fixed=True,
)
def give_twice(place: Location, *, slot: str, kind: str, before: str) -> Finding: ...


@wording(
    give_twice,
    zh="版块“{slot}”：“{give}”：和“{other}”之间的边已经让了（{before}）：只从一边让",
    en='slot "{slot}": "{give}": the border to "{other}" is given already ({before}): one side moves it',
)
def border_given_twice(place: Location, *, slot: str, give: str, other: str, before: str) -> Finding: ...


@phrase(zh="；一张图也没有", en="; it has none")
def it_has_none() -> Phrase: ...


@entry(
    "error",
    zh="版块“{slot}”：“{give}”：没有“{photo}”这个图位{near}",
    en='slot "{slot}": "{give}": there is no photo "{photo}"{near}',
    meaning=("give 里写的图位，版块里没有。", "A photo is to give that the slot does not have."),
    mend=("改正名字。", "Mend its name."),
    example="give: [photos.p9.height ±2行] → give: [photos.p1.height ±2行]",
    fixed=True,
)
def unknown_photo(place: Location, *, slot: str, give: str, photo: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="版块“{slot}”：“{give}”会让图“{photo}”什么也不剩，它高 {rows} 行",
    en='slot "{slot}": "{give}" would leave nothing of photo "{photo}", which is {rows}行 high',
    meaning=(
        "让得太多，图、版块或行距就没有了。",
        "So much cannot be given: a photo, a slot or the lines would be gone.",
    ),
    mend=("少让一些。", "Give less."),
    example="give: [photo.height -14行] → give: [photo.height -4行]",
    fixed=True,
)
def give_too_far(place: Location, *, slot: str, give: str, photo: str, rows: int) -> Finding: ...


@wording(
    give_too_far,
    zh="版块“{slot}”：“{give}”会让 {size:g} 磅的字上下叠起来",
    en='slot "{slot}": "{give}" would set lines of {size:g} pt over one another',
)
def lines_over_lines(place: Location, *, slot: str, give: str, size: float) -> Finding: ...


@wording(
    give_too_far,
    zh="版块“{slot}”：“{give}”会让一个版块什么也不剩：可以从 {least} 行到 +{most} 行",
    en='slot "{slot}": "{give}" would leave nothing of a slot: from {least}行 to +{most}行 is possible',
)
def edge_too_far(place: Location, *, slot: str, give: str, least: int, most: int) -> Finding: ...


@entry(
    "error",
    zh="版块“{slot}”：“{give}”：由几个区域拼成的版块，栏数跟版面走",
    en='slot "{slot}": "{give}": the columns of a slot of several boxes are the page\'s',
    meaning=(
        "栏数不能这样变：栏会太窄，或者版块由几个区域拼成。",
        "The number of columns cannot change so: they would be too narrow, or are the page's.",
    ),
    mend=("去掉 columns，或少变一些。", "Take columns out, or change less."),
    example="give: [columns ±3]",
    fixed=True,
)
def give_columns(place: Location, *, slot: str, give: str) -> Finding: ...


@wording(
    give_columns,
    zh="版块“{slot}”：“{give}”：现在 {now} 栏，{count} 栏时每栏 {measure} 字，正文至少要 {least} 字",
    en='slot "{slot}": "{give}": {now} columns now, and {count} would be columns of {measure}字, and '
    "text needs {least}",
)
def narrow_columns(
    place: Location, *, slot: str, give: str, now: int, count: int, measure: int, least: int
) -> Finding: ...


@wording(
    give_columns,
    zh="版块“{slot}”：“{give}”：现在 {now} 栏，会变成 {count} 栏，一栏也没有了",
    en='slot "{slot}": "{give}": {now} columns now, and {count} would be no column',
)
def no_column_left(place: Location, *, slot: str, give: str, now: int, count: int) -> Finding: ...


@phrase(
    zh="只有网格上单独一个区域的版块才有可移的边", en="only a slot of one box on the grid has an edge that can move"
)
def no_edge() -> Phrase: ...


@phrase(zh="“{slot}”（{box}）", en='"{slot}" ({box})')
def slot_at(slot: str, box: str) -> Phrase: ...


@phrase(zh="没有版块", en="no slot")
def no_slot() -> Phrase: ...


@phrase(
    zh="没有版块正好同它下边一样宽（{own}）：它下面 {air} 行以内有 {near}",
    en="no slots share the whole bottom edge ({own}): below it, {air}行 or nearer, stand {near}",
    one="no slots share the whole bottom edge ({own}): below it, {air}行 or nearer, stands {near}",
)
def bottom_not_shared(own: str, air: int, near: Phrase | tuple[Phrase, ...], count: int) -> Phrase: ...


@phrase(
    zh="没有版块正好同它上边一样宽（{own}）：它上面 {air} 行以内有 {near}",
    en="no slots share the whole top edge ({own}): above it, {air}行 or nearer, stand {near}",
    one="no slots share the whole top edge ({own}): above it, {air}行 or nearer, stands {near}",
)
def top_not_shared(own: str, air: int, near: Phrase | tuple[Phrase, ...], count: int) -> Phrase: ...


@entry(
    "error",
    zh="版块“{slot}”：“{give}”：{problem}",
    en='slot "{slot}": "{give}": {problem}',
    meaning=(
        "让边要两边对齐：边的另一边的版块合起来正好和它一样宽，从同一行开始。",
        "An edge can move only where the slots at its other side together are exactly as wide and begin on one row.",
    ),
    mend=("把版块对齐，或不让这条边。", "Line the slots up, or do not give this edge."),
    example="give: [edge.bottom ±3行]",
    fixed=True,
)
def edge_not_shared(place: Location, *, slot: str, give: str, problem: Phrase) -> Finding: ...
