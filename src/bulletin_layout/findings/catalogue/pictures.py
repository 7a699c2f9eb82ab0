"""Pictures and colour profiles (图片、色彩特性文件) that cannot be used, and photos of an issue."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("图片", "Pictures")


@entry(
    "error",
    zh="{problem}",
    en="{problem}",
    meaning=(
        "图片用不了：没有这个文件、打不开、损坏、不完整，或者格式不对。",
        "A picture that cannot be used: not there, unreadable, damaged, cut short, or of another format.",
    ),
    mend=("重新存一份 JPEG、PNG 或 TIFF，或改正文件名。", "Save it again as JPEG, PNG or TIFF, or mend its name."),
    example="photos: {p1: {file: photos/visit.heic}}",
    fixed=True,
)
def picture(place: Location, *, problem: Phrase) -> Finding: ...


@wording(picture, zh="{path} 用不了（见前面）", en="{path} cannot be used (see above)")
def picture_seen_above(place: Location, *, path: str) -> Finding: ...


@wording(picture, zh="{problem}", en="{problem}")
def picture_lost(place: Location, *, problem: Phrase) -> Finding: ...


@entry(
    "error",
    zh="{problem}",
    en="{problem}",
    meaning=("色彩特性文件（ICC）用不了。", "A colour profile (ICC) that cannot be used."),
    mend=("向印厂要它的 CMYK 输出特性文件。", "Ask the print shop for the CMYK output profile of its press."),
    example="intent: press/monitor.icc",
    fixed=True,
)
def colour_profile(place: Location, *, problem: Phrase) -> Finding: ...


@wording(colour_profile, zh="{path} {problem}", en="{path} {problem}")
def colour_profile_unfit(place: Location, *, path: str, problem: Phrase) -> Finding: ...


@phrase(zh="是 {space} 的特性文件：印刷机要 CMYK 的", en="is a profile for {space}: a press needs one for CMYK")
def profile_not_cmyk(space: str) -> Phrase: ...


@phrase(
    zh="不是输出特性文件（prtr 类）：向印厂要它的印刷机的",
    en="is no output profile (class prtr): ask the print shop for the one of its press",
)
def profile_no_output() -> Phrase: ...


@phrase(zh="已损坏：颜色算不出来", en="is damaged: its colours cannot be computed")
def profile_not_computed() -> Phrase: ...


@phrase(zh="{path} 不是文件", en="{path} is not a file")
def not_a_file(path: str) -> Phrase: ...


@phrase(zh="没有 {path} 这个文件", en="{path} does not exist")
def not_there(path: str) -> Phrase: ...


@phrase(zh="{path} 读不了：{reason}", en="{path} cannot be read: {reason}")
def not_read(path: str, reason: str | Phrase) -> Phrase: ...


@phrase(zh="{path} 超过 {most} MB", en="{path} is larger than {most} MB")
def too_large(path: str, most: int) -> Phrase: ...


@phrase(zh="{path} 是空的", en="{path} is empty")
def empty_file(path: str) -> Phrase: ...


@phrase(
    zh="{path} 是 {kind} 文件：另存为 JPEG、PNG 或 TIFF", en="{path} is a {kind} file: save it as JPEG, PNG or TIFF"
)
def other_format(path: str, kind: str) -> Phrase: ...


@phrase(zh="{path} 不是 JPEG、PNG、TIFF 或 WebP 图片", en="{path} is not a JPEG, PNG, TIFF or WebP picture")
def no_picture(path: str) -> Phrase: ...


@phrase(
    zh="{path} 在排印期间改过：重新生成",
    en="{path} was changed while the issue was being built: build again",
)
def changed_meanwhile(path: str) -> Phrase: ...


@phrase(
    zh="{path} 有 {width} × {height} 像素：超过 {most} 百万，太大",
    en="{path} has {width} × {height} pixels: more than {most} million is too large",
)
def too_many_pixels(path: str, width: int, height: int, most: int) -> Phrase: ...


@phrase(
    zh="{path} 有 {width} × {height} 像素：这种文件最多 {most} 百万，另存为 JPEG",
    en="{path} has {width} × {height} pixels: more than {most} million is too large for this kind of file: "
    "save it as JPEG",
)
def too_many_pixels_to_decode(path: str, width: int, height: int, most: int) -> Phrase: ...


@phrase(zh="{path} 的像素太多，不像印刷用的照片", en="{path} has too many pixels to be a photo for print")
def pixel_bomb(path: str) -> Phrase: ...


@phrase(
    zh="{path} 是 {mode} 颜色：另存为 RGB、CMYK 或灰度", en="{path} has {mode} pixels: save it as RGB, CMYK or grey"
)
def other_pixels(path: str, mode: str) -> Phrase: ...


@phrase(zh="{path} 解不开：{reason}", en="{path} cannot be decoded: {reason}")
def not_decoded(path: str, reason: str) -> Phrase: ...


@phrase(zh="{path} 不是完整的 {kind} 文件：{reason}", en="{path} is not a whole {kind} file: {reason}")
def not_whole(path: str, kind: str, reason: str | Phrase) -> Phrase: ...


@phrase(zh="文件头不成样子", en="its header makes no sense")
def senseless_header() -> Phrase: ...


@phrase(zh="{path} 不完整：{kind} 的结尾没有了", en="{path} is cut short: the end of the {kind} is missing")
def end_missing(path: str, kind: str) -> Phrase: ...


@phrase(
    zh="{path} 不完整：TIFF 的像素到一半就断了",
    en="{path} is cut short: the TIFF's pixels go on past the end of the file",
)
def tiff_cut_short(path: str) -> Phrase: ...


@phrase(
    zh="{path} 损坏或不完整：JPEG 文件头在第 {at} 字节断了",
    en="{path} is damaged or cut short: its JPEG header ends after {at} bytes",
)
def jpeg_header_ends(path: str, at: int) -> Phrase: ...


@phrase(zh="{path} 损坏：JPEG 文件头里没有尺寸", en="{path} is damaged: its JPEG header gives no size")
def jpeg_without_size(path: str) -> Phrase: ...


@phrase(
    zh="{path} 损坏：JPEG 文件头写的尺寸是 {width} × {height}",
    en="{path} is damaged: its JPEG header gives a size of {width} × {height}",
)
def jpeg_of_no_size(path: str, width: int, height: int) -> Phrase: ...


@phrase(zh="{path} 损坏：PNG 第 {at} 字节处校验不符", en="{path} is damaged: the PNG's checksum fails at byte {at}")
def png_checksum(path: str, at: int) -> Phrase: ...


@phrase(zh="{path} 损坏：PNG 里没有图", en="{path} is damaged: the PNG has no picture in it")
def png_without_picture(path: str) -> Phrase: ...


@phrase(zh="{path} 不完整：PNG 的像素没有到底", en="{path} is cut short: the PNG's pixels end before its last row")
def png_cut_short(path: str) -> Phrase: ...


@phrase(zh="{path} 损坏：PNG 的像素比它的尺寸多", en="{path} is damaged: the PNG has more pixels than its size says")
def png_too_long(path: str) -> Phrase: ...


@phrase(zh="{path} 损坏：PNG 的像素解不开", en="{path} is damaged: the PNG's pixels cannot be unpacked")
def png_pixels_damaged(path: str) -> Phrase: ...


@phrase(
    zh="{path} 损坏：PNG 没有 {bits} 位、颜色类型 {colour} 这一种",
    en="{path} is damaged: no PNG has {bits} bits of colour type {colour}",
)
def png_of_no_kind(path: str, bits: int, colour: int) -> Phrase: ...


@phrase(zh="{path} 损坏：PNG 的调色板没有了", en="{path} is damaged: the PNG's palette is missing")
def png_without_palette(path: str) -> Phrase: ...


@phrase(zh="{path} 超过 {most} MB：没有这么大的特性文件", en="{path} is larger than {most} MB: no colour profile is")
def profile_too_large(path: str, most: int) -> Phrase: ...


@phrase(zh="{path} 不是 ICC 特性文件", en="{path} is not an ICC colour profile")
def no_profile(path: str) -> Phrase: ...


@phrase(
    zh="{path} 不完整：它说有 {size} 字节，只有 {has}",
    en="{path} is cut short: it says {size} bytes and has {has}",
)
def profile_cut_short(path: str, size: int, has: int) -> Phrase: ...


@phrase(zh="{path} 损坏：标签表不完整", en="{path} is damaged: its tag table is cut short")
def profile_table_cut(path: str) -> Phrase: ...


@phrase(zh="{path} 损坏：有标签落在文件外面", en="{path} is damaged: a tag lies beyond its end")
def profile_tag_beyond(path: str) -> Phrase: ...


@phrase(
    zh="{path} 是 {space} 的特性文件，不是 CMYK 或 RGB 的",
    en="{path} is a profile for {space}, not for CMYK or RGB",
)
def profile_of_space(path: str, space: str) -> Phrase: ...
