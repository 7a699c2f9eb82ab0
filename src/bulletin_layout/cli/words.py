"""What the commands say beside findings (命令行用语): stages, tables and closing lines in both languages."""

from collections.abc import Sequence
from pathlib import Path

from bulletin_layout.findings.phrases import Phrase, phrase

STAGES: dict[str, Phrase] = {
    "read": Phrase("读入文件", "reading files"),
    "compose": Phrase("排版", "composing pages"),
    "preflight": Phrase("印前检查", "checking pages"),
    "print": Phrase("写印刷件", "writing the PDF"),
    "proof": Phrase("画校样", "drawing proofs"),
    "screen": Phrase("写屏幕件", "writing the screen file"),
    "archive": Phrase("写存档件", "writing the archive file"),
    "booklet": Phrase("拼骑马订大版", "imposing the booklet"),
    "spreads": Phrase("拼对页", "imposing the spreads"),
    "plates": Phrase("出分色样", "plates"),
    "png": Phrase("出小样", "page images"),
    "text": Phrase("写纯文本", "writing the text"),
    "dump": Phrase("写文字清单", "writing the dump"),
    "open": Phrase("打开存档件", "opening the archive file"),
    "unpack": Phrase("取出来源文件", "unpacking its sources"),
    "compare": Phrase("比对版面", "comparing pages"),
    "build": Phrase("已排", "done"),
    "verify": Phrase("已核验", "verified"),
    "starter": Phrase("复制样刊", "copying the starter"),
    "copy-fonts": Phrase("复制字体", "copying fonts"),
    "fonts": Phrase("打开字体", "opening fonts"),
}

#: The heads of the slot table (凑版表).
SLOT_HEADS = (
    Phrase("版", "page"),
    Phrase("版块", "slot"),
    Phrase("稿件", "story"),
    Phrase("容字", "room 字"),
    Phrase("容行", "行"),
    Phrase("排字", "set 字"),
    Phrase("排行", "行"),
    Phrase("余缺", "over/short"),
    Phrase("所让", "gave"),
)


@phrase(zh="超 {chars} 字（{lines} 行）", en="over {chars}字 ({lines}行)")
def over(chars: int, lines: int) -> Phrase: ...


@phrase(zh="差 {chars} 字（{lines} 行）", en="short {chars}字 ({lines}行)")
def short(chars: int, lines: int) -> Phrase: ...


@phrase(zh="正好", en="fits")
def fits() -> Phrase: ...


@phrase(zh="共 {count} 版", en="{count} pages", one="{count} page")
def pages(count: int) -> Phrase: ...


@phrase(zh="共 {count} 版，末版空 {chars} 字（{lines} 行）", en="{count} pages, {chars}字 ({lines}行) free")
def pages_with_room(count: int, chars: int, lines: int) -> Phrase: ...


@phrase(zh="尚有：{flaws}", en="left: {flaws}")
def left(flaws: Phrase) -> Phrase: ...


@phrase(
    zh="有上面这些问题，这次的成品是草样；以前排好的成品没有动。",
    en="Findings above: this is a draft. An earlier good output, if there is one, was left as it is.",
)
def draft() -> Phrase: ...


@phrase(
    zh="{name}：稿件、版式和成品都没有动过，什么也不用重排（{file}）",
    en="{name}: nothing has changed since {file} was made, and nothing was written",
)
def unchanged(name: str, file: str) -> Phrase: ...


@phrase(zh="{name}：已写 {file}", en="{name}: wrote {file}")
def wrote(name: str, file: str) -> Phrase: ...


@phrase(zh="{name}：已写 {file}，同处还有 {more} 个文件", en="{name}: wrote {file} and {more} more beside it")
def wrote_several(name: str, file: str, more: int) -> Phrase: ...


def files_written(name: str, files: Sequence[Path]) -> Phrase:
    """The first of the files, and how many more there are."""
    first, *rest = files
    return wrote_several(name, str(first), len(rest)) if rest else wrote(name, str(first))


@phrase(zh="{count} 处错误", en="{count} errors", one="{count} error")
def errors(count: int) -> Phrase: ...


