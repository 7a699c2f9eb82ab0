"""Chinese paragraphs in a ReportLab document of your own: ``python examples/flowables.py [out.pdf]``.

Two columns, ReportLab's own Paragraph for the English note above them, ours for the Chinese story below.
"""

import sys
from dataclasses import replace
from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile
from bulletin_layout.inks import Ink
from bulletin_layout.issue import Style
from bulletin_layout.render.flowables import BulletinParagraph, BulletinStory
from bulletin_layout.typeset import TextRun

FONTS = Path(__file__).resolve().parents[1] / "fonts"
FILES = {
    ("song", "regular"): "NotoSerifSC-Regular.ttf",
    ("hei", "bold"): "NotoSansSC-Bold.ttf",
    ("kai", "regular"): "LXGWWenKai-Regular.ttf",
}
BODY = Style("body", size=10.5, leading=16, indent=2)
HEADLINE = Style("headline", font="hei", weight="bold", size=18, leading=26, align="center", space_after=1)
STRONG = replace(BODY, name="strong", font="hei", weight="bold", ink=Ink("cmyk", (0, 0.9, 0.8, 0.2)))
BYLINE = replace(BODY, name="byline", font="kai", indent=0)


def font_book() -> FontBook:
    """The publication's fonts, without its fonts.yaml."""
    here = Location(__file__)
    files = {
        (family, weight): FontFile(FONTS / name, 0, "", family, weight, here)
        for (family, weight), name in FILES.items()
    }
    return FontBook(files, ("song", "kai"))


def story(book: FontBook) -> BulletinStory:
    """A headline, plain paragraphs, one with a stressed phrase, and a byline on the last line."""
    texts = [
        "天还没有亮透，果树所的老周已经把梯子靠在了最老的那棵柿子树上。“今年雨水匀，果子挂得住。”他一边说，"
        "一边把剪下来的枝条递给树下的学生——他们来自三个年级，最小的刚满18岁。",
        "这棵树编号 SZ-0017，1963年由《华北果树资源调查》记录在册。六十多年里，它遭过两次雹灾、一次火，"
        "仍然年年结果……实验室的DNA图谱显示，它与邻县的古柿树同出一支。",
    ]
    return BulletinStory(
        BulletinParagraph("老柿树又红了", HEADLINE, book),
        *(BulletinParagraph(text, BODY, book) for text in texts * 3),
        BulletinParagraph(
            [
                TextRun("学生们给每根枝条挂上标签。老周说，", BODY),
                TextRun("留住一棵树，就是留住一本书", STRONG),
                TextRun("；书读完了，还可以再读。", BODY),
            ],
            BODY,
            book,
            byline=TextRun("（果树所）■", BYLINE),
        ),
    )


def main(target: str = "flowables.pdf") -> None:
    """Write the document."""
    width, height = A5
    gap, edge = 20, 40
    column = (width - 2 * edge - gap) / 2
    frames = [
        Frame(x, edge, column, height - 2 * edge, leftPadding=0, rightPadding=0) for x in (edge, edge + column + gap)
    ]
    document = BaseDocTemplate(target, pagesize=A5, title="老柿树又红了")
    document.addPageTemplates([PageTemplate(frames=frames)])
    note = Paragraph("ReportLab sets this note; the story below is ours.", getSampleStyleSheet()["Italic"])
    document.build([note, story(font_book())])


if __name__ == "__main__":
    main(*sys.argv[1:])
