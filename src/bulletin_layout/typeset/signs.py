"""Sets signs one by one: ！？ in a row, dashes, ellipses, ·, symbols of 1 em, typed line breaks (排符号)."""

from bulletin_layout.typeset.classes import DASH, IDEOGRAPHIC_SPACE, MULTI, NEWLINE, WIDE
from bulletin_layout.typeset.marks import multi_steps
from bulletin_layout.typeset.stick import Stick


def set_sign(stick: Stick, kind: int, offset: int) -> None:
    """Set one sign, U+3000, or a typed line break."""
    char, style, row = stick.text[offset], stick.style_at(offset), stick.row
    if kind == NEWLINE:
        row.join(NEWLINE, char, style.size, False)
        row.box(NEWLINE, offset, 0.0, 0)
        stick.forced.append(stick.last)
        row.ended(NEWLINE, char, style.size, 0.0)
        return
    stick.single(kind, offset, char, style)
    if kind == IDEOGRAPHIC_SPACE:
        stick.trails[stick.last] = -row.boxes.widths[-1]


def set_row(stick: Stick, kind: int, start: int, end: int) -> None:
    """Set ！？ in a row, dashes, ellipses or wide symbols: a box for each character, or for each —— , with no break
    inside pairs (GB/T 15834—2011 5.1.2, 5.1.4, 5.1.5)."""
    if kind == DASH and stick.text[start] == "—" and _set_dashes(stick, start, end):
        return
    steps = multi_steps(end - start)
    for k, offset in enumerate(range(start, end)):
        rigid = k > 0 and (kind in (MULTI, WIDE) or k % 2 == 1 or end - start == 3)
        box = steps[k] if kind == MULTI else None
        stick.single(kind, offset, stick.text[offset], stick.style_at(offset), rigid, box)


def _set_dashes(stick: Stick, start: int, end: int) -> bool:
    """Set dashes in pairs, each one bar of 2 em; False (and nothing set) if a pair is in two styles or has no glyph."""
    case = stick.case
    for k in range(start, end - 1, 2):
        style = stick.style_at(k)
        if style is not stick.style_at(k + 1) or case.face(style.font, style.weight, "—") is None:
            return False
    for k in range(start, end, 2):
        style = stick.style_at(k)
        pair = stick.text[k : min(k + 2, end)]
        face = case.face(style.font, style.weight, "—")
        if len(pair) == 1 or face is None:  # the odd one of three stays with the pair before it
            stick.single(DASH, k, pair, style, True)
        else:
            stick.put(DASH, k, pair, style, face, case.dash(face), 2.0, False)
    return True
