"""Tables for a terminal, where a Chinese character is two cells wide."""

from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

from bulletin_layout.compose import SlotReport


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool]) -> str:
    """Columns two spaces apart; ``right`` says which are flush right (numbers)."""
    lines = [heads, *rows]
    widths = [max(cells(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join(
        "  ".join(
            " " * (width - cells(cell)) + cell if flush_right else cell + " " * (width - cells(cell))
            for cell, width, flush_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )


def slot_table(slots: Sequence[SlotReport]) -> str:
    """The copyfitting table (凑版表): room, set, over or short of every slot in 字 and 行, and what gave."""
    heads = ("page", "slot", "story", "room 字", "行", "set 字", "行", "over/short", "gave")
    right = (True, False, False, True, True, True, True, False, False)
    return table(heads, (_row(slot) for slot in slots), right)


def _row(slot: SlotReport) -> tuple[str, ...]:
    return (
        str(slot.page) if slot.pages == 1 else f"{slot.page}–{slot.page + slot.pages - 1}",
        slot.slot,
        slot.story,
        str(slot.room_chars),
        str(slot.room_lines),
        str(slot.set_chars),
        str(slot.set_lines),
        fit_words(slot),
        gave_words(slot),
    )


def fit_words(slot: SlotReport) -> str:
    """Over, short or neither, as the table says it."""
    if slot.pages > 1:
        return f"{slot.pages} pages" + (
            f", {slot.short_chars}字 ({slot.short_lines}行) free" if slot.short_lines else ""
        )
    if slot.over_lines or slot.over_chars:
        return f"over {slot.over_chars}字 ({slot.over_lines}行)"
    if slot.short_lines:
        return f"short {slot.short_chars}字 ({slot.short_lines}行)"
    return "fits"


def gave_words(slot: SlotReport) -> str:
    """What bent, and which rules of a good page gave way all the same."""
    return "; ".join(filter(None, [slot.gave, slot.left and f"left: {slot.left}"]))