@phrase(zh="{count} 处警告", en="{count} warnings", one="{count} warning")
def warnings(count: int) -> Phrase: ...


@phrase(zh="{count} 处提示", en="{count} hints", one="{count} hint")
def hints(count: int) -> Phrase: ...


@phrase(zh="{name}：{counts}", en="{name}: {counts}")
def summed(name: str, counts: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="共 {count} 期：{shares}", en="{count} issues: {shares}", one="{count} issue: {shares}")
def batch(count: int, shares: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="{count} 期没有问题", en="{count} clean")
def clean(count: int) -> Phrase: ...


@phrase(zh="{count} 期有警告", en="{count} with warnings")
def with_warnings(count: int) -> Phrase: ...


@phrase(zh="{count} 期有错误：{names}", en="{count} with errors: {names}")
def with_errors(count: int, names: tuple[str, ...]) -> Phrase: ...


@phrase(zh="{count} 期读不了（{names}）", en="{count} could not be read ({names})")
def unreadable(count: int, names: tuple[str, ...]) -> Phrase: ...


@phrase(
    zh="bulletin：已中断；只有上面写明已写的文件是完整的",
    en="bulletin: interrupted; only what was named as written above is there",
)
def interrupted() -> Phrase: ...


@phrase(zh="{name} 的活样：{address}（Ctrl-C 结束）", en="{name}: live page at {address} (Ctrl-C ends it)")
def previewed(name: str, address: str) -> Phrase: ...


@phrase(zh="{name} 的活样已关", en="{name}: the live page is closed")
def preview_ended(name: str) -> Phrase: ...


@phrase(zh="bulletin：内存不够，做不下去", en="bulletin: there is not enough memory to go on")
def no_memory() -> Phrase: ...


@phrase(zh="bulletin：{path}：{reason}", en="bulletin: {path}: {reason}")
def refused_by_system(path: str, reason: Phrase) -> Phrase: ...


@phrase(zh="bulletin：做不下去：{reason}", en="bulletin: it cannot go on: {reason}")
def not_done(reason: Phrase) -> Phrase: ...


@phrase(
    zh="bulletin：同时排的几期里有一个进程被系统结束了（常是内存不够）：减小 --jobs 再试",
    en="bulletin: the system ended one of the processes that --jobs started, often for want of memory: try fewer",
)
def worker_lost() -> Phrase: ...


@phrase(
    zh="bulletin：程序内部出错：{kind}：{problem}；请把命令和这一期的文件一起报告（BULLETIN_DEBUG=1 可看到出错的地方）",
    en="bulletin: internal error: {kind}: {problem}; please report it with the command and the issue's files "
    "(BULLETIN_DEBUG=1 shows where it arose)",
)
def internal_error(kind: str, problem: str) -> Phrase: ...


@phrase(zh="bulletin new：{why}", en="bulletin new: {why}")
def refused(why: Phrase) -> Phrase: ...


@phrase(
    zh="{folder} 里没有 fonts.yaml：用 --fonts DIR 指明有 fonts.yaml 的文件夹",
    en="{folder} has no fonts.yaml: name one that has a fonts.yaml with --fonts DIR",
)
def no_fonts_there(folder: str) -> Phrase: ...


@phrase(
    zh="没有装自带字体：安装 bulletin-layout-fonts（pip install bulletin_layout_fonts-….whl），"
    "或者用 --fonts DIR 指明有 fonts.yaml 的文件夹",
    en="the shipped fonts are not installed: install bulletin-layout-fonts (pip install bulletin_layout_fonts-….whl), "
    "or name a folder that has a fonts.yaml with --fonts DIR",
)
def no_fonts_here() -> Phrase: ...


@phrase(zh="{folder} 已经有了，而且不是空的", en="{folder} is there already and is not empty")
def not_empty(folder: str) -> Phrase: ...


@phrase(
    zh="{folder} 在要复制的字体文件夹里面：换一个地方",
    en="{folder} lies in the folder of fonts that would be copied into it: name another place",
)
def within_fonts(folder: str) -> Phrase: ...


