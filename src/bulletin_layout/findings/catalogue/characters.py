"""Spaces and characters in manuscripts (字符): width, invisible ones, ones that look like others."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import SHOULD_BE_EN, SHOULD_BE_ZH, entry

#: What the documents call this area.
TITLE = ("字符与空格", "Characters and spaces")


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("汉字之间有空格。", "A space stands between Han."),
    mend=("删去空格。", "Remove it."),
    example="会议 在报告厅召开",
)
def space_han(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "数字与“年、月、日、时”之间，一期里有的空格，有的不空。",
        "Between digits and 年, 月, 日 or 时 some places of an issue have a space, and others none.",
    ),
    mend=("都不空：中西间距由排版软件加。", "Write none: the gap is set when the text is composed."),
    example="6 月 29日",
)
def space_mix(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("标点旁边有空格。", "A space stands beside a Chinese mark."),
    mend=("删去空格。", "Remove it."),
    example="会后， 各所讨论",
)
def space_mark(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "有不换行空格、零宽空格、制表符一类看不出来的字符。",
        "A no-break space, zero-width space, tab or the like stands in the text, where nobody sees it.",
    ),
    mend=("删去，或换成普通空格。", "Remove it, or write an ordinary space."),
    example="网页上复制来的文字",
)
def space_odd(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("正文里姓名两字之间加了空格。", "A name of two characters is spread with a space in running text."),
    mend=(
        "正文里不空；名单、责编由排版软件均排。",
        "Write no space; rosters and editors are spread when they are composed.",
    ),
    example="由贺　霖主持",
)
def name_space(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("数字是全角的。", "Digits are full-width."),
    mend=("改为半角（GB/T 15835 5.1）。", "Write half-width digits (GB/T 15835, 5.1)."),
    example="２０２６年",
)
def full_digit(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("字母是全角的。", "Letters are full-width."),
    mend=("改为半角。", "Write half-width letters."),
    example="ＰＣＲ",
)
def full_latin(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "兼容字符或部首字符：样子像汉字，却不是那个字，多来自 PDF。",
        (
            "A compatibility character or radical: it looks like the Han and is another character; it often comes out "
            "of a PDF file."
        ),
    ),
    mend=("换成通常的字。", "Write the ordinary character."),
    example="⽥间",
)
def compat_char(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("简体文字里有繁体字。", "Traditional characters stand in simplified text."),
    mend=(
        "改为简体；姓名、引文照旧的，把这个问题关掉。",
        "Write the simplified ones; where a name or a quotation keeps them, turn this finding off.",
    ),
    example="收穫後",
)
def trad_char(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh="{wrong} 不是通用的字符，别处显示不出来",
    en="{wrong} is no character that others can show",
    meaning=(
        "私用区字符、替代符号或空框。",
        "A character of the private use area, a replacement character or an empty box.",
    ),
    mend=("换成应有的字。", "Write the character that is meant."),
    example="从演示文稿复制来的项目符号",
)
def pua_char(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh="乱码：{wrong}",
    en="characters of a wrong encoding: {wrong}",
    meaning=("文字按错的编码读过一次。", "The text was once read in a wrong encoding."),
    mend=("从原稿重新复制。", "Copy the text from its source again."),
    example="锟斤拷",
)
def mojibake(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "数字里有字母，或西文词里有形状相同的别种字母。",
        "A letter stands in a number, or a letter of another script that looks the same in a Latin word.",
    ),
    mend=("改为应有的字符。", "Write the character that is meant."),
    example="2O26年",
)
def homoglyph(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "汉字年份里的“〇”用了别的圆圈、字母或数字。",
        "Another circle, a letter or a digit stands for 〇 in a year.",
    ),
    mend=("写 〇（GB/T 15835 5.2）。", "Write 〇 (GB/T 15835, 5.2)."),
    example="二○二六年",
)
def circle_zero(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="段首的空格不用打，排版时自动缩进",
    en="the indent is typed: it is set by the page",
    meaning=("段首手敲了空格。", "Spaces are typed at the start of a paragraph."),
    mend=("删去。", "Remove them."),
    example="\u3000\u3000会议在报告厅召开。",
)
def indent_typed(place: Location) -> Finding: ...


@entry(
    "error",
    zh="有看不见的控制字符",
    en="an invisible control character",
    meaning=(
        "稿件里有控制方向或换行的字符，看不见，却会打乱排版。",
        "The text has characters that steer its direction or lines; nobody sees them, and they upset the page.",
    ),
    mend=("删去。", "Remove them."),
    example="U+202E",
)
def control_char(place: Location) -> Finding: ...
