"""Words of the slot table and of ``bulletin suggest`` (凑版表、排法): what is left, what stays, what has no room."""

from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area: it has no codes of its own.
TITLE = ("凑版表", "The slot table")


@phrase(zh="第 {column} 栏栏底有标题落底", en="a head at the foot of column {column} (标题落底)")
def head_at_foot(column: int) -> Phrase: ...


@phrase(zh="第 {column} 栏有孤字", en="a last line of one character in column {column} (孤字)")
def lonely(column: int) -> Phrase: ...


@phrase(zh="第 {column} 栏栏头有孤行", en="a lone line at the head of column {column} (孤行)")
def lone_head(column: int) -> Phrase: ...


@phrase(zh="第 {column} 栏栏底有孤行", en="a lone line at the foot of column {column} (孤行)")
def lone_foot(column: int) -> Phrase: ...


@phrase(zh="第 {column} 栏中间空 {rows} 行", en="{rows}行 empty in column {column}")
def hole(column: int, rows: int) -> Phrase: ...


@phrase(zh="第 {column} 栏短 {rows} 行", en="column {column} ends {rows}行 early")
def feet(column: int, rows: int) -> Phrase: ...


@phrase(zh="{flaws}", en="{flaws}")
def flaws(flaws: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="{photo} 裁去 {percent}%", en="{photo} cut by {percent}%")
def cut(photo: str, percent: int) -> Phrase: ...


@phrase(zh="{photos}", en="{photos}")
def cuts(photos: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="第{page}版：{flaws}", en="page {page}: {flaws}")
def on_page(page: int, flaws: Phrase) -> Phrase: ...


@phrase(zh="{first}；{rest}", en="{first}; {rest}")
def followed(first: Phrase, rest: Phrase) -> Phrase: ...


@phrase(zh="这一版重复到文字排完", en="the page repeats until its text ends")
def repeats() -> Phrase: ...


@phrase(zh="几篇简讯", en="several briefs")
def several_briefs() -> Phrase: ...


@phrase(zh="稿件接到别的版块，或从别处接来", en="its story goes on in another slot, or comes from one")
def goes_on() -> Phrase: ...


@phrase(zh="只放图片", en="for photos only")
def for_photos() -> Phrase: ...


@phrase(zh="要求留着", en="kept")
def kept() -> Phrase: ...


@phrase(zh="图“{photo}”没有图位", en='photo "{photo}" has no room')
def photo_homeless(photo: str) -> Phrase: ...


@phrase(zh="标题没有地方", en="its headline has no room")
def headline_homeless() -> Phrase: ...


@phrase(zh="图位“{photo}”没有图", en='no photo "{photo}" for its room')
def room_vacant(photo: str) -> Phrase: ...
