"""The part of a font that goes into a PDF: same numbers, same outlines."""

import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.ttLib import TTFont

from bulletin_layout.fonts import Face, open_face, subset
from tests.support.real_fonts import FONTS
from tests.support.toy_font import Outlines, toy_font

SAMPLE = "院报——“创刊号”，㐂𬭛fi Ångström 第①期■"


def drawn(glyphs: Any, name: str) -> list[tuple[str, Any]]:
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return [(step, points) for step, points in pen.value if step != "closePath"]


def gids_of(face: Face, text: str) -> list[int]:
    return sorted({glyph.gid for glyph in face.shape(text)})


@pytest.mark.parametrize("file", ["NotoSerifSC-Regular.ttf", "NotoSansSC-Bold.ttf", "LXGWWenKai-Regular.ttf"])
def test_truetype_glyphs_keep_number_width_and_outline(file: str) -> None:
    face = open_face(FONTS / file)
    gids = gids_of(face, SAMPLE)
    cut = subset(face, frozenset(gids))
    assert not cut.cff
    small, whole = TTFont(BytesIO(cut.data)), TTFont(FONTS / file)
    for gid in gids:
        new, old = small.getGlyphName(gid), whole.getGlyphName(gid)
        assert drawn(small.getGlyphSet(), new) == drawn(whole.getGlyphSet(), old)
        assert small["hmtx"][new][0] == whole["hmtx"][old][0]
    assert {"GSUB", "GPOS", "name", "vmtx"}.isdisjoint(small.keys())
    assert len(cut.data) < 400_000


def test_glyphs_not_asked_for_are_empty() -> None:
    face = open_face(FONTS / "NotoSansSC-Bold.ttf")
    (asked,) = gids_of(face, "院")
    small = TTFont(BytesIO(subset(face, frozenset([asked])).data))
    full = [gid for gid in range(asked + 1) if drawn(small.getGlyphSet(), small.getGlyphName(gid))]
    assert full == [0, asked]


@pytest.mark.parametrize("outlines", ["cff", "cid"])
def test_cff_readers_that_follow_the_charset_and_that_count_agree(tmp_path: Path, outlines: Outlines) -> None:
    path = toy_font(tmp_path / "toy.otf", chars="一二三四五六七八九十", outlines=outlines)
    face = open_face(path)
    gids = gids_of(face, "三七九")
    assert gids == [3, 7, 9]
    cut = subset(face, frozenset(gids))
    assert cut.cff
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(cut.data), None)
    top, whole = fonts[0], TTFont(path)
    if outlines == "cid":
        assert whole.getGlyphName(3) == "cid00008", "the source's CIDs are not its glyph numbers"
        assert [top.charset[gid] for gid in gids] == ["cid00003", "cid00007", "cid00009"]
    for gid in gids:
        pen = RecordingPen()
        top.CharStrings[top.charset[gid]].draw(pen)
        new = [step for step in pen.value if step[0] not in ("closePath", "endPath")]
        assert new == drawn(whole.getGlyphSet(), whole.getGlyphName(gid)), "the same box"


def test_same_glyphs_same_bytes() -> None:
    faces = [open_face(FONTS / "NotoSerifSC-Regular.ttf") for _ in range(2)]
    gids = gids_of(faces[0], SAMPLE)
    first, second = (subset(face, frozenset(order)) for face, order in zip(faces, (gids, gids[::-1]), strict=True))
    assert first.data == second.data


def test_a_face_keeps_its_last_three_subsets_and_no_other() -> None:
    face = open_face(FONTS / "NotoSansSC-Bold.ttf")
    one, two, three, four = (frozenset(gids_of(face, text)) for text in ("院报", "院刊", "院校", "院友"))
    first, second = subset(face, one), subset(face, two)
    assert zlib.decompress(first.deflated) == first.data
    assert first.data != second.data
    subset(face, three)
    assert subset(face, one).deflated is first.deflated
    assert subset(face, two).deflated is second.deflated
    subset(face, four)
    assert subset(face, two).deflated is second.deflated
    again = subset(face, one)
    assert again.data == first.data
    assert again.deflated is not first.deflated


def test_a_larger_subset_serves_where_it_may() -> None:
    face = open_face(FONTS / "NotoSansSC-Bold.ttf")
    many, few, others = (frozenset(gids_of(face, text)) for text in ("院报院刊", "院刊", "院校"))
    whole = subset(face, many)
    assert subset(face, few, larger=True) == whole
    assert len(subset(face, few).data) < len(whole.data)
    assert subset(face, others, larger=True) == subset(face, others)
