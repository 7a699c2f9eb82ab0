"""Messages of ``bulletin rebuild`` and ``bulletin verify`` about an archive file (存档件用语)."""

from bulletin_layout.findings.phrases import Phrase, phrase


@phrase(zh="{file}：{said}", en="{file}: {said}")
def of(file: str, said: Phrase) -> Phrase: ...


@phrase(zh="来源文件已取到 {folder}", en="unpacked into {folder}")
def unpacked(folder: str) -> Phrase: ...


@phrase(zh="已写 {path}", en="wrote {path}")
def wrote(path: str) -> Phrase: ...


@phrase(zh="同一个文件，一个字节不差", en="the same file, byte for byte")
def same_file() -> Phrase: ...


@phrase(zh="不是同一个文件：用 bulletin verify 看哪里不同", en="not the same file: bulletin verify says what differs")
def not_the_same() -> Phrase: ...


@phrase(zh="重新排不出来", en="it cannot be made again")
def stopped() -> Phrase: ...


@phrase(zh="相同：重新排出来一个字节不差", en="same: made again byte for byte")
def same_bytes() -> Phrase: ...


@phrase(zh="内容相同：字节不同，版面内容一样", en="same content: the bytes differ, what the pages hold does not")
def same_content() -> Phrase: ...


@phrase(
    zh="内容相同：什么也没有移动；图片的字节不同，差别看不出来",
    en="same content: nothing moved; the photos' bytes differ, by less than is seen",
)
def same_but_photos() -> Phrase: ...


@phrase(
    zh="不同：没有一行移动，各版看起来也一样，但文件里的内容和来源排出来的不一样",
    en="differs: no line moved and no page looks different, but the file does not hold what its sources give",
)
def differs_unseen() -> Phrase: ...


@phrase(zh="不同：第 {pages} 版", en="differs: pages {pages}", one="differs: page {pages}")
def differs(pages: tuple[int, ...], count: int) -> Phrase: ...


@phrase(zh="版本：{change}", en="versions: {change}")
def versions(change: Phrase) -> Phrase: ...


@phrase(zh="和当时一样", en="the same as then")
def as_then() -> Phrase: ...


@phrase(zh="当时和现在的对照图：{file}", en="as it was, and as it is now: {file}")
def drawn(file: str) -> Phrase: ...


@phrase(
    zh="当时和现在的对照图：{file}，同处还有 {more} 张",
    en="as it was, and as it is now: {file} and {more} more beside it",
)
def drawn_several(file: str, more: int) -> Phrase: ...


@phrase(zh="加 --out DIR 可以画出这些版的对照图", en="--out DIR draws each of these pages beside what it is now")
def could_be_drawn() -> Phrase: ...


VERIFIED_HEADS = (Phrase("文件", "file"), Phrase("结果", "result"), Phrase("不同的版", "pages that differ"))

#: How a file came out, by the outcome, in the table and in the line that counts.
IN_SHORT = {
    "bytes": Phrase("相同", "same"),
    "content": Phrase("内容相同", "same content"),
    "photos": Phrase("内容相同", "same content"),
    "differs": Phrase("不同", "differs"),
    "stopped": Phrase("重新排不出来", "cannot be made again"),
}


@phrase(zh="{count} 个{said}", en="{count} {said}")
def share(count: int, said: Phrase) -> Phrase: ...


@phrase(
    zh="另有 {count} 个 PDF 不带来源文件，没有核验",
    en="{count} PDFs without sources passed over",
    one="{count} PDF without sources passed over",
)
def passed_over(count: int) -> Phrase: ...


@phrase(zh="共 {count} 个文件：{shares}", en="{count} files: {shares}", one="{count} file: {shares}")
def verified(count: int, shares: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="这里没有存档件", en="there is no archive file here")
def nothing_to_verify() -> Phrase: ...


@phrase(zh="第{page}版：{change}", en="page {page}: {change}")
def on_page(page: int, change: Phrase) -> Phrase: ...


@phrase(zh="是新增的", en="is new")
def is_new() -> Phrase: ...


@phrase(zh="没有了", en="is gone")
def is_gone() -> Phrase: ...


@phrase(zh="没有一行移动，但版面看起来不同", en="no line moved, but the page looks different")
def looks_different() -> Phrase: ...


@phrase(zh="还有 {count} 行", en="and {count} more lines", one="and {count} more line")
def more_lines(count: int) -> Phrase: ...


@phrase(zh="「{text}」{change}（在 {x:.0f}, {y:.0f} 磅处）", en="「{text}」 {change} (at {x:.0f}, {y:.0f} pt)")
def line_at(text: str, change: Phrase | tuple[Phrase, ...], x: float, y: float) -> Phrase: ...


@phrase(zh="「{text}」移到了第{page}版", en="「{text}」 went to page {page}")
def line_to_page(text: str, page: int) -> Phrase: ...


@phrase(zh="下移 {by:.1f} 磅", en="moved {by:.1f} pt down")
def down(by: float) -> Phrase: ...


@phrase(zh="上移 {by:.1f} 磅", en="moved {by:.1f} pt up")
def up(by: float) -> Phrase: ...


@phrase(zh="右移 {by:.1f} 磅", en="moved {by:.1f} pt right")
def right(by: float) -> Phrase: ...


@phrase(zh="左移 {by:.1f} 磅", en="moved {by:.1f} pt left")
def left(by: float) -> Phrase: ...


@phrase(zh="宽了 {by:.1f} 磅", en="is {by:.1f} pt wider")
def wider(by: float) -> Phrase: ...


@phrase(zh="窄了 {by:.1f} 磅", en="is {by:.1f} pt narrower")
def narrower(by: float) -> Phrase: ...
