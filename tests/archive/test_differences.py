"""Lines of two PDFs: which stand where they stood, moved, came or went."""

from io import BytesIO

import pikepdf
import pytest

from bulletin_layout.archive.differences import Difference, LineChange, line_changes, page_changes
from bulletin_layout.render.png import FoundLine, text_lines


def page(*lines: tuple[str, float, float]) -> list[FoundLine]:
    return [FoundLine(*line, 90.0) for line in lines]


FIRST = page(("一", 10, 20), ("二", 10, 40), ("三", 10, 60))


def test_lines_that_stand_where_they_stood_are_no_change() -> None:
    assert line_changes([FIRST], [FIRST]) == ()
    assert line_changes([FIRST], [page(("一", 10.05, 20.05), ("二", 10, 40), ("三", 10, 60))]) == ()


def test_a_line_that_moved_is_named_with_both_places() -> None:
    (change,) = line_changes([FIRST], [page(("一", 10, 20), ("二", 10, 40.2), ("三", 10, 60))])
    assert change == LineChange("二", Difference(1, 10, 40, 90), Difference(1, 10, 40.2, 90))


def test_a_line_that_is_set_wider_is_a_change() -> None:
    wider = [FIRST[0], FIRST[1]._replace(width=90.3), FIRST[2]]
    assert line_changes([FIRST], [wider]) == (LineChange("二", Difference(1, 10, 40, 90), Difference(1, 10, 40, 90.3)),)


def test_a_line_that_went_to_another_page_moved() -> None:
    (change,) = line_changes([FIRST, []], [FIRST[:2], page(("三", 10, 60))])
    assert change == LineChange("三", Difference(1, 10, 60, 90), Difference(2, 10, 60, 90))


def test_lines_that_are_gone_and_new() -> None:
    changes = line_changes([FIRST], [page(("一", 10, 20), ("二二", 10, 40), ("三", 10, 60))])
    assert changes == (
        LineChange("二", Difference(1, 10, 40, 90), None),
        LineChange("二二", None, Difference(1, 10, 40, 90)),
    )


def test_lines_in_another_order_at_the_same_places_are_no_change() -> None:
    assert line_changes([FIRST], [[FIRST[2], FIRST[0], FIRST[1]]]) == ()


def test_a_line_that_stands_twice_is_matched_once() -> None:
    twice = page(("一", 10, 20), ("一", 10, 40))
    (change,) = line_changes([twice], [twice[:1]])
    assert change == LineChange("一", Difference(1, 10, 40, 90), None)


def test_lines_are_found_where_they_stand(archive: bytes) -> None:
    ((*lines,),) = text_lines(archive)
    (name,) = (line for line in lines if "".join(line.text.split()) == "新苗院讯")
    (head,) = (line for line in lines if line.text == "一份新的报纸，从这里开始")
    assert 0 < name.y < head.y < 842
    assert 150 < name.x < 300  # in the middle of an A4 page


def test_a_file_has_no_change_against_itself(archive: bytes) -> None:
    assert page_changes(archive, archive, 9) == ()


def test_of_pages_beyond_the_limit_only_the_lines_are_compared(archive: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin_layout.archive.differences._MOST_DRAWN", 0)
    bare = with_blank_page(archive)
    assert page_changes(archive, archive, 9) == ()
    (page,) = page_changes(archive, bare, 9)
    assert (page.page, page.before, page.after) == (1, b"", b"")
    assert page.lines
    assert all(change.now is None for change in page.lines)


def with_blank_page(data: bytes) -> bytes:
    """The file with nothing on its first page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"")
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()
