"""Founts (一副铅字): a box is made once for a type, and every paragraph takes it from there."""

from bulletin_layout.fonts import FontBook
from bulletin_layout.inks import WHITE
from bulletin_layout.typeset import TextRun, prepare
from bulletin_layout.typeset.typecase import typecase_of
from tests.typeset.setting import EM, galley, style


def test_paragraphs_of_one_type_share_their_glyphs(toy: FontBook) -> None:
    """Han, marks, words, dashes: those of a second paragraph are the same objects, in whatever order they come."""
    parts = ("一", "。", "abc", "——", "12", "（", "·")
    first, second = galley("".join(parts), toy), galley("".join(reversed(parts)), toy)
    before, after = ({glyphs[0].text: glyphs for glyphs in each.boxes.glyphs} for each in (first, second))
    assert before.keys() == after.keys() == {"一", "。", "a", "——", "1", "（", "·"}
    assert all(after[text] is before[text] for text in before)


def test_a_joint_is_worked_out_once_for_all_that_are_alike(toy: FontBook) -> None:
    """Han beside Han, whatever they are; a letter beside Han; but a measure beside a figure is not like other Han."""
    own = style(size=11.5)
    joints = typecase_of(toy).joints(own)
    galley("一二，三a四", toy, size=11.5)
    known = len(joints)
    galley("五六，七b八九；四", toy, size=11.5)
    assert len(joints) == known
    galley("1一1年", toy, size=11.5)
    assert len(joints) > known


def test_another_ink_or_size_is_another_type(toy: FontBook) -> None:
    own = style()
    runs = (TextRun("一", own), TextRun("一", style(ink=WHITE)), TextRun("一", style(size=2 * EM)))
    types = [glyphs[0].type for glyphs in prepare(runs, own, toy).boxes.glyphs]
    assert [(found.size, found.ink) for found in types] == [(EM, own.ink), (EM, WHITE), (2 * EM, own.ink)]
