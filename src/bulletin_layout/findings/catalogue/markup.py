"""Markup and lines of story files that are not what an editor meant (稿件里的标记、行和稿头)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry

#: What the documents call this area.
TITLE = ("稿件里的标记和分行", "Marks and lines in stories")


@entry(
    "warning",
    zh="“{mark}”会照样印出来，它像是没写对的标记：改对；本来就是正文的，前面加反斜线 \\",
    en='"{mark}" is printed as it stands, and looks like a mark that is not right: mend it, or write a backslash '
    "before it if it is text",
    meaning=(
        "从网页、Word 或别的编辑器贴来的稿件里剩下的标记：不成对的 **，网页标签，~~删除线~~，少了分号的 &nbsp 等。",
        "What a web page, Word or another editor leaves in a text: ** without a partner, tags of HTML, ~~struck out~~, "
        "&nbsp without its semicolon.",
    ),
    mend=(
        "删掉或改成这里认的标记；确实要印的，在前面加反斜线。",
        "Take it out, or write a mark that is read here; a backslash before it makes it text.",
    ),
    example="**重点 → **重点**",
)
def leftover_mark(place: Location, *, mark: str) -> Finding: ...


@entry(
    "warning",
    zh="第{line}行（“{words}”）接在第{before}行后面成了一段，可第{before}行已经用“{mark}”收住：要另起一段，中间空一行，"
    "或在稿头写 lines: paragraphs",
    en='line {line} ("{words}") goes on in the paragraph of line {before}, which ends with "{mark}": put an empty line '
    "between them, or write lines: paragraphs in the front matter",
    meaning=(
        "Markdown 里相邻的两行是一段。上一行已经收住，下一行多半是另一段，少了空行。",
        "In Markdown neighbouring lines are one paragraph. The first ends a sentence, so the next one was probably "
        "meant as a paragraph.",
    ),
    mend=(
        "两段之间空一行；整篇一行一段的，在稿头写 lines: paragraphs（整个刊物都这样，就写在 bulletin.yaml 里）；"
        "本来是一段的，并成一行。",
        "Put an empty line between the two; where every line is a paragraph, write lines: paragraphs in the front "
        "matter or in bulletin.yaml; where they are one paragraph, put them on one line.",
    ),
    example="甲：你好。⏎乙：你也好。",
)
def joined_lines(place: Location, *, line: int, before: int, words: str, mark: str) -> Finding: ...


@entry(
    "error",
    zh="从这里开始的批注没有结束：后面补上 -->",
    en="nothing ends the remark that starts here: write --> behind it",
    meaning=(
        "<!-- 和 --> 之间是批注，不印。没有 -->，就不知道正文从哪里接着。",
        "What stands between <!-- and --> is a remark and not printed. Without --> nobody knows where the text goes "
        "on.",
    ),
    mend=("在批注末尾写 -->。", "Write --> at the remark's end."),
    example="<!-- 待核 → <!-- 待核 -->",
    fixed=True,
)
def open_remark(place: Location) -> Finding: ...


@entry(
    "error",
    zh="稿头上下各是一行三个半角短横：“{line}”改成 ---",
    en='the front matter stands between two lines of three hyphens: write --- for "{line}"',
    meaning=(
        "输入法或 Word 把三个短横换成了破折号之类，程序就不认得稿头在哪里。",
        "An input method or a word processor made dashes of three hyphens, which do not mark the front matter.",
    ),
    mend=("改回三个半角短横，单独一行。", "Write three hyphens on a line of their own."),
    example="—— → ---",
    fixed=True,
)
def front_matter_line(place: Location, *, line: str) -> Finding: ...


@entry(
    "error",
    zh="“{key}”是稿头里的键，写在这里会印出来：挪到上面两行 --- 之间",
    en='"{key}" is a key of the front matter and would be printed here: put it between two lines --- above the text',
    meaning=(
        "标题、署名这些键落在了正文里，会当正文印出来。",
        "A key such as headline or byline stands in the body, and would be printed as text.",
    ),
    mend=(
        "稿头放在文件开头，上下各一行 ---；正文真要以这个词开头，冒号写成 &#58;。",
        "The front matter stands at the file's beginning, a line --- above it and one below. A text that begins with "
        "such a word has &#58; for its colon.",
    ),
    example="headline: 开镰 → ---⏎headline: 开镰⏎---",
)
def key_in_text(place: Location, *, key: str) -> Finding: ...


@entry(
    "warning",
    zh="“{lost}”丢了：空格后面的 # 是 YAML 的注释。要印，整个值加引号：{quoted}；真是注释，# 后面空一格",
    en='"{lost}" is lost: # after a blank starts a remark in YAML. Put the text in quotation marks: {quoted}; a remark '
    "has a blank behind its #",
    meaning=(
        "YAML 里空格加 # 以后都是注释。# 后面紧跟着字的，多半是正文。",
        "In YAML everything behind a blank and # is a remark. A # with a word right behind it was probably meant as "
        "text.",
    ),
    mend=("整个值加引号，或者在 # 后面空一格。", "Put quotation marks around the value, or a blank behind the #."),
    example='headline: 开镰 #秋收# → headline: "开镰 #秋收#"',
)
def text_cut(place: Location, *, lost: str, quoted: str) -> Finding: ...
