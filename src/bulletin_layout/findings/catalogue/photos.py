"""Photos and heads of stories without room, and room without them (图位、标题)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("图片和标题的位置", "Room for photos and heads")


@entry(
    "error",
    zh="第{page}版版块“{slot}”没有“{photo}”的图位{near}",
    en='page {page} slot "{slot}" has no room for photo "{photo}"{near}',
    meaning=(
        "稿件里有图，版块里没有它的位置，图印不出来。",
        "A story has a photo that the slot has no room for: it would be lost.",
    ),
    mend=(
        "在版块的 photos 里加图位，或从稿件里去掉这张图。",
        "Give the slot room for it in photos, or take it out of the story.",
    ),
    example="photos: {p2: {file: photos/b.jpg}}",
    fixed=True,
)
def unplaced_photo(place: Location, *, page: int, slot: str, photo: str, near: Phrase) -> Finding: ...


@wording(
    unplaced_photo,
    zh="第{page}版版块“{slot}”：图位“{photo}”已经给了“{story}”",
    en='page {page} slot "{slot}": photo "{photo}" of "{story}" has this room already',
)
def photo_room_taken(place: Location, *, page: int, slot: str, photo: str, story: str) -> Finding: ...


@wording(unplaced_photo, zh="这种文字里不能有图片", en="a picture cannot stand in this text")
def picture_in_text(place: Location) -> Finding: ...


@wording(unplaced_photo, zh="表格里不能有图片", en="a picture cannot stand in a table")
def picture_in_table(place: Location) -> Finding: ...


@entry(
    "warning",
    zh="第{page}版版块“{slot}”有图位“{photo}”，{stories} 没有图",
    en='page {page} slot "{slot}" has room for photo "{photo}", and {stories} have none',
    one='page {page} slot "{slot}" has room for photo "{photo}", and {stories} has none',
    meaning=("图位空着，地方让给了文字。", "The room stays empty; the text takes it."),
    mend=("给稿件配图，或在 set 里写 {版块.photos.图位: null}。", "Give the story a photo, or set the room to null."),
    example="set: {lead.photos.p1: null}",
)
def no_photo(
    place: Location, *, page: int, slot: str, photo: str, stories: tuple[Phrase, ...], count: int
) -> Finding: ...


@entry(
    "warning",
    zh="{where}图“{photo}”裁去了 {percent}%（{sides}）：{ways}",
    en='{where}photo "{photo}" loses {percent}% of its area ({sides}): {ways}',
    meaning=(
        "图的形状同图位差得多，要裁掉一大块才填得满；裁掉多少算多，图位的 crop 说了算（没写是 20%）。",
        "The photo's shape is far from that of its room, and much of it is cut to fill it; the room's crop says how "
        "much is too much (20 % unless it says so).",
    ),
    mend=(
        "照说的改图位的 ratio 或 height；或写 fit: whole，整张放进去；或在稿件的图里写 focus，说清楚哪里要留，"
        "再把图位的 crop 放宽。",
        "Change the room's ratio or height as it says; or write fit: whole, and all of it is shown; or say with focus "
        "in the story what has to stay, and allow more with crop in the room.",
    ),
    example=(
        "图“p1”裁去了 47%（上下）：写 ratio: 3:4，或 fit: whole",
        'photo "p1" loses 47% of its area (above and below): write ratio: 3:4, or fit: whole',
    ),
)
def photo_cropped(
    place: Location, *, where: Phrase, photo: str, percent: int, sides: Phrase, ways: Phrase
) -> Finding: ...


@phrase(zh="左右", en="at its sides")
def at_sides() -> Phrase: ...


@phrase(zh="上下", en="above and below")
def above_and_below() -> Phrase: ...


@phrase(zh="写 ratio: {ratio}，或 fit: whole", en="write ratio: {ratio}, or fit: whole")
def write_ratio(ratio: str) -> Phrase: ...


@phrase(zh="写 height: {rows}行，或 fit: whole", en="write height: {rows}行, or fit: whole")
def write_height(rows: int) -> Phrase: ...


@phrase(zh="换一张宽高比近于 {ratio} 的，或写 fit: whole", en="take one of about {ratio}, or write fit: whole")
def take_ratio(ratio: str) -> Phrase: ...


@entry(
    "error",
    zh="第{page}版版块“{slot}”不放标题（place: none），这篇稿却有“{head}”",
    en='page {page} slot "{slot}" has no title ("place: none"), and this story has "{head}"',
    meaning=("稿件的标题没有地方放，印不出来。", "The story's head has no place and would be lost."),
    mend=("去掉标题，或给版块的 title 一个位置。", "Take the head out, or give the slot's title a place."),
    example="title: {place: none}",
    fixed=True,
)
def unplaced_head(place: Location, *, page: int, slot: str, head: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版版块“{slot}”只放图片（text: none），这篇稿却有文字",
    en='page {page} slot "{slot}" takes photos only ("text: none"), and this story has text',
    meaning=("版块不放文字，稿件的文字印不出来。", "The slot takes no text: that of the story would be lost."),
    mend=("换一个版块，或去掉文字。", "Take another slot, or take the text out."),
    example="text: none",
    fixed=True,
)
def text_without_room(place: Location, *, page: int, slot: str) -> Finding: ...


@entry(
    "warning",
    zh="{path} 已经用过（在 {before}）",
    en="{path} is shown already (at {before})",
    meaning=("同一张图用了两次。", "The same picture is shown twice."),
    mend=(
        "换一张；真要用两次的，在 bulletin.yaml 写 findings: {photo-twice: off}。",
        "Take another; where it is meant, write findings: {photo-twice: off} in bulletin.yaml.",
    ),
    example="photos: {p1: {file: photos/a.jpg}}",
)
def photo_twice(place: Location, *, path: str, before: str) -> Finding: ...


@entry(
    "warning",
    zh="没有稿件用这张图：用上它，或把它移出这一期的文件夹",
    en="no story shows this picture: name it in one, or take it out of the issue's folder",
    meaning=(
        "文件夹里有图，没有稿件用，可能漏了。",
        "A picture in the issue's folder is shown by no story: it may have been forgotten.",
    ),
    mend=("用上，或移走。", "Show it, or take it away."),
    example="photos/b.jpg",
)
def unused_photo(place: Location) -> Finding: ...
