"""Tables of the keys of bulletin.yaml, fonts.yaml and issue.yaml, and of a story's front matter."""

from typing import Final, get_args

from bulletin_layout.findings.phrases import both
from bulletin_layout.findings.settled import CHOICES
from bulletin_layout.fonts import FontFile
from bulletin_layout.issue import ArchivePolicy, Figure, Issue, Permit, Photo
from bulletin_layout.issue.imprint import Profile
from bulletin_layout.issue.publication import Lines
from bulletin_layout.languages import LANGUAGES
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.binding import BY_HAND, key, shape
from bulletin_layout.reading.schema.give_forms import GIVE
from bulletin_layout.reading.schema.kinds import Anything, Choice, Either, ListOf, Named, Shape, Text, Whole, Words
from bulletin_layout.reading.schema.layout_keys import KEEP
from bulletin_layout.reading.schema.press_keys import PRINT
from bulletin_layout.reading.sources.files import PATH_PATTERN

#: Default paths, relative to the publication's folder.
USUAL_FONTS: Final = "fonts/fonts.yaml"
USUAL_LAYOUTS: Final = "layouts"
#: The name of the program's built-in fonts in fonts.yaml, and of the folder with a copy of them beside it.
BUILTIN: Final = "builtin"

_KIND: Final = both("kind of file", "文件的种类")
_PATH: Final = Text(both("a path", "路径"), PATH_PATTERN)
_LAYOUT_NAME: Final = Text(both("a layout's name", "版式的名字"), PATH_PATTERN)
_SLUG: Final = Text(both("a story's name", "稿件代号"), units.SLUG_PATTERN)
_SLOT_NAME: Final = Text(both("a slot's name", "版块的名字"))
_TEXTS: Final = Either(scalar=Words(), mapping=Named(Words()))

ARCHIVE: Final = shape(ArchivePolicy, {
    "photos": key(both("photos whole, or by their sha256 only", "图片整张带上，还是只记 sha256")),
    "fonts": key(both(
        "of the fonts in use: the characters that the issue needs, the whole files, or their sha256 only",
        "用到的字体：只带这一期要用的字（subset）、整个带上，还是只记 sha256",
    )),
})  # fmt: skip

PERMIT: Final = shape(Permit, {
    "number": key(
        both("its number (准印证编号), as page 1 prints it", "准印证编号，照第1版上印的写"), Words(), field=BY_HAND,
        instead=both("any number on page 1", "第1版上有一个就行"), examples=("（禾）内资准字第0138号",),
    ),
    "name": key(both("the permitted name", "准印的刊名"), Words(), field=BY_HAND),
    "trim": key(both("the permitted size", "准印的开本"), units.PAPER, examples=("A4",)),
    "period": key(both("how often it appears (刊期)", "刊期"), Words(), field=BY_HAND, examples=("月刊",)),
    "printer": key(both("who prints it (印刷单位)", "印刷单位"), Words(), field=BY_HAND),
    "from": key(both("first day of its term", "有效期从哪一天起"), units.DATE, field="first"),
    "until": key(both("last day of its term", "有效期到哪一天止"), units.DATE, field="last"),
})  # fmt: skip
_PERMIT: Final = Either(scalar=Words(), mapping=PERMIT)
_PROFILES: Final = both(
    "the law by which its imprint (版本记录) is checked: internal (内部资料, with a permit), newspaper or periodical "
    "(with a CN number), none (简报 of an office)",
    "版本记录按哪种规矩检查：内部资料（有准印证）写 internal，报纸写 newspaper，期刊写 periodical（有 CN 号），"
    "机关公文性的简报写 none",
)

_SERIES: Final = shape(None, {
    "name": key(both("its name (刊名)", "它的刊名"), Words(), required=True),
    "english": key(both("its English name", "英文刊名"), Words()),
    "publisher": key(both("who publishes it", "主办单位"), Words(), instead=both("the paper's", "同报纸的")),
    "permit": key(both("permit line", "准印证号"), _PERMIT, instead=both("the paper's", "同报纸的")),
    "imprint": key(_PROFILES, Choice(get_args(Profile)), instead=both("the paper's", "同报纸的")),
    "texts": key(both("other words, instead of the paper's", "别的文字，代替报纸的"), Named(_TEXTS)),
})  # fmt: skip

