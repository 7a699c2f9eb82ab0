"""What proof sheets, lists and the command say (校样用语), in both languages."""

from typing import Final

from bulletin_layout.findings.phrases import Phrase, phrase
from bulletin_layout.proofing.changes import Kind, Weight

NUMERALS: Final = "〇一二三四五六七八九"


def round_name(number: int, stage: str) -> Phrase:
    """The name of a round: 一校, 二校 …, 清样, 付印."""
    if stage == "clean":
        return Phrase("清样", "clean proof")
    if stage == "press":
        return Phrase("付印", "press proof")
    tens, ones = divmod(number, 10)
    zh = ("" if tens == 0 else "十" if tens == 1 else f"{NUMERALS[tens]}十") + (
        NUMERALS[ones] if ones or not tens else ""
    )
    return Phrase(f"{zh}校", f"proof {number}")


#: What was done, as a proofreader writes it in the margin.
KINDS: Final[dict[Kind, Phrase]] = {
    "replace": Phrase("改", "change"),
    "insert": Phrase("增", "insert"),
    "delete": Phrase("删", "delete"),
    "move": Phrase("移", "move"),
    "split": Phrase("另段", "new paragraph"),
    "join": Phrase("接排", "run on"),
    "restore": Phrase("恢复", "restored"),
    "style": Phrase("字体", "type"),
    "photo-new": Phrase("新图", "new photo"),
    "photo-gone": Phrase("撤图", "photo out"),
    "photo-swapped": Phrase("换图", "photo replaced"),
    "photo-moved": Phrase("图位变", "photo moved or resized"),
    "photo-cropped": Phrase("图裁", "photo cropped"),
    "story-new": Phrase("新稿", "new story"),
    "story-gone": Phrase("撤稿", "story out"),
    "story-moved": Phrase("稿移", "story moved"),
    "rewrite": Phrase("重写", "rewritten"),
    "page-new": Phrase("增版", "new page"),
    "page-gone": Phrase("减版", "page out"),
}
#: Before the kind, where a change is no change of body text.
ROLES: Final[dict[str, Phrase]] = {
    "kicker": Phrase("引题", "kicker"),
    "headline": Phrase("主题", "headline"),
    "deck": Phrase("副题", "deck"),
    "byline": Phrase("署名", "byline"),
    "caption": Phrase("图说", "caption"),
    "credit": Phrase("摄影", "credit"),
    "crosshead": Phrase("小标题", "crosshead"),
    "section": Phrase("栏目", "section"),
    "table": Phrase("表格", "table"),
    "roster": Phrase("名单", "roster"),
    "note": Phrase("脚注", "note"),
    "sign": Phrase("落款", "signature"),
    "aside": Phrase("链接", "aside"),
    "pull": Phrase("摘引", "pull quote"),
    "editor": Phrase("责编", "editor"),
    "folio": Phrase("报眉", "running head"),
    "nameplate": Phrase("报头", "nameplate"),
    "banner": Phrase("栏题", "banner"),
}
#: Emphasis and marks of words in a text.
STYLES: Final[dict[str, Phrase]] = {
    "strong": Phrase("黑体", "strong"),
    "emphasis": Phrase("楷体", "emphasis"),
    "dots": Phrase("着重号", "dots"),
    "underline": Phrase("下划线", "underline"),
    "sup": Phrase("上标", "superscript"),
    "sub": Phrase("下标", "subscript"),
    "ruby": Phrase("注音", "ruby"),
    "body": Phrase("正文", "body"),
    "item": Phrase("列表", "list"),
    "quote": Phrase("引文", "quotation"),
    "verse": Phrase("诗", "verse"),
}
WEIGHTS: Final[dict[Weight, Phrase]] = {
    "name": Phrase("人名", "name"),
    "number": Phrase("数字", "number"),
    "head": Phrase("题", "head"),
    "picture": Phrase("图", "picture"),
    "text": Phrase("文字", "text"),
    "mark": Phrase("标点", "mark"),
}


@phrase(zh="{role}{kind}", en="{role} {kind}")
def in_role(role: Phrase, kind: Phrase) -> Phrase: ...


@phrase(zh="同 {number}", en="as {number}")
def like(number: int) -> Phrase: ...


@phrase(zh="自 {place}移来", en="from {place}")
def moved_from(place: Phrase) -> Phrase: ...


