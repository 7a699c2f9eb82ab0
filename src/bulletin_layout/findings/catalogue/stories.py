"""What a story's file says and cannot mean (稿件): blocks, tables, notes, links, marks, front matter."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.idle import not_applied
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, as_written, phrase

#: What the documents call this area.
TITLE = ("稿件", "Stories")


@phrase(zh="脚注", en="a note")
def a_note() -> Phrase: ...


def block(word: str) -> Phrase:
    """How findings name a block."""
    return a_note() if word == "note" else as_written(f"::: {word}")


#: What may stand in a story and not in every block of it.
PARTS = {
    "heading": Phrase("小标题", "a heading"),
    "item": Phrase("列表", "a list"),
    "table": Phrase("表格", "a table"),
    "block": Phrase("别的块", "another block"),
}


@entry(
    "error",
    zh="{block}里不能有{part}",
    en="{part} cannot stand in {block}",
    meaning=(
        "有的块只放文字：摘引、落款、诗、名单、脚注。",
        "Some blocks hold text only: pull, sign, verse, roster, a note.",
    ),
    mend=("把它移到块外面，或改用 aside。", "Put it outside the block, or take aside."),
    example="::: verse\n- 一项\n:::",
    fixed=True,
)
def block_content(place: Location, *, part: Phrase, block: Phrase) -> Finding: ...


@phrase(zh="文中的图", en="a picture in the text")
def a_picture() -> Phrase: ...


@wording(block_content, zh="{block}里不能有图片", en="a picture cannot stand in {block}")
def picture_in_block(place: Location, *, block: Phrase) -> Finding: ...


@wording(block_content, zh="::: aside 里不能再有一个", en="another cannot stand in ::: aside")
def aside_in_aside(place: Location) -> Finding: ...


@entry(
    "error",
    zh="{block} 没有结束：写一行 :::；里面还有块的，外面用 ::::",
    en="nothing ends {block}: write a line :::, and :::: around a block that holds others",
    meaning=("块开始了没有结束，或者没有开始就结束。", "A block begins and does not end, or ends where none is open."),
    mend=(
        "每个 ::: 块后面写一行 :::；里面套块的，外层多写一个冒号。",
        "Write a line ::: behind each block; a block around others takes a colon more.",
    ),
    example="::: sign\n编辑部\n:::",
    fixed=True,
)
def block_end(place: Location, *, block: Phrase) -> Finding: ...


@wording(block_end, zh="这一行结束一个块，可是没有块开着", en="this line ends a block, and none is open")
def no_block_open(place: Location) -> Finding: ...


@entry(
    "error",
    zh="没有“{word}”这种块{near}",
    en='there is no block "{word}"{near}',
    meaning=("::: 后面的词不认得。", "The word behind ::: is no kind of block."),
    mend=("改成 pull、aside、roster、verse 或 sign。", "Write pull, aside, roster, verse or sign."),
    example="::: poem → ::: verse",
    fixed=True,
)
def unknown_block(place: Location, *, word: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{block} 这一行后面不写别的",
    en="{block} takes nothing more on its line",
    meaning=("pull、sign、verse 没有标题。", "pull, sign and verse have no title."),
    mend=("文字写在下一行。", "Write the text on the next line."),
    example="::: verse 诗一首 → ::: verse",
    fixed=True,
)
def block_title(place: Location, *, block: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{block} 里什么也没有",
    en="there is nothing in {block}",
    meaning=("块里没有内容。", "A block without contents."),
    mend=("写上内容，或去掉这个块。", "Write something in it, or take it out."),
    example="::: sign\n:::",
    fixed=True,
)
def empty_block(place: Location, *, block: Phrase) -> Finding: ...


@wording(not_applied, zh="正文里的分隔线（---）不印", en="a rule (---) in the text is not printed")
def rule_not_printed(place: Location) -> Finding: ...


@entry(
    "error",
    zh="列表、引文、括号套得太深，读不了：会丢字",
    en="lists, quotes or brackets within one another this deep cannot be read: text would be lost",
    meaning=("嵌套太深，读下去会丢字。", "Nested too deeply: text would be lost."),
    mend=("少套几层。", "Nest less."),
    example="> > > > > > > > …",
    fixed=True,
)
def markdown_depth(place: Location) -> Finding: ...


@wording(markdown_depth, zh="括号套得太深，读不了", en="brackets within one another this deep cannot be read")
def brackets_depth(place: Location) -> Finding: ...


@entry(
    "error",
    zh="这一行的格子比表头多：“{lost}”会丢掉",
    en='this row has more cells than the table\'s head: "{lost}" would be lost',
    meaning=("表格这一行的列数比表头多。", "A row has more cells than the table has columns."),
    mend=(
        "表头补一列，或去掉多的竖线；文字里的竖线写成 \\|。",
        "Add a column to the head, or drop the bar; a bar within text is written \\|.",
    ),
    example="| 甲 | 乙 |\n|----|----|\n| 1 | 2 | 3 |",
    fixed=True,
)
def table_row(place: Location, *, lost: str) -> Finding: ...


@entry(
    "error",
    zh="“^”：上面没有格子",
    en='"^": there is no cell above it',
    meaning=(
        "^ 和上面的格子合并，< 和左边的格子合并；合起来要是方的，不能从表头伸进表身。",
        "^ joins the cell above, < the one at the left; together they must make a rectangle, within the head or below "
        "it.",
    ),
    mend=("改合并的写法。", "Join other cells."),
    example="| ^ | 乙 |\n|---|----|",
    fixed=True,
)
def table_span(place: Location) -> Finding: ...


@wording(table_span, zh="“<”：左边没有格子", en='"<": there is no cell at its left')
def no_cell_left(place: Location) -> Finding: ...


@wording(table_span, zh="这里合并的格子不成方形", en="the cells that are joined here make no rectangle")
def no_rectangle(place: Location) -> Finding: ...


@wording(table_span, zh="格子不能从表头伸到表身", en="a cell cannot reach from the table's head into its rows")
def head_into_rows(place: Location) -> Finding: ...


@entry(
    "error",
    zh="脚注里不能再引脚注：把 [^{label}] 的内容写进正文",
    en="a note cannot refer to a note: put what [^{label}] says into the text",
    meaning=("脚注里又引了脚注。", "A note refers to another note."),
    mend=("写进正文。", "Put it into the text."),
    example="[^1]: 见[^2]。",
    fixed=True,
)
def note_in_note(place: Location, *, label: str) -> Finding: ...


@entry(
    "error",
    zh="脚注 [^{label}] 有两条：另一条在第 {line} 行",
    en="there are two notes [^{label}]: the other is in line {line}",
    meaning=("同一个号写了两条脚注。", "Two notes have the same label."),
    mend=("改一个号。", "Give one of them another label."),
    example="[^1]: 甲\n[^1]: 乙",
    fixed=True,
)
def note_twice(place: Location, *, label: str, line: int) -> Finding: ...


@entry(
    "error",
    zh="正文没有引这条脚注：在该引的地方写 [^{label}]",
    en="the text refers to this note nowhere: write [^{label}] where it belongs",
    meaning=("有脚注，正文没有引它，印出来没有它。", "A note that nothing refers to would not be printed."),
    mend=("在正文里写上它的号，或去掉这条。", "Refer to it in the text, or take it out."),
    example="[^1]",
    fixed=True,
)
def unplaced_note(place: Location, *, label: str) -> Finding: ...


@entry(
    "error",
    zh="没有这条脚注：另起一行写 [^{label}]: 和内容",
    en="there is no note to this: write [^{label}]: and its text on a line of their own",
    meaning=("正文引了脚注，脚注没有写。", "The text refers to a note that is not there."),
    mend=("写上这条脚注。", "Write the note."),
    example="[^1]: 麻袋按每只五十公斤计。",
    fixed=True,
)
def missing_note(place: Location, *, label: str) -> Finding: ...


@entry(
    "warning",
    zh="{address} 点不开：写 https://、http://、mailto:、tel: 开头的地址，或者本期稿件的文件名（name.md）",
    en="a click cannot lead to {address}: write an address with https://, http://, mailto: or tel:, or the file of a "
    "story of this issue (name.md)",
    meaning=(
        "链接指的地方点不开，或不安全；文字照排，不能点。",
        "A click leads nowhere, or nowhere safe: the words are set, without a link.",
    ),
    mend=("写完整的地址。", "Write the whole address."),
    example="[详见](order.html) → [详见](https://example.org/order)",
)
def link_address(place: Location, *, address: str) -> Finding: ...


@entry(
    "error",
    zh="没有“{mark}”这种标记{near}",
    en='there is no mark "{mark}"{near}',
    meaning=("方括号后面花括号里的标记不认得。", "What stands in braces behind a bracket is no mark."),
    mend=(
        '写 {.dots}、{.under}、{.sup}、{.sub} 或 {ruby="…"}。',
        'Write {.dots}, {.under}, {.sup}, {.sub} or {ruby="…"}.',
    ),
    example="[着重]{.dot} → [着重]{.dots}",
    fixed=True,
)
def unknown_mark(place: Location, *, mark: str, near: Phrase) -> Finding: ...


@wording(
    unknown_mark,
    severity="warning",
    zh='花括号里的标记读不懂：写 {{.dots}}、{{.under}}、{{.sup}}、{{.sub}} 或 {{ruby="…"}}',
    en='the marks between these braces cannot be read: write {{.dots}}, {{.under}}, {{.sup}}, {{.sub}} or {{ruby="…"}}',
)
def unread_mark(place: Location) -> Finding: ...


@entry(
    "error",
    zh="注音只注一行里的普通文字：别的标记写到它的方括号外面",
    en="ruby stands over plain text on one line: put other marks around its brackets",
    meaning=(
        "注音的文字里又有别的标记，或跨了行。",
        "The text under a ruby has other marks in it, or runs over two lines.",
    ),
    mend=("别的标记写在外面。", "Put other marks around it."),
    example='[**㐂**]{ruby="xǐ"} → **[㐂]{ruby="xǐ"}**',
    fixed=True,
)
def ruby(place: Location) -> Finding: ...


@entry(
    "error",
    zh="从这里开始的文前部分没有结束：用一行 --- 结束",
    en="the front matter that starts here has no end: close it with a line ---",
    meaning=(
        "稿件开头两行 --- 之间写标题、署名等，少了第二行。",
        "Between two lines --- a story has its heads and byline; the second one is missing.",
    ),
    mend=("补上一行 ---。", "Write a line --- behind it."),
    example="---\nheadline: 标题\n---",
    fixed=True,
)
def front_matter(place: Location) -> Finding: ...


@entry(
    "error",
    zh="稿件是空的：没有文字，也没有图片",
    en="the story is empty: it has neither text nor a photo",
    meaning=("文件里没有正文，也没有图片。", "The file has neither text nor photos."),
    mend=("写上正文，或者不上这篇稿。", "Write the text, or do not put the story."),
    example="visit.md, 0 字",
    fixed=True,
)
def empty_story(place: Location) -> Finding: ...


@entry(
    "error",
    zh="链接指的“{slug}”不是本期版面上的稿件{near}",
    en='the link leads to "{slug}", which is no story on a page of this issue{near}',
    meaning=(
        "写到的稿件这一期没有，或者没有上版。",
        "A story is named that the issue does not have, or that is on no page.",
    ),
    mend=(
        "改正名字；稿件是和 issue.yaml 放在一起的 .md 文件。",
        "Mend its name: a story is a .md file beside issue.yaml.",
    ),
    example="put: {lead: vist} → put: {lead: visit}",
    fixed=True,
)
def missing_story(place: Location, *, slug: str, near: Phrase) -> Finding: ...


@wording(
    missing_story,
    zh="第{page}版：没有“{slug}”这篇稿（{slug}.md）{near}",
    en='page {page}: there is no story "{slug}" ({slug}.md){near}',
)
def missing_story_file(place: Location, *, page: int, slug: str, near: Phrase) -> Finding: ...


@phrase(zh="；有“{file}”：改名", en='; there is "{file}": rename it')
def rename_it(file: str) -> Phrase: ...