PUBLICATION: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/publication@1",)), required=True),
    "name": key(both("the paper's name (报名)", "报名"), Words(), required=True),
    "english": key(both("its English name", "英文报名"), Words()),
    "publisher": key(both("who publishes it (主办)", "主办单位"), Words()),
    "permit": key(
        both(
            "permit line (准印证号), or a map of what the permit says; its number is `{publication.permit}`",
            "准印证号；也可以分项写准印证上的内容，编号用 `{publication.permit}` 取",
        ),
        _PERMIT, examples=("（禾）内资准字第0138号",),
    ),
    "imprint": key(_PROFILES, Choice(get_args(Profile)), instead=both("nothing is checked", "不检查")),
    "masthead": key(
        both(
            "words of the nameplate; a map gives `{publication.masthead.KEY}`",
            "报头上的文字；分几项写，就用 `{publication.masthead.KEY}` 取",
        ),
        _TEXTS,
    ),
    "texts": key(both("any other words: `{publication.KEY}`", "别的文字，用 `{publication.KEY}` 取"), Named(_TEXTS)),
    "series": key(
        both(
            "other kinds of publication in this folder, by a key that their issues name: 简报, 专刊 …",
            "同一文件夹里的别种刊物（简报、专刊……），按代号写；哪一期属于它，在 issue.yaml 里写代号",
        ),
        Named(_SERIES, "series"),
    ),
    "fonts": key(both("the fonts' file", "字体清单"), _PATH, usual=USUAL_FONTS),
    "layouts": key(both("the folder of layouts", "放版式的文件夹"), _PATH, usual=USUAL_LAYOUTS),
    "lines": key(
        both(
            "what a line of text is, in stories that do not say: joined to the next one, or a paragraph",
            "稿件里没有写明时，一行文字算什么：同下一行连成一段（joined），还是自成一段（paragraphs）",
        ),
        Choice(get_args(Lines)), usual="joined",
    ),
    "keep": key(
        both("words that stay whole in heads, captions and bylines (不拆的词)", "标题、图说、署名里不拆的词"), KEEP
    ),
    "print": key(both("what the print shop asks for (印刷要求)", "印刷要求"), PRINT),
    "archive": key(both("what an archive file carries of the issue's sources (存档)", "存档件带哪些来源文件"), ARCHIVE),
    "language": key(
        both(
            "the language of the program's words (界面语言), not of the pages",
            "界面语言：程序用哪种语言说话，同版面无关",
        ),
        Choice(LANGUAGES),
        instead=both("the locale's, else zh", "随系统；系统没有说的，用 zh"),
    ),
    "findings": key(
        both(
            "how grave findings are, by code (findings.md lists them)",
            "各种问题的轻重，按代码写（见 findings.zh.md）",
        ),
        Named(Choice(CHOICES)),
    ),
})  # fmt: skip

_LICENCE: Final = shape(None, {
    "name": key(both("SPDX name of the licence", "许可的 SPDX 名"), Text(), required=True, examples=("OFL-1.1",)),
    "file": key(both("its text, beside the fonts", "许可全文，同字体放在一处"), _PATH),
})  # fmt: skip

FONT_FILE: Final = shape(FontFile, {
    "file": key(
        both(
            "font file (.ttf, .otf, .ttc), beside `fonts.yaml`", "字体文件（.ttf、.otf、.ttc），放在 `fonts.yaml` 旁边"
        ),
        _PATH,
        field=BY_HAND,
        required=True,
    ),
    "sha256": key(both("sha256 of the file", "文件的 sha256"), units.SHA256, usual=""),
    "index": key(both("face within a .ttc", ".ttc 里的第几款"), Whole(0, 255), usual=0),
    "subset": key(
        both("which characters a cut-down file has; for people", "裁剪过的字体收了哪些字；给人看的"),
        Text(),
        field=BY_HAND,
    ),
})  # fmt: skip

_FAMILY: Final = shape(None, {
    "name": key(
        both("the family's name for people", "字族名，给人看的"), Text(), instead=both("the family", "同字族的键")
    ),
    "licence": key(both("licence", "许可"), Either(scalar=Text(), mapping=_LICENCE)),
    "source": key(both("where the files come from", "字体从哪里来"), Text()),
    "latin": key(
        both(
            "family (西文配字) that sets the Western words and figures in this one", "西文配字：西文和数字用哪个字族排"
        ),
        Text(both("a family's name", "字族名")),
    ),
    "weights": key(
        both("file by weight: regular, bold, black …", "各种字重用哪个文件：regular、bold、black……"),
        Named(FONT_FILE, "weight"),
        required=True,
    ),
})  # fmt: skip

