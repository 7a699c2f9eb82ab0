"""Layouts that do not fit together, and names that they do not have (版式)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("版式", "Layouts")


@phrase(zh="版块“{name}”", en='slot "{name}"')
def slot(name: str) -> Phrase: ...


@phrase(zh="栏题“{name}”", en='banner "{name}"')
def banner(name: str) -> Phrase: ...


@phrase(zh="固定元素“{name}”", en='furniture "{name}"')
def furniture(name: str) -> Phrase: ...


@phrase(zh="样式“{name}”", en='style "{name}"')
def style(name: str) -> Phrase: ...


@phrase(zh="油墨“{name}”", en='ink "{name}"')
def ink(name: str) -> Phrase: ...


@phrase(zh="字族“{name}”", en='family "{name}"')
def family(name: str) -> Phrase: ...


@phrase(zh="责编一行", en="editor")
def editor() -> Phrase: ...


@entry(
    "error",
    zh="没有版式“{name}”{near}",
    en='there is no layout "{name}"{near}',
    meaning=("layouts/ 里没有这个版式。", "There is no such file in layouts/."),
    mend=(
        "改正名字；版式的名字就是文件名，不带 .yaml。",
        "Mend its name: a layout is called like its file, without .yaml.",
    ),
    example="pages: [{layout: frnt}] → pages: [{layout: front}]",
    fixed=True,
)
def unknown_layout(place: Location, *, name: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="版式互相继承，成了圈：{circle}",
    en="layouts extend one another in a circle: {circle}",
    meaning=("extends 绕了一圈。", "The files extend one another in a circle."),
    mend=("去掉其中一个 extends。", "Take one extends out."),
    example="front.yaml: extends: base … base.yaml: extends: front",
    fixed=True,
)
def circular_extends(place: Location, *, circle: str) -> Finding: ...


@wording(
    circular_extends,
    zh="几种印刷要求互相继承，成了圈：{circle}",
    en="print profiles extend one another in a circle: {circle}",
)
def circular_profiles(place: Location, *, circle: str) -> Finding: ...


@entry(
    "error",
    zh="样式互相继承，成了圈：{circle}",
    en="styles inherit from one another in a circle: {circle}",
    meaning=("parent 绕了一圈。", "The styles' parents go round in a circle."),
    mend=("去掉其中一个 parent。", "Take one parent out."),
    example="styles: {a: {parent: b}, b: {parent: a}}",
    fixed=True,
)
def circular_style(place: Location, *, circle: str) -> Finding: ...


@entry(
    "error",
    zh="{thing}：没有样式“{name}”{near}",
    en='{thing}: there is no style "{name}"{near}',
    meaning=("写到的样式没有。", "A style is named that there is not."),
    mend=("改正名字，或在 styles 里写上它。", "Mend its name, or define it in styles."),
    example="style: headlin → style: headline",
    fixed=True,
)
def unknown_style(place: Location, *, thing: Phrase, name: str, near: Phrase) -> Finding: ...


@wording(
    unknown_style,
    zh="{thing}：没有样式“{name}”{near}",
    en='{thing}: there is no style "{name}"{near}',
)
def unknown_parent(place: Location, *, thing: Phrase, name: str, near: Phrase) -> Finding: ...


@wording(
    unknown_style,
    zh="{thing}：没有一个样式有“{level}”这一级（headline.{level}、body.{level} ……）{near}",
    en='{thing}: no style has the level "{level}" (headline.{level}, body.{level} …){near}',
)
def unknown_level(place: Location, *, thing: Phrase, level: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{thing}：没有栏题“{name}”{near}",
    en='{thing}: there is no banner "{name}"{near}',
    meaning=("around 里写的栏题，版式里没有。", "A banner is to be run round that the layout does not have."),
    mend=("改正名字。", "Mend its name."),
    example="around: [thema] → around: [theme]",
    fixed=True,
)
def unknown_banner(place: Location, *, thing: Phrase, name: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{thing}：没有油墨“{name}”{near}",
    en='{thing}: there is no ink "{name}"{near}',
    meaning=("写到的油墨没有。", "An ink is named that there is not."),
    mend=(
        "改正名字，或在 inks 里写上它，或直接写 [c, m, y, k]。",
        "Mend its name, define it in inks, or write [c, m, y, k].",
    ),
    example="ink: acent → ink: accent",
    fixed=True,
)
def unknown_ink(place: Location, *, thing: Phrase, name: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{thing}：fonts.yaml 里没有字族“{name}”{near}",
    en='{thing}: fonts.yaml has no family "{name}"{near}',
    meaning=("写到的字族或字重，fonts.yaml 里没有。", "A family or weight is named that fonts.yaml does not have."),
    mend=("改正名字，或在 fonts.yaml 里加上它。", "Mend its name, or add it to fonts.yaml."),
    example="font: songti → font: song",
    fixed=True,
)
def unknown_font(place: Location, *, thing: Phrase, name: str, near: Phrase) -> Finding: ...


@wording(
    unknown_font,
    zh="{thing}：字族“{family}”没有字重“{weight}”{near}",
    en='{thing}: the family "{family}" has no weight "{weight}"{near}',
)
def unknown_weight(place: Location, *, thing: Phrase, family: str, weight: str, near: Phrase) -> Finding: ...


@wording(
    unknown_font,
    zh="latin：没有字族“{name}”{near}",
    en='latin: there is no family "{name}"{near}',
)
def unknown_companion(place: Location, *, name: str, near: Phrase) -> Finding: ...


@wording(
    unknown_font,
    zh="fallback：没有字族“{name}”{near}",
    en='fallback: there is no family "{name}"{near}',
)
def unknown_fallback(place: Location, *, name: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="print：没有“{name}”这种印刷要求{near}",
    en='print: there is no profile "{name}"{near}',
    meaning=("写到的印刷要求没有。", "A print profile is named that there is not."),
    mend=(
        "改正名字；自带的有 sheetfed（平张，铜版纸）、offset-uncoated（平张，胶版纸）和 newspaper（报纸）。",
        "Mend its name; sheetfed, offset-uncoated and newspaper are there from the start.",
    ),
    example="print: {profile: news} → print: {profile: newspaper}",
    fixed=True,
)
def unknown_profile(place: Location, *, name: str, near: Phrase) -> Finding: ...


@wording(
    unknown_profile,
    zh="印刷要求“{profile}”：没有“{name}”这一种{near}",
    en='print profile "{profile}": there is no profile "{name}"{near}',
)
def unknown_base_profile(place: Location, *, profile: str, name: str, near: Phrase) -> Finding: ...


@phrase(zh="花括号没有配对：名字写成 {{issue.number}}", en="a brace has no partner: write names as {{issue.number}}")
def brace_alone() -> Phrase: ...


@phrase(
    zh="“{field}”：只有日期能带格式，例如 {example}",
    en='"{field}": only a date takes a form, such as {example}',
)
def form_of_no_date(field: str, example: str) -> Phrase: ...


@phrase(
    zh="“{field}”：日期的格式只用 {parts}，别的字母不认",
    en='"{field}": a date is written with {parts}, and no other letters',
)
def no_date_form(field: str, parts: tuple[str, ...]) -> Phrase: ...


@entry(
    "error",
    zh="{thing}：{problem}",
    en="{thing}: {problem}",
    meaning=(
        "模板里花括号中的名字没有，或写得不对。",
        "A name between a template's braces is none, or is not written as one.",
    ),
    mend=(
        "用 {publication.键}、{issue.number}、{page.number} 这样的名字，见 docs/guide.zh.md。",
        "Use names such as {publication.KEY}, {issue.number}, {page.number}; the guide lists them.",
    ),
    example='text: "第{page.no}版" → text: "第{page.number}版"',
    fixed=True,
)
def template(place: Location, *, thing: Phrase, problem: Phrase) -> Finding: ...


@wording(
    template,
    zh="{thing}：模板里的“{name}”什么也不是{near}",
    en='{thing}: the template names "{name}", which is nothing{near}',
)
def template_name(place: Location, *, thing: Phrase, name: str, near: Phrase) -> Finding: ...


@wording(
    template,
    zh="{thing}：pattern 的花括号里只能写 {allowed}",
    en='{thing}: "pattern" may name {allowed} and nothing else in braces',
)
def pattern_name(place: Location, *, thing: Phrase, allowed: tuple[str, ...]) -> Finding: ...
