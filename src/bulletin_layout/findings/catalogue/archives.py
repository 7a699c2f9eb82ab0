"""Archive files (存档件): what keeps one from being made, opened, or made again."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("存档件", "Archive files")


@entry(
    "error",
    zh="文件名{flaw}；存档件将来拆不开：改名",
    en="the name {flaw}; the archive file could not be unpacked: rename it",
    meaning=(
        "这个文件名换一种系统就存不了，存档件将来拆不开。",
        "On some system no file can have this name: the archive file could not be unpacked there.",
    ),
    mend=(
        "改名：不用冒号、问号、星号等符号，不太长，开头结尾没有空格和句点。",
        "Rename it: no colons, question marks or asterisks, not too long, no blank or dot at its ends.",
    ),
    example="photos/a:b.jpg → photos/a-b.jpg",
    fixed=True,
)
def archive_name(place: Location, *, flaw: Phrase) -> Finding: ...


@wording(
    archive_name,
    zh="在有的系统里和“{other}”是同一个文件；存档件将来拆不开：改名",
    en='on some systems this is the same file as "{other}"; the archive file could not be unpacked: rename it',
)
def archive_name_clash(place: Location, *, other: str) -> Finding: ...


@phrase(zh="是空的，或者太长", en="is empty or too long")
def name_too_long() -> Phrase: ...


@phrase(zh="指到了文件夹外面", en="leaves the folder")
def name_leaves() -> Phrase: ...


@phrase(zh="不是普通的路径", en="is no plain path")
def name_not_plain() -> Phrase: ...


@phrase(zh="有文件名不许用的字符", en="has characters that a file's name may not have")
def name_characters() -> Phrase: ...


@phrase(zh="不是每种系统都能用", en="is no name for a file on every system")
def name_not_everywhere() -> Phrase: ...


@phrase(zh="指到了程序自己存放东西的地方", en="lies where this program keeps what it made itself")
def name_our_own() -> Phrase: ...


@entry(
    "error",
    zh="这一期要 {count} 个文件：存档件最多装 {most} 个",
    en="the issue needs {count} files: an archive file takes {most}",
    meaning=("文件太多，存档件装不下。", "The issue has more files than an archive file takes."),
    mend=(
        "去掉不用的文件，或在 bulletin.yaml 写 archive: {photos: hash}。",
        "Drop files that nothing needs, or write archive: {photos: hash} in bulletin.yaml.",
    ),
    example=("一期 6000 张照片。", "An issue of 6000 photos."),
    fixed=True,
)
def archive_size(place: Location, *, count: int, most: int) -> Finding: ...


@entry(
    "error",
    zh="{problem}",
    en="{problem}",
    meaning=(
        "这个文件还原不了：不是 PDF、损坏、加了密码、里面没有来源文件，或者文件名有危险。",
        "The file cannot be made again: no PDF, damaged, locked, without sources, or with unsafe file names.",
    ),
    mend=(
        "用存档件（build --to archive 生成的那个），不是印刷件或屏幕件。",
        "Take the archive file, which build --to archive writes, and not the one for print or screen.",
    ),
    example="bulletin verify 2026-10.pdf → bulletin verify 2026-10-archive.pdf",
    fixed=True,
)
def no_archive(place: Location, *, problem: Phrase) -> Finding: ...


@phrase(zh="不是 PDF，或者已损坏：{reason}", en="is no PDF, or is damaged: {reason}")
def no_pdf(reason: Phrase) -> Phrase: ...


@phrase(zh="加了密码", en="is locked with a password")
def locked() -> Phrase: ...


@phrase(zh="已损坏：{reason}", en="is damaged: {reason}")
def damaged(reason: Phrase) -> Phrase: ...


@phrase(zh="有一段数据损坏：{reason}", en="a stream is damaged: {reason}")
def damaged_stream(reason: Phrase) -> Phrase: ...


@phrase(zh="已损坏：里面的对象不成样子", en="is damaged: its objects make no sense")
def damaged_objects() -> Phrase: ...


@phrase(zh="嵌套太深", en="is nested too deeply")
def nested_too_deeply() -> Phrase: ...


@phrase(
    zh="里面没有来源文件：只有存档件（--to archive）才有，核验、还原都用它",
    en="carries no sources: only an archive file (--to archive) does; verify or rebuild that one",
)
def no_sources() -> Phrase: ...


@phrase(
    zh="里面的文件名 {name}{flaw}：什么也没有拆出来",
    en="names a file {name} that {flaw}: nothing was unpacked",
)
def unsafe_name(name: str, flaw: Phrase) -> Phrase: ...


@phrase(
    zh="里面的 {one} 和 {other} 在有的系统里是同一个文件：什么也没有拆出来",
    en="names two files, {one} and {other}, that are one on some systems: nothing was unpacked",
)
def names_clash(one: str, other: str) -> Phrase: ...


@phrase(zh="装了 {most} 个以上的文件", en="carries more than {most} files")
def too_many_files(most: int) -> Phrase: ...


@phrase(zh="附件清单没有尽头", en="has a list of attachments that never ends")
def endless_list() -> Phrase: ...


@phrase(zh="有一个附件没有名字或没有内容", en="has an attachment without a name or without contents")
def empty_attachment() -> Phrase: ...


@phrase(zh="附件“{name}”", en='its attachment "{name}"')
def its_attachment(name: str) -> Phrase: ...


@phrase(zh="有一版", en="a page")
def a_page() -> Phrase: ...


@phrase(zh="{what}的压缩方法不是本程序用的", en="{what} is packed in a way that this program does not write")
def packed_otherwise(what: Phrase) -> Phrase: ...


@phrase(zh="{what}太大", en="{what} is too large")
def part_too_large(what: Phrase) -> Phrase: ...


@phrase(zh="{what}已损坏", en="{what} is damaged")
def part_damaged(what: Phrase) -> Phrase: ...


@phrase(zh="{what}不完整", en="{what} is cut short")
def part_cut_short(what: Phrase) -> Phrase: ...


@phrase(zh="{lock} 不是本程序认得的（{schema}）", en="its {lock} is none that this program knows ({schema})")
def unknown_lock(lock: str, schema: str) -> Phrase: ...


@phrase(zh="{lock} 已损坏", en="its {lock} is damaged")
def damaged_lock(lock: str) -> Phrase: ...


@phrase(zh="{name}：当时是 {then}，现在是 {now}", en="{name} {then} then, {now} now")
def changed_version(name: str, then: str | Phrase, now: str | Phrase) -> Phrase: ...


@phrase(zh="没有用", en="not used")
def not_used() -> Phrase: ...


@entry(
    "error",
    zh="{name} 存档以后改过",
    en="{name} was altered after the issue was archived",
    meaning=("存档件里的来源文件被改过。", "A source that the archive file carries was changed."),
    mend=("找原来的存档件。", "Look for the archive file as it was."),
    example="bulletin verify 2026-10-archive.pdf",
    fixed=True,
)
def altered_source(place: Location, *, name: str) -> Finding: ...


@entry(
    "error",
    zh="{name} 存档以后被拿走了",
    en="{name} was taken out after the issue was archived",
    meaning=("存档件里的来源文件少了一个。", "A source is gone that the archive file should carry."),
    mend=("找原来的存档件。", "Look for the archive file as it was."),
    example="bulletin verify 2026-10-archive.pdf",
    fixed=True,
)
def lost_source(place: Location, *, name: str) -> Finding: ...


@entry(
    "error",
    zh="版面存档以后改过：和锁定记录对不上",
    en="the pages were altered after the issue was archived: they are not those that the lock was made for",
    meaning=(
        "存档件的版面被改过，不是当年的样子。",
        "The pages of the archive file are no longer those that were archived.",
    ),
    mend=("找原来的存档件。", "Look for the archive file as it was."),
    example="bulletin verify 2026-10-archive.pdf",
    fixed=True,
)
def altered_pages(place: Location) -> Finding: ...


@entry(
    "warning",
    zh="里面有一个文件 {name}，不是这一期的来源文件；没有拆出来",
    en="carries a file {name} that is no source of the issue; it was left aside",
    meaning=("别的程序往存档件里加了文件。", "Another program has put a file into the archive file."),
    mend=("不用管；要的话用 PDF 阅读器取出来。", "Leave it, or take it out with a PDF viewer."),
    example="records.xml",
)
def foreign_file(place: Location, *, name: str) -> Finding: ...


@entry(
    "error",
    zh="{name} 只记了校验值，没有找到：用 {option} DIR 指明哪个文件夹里有这个 {size:,} 字节、sha256 为 {sha256} 的文件",
    en="{name} is named by its digest only and was not found: name a folder that has the file of {size:,} bytes with "
    "sha256 {sha256}, with {option} DIR",
    meaning=(
        "存档件只记了这个字体或图片的校验值，没有装它，附近也找不到。",
        "The archive file names this font or photo by its digest only, and it lies nowhere near.",
    ),
    mend=("用 --fonts 或 --photos 指明文件夹。", "Name its folder with --fonts or --photos."),
    example="bulletin rebuild 2026-10-archive.pdf --fonts ~/fonts",
    fixed=True,
)
def missing_source(place: Location, *, name: str, size: int, sha256: str, option: str) -> Finding: ...
