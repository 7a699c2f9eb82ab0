"""Pages as fragments of SVG: what is in them, that keys last, and that an edit changes its own lines only."""

import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from bulletin_layout.fonts import Face, open_face
from bulletin_layout.inks import BLACK, WHITE, Ink
from bulletin_layout.issue import SHEETFED
from bulletin_layout.page import GlyphRun, Mark, Page, PanelMark, PictureMark, RuleMark, Tag, TextMark
from bulletin_layout.pictures import open_picture
from bulletin_layout.render.svg import draw
from bulletin_layout.render.svg_faces import FaceChunk
from bulletin_layout.render.svg_memory import Drawing, SvgMemory
from tests.render.sheets import BLEED, HEIGHT, WIDTH, column, lines, run, saved
from tests.support.toy_font import toy_font


def page_of(*marks: Mark, number: int = 1) -> Page:
    return Page(number, "要闻", WIDTH, HEIGHT, BLEED, marks)


def drawn(*marks: Mark, memory: SvgMemory | None = None) -> Drawing:
    return draw(page_of(*marks), SHEETFED, memory or SvgMemory())


def line(face: Face, text: str, number: int, **tag: str) -> TextMark:
    return TextMark(10, 15 * (number + 1), run(face, text), Tag(story="山", block=number, **tag))  # type: ignore[arg-type]


def keys(drawing: Drawing) -> list[str]:
    return [fragment.key for fragment in drawing.fragments]


