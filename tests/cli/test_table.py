"""Tables line up on a terminal, where Han characters take two cells."""

from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.cli.cells import cells
from bulletin_layout.cli.table import slot_table, table
from bulletin_layout.compose import SlotReport


def test_han_and_full_width_marks_take_two_cells() -> None:
    assert cells("版块 lead，") == 2 + 2 + 1 + 4 + 2


def test_combining_marks_take_none() -> None:
    assert cells("e\u0301") == 1


@given(st.lists(st.tuples(*[st.text("甲乙丙abc12，。é ", max_size=6)] * 3), min_size=1, max_size=6))
def test_every_column_starts_at_the_same_cell(rows: list[tuple[str, str, str]]) -> None:
    rows = [(first, second, third + "|") for first, second, third in rows]
    lines = table(("a", "b", "c|"), rows, (False, True, True)).splitlines()
    assert len({cells(line) for line in lines}) == 1


SLOTS = (
    SlotReport(1, "lead", "forum", 600, 40, 643, 43, over_chars=43, over_lines=3),
    SlotReport(1, "brief", "visit", 200, 16, 160, 13, short_chars=40, short_lines=3, gave="photo.height -2行"),
    SlotReport(2, "lead", "class", 300, 20, 300, 20),
)


def test_slot_table_names_over_and_short() -> None:
    lines = slot_table(SLOTS, "en").splitlines()
    assert "over 43字 (3行)" in lines[1]
    assert lines[2].endswith("short 40字 (3行)  photo.height -2行")
    assert lines[3].endswith("fits")


def test_the_slot_table_in_a_newspapers_words() -> None:
    head, over, short, fits = slot_table(SLOTS, "zh").splitlines()
    assert head.split() == ["版", "版块", "稿件", "容字", "容行", "排字", "排行", "余缺", "所让"]
    assert over.endswith("超 43 字（3 行）")
    assert short.endswith("差 40 字（3 行）  photo.height -2行")
    assert fits.endswith("正好")