@phrase(
    zh="{folder}：新刊物建好了。排第一期：cd {quoted} && bulletin build 001",
    en="{folder}: a new publication. Build its first issue: cd {quoted} && bulletin build 001",
)
def started(folder: str, quoted: str) -> Phrase: ...


@phrase(zh="{path}：{reason}", en="{path}: {reason}")
def failed(path: str, reason: str | Phrase) -> Phrase: ...


FONT_HEADS = (
    Phrase("字体", "font"),
    Phrase("名称", "name"),
    Phrase("文件", "file"),
    Phrase("字数", "characters"),
    Phrase("许可", "licence"),
    Phrase("来源", "source"),
)
CHARACTERS_COVERED = Phrase("收字", "Characters covered 收字")
MARKS_AS_DRAWN = Phrase(
    "标点的实际宽度：字宽，墨迹从—到，单位 em", "Marks as the font draws them 标点: advance, ink from–to, in em"
)


@phrase(zh="bulletin explain：没有“{code}”这种问题{near}", en='bulletin explain: there is no finding "{code}"{near}')
def no_such_code(code: str, near: Phrase) -> Phrase: ...


@phrase(
    zh="bulletin suggest：--rank 是说把一版（--page）的第几种写进去，要同 --write 一起用",
    en="bulletin suggest: --rank says which one to --write, of one --page",
)
def rank_alone() -> Phrase: ...


SUGGEST_HEADS = {
    "rank": Phrase("名次", "rank"),
    "cost": Phrase("分", "cost"),
    "layout": Phrase("版式", "layout"),
    "slot": Phrase("版块", "slot"),
    "story": Phrase("稿件", "story"),
    "from": Phrase("原在", "from"),
    "fit": Phrase("余缺", "over/short"),
    "gave": Phrase("所让", "gave"),
    "remarks": Phrase("备注", "remarks"),
}
TODAY = Phrase("现状", "today")
SUM = Phrase("合计", "sum")


@phrase(
    zh="第{page}版，版式 {layout}：现在的排法在 {ways} 种里排第 {rank}",
    en="page {page}, layout {layout}: today's is rank {rank} of {ways}",
)
def ranked(page: int, layout: str, rank: int, ways: int) -> Phrase: ...


@phrase(
    zh="第{page}版，版式 {layout}：现在的排法在 {ways} 种里排第 {rank}，或者更后：没有全部试完",
    en="page {page}, layout {layout}: today's is rank {rank} of {ways}, or farther back: not all could be tried",
)
def ranked_at_best(page: int, layout: str, rank: int, ways: int) -> Phrase: ...


@phrase(zh="不动：{slot}（{reason}）", en="stays: {slot} ({reason})")
def stays(slot: str, reason: Phrase) -> Phrase: ...


@phrase(
    zh="{issue}：issue.yaml 里已经这样；什么也没有写", en="{issue}: issue.yaml has this already; nothing was written"
)
def written_already(issue: str) -> Phrase: ...


@phrase(
    zh="{issue}：第 {pages} 版已写进 issue.yaml",
    en="{issue}: wrote pages {pages} into issue.yaml",
    one="{issue}: wrote page {pages} into issue.yaml",
)
def pages_written(issue: str, pages: tuple[int, ...], count: int) -> Phrase: ...


@phrase(zh="{parts}", en="{parts}")
def counted(parts: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="bulletin schema：{path}：{reason}", en="bulletin schema: {path}: {reason}")
def schema_failed(path: str, reason: Phrase) -> Phrase: ...


@phrase(zh="--write 要和 --fix 一起写", en="--write goes with --fix")
def write_alone() -> Phrase: ...


@phrase(
    zh="可以改 {count} 处；改进文件里：加 --write",
    en="{count} places can be mended; to write them: --write",
    one="1 place can be mended; to write it: --write",
)
def mendable(count: int) -> Phrase: ...


@phrase(zh="改了 {count} 处", en="{count} places mended", one="1 place mended")
def mended(count: int) -> Phrase: ...


@phrase(zh="查出 {count} 处，留了 {left} 处", en="{count} found, {left} left")
def checks_counted(count: int, left: int) -> Phrase: ...
