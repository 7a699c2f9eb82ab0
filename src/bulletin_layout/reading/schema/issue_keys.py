"""Every key of the other files, as tables: publication, fonts, issue, and a story's front matter."""

from typing import Final

from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.kinds import Anything, Choice, Either, Key, ListOf, Named, Shape, Text, Whole
from bulletin_layout.reading.schema.press_keys import PRINT

_TEXTS: Final = Either(scalar=Text(), mapping=Named(Text()))

_WAY: Final = Choice(("attach", "hash"))
_ARCHIVE: Final = Shape({
    "photos": Key(_WAY, "photos whole, or by their sha256 only (default `attach`)"),
    "fonts": Key(_WAY, "font files whole, or by their sha256 only (default `hash`)"),
})  # fmt: skip

PUBLICATION: Final = Shape({
    "schema": Key(Choice(("bulletin/publication@1",)), "kind of file", required=True),
    "name": Key(Text(), "the paper's name (报名)", required=True),
    "english": Key(Text(), "its English name"),
    "publisher": Key(Text(), "who publishes it (主办)"),
    "permit": Key(Text(), "permit line (准印证号)"),
    "masthead": Key(_TEXTS, "words of the nameplate; a map gives `{publication.masthead.KEY}`"),
    "texts": Key(Named(_TEXTS), "any other words: `{publication.KEY}`"),
    "fonts": Key(Text("a path"), "the fonts' file (default `fonts/fonts.yaml`)"),
    "layouts": Key(Text("a path"), "the folder of layouts (default `layouts`)"),
    "print": Key(PRINT, "what the print shop asks for (印刷要求)"),
    "archive": Key(_ARCHIVE, "what an archive file carries of the issue's sources (存档)"),
})  # fmt: skip

_LICENCE: Final = Shape({
    "name": Key(Text(), "SPDX name of the licence", required=True),
    "file": Key(Text("a path"), "its text, beside the fonts"),
})  # fmt: skip

_FONT_FILE: Final = Shape({
    "file": Key(Text("a path"), "font file (.ttf, .otf, .ttc), beside `fonts.yaml`", required=True),
    "sha256": Key(units.SHA256, "sha256 of the file"),
    "index": Key(Whole(0, 255), "face within a .ttc"),
    "subset": Key(Text(), "which characters a cut-down file has; for people"),
})  # fmt: skip

_FAMILY: Final = Shape({
    "name": Key(Text(), "the family's name for people"),
    "licence": Key(Either(scalar=Text(), mapping=_LICENCE), "licence"),
    "source": Key(Text(), "where the files come from"),
    "latin": Key(Text("a family's name"), "family (西文配字) that sets the Western words and figures in this one"),
    "weights": Key(Named(_FONT_FILE, "weight"), "file by weight: regular, bold, black …", required=True),
})  # fmt: skip

FONTS: Final = Shape({
    "schema": Key(Choice(("bulletin/fonts@1",)), "kind of file", required=True),
    "families": Key(Named(_FAMILY, "family"), "families (字族): song, hei, kai …", required=True),
    "fallback": Key(ListOf(Text("a family's name")), "families to ask, in order, for what a family lacks"),
})  # fmt: skip

_DATES: Final = Shape({
    "id": Key(units.FOLDER_NAME, "the issue's name; its products go to `out/ID/`", required=True),
    "date": Key(units.DATE, "date of issue", required=True),
    "number": Key(Whole(0, 99999), "number of the issue (期号)"),
    "total": Key(Whole(0, 999999), "number since the first issue (总期号)"),
})  # fmt: skip

_SLUG: Final = Text("a story's name")
_PUT: Final = Either(
    scalar=_SLUG,
    mapping=Shape({"continue": Key(Text("a slot's name"), "the slot whose story goes on here", required=True)}),
    sequence=ListOf(_SLUG),
)

_PAGE: Final = Shape({
    "layout": Key(Text("a layout's name"), "layout of the page", required=True),
    "name": Key(Text(), "the page's name, instead of the layout's"),
    "editor": Key(Text(), "editor of the page (本版责编)"),
    "put": Key(Named(_PUT), "story by slot: `{lead: autumn-forum}` is `autumn-forum.md`; several in a list: 简讯"),
    "flow": Key(
        Either(scalar=_SLUG, sequence=ListOf(_SLUG)),
        "stories that run in order through a layout that repeats, in its slots that `put` leaves free (简报)",
    ),
    "set": Key(Named(Anything()), "what differs from the layout here: `{lead.photos.p1.height: 14行}`"),
})  # fmt: skip

ISSUE: Final = Shape({
    "schema": Key(Choice(("bulletin/issue@1",)), "kind of file", required=True),
    "issue": Key(_DATES, "name, date and numbers", required=True),
    "pages": Key(ListOf(_PAGE, "page"), "the pages in order", required=True),
})  # fmt: skip

_LINES: Final = Either(scalar=Text(), sequence=ListOf(Text()))

_PHOTO: Final = Shape({
    "file": Key(Text("a path"), "picture, path from the issue's folder", required=True),
    "caption": Key(Text(), "caption (图说)"),
    "credit": Key(Text(), "who took it (摄影)"),
    "alt": Key(Text(), "what it shows, for those who cannot see it"),
})  # fmt: skip

STORY: Final = Shape({
    "schema": Key(Choice(("bulletin/story@1",)), "kind of file"),
    "kicker": Key(_LINES, "引题: text, or a list of printed lines"),
    "headline": Key(_LINES, "主题: text, or a list of printed lines"),
    "deck": Key(_LINES, "副题: text, or a list of printed lines"),
    "byline": Key(Text(), "署名"),
    "photos": Key(Named(_PHOTO, "photo"), "photos by the names that the layout gives them room for"),
})  # fmt: skip
