"""Rounds of proofs (三校): round files, corrections that were asked for, what keeps a page from being clean (清样)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("校样", "Proofs")


@entry(
    "error",
    zh="校次文件读不了：{why}；删去它，或者从备份里取回",
    en="a round cannot be read: {why}; delete the file, or take it from a backup",
    meaning=(
        "proofs/ 里记着每一校的文字和位置；这个文件改坏了，或者不是程序写的。",
        "proofs/ keeps the texts of each round and where they stood. This file is damaged, or was not written by the "
        "program.",
    ),
    mend=(
        "从版本库或备份里取回；没有的话删去，下一校就和更早的一校比。",
        "Take it from version control or a backup, or delete it: the next round is then compared with an earlier one.",
    ),
    example="content/2026-10/proofs/2.json",
)
def bad_round(place: Location, *, why: Phrase) -> Finding: ...


@phrase(zh="{part} 不对", en="{part} is wrong")
def wrong_part(part: str) -> Phrase: ...


@phrase(zh="超过 {most} MB", en="it has more than {most} MB")
def too_large(most: int) -> Phrase: ...


@phrase(zh="不是文件", en="it is no file")
def no_file() -> Phrase: ...


@entry(
    "error",
    zh="{name}已经过了（有{later}），不能重出",
    en="{name} is past (there is {later}) and cannot be made again",
    meaning=(
        "后面的校次已经和它比过；重出就会改掉当时的记录。",
        "Later rounds were compared with it; made again, it would no longer say what stood then.",
    ),
    mend=("出下一校：--round 后面写更大的数。", "Make the next round: a larger number after --round."),
    example="bulletin proof 2026-10 --round 1",
)
def round_closed(place: Location, *, name: Phrase, later: Phrase) -> Finding: ...


@entry(
    "hint",
    zh="没有上一校的记录，标不出改了什么",
    en="there is no earlier round, so nothing shows what changed",
    meaning=("只有和上一校比，才知道改了什么。", "Only an earlier round tells what changed."),
    mend=("第一次出样就用 --round 1。", "Make the first proof with --round 1."),
    example="bulletin proof 2026-10 --round 2",
)
def no_earlier_round(place: Location) -> Finding: ...


@entry(
    "hint",
    zh="{name}的版面图不在了，第 {pages} 版不能并排",
    en="the page images of {name} are gone: pages {pages} are not shown side by side",
    meaning=(
        "每一校的版面图存在 out/ 的 proofs/pages 里；并排要用它们。",
        "The page images of each round are in proofs/pages under out/; two rounds side by side need them.",
    ),
    mend=("不要删 out/；改动清单和标记不受影响。", "Keep out/. The list and the marks do not need them."),
    example="rm -r out",
)
def no_earlier_pages(place: Location, *, name: Phrase, pages: tuple[int, ...]) -> Finding: ...


@entry(
    "warning",
    zh="校改还没有做：{words}；改好后把这条批注删去",
    en="a correction is still asked for: {words}; carry it out, then delete the remark",
    meaning=(
        "稿件里的 <!-- 改：旧→新 --> 记着校样上的一处校改；它还在，就是还没有改。",
        "<!-- 改：old→new --> in a story notes a correction of a proof; as long as it stands, it is not carried out.",
    ),
    mend=(
        "改好文字，删去批注；不改的也要删去。",
        "Change the text and delete the remark; delete it too if nothing is to change.",
    ),
    example="霜降前夕<!-- 改：前夕→前后 -->，林子红了。",
)
def open_mark(place: Location, *, words: str) -> Finding: ...


@entry(
    "warning",
    zh="{name}要改的“{old}”没有改成“{new}”",
    en='"{old}" was to become "{new}" by {name}, and did not',
    meaning=(
        "上一校记的校改（批注 改：旧→新）已经删去，可是旧的文字还在，新的没有出现。",
        "The remark of the last round (改：old→new) is gone, but the old words still stand and the new ones do not.",
    ),
    mend=(
        "改过来；决定不改的，在稿件里留 <!-- 不改：旧 -->。",
        "Carry it out; if it is to stay, say so in the story: <!-- 不改：old -->.",
    ),
    example="<!-- 不改：前夕 -->",
)
def mark_not_done(place: Location, *, name: Phrase, old: str, new: str) -> Finding: ...


@entry(
    "error",
    zh="第 {page} 版不是清样：{reasons}",
    en="page {page} is not clean: {reasons}",
    meaning=(
        "有错误、没有责编、上一校的校改没有做完的版，不能出清样，更不能付印。",
        "A page with errors, without its editor, or with corrections that are not carried out is no clean proof, and "
        "must not go to press.",
    ),
    mend=("一条一条改好，再出清样。", "Mend them one by one, then make the clean proof."),
    example="bulletin proof 2026-10 --clean",
)
def not_clean(place: Location, *, page: int, reasons: tuple[Phrase, ...]) -> Finding: ...


@wording(
    not_clean,
    zh="还没有清样：先出清样（--clean），看过再付印",
    en="there is no clean proof yet: make it (--clean), read it, then sign",
)
def no_clean_proof(place: Location) -> Finding: ...


@wording(
    not_clean,
    zh="第 {page} 版在清样以后又改了：再出一次清样（--clean），看过再付印",
    en="page {page} changed after the clean proof: make another (--clean), read it, then sign",
)
def changed_after_clean(place: Location, *, page: int) -> Finding: ...


@entry(
    "error",
    zh="第 {page} 版付印以后又改了 {count} 处：{first}",
    en="page {page} was changed after it was signed for press, in {count} places: {first}",
    one="page {page} was changed after it was signed for press: {first}",
    meaning=(
        "付印时记下了每一版的样子（proofs/ 里最后一个文件）；现在排出来的和那时签字的不一样。",
        "When an issue is signed for press, the last file in proofs/ keeps what each page looks like. What is made now "
        "is not what was signed.",
    ),
    mend=(
        "改回去；确实要改的，重新出清样、付印，原来的签字作废。",
        "Change it back; if the change is meant, make the clean proof again and sign again.",
    ),
    example="bulletin build 2026-10",
)
def changed_after_press(place: Location, *, page: int, count: int, first: str) -> Finding: ...


@wording(
    changed_after_press,
    severity="warning",
    zh="第 {page} 版付印以后又动了：文字未变，版面不同",
    en="page {page} is not as it was signed for press: its text is, but something stands or looks otherwise",
)
def moved_after_press(place: Location, *, page: int) -> Finding: ...


@phrase(zh="错误 {count} 个", en="{count} errors", one="{count} error")
def errors_stand(count: int) -> Phrase: ...


@phrase(zh="警告 {count} 个", en="{count} warnings", one="{count} warning")
def warnings_stand(count: int) -> Phrase: ...


@phrase(zh="没有写本版责编", en="its editor is not named")
def no_editor() -> Phrase: ...


@phrase(zh="校改没有做 {count} 处", en="{count} corrections not carried out", one="{count} correction not carried out")
def marks_open(count: int) -> Phrase: ...


@phrase(zh="从来没有出过校样", en="no proof of it was ever made")
def never_proved() -> Phrase: ...
