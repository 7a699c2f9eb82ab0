"""Texts of the preflight report (印前检查单) in both languages."""

from bulletin_layout.findings.phrases import Phrase, phrase


@phrase(zh="印前检查单　{file}", en="Preflight 印前检查　{file}")
def title(file: str) -> Phrase: ...


@phrase(
    zh="印刷要求 {profile}：{dpi} dpi，总墨量到 {ink}%，线从 {line:g} 磅起，字从 {type:g} 磅起，"
    "文字离裁切边 {safe:g} 毫米",
    en="profile {profile}: {dpi} dpi, ink to {ink}%, lines from {line:g} pt, type from {type:g} pt, "
    "safe area {safe:g} mm",
)
def limits(profile: str, dpi: int, ink: int, line: float, type: float, safe: float) -> Phrase: ...


@phrase(zh="输出意图：{standard} {condition}（{colours}）", en="output intent: {standard} {condition} ({colours})")
def output_intent(standard: str, condition: str, colours: str) -> Phrase: ...


@phrase(
    zh="PDF {version}，共 {count} 版{fold}，专色：{spots}",
    en="PDF {version}, {count} pages{fold}, spot colours: {spots}",
    one="PDF {version}, {count} page{fold}, spot colours: {spots}",
)
def pdf(version: str, count: int, fold: Phrase, spots: Phrase | tuple[str, ...]) -> Phrase: ...


@phrase(zh="（不是 {multiple} 的倍数）", en=" (no multiple of {multiple})")
def no_multiple(multiple: int) -> Phrase: ...


@phrase(zh="无", en="none")
def none() -> Phrase: ...


@phrase(zh="字体：{names}", en="fonts: {names}")
def fonts(names: tuple[str | Phrase, ...]) -> Phrase: ...


@phrase(zh="{name}（没有嵌入）", en="{name} (NOT EMBEDDED)")
def not_embedded(name: str) -> Phrase: ...


@phrase(
    zh="第{number}版：成品 {width:g} × {height:g} 毫米，出血 {bleed:g} 毫米，印版 {plates}，"
    "{type}，{lines}，平网最高 {ink}%",
    en="page {number}: trim {width:g} × {height:g} mm, bleed {bleed:g} mm, plates {plates}, {type}, {lines}, "
    "flat ink to {ink}%",
)
def page(
    number: int, width: float, height: float, bleed: float, plates: str, type: Phrase, lines: Phrase, ink: int
) -> Phrase: ...


@phrase(zh="字从 {least:g} 磅起", en="type from {least:g} pt")
def type_from(least: float) -> Phrase: ...


@phrase(zh="没有字", en="no type")
def no_type() -> Phrase: ...


@phrase(zh="线从 {least:g} 磅起", en="lines from {least:g} pt")
def lines_from(least: float) -> Phrase: ...


@phrase(zh="没有线", en="no lines")
def no_lines() -> Phrase: ...


@phrase(
    zh="图片 {across} × {down} 像素，{wide:g} × {high:g} 毫米，{dpi} dpi，{colours}",
    en="picture {across} × {down}, {wide:g} × {high:g} mm, {dpi} dpi, {colours}",
)
def picture(across: int, down: int, wide: float, high: float, dpi: int, colours: str) -> Phrase: ...


@phrase(zh="按刊物的规定不报：{codes}", en="put off by the publication: {codes}")
def put_off(codes: tuple[str, ...]) -> Phrase: ...


@phrase(zh="错误 {errors} 处，警告 {warnings} 处", en="errors: {errors}, warnings: {warnings}")
def counted(errors: int, warnings: int) -> Phrase: ...


@phrase(zh="  {what}", en="  {what}")
def indented(what: Phrase) -> Phrase: ...


@phrase(
    zh="分色样　{file}　由 {program} 分色，{dpi} dpi，只看成品尺寸以内",
    en="Proof of plates: {file}, separated by {program} at {dpi} dpi, within the trim",
)
def plates_title(file: str, program: str, dpi: int) -> Phrase: ...


@phrase(
    zh="第{number}版：{shares}；最浓处 {most}%（印厂收到 {limit}%）",
    en="page {number}: {shares}; most ink on a spot {most}% (the press takes {limit}%)",
)
def plates_page(number: int, shares: Phrase | tuple[str, ...], most: int, limit: int) -> Phrase: ...


@phrase(zh="  左 {x:g} 毫米、上 {y:g} 毫米：{ink}，共 {total}%", en="  {x:g} mm, {y:g} mm: {ink}, {total}% in all")
def hot_place(x: float, y: float, ink: str, total: int) -> Phrase: ...
