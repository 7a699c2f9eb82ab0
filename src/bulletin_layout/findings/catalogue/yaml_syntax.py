"""YAML that is not written as YAML is (YAML 写法), in words that say what to do."""

from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, as_written, phrase

#: What the documents call this area.
TITLE = ("YAML 写法", "YAML")


@entry(
    "error",
    zh="{problem}{hint}",
    en="{problem}{hint}",
    meaning=("YAML 写得不对，这个文件读不下去。", "The file is no sound YAML, and cannot be read on from here."),
    mend=(
        "按提示改：键后面用半角冒号加空格；有特殊符号的文字加引号；上下对齐；用空格不用制表符。",
        "Do what the finding says: a half-width colon and a space behind keys, quotation marks around texts with "
        "special signs, equal indents, spaces and no tabs.",
    ),
    example="name：院报 → name: 院报",
    fixed=True,
)
def yaml_syntax(place: Location, *, problem: Phrase, hint: Phrase) -> Finding: ...


@wording(
    yaml_syntax,
    zh="这里又开始一个文档（---）：一个文件只写一个",
    en="a second document (---) starts here: one file holds one",
)
def yaml_second_document(place: Location) -> Finding: ...


@wording(yaml_syntax, zh="不是 YAML：{reason}", en="not YAML: {reason}")
def yaml_refused(place: Location, *, reason: str) -> Finding: ...


@wording(
    yaml_syntax,
    zh="从这里开始的文字被中间的引号截断了：写成 {quoted}",
    en="a quotation mark within ends the text that begins here: write {quoted}",
)
def quoted_within(place: Location, *, quoted: str) -> Finding: ...


@wording(
    yaml_syntax,
    zh="以 {sign} 开头的文字要加引号：{quoted}",
    en="text that begins with {sign} stands in quotation marks: {quoted}",
)
def quote_beginning(place: Location, *, sign: str, quoted: str) -> Finding: ...


@wording(
    yaml_syntax,
    zh="花括号里的文字有括号的要加引号：{quoted}",
    en="between braces, text with brackets stands in quotation marks: {quoted}",
)
def quote_within_braces(place: Location, *, quoted: str) -> Finding: ...


@wording(
    yaml_syntax,
    zh="有半角冒号加空格的文字要加引号：{quoted}",
    en="text with a colon and a space behind it stands in quotation marks: {quoted}",
)
def quote_colon(place: Location, *, quoted: str) -> Finding: ...


@phrase(zh="；键后面的冒号要跟一个空格（“: ”）", en="; a key ends with a colon and a space behind it (“: ”)")
def tight_colon() -> Phrase: ...


@phrase(
    zh="；键后面用半角冒号加空格（“: ”），不用“：”",
    en="; a key ends with a half-width colon and a space (“: ”), not with “：”",
)
def wide_colon() -> Phrase: ...


@phrase(zh="从这里开始的引号有问题：{problem}", en="the quotation that opens here is not right: {problem}")
def bad_quotation(problem: Phrase) -> Phrase: ...


@phrase(zh="这里不能有制表符：YAML 用空格缩进", en="a tab cannot stand here: YAML is indented with spaces")
def tab() -> Phrase: ...


@phrase(
    zh="YAML 的逗号、括号用半角：把 {wide} 写成 {half}，或者给文字加引号",
    en="a comma or bracket of YAML is half-width: write {half} for {wide}, or put the text in quotation marks",
)
def wide_mark(half: str, wide: str) -> Phrase: ...


@phrase(zh="，和第 {line} 行的 {bracket} 配对", en=", for the {bracket} that line {line} opens")
def opened(bracket: str, line: int) -> Phrase: ...


@phrase(zh="值不能用 {char} 开头：给它加引号", en="a value cannot start with {char}: put it between quotation marks")
def bad_start(char: str) -> Phrase: ...


