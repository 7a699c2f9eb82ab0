"""What a Word file holds that a story cannot take as it is, and what was guessed (来稿内容)."""

from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, both, phrase

#: What the documents call this area.
TITLE = ("来稿内容", "Contents of manuscripts")

#: What is left out without loss of text: how the story prints it is the layout's decision.
LAYOUT: Final = {
    "font": both("fonts and sizes", "字体、字号"),
    "colour": both("colours of text", "文字颜色"),
    "break": both("page, column and section breaks", "分页、分栏、分节"),
    "soft-break": both("line breaks within paragraphs", "段内手动换行"),
    "tab": both("tabs", "制表符"),
    "soft-hyphen": both("soft hyphens", "可选连字符"),
    "invisible": both("invisible characters", "看不见的字符"),
    "page-number": both("page numbers and other fields", "页码等域"),
    "contents": both("a table of contents", "目录"),
    "bookmark": both("links within the document", "文内链接"),
    "macros": both("macros, which were not run", "宏（没有运行）"),
    "template": both("links to files outside, which were not fetched", "指向外部文件的链接（没有去取）"),
    "table-format": both("widths, borders and shading of tables", "表格的列宽、边框、底纹"),
    "picture-format": both("effects and turns of pictures", "图片的效果、旋转"),
    "box-place": both("places of text boxes", "文本框的位置"),
    "note-mark": both("own marks of notes", "脚注自定的符号"),
    "caption-number": both("numbers of pictures", "图号"),
    "format-change": both("tracked changes of formatting", "格式修订"),
    "blank-rule": both("lines to write on, made of underlined blanks", "填空用的横线（带下划线的空格）"),
    "empty-note": both("notes without text", "没有内容的脚注"),
    "equation-form": both("the form of simple equations, as text in a line", "简单公式的写法（成一行文字）"),
    "link": both("links that cannot be followed", "打不开的链接"),
}
#: What is left out with its text.
TEXT: Final = {
    "header": both("headers and footers", "每页上下的固定文字"),
    "placeholder": both("placeholders of a form", "表单的提示文字"),
    "letterhead": both("letterhead, number and record of an official document", "公文的文头、文号、版记"),
    "attachment": both("an attachment's name", "附件名"),
    "chunk": both("a document embedded in it", "嵌入的文档"),
    "note-picture": both("pictures in notes", "脚注里的图片"),
    "object": both("an embedded object", "嵌入的对象"),
    "chart": both("a chart", "图表"),
    "drawing": both("a drawing", "绘制的图形"),
    "diagram": both("a SmartArt diagram", "SmartArt 图示"),
    "form": both("formatting that no mark expresses", "写不出来的格式"),
}


@entry(
    "hint",
    zh="没有保留：{what}（{count} 处）",
    en="not kept: {what} ({count})",
    meaning=(
        "来稿里的这些格式不进稿件：怎么印由版式决定。文字都在。",
        "Formatting of the manuscript that a story does not have: the layout decides. No text is lost.",
    ),
    mend=("不用做什么。", "Nothing to do."),
    example=("字体、字号", "fonts and sizes"),
)
def not_kept(place: Location, *, what: Phrase, count: int) -> Finding: ...


@entry(
    "warning",
    zh="没有进稿件：{what}（{count} 处）：{texts}",
    en="left out of the story: {what} ({count}): {texts}",
    meaning=("来稿里有内容没有进稿件。", "Something in the manuscript did not become part of the story."),
    mend=("看看要不要；要的话抄进稿件。", "See whether it is wanted; if so, put it into the story."),
    example=("附件：产量表.xlsx", "附件：产量表.xlsx"),
)
def text_not_kept(place: Location, *, what: Phrase, count: int, texts: tuple[Phrase, ...]) -> Finding: ...


@phrase(zh="“{text}”", en='"{text}"')
def one_text(text: str) -> Phrase: ...


@wording(text_not_kept, zh="没有进稿件：{what}（{count} 处）", en="left out of the story: {what} ({count})")
def thing_not_kept(place: Location, *, what: Phrase, count: int) -> Finding: ...


