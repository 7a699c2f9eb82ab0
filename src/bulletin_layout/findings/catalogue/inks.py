"""Inks, type and lines that a press does not hold (印前检查：油墨、字号、线)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording

#: What the documents call this area.
TITLE = ("印前检查：油墨、字号、线", "Preflight: inks, type, lines")


@entry(
    "error",
    zh="第{page}版：{size:g} 磅的黑字用了 {plates} 色油墨（{colour}）：改成单黑，不然笔画发虚",
    en="page {page}: text of {size:g} pt is black from {plates} inks ({colour}): print it in K alone, or its strokes "
    "blur",
    meaning=(
        "小号黑字由几色油墨叠成（四色黑），套印稍有不准，笔画就发虚。",
        "Small black text is made of several inks: when the plates do not lie exactly on each other its strokes blur.",
    ),
    mend=(
        "用单黑：ink: black，或 {grey: 100}、{cmyk: [0, 0, 0, 100]}。",
        "Print it in black alone: ink: black, or {grey: 100}, {cmyk: [0, 0, 0, 100]}.",
    ),
    example="inks: {text: {cmyk: [60, 50, 50, 100]}}",
)
def rich_black_text(place: Location, *, page: int, size: float, plates: int, colour: str) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：{size:g} 磅的字太小，印厂最小印到 {smallest:.3g} 磅",
    en="page {page}: text of {size:g} pt is smaller than the press takes ({smallest:.3g} pt)",
    meaning=("字太小，印不清楚。", "The type is too small for the press to hold."),
    mend=(
        "放大字号；印厂能印更小的，改印刷要求里的 smallest。",
        "Set it larger; where the press holds less, say so in the print profile's smallest.",
    ),
    example="styles: {caption: {size: 4pt}}",
)
def small_type(place: Location, *, page: int, size: float, smallest: float) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：{width:g} 磅的线太细，印厂最细印到 {thinnest:g} 磅",
    en="page {page}: a line of {width:g} pt is thinner than the press holds ({thinnest:g} pt)",
    meaning=("线太细，上版会断。", "The line breaks up on the plate."),
    mend=("加粗这条线，或改印刷要求里的 thinnest。", "Make it thicker, or mend the print profile's thinnest."),
    example="styles: {table: {border_width: 0.1pt}}",
)
def thin_line(place: Location, *, page: int, width: float, thinnest: float) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：{size:g} 磅的字用了几色油墨（{colour}）：套印一偏，笔画就有色边；{least:g} 磅以下的字只用一色",
    en="page {page}: type of {size:g} pt is of several inks ({colour}): its strokes have coloured edges when plates "
    "shift; below {least:g} pt one ink is enough",
    meaning=(
        "小字由几色油墨叠印成，版稍有不准，笔画就毛、有色边（GWG 2015）。",
        "Small type is made of several inks: where plates do not lie exactly on each other it blurs (GWG 2015).",
    ),
    mend=(
        "小字只用一色，例如单黑或一种专色；或者放大。印厂套得准的，改印刷要求里的 mixed_type。",
        "Print small type in one ink, such as black or a spot colour, or set it larger; where the press registers "
        "better, say so in the print profile's mixed_type.",
    ),
    example="styles: {caption: {size: 8pt, ink: accent}}",
)
def mixed_type(place: Location, *, page: int, size: float, colour: str, least: float) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：{width:g} 磅的线用了几色油墨（{colour}）：套印一偏就成了两条线；{least:g} 磅以下的线只用一色",
    en="page {page}: a line of {width:g} pt is of several inks ({colour}): it becomes two when plates shift; below "
    "{least:g} pt one ink is enough",
    meaning=(
        "细线由几色油墨叠印成，版稍有不准，线就发虚、分成两条（GWG 2015）。",
        "A thin line is made of several inks: where plates do not lie exactly on each other it splits (GWG 2015).",
    ),
    mend=(
        "这条线只用一色（样式的 border、边框的 ink、线的 rule_ink：black，或只有一种油墨的颜色），或者加粗。"
        "印厂套得准的，改印刷要求里的 mixed_line。",
        "Print it in one ink (border of a style, ink of a frame, rule_ink of a rule: black, or a colour of a single "
        "ink), or make it thicker; where the press registers better, say so in the print profile's mixed_line.",
    ),
    example="styles: {aside: {border: accent, border_width: 0.3pt}}",
)
def mixed_line(place: Location, *, page: int, width: float, colour: str, least: float) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：{colour} 总墨量 {ink:.0%}，印厂只收到 {limit:.0%}",
    en="page {page}: {colour} is {ink:.0%} ink: the press takes {limit:.0%}",
    meaning=(
        "一处叠了太多油墨，干不了，会蹭脏。",
        "There is more ink on one spot than paper dries: it smears and sets off.",
    ),
    mend=(
        "减淡这个颜色；CMYK 图片按这家印厂重新分色，或者给 RGB 原图。",
        "Take less of each ink; convert a CMYK photo for this press, or give it as RGB.",
    ),
    example="inks: {dark: {cmyk: [90, 90, 90, 90]}}   # 360%",
)
def too_much_ink(place: Location, *, page: int, colour: str, ink: float, limit: float) -> Finding: ...


@wording(
    too_much_ink,
    severity="warning",
    zh="{picture} 总墨量最高 {ink:.0%}（印厂只收到 {limit:.0%}）；它是 CMYK 图片，照原样印："
    "按这家印厂重新分色，或者给 RGB 原图",
    en="{picture} has up to {ink:.0%} ink (the press takes {limit:.0%}) and prints as it is, for it is CMYK: "
    "convert it for this press, or give it as RGB",
)
def too_much_ink_in_photo(place: Location, *, picture: str, ink: float, limit: float) -> Finding: ...


@wording(
    too_much_ink,
    severity="warning",
    zh="第{page}版：离左边 {x:g} 毫米、上边 {y:g} 毫米处，几块版叠起来总墨量 {ink:.0%}，印厂只收到 {limit:.0%}",
    en="page {page}: {x:g} mm from the left and {y:g} mm from the top, the plates add up to {ink:.0%} ink: the press "
    "takes {limit:.0%}",
)
def too_much_ink_on_plates(place: Location, *, page: int, x: float, y: float, ink: float, limit: float) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：专色“{name}”与四色版同名：另起一个名字",
    en='page {page}: spot colour "{name}" is named like a process plate: give it its own name',
    meaning=(
        "专色叫了 Cyan、Magenta、Yellow、Black、All 或 None，会并到四色版里，或印到每一块版上。",
        "A spot colour called Cyan, Magenta, Yellow, Black, All or None prints with a process ink, or on every plate.",
    ),
    mend=("给专色另起一个名字，例如 PANTONE 185 C。", "Give it its own name, such as PANTONE 185 C."),
    example="inks: {red: {spot: Magenta, cmyk: [0, 100, 80, 0]}}",
)
def spot_name(place: Location, *, page: int, name: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版：{size:g} 磅的白字设成了叠印，印出来就没有了",
    en="page {page}: white text of {size:g} pt prints over its ground and vanishes",
    meaning=("白字叠印等于不印，底色把它盖没了。", "White that overprints prints nothing: its ground covers it."),
    mend=("白字要镂空。", "White text must knock out."),
    example=("色底上的反白字设成叠印。", "White text on a ground, set to overprint."),
    fixed=True,
)
def white_overprints(place: Location, *, page: int, size: float) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版：{size:g} 磅的黑字没有叠印：套印一偏就露白边",
    en="page {page}: black text of {size:g} pt does not overprint: white edges show when plates shift",
    meaning=(
        "黑字在底色上镂了空，套印稍偏就露白边。",
        "Black text leaves a hole in the plates below it, whose edges show white when the plates shift.",
    ),
    mend=("单黑文字要叠印。", "Let text in solid black overprint."),
    example=("别的程序写的 PDF，黑字压在底纹上。", "A PDF of another program, with black text on a tint."),
)
def black_knocks_out(place: Location, *, page: int, size: float) -> Finding: ...