BUILTIN_FONTS: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/fonts@1",)), required=True),
    "families": key(
        both("families (字族): song, hei, kai …", "字族：song、hei、kai……"), Named(_FAMILY, "family"),
        instead=both("those of `extends`", "`extends` 里的"),
    ),
    "fallback": key(
        both("families to ask, in order, for what a family lacks", "缺字时依次到哪些字族里找"),
        ListOf(Text(both("a family's name", "字族的名字"))), instead=both("that of `extends`", "`extends` 里的"),
    ),
})  # fmt: skip

_EXTENDS: Final = shape(None, {
    "name": key(both("builtin: the fonts that come with the program", "builtin：程序自带的字体"),
                Choice((BUILTIN,)), required=True),
    "sha256": key(
        both("sha256 of their list, which has that of every file", "那份字体清单的 sha256；各字体文件的在清单里"),
        units.SHA256,
    ),
})  # fmt: skip

FONTS: Final = Shape({**BUILTIN_FONTS.keys, **shape(None, {
    "extends": key(
        both(
            "the fonts that come with the program, beside which own families stand: builtin",
            "用程序自带的字体（builtin），自己的字族写在旁边",
        ),
        Either(scalar=Choice((BUILTIN,)), mapping=_EXTENDS),
    ),
}).keys})  # fmt: skip

DATES: Final = shape(Issue, {
    "id": key(
        both("the issue's name; its products go to `out/ID/`", "这一期的名字；成品放在 `out/ID/`"),
        units.FOLDER_NAME,
        required=True,
        examples=("2026-10",),
    ),
    "date": key(both("date of issue", "出版日期"), units.DATE, required=True, examples=("2026-10-30",)),
    "series": key(
        both("which series of bulletin.yaml it belongs to (系列)", "属于 bulletin.yaml 里的哪个系列"),
        Text(both("a series' key", "系列的代号")),
        field=BY_HAND,
        instead=both("the paper itself", "报纸本身"),
    ),
    "number": key(both("number of the issue (期号)", "期号"), Whole(0, 99999)),
    "total": key(both("number since the first issue (总期号)", "总期号"), Whole(0, 999999)),
})  # fmt: skip

_CONTINUE: Final = shape(None, {
    "continue": key(both("the slot whose story goes on here", "接哪个版块的稿件"), _SLOT_NAME, required=True),
})  # fmt: skip

_PAGE: Final = shape(None, {
    "layout": key(both("layout of the page", "这一版用的版式"), _LAYOUT_NAME, required=True),
    "name": key(both("the page's name, instead of the layout's", "版名，不用版式里的"), Text()),
    "editor": key(both("editor of the page (本版责编)", "本版责编"), Words()),
    "put": key(
        both(
            "story by slot: `{lead: autumn-forum}` is `autumn-forum.md`; several in a list: 简讯",
            "哪个版块放哪篇：`{lead: autumn-forum}` 就是 `autumn-forum.md`；几篇简讯写成列表",
        ),
        Named(Either(scalar=_SLUG, mapping=_CONTINUE, sequence=ListOf(_SLUG))),
    ),
    "flow": key(
        both(
            "stories that run in order through a layout that repeats, in its slots that `put` leaves free (简报)",
            "简报：依次灌文的稿件，一版接一版，走 `put` 空着的版块",
        ),
        Either(scalar=_SLUG, sequence=ListOf(_SLUG)),
    ),
    "pages": key(
        both("how many pages `flow` is to take", "`flow` 排几版"),
        Whole(1, 200),
        instead=both("as many as its text needs", "文字要几版就几版"),
        examples=(2,),
    ),
    "give": key(
        both(
            "what may bend so that `flow` fits, in this order, and how far (可让)",
            "可让：`flow` 的长短不合时让什么、让多少，按先后",
        ),
        ListOf(GIVE),
    ),
    "set": key(
        both(
            "what differs from the layout here: `{lead.photos.p1.height: 14行}`",
            "这一版同版式不同的地方：`{lead.photos.p1.height: 14行}`",
        ),
        Named(Anything()),
    ),
})  # fmt: skip

ISSUE: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/issue@1",)), required=True),
    "issue": key(both("name, date and numbers", "名字、日期、期号"), DATES, required=True),
    "pages": key(both("the pages in order", "各版，按先后"), ListOf(_PAGE, "page"), required=True),
})  # fmt: skip