@entry(
    "warning",
    zh="隐藏的文字没有进稿件：“{text}”",
    en='hidden text was left out: "{text}"',
    meaning=(
        "来稿里有设为隐藏或白色的文字，作者多半不知道它在。",
        "The manuscript has text set as hidden or in white, which its author may not know of.",
    ),
    mend=("要印的，在 Word 里取消隐藏后再导入。", "If it is to be printed, make it visible in Word, and import again."),
    example=("设为“隐藏”的底稿", "a draft that is set as hidden"),
)
def hidden_text(place: Location, *, text: str) -> Finding: ...


@entry(
    "hint",
    zh="作者标了颜色，可能有疑问：“{text}”",
    en='highlighted by the author, perhaps in doubt: "{text}"',
    meaning=(
        "来稿用底色或删除线标了这些文字；文字照样进稿件。",
        "The text is marked by a ground or struck out; it is kept.",
    ),
    mend=("问作者。", "Ask the author."),
    example=("黄底的“贺沛霖”", "贺沛霖 on yellow"),
)
def marked_text(place: Location, *, text: str) -> Finding: ...


@wording(
    marked_text,
    severity="warning",
    zh="这些文字画了删除线，仍在稿件里：“{text}”",
    en='struck out by formatting, and still in the story: "{text}"',
)
def struck_text(place: Location, *, text: str) -> Finding: ...


@entry(
    "error",
    zh="有 {count} 处修订还没有定，没有写稿件：在 Word 里接受或拒绝，或加 --changes accept、reject",
    en="{count} tracked changes are not decided, no story was written: decide them in Word, or say --changes accept or "
    "reject",
    one="{count} tracked change is not decided, no story was written: decide it in Word, or say --changes accept or "
    "reject",
    meaning=(
        "来稿带修订：印旧的还是新的，要人来定。",
        "The manuscript has tracked changes: whether the old or the new words are printed, people decide.",
    ),
    mend=(
        "看清下面列的每一处；都要的加 --changes accept，都不要的加 --changes reject。",
        "Look at each that is listed; take all with --changes accept, none with --changes reject.",
    ),
    example="bulletin import 座谈会.docx --to 2026-10 --changes accept",
    fixed=True,
)
def tracked_changes(place: Location, *, count: int) -> Finding: ...


@entry(
    "hint",
    zh="{author}{date}插入“{text}”",
    en='{author}{date} inserted "{text}"',
    meaning=("来稿里的一处修订。", "One tracked change of the manuscript."),
    mend=("看它对不对，尤其是人名、数字。", "See whether it is right, names and numbers above all."),
    example="乙（2026-10-03）：贺佩霖 → 贺沛霖",
)
def tracked_change(place: Location, *, author: str, date: str, text: str) -> Finding: ...


@wording(tracked_change, zh="{author}{date}删除“{text}”", en='{author}{date} deleted "{text}"')
def tracked_deletion(place: Location, *, author: str, date: str, text: str) -> Finding: ...


@entry(
    "hint",
    zh="{author}批注：“{text}”",
    en='{author} comments: "{text}"',
    meaning=(
        "来稿里的批注。不印；加 --comments keep 就作为 <!-- 批注 --> 留在稿件的原处。",
        "A comment in the manuscript. It is not printed; --comments keep puts it into the story as a remark.",
    ),
    mend=("看看要不要处理。", "See whether something is to be done."),
    example="乙：请核实职务",
)
def word_comment(place: Location, *, author: str, text: str) -> Finding: ...


@entry(
    "error",
    zh="公式没有进稿件：“{text}”：写成文字，或做成图片",
    en='an equation was left out: "{text}": write it as text, or make it a picture',
    meaning=("公式不是一行文字能写的。", "The equation cannot be written in a line of text."),
    mend=(
        "简单的写成 x[2]{.sup}、H[2]{.sub}O；复杂的在 Word 里截成图片。",
        "Write a simple one as x[2]{.sup}, H[2]{.sub}O; make a picture of another.",
    ),
    example="x = (a + b) / 2",
)
def equation(place: Location, *, text: str) -> Finding: ...


