"""Jumps that lead nowhere (转版)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase

#: What the documents call this area.
TITLE = ("转版", "Jumps")


@entry(
    "error",
    zh="第{page}版版块“{slot}”转到第{target}版，最后一版是第{last}版",
    en='page {page} slot "{slot}" jumps to page {target}, and the last page is {last}',
    meaning=("转版的地方不存在。", "A story jumps to what is not there."),
    mend=("改 jump 的 to。", "Mend the jump's to."),
    example="jump: {to: page9.tail}",
    fixed=True,
)
def jump_target(place: Location, *, page: int, slot: str, target: int, last: int) -> Finding: ...


@wording(
    jump_target,
    zh="第{page}版版块“{slot}”转到第{target}版，那里没有版块“{name}”{near}",
    en='page {page} slot "{slot}" jumps to page {target}, which has no slot "{name}"{near}',
)
def jump_target_slot(place: Location, *, page: int, slot: str, target: int, name: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="第{page}版版块“{slot}”转到 {target}，那里有自己的稿",
    en='page {page} slot "{slot}" jumps to {target}, which has a story of its own',
    meaning=("转过去的版块不空。", "The slot that a story jumps to is not free."),
    mend=("换一个版块，或空出它来。", "Jump elsewhere, or leave that slot free."),
    example="jump: {to: page2.lead}",
    fixed=True,
)
def jump_target_full(place: Location, *, page: int, slot: str, target: str) -> Finding: ...


@wording(
    jump_target_full,
    zh="第{page}版版块“{slot}”转到 {target}，那里有文字流过",
    en='page {page} slot "{slot}" jumps to {target}, through which a text flows',
)
def jump_into_flow(place: Location, *, page: int, slot: str, target: str) -> Finding: ...


@wording(
    jump_target_full,
    zh="第{page}版版块“{slot}”转到 {target}，别的稿也转到那里（{other}）",
    en='page {page} slot "{slot}" jumps to {target}, as does another ({other})',
)
def jump_target_taken(place: Location, *, page: int, slot: str, target: str, other: str) -> Finding: ...


@entry(
    "error",
    zh="转版转成了圈：{circle}",
    en="stories jump in a circle: {circle}",
    meaning=("转来转去又回到原处。", "The jumps lead back to where they began."),
    mend=("去掉其中一个。", "Take one of them out."),
    example="page1.a → page2.b → page1.a",
    fixed=True,
)
def jump_circle(place: Location, *, circle: str) -> Finding: ...
