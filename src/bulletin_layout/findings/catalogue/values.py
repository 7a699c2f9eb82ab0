"""Values that are none of their kind (值写得不对): lengths, ranges, gives, colours, names."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("值", "Values")


@entry(
    "error",
    zh="{where}“{key}”：{problem}",
    en='{where}"{key}": {problem}',
    meaning=("键认得，值不对。", "The key is known, and its value is none that it takes."),
    mend=(
        "按提示改；每个键能写什么见 docs/reference.zh.md。",
        "Do as the finding says; docs/reference.md tells what each key takes.",
    ),
    example="size: 2号 → size: 二号",
    fixed=True,
)
def wrong_value(place: Location, *, where: Phrase, key: str, problem: Phrase) -> Finding: ...


@wording(
    wrong_value,
    zh="第{page}版：“{slug}”要写稿件的名字，和 {file} 放在一起，不带文件夹",
    en='page {page}: "{slug}" must be the name of a story beside {file}, without a folder',
)
def slug_with_folder(place: Location, *, page: int, slug: str, file: str) -> Finding: ...


@wording(
    wrong_value,
    zh="{where}要么写 cols 和 rows，要么写 x、y、width、height（写 null 去掉继承来的）",
    en="{where}a box has either cols and rows, or x, y, width and height (null takes an inherited one away)",
)
def box_of_two_kinds(place: Location, *, where: Phrase) -> Finding: ...


@wording(wrong_value, zh="{where}区域没有宽或高", en="{where}a box without width or height")
def box_of_no_size(place: Location, *, where: Phrase) -> Finding: ...


@wording(
    wrong_value,
    zh="{where}box 和 boxes 只写一个（写 null 去掉继承来的）",
    en="{where}either box or boxes (null takes an inherited one away)",
)
def box_and_boxes(place: Location, *, where: Phrase) -> Finding: ...


@wording(
    wrong_value,
    zh="{where}text 和 lines 只写一个（写 null 去掉继承来的）",
    en="{where}either text or lines (null takes an inherited one away)",
)
def text_and_lines(place: Location, *, where: Phrase) -> Finding: ...


@wording(
    wrong_value,
    zh="grid.body：行距不能小于字号，字号至少 1pt",
    en="grid.body: a line must be at least as high as the letters, and letters at least 1pt",
)
def lines_below_letters(place: Location) -> Finding: ...


@wording(
    wrong_value,
    zh="paper：没有大过 {side} 毫米的纸，也没有宽过 {bleed} 毫米的出血",
    en="paper: no sheet is larger than {side} mm, no bleed wider than {bleed} mm",
)
def paper_too_large(place: Location, *, side: int, bleed: int) -> Finding: ...


@wording(
    wrong_value,
    zh='{where}写 cmyk: [c, m, y, k]、grey: 0–100、rgb: "#rrggbb" 其中一种，或者 spot 加 cmyk',
    en='{where}write one of cmyk: [c, m, y, k], grey: 0–100, rgb: "#rrggbb", or spot with cmyk',
)
def ink_of_no_kind(place: Location, *, where: Phrase) -> Finding: ...


@wording(
    wrong_value,
    zh="“{text}”不是栏数：写 1 到 {most}",
    en='"{text}" is no number of columns: write one from 1 to {most}',
)
def roster_columns(place: Location, *, text: str, most: int) -> Finding: ...


@phrase(zh="要写成：{kind}；写的是{has}", en="must be {kind}, not {has}")
def must_be(kind: Phrase, has: Phrase) -> Phrase: ...


@phrase(zh="没有“{text}”这一项{near}", en='there is no "{text}"{near}')
def no_option(text: str, near: Phrase) -> Phrase: ...


@phrase(
    zh="“{text}”不是长度：写数字加 {units}，或者小五这样的字号",
    en='"{text}" is not a length: write a number with {units} or a size such as 小五',
)
def no_length(text: str, units: tuple[str, ...]) -> Phrase: ...


@phrase(zh="“{text}”不是长度；是不是“{near}”？", en='"{text}" is not a length; did you mean "{near}"?')
def no_length_but(text: str, near: str) -> Phrase: ...


@phrase(zh="{unit} 在这里没有意义：长度用 {units}", en="{unit} has no meaning here: write a length in {units}")
def no_unit_here(unit: str, units: tuple[str, ...]) -> Phrase: ...


@phrase(zh="{amount} 太大", en="{amount} is too large")
def too_large(amount: str) -> Phrase: ...


@phrase(zh="{amount} 太小", en="{amount} is too small")
def too_small(amount: str) -> Phrase: ...


@phrase(zh="“{text}”不是范围：写 1-4、5、5- 或 all", en='"{text}" is not a range: write 1-4, 5, 5- or all')
def no_range(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”不是范围：从 1 数起，后一个数不小于前一个",
    en='"{text}" is not a range: it counts from 1, and the last must not lie before the first',
)
def range_backwards(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”不是栏数：写 1 到 24，或 all",
    en='"{text}" is not a number of columns: write one from 1 to 24, or all',
)
def no_columns(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”不是纸张：写 {papers}，或 270x390mm 这样的宽和高",
    en='"{text}" is no paper: write {papers}, or a width and height such as 270x390mm',
)
def no_paper(text: str, papers: tuple[str, ...]) -> Phrase: ...


@phrase(zh="“{text}”不是宽高比：写 3:2 这样的", en='"{text}" is not a ratio of width to height: write one such as 3:2')
def no_ratio(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”不是百分数：写 20% 这样的，0% 到 100%",
    en='"{text}" is not a part: write one such as 20%, from 0% to 100%',
)
def no_part(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”不是以 em 计的空：写 0、1/8、1/4 或不大于 1 的数",
    en='"{text}" is not a gap in em: write 0, 1/8, 1/4 or a number up to 1',
)
def no_gap(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”不是版块：写 page4.tail，同一版的写 tail",
    en='"{text}" names no slot: write page4.tail, or tail for a slot of the same page',
)
def no_slot_of_page(text: str) -> Phrase: ...


@phrase(zh="“{text}”不是日期：写 2026-10-30 这样的", en='"{text}" is not a date: write one such as 2026-10-30')
def no_date(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”不能当文件夹的名字：写 2026-10 这样的", en='"{text}" cannot name a folder: write one such as 2026-10'
)
def no_folder_name(text: str) -> Phrase: ...


@phrase(
    zh='“{text}”不是颜色：写 "#c8102e" 这样的，带引号',
    en='"{text}" is not a colour: write one such as "#c8102e", in quotation marks',
)
def no_colour(text: str) -> Phrase: ...


@phrase(zh="sha256 是 64 个 0–9、a–f", en="a sha256 has 64 digits and letters a to f")
def no_sha256() -> Phrase: ...


@phrase(zh="“{text}”不是总墨量：写 100% 到 400%", en='"{text}" is not a total of ink: write one from 100% to 400%')
def no_ink_total(text: str) -> Phrase: ...


@phrase(zh="没有“{name}”这种可让的东西{near}", en='nothing that may bend is called "{name}"{near}')
def no_give(name: str, near: Phrase) -> Phrase: ...


@phrase(zh="“{text}”没说让多少：写 {example} 这样的", en='"{text}" does not say how far: write such as {example}')
def give_without_amount(text: str, example: str) -> Phrase: ...


@phrase(zh="没有“{text}”这种标点排法{near}", en='there is no style of punctuation "{text}"{near}')
def no_marks(text: str, near: Phrase) -> Phrase: ...


@phrase(
    zh="“{kind}”让到 {least:g} 到 {most:g} em，例如 {example}",
    en='"{kind}" goes to a number of em from {least:g} to {most:g}, such as {example}',
)
def give_to_em(kind: str, least: float, most: float, example: str) -> Phrase: ...


@phrase(
    zh="“{text}”不是增减：写 ±N、+N、-N 或 -N..+M，例如 {example}",
    en='"{text}" is no change: write ±N, +N, -N or -N..+M, such as {example}',
)
def no_change(text: str, example: str) -> Phrase: ...


@phrase(zh="“{text}”不是增减：写 ±N 或 -N..+M", en='"{text}" is no change: write ±N or -N..+M')
def no_change_both(text: str) -> Phrase: ...


@phrase(
    zh="“{text}”要从 0 或更小到 0 或更大，不能什么也不让",
    en='"{text}" must reach from 0 or less to 0 or more, and not be nothing',
)
def change_of_nothing(text: str) -> Phrase: ...


@phrase(
    zh="“headline.size”是沿样式的 sizes 往下降：写 headline.size -2 这样的",
    en='"headline.size" steps down along the style\'s "sizes": write such as headline.size -2',
)
def only_down() -> Phrase: ...


@phrase(
    zh="“{kind}”：{unit} 在这里没有意义：以 {units} 计，例如 {example}",
    en='"{kind}": {unit} has no meaning here: it is counted in {units}, such as {example}',
)
def give_unit(kind: str, unit: str, units: tuple[str, ...] | Phrase, example: str) -> Phrase: ...


@phrase(
    zh="“{kind}”：没写单位：以 {units} 计，例如 {example}",
    en='"{kind}": the unit is missing: it is counted in {units}, such as {example}',
)
def give_without_unit(kind: str, units: tuple[str, ...] | Phrase, example: str) -> Phrase: ...


@phrase(zh="不带单位的数", en="no unit")
def no_unit() -> Phrase: ...


@phrase(zh="“{kind}”只能整数地让，例如 {example}", en='"{kind}" bends by whole numbers, such as {example}')
def give_whole(kind: str, example: str) -> Phrase: ...


@phrase(zh="“{kind}”{amount} 太多：最多 {most}", en='"{kind}" {amount} is too far: {most} at most')
def give_too_far(kind: str, amount: str, most: str) -> Phrase: ...
