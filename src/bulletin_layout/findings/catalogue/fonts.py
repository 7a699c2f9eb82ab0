"""Fonts (字体): files that cannot be used, and characters that no font has."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("字体", "Fonts")


@entry(
    "error",
    zh="没有一个字体有“{char}”（{code}）：在 fonts.yaml 里加一个有这个字的字族",
    en="no font has '{char}' ({code}): add a family that has it to fonts.yaml",
    meaning=("缺字：哪个字体都没有这个字，印出来是空框。", "No font of the publication has this character."),
    mend=(
        "在 fonts.yaml 里加一个有这个字的字族，并写进 fallback；或者换一个字。",
        "Add a family that has it to fonts.yaml, and name it in fallback; or write another character.",
    ),
    example=("人名里的“㐂”。", "A rare character in a name: 㐂."),
    fixed=True,
)
def missing_glyph(place: Location, *, char: str, code: str) -> Finding: ...


@wording(
    missing_glyph,
    zh="{part}：没有一个字体有“{char}”（{code}）：在 fonts.yaml 里加一个有这个字的字族",
    en="{part}: no font has '{char}' ({code}): add a family that has it to fonts.yaml",
)
def missing_glyph_in_part(place: Location, *, part: Phrase | str, char: str, code: str) -> Finding: ...


@wording(
    missing_glyph,
    zh="第{page}版：有 {count} 个字印成空框：字体里没有它们的字形",
    en="page {page}: {count} characters print as empty boxes: their font has no glyph for them",
    one="page {page}: a character prints as an empty box: its font has no glyph for it",
)
def missing_glyph_in_file(place: Location, *, page: int, count: int) -> Finding: ...


@phrase(zh="{part}：", en="{part}: ")
def in_part(part: Phrase | str) -> Phrase: ...


@entry(
    "error",
    zh="{where}fonts.yaml 里没有一个字体能排“{text}”（文字 {script}）：加一个有这种文字的字族",
    en="{where}no font of fonts.yaml can set {text} (script {script}): add a family that has this script",
    meaning=(
        "维吾尔文、藏文、蒙古文这类文字要靠字体里的连写规则才排得对；现有字体都没有这种文字，印出来会是散开的字母或空框。",
        "Scripts such as Arabic, Tibetan or Mongolian are set by rules in their fonts. No font here has the script, so "
        "its letters would stand alone, or not at all.",
    ),
    mend=(
        "在 fonts.yaml 里加一个有这种文字的字族，并写进 fallback。",
        "Add a family that has the script to fonts.yaml, and name it in fallback.",
    ),
    example=("人名里的维吾尔文，而字体只有宋、黑、楷。", "A Uyghur name where the fonts are Song, Hei and Kai."),
    fixed=True,
)
def script_not_set(place: Location, *, where: Phrase | str, text: str, script: str) -> Finding: ...


@entry(
    "warning",
    zh="{where}没有字体有“{char}”的这个写法（{codes}）：印出来的是它的另一种写法",
    en="{where}no font shows this form of {char} ({codes}): another form of it is printed",
    meaning=(
        "字后面跟着异体选择符，指定了这个字的一种写法；字体里没有这种写法，只好用通常的写法。",
        "A variation selector after the character asks for one of its forms, which the fonts do not have.",
    ),
    mend=(
        "确认通常的写法可不可以；不可以，就换一个有这种写法的字体。",
        "See whether the usual form will do; else take a font that has the form.",
    ),
    example=("人名“葛”带着 U+E0100。", "The name 葛 followed by U+E0100."),
)
def variant_not_shown(place: Location, *, where: Phrase | str, char: str, codes: str) -> Finding: ...


@entry(
    "warning",
    zh="{where}“{text}”用了 {face} 来排：本来的字体里没有",
    en="{where}{text} stands in {face}: the text's own face has not got it",
    meaning=(
        "标题或加粗的文字里，有的字本来的字体没有，换了别的字体或粗细，在大字里看得出来。",
        "A head or strong text has characters that its own face lacks. They were taken from another family or weight, "
        "which shows in large type.",
    ),
    mend=(
        "换一个有这个字的标题字体，或者改字；看着可以接受的，把 mixed-face 关掉。",
        "Set the head in a face that has the character, or write another; where it is acceptable, put mixed-face off.",
    ),
    example=("黑体标题里的“㐂”用了宋体。", "㐂 in a Hei headline, set in Song."),
)
def mixed_face(place: Location, *, where: Phrase | str, text: str, face: str) -> Finding: ...


@entry(
    "error",
    zh="{family} {weight}：{problem}",
    en="{family} {weight}: {problem}",
    meaning=("这个字体文件不能用来印刷。", "A font file that cannot be used for print."),
    mend=(
        "换一个可以嵌入的静态字体（.ttf、.otf、.ttc）。",
        "Take a static font that may be embedded (.ttf, .otf, .ttc).",
    ),
    example="weights: {regular: {file: NotoSerifSC-VF.ttf}}",
    fixed=True,
)
def font_unusable(place: Location, *, family: str, weight: str, problem: Phrase) -> Finding: ...


@phrase(
    zh="字体文件 {path} 打不开：文件在不在？是不是文件？",
    en="cannot read the font file {path}: is it there, and is it a file?",
)
def font_unreadable(path: str) -> Phrase: ...


@phrase(
    zh="{path} 里有 {count} 个字体，从 0 数起，没有第 {index} 个",
    en="{path} holds {count} face(s), counted from 0; there is no index {index}",
)
def no_such_face(path: str, count: int, index: int) -> Phrase: ...


@phrase(
    zh="{path} 不是能嵌入的字体：用 .ttf、.otf 或 .ttc 文件",
    en="{path} is not a font that can be embedded: use a .ttf, .otf or .ttc file",
)
def no_font(path: str) -> Phrase: ...


@phrase(
    zh="{path} 不完整，数据到一半就断了：重新复制一份",
    en="{path} is cut short: its tables go on past the end of the file; copy it again",
)
def font_cut_short(path: str) -> Phrase: ...


@phrase(
    zh="{path} 是可变字体：用所要字重的静态字体文件",
    en="{path} is a variable font (可变字体): use the static file of the weight you want",
)
def variable_font(path: str) -> Phrase: ...


@phrase(
    zh="{path} 不许嵌入（字体自带的许可这样规定）：换一个字体",
    en="{path} forbids embedding (its licence bits say restricted): use another font",
)
def font_not_to_embed(path: str) -> Phrase: ...


@phrase(
    zh="{path} 不许只嵌入用到的字（字体自带的许可这样规定）：换一个字体",
    en="{path} forbids subsetting (its licence bits say so): use another font",
)
def font_not_to_subset(path: str) -> Phrase: ...


@entry(
    "warning",
    zh="{family} {weight}：没有写 sha256；这个文件的是 {sha256}",
    en="{family} {weight}: no sha256 given; this file has {sha256}",
    meaning=(
        "没有写 sha256，文件被换掉也发现不了。",
        "Without its sha256 nobody notices when the file is replaced by another.",
    ),
    mend=("把给出的 sha256 抄进 fonts.yaml。", "Copy the sha256 that is given into fonts.yaml."),
    example="regular: {file: SourceHanSerifSC-Regular.otf}",
)
def font_unpinned(place: Location, *, family: str, weight: str, sha256: str) -> Finding: ...


@wording(
    font_unpinned,
    zh="自带字体没有写 sha256；现有的是 {sha256}，写成 extends: {{name: {name}, sha256: {sha256}}}",
    en="no sha256 given of the shipped fonts; write extends: {{name: {name}, sha256: {sha256}}}",
)
def builtin_unpinned(place: Location, *, name: str, sha256: str) -> Finding: ...


@entry(
    "error",
    zh="{path} 不是登记的那个文件：它的 sha256 是 {sha256}",
    en="{path} is not the file that was entered: its sha256 is {sha256}",
    meaning=(
        "字体文件和 fonts.yaml 里登记的不一样，换过版本，排出来的版面可能变。",
        "The font file is another one than fonts.yaml has entered: pages may come out otherwise.",
    ),
    mend=(
        "换回登记的文件；确实要用新文件的，把新的 sha256 写进去，再看一遍版面。",
        "Take the entered file again; if the new one is meant, enter its sha256 and look at the pages.",
    ),
    example="sha256: 3f5a…",
)
def font_changed(place: Location, *, path: str, sha256: str) -> Finding: ...


@wording(
    font_changed,
    zh="自带的字体不是登记的那一套：{path} 的 sha256 是 {sha256}",
    en="the shipped fonts are not those that were entered: {path} has the sha256 {sha256}",
)
def builtin_changed(place: Location, *, path: str, sha256: str) -> Finding: ...


@entry(
    "error",
    zh="没有装自带字体：安装 bulletin-layout-fonts（pip install bulletin_layout_fonts-….whl），或者登记自己的字体",
    en="the shipped fonts are not installed: install bulletin-layout-fonts (pip install bulletin_layout_fonts-….whl), "
    "or enter fonts of your own",
    meaning=(
        "fonts.yaml 用了程序自带的字体（extends: builtin），这台电脑上没有装。",
        "fonts.yaml goes on from the fonts that come with the program, which are not installed here.",
    ),
    mend=(
        "安装自带字体的安装包（make dist 生成的 bulletin_layout_fonts-….whl）；或者把它们复制到 fonts/builtin/。",
        "Install their wheel (bulletin_layout_fonts-….whl, made by make dist), or copy them to fonts/builtin/.",
    ),
    example="extends: builtin",
    fixed=True,
)
def no_builtin_fonts(place: Location) -> Finding: ...
