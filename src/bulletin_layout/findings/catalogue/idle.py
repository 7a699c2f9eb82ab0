"""Keys that are written and change nothing (不起作用的键), with the reasons."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("不起作用的键", "Keys without effect")


@entry(
    "warning",
    zh="{thing}：“{key}”不起作用：{why}",
    en='{thing}: "{key}" has no effect: {why}',
    meaning=(
        "写了的键，或稿件里写了的东西，在这里不起作用，版面不会因它有变化。",
        "A key that is written, or something in a story, changes nothing on the page where it stands.",
    ),
    mend=(
        "照说的原因，改别的键让它起作用，或把它去掉。",
        "Change what the finding names, so that it has an effect, or take it out.",
    ),
    example="furniture: {folio: {at: {cols: all, rows: 1}, text: …, offset: 3mm}}",
)
def not_applied(place: Location, *, thing: Phrase, key: str, why: Phrase) -> Finding: ...


@phrase(zh="位置是一块区域", en="it stands in a box")
def in_box() -> Phrase: ...


@phrase(zh="没有写 rule，没有线", en="there is no rule")
def without_rule() -> Phrase: ...


@phrase(zh="这里印的是图片", en="a picture stands instead")
def picture_instead() -> Phrase: ...


@phrase(zh="每一行有自己的样式", en="each of its lines has a style of its own")
def lines_have_styles() -> Phrase: ...


@phrase(zh="没有边框", en="there is no border")
def without_border() -> Phrase: ...


@phrase(zh="没有边框，也没有底纹", en="there is neither border nor ground")
def without_frame() -> Phrase: ...


@phrase(zh="区域并不更宽", en="its box is no wider")
def not_narrower() -> Phrase: ...


@phrase(zh="它同区域一样宽", en="it is as wide as its box")
def as_wide_as_box() -> Phrase: ...


@phrase(zh="栏题“{banner}”不在这个版块里", en='banner "{banner}" does not stand in this slot')
def banner_elsewhere(banner: str) -> Phrase: ...


@phrase(zh="版块不放文字", en="the slot takes no text")
def no_text() -> Phrase: ...


@phrase(zh="正文只有一栏", en="its text has one column")
def one_column() -> Phrase: ...


@phrase(zh="由几个区域拼成的版块，栏跟版面走", en="the columns of a slot of several boxes are the page's")
def pages_columns() -> Phrase: ...


@phrase(zh="版块没有标题（place: none）", en='the slot has no title ("place: none")')
def no_title() -> Phrase: ...


@phrase(zh="标题放在 {place}，用不到它", en='a title at "{place}" takes no notice of it')
def title_there(place: str) -> Phrase: ...


@phrase(zh="放在旁边的标题总是竖排", en="a title at the side is always vertical")
def side_is_vertical() -> Phrase: ...


@phrase(zh="放在上面的标题总是横排", en="a title at the top is always horizontal")
def top_is_horizontal() -> Phrase: ...


@phrase(zh="栏宽只有 {width:g} 磅，图就排这么宽", en="its columns have {width:g} pt, and so has the photo")
def photo_as_wide(width: float) -> Phrase: ...


@phrase(zh="图占满栏宽，旁边排不下字", en="the photo fills its columns, and no text passes beside it")
def fills_columns() -> Phrase: ...


@phrase(zh="高度已经写了（height）", en='"height" says how high it is')
def height_is_given() -> Phrase: ...


@phrase(zh="版式", en="the layout")
def the_layout() -> Phrase: ...


@phrase(zh="没有写 repeat，这一版不重复", en='there is no "repeat": the page stands once')
def never_repeats() -> Phrase: ...


@phrase(zh="{role} 这类样式用不到它", en="a style of {role} takes no notice of it")
def role_without(role: str) -> Phrase: ...


@phrase(zh="版块“{slot}”里的稿件通到别的版", en='the story of slot "{slot}" goes through other pages')
def slot_of_other_pages(slot: str) -> Phrase: ...


@phrase(zh="稿件“{slug}”", en='story "{slug}"')
def in_story(slug: str) -> Phrase: ...


@phrase(zh="图位“{photo}”不印图说（caption: none）", en='the room "{photo}" prints no caption ("caption: none")')
def caption_left_out(photo: str) -> Phrase: ...


@phrase(zh="版块“{slot}”不放文字，署名不印", en='slot "{slot}" takes no text, and no byline')
def no_byline_there(slot: str) -> Phrase: ...