@phrase(zh="移往 {place}", en="moved to {place}")
def moved_to(place: Phrase) -> Phrase: ...


@phrase(zh="{page} 版 {slot} {line} 行", en="page {page} {slot} line {line}")
def place_line(page: int, slot: str, line: int) -> Phrase: ...


@phrase(zh="{page} 版 {slot}", en="page {page} {slot}")
def place_slot(page: int, slot: str) -> Phrase: ...


@phrase(zh="{page} 版", en="page {page}")
def place_page(page: int) -> Phrase: ...


@phrase(zh="全文重写：{old} 字 → {new} 字", en="rewritten: {old} → {new} characters")
def rewritten(old: str, new: str) -> Phrase: ...


@phrase(zh="{count} 处", en="{count} changes", one="{count} change")
def changes(count: int) -> Phrase: ...


@phrase(zh="{weight} {count}", en="{count} {weight}")
def weighed(weight: Phrase, count: int) -> Phrase: ...


@phrase(zh="{total}（{weights}）", en="{total} ({weights})")
def total(total: Phrase, weights: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="文字未变、位置移动 {count} 稿", en="{count} stories only moved", one="{count} story only moved")
def only_moved(count: int) -> Phrase: ...


@phrase(zh="未动 {count} 稿", en="{count} stories unchanged", one="{count} story unchanged")
def unchanged(count: int) -> Phrase: ...


@phrase(zh="{parts}", en="{parts}")
def listed(parts: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="{name}（对{last}）", en="{name} (since {last})")
def against(name: Phrase, last: Phrase) -> Phrase: ...


@phrase(zh="另有 {count} 处，见改动清单", en="{count} more: see the list of changes")
def more(count: int) -> Phrase: ...


@phrase(zh="另有 {count} 处", en="and {count} more")
def more_changes(count: int) -> Phrase: ...


@phrase(zh="{date} 出样", en="made {date}")
def made_on(date: str) -> Phrase: ...


@phrase(zh="出样　　　年　　月　　日", en="made on ____________")
def made_blank() -> Phrase: ...


@phrase(zh="第 {page} 版", en="page {page}")
def page(page: int) -> Phrase: ...


@phrase(zh="本版改动 {count} 处", en="changes on this page: {count}")
def on_this_page(count: int) -> Phrase: ...


@phrase(zh="版面摘要 {digest}", en="digest {digest}")
def digest(digest: str) -> Phrase: ...


@phrase(zh="文字未变，{lines} 行移动", en="text unchanged, {lines} lines moved")
def lines_moved(lines: int) -> Phrase: ...


@phrase(zh="未动", en="unchanged")
def untouched() -> Phrase: ...


#: The stamp of a page that is refused.
NOT_CLEAN: Final = Phrase("未到清样", "not clean")

EDITOR: Final = Phrase("责任编辑", "editor")
SIGNED_BY: Final = (
    Phrase("一校", "1st reader"),
    Phrase("二校", "2nd reader"),
    Phrase("三校", "3rd reader"),
    EDITOR,
    Phrase("版式", "layout"),
    Phrase("复审", "2nd review"),
    Phrase("终审（签发）", "final review"),
)
SIGNATURE: Final = Phrase("签名", "name")
DAY: Final = Phrase("日期", "date")
VERDICTS: Final = (
    Phrase("照此付印", "print as it is"),
    Phrase("改后付印", "print when changed"),
    Phrase("改后再出样", "new proof when changed"),
)
REMARKS: Final = Phrase("备注", "remarks")
LIST: Final = Phrase("改动清单", "List of changes")
FINDINGS: Final = Phrase("问题清单", "Findings")
FINDING_HEADS: Final = (
    Phrase("轻重", "severity"),
    Phrase("版", "page"),
    Phrase("文件", "file"),
    Phrase("问题", "finding"),
)
SEVERITIES: Final[dict[str, Phrase]] = {
    "error": Phrase("错误", "error"),
    "warning": Phrase("警告", "warning"),
    "hint": Phrase("提示", "hint"),
}
LIST_HEADS: Final = (
    Phrase("号", "no."),
    Phrase("位置", "place"),
    Phrase("校改", "change"),
    Phrase("内容", "text"),
    Phrase("轻重", "weight"),
)
FURNITURE: Final = Phrase("版面", "pages")
