"""What issue.yaml says of pages, slots and stories, and what does not go together (一期：上稿、串接)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase

#: What the documents call this area.
TITLE = ("一期：上稿、串接", "Issues: stories in slots")


@entry(
    "error",
    zh="第{page}版：版式里没有版块“{slot}”{near}",
    en='page {page}: the layout has no slot "{slot}"{near}',
    meaning=("写到的版块不在这一版的版式里。", "A slot is named that the page's layout does not have."),
    mend=("改正名字；版块在版式的 slots 里。", "Mend the name; slots are defined in the layout's slots."),
    example="put: {laed: visit} → put: {lead: visit}",
    fixed=True,
)
def unknown_slot(place: Location, *, page: int, slot: str, near: Phrase) -> Finding: ...


@wording(
    unknown_slot,
    zh="没有要留着不动的版块“{slot}”：有 {known}",
    en='there is no slot "{slot}" to keep: there are {known}',
)
def unknown_slot_to_keep(place: Location, *, slot: str, known: tuple[str, ...]) -> Finding: ...


@wording(
    unknown_slot,
    zh="第{page}版：没有版块“{slot}”可改{near}",
    en='page {page}: there is no slot "{slot}" to set{near}',
)
def unknown_slot_to_set(place: Location, *, page: int, slot: str, near: Phrase) -> Finding: ...


@wording(
    unknown_slot,
    zh="第{page}版：版式里没有版块“{slot}”{near}",
    en='page {page}: the layout has no slot "{slot}"{near}',
)
def unknown_slot_to_continue(place: Location, *, page: int, slot: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="bulletin.yaml 的 series 里没有“{name}”{near}",
    en='bulletin.yaml has no series "{name}"{near}',
    meaning=("这一期说自己属于一个没有的系列。", "The issue says that it belongs to a series that there is not."),
    mend=(
        "改正代号，或在 bulletin.yaml 的 series 里写上这个系列。",
        "Mend its key, or write the series in bulletin.yaml's series.",
    ),
    example="issue: {series: jianbao, …}; bulletin.yaml: series: {jianbao: {name: 禾岭简报}}",
    fixed=True,
)
def unknown_series(place: Location, *, name: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="“{id}”是 {folder} 那一期：给这一期另起一个 id",
    en='"{id}" is the issue in {folder}: give this one an id of its own',
    meaning=(
        "这一期的 id 和另一期的文件夹同名，成品会盖掉那一期的。",
        "The issue has the id of another one, whose products it would write over.",
    ),
    mend=("把 issue.id 改成这一期文件夹的名字。", "Write the name of its own folder as issue.id."),
    example="issue: {id: 2026-09, …} → issue: {id: 2026-10, …}",
    fixed=True,
)
def duplicate_id(place: Location, *, id: str, folder: str) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：版式里没有责编一行，“{name}”不印",
    en='page {page}: the layout has no editor line, so "{name}" is not printed',
    meaning=("写了责任编辑，版式却没有地方印。", "An editor is named, and the layout has no line for it."),
    mend=("在版式里加 editor，或去掉名字。", "Add editor to the layout, or take the name out."),
    example="pages: [{layout: front, editor: 沈珂}]",
)
def no_editor_line(place: Location, *, page: int, name: str) -> Finding: ...


@entry(
    "hint",
    zh="第{page}版没有责任编辑",
    en="page {page} has no editor",
    meaning=(
        "版式里有责编一行，这一版没有写 editor，印出来是空的。缺责编的版出不了清样（not-clean）。",
        "The layout has a line for the editor, and the page names none, so nothing is printed there. A page without "
        "its editor gives no clean proof (not-clean).",
    ),
    mend=('写上 editor；这一版不署的，写 editor: ""。', 'Write editor, or editor: "" where the page shall have none.'),
    example="pages: [{layout: front, put: {lead: one}}]",
)
def editor_missing(place: Location, *, page: int) -> Finding: ...


@entry(
    "error",
    zh="“{layout}”的纸张和正文网格要和后面各版一样",
    en='"{layout}" must have the paper and the body grid of the pages that follow it',
    meaning=(
        "简报第一版的版式和后面各版的纸张、字号或行距不一样，文字流不过去。",
        "The first page's layout differs in paper, type or leading, so the text cannot go on from it.",
    ),
    mend=("两个版式继承同一个版式。", "Let both layouts extend the same one."),
    example="first: bulletin-first",
    fixed=True,
)
def first_differs(place: Location, *, layout: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：“{slug}”已经上过了（在 {before}）",
    en='page {page}: "{slug}" is put already (at {before})',
    meaning=("一篇稿只能上一次；接着排用 continue 或 jump。", "A story stands once; it goes on by continue or jump."),
    mend=("去掉一处，或改成 {continue: 版块}。", "Take one out, or write {continue: slot}."),
    example="put: {lead: visit, more: visit} → put: {lead: visit, more: {continue: lead}}",
    fixed=True,
)
def story_put_twice(place: Location, *, page: int, slug: str, before: str) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：版块“{slot}”没有上稿",
    en='page {page}: nothing is put into slot "{slot}"',
    meaning=("版块空着，印出来是白的。", "The slot stays white."),
    mend=(
        "给它上稿；本期不用的，在 set 里写 {版块: null}。",
        "Put a story into it; where the issue does without it, set it to null.",
    ),
    example="put: {lead: autumn-forum}",
)
def empty_slot(place: Location, *, page: int, slot: str) -> Finding: ...


@entry(
    "error",
    zh="这篇稿没有上版：在 {issue} 里把“{slug}”放进一个版块",
    en='the story is on no page: put "{slug}" into a slot in {issue}',
    meaning=(
        "文件夹里有稿，哪一版都没有用，会漏掉。",
        "A story in the issue's folder is on no page and would be forgotten.",
    ),
    mend=("上版，或把文件移出这一期的文件夹。", "Put it, or move the file out of the issue's folder."),
    example="put: {lead: autumn-forum, left: flower-class}",
)
def unplaced_story(place: Location, *, slug: str, issue: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：文字只能流过写了“repeat: until-text-ends”的版式",
    en='page {page}: a text can flow through a layout with "repeat: until-text-ends" only',
    meaning=("flow 要配重复的版式（简报）。", "flow needs a layout that repeats, as a running bulletin has."),
    mend=("换一个这样的版式，或用 put。", "Take such a layout, or put."),
    example="pages: [{layout: bulletin, flow: [harvest, work]}]",
    fixed=True,
)
def flow_without_repeat(place: Location, *, page: int) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：版块都被 put 占了，没有留给流动的文字",
    en='page {page}: the layout has no slot left for what flows: "put" takes them all',
    meaning=("flow 的文字没有版块可走。", "What flows has no slot to go through."),
    mend=("少 put 一个版块。", "Leave a slot free."),
    example="put: {main: notice}, flow: [harvest]",
    fixed=True,
)
def flow_without_slot(place: Location, *, page: int) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：版式会重复到文字排完，可是没有给文字：写 flow: [稿件]",
    en="page {page}: the layout repeats until its text ends, and no text is given: write flow: [story]",
    meaning=("版式是给简报用的，这一版却没有流动的文字。", "The layout is for a running text, and none is given."),
    mend=("写 flow，或换一个版式。", "Write flow, or take another layout."),
    example="pages: [{layout: bulletin, flow: [harvest]}]",
)
def repeat_without_flow(place: Location, *, page: int) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：文字流过这个版块，自己接到下一版，不转版",
    en="page {page}: a text flows through this slot: it goes on on the next page, and does not jump",
    meaning=("简报的文字自己接下去，jump 不起作用。", "A running text goes on by itself; its jump does nothing."),
    mend=("去掉 jump。", "Take jump out."),
    example="jump: {to: page2.tail}",
)
def jump_without_effect(place: Location, *, page: int) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：版块互相接来接去，成了圈：{circle}",
    en="page {page}: slots continue one another in a circle: {circle}",
    meaning=("continue 绕了一圈，没有稿件。", "The slots continue one another, and none has a story."),
    mend=("其中一个放稿件。", "Put a story into one of them."),
    example="put: {lead: {continue: more}, more: {continue: lead}}",
    fixed=True,
)
def continue_circle(place: Location, *, page: int, circle: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：版块“{slot}”接“{before}”，那里没有稿",
    en='page {page}: slot "{slot}" continues "{before}", and no story is put there',
    meaning=("要接的版块没有稿。", "The slot that is continued has no story."),
    mend=("给它上稿，或改接别的。", "Put a story there, or continue another slot."),
    example="put: {more: {continue: lead}}",
    fixed=True,
)
def continue_empty(place: Location, *, page: int, slot: str, before: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：“{before}”已经有版块接了：接那个版块",
    en='page {page}: "{before}" is continued already: continue the slot that does',
    meaning=("一个版块只能有一个版块接。", "Two slots continue the same one."),
    mend=("接最后一个。", "Continue the last one of them."),
    example="put: {b: {continue: a}, c: {continue: a}} → put: {b: {continue: a}, c: {continue: b}}",
    fixed=True,
)
def continue_twice(place: Location, *, page: int, before: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：“{before}”接到版块“{slot}”，版式里又让它转到别处",
    en='page {page}: "{before}" goes on in slot "{slot}", and its layout says it jumps elsewhere',
    meaning=("一篇稿不能既接又转。", "A story cannot both go on here and jump elsewhere."),
    mend=("去掉 continue，或在 set 里写 {版块.jump: null}。", "Take continue out, or set the slot's jump to null."),
    example="set: {lead.jump: null}",
    fixed=True,
)
def continue_and_jump(place: Location, *, page: int, before: str, slot: str) -> Finding: ...
