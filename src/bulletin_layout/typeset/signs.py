"""Sets signs one by one: ！？ in a row, dashes, ellipses, ·, symbols of 1 em, typed line breaks (排符号)."""

from bulletin_layout.typeset.classes import DASH, IDEOGRAPHIC_SPACE, MULTI, NEWLINE, WIDE
from bulletin_layout.typeset.marks import multi_steps
from bulletin_layout.typeset.stick import Stick


def set_sign(stick: Stick, kind: int, offset: int) -> None:
    """Set one sign, U+3000, or a typed line break."""
    fount = stick.fount_at(offset)
    if kind == NEWLINE:
        stick.add(offset, fount.newline())
        stick.forced.append(stick.last)
        return
    box = fount.sign(kind, stick.text[offset], turned=stick.turned(offset))
    stick.add(offset, box)
    if kind == IDEOGRAPHIC_SPACE:
        stick.trails[stick.last] = -box.width


def set_row(stick: Stick, kind: int, start: int, end: int) -> None:
    """Set ！？ in a row, dashes, ellipses or wide symbols: a box for each character, or for each —— , with no break
    inside pairs (GB/T 15834—2011 5.1.2, 5.1.4, 5.1.5)."""
    if kind == DASH and stick.text[start] == "—" and _set_dashes(stick, start, end):
        return
    steps = multi_steps(end - start)
    for k, offset in enumerate(range(start, end)):
        rigid = k > 0 and (kind in (MULTI, WIDE) or k % 2 == 1 or end - start == 3)
        width = steps[k] if kind == MULTI else None
        stick.add(offset, stick.fount_at(offset).sign(kind, stick.text[offset], rigid=rigid, width=width))


def _set_dashes(stick: Stick, start: int, end: int) -> bool:
    """Set dashes in pairs, each one bar of 2 em; False (and nothing set) if a pair is in two styles or has no glyph."""
    for k in range(start, end - 1, 2):
        style = stick.style_at(k)
        if style is not stick.style_at(k + 1) or stick.case.face(style.font, style.weight, "—") is None:
            return False
    for k in range(start, end, 2):
        fount, pair = stick.fount_at(k), stick.text[k : min(k + 2, end)]
        # The odd one of three stays with the pair before it.
        stick.add(k, fount.dash(pair) if len(pair) == 2 else fount.sign(DASH, pair, rigid=True))
    return True
