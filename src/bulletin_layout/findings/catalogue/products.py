"""Products that cannot be made or written (成品), and what ``bulletin suggest`` cannot do."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("成品和换稿", "Products and suggestions")


@entry(
    "error",
    zh="什么也没有写：{reason}",
    en="nothing was written: {reason}",
    meaning=("成品写不进去。", "The products cannot be written."),
    mend=("看文件夹能不能写、磁盘满没满。", "See whether the folder may be written, and the disk has room."),
    example="bulletin build 2026-10 --out /read-only",
    fixed=True,
)
def not_written(place: Location, *, reason: Phrase) -> Finding: ...


@wording(not_written, zh="什么也没有写：{reason}", en="nothing was written: {reason}")
def arrangement_not_written(place: Location, *, reason: Phrase) -> Finding: ...


@wording(not_written, zh="这个文件刚才又变了，没有改", en="this file has changed meanwhile: it was left as it is")
def file_changed(place: Location) -> Finding: ...


@wording(not_written, zh="改不进去：{reason}", en="the fixes cannot be written: {reason}")
def fixes_not_written(place: Location, *, reason: Phrase) -> Finding: ...


@wording(
    not_written,
    zh="{reason}：{new} 已经换成新的，退不回去；{old} 还是原来的",
    en="{reason}: {new} are new and could not be put back, {old} are as they were",
)
def half_written(place: Location, *, reason: Phrase, new: tuple[str, ...], old: tuple[str, ...]) -> Finding: ...


@wording(not_written, zh="来源文件拆不出来：{reason}（{path}）", en="the sources cannot be unpacked: {reason} ({path})")
def not_unpacked(place: Location, *, reason: Phrase, path: str) -> Finding: ...


@wording(not_written, zh="图片写不出来：{reason}", en="the pictures cannot be written: {reason}")
def pictures_not_written(place: Location, *, reason: Phrase) -> Finding: ...


@wording(
    not_written,
    zh="文件不是 UTF-8，程序只写 UTF-8：先另存为 UTF-8；什么也没有改",
    en="the file is not UTF-8, and only UTF-8 is written: save it as UTF-8 first; nothing was changed",
)
def not_rewritten_encoding(place: Location) -> Finding: ...


@wording(
    not_written,
    zh="光改名字没法在这里换稿：每个版块和它的稿件写成一行，不留空的，名字不换行；什么也没有改",
    en="stories cannot be put elsewhere here by changing names alone: write each slot with its story on a line, none "
    "without one, the names without line breaks; nothing was changed",
)
def not_rewritten_names(place: Location) -> Finding: ...


@entry(
    "warning",
    zh="上一次在换成品时被强行结束：{names} 是旧的，和别的成品不是一次排的；再生成一次",
    en="an earlier build was killed while it put its products in place: {names} are older than the rest; build them "
    "again",
    meaning=(
        "几种成品要一起换；换到一半程序被强行结束（断电、kill -9），文件夹里就有新有旧。",
        "Products are put in place together. A build that is killed on the way (power cut, kill -9) leaves new ones "
        "beside old ones.",
    ),
    mend=("把点名的成品再生成一次。", "Build the products that are named again."),
    example="bulletin build 2026-10 --to print,screen,archive",
)
def still_half_moved(place: Location, *, names: tuple[str, ...]) -> Finding: ...


@wording(
    still_half_moved,
    severity="hint",
    zh="上一次在换成品时被强行结束：在这次生成之前，{names} 是旧的",
    en="an earlier build was killed while it put its products in place: until this one, {names} were older than the "
    "rest",
)
def was_half_moved(place: Location, *, names: tuple[str, ...]) -> Finding: ...


@entry(
    "warning",
    zh="成品都已写好，但这个旧文件删不掉：{reason}",
    en="all products are written, but this old file cannot be removed: {reason}",
    meaning=(
        "上次生成留下的版面图片或草稿已经过时，程序想删而删不掉。",
        "A page image or draft of an earlier build is out of date and cannot be removed.",
    ),
    mend=("自己删掉这个文件。", "Remove the file yourself."),
    example="out/2026-10/page-09.png",
)
def not_removed(place: Location, *, reason: Phrase) -> Finding: ...


@wording(
    not_removed,
    zh="成品都已写好，但这个文件夹里过时的文件删不掉：{reason}",
    en="all products are written, but what is out of date in this folder cannot be removed: {reason}",
)
def not_cleared(place: Location, *, reason: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{problem}",
    en="{problem}",
    meaning=(
        "各版拼不到一张大纸上：尺寸不一，或者版数不是 4 的倍数。",
        "The pages cannot stand on sheets: they differ in size, or are no multiple of four.",
    ),
    mend=(
        "统一尺寸；加减版数，或写 blanks: add 允许留白。",
        "Give them one size; add or drop pages, or allow blank ones.",
    ),
    example="bulletin build 2026-10 --to booklet",
    fixed=True,
)
def sheets(place: Location, *, problem: Phrase) -> Finding: ...


@entry(
    "warning",
    zh="没有出分色样：{problem}",
    en="there is no proof of plates: {problem}",
    meaning=(
        "分色样（--to plates）要用另一个程序 Ghostscript，这台机器上没有，或者它没有做成。",
        "The proof of plates (--to plates) needs another program, Ghostscript, which is missing or failed.",
    ),
    mend=("装上 Ghostscript，例如 apt install ghostscript。", "Install Ghostscript, e.g. apt install ghostscript."),
    example="bulletin build 2026-10 --to plates",
)
def no_plates(place: Location, *, problem: Phrase) -> Finding: ...


@phrase(zh="这台机器上没有 Ghostscript（gs）", en="Ghostscript (gs) is not on this machine")
def no_ghostscript() -> Phrase: ...


@phrase(zh="Ghostscript 没有做成：{reason}", en="Ghostscript failed: {reason}")
def ghostscript_failed(reason: str) -> Phrase: ...


@phrase(zh="有 {count} 种尺寸的版，拼不到一张纸上", en="pages of {count} sizes cannot share a sheet")
def sheets_of_sizes(count: int) -> Phrase: ...


@phrase(
    zh="骑马订要 {multiple} 的倍数，这一期有 {count} 版",
    en="a booklet needs a multiple of {multiple} pages, the issue has {count}",
)
def sheets_to_fold(multiple: int, count: int) -> Phrase: ...


@entry(
    "error",
    zh="没有第 {page} 版：这一期共 {count} 版",
    en="there is no page {page}: the issue has {count} pages",
    one="there is no page {page}: the issue has {count} page",
    meaning=("--page 或 --pages 说的版不存在。", "A page that --page or --pages names is not there."),
    mend=("按 issue.yaml 里的次序数。", "Count as issue.yaml does."),
    example="bulletin suggest 2026-10 --page 9",
    fixed=True,
)
def no_page(place: Location, *, page: int, count: int) -> Finding: ...


@entry(
    "error",
    zh="第{page}版只有 {count} 种排法，没有排第 {rank} 的",
    en="page {page} has {count} arrangements, and none of rank {rank}",
    one="page {page} has one arrangement, and none of rank {rank}",
    meaning=("--rank 说的排法不存在。", "The arrangement that --rank asks for is not there."),
    mend=("选一个列出来的。", "Take one that is listed."),
    example="bulletin suggest 2026-10 --page 4 --write --rank 900",
    fixed=True,
)
def no_rank(place: Location, *, page: int, count: int, rank: int) -> Finding: ...


@phrase(zh="“{slug}”", en='"{slug}"')
def named(slug: str) -> Phrase: ...


@phrase(zh="没有稿", en="no story")
def no_story() -> Phrase: ...


@entry(
    "warning",
    zh="第{page}版：set 里的“{key}”原来是给{before}的，这个版块现在是{now}：看看还合不合适",
    en='page {page}: set "{key}" was for {before}, and the slot has {now} now: check it',
    meaning=(
        "换了稿以后，这一期对版式的改动留在版块上，可能本来是为原来那篇稿写的。",
        "What the issue changes in the layout stays with the slot, and may have been meant for the story that left.",
    ),
    mend=("看一眼，需要就改 set。", "Look at it, and mend set where it was meant for the story."),
    example="set: {lead.photos.p1.height: 14行}",
)
def set_for_another(place: Location, *, page: int, key: str, before: Phrase, now: Phrase) -> Finding: ...


@entry(
    "error",
    zh="第{page}版有 {count} 个版块要排，最多只能试 {most} 个：留几个不动，例如 --keep {example}",
    en="page {page} has {count} slots to arrange, and {most} at most are searched: leave some as they are, "
    "e.g. --keep {example}",
    meaning=("版块太多，排法试不完。", "The page has too many slots for every arrangement to be searched."),
    mend=("用 --keep 留几个版块不动。", "Leave some slots as they are with --keep."),
    example="bulletin suggest 2026-10 --page 1 --keep lead,left",
    fixed=True,
)
def too_many_slots(place: Location, *, page: int, count: int, most: int, example: str) -> Finding: ...
