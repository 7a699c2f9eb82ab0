"""Marks parted where their runs say so: nothing moves, and what is seen and said stays the same."""

from dataclasses import replace

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK
from bulletin_layout.page import RuleMark, RunPart, Tag, TextMark
from bulletin_layout.render.parting import parted
from tests.render.sheets import edition, run
from tests.render.test_structure import told

SITE = "https://www.a.cn"


def test_labels_and_links_become_marks_of_their_own(face: Face) -> None:
    whole = replace(run(face, "1.见www.a.cn。"), parts=(RunPart(0, 2, label=True), RunPart(3, 11, SITE)))
    tag, rule = Tag("item", "a", 1, level=1, label="1."), RuleMark(0, 0, 9, 0, 1, BLACK)
    sheet = parted(edition([TextMark(10, 20, whole, tag), rule]))
    *texts, last = sheet.pages[0].marks
    assert last is rule
    assert [("".join(m.run.texts), m.run.link, m.run.label) for m in texts if isinstance(m, TextMark)] == [
        ("1.", None, True), ("见", None, False), ("www.a.cn", SITE, False), ("。", None, False),
    ]  # fmt: skip
    assert all(isinstance(m, TextMark) and (m.x, m.y) == (10, 20) and m.tag is tag for m in texts)
    assert [x for m in texts if isinstance(m, TextMark) for x in m.run.xs] == list(whole.xs)
    assert told(sheet) == "Document(Sect(Art(L(LI(Lbl:1. LBody(见 Link:www.a.cn 。))))))"


def test_pages_without_parts_are_the_same_objects(face: Face) -> None:
    sheet = edition([TextMark(10, 20, run(face, "春风"))])
    assert parted(sheet).pages[0] is sheet.pages[0]


def test_a_running_head_with_an_address_is_told_where_it_is_said_first(face: Face) -> None:
    def page() -> list[TextMark]:
        linked = replace(run(face, "院报www.a.cn"), parts=(RunPart(2, 10, SITE),))
        return [TextMark(10, 10, linked, Tag("folio", furniture="a")),
                TextMark(10, 20, run(face, "要闻"), Tag("folio", furniture="b"))]  # fmt: skip

    first = [TextMark(10, 5, run(face, "第一期"), Tag("folio", furniture="c")),
             TextMark(10, 90, run(face, "文"), Tag("body", "a", 1))]  # fmt: skip
    sheet = parted(edition(first, page(), page()))
    assert told(sheet) == "Document(P:第一期 Sect(Art(P:文)) P(院报 Link:www.a.cn))"