_BLOCK: Final = "a line break is missing after | or >: quote a text that begins with one"
_ESCAPE: Final = "what follows a backslash between double quotation marks is no character: use single ones"
_SIGNS: Final = "quote a text that begins with !, & or *"
#: What the parser says, by its words, and what to do about it.
_TO_DO = {
    "mapping values are not allowed": Phrase(
        "一行里写了第二个键，或者缩进不对：有“: ”的文字加引号，下一级的键另起一行",
        "a second key stands on this line: quote a text that has “: ” in it, or begin a new line",
    ),
    "could not find expected ':'": Phrase("这里少了冒号：写成“键: 值”", "a colon is missing here: write key: value"),
    "did not find expected key": Phrase(
        "这一行和上面没有对齐，或者不是“键: 值”", "this line is not indented like those above it, or is no key: value"
    ),
    "did not find expected ',' or '}'": Phrase("这里少了逗号或 }}", "a comma or }} is missing here"),
    "did not find expected ',' or ']'": Phrase("这里少了逗号或 ]", "a comma or ] is missing here"),
    "did not find expected '-' indicator": Phrase(
        "这一行和上面的列表没有对齐，或者少了“- ”",
        "this line is not indented like the list above it, or lacks its “- ”",
    ),
    "block sequence entries are not allowed": Phrase(
        "列表的“- ”不能写在这里：另起一行", "a list's “- ” cannot stand here: begin a new line"
    ),
    "unexpected end of stream": Phrase("后面没有配对的引号", "no quotation mark ends it"),
    "unknown escape character": Phrase(
        "双引号里的反斜杠要写两个，或改用单引号",
        "a backslash is written twice between double quotation marks, or once between single ones",
    ),
    "unexpected document": Phrase("后面没有配对的引号", "no quotation mark ends it"),
    "did not find expected node content": Phrase(
        "这里少了值：前面的 [ 或 {{ 没有写完，或者多了一个逗号、括号",
        "a value is missing here: a [ or {{ before it is not finished, or a comma or bracket is too many",
    ),
    "mapping keys are not allowed": Phrase("以“? ”开头的文字要加引号", "quote a text that begins with “? ”"),
    "found unexpected ':'": Phrase("冒号不能写在这里：文字加引号", "a colon cannot stand here: quote the text"),
    "tab character": Phrase("缩进用空格，不用制表符", "indent by spaces, not by tabs"),
    "indentation indicator": Phrase("| 或 > 后面的数字从 1 起", "the number after | or > is at least 1"),
    "comment or line break": Phrase("| 或 > 后面要换行：文字以它们开头要加引号", _BLOCK),
    "hexdecimal number": Phrase("双引号里的 \\x、\\u 后面少了数字：改用单引号", _ESCAPE),
    "escape code": Phrase("双引号里的 \\u 写的不是字：改用单引号", _ESCAPE),
    "directive": Phrase("以 % 开头的文字要加引号", "quote a text that begins with %"),
    "version number": Phrase("以 % 开头的文字要加引号", "quote a text that begins with %"),
    "incompatible YAML document": Phrase("不要写 %YAML", "leave %YAML out"),
    "document start": Phrase("上面的内容已经完了，这一行多出来", "the text above is complete: this is too much"),
    "tag": Phrase("以 ! 开头的文字要加引号", "quote a text that begins with !"),
    "'!'": Phrase("以 ! 开头的文字要加引号", "quote a text that begins with !"),
    "'>'": Phrase("以 ! 开头的文字要加引号", "quote a text that begins with !"),
    "URI": Phrase("以 ! 开头的文字要加引号", "quote a text that begins with !"),
    "whitespace": Phrase("这里少了空格：以 !、&、* 开头的文字要加引号", _SIGNS),
    "alphabetic or numeric": Phrase("以 &、* 开头的文字要加引号", _SIGNS),
}


def to_do(words: str) -> Phrase:
    """What to do about what the parser says; its own words where nobody has met them yet."""
    return next((said for known, said in _TO_DO.items() if known in words), as_written(words))


@entry(
    "error",
    zh="这些文件里不用锚点和别名（&、*）：直接写出来；以 * 开头的文字要加引号：{quoted}",
    en="anchors and aliases (&, *) are not part of these files: write it out; text that begins with * stands in "
    "quotation marks: {quoted}",
    meaning=("用了 YAML 的锚点或别名；为了安全一概不用。", "YAML's anchors and aliases are refused, for safety."),
    mend=("直接写出来；以 & 或 * 开头的文字加引号。", "Write it out; quote a text that starts with & or *."),
    example="deck: *前言* → deck: '*前言*'",
    fixed=True,
)
def yaml_alias(place: Location, *, quoted: str) -> Finding: ...


@wording(
    yaml_alias,
    zh="这些文件里不用锚点（&{anchor}）：去掉",
    en="anchors (&{anchor}) are not part of these files: remove it",
)
def yaml_anchor(place: Location, *, anchor: str) -> Finding: ...


@entry(
    "error",
    zh="这些文件里不用标签（{tag}）：去掉",
    en="tags ({tag}) are not part of these files: remove it",
    meaning=("用了 YAML 的标签；为了安全一概不用。", "YAML's tags are refused, for safety."),
    mend=("去掉；以 ! 开头的文字加引号。", "Remove it; quote a text that starts with !."),
    example="name: !!str 院报 → name: 院报",
    fixed=True,
)
def yaml_tag(place: Location, *, tag: str) -> Finding: ...


@entry(
    "error",
    zh="嵌套超过 {most} 层",
    en="nested deeper than {most} levels",
    meaning=("列表和键值套得太深。", "Lists and maps within one another are too deep."),
    mend=("看看缩进和括号。", "Look at indents and brackets."),
    example="[[[[[[…]]]]]]",
    fixed=True,
)
def yaml_depth(place: Location, *, most: int) -> Finding: ...


@entry(
    "error",
    zh="“{key}”这个键在这里写了两次（先在第 {first} 行）",
    en='the key "{key}" stands twice here (first on line {first})',
    meaning=(
        "同一处一个键写了两次，不知道算哪个。",
        "A key stands twice in one place, and nobody knows which is meant.",
    ),
    mend=("留一个。", "Keep one."),
    example="name: 院报 … name: 简报",
    fixed=True,
)
def duplicate_key(place: Location, *, key: str, first: int) -> Finding: ...