def parsed(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(f"<svg>{''.join(fragment.svg for fragment in drawing.fragments)}</svg>")


def texts(drawing: Drawing) -> list[str]:
    return ["".join(element.itertext()) for element in parsed(drawing).iter("text")]


def labels(drawing: Drawing) -> list[str]:
    return [element.attrib["aria-label"] for element in parsed(drawing).iter() if "aria-label" in element.attrib]


def places(drawing: Drawing, axis: str) -> list[list[float]]:
    return [[float(place) for place in e.attrib[axis].split()] for e in parsed(drawing).iter("tspan")]


# -- what a fragment is -------------------------------------------------------------------------------


def test_a_line_is_one_fragment_with_its_ruby_and_dots(face: Face) -> None:
    tag = Tag(story="山", block=1)
    base = TextMark(10, 30, run(face, "一二"), tag)
    ruby = TextMark(10, 20, run(face, "yi", 4.0), replace(tag, role="ruby", over="body"))
    dot = RuleMark(15, 33, 15, 33, 1.5, BLACK, round=True, beside=tag)
    after = TextMark(30, 30, run(face, "三"), tag)
    below = TextMark(10, 45, run(face, "四"), replace(tag, line=1))
    found = drawn(base, ruby, dot, after, below)
    assert [(fragment.first, fragment.end) for fragment in found.fragments] == [(0, 4), (4, 5)]
    # A search finds 一二三; the ruby does not stand in it.
    assert texts(found) == ["一二三", "yi", "四"]
    assert [element.attrib["data-m"] for element in parsed(found).iter("tspan")] == ["0", "3", "1", "0"]


def test_each_panel_and_picture_is_a_fragment_and_rules_go_together(face: Face, tmp_path: Path) -> None:
    photo = open_picture(saved(tmp_path, "a.png", Image.new("RGB", (40, 20), (200, 30, 30))), "a.png")
    rule = RuleMark(0, 1, 9, 1, 0.5, BLACK)
    marks = (PanelMark(0, 0, 9, 9, BLACK), PanelMark(0, 0, 9, 9, None, BLACK, 1), rule, replace(rule, y2=5))
    found = drawn(*marks, PictureMark(0, 0, 40, 20, photo), line(face, "一", 0))
    assert [(fragment.first, fragment.end) for fragment in found.fragments] == [(0, 1), (1, 2), (2, 4), (4, 5), (5, 6)]


def test_the_same_fragment_twice_has_two_keys(face: Face) -> None:
    one = line(face, "一", 0)
    other = line(face, "二", 1)
    found = keys(drawn(one, other, one))
    assert found[2] == f"{found[0]}-2"


def test_fragments_say_their_key(face: Face) -> None:
    found = drawn(line(face, "一", 0), line(face, "二", 1))
    assert [element.attrib["data-k"] for element in parsed(found)] == keys(found)


# -- text ----------------------------------------------------------------------------------------------


def test_glyphs_stand_at_their_places(face: Face) -> None:
    found = drawn(TextMark(10, 20, replace(run(face, "一a二"), xs=(0.0, 11.25, 20.5), ys=(0.0, -3.0, 1.0))))
    assert places(found, "x") == [[10, 21.25, 30.5]]
    assert places(found, "y") == [[20, 17, 21]]


def test_a_line_without_heights_has_one(face: Face) -> None:
    assert places(drawn(TextMark(10, 20, run(face, "一二"))), "y") == [[20]]


def test_turned_and_stretched_runs_are_placed_before_turning(face: Face) -> None:
    turned = replace(run(face, "ab"), xs=(1.0, 1.0), ys=(0.0, 6.0), stretch=0.5, turn=90)
    (text,) = parsed(drawn(TextMark(10, 20, turned))).iter("text")
    assert text.attrib["transform"] == "translate(10 20)rotate(90)scale(0.5 1)"
    # Down the page is along the text, in units of the stretched one; to the right is above the line.
    assert (text.attrib["x"], text.attrib["y"]) == ("0.00 12.00", "-1.00 -1.00")


def test_a_glyph_that_its_character_does_not_give_has_a_code_of_its_own(face: Face) -> None:
    found = drawn(TextMark(10, 20, column(face, "一，")))
    upright = face.shape("，", vertical=True)[0].gid
    assert upright != face.encoded("，")
    assert texts(found) == [f"一{chr(0xF0000 + upright)}"]
    assert labels(found) == ["一，"]


def test_lists_of_places_end_with_a_character_that_may_count_twice(face: Face) -> None:
    found = drawn(TextMark(10, 20, replace(column(face, "一，二，"), ys=())))
    inner = [
        ("".join(e.itertext()), e.attrib["x"].count(" ") + 1) for e in parsed(found).iter("tspan") if "x" in e.attrib
    ]
    assert [(text[0], len(text), count) for text, count in inner] == [("一", 2, 2), ("二", 2, 2)]


@pytest.mark.parametrize("text", ["שלום", "e\u0301", "ก", "\U0001f600", "\u2728", "\u00ad", "\u200d"])
def test_what_a_browser_would_join_or_turn_has_a_code_of_its_own(face: Face, text: str) -> None:
    shown = GlyphRun(face, 10, BLACK, (3,) * len(text), tuple(10.0 * at for at in range(len(text))), tuple(text))
    (said,) = texts(drawn(TextMark(10, 20, shown)))
    assert all(char in "e" or char >= "\U000f0000" for char in said)


def test_spaces_are_not_collapsed(face: Face) -> None:
    assert texts(drawn(TextMark(0, 9, run(face, " a  b")))) == ["\u00a0a\u00a0\u00a0b"]


def test_text_of_a_story_never_becomes_markup(face: Face) -> None:
    hostile = "</text><script>alert(1)</script>&lt;\"'"
    found = drawn(TextMark(10, 20, run(face, hostile)))
    assert texts(found) == [hostile]
    assert {element.tag for element in parsed(found).iter()} == {"svg", "g", "text", "tspan"}


def test_labels_are_escaped_and_have_no_controls(face: Face, tmp_path: Path) -> None:
    said = "\"><script>\x00\x1b'&\ud800\uffff"
    glyphs = GlyphRun(face, 10, BLACK, (9,), (0.0,), (said,))
    photo = open_picture(saved(tmp_path, "a.png", Image.new("L", (40, 20))), "a.png")
    found = drawn(TextMark(10, 20, glyphs), PictureMark(0, 0, 40, 20, photo, tag=Tag("figure", alt='"/><b>\x07')))
    assert labels(found) == ["\"><script>'&", '"/><b>']
    assert {element.tag for element in parsed(found).iter()} == {"svg", "g", "text", "tspan", "image"}
    "".join(fragment.svg for fragment in found.fragments).encode()


# -- inks, rules, panels, pictures ---------------------------------------------------------------------


def test_inks_are_those_of_the_screen_file(face: Face) -> None:
    inks = (BLACK, WHITE, Ink("grey", (0.5,)), Ink("rgb", (1, 0, 0.2)), Ink("spot", (0, 1, 1, 0), "专红"))
    found = drawn(*lines(*(run(face, "一", ink=ink) for ink in inks)))
    fills = [element.attrib["fill"] for element in parsed(found).iter("tspan")]
    assert fills[:4] == ["#000000", "#ffffff", "#808080", "#ff0033"]
    red, green, blue = (int(fills[4][at : at + 2], 16) for at in (1, 3, 5))
    assert red > 180
    assert max(green, blue) < 80


def test_a_round_rule_of_no_length_is_a_dot() -> None:
    (dot,) = parsed(drawn(RuleMark(5, 6, 5, 6, 3, BLACK, round=True))).iter("circle")
    assert dot.attrib == {"cx": "5", "cy": "6", "r": "1.5", "fill": "#000000"}


def test_a_border_is_stroked_inside_its_panel() -> None:
    fill, border = parsed(drawn(PanelMark(10, 20, 100, 50, WHITE, BLACK, 2))).iter("rect")
    assert [fill.attrib[name] for name in ("x", "y", "width", "height")] == ["10", "20", "100", "50"]
    assert [border.attrib[name] for name in ("x", "y", "width", "height")] == ["11", "21", "98", "48"]


def test_a_picture_is_cropped_by_its_frame_and_read_on_demand(tmp_path: Path) -> None:
    photo = open_picture(saved(tmp_path, "a.jpg", Image.new("RGB", (400, 200), (200, 30, 30))), "a.jpg")
    memory = SvgMemory()
    found = drawn(PictureMark(10, 20, 100, 50, photo, (0.25, 0, 0.75, 0.5)), memory=memory)
    (image,) = parsed(found).iter("image")
    assert [float(image.attrib[name]) for name in ("x", "y", "width", "height")] == [-40, 20, 200, 100]
    address = re.fullmatch("pictures/([0-9a-f]{64})", image.attrib["href"])
    assert address is not None
    file = memory.picture(address[1])
    assert file is not None
    assert file.media == "image/jpeg"
    assert memory.picture("0" * 64) is None


def shown_picture(path: Path, width: float, height: float) -> Image.Image:
    """What a browser gets for a picture of this size on the page."""
    memory = SvgMemory()
    found = drawn(PictureMark(0, 0, width, height, open_picture(path, path.name)), memory=memory)
    (image,) = parsed(found).iter("image")
    file = memory.picture(image.attrib["href"].removeprefix("pictures/"))
    assert file is not None
    return Image.open(BytesIO(file.data))


def test_line_art_is_reduced_to_grey(tmp_path: Path) -> None:
    """Three fine black lines in four: a screen shows their mean, where single dots would make patterns."""
    image = Image.new("1", (800, 800), 0)
    for x in range(0, 800, 4):
        image.paste(1, (x, 0, x + 1, 800))
    seen = shown_picture(saved(tmp_path, "a.tif", image), 75, 75)
    assert (seen.width, seen.mode) == (200, "L")
    assert abs(seen.getpixel((100, 100)) - 64) < 4  # type: ignore[operator]  # a grey image has one band


def test_a_palette_of_greys_is_a_file_that_browsers_read(tmp_path: Path) -> None:
    image = Image.new("L", (40, 40), 200).convert("P")
    seen = shown_picture(saved(tmp_path, "a.png", image), 40, 40)
    assert seen.convert("L").getpixel((20, 20)) == 200


# -- drawing again -------------------------------------------------------------------------------------


def test_keys_do_not_depend_on_what_was_drawn_before(face: Face) -> None:
    memory = SvgMemory()
    drawn(*(line(face, text, number) for number, text in enumerate("三二一")), memory=memory)
    again = drawn(line(face, "一，二", 0), memory=memory)
    assert keys(again) == keys(drawn(line(face, "一，二", 0)))


def test_an_edit_changes_only_its_lines(face: Face) -> None:
    before = [line(face, text, number) for number, text in enumerate(("一二", "三四", "五六"))]
    memory = SvgMemory()
    old = drawn(*before, memory=memory)
    new = draw(page_of(before[0], line(face, "三七四", 1), before[2]), SHEETFED, memory)
    assert [one == other for one, other in zip(keys(old), keys(new), strict=True)] == [True, False, True]


def test_marks_that_are_the_same_objects_are_not_drawn_again(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, before = SvgMemory(), [line(face, text, number) for number, text in enumerate("一二三")]
    page = page_of(*before)
    old = draw(page, SHEETFED, memory)
    assert draw(page, SHEETFED, memory) is old
    asked = _counted(memory, monkeypatch)
    draw(page_of(before[0], line(face, "四", 1), before[2]), SHEETFED, memory)
    assert asked == ["四"]


def _counted(memory: SvgMemory, monkeypatch: pytest.MonkeyPatch) -> Sequence[str]:
    """The texts that are drawn from here on."""
    from bulletin_layout.render import svg_text

    asked: list[str] = []
    characters = svg_text._characters

    def counted(run: GlyphRun, faces: object) -> list[str]:
        asked.append("".join(run.texts))
        return characters(run, faces)  # type: ignore[arg-type]

    monkeypatch.setattr(svg_text, "_characters", counted)
    return asked


def test_another_print_profile_draws_all_again(face: Face) -> None:
    memory, page = SvgMemory(), page_of(line(face, "一", 0), PanelMark(0, 0, 9, 9, Ink("cmyk", (0, 1, 1, 0))))
    coated = draw(page, SHEETFED, memory)
    newsprint = draw(page, replace(SHEETFED, paper="IFRA26S_2004_newsprint.icc"), memory)
    assert keys(coated)[0] == keys(newsprint)[0]
    assert keys(coated)[1] != keys(newsprint)[1]


# -- faces ---------------------------------------------------------------------------------------------


def characters(chunk: FaceChunk, folder: Path) -> frozenset[int]:
    path = folder / f"{chunk.digest}.otf"
    path.write_bytes(chunk.data)
    return open_face(path).characters


def test_faces_grow_by_what_is_new(face: Face, tmp_path: Path) -> None:
    memory = SvgMemory()
    drawn(line(face, "一㐂", 0), memory=memory)
    (first,) = memory.faces()
    # What an edit is likely to need is there from the beginning: a browser is slow to take a font.
    assert set(map(ord, "㐂一的A7，。")) < characters(first, tmp_path)
    drawn(line(face, "乙A，", 0), memory=memory)
    assert memory.faces() == (first,)
    drawn(line(face, "一𬭛，", 0), memory=memory)
    old, new = memory.faces()
    assert old is first
    assert new.family == first.family
    assert characters(new, tmp_path) == {ord("𬭛")}


def test_a_font_file_that_is_opened_again_is_the_same_face(face: Face, tmp_path: Path) -> None:
    memory = SvgMemory()
    drawn(line(face, "一二", 0), memory=memory)
    drawn(line(open_face(face.path), "一二", 0), memory=memory)
    assert len(memory.faces()) == 1


def test_families_differ(face: Face, tmp_path: Path) -> None:
    memory = SvgMemory()
    other = open_face(toy_font(tmp_path / "other.ttf", name="Other"))
    drawn(line(face, "一", 0), line(other, "一", 1), memory=memory)
    one, two = memory.faces()
    assert one.family != two.family


def test_a_face_chunk_has_the_glyphs_under_their_codes(any_face: Face, tmp_path: Path) -> None:
    memory = SvgMemory()
    drawn(TextMark(10, 20, run(any_face, "一a ，")), TextMark(20, 20, column(any_face, "，")), memory=memory)
    (chunk,) = memory.faces()
    path = tmp_path / "chunk.otf"
    path.write_bytes(chunk.data)
    cut = open_face(path)
    upright = any_face.shape("，", vertical=True)[0].gid
    shown = {"一": "一", "a": "a", "，": "，", "\u00a0": " ", chr(0xF0000 + upright): ""}
    for code, char in shown.items():
        gid = any_face.encoded(char) if char else upright
        assert cut.ink(cut.encoded(code)) == any_face.ink(gid)
        assert cut.advance(cut.encoded(code)) == any_face.advance(gid)
