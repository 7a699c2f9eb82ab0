"""Takes a round of an issue (取校次): its texts as the stories have them, each with its lines on the composed pages.

The text is that of the story, not of the page, so that what does not fit is not lost and a line's end is no change. Its
places come from the marks: they are matched character by character, without spaces, which a line may have swallowed.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import assert_never

from bulletin_layout.issue import (
    Issue,
    PagePlan,
    Story,
    plain,
)
from bulletin_layout.page import Edition, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.proofing.matching import Stream, cells, set_lines
from bulletin_layout.proofing.parts import named_photos, parts_of, styled
from bulletin_layout.proofing.printed import Glyph, Printed, glyphs_of, printed_stories
from bulletin_layout.proofing.rounds import (
    LONGEST_NAME,
    Asked,
    Round,
    RoundPage,
    RoundPhoto,
    RoundStory,
    RoundText,
    Stage,
)


def taken(
    issue: Issue, edition: Edition, number: int, stage: Stage = "proof", date: str = "", asked: tuple[Asked, ...] = ()
) -> Round:
    """The round of a composed issue; ``issue`` as printed, with a plan for every page of the edition."""
    printed = printed_stories(issue, edition)
    stories = {story.slug: story for plan in issue.pages for story in plan.stories}
    names = dict.fromkeys(word for story in stories.values() for word in story.keep if len(word) <= LONGEST_NAME)
    return Round(
        number=number,
        stage=stage,
        date=date,
        issue=issue.id,
        pages=tuple(_page(plan, page) for plan, page in zip(issue.pages, edition.pages, strict=True)),
        stories={slug: _story(story, printed.get(slug)) for slug, story in stories.items()},
        asked=asked,
        names=tuple(names),
    )


def _page(plan: PagePlan, page: Page) -> RoundPage:
    texts: dict[tuple[str, str, int], list[Glyph]] = {}
    for mark in page.texts():
        tag = mark.tag
        if tag.furniture and tag.role != "ruby":
            texts.setdefault((tag.role, tag.furniture, tag.block), []).extend(
                glyphs_of(mark, page.number, tag.line, "", 0)
            )
    found = [_furniture(role, f"{name}/{block}" if block else name, own) for (role, name, block), own in texts.items()]
    return RoundPage(page.number, page.name, plain(plan.editor), page_digest(page), tuple(found))


def _furniture(role: str, name: str, glyphs: Sequence[Glyph]) -> RoundText:
    text = "".join(glyph.text for glyph in glyphs)
    return RoundText(role, text, name, tuple(set_lines(text, [(text, 0)], Stream(glyphs))))


def page_digest(page: Page) -> str:
    """A digest of what is printed on a page: every mark, its place to a tenth of a point. It is the same whatever
    program drew the page."""
    made = sha256(f"{page.width:.1f} {page.height:.1f}".encode())
    for mark in page.marks:
        match mark:
            case TextMark(x=x, y=y, run=run):
                said = f"T{x:.1f},{y:.1f},{run.size:.1f},{run.face.name},{run.ink},{''.join(run.texts)}"
            case PictureMark(x=x, y=y, width=width, height=height, picture=picture, crop=crop):
                cut = ",".join(f"{side:.3f}" for side in crop)
                said = f"P{x:.1f},{y:.1f},{width:.1f},{height:.1f},{picture.sha256},{cut}"
            case RuleMark():
                said = f"R{mark.x1:.1f},{mark.y1:.1f},{mark.x2:.1f},{mark.y2:.1f},{mark.width:.1f},{mark.ink}"
            case PanelMark():
                said = f"B{mark.x:.1f},{mark.y:.1f},{mark.width:.1f},{mark.height:.1f},{mark.fill},{mark.border}"
            case _:
                assert_never(mark)
        made.update(said.encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _story(story: Story, printed: Printed | None) -> RoundStory:
    printed = printed or Printed()
    streams = {name: Stream(glyphs) for name, glyphs in printed.glyphs.items()}
    texts = []
    for part in parts_of(story):
        text = "".join(piece.text for piece in part.pieces).strip("\n")
        stream = streams.setdefault(part.where, Stream(()))
        texts.append(
            RoundText(part.kind, text, part.name, tuple(set_lines(text, cells(text), stream)), styled(part.pieces))
        )
    names = {photo.picture.sha256: name for name, photo in reversed([*named_photos(story)])}
    photos = tuple(
        RoundPhoto(names.get(mark.picture.sha256, ""), mark.picture.sha256, box, mark.crop)
        for box, mark in printed.photos
    )
    return RoundStory(story.slug, story.headline.text if story.headline else "", tuple(texts), photos, printed.slots)
