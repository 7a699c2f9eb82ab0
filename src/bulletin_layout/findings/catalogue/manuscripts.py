"""Manuscripts that cannot be read, and stories that an import may not overwrite (来稿、导入)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.files import missing_file, unreadable_file
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("来稿", "Manuscripts")


@entry(
    "error",
    zh="这是{kind}，读不了：{way}",
    en="this is {kind}, which is not read: {way}",
    meaning=(
        "来稿不是 .docx、.txt、.md。种类看文件内容，不看扩展名。",
        "The manuscript is no .docx, .txt or .md. What a file is, its contents say, not its ending.",
    ),
    mend=(
        "在 Word 或 WPS 中另存为 .docx，再导入；装有 LibreOffice 的，可加 --via-soffice 自动转换。PDF 请向作者要原稿。",
        "Save it as .docx in Word or WPS, and import that; with LibreOffice, --via-soffice converts it. For a PDF, ask "
        "the author for the file that it was made from.",
    ),
    example="bulletin import 座谈会.doc --to 2026-10",
    fixed=True,
)
def manuscript_format(place: Location, *, kind: Phrase, way: Phrase) -> Finding: ...


@phrase(zh="旧式 Word（.doc）或 WPS 文件", en="an old Word (.doc) or WPS file")
def old_word() -> Phrase: ...


@phrase(zh="RTF 文件", en="an RTF file")
def rich_text() -> Phrase: ...


@phrase(zh="PDF", en="a PDF")
def a_pdf() -> Phrase: ...


@phrase(zh="网页（HTML）", en="a web page (HTML)")
def web_page() -> Phrase: ...


@phrase(zh="单个文件的网页（MHT）", en="a web page in one file (MHT)")
def web_archive() -> Phrase: ...


@phrase(zh="Word 2003 的 XML 文件", en="an XML file of Word 2003")
def word_xml() -> Phrase: ...


@phrase(zh="OpenDocument 文稿（.odt）", en="an OpenDocument text (.odt)")
def open_document() -> Phrase: ...


@phrase(zh="Pages 文稿", en="a Pages document")
def pages_file() -> Phrase: ...


@phrase(zh="OFD 版式文件", en="an OFD")
def an_ofd() -> Phrase: ...


@phrase(zh="压缩包", en="an archive")
def an_archive() -> Phrase: ...


@phrase(zh="XML 文件", en="an XML file")
def xml_file() -> Phrase: ...


@phrase(zh="图片", en="a picture")
def a_picture() -> Phrase: ...


@phrase(zh="空文件", en="an empty file")
def empty() -> Phrase: ...


@phrase(zh="表格、演示文稿一类的文件", en="a spreadsheet, slides or the like")
def other_zip() -> Phrase: ...


@phrase(zh="别的程序的文件", en="a file of another program")
def other_file() -> Phrase: ...


@phrase(
    zh="在 Word 或 WPS 中另存为 .docx，或加 --via-soffice", en="save it as .docx in Word or WPS, or say --via-soffice"
)
def save_as_docx() -> Phrase: ...


@phrase(zh="用 Word 或 WPS 打开，另存为 .docx", en="open it in Word or WPS, and save it as .docx")
def save_in_word() -> Phrase: ...


@phrase(zh="在 Pages 里导出为 Word", en="export it to Word from Pages")
def export_from_pages() -> Phrase: ...


@phrase(zh="先解压，导入里面的文件", en="unpack it, and import the files in it")
def unpack() -> Phrase: ...


@phrase(zh="向作者要 Word 原稿", en="ask the author for the Word file")
def ask_author() -> Phrase: ...


@phrase(zh="图片放进这一期的 photos 文件夹", en="put pictures into the issue's folder photos")
def to_photos() -> Phrase: ...


@phrase(zh="请作者重发", en="ask the author to send it again")
def send_again() -> Phrase: ...


@phrase(zh="把文字另存为 .docx 或 .txt", en="save its text as .docx or .txt")
def save_text() -> Phrase: ...


@wording(
    manuscript_format,
    zh="里面没有能进稿件的文字，没有写稿件：看看是不是发错了",
    en="it has no text for a story, and none was written: see whether it is the right file",
)
def no_text(place: Location) -> Finding: ...


@wording(missing_file, zh="没有 {path} 这个来稿", en="there is no manuscript {path}")
def missing_manuscript(place: Location, *, path: str) -> Finding: ...


@wording(unreadable_file, zh="{path} 读写不了：{reason}", en="{path} cannot be read or written: {reason}")
def unreadable_manuscript(place: Location, *, path: str, reason: Phrase) -> Finding: ...


@entry(
    "error",
    zh="文件有密码：请作者取消密码后重发",
    en="it has a password: ask the author to send it without one",
    meaning=(
        "Word 文件加了密，没有密码读不出来。",
        "The Word file is encrypted, and cannot be read without its password.",
    ),
    mend=(
        "在 Word 中打开，文件→信息→保护文档，取消密码，另存。",
        "Open it in Word, File → Info → Protect Document, take the password off, save it.",
    ),
    example=("文件 → 信息 → 保护文档 → 用密码进行加密", "File → Info → Protect Document → Encrypt with Password"),
    fixed=True,
)
def manuscript_locked(place: Location) -> Finding: ...


@entry(
    "error",
    zh="文件损坏或不完整：请作者重发",
    en="it is damaged or cut short: ask the author to send it again",
    meaning=(
        "文件打不开：传输中断，或里面的内容坏了。程序不猜缺了什么。",
        "The file cannot be opened: it was cut short on its way, or its contents are damaged. What is missing is not "
        "guessed.",
    ),
    mend=(
        "重新传一次；Word 能修复的，修复后另存。",
        "Have it sent again; if Word can repair it, save the repaired file.",
    ),
    example="座谈会.docx (1 of 3 MB)",
    fixed=True,
)
def manuscript_damaged(place: Location) -> Finding: ...


@wording(manuscript_damaged, zh="看不出是什么编码：另存为 UTF-8", en="its encoding cannot be told: save it as UTF-8")
def no_encoding(place: Location) -> Finding: ...


@entry(
    "error",
    zh="文件太大，或者展开后大得不正常（最多 {most} MB）",
    en="it is too large, or unpacks to an unusual size (limit: {most} MB)",
    meaning=(
        "超出了读来稿的限度；也可能是有人故意做的压缩炸弹。",
        "It is beyond the limits for manuscripts, or was made to fill the memory of who opens it.",
    ),
    mend=(
        "把图片压缩后另存，或把稿件分成几个文件。",
        "Compress its pictures and save it, or split it into several files.",
    ),
    example="座谈会.docx: 4 MB → 40 GB",
    fixed=True,
)
def manuscript_too_large(place: Location, *, most: int) -> Finding: ...


@entry(
    "error",
    zh="文件不安全，没有读：里面有实体定义，或文件名指到外面",
    en="it is unsafe and was not read: it defines entities, or names files outside",
    meaning=(
        "正常的 Word 文件没有这些；这样的文件可能是用来攻击程序的。",
        "A proper Word file has none of these; such a file may have been made to attack programs.",
    ),
    mend=("问清来源；用 Word 打开，另存后再导入。", "Ask where it comes from; open it in Word, save it, import that."),
    example="<!DOCTYPE … [<!ENTITY …",
    fixed=True,
)
def manuscript_unsafe(place: Location) -> Finding: ...


@entry(
    "warning",
    zh="像是 {encoding} 编码，拿不准：看看文字对不对",
    en="it seems to be {encoding}, which is not sure: look whether its text is right",
    meaning=(
        "文本文件没有说明编码，是按字的常用程度猜的。",
        "The text file does not name its encoding; it was guessed.",
    ),
    mend=(
        "核对文字；不对就另存为 UTF-8 再导入。",
        "Look at the text; if it is wrong, save the file as UTF-8, and import that.",
    ),
    example="座谈会.txt: BIG5HKSCS",
)
def manuscript_encoding(place: Location, *, encoding: str) -> Finding: ...


@wording(manuscript_encoding, severity="hint", zh="按 {encoding} 编码读", en="read as {encoding}")
def read_as(place: Location, *, encoding: str) -> Finding: ...


@entry(
    "hint",
    zh="先由 LibreOffice 转成 .docx 再读的：对照原稿看一遍",
    en="converted to .docx by LibreOffice first: compare it with the original",
    meaning=("旧格式经过转换，可能有出入。", "An old format was converted, and details may differ."),
    mend=("对照原稿。", "Compare it with the original."),
    example="bulletin import 座谈会.doc --to 2026-10 --via-soffice",
)
def converted(place: Location) -> Finding: ...


@entry(
    "error",
    zh="没有 soffice（LibreOffice），转换不了：在 Word 或 WPS 中另存为 .docx",
    en="there is no soffice (LibreOffice) to convert it: save it as .docx in Word or WPS",
    meaning=("要转换旧格式，但转换没有成功。", "An old format was to be converted, and that did not work."),
    mend=("装 LibreOffice，或另存为 .docx。", "Install LibreOffice, or save the file as .docx."),
    example="bulletin import 座谈会.doc --to 2026-10 --via-soffice",
    fixed=True,
)
def not_converted(place: Location) -> Finding: ...


@wording(
    not_converted,
    zh="soffice 没能在 {seconds} 秒内转好：在 Word 或 WPS 中另存为 .docx",
    en="soffice did not convert it within {seconds} s: save it as .docx in Word or WPS",
)
def not_converted_in_time(place: Location, *, seconds: int) -> Finding: ...


@entry(
    "hint",
    zh="文件夹里这些不是来稿，没有导入：{names}",
    en="these in the folder are no manuscripts, and were not imported: {names}",
    meaning=("导入整个文件夹时，只读文字稿。", "Of a folder, only files of text are imported."),
    mend=(
        "图片自己放进这一期的 photos 文件夹，在稿头写上。",
        "Put pictures into the issue's folder photos yourself, and name them in the story's front matter.",
    ),
    example="来稿/合影.jpg",
)
def not_a_manuscript(place: Location, *, names: tuple[str, ...]) -> Finding: ...


@wording(
    not_a_manuscript,
    severity="error",
    zh="文件夹里没有来稿（.docx、.txt、.md、.doc、.wps、.rtf）",
    en="the folder has no manuscripts (.docx, .txt, .md, .doc, .wps, .rtf)",
)
def no_manuscripts(place: Location) -> Finding: ...


@entry(
    "error",
    zh="已经有 {path}，不是导入来的：改名，或加 --force 覆盖",
    en="{path} is there already and did not come by import: rename one, or overwrite it with --force",
    meaning=(
        "导入绝不悄悄覆盖别的稿件、改过的稿件或换过的图片。",
        "An import never overwrites what was written or changed since.",
    ),
    mend=(
        "给来稿改个名字；确实要用来稿代替的，加 --force。",
        "Give the manuscript another name; where it is to replace the story, say --force.",
    ),
    example="座谈会.docx → content/2026-10/座谈会.md",
    fixed=True,
)
def story_exists(place: Location, *, path: str) -> Finding: ...


@wording(
    story_exists,
    zh="已经有 {path}，和来稿里的图片不一样：改名，或加 --force 覆盖",
    en="{path} is there already and is not the manuscript's picture: rename one, or overwrite it with --force",
)
def photo_exists(place: Location, *, path: str) -> Finding: ...


@wording(
    story_exists,
    zh="“{name}”和 {other} 会成为同一篇稿件：给一个改名",
    en='"{name}" and {other} would become the same story: rename one',
)
def slug_taken(place: Location, *, name: str, other: str) -> Finding: ...


@entry(
    "hint",
    zh="来稿没有变，稿件改过：没有动它",
    en="the manuscript is unchanged and the story was edited: it was left alone",
    meaning=("再次导入的来稿和上次一样。", "The manuscript is the one that was imported before."),
    mend=("不用做什么。要恢复成来稿的样子，加 --force。", "Nothing to do. To go back to the manuscript, say --force."),
    example="bulletin import 座谈会.docx --to 2026-10",
)
def story_kept(place: Location) -> Finding: ...


@entry(
    "hint",
    zh="来稿改了，已合并到改过的稿件里：“{before}”→“{after}”",
    en='the manuscript changed, and this was merged into the edited story: "{before}" → "{after}"',
    meaning=(
        "同一篇来稿又来了一次：它改的地方，编辑没有动过，两边的改动都保留。",
        "The manuscript came again. Its changes are where the editor had made none, so both are kept.",
    ),
    mend=("看一眼合并的地方。", "Look at the merged place."),
    example="“提前四天”→“提前六天”",
)
def merged(place: Location, *, before: str, after: str) -> Finding: ...


@wording(merged, zh="来稿改了：“{before}”→“{after}”", en='the manuscript changed: "{before}" → "{after}"')
def changed(place: Location, *, before: str, after: str) -> Finding: ...


@entry(
    "error",
    zh="来稿和编辑改了同一处，没有写：来稿“{theirs}”，稿件“{ours}”，原来“{before}”",
    en='the manuscript and the editor changed the same place, nothing was written: manuscript "{theirs}", story '
    '"{ours}", before "{before}"',
    meaning=(
        "同一篇来稿又来了一次，有的地方两边都改过，程序不替人决定。",
        "The manuscript came again, and both sides changed the same place; the program does not choose.",
    ),
    mend=(
        "把来稿的改动抄进稿件，下次导入就没有冲突；或加 --force 用来稿覆盖。",
        "Take the manuscript's change over into the story, then nothing is in conflict; or overwrite it with --force.",
    ),
    example="三百亩 → 五百亩 / 八百亩",
    fixed=True,
)
def merge_conflict(place: Location, *, theirs: str, ours: str, before: str) -> Finding: ...
