"""Keys and values of the YAML files that are not what they should be (键和值)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("键和值", "Keys and values")


@phrase(zh="{thing}：", en="{thing}: ")
def of(thing: str | Phrase) -> Phrase: ...


#: What the names of a file's things are called: of ``Named`` and ``ListOf``, by their nouns.
NOUNS = {
    "slot": "版块",
    "banner": "栏题",
    "furniture": "固定元素",
    "style": "样式",
    "ink": "油墨",
    "photo": "图片",
    "role": "用途",
    "weight": "字重",
    "family": "字族",
    "print profile": "印刷要求",
    "series": "系列",
}


def named(noun: str, name: str) -> Phrase:
    """``slot "lead"``."""
    return Phrase(f"{NOUNS[noun]}“{{name}}”", f'{noun} "{{name}}"', (("name", name),))


@phrase(zh="第{number}版", en="page {number}")
def page(number: int) -> Phrase: ...


@phrase(zh="第{page}版版块“{slot}”", en='page {page} slot "{slot}"')
def page_slot(page: int, slot: str) -> Phrase: ...


@entry(
    "error",
    zh="{where}没有“{key}”这个键{near}",
    en='{where}unknown key "{key}"{near}',
    meaning=(
        "键写错了，或者写错了地方；不认得的键一律不放过，免得写了不起作用。",
        "A key that is not there, or stands in the wrong place. None is passed over, for it would do nothing.",
    ),
    mend=("按提示改；所有的键见 docs/reference.zh.md。", "Do as the finding says; docs/reference.md lists every key."),
    example="grid: {colums: …} → grid: {columns: …}",
    fixed=True,
)
def unknown_key(place: Location, *, where: Phrase, key: str, near: Phrase) -> Finding: ...


@wording(unknown_key, zh="{where}没有{thing}{near}", en="{where}there is no {thing}{near}")
def unknown_name(place: Location, *, where: Phrase, thing: Phrase, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{where}缺“{key}”这个键",
    en='{where}the key "{key}" is missing',
    meaning=(
        "少了一个必须写的键，或它后面什么也没有。",
        "A key that must be there is missing, or has nothing behind it.",
    ),
    mend=("写上它。", "Write it."),
    example="schema: bulletin/issue@1",
    fixed=True,
)
def missing_key(place: Location, *, where: Phrase, key: str) -> Finding: ...


@wording(missing_key, zh="{where}缺“box”这个键", en='{where}the key "box" is missing')
def missing_box(place: Location, *, where: Phrase) -> Finding: ...


@wording(
    missing_key,
    zh="{where}图片要有一块区域：at: {{x: …, y: …, width: …, height: …}}",
    en="{where}a picture needs a box: at: {{x: …, y: …, width: …, height: …}}",
)
def picture_without_box(place: Location, *, where: Phrase) -> Finding: ...


@wording(
    missing_key, zh="families：至少要有一个字族，例如 song", en="families: it needs one family at least, e.g. song"
)
def no_family(place: Location) -> Finding: ...


@wording(
    missing_key,
    zh="缺“families”或“extends”：写自己的字族，或者用程序自带的字体（extends: builtin）",
    en='"families" or "extends" is missing: enter fonts of your own, or take those of the program (extends: builtin)',
)
def no_fonts(place: Location) -> Finding: ...


@wording(
    missing_key,
    zh="{where}至少要有一种字重，例如 regular",
    en="{where}it needs one weight at least, e.g. regular",
)
def no_weight(place: Location, *, where: Phrase) -> Finding: ...


@wording(missing_key, zh="pages：一期至少一版", en="pages: an issue has one page at least")
def no_pages(place: Location) -> Finding: ...


@phrase(zh="“{text}”", en='"{text}"')
def quoted(text: str) -> Phrase: ...


@phrase(zh="空的", en="nothing")
def nothing() -> Phrase: ...


@phrase(zh="一个列表", en="a list")
def a_list() -> Phrase: ...


@phrase(zh="一组键和值", en="a map")
def a_map() -> Phrase: ...


@phrase(
    zh="；以 [ 开头的文字要加引号：{quoted}",
    en="; text that begins with [ stands in quotation marks: {quoted}",
)
def quote_it(quoted: str) -> Phrase: ...


@entry(
    "error",
    zh="{where}“{key}”要写成：{kind}；写的是{has}{hint}",
    en='{where}"{key}" must be {kind}, not {has}{hint}',
    meaning=(
        "该写一个值的地方写了列表或一组键值，或者反过来。",
        "A list or a map stands where a single value should, or the other way round.",
    ),
    mend=("按提示改；文字以 [ 或 { 开头的要加引号。", "Do as the finding says; quote a text that begins with [ or {."),
    example="name: [禾岭院讯] → name: 禾岭院讯",
    fixed=True,
)
def wrong_type(place: Location, *, where: Phrase, key: str, kind: Phrase, has: Phrase, hint: Phrase) -> Finding: ...


@wording(
    wrong_type, zh="{where}“{key}”要写成：{kind}；写了 {count} 项", en='{where}"{key}" must be {kind}, not of {count}'
)
def wrong_length(place: Location, *, where: Phrase, key: str, kind: Phrase, count: int) -> Finding: ...


@wording(wrong_type, zh="“extends”要写一个版式的名字，写的是{has}", en='"extends" must be a layout\'s name, not {has}')
def extends_no_name(place: Location, *, has: Phrase) -> Finding: ...


@wording(wrong_type, zh="文件里要写键和值（键: 值）{hint}", en="the file must hold keys and values (key: value){hint}")
def no_map(place: Location, *, hint: Phrase) -> Finding: ...


@wording(
    wrong_type,
    zh="键要写文字；以 {{ 或 [ 开头的要加引号",
    en="a key must be text; quote it if it starts with {{ or [",
)
def key_no_text(place: Location) -> Finding: ...


@entry(
    "error",
    zh="findings：没有“{code}”这种问题{near}",
    en='findings: there is no finding "{code}"{near}',
    meaning=(
        "findings 里写了没有的代码；稿件里的 findings 只能写稿件检查的代码。",
        "`findings` names a code that there is not; in a story, one that is no manuscript check.",
    ),
    mend=("改正代码；docs/findings.zh.md 里列了全部。", "Mend the code; docs/findings.md lists them all."),
    example="findings: {shrot: off} → findings: {short: off}",
    fixed=True,
)
def unknown_code(place: Location, *, code: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="findings：“{code}”不能降低，也不能不报：它说的是内容丢失、读不了或不安全",
    en='findings: "{code}" can be neither lowered nor put off: it tells of content that is lost, unreadable or unsafe',
    meaning=(
        "这种问题放过去，印出来就会缺内容，所以轻重不能改。",
        "To let this pass would print an issue that lacks something, so its severity stays.",
    ),
    mend=("把它从 findings 里去掉，改掉问题本身。", "Take it out of findings, and mend what it finds."),
    example="findings: {overset: off}",
    fixed=True,
)
def fixed_code(place: Location, *, code: str) -> Finding: ...
