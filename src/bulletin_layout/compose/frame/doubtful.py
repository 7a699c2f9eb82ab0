"""Doubts of a text as findings (存疑的字): what no font has, what is not set as it was meant."""

from collections.abc import Callable, Iterable, Iterator

from bulletin_layout.findings import Finding, Location, error, warning
from bulletin_layout.fonts import no_font_has
from bulletin_layout.typeset import Doubt

#: Of a long text so many characters are said.
_MOST_SAID = 20


def doubtful(
    doubts: Iterable[Doubt], place: Callable[[int], Location], is_head: Callable[[int], bool], where: str = ""
) -> Iterator[Finding]:
    """The findings of one text. ``place``, ``is_head``: where an offset of it is, and whether that is of a head or
    strong text, in which type of another face shows; ``where`` leads each message."""
    together: dict[tuple[str, str], list[Doubt]] = {}
    for doubt in doubts:
        if doubt.kind in ("script", "mixed"):
            if doubt.kind == "script" or is_head(doubt.offset):
                together.setdefault((doubt.kind, doubt.name), []).append(doubt)
        elif doubt.kind == "variant":
            codes = " ".join(f"U+{ord(char):04X}" for char in doubt.text)
            message = f"{where}no font shows this form of {doubt.text[0]} ({codes}): another form of it is printed"
            yield warning("variant-not-shown", message, place(doubt.offset))
        else:
            yield no_font_has(doubt.text, place(doubt.offset), where)
    for (kind, name), found in together.items():
        parts = dict.fromkeys(doubt.text for doubt in found)
        text = ("" if all(len(part) == 1 for part in parts) else " ").join(parts)[:_MOST_SAID]
        at = place(found[0].offset)
        if kind == "script":
            message = f"{where}no font of fonts.yaml can set {text} (script {name}): add a family that has this script"
            yield error("script-not-set", message, at)
        else:
            message = f"{where}{text} stands in {name}: the text's own face has not got it"
            yield warning("mixed-face", message, at)