@entry(
    "error",
    zh="这张图是 {kind} 格式，印不了，已存为 {path}：在 Word 里另存为图片（PNG、JPEG）再换上",
    en="this picture is {kind}, which cannot be printed, and was saved as {path}: save it as a picture (PNG, JPEG) in "
    "Word and use that",
    meaning=("来稿里的图片用不了。", "A picture of the manuscript cannot be used."),
    mend=("请作者另发原图。", "Ask the author for the original."),
    example="photos/座谈会-1.emf",
)
def manuscript_picture(place: Location, *, kind: str, path: str) -> Finding: ...


@wording(
    manuscript_picture,
    zh="图片不在来稿里，只有链接 {target}（没有去取）：请作者另发原图",
    en="the picture is not in the manuscript, which only names {target} (not fetched): ask the author for it",
)
def linked_picture(place: Location, *, target: str) -> Finding: ...


@wording(
    manuscript_picture, zh="图片在来稿里丢了或坏了：请作者另发原图", en="the picture is missing or damaged: ask for it"
)
def lost_picture(place: Location) -> Finding: ...


@entry(
    "error",
    zh="“{around}”里的符号 {char}（字体 {font}）不知道是什么：在稿件里改写",
    en='the symbol {char} (font {font}) in "{around}" is not known: write it in the story',
    meaning=(
        "符号字体或私用区的字，换了字体就是别的东西。",
        "A sign of a symbol font, or of the private use area, is something else in any other font.",
    ),
    mend=("对照原稿，在稿件里写成普通的字或符号。", "Compare the original, and write an ordinary character."),
    example="U+F021 (Wingdings)",
)
def unknown_symbol(place: Location, *, char: str, font: str, around: str) -> Finding: ...


@entry(
    "hint",
    zh="当作{role}（把握 {votes} 分，6 分算准）：“{text}”",
    en='taken for {role} ({votes} votes; 6 are sure): "{text}"',
    meaning=(
        "Word 里没有写明哪行是标题、署名、图说，这是按位置、字号、写法猜的。",
        "Word does not say which line is a head, a byline or a caption: this was guessed by place, size and wording.",
    ),
    mend=("看一眼；不对就在稿件里改。", "Look at it; if it is wrong, change it in the story."),
    example="（科研处）",
)
def import_guess(place: Location, *, role: Phrase, votes: int, text: str) -> Finding: ...


@phrase(zh="主题", en="the headline")
def headline() -> Phrase: ...


@phrase(zh="引题", en="the kicker")
def kicker() -> Phrase: ...


@phrase(zh="副题", en="the deck")
def deck() -> Phrase: ...


@phrase(zh="署名", en="the byline")
def byline() -> Phrase: ...


@phrase(zh="小标题", en="a crosshead")
def crosshead() -> Phrase: ...


@phrase(zh="图说", en="a caption")
def caption() -> Phrase: ...


@phrase(zh="栏目", en="a section")
def section() -> Phrase: ...


@phrase(zh="落款", en="a signature")
def sign() -> Phrase: ...


@phrase(zh="诗行", en="verse")
def verse() -> Phrase: ...


@phrase(zh="一段被断开的行", en="lines of one paragraph")
def one_paragraph() -> Phrase: ...


@entry(
    "hint",
    zh="表格{what}：看看印出来对不对",
    en="the table {what}: look at it in print",
    meaning=("稿件的表格只有一行表头，没有表中表。", "A story's table has one row of heads and no tables within."),
    mend=("看排出来的样子，需要时改表格。", "Look at the page, and change the table if needed."),
    example="| 单位 | 亩产 |",
)
def table_simplified(place: Location, *, what: Phrase) -> Finding: ...


@phrase(zh="没有写明表头，第一行当表头", en="names no head; its first row was taken")
def first_row_head() -> Phrase: ...


@phrase(zh="有表中表，里面的字并进了单元格", en="has a table within, whose text went into the cell")
def nested_table() -> Phrase: ...


@phrase(zh="有合并的单元格写不出来，拆开了", en="has joined cells that cannot be written; they were separated")
def separated_cells() -> Phrase: ...
