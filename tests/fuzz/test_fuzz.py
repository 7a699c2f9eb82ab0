"""Files that nobody would make (模糊测试): whatever is in them, each is read or refused in words.

``make test`` tries 100 inputs a test, ``make fuzz`` 20,000; Hypothesis makes what fails small and keeps it.
"""

import contextlib
import json
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin_layout.archive.added import added
from bulletin_layout.archive.canonical import canonical_digest
from bulletin_layout.archive.drawable import check_drawable
from bulletin_layout.archive.lock import LockError, read_lock
from bulletin_layout.archive.names import clashes, is_read, name_flaw
from bulletin_layout.archive.opening import ArchiveError, open_archive
from bulletin_layout.findings.phrases import text
from bulletin_layout.fonts import FontError
from bulletin_layout.fonts.opening import open_face
from bulletin_layout.pdfs.page_tree import page_count
from bulletin_layout.pdfs.pikepdf_adapter import PdfError, open_pdf
from bulletin_layout.pictures import PictureError, ProfileError, open_picture, open_profile, prepared
from bulletin_layout.reading import read_issue
from tests.reading.publication import BASE, write_publication
from tests.support.archives import starter_archive
from tests.support.paper import PROJECT
from tests.support.toy_font import toy_font

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

ICC = PROJECT / "src/bulletin_layout/pictures/icc"
PROFILE = (ICC / "sRGB.icc").read_bytes()

NUMBERS = st.sampled_from([-1, 0, 1, 2, 7, 255, 256, 65_535, 2**31, 2**62])
KEYS = st.sampled_from([
    "Kids", "Pages", "Contents", "Resources", "XObject", "Names", "EmbeddedFiles", "UF", "EF", "F", "Filter", "Type",
    "Count", "Parent", "Annots", "AP", "N", "A", "AA", "S", "JS", "OpenAction", "AcroForm", "Font", "SMask", "Width",
    "Height", "MediaBox", "Subtype", "StructTreeRoot", "K", "Length", "DecodeParms", "Pattern", "ExtGState", "G", "AF",
])  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return starter_archive(tmp_path_factory.mktemp("fuzz"))


def odd(pdf: pikepdf.Pdf, draw: Any) -> Any:
    """A value that does not belong where it will stand: of another kind, a loop, or a stream that is none."""
    kinds = (
        lambda: draw(NUMBERS),
        lambda: pikepdf.Name("/" + draw(KEYS)),
        lambda: pikepdf.String(draw(st.text(max_size=8))),
        lambda: pikepdf.Array([draw(NUMBERS) for _ in range(draw(st.integers(0, 3)))]),
        lambda: pikepdf.Dictionary({"/" + draw(KEYS): draw(NUMBERS)}),
        lambda: odd_stream(pdf, draw),
        lambda: pdf.Root,
        lambda: pdf.Root.Pages,
        lambda: pdf.pages[0].obj,
    )
    return kinds[draw(st.integers(0, len(kinds) - 1))]()


def odd_stream(pdf: pikepdf.Pdf, draw: Any) -> Any:
    made = pikepdf.Stream(pdf, b"")
    packing = draw(st.sampled_from(["/FlateDecode", "/LZWDecode", "/DCTDecode", "/ASCIIHexDecode"]))
    data = draw(st.sampled_from([b"", b"x", zlib.compress(b"/F Do"), b"\xff\xd8"]))
    made.write(data, filter=pikepdf.Name(packing))
    return pdf.make_indirect(made)


@SHARED
@given(data=st.data())
def test_an_archive_of_odd_objects(archive: bytes, data: st.DataObject) -> None:
    draw = data.draw
    with pikepdf.open(BytesIO(archive)) as pdf:
        holders = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary | pikepdf.Stream)]
        for _ in range(draw(st.integers(1, 4))):
            holder = holders[draw(st.integers(0, len(holders) - 1))]
            keys = sorted(key for key in holder.keys() if key != "/Length")  # noqa: SIM118  # pikepdf iterates otherwise
            key = draw(st.sampled_from([*keys, "/" + draw(KEYS)]))
            if key not in ("/Length", "/Filter"):  # of those, pikepdf keeps its own count
                holder[key] = odd(pdf, draw)
        out = BytesIO()
        try:
            pdf.save(out)
        except (pikepdf.PdfError, RuntimeError, TypeError, ValueError):  # it is too odd to be written at all
            return
    with contextlib.suppress(ArchiveError):
        open_archive(out.getvalue())
    wrong_kinds = (AttributeError, RecursionError, TypeError, ValueError)  # what verifying takes for damage, too
    with contextlib.suppress(PdfError, *wrong_kinds), open_pdf(out.getvalue()) as opened:
        page_count(opened, 100)
        assert all(text(each, "en") for each in added(opened))
        check_drawable(opened, 3)
        canonical_digest(opened)


