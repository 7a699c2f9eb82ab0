"""Characters that no font has (缺字), in texts that are set outside the pour: heads, captions, furniture."""

from bulletin_layout.diagnostics import Diagnostic, Location, error
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import PagePlan, Style


def missing_in_heads(plan: PagePlan, book: FontBook) -> list[Diagnostic]:
    """Faults of every head, byline, caption, banner and editor's name on a page; the body finds its own."""
    faults: list[Diagnostic] = []

    def look(text: str, style: Style, place: Location, what: str) -> None:
        for char in dict.fromkeys(text):
            if not char.isspace() and book.face_for(style.font, style.weight, char) is None:
                message = f"{what}: no font has {char!r} (U+{ord(char):04X}): add a family that has it to fonts.yaml"
                faults.append(error("missing-glyph", message, place))

    for name, story in plan.put.items():
        styles = plan.layout.slots[name].styles
        for role, head in (("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck)):
            if head is not None:
                look("".join(head.lines), styles[role], head.location, role)
        look(story.byline, styles["byline"], story.location, "byline")
        for photo in story.photos.values():
            look(photo.caption + photo.credit, styles["caption"], photo.location, "caption")
    for banner in plan.layout.banners.values():
        look(banner.text, banner.style, banner.location, "banner")
    if plan.layout.editor is not None:
        look(plan.editor, plan.layout.editor.style, plan.location, "editor")
    return faults