_LINES: Final = Either(scalar=Words(), sequence=ListOf(Words()))

#: The spots of a picture that have names, as parts of its width and height.
SPOTS: Final = {
    "top": (0.5, 0.0), "bottom": (0.5, 1.0), "left": (0.0, 0.5), "right": (1.0, 0.5), "center": (0.5, 0.5),
    "top-left": (0.0, 0.0), "top-right": (1.0, 0.0), "bottom-left": (0.0, 1.0), "bottom-right": (1.0, 1.0),
}  # fmt: skip
_SPOT_NAMES: Final = {
    "centre": "center", "上": "top", "下": "bottom", "左": "left", "右": "right", "中": "center",
    "左上": "top-left", "右上": "top-right", "左下": "bottom-left", "右下": "bottom-right",
}  # fmt: skip
_FOCUS: Final = Either(scalar=Choice(tuple(SPOTS), _SPOT_NAMES), sequence=ListOf(units.PART, length=2))
_FOCUS_DOC: Final = both(
    "what stays when it is cropped: `[50%, 20%]` from the left and from above, or `top`, `left` …",
    "裁图时要留的地方：`[50%, 20%]`（离左边、离上边多少），或 `top`、`left` 等",
)

PHOTO: Final = shape(Photo, {
    "file": key(
        both("picture, path from the issue's folder", "图片文件，从这一期的文件夹写起"),
        _PATH,
        field=BY_HAND,
        required=True,
        examples=("photos/a.jpg",),
    ),
    "caption": key(both("caption (图说)", "图说"), Words(), field=BY_HAND),
    "credit": key(both("who took it (摄影)", "摄影者"), Words(), field=BY_HAND),
    "focus": key(_FOCUS_DOC, _FOCUS, field=BY_HAND, examples=("top",)),
    "fit": key(
        both("`fill`: cropped to its room; `whole`: all of it is shown", "`fill`：裁到填满图位；`whole`：整张放进去"),
        instead=both("as the layout says", "按版式的设置"),
    ),
    "alt": key(
        both("what it shows, for those who cannot see it", "替代文本：图上是什么，念给看不见的人听"),
        Words(),
        field=BY_HAND,
        instead=both("the caption", "同图说"),
    ),
})  # fmt: skip

#: What stands between braces behind a picture in the text: ``![图说](photos/b.jpg){width=60%}``.
FIGURE: Final = shape(Figure, {
    "width": key(
        both("width, at most that of the column", "图宽，最多同栏宽"),
        units.length("字", "mm", "pt", "%"),
        instead=both("the column's", "同栏宽"),
        examples=("60%",),
    ),
    "height": key(
        both("greatest height; a higher picture is set narrower", "最多多高；更高的图整个缩小"),
        units.length("行", "mm", "pt"),
        instead=both("a part of the page", "版心的一部分"),
        examples=("12行",),
    ),
    "span": key(both("columns that it spans", "跨几栏"), Whole(1, 24)),
    "focus": key(_FOCUS_DOC, _FOCUS, field=BY_HAND, examples=("top",)),
})  # fmt: skip

STORY: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/story@1",))),
    "kicker": key(both("引题: text, or a list of printed lines", "引题；要自己断行，就一行一项写成列表"), _LINES),
    "headline": key(both("主题: text, or a list of printed lines", "主题；要自己断行，就一行一项写成列表"), _LINES),
    "deck": key(both("副题: text, or a list of printed lines", "副题；要自己断行，就一行一项写成列表"), _LINES),
    "byline": key(both("署名", "署名"), Words()),
    "keep": key(
        both("words that stay whole in its heads, captions and byline (不拆的词)", "标题、图说、署名里不拆的词"),
        KEEP,
    ),
    "findings": key(
        both(
            "how grave the manuscript checks' findings are in this story, by code",
            "这篇稿件里，稿件检查各项的轻重，按代码写",
        ),
        Named(Choice(CHOICES)),
    ),
    "lines": key(
        both(
            "what a line of the text is: joined to the next one (joined), or a paragraph (paragraphs)",
            "一行文字算什么：同下一行连成一段（joined），还是自成一段（paragraphs）",
        ),
        Choice(get_args(Lines)), instead=both("the publication's", "按刊物的设置"),
    ),
    "photos": key(
        both("photos by the names that the layout gives them room for", "图片，名字同版式里的图位对上"),
        Named(PHOTO, "photo"),
    ),
})  # fmt: skip
