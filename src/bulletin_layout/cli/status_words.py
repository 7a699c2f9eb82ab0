"""What ``bulletin status`` says (进度用语), in both languages."""

from bulletin_layout.findings.phrases import Phrase, phrase

HEADS = (
    Phrase("版", "page"),
    Phrase("版名", "name"),
    Phrase("责编", "editor"),
    Phrase("版块", "slot"),
    Phrase("稿件", "story"),
    Phrase("应排", "ordered 字"),
    Phrase("实写", "written 字"),
    Phrase("余缺", "over/short"),
    Phrase("图片", "photos"),
    Phrase("未了", "open"),
)


@phrase(zh="《{name}》{issue}　{date}　{parts}", en="{name} {issue}, {date}: {parts}")
def head(name: str, issue: str, date: str, parts: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="第 {number} 期", en="number {number}")
def number(number: int) -> Phrase: ...


@phrase(zh="总第 {total} 期", en="{total} since the first")
def total(total: int) -> Phrase: ...


@phrase(zh="{count} 版", en="{count} pages", one="{count} page")
def pages(count: int) -> Phrase: ...


@phrase(zh="缺", en="missing")
def no_editor() -> Phrase: ...


@phrase(zh="{dpi} dpi", en="{dpi} dpi")
def fine(dpi: int) -> Phrase: ...


@phrase(zh="{dpi} dpi（要 {needed}）", en="{dpi} dpi (needs {needed})")
def coarse(dpi: int, needed: int) -> Phrase: ...


@phrase(zh="{count} 错", en="{count} E")
def errors(count: int) -> Phrase: ...


@phrase(zh="{count} 警", en="{count} W")
def warnings(count: int) -> Phrase: ...


@phrase(zh="{count} 示", en="{count} H")
def hints(count: int) -> Phrase: ...


@phrase(zh="未了的问题：{parts}", en="open: {parts}")
def opened(parts: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="没有未了的问题", en="nothing open")
def nothing_open() -> Phrase: ...


@phrase(zh="  {severity}[{code}] {count} 处", en="  {severity}[{code}] {count}")
def of_code(severity: str, code: str, count: int) -> Phrase: ...


@phrase(zh="有意留下不改：{count} 处", en="left as it is: {count}")
def left(count: int) -> Phrase: ...


@phrase(zh="还没有出过校样", en="no proof was made yet")
def no_round() -> Phrase: ...


@phrase(zh="校次：{name}{day}，{change}", en="round: {name}{day}, {change}")
def last_round(name: Phrase, day: Phrase, change: Phrase) -> Phrase: ...


@phrase(zh="（{date}）", en=" ({date})")
def on_day(date: str) -> Phrase: ...


@phrase(zh="以后没有改动", en="nothing changed since")
def as_it_was() -> Phrase: ...


@phrase(zh="以后改动：{pages}", en="changed since: {pages}")
def changed_since(pages: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="  第{page}版还不能出清样：{reasons}", en="  page {page} is not clean yet: {reasons}")
def waiting(page: int, reasons: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="缺责编：{pages}", en="no editor: {pages}")
def without_editor(pages: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="第{page}版", en="page {page}")
def page(page: int) -> Phrase: ...


@phrase(
    zh="差错率：{characters} 字里 {count} 处，折合 {weight:g} 个差错，万分之 {rate:g}（限万分之 {limit:g}，{verdict}）",
    en="error rate: {count} slips in {characters} characters count {weight:g}, {rate:g} in ten thousand (at most "
    "{limit:g}: {verdict})",
)
def rate(characters: int, count: int, weight: float, rate: float, limit: float, verdict: Phrase) -> Phrase: ...


@phrase(zh="合格", en="passes")
def passes() -> Phrase: ...


@phrase(zh="超过", en="exceeded")
def exceeded() -> Phrase: ...


@phrase(
    zh="印完以后：10 日内向发准印证的部门送样本",
    en="after printing: send sample copies to the authority that gave the permit, within 10 days",
)
def send_copies() -> Phrase: ...
