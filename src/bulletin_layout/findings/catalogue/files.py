"""Files that cannot be read, or only after a fashion (文件、编码、YAML)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("文件和编码", "Files")


@entry(
    "error",
    zh="“{name}”要写成刊物文件夹里的路径，用正斜杠",
    en='"{name}" must be a path within the publication, with forward slashes',
    meaning=(
        "文件名指到了刊物文件夹外面：绝对路径、反斜杠、上级目录或符号链接。程序只读刊物里的文件。",
        "A name leads out of the publication's folder: absolute, with backslashes, upwards or through a link. Nothing "
        "outside is ever read.",
    ),
    mend=("把文件复制进刊物文件夹，写相对路径。", "Copy the file into the publication, and write its path there."),
    example="file: C:\\photos\\a.jpg → file: photos/a.jpg",
    fixed=True,
)
def path_outside(place: Location, *, name: str) -> Finding: ...


@wording(
    path_outside,
    zh="“{name}”指到了刊物文件夹外面：把文件复制进来",
    en='"{name}" leaves the publication\'s folder: copy the file into it',
)
def path_leaves(place: Location, *, name: str) -> Finding: ...


@entry(
    "error",
    zh="没有 {path} 这个文件",
    en="{path} does not exist",
    meaning=("写到的文件不在。", "A file that is named is not there."),
    mend=("改正文件名，或把文件放进去。", "Mend its name, or put the file there."),
    example="fonts: fonts/font.yaml → fonts: fonts/fonts.yaml",
    fixed=True,
)
def missing_file(place: Location, *, path: str) -> Finding: ...


@wording(missing_file, zh="没有 {path} 这个文件", en="{path} does not exist")
def missing_other_file(place: Location, *, path: str) -> Finding: ...


@wording(missing_file, zh="{path} 不是文件", en="{path} is not a file")
def no_file(place: Location, *, path: str) -> Finding: ...


@entry(
    "error",
    zh="{path} 超过 {most} MB：这里没有这么大的文本文件",
    en="{path} is larger than {most} MB: no text file here is",
    meaning=("文本文件大得不像文本。", "A text file is too large to be one."),
    mend=("看看是不是写错了文件名。", "See whether another file was meant."),
    example="visit.md, 40 MB",
    fixed=True,
)
def file_too_large(place: Location, *, path: str, most: int) -> Finding: ...


@entry(
    "error",
    zh="{path} 读不了：{reason}",
    en="{path} cannot be read: {reason}",
    meaning=("系统不让读这个文件。", "The system does not let the file be read."),
    mend=(
        "看文件的权限，或文件是不是正被别的程序占用。",
        "Look at its permissions, and whether another program holds it.",
    ),
    example="Permission denied",
    fixed=True,
)
def unreadable_file(place: Location, *, path: str, reason: Phrase) -> Finding: ...


@wording(unreadable_file, zh="读不了：{reason}", en="cannot be read: {reason}")
def unreadable_archive(place: Location, *, reason: Phrase) -> Finding: ...


@entry(
    "error",
    zh="这一行不是 UTF-8，文件其余部分是：这里坏了，重新打一遍",
    en="this line is not UTF-8, though the rest of the file is: it was damaged; type it again",
    meaning=(
        "文件的编码读不出来，或读出来不是中文。能读的旧编码（GBK、UTF-16）只给警告，请核对。",
        "The file's encoding cannot be read, or makes no Chinese. An older one that can be read (GBK, UTF-16) is a "
        "warning: check the text.",
    ),
    mend=("用编辑器另存为 UTF-8。", "Save the file as UTF-8."),
    example=("记事本存成 ANSI 的稿件。", "A story that Notepad saved as ANSI."),
    fixed=True,
)
def encoding(place: Location) -> Finding: ...


@wording(encoding, zh="文件是损坏的 UTF-16：另存为 UTF-8", en="the file is damaged UTF-16: save it as UTF-8")
def encoding_damaged_utf16(place: Location) -> Finding: ...


@wording(encoding, severity="warning", zh="文件是 UTF-16：另存为 UTF-8", en="the file is UTF-16: save it as UTF-8")
def encoding_utf16(place: Location) -> Finding: ...


@wording(
    encoding,
    zh="这一行既不是 UTF-8，也不是 GB18030（GBK）：把文件另存为 UTF-8",
    en="this line is neither UTF-8 nor GB18030 (GBK): save the file as UTF-8",
)
def encoding_neither(place: Location) -> Finding: ...


@wording(
    encoding,
    zh="这一行不是 UTF-8，按 GB18030（GBK）读又不成文字：把文件另存为 UTF-8",
    en="this line is not UTF-8 and makes no sense as GB18030 (GBK): save the file as UTF-8",
)
def encoding_senseless(place: Location) -> Finding: ...


@wording(
    encoding,
    zh="从这一行起既不是 UTF-8，也不是 GB18030（GBK）的中文：把文件另存为 UTF-8",
    en="from this line on the file is neither UTF-8 nor Chinese in GB18030 (GBK): save the file as UTF-8",
)
def encoding_no_chinese(place: Location) -> Finding: ...


@wording(
    encoding,
    severity="warning",
    zh="从这一行起不是 UTF-8，按 GB18030（GBK）读了：核对文字，再另存为 UTF-8",
    en="from this line on the file is not UTF-8; it was read as GB18030 (GBK): check it, and save it as UTF-8",
)
def encoding_gbk(place: Location) -> Finding: ...


@phrase(zh="U+FFFD 是替代符：这里丢过字", en="U+FFFD is a replacement mark: some text was lost here")
def replacement_mark() -> Phrase: ...


@phrase(zh="字符 {code} 印不出来：删掉", en="the character {code} cannot be printed: delete it")
def unprintable(code: str) -> Phrase: ...


@entry(
    "error",
    zh="{problem}",
    en="{problem}",
    meaning=(
        "文字里有看不见的控制符、改变书写方向的符号，或丢字留下的替代符。",
        "The text has a control character, a mark that turns the direction of writing, or what stands for lost text.",
    ),
    mend=("删掉这个字符；丢了字的，补上。", "Delete it; where text was lost, write it again."),
    example="U+200F, U+FFFD",
    fixed=True,
)
def control_character(place: Location, *, problem: Phrase) -> Finding: ...


@wording(control_character, zh="{problem}", en="{problem}")
def control_character_escaped(place: Location, *, problem: Phrase) -> Finding: ...


@entry(
    "error",
    zh="这里没有这一期：既没有这个文件夹，也没有 {file}{near}",
    en="there is no issue here: neither a folder nor {file}{near}",
    meaning=("找不到要排的这一期。", "The issue that was asked for is not there."),
    mend=("写这一期的文件夹，或它在 content/ 下的名字。", "Name its folder, or what it is called under content/."),
    example="bulletin build 2026-1 → bulletin build 2026-10",
    fixed=True,
)
def no_issue(place: Location, *, file: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="上面哪一级文件夹里都没有 {file}",
    en="no folder above has a {file}",
    meaning=(
        "这一期不在刊物里：有 bulletin.yaml 的文件夹才是刊物。",
        "The issue lies in no publication: the folder with a bulletin.yaml is one.",
    ),
    mend=(
        "把它放进刊物的 content/，或用 bulletin new 新建刊物。",
        "Put it into a publication's content/, or start one with bulletin new.",
    ),
    example="bulletin new mypaper",
    fixed=True,
)
def no_publication(place: Location, *, file: str) -> Finding: ...
