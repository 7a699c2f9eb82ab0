"""Tables for a terminal, where a Chinese character takes two cells."""

from collections.abc import Iterable, Sequence

from bulletin_layout.cli import words
from bulletin_layout.cli.cells import cells
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.findings.visible import visible
from bulletin_layout.languages import Language


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool]) -> str:
    """Columns two spaces apart; ``right`` says which are flush right (numbers)."""
    lines = [[visible(cell) for cell in line] for line in (heads, *rows)]
    widths = [max(cells(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join(
        "  ".join(
            " " * (width - cells(cell)) + cell if flush_right else cell + " " * (width - cells(cell))
            for cell, width, flush_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )


def slot_table(slots: Sequence[SlotReport], language: Language) -> str:
    """The slot table (凑版表): room and text of each slot in 字 and 行, what is over or short, and what was changed to
    fit."""
    right = (True, False, False, True, True, True, True, False, False)
    return table([text(head, language) for head in words.SLOT_HEADS], (_row(slot, language) for slot in slots), right)


def _row(slot: SlotReport, language: Language) -> tuple[str, ...]:
    return (
        str(slot.page) if slot.pages == 1 else f"{slot.page}–{slot.page + slot.pages - 1}",
        slot.slot,
        slot.story,
        str(slot.room_chars),
        str(slot.room_lines),
        str(slot.set_chars),
        str(slot.set_lines),
        text(fit_words(slot), language),
        gave_words(slot, language),
    )


def fit_words(slot: SlotReport) -> Phrase:
    """How a slot's text fits: over, short or exactly."""
    if slot.pages > 1:
        room = (slot.short_chars, slot.short_lines)
        return words.pages_with_room(slot.pages, *room) if slot.short_lines else words.pages(slot.pages)
    if slot.over_lines or slot.over_chars:
        return words.over(slot.over_chars, slot.over_lines)
    if slot.short_lines:
        return words.short(slot.short_chars, slot.short_lines)
    return words.fits()


def gave_words(slot: SlotReport, language: Language) -> str:
    """What bent, what was cropped, and which rules of a good page gave way all the same."""
    left = text(words.left(slot.left), language) if slot.left else ""
    return "; ".join(filter(None, [slot.gave, text(slot.cut, language), left]))
