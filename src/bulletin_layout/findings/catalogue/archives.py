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
        "改名：不用冒号、问号、星号等符号，不太长，每一级开头结尾都没有空格和句点，结尾写明是哪种文件。",
        "Rename it: no colons, question marks or asterisks, not too long, no blank or dot at the ends of any part, and "
        "the ending of its kind of file.",
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


@phrase(zh="指到了放成品的文件夹 out", en="lies in out, where the products go")
def name_our_own() -> Phrase: ...


@phrase(zh="有一级以句点开头：那是隐藏的文件夹或文件", en="has a part that begins with a dot, as hidden files do")
def name_hidden() -> Phrase: ...


@phrase(
    zh="的结尾不是来源文件的：要 .yaml、.md、.txt、.json、.jpg、.png、.tif、.webp、.ttf、.otf、.ttc 或 .icc",
    en="has not the ending of a source: .yaml, .md, .txt, .json, .jpg, .png, .tif, .webp, .ttf, .otf, .ttc or .icc",
)
def name_of_no_source() -> Phrase: ...


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


@wording(
    archive_size,
    zh="这个文件超过 {most} MB：存档件里装不下，改小，或在 bulletin.yaml 写 archive: {{photos: hash}}",
    en="the file has more than {most} MB, which no archive file takes: make it smaller, or write "
    "archive: {{photos: hash}} in bulletin.yaml",
)
def archive_file_size(place: Location, *, most: int) -> Finding: ...


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


@wording(no_archive, zh="{problem}", en="{problem}")
def not_compared(place: Location, *, problem: Phrase) -> Finding: ...


@phrase(zh="不是 PDF，或者已损坏：{reason}", en="is no PDF, or is damaged: {reason}")
def no_pdf(reason: Phrase) -> Phrase: ...


@phrase(zh="加了密码", en="is locked with a password")
def locked() -> Phrase: ...


@phrase(zh="已损坏：{reason}", en="is damaged: {reason}")
def damaged(reason: Phrase) -> Phrase: ...


@phrase(zh="有一段数据损坏：{reason}", en="a stream is damaged: {reason}")
def damaged_stream(reason: Phrase) -> Phrase: ...


@phrase(zh="页面里有本程序不写的内容：{found}", en="has content on a page that this program does not write: {found}")
def unknown_operator(found: str) -> Phrase: ...


@phrase(zh="已损坏：里面的对象不成样子", en="is damaged: its objects make no sense")
def damaged_objects() -> Phrase: ...


@phrase(zh="嵌套太深", en="is nested too deeply")
def nested_too_deeply() -> Phrase: ...


@phrase(zh="页树没有尽头", en="has a tree of pages that never ends")
def endless_pages() -> Phrase: ...


@phrase(zh="有一版要画的东西太多", en="has a page with too much to draw")
def too_much_to_draw() -> Phrase: ...


@phrase(
    zh="有一版里的图形套得太深，或者套着自己",
    en="has a page whose forms lie too deep in one another, or in themselves",
)
def forms_too_deep() -> Phrase: ...


@phrase(zh="有一版的画法不是本程序用的", en="has a page that is drawn in a way that this program does not write")
def drawn_otherwise() -> Phrase: ...


@phrase(zh="超过 {most} MB", en="has more than {most} MB")
def larger_than(most: int) -> Phrase: ...


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


@wording(
    altered_pages,
    zh="文件有 {has} 版，锁定记录是 {locked} 版",
    en="the file has {has} pages, its lock says {locked}",
)
def other_page_count(place: Location, *, has: int, locked: int) -> Finding: ...


@wording(
    altered_pages,
    zh="文件的版数超过 {most}，锁定记录是 {locked} 版",
    en="the file has more than {most} pages, its lock says {locked}",
)
def endless_page_count(place: Location, *, most: int, locked: int) -> Finding: ...


@wording(altered_pages, zh="文件的第{page}版没有来源", en="page {page} of the file has no source")
def page_without_source(place: Location, *, page: int) -> Finding: ...


@wording(altered_pages, zh="文件的第{first}至{last}版没有来源", en="pages {first} to {last} of the file have no source")
def pages_without_source(place: Location, *, first: int, last: int) -> Finding: ...


@entry(
    "error",
    zh="有{things}：存档件里没有这些，是后来加的",
    en="has {things}: no archive file has any, it was added later",
    meaning=(
        "PDF 里有打开时会执行的脚本或动作、表单、密码等等。核验只看，不执行；别的阅读器会执行。",
        "The PDF has scripts or actions that run when it is opened or clicked, a form, a lock, or the like. Verifying "
        "only looks at them; a viewer may run them.",
    ),
    mend=(
        "不要用阅读器打开这个文件；找原来的存档件。",
        "Do not open it in a viewer; look for the archive file as it was.",
    ),
    example="OpenAction: JavaScript",
    fixed=True,
)
def added_action(place: Location, *, things: tuple[Phrase, ...]) -> Finding: ...


@phrase(zh="脚本（JavaScript）", en="a script (JavaScript)")
def a_script() -> Phrase: ...


@phrase(zh="打开文件时的动作（OpenAction）", en="an action on opening (OpenAction)")
def an_opening_action() -> Phrase: ...


@phrase(zh="自动执行的动作（AA）", en="an automatic action (AA)")
def an_automatic_action() -> Phrase: ...


@phrase(zh="启动别的程序的动作（Launch）", en="an action that starts a program (Launch)")
def a_launch() -> Phrase: ...


@phrase(zh="发送或读入表单的动作（SubmitForm）", en="an action that sends or fills a form (SubmitForm)")
def a_form_sent() -> Phrase: ...


@phrase(zh="别的动作", en="another action")
def another_action() -> Phrase: ...


@phrase(zh="表单（AcroForm）", en="form fields (AcroForm)")
def a_form() -> Phrase: ...


@phrase(zh="表单用的字体（DR）", en="fonts of a form (DR)")
def form_fonts() -> Phrase: ...


@phrase(zh="密码锁（Encrypt）", en="encryption (Encrypt)")
def a_lock() -> Phrase: ...


@phrase(zh="版面上夹带的文件（FileAttachment）", en="a file hung on a page (FileAttachment)")
def a_hidden_file() -> Phrase: ...


@phrase(zh="声音、影片或三维图", en="a sound, a film or a 3D scene")
def a_medium() -> Phrase: ...


@phrase(zh="文件夹（Collection）", en="a portfolio (Collection)")
def a_collection() -> Phrase: ...


@entry(
    "warning",
    zh="里面有一个文件 {name}，不是这一期的来源文件；没有拆出来",
    en="carries a file {name} that is no source of the issue; it was left aside",
    meaning=("别的程序往存档件里加了文件。", "Another program has put a file into the archive file."),
    mend=("不用管；要的话用 PDF 阅读器取出来。", "Leave it, or take it out with a PDF viewer."),
    example="records.xml",
)
def foreign_file(place: Location, *, name: str) -> Finding: ...


@wording(
    foreign_file,
    zh="锁定记录里有 {name}，但这一期没有用到；没有拆出来",
    en="its lock names {name}, of which the issue is not made; it was left aside",
)
def unread_file(place: Location, *, name: str) -> Finding: ...


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
