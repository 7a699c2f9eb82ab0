"""What a press asks of a file and does not find in it (印前检查：成品文件)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording

#: What the documents call this area.
TITLE = ("印前检查：成品文件", "Preflight: the written file")


@entry(
    "error",
    zh="字体 {font} 没有嵌入文件",
    en="font {font} is not in the file",
    meaning=("印厂没有这个字体，会换成别的字。", "The press would have to guess the font."),
    mend=("重新生成这个文件；字体要嵌入。", "Make the file again, with its fonts embedded."),
    example=(
        "别的程序写的 PDF，用了 Helvetica 却没有嵌入。",
        "A PDF of another program that uses Helvetica without embedding it.",
    ),
    fixed=True,
)
def font_not_embedded(place: Location, *, font: str) -> Finding: ...


@entry(
    "warning",
    zh="字体 {font} 整个放进了文件，没有只留用到的字",
    en="font {font} is in the file whole, not cut to what it shows",
    meaning=("文件里有整套字体，白白变大。", "The whole font is in the file, which is larger for nothing."),
    mend=("嵌入字体时只留用到的字。", "Embed subsets."),
    example=(
        "只印 300 个字，却嵌了整套思源宋体，25 MB。",
        "300 characters are printed, and all 25 MB of Source Han Serif are embedded.",
    ),
)
def font_whole(place: Location, *, font: str) -> Finding: ...


@entry(
    "warning",
    zh="字体 {font} 没有说明字形对应什么字：文字不能复制，也搜不到",
    en="font {font} does not say which characters it shows: the text cannot be copied or searched",
    meaning=("文件里的文字不能复制和检索。", "Text in the file can be neither copied nor searched."),
    mend=("字体要带 ToUnicode 表。", "Write the font with a ToUnicode table."),
    example=(
        "别的程序把字写成 Type 3 字体，没有 ToUnicode 表。",
        "Another program wrote its type as a Type 3 font without a ToUnicode table.",
    ),
)
def font_without_text(place: Location, *, font: str) -> Finding: ...


@entry(
    "error",
    zh="文件里的印刷输出意图有 {count} 个，应该正好一个",
    en="the file has {count} output intents for print, not one",
    meaning=(
        "文件没有说明（或说了几次）颜色是给哪种印刷条件的。",
        "The file does not say, or says more than once, which printing condition its colours are meant for.",
    ),
    mend=("用 --to print 重新生成。", "Make it again with --to print."),
    example=(
        "用 --to screen 做的 PDF 送去印，里面没有 OutputIntents。",
        "A PDF made with --to screen goes to the press: it has no OutputIntents.",
    ),
)
def no_output_intent(place: Location, *, count: int) -> Finding: ...


@entry(
    "error",
    zh="输出意图 {condition} 是 {space}，不是 CMYK",
    en="output intent {condition} is {space}, not CMYK",
    meaning=("输出意图是屏幕的，不是印刷机的。", "The output intent is a screen's and no press's."),
    mend=("把印厂的 CMYK 特性文件写在 intent 里。", "Name the press's CMYK profile as intent."),
    example="print: {profile: ours, profiles: {ours: {intent: press/sRGB.icc}}}",
)
def intent_not_cmyk(place: Location, *, condition: str, space: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：没有说明裁切到哪里（TrimBox）",
    en="page {page}: the page does not say where it is cut (TrimBox)",
    meaning=("印厂不知道成品尺寸。", "The press does not know the trimmed size."),
    mend=("用 --to print 重新生成。", "Make it again with --to print."),
    example=("别的程序写的 PDF，每页只有 MediaBox。", "A PDF of another program whose pages have a MediaBox only."),
)
def no_trim_box(place: Location, *, page: int) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：成品尺寸超出了出血",
    en="page {page}: the trim reaches beyond the bleed",
    meaning=(
        "成品框、出血框、纸张框没有一个套一个。",
        "Trim, bleed and sheet do not lie one inside the other.",
    ),
    mend=("成品框要在出血框里，出血框要在纸张里。", "The trim belongs within the bleed, the bleed within the sheet."),
    example="/TrimBox [0 0 595 842] /BleedBox [8 8 580 830]",
)
def boxes(place: Location, *, page: int) -> Finding: ...


@wording(boxes, zh="第{page}版：出血超出了纸张", en="page {page}: the bleed reaches beyond the sheet")
def boxes_bleed(place: Location, *, page: int) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：有 RGB 的文字、线或底纹",
    en="page {page}: text, lines or grounds are RGB",
    meaning=("印刷件里有屏幕用的颜色，印出来什么样没有准。", "Colours of a screen on a page for print."),
    mend=("转成 CMYK、灰或专色。", "Convert them to CMYK, grey or a spot colour."),
    example=(
        "别的程序写的 PDF，红字写成 RGB（1 0 0 rg）。",
        "A PDF of another program with red text in RGB (1 0 0 rg).",
    ),
)
def rgb(place: Location, *, page: int) -> Finding: ...


@wording(
    rgb,
    zh="第{page}版：图片 {picture} 是 RGB，又没有特性文件",
    en="page {page}: picture {picture} is RGB without a profile",
)
def rgb_picture(place: Location, *, page: int, picture: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：有透明的图片，PDF/X-1a 不许有透明",
    en="page {page}: a picture is see-through: PDF/X-1a has no transparency",
    meaning=(
        "标准不许有透明，或者透明在错的颜色空间里混色。",
        "The standard has no transparency, or it is blended in the wrong colours.",
    ),
    mend=("把透明压平，或改用 PDF/X-4。", "Flatten it, or take PDF/X-4."),
    example=(
        "印刷要求是 PDF/X-1a，报头图是带透明底的 PNG。",
        "The print profile asks for PDF/X-1a, and the masthead is a PNG with a transparent ground.",
    ),
)
def transparency(place: Location, *, page: int) -> Finding: ...


@wording(
    transparency,
    zh="第{page}版：透明的部分按 RGB 混色",
    en="page {page}: see-through parts are blended in RGB",
)
def transparency_in_rgb(place: Location, *, page: int) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：有 {count} 个批注或链接（{kinds}）",
    en="page {page}: the page has {count} annotations ({kinds})",
    one="page {page}: the page has an annotation ({kinds})",
    meaning=("链接和批注印不出来，PDF/X 也不许有。", "There is nothing of them to print, and PDF/X forbids them."),
    mend=("印刷件里去掉链接和批注。", "Take links and notes out of the file for print."),
    example=(
        "用 --to screen 做的 PDF 送去印，目录条目是链接。",
        "A PDF made with --to screen goes to the press: its contents entries are links.",
    ),
)
def annotation(place: Location, *, page: int, count: int, kinds: tuple[str, ...]) -> Finding: ...
