"""Writes pages as text, a mark on each line, so that two compositions can be compared with ``diff``.

Positions and lengths are points, rounded to a hundredth. A run of glyphs takes two lines: its place and its text, then
the place of each glyph.
"""

from pathlib import Path
from typing import assert_never

from bulletin_layout.inks import Ink
from bulletin_layout.page import Edition, GlyphRun, Mark, Page, PanelMark, PictureMark, RuleMark, Tag, TextMark


def dump_edition(edition: Edition, root: Path) -> str:
    """The dump of an edition; it ends with a line feed. ``root``: the publication's folder, from which pictures are
    named, so that the dump is the same in whatever folder the program runs."""
    head = f"edition {edition.date.isoformat()} {edition.title!r}\n"
    return head + "".join(_page(page, root) for page in edition.pages)


def _page(page: Page, root: Path) -> str:
    """A page's bookmarks, then its marks in painting order."""
    lines = [f"page {page.number} {page.name} {_at(page.width, page.height)} bleed {_at(page.bleed)}"]
    lines += [f"outline {_at(entry.y)} {'  ' * (entry.level - 1)}{entry.title!r}" for entry in page.outline]
    for mark in page.marks:
        lines += _mark(mark, root)
    return "\n".join(lines) + "\n"


def _mark(mark: Mark, root: Path) -> tuple[str, ...]:
    match mark:
        case TextMark():
            run, tag = mark.run, mark.tag
            return (
                f"text {_at(mark.x, mark.y)} {tag.role} {_place(tag)} {_type(run)} {''.join(run.texts)}",
                f"  x {_at(*run.xs)}{f'  y {_at(*run.ys)}' if run.ys else ''}",
            )
        case RuleMark():
            ends = _at(mark.x1, mark.y1, mark.x2, mark.y2)
            return (f"rule {ends} width {_at(mark.width)} {_ink(mark.ink)}{' round' if mark.round else ''}",)
        case PanelMark():
            fill = f" fill {_ink(mark.fill)}" if mark.fill else ""
            border = f" border {_at(mark.border_width)} {_ink(mark.border)}" if mark.border else ""
            return (f"panel {_at(mark.x, mark.y, mark.width, mark.height)}{fill}{border}",)
        case PictureMark():
            box = _at(mark.x, mark.y, mark.width, mark.height)
            crop = " ".join(f"{part:.4f}" for part in mark.crop)
            called = mark.tag.furniture or mark.tag.alt
            return (f"picture {box} {_file(mark.picture.path, root)} crop {crop} {called}".rstrip(),)
        case _:
            assert_never(mark)


def _file(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _place(tag: Tag) -> str:
    return f"{tag.story}:{tag.block}:{tag.line}" if tag.story else "-"


def _type(run: GlyphRun) -> str:
    bent = f" stretch {run.stretch:.3f}" if run.stretch != 1 else ""
    turned = f" turn {run.turn}" if run.turn else ""
    return f"{run.face.name} {_at(run.size)} {_ink(run.ink)}{bent}{turned}"


def _ink(ink: Ink) -> str:
    name = f" {ink.name}" if ink.name else ""
    return f"{ink.space}({_at(*ink.components)}{name})"


def _at(*values: float) -> str:
    return " ".join("0" if text == "-0" else text for text in map(_short, values))


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