JUNK = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)), max_size=5)


def damaged(data: bytes, junk: list[tuple[float, bytes]], left: float) -> bytes:
    changed = bytearray(data)
    for place, new in junk:
        at = int(place * len(changed))
        changed[at : at + len(new)] = new
    return bytes(changed[: int(len(changed) * left)])


LEFT = st.sampled_from([1.0, 1.0, 0.99, 0.5, 0.01])


@SHARED
@given(
    size=st.tuples(NUMBERS, NUMBERS),
    bits=st.sampled_from([0, 1, 2, 4, 8, 16, 255]),
    colour=st.sampled_from([0, 2, 3, 4, 6, 7]),
    interlace=st.sampled_from([0, 1, 2]),
    rows=st.binary(max_size=60),
    times=st.sampled_from([1, 9, 10_000]),
    cut=st.integers(0, 9),
)
def test_a_png_with_right_checksums(
    tmp_path: Path, size: tuple[int, int], bits: int, colour: int, interlace: int, rows: bytes, times: int, cut: int
) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    width, height = (max(side, 0) % 2**32 for side in size)
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlace)
    packed = zlib.compress(rows * times)
    data = chunk(b"IHDR", head) + chunk(b"PLTE", bytes(768)) + chunk(b"IDAT", packed[: len(packed) - cut])
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + data + chunk(b"IEND", b""))
    with contextlib.suppress(PictureError):
        picture = open_picture(path, "a.png")
        assert picture.width * picture.height <= 170_000_000
        assert prepared(picture).data


@pytest.fixture(scope="module")
def font(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return toy_font(tmp_path_factory.mktemp("font") / "toy.ttf").read_bytes()


@SHARED
@given(junk=JUNK, left=LEFT)
def test_a_damaged_font(font: bytes, tmp_path: Path, junk: list[tuple[float, bytes]], left: float) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(damaged(font, junk, left))
    with contextlib.suppress(FontError):
        face = open_face(path)
        face.shape("正文 a1。")


@SHARED
@given(junk=JUNK, left=LEFT)
def test_a_damaged_profile(tmp_path: Path, junk: list[tuple[float, bytes]], left: float) -> None:
    path = tmp_path / "a.icc"
    path.write_bytes(damaged(PROFILE, junk, left))
    with contextlib.suppress(ProfileError):
        assert open_profile(path, "a.icc").data


JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=6) | st.floats(allow_nan=True),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(parts=st.dictionaries(st.sampled_from(["issue", "versions", "options", "files", "program", "used"]), JSON))
def test_a_lock_of_odd_parts(parts: dict[str, Any]) -> None:
    with contextlib.suppress(LockError):
        read_lock(json.dumps({"schema": "bulletin/lock@1", **parts}).encode())


@given(st.lists(st.text(alphabet="aA.~/\\: \u200c\u202eéÉ\u0301ßſ中1CONnul\0\uf03a", max_size=12), max_size=6))
def test_names_that_pass_stay_apart_in_their_folder(names: list[str]) -> None:
    passed = [name for name in names if name_flaw(name) is None and is_read(name + ".md")]
    assert all(not part.startswith(".") and part.strip(". ") for name in passed for part in name.split("/"))
    if not clashes(passed):
        assert len({name.casefold() for name in passed}) == len(passed)


PIECES = st.sampled_from([
    "---\n", "headline: ", "题", "\n", "\n\n", "# ", "- ", "1. ", "> ", "![", "](", ")", "[^1]", "[^1]: ", "**", "__",
    "| a | b |\n|---|---|\n", "|", "~~", "{.sup}", "{ruby=", "}", ":::", "<!--", "-->", "<b>", "</b>", "&nbsp;", "\\",
    "\t", "\u3000", "\u202e", "\u200b", "\ufeff", "https://a.example/b", "a@b.example", "（一）", "①", "“", "”", "——",
    "[", "]", "*", "`", "$", "photos: {p1: {file: ", "../../etc/passwd", "}}", "!!python/object", "&a ", "*a", "<<: ",
    "? ", "%YAML 1.1\n", "*" * 60, "_" * 60, "(" * 60, "[" * 60,
])  # fmt: skip


@SHARED
@given(pieces=st.lists(PIECES, max_size=40))
def test_a_story_of_odd_pieces(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    folder = Path(tmp_path_factory.getbasetemp()) / "odd-story"
    if not folder.exists():
        write_publication(folder, BASE)
    (folder / "content/1/a.md").write_text("".join(pieces), "utf-8")
    for finding in read_issue(folder / "content" / "1").findings:
        assert finding.location.path
