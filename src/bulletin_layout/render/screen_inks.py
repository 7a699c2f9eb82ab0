"""Inks of the pages as a screen shows them (屏幕色)."""

from collections.abc import Iterable, Mapping

from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.pictures import Profile, Transforms, converted_colours


def on_screen(inks: Iterable[Ink], paper: Profile, screen: Profile, transforms: Transforms) -> Mapping[Ink, Ink]:
    """Ink of the pages → the same in sRGB. Solid black becomes the black of the screen: converted by the profile, text
    would be dark grey."""
    inks = dict.fromkeys(inks)
    printed = [ink for ink in inks if ink.space in ("cmyk", "spot") and ink.components != BLACK.components]
    shown = converted_colours([ink.components for ink in printed], paper, screen, transforms) if printed else ()
    known = {ink: ink if ink.space in ("rgb", "grey") else Ink("rgb", (0.0, 0.0, 0.0)) for ink in inks}
    return known | {
        ink: Ink("rgb", tuple(round(part, 3) for part in parts)) for ink, parts in zip(printed, shown, strict=True)
    }
