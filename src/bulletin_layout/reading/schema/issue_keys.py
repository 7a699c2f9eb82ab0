"""Every key of the other files, as tables: publication, fonts, issue, and a story's front matter."""

from typing import Final, get_args

from bulletin_layout.findings.settled import CHOICES
from bulletin_layout.fonts import FontFile
from bulletin_layout.issue import ArchivePolicy, Issue
from bulletin_layout.issue.publication import Lines
from bulletin_layout.languages import LANGUAGES
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.binding import BY_HAND, key, shape
from bulletin_layout.reading.schema.kinds import Anything, Choice, Doc, Either, ListOf, Named, Text, Whole, Words
from bulletin_layout.reading.schema.press_keys import PRINT
from bulletin_layout.reading.sources.files import PATH_PATTERN

#: Where a publication keeps them, unless it says so, from its folder.
USUAL_FONTS: Final = "fonts/fonts.yaml"
USUAL_LAYOUTS: Final = "layouts"

_KIND: Final = Doc("kind of file")
_PATH: Final = Text(Doc("a path", "路径"), PATH_PATTERN)
_LAYOUT_NAME: Final = Text(Doc("a layout's name", "版式的名字"), PATH_PATTERN)
_SLUG: Final = Text(Doc("a story's name", "稿件的名字"), units.SLUG_PATTERN)
_SLOT_NAME: Final = Text(Doc("a slot's name", "版块的名字"))
_TEXTS: Final = Either(scalar=Words(), mapping=Named(Words()))

ARCHIVE: Final = shape(ArchivePolicy, {
    "photos": key(Doc("photos whole, or by their sha256 only")),
    "fonts": key(Doc("font files whole, or by their sha256 only")),
})  # fmt: skip

PUBLICATION: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/publication@1",)), required=True),
    "name": key(Doc("the paper's name (报名)"), Words(), required=True),
    "english": key(Doc("its English name"), Words()),
    "publisher": key(Doc("who publishes it (主办)"), Words()),
    "permit": key(Doc("permit line (准印证号)"), Words(), examples=("内部资料　免费交流",)),
    "masthead": key(Doc("words of the nameplate; a map gives `{publication.masthead.KEY}`"), _TEXTS),
    "texts": key(Doc("any other words: `{publication.KEY}`"), Named(_TEXTS)),
    "fonts": key(Doc("the fonts' file"), _PATH, usual=USUAL_FONTS),
    "layouts": key(Doc("the folder of layouts"), _PATH, usual=USUAL_LAYOUTS),
    "lines": key(
        Doc("what a line of text is, in stories that do not say: joined to the next one, or a paragraph"),
        Choice(get_args(Lines)), usual="joined",
    ),
    "print": key(Doc("what the print shop asks for (印刷要求)"), PRINT),
    "archive": key(Doc("what an archive file carries of the issue's sources (存档)"), ARCHIVE),
    "language": key(
        Doc("the language of the program's words (界面语言), not of the pages", "程序用哪种语言说话，不管版面"),
        Choice(LANGUAGES),
        instead=Doc("the locale's, else zh", "跟系统，系统也没说就是 zh"),
    ),
    "findings": key(
        Doc("how grave findings are, by code (findings.md lists them)", "各种问题的轻重，按代码（见 findings.zh.md）"),
        Named(Choice(CHOICES)),
    ),
})  # fmt: skip

_LICENCE: Final = shape(None, {
    "name": key(Doc("SPDX name of the licence"), Text(), required=True, examples=("OFL-1.1",)),
    "file": key(Doc("its text, beside the fonts"), _PATH),
})  # fmt: skip

FONT_FILE: Final = shape(FontFile, {
    "file": key(Doc("font file (.ttf, .otf, .ttc), beside `fonts.yaml`"), _PATH, field=BY_HAND, required=True),
    "sha256": key(Doc("sha256 of the file"), units.SHA256, usual=""),
    "index": key(Doc("face within a .ttc"), Whole(0, 255), usual=0),
    "subset": key(Doc("which characters a cut-down file has; for people"), Text(), field=BY_HAND),
})  # fmt: skip

_FAMILY: Final = shape(None, {
    "name": key(Doc("the family's name for people"), Text(), instead=Doc("the family")),
    "licence": key(Doc("licence"), Either(scalar=Text(), mapping=_LICENCE)),
    "source": key(Doc("where the files come from"), Text()),
    "latin": key(
        Doc("family (西文配字) that sets the Western words and figures in this one"), Text(Doc("a family's name"))
    ),
    "weights": key(Doc("file by weight: regular, bold, black …"), Named(FONT_FILE, "weight"), required=True),
})  # fmt: skip

FONTS: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/fonts@1",)), required=True),
    "families": key(Doc("families (字族): song, hei, kai …"), Named(_FAMILY, "family"), required=True),
    "fallback": key(
        Doc("families to ask, in order, for what a family lacks"), ListOf(Text(Doc("a family's name", "字族的名字")))
    ),
})  # fmt: skip

DATES: Final = shape(Issue, {
    "id": key(
        Doc("the issue's name; its products go to `out/ID/`"), units.FOLDER_NAME, required=True, examples=("2026-10",)
    ),
    "date": key(Doc("date of issue"), units.DATE, required=True, examples=("2026-10-30",)),
    "number": key(Doc("number of the issue (期号)"), Whole(0, 99999)),
    "total": key(Doc("number since the first issue (总期号)"), Whole(0, 999999)),
})  # fmt: skip

_CONTINUE: Final = shape(None, {
    "continue": key(Doc("the slot whose story goes on here"), _SLOT_NAME, required=True),
})  # fmt: skip

_PAGE: Final = shape(None, {
    "layout": key(Doc("layout of the page"), _LAYOUT_NAME, required=True),
    "name": key(Doc("the page's name, instead of the layout's"), Text()),
    "editor": key(Doc("editor of the page (本版责编)"), Words()),
    "put": key(
        Doc("story by slot: `{lead: autumn-forum}` is `autumn-forum.md`; several in a list: 简讯"),
        Named(Either(scalar=_SLUG, mapping=_CONTINUE, sequence=ListOf(_SLUG))),
    ),
    "flow": key(
        Doc("stories that run in order through a layout that repeats, in its slots that `put` leaves free (简报)"),
        Either(scalar=_SLUG, sequence=ListOf(_SLUG)),
    ),
    "set": key(Doc("what differs from the layout here: `{lead.photos.p1.height: 14行}`"), Named(Anything())),
})  # fmt: skip

ISSUE: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/issue@1",)), required=True),
    "issue": key(Doc("name, date and numbers"), DATES, required=True),
    "pages": key(Doc("the pages in order"), ListOf(_PAGE, "page"), required=True),
})  # fmt: skip

_LINES: Final = Either(scalar=Words(), sequence=ListOf(Words()))

_PHOTO: Final = shape(None, {
    "file": key(Doc("picture, path from the issue's folder"), _PATH, required=True, examples=("photos/a.jpg",)),
    "caption": key(Doc("caption (图说)"), Words()),
    "credit": key(Doc("who took it (摄影)"), Words()),
    "alt": key(Doc("what it shows, for those who cannot see it"), Words(), instead=Doc("the caption")),
})  # fmt: skip

STORY: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/story@1",))),
    "kicker": key(Doc("引题: text, or a list of printed lines"), _LINES),
    "headline": key(Doc("主题: text, or a list of printed lines"), _LINES),
    "deck": key(Doc("副题: text, or a list of printed lines"), _LINES),
    "byline": key(Doc("署名"), Words()),
    "lines": key(
        Doc("what a line of the text is: joined to the next one (joined), or a paragraph (paragraphs)"),
        Choice(get_args(Lines)), instead=Doc("the publication's"),
    ),
    "photos": key(Doc("photos by the names that the layout gives them room for"), Named(_PHOTO, "photo")),
})  # fmt: skip
