"""Whether an archive file is what its sources give: the same, the same content, or else what differs and where."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bulletin_layout import __version__
from bulletin_layout.archive.canonical import canonical_digest
from bulletin_layout.archive.contents import CONTENTS_NAME
from bulletin_layout.archive.opening import ArchiveError, open_archive
from bulletin_layout.archive.versions import code_digest
from bulletin_layout.findings.catalogue.archives import changed_version
from bulletin_layout.pdfs.pikepdf_adapter import open_pdf
from bulletin_layout.pipeline import build_issue
from bulletin_layout.pipeline.verify import Verification, verify_file
from tests.support.archives import (
    archive_of,
    carried_file,
    lock_in,
    paper_with_photo,
    resaved,
    starter_archive,
    with_file,
    with_lock,
)
from tests.support.paper import start_paper
from tests.support.said import message, said

LAYOUT = "layouts/front.yaml"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return starter_archive(tmp_path_factory.mktemp("starter"))


def verified(folder: Path, data: bytes, *, out: Path | None = None) -> Verification:
    path = folder / "001-archive.pdf"
    path.write_bytes(data)
    return verify_file(path, out=out)


def codes(verdict: Verification) -> list[str]:
    return [finding.code for finding in verdict.findings]


def relaid(archive: bytes, old: str, new: str) -> bytes:
    """The file of a program that would now lay these sources out in another way: its layout was another then, and
    its lock knows nothing else."""
    layout = carried_file(archive, LAYOUT).decode()
    assert old in layout
    return with_file(archive, LAYOUT, layout.replace(old, new).encode(), locked=True)


def test_the_same_bytes(archive: bytes, tmp_path: Path) -> None:
    assert verified(tmp_path, archive) == Verification("bytes", ())


def test_a_file_that_another_program_wrote_anew_has_the_same_content(archive: bytes, tmp_path: Path) -> None:
    assert verified(tmp_path, resaved(archive)) == Verification("content", ())


def test_a_newer_version_is_told_and_the_content_compared(
    archive: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_layout.archive.versions.__version__", "9.9")
    verdict = verified(tmp_path, archive)
    assert (verdict.outcome, codes(verdict)) == ("content", [])
    assert verdict.changed == (changed_version("bulletin-layout", __version__, "9.9"),)


def test_other_code_of_the_same_version_is_told(
    archive: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_layout.archive.versions.code_digest", lambda: "0123456789abcdef")
    verdict = verified(tmp_path, archive)
    assert verdict.outcome == "content"
    assert verdict.changed == (changed_version("bulletin-layout code", code_digest(), "0123456789abcdef"),)


def test_lines_that_moved_are_listed_with_a_picture_of_both(archive: bytes, tmp_path: Path) -> None:
    moved = relaid(archive, "rows: 27-42", "rows: 26-41")
    verdict = verified(tmp_path, moved, out=tmp_path / "seen")
    assert (verdict.outcome, codes(verdict)) == ("differs", [])
    (page,) = verdict.pages
    heads = [change for change in page.lines if change.text == "版面由谁来定，怎样改"]
    assert [(round(c.now.y - c.was.y, 2), c.now.x - c.was.x) for c in heads if c.now and c.was] == [(-17, 0)]
    assert not [change for change in page.lines if change.text == "一份新的报纸，从这里开始"]
    assert [path.name for path in verdict.files] == ["page-01.png"]
    with Image.open(verdict.files[0]) as picture, Image.open(BytesIO(page.before)) as before:
        assert picture.width > 2 * before.width
        reds = [count for count, (red, green, _) in picture.getcolors(1 << 24) or () if red - green > 40]  # type: ignore[misc]
        assert sum(reds) > 1000


def test_a_page_that_only_looks_different_is_listed(archive: bytes, tmp_path: Path) -> None:
    (page,) = verified(tmp_path, relaid(archive, "cmyk: [15, 100, 90, 10]", "cmyk: [90, 10, 90, 10]")).pages
    assert page.lines == ()
    assert page.before != page.after


def test_no_pictures_unless_they_are_asked_for(archive: bytes, tmp_path: Path) -> None:
    verdict = verified(tmp_path, relaid(archive, "rows: 27-42", "rows: 26-41"))
    assert (len(verdict.pages), verdict.files) == (1, ())
    assert [path.name for path in tmp_path.iterdir()] == ["001-archive.pdf"]


def test_altered_sources_differ_even_when_the_pages_do_not(archive: bytes, tmp_path: Path) -> None:
    commented = carried_file(archive, LAYOUT) + b"# a remark\n"
    verdict = verified(tmp_path, with_file(archive, LAYOUT, commented))
    assert (verdict.outcome, codes(verdict), verdict.pages) == ("differs", ["altered-source"], ())
    assert f"{LAYOUT} was altered" in message(verdict.findings[0])


def test_altered_pages_are_told_from_altered_sources(archive: bytes, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(archive)) as pdf:
        pdf.pages[0].contents_add(b" 0 0 0 1 k 100 100 200 200 re f")
        out = BytesIO()
        pdf.save(out)
    verdict = verified(tmp_path, out.getvalue())
    assert (verdict.outcome, codes(verdict)) == ("differs", ["altered-pages"])
    assert [page.page for page in verdict.pages] == [1]


def test_a_page_more_is_listed(archive: bytes, tmp_path: Path) -> None:
    issue = carried_file(archive, "content/001/issue.yaml").decode()
    again = issue.replace(
        "  - {layout: front, put: {lead: first-story, second: second-story}}",
        "  - {layout: front, put: {lead: first-story}}\n  - {layout: front, put: {lead: second-story}}",
    )
    assert again != issue
    verdict = verified(tmp_path, with_file(archive, "content/001/issue.yaml", again.encode(), locked=True))
    assert [page.page for page in verdict.pages] == [1, 2]
    assert (verdict.pages[1].before, verdict.pages[1].after[:4]) == (b"", b"\x89PNG")


def test_sources_that_this_version_cannot_read_are_named_as_the_file_names_them(archive: bytes, tmp_path: Path) -> None:
    verdict = verified(tmp_path, relaid(archive, "name: 要闻", "name: 要闻\ncolour: red"))
    assert verdict.outcome == "stopped"
    assert [said(finding)[:44] for finding in verdict.findings] == ["layouts/front.yaml:6:1: error[unknown-key]: "]


def locked_with_password(archive: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(archive)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def test_what_is_no_archive_file_is_said_to_be_none(archive: bytes, tmp_path: Path) -> None:
    plain = build_issue(start_paper(tmp_path / "paper"), products=("print",)).files[0].read_bytes()
    cases = {
        plain: "carries no sources",
        b"": "is no PDF",
        b"%PDF-1.7\nbut nothing more": "is no PDF",
        archive[: len(archive) // 2]: "is no PDF, or is damaged",
        locked_with_password(archive): "is locked with a password",
        with_lock(archive, schema="bulletin/lock@9"): "none that this program knows",
    }
    for data, words in cases.items():
        verdict = verified(tmp_path, data)
        assert (verdict.outcome, codes(verdict)) == ("stopped", ["no-archive"])
        assert words in message(verdict.findings[0])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    verdict = verify_file(tmp_path / "missing.pdf")
    assert (verdict.outcome, codes(verdict)) == ("stopped", ["unreadable-file"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(damage=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=12)), min_size=1))
def test_no_damage_raises_anything_but_a_finding(archive: bytes, damage: list[tuple[float, bytes]]) -> None:
    data = bytearray(archive)
    for place, junk in damage:
        at = int(place * len(data))
        data[at : at + len(junk)] = junk
    try:
        assert open_archive(bytes(data)).lock.issue == "001"
    except ArchiveError as problem:
        assert "\n" not in str(problem).strip()  # noqa: PT017  # whether it raises depends on the damage


def picture_changed(archive: bytes, change: int, old_lock: bool) -> bytes:
    """The file with its photo's pixels changed, and a lock that was made for that file or for the one before."""
    with pikepdf.open(BytesIO(archive)) as pdf:
        (image,) = (
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image" and int(each.Width) > 100
        )
        with Image.open(BytesIO(image.read_raw_bytes())) as photo:
            other = BytesIO()
            photo.point(lambda value: min(255, value + change)).save(other, "JPEG", quality=92, subsampling=0)
        image.write(other.getvalue(), filter=pikepdf.Name.DCTDecode)
        out = BytesIO()
        pdf.save(out)
    if old_lock:
        return out.getvalue()
    with open_pdf(out.getvalue()) as opened:
        content = canonical_digest(opened)
    return with_lock(out.getvalue(), issue={**lock_in(archive)["issue"], "content": content})


def test_photos_that_another_decoder_gave_are_the_same_to_the_eye(tmp_path: Path) -> None:
    archive = archive_of(paper_with_photo(tmp_path, "{}"), tmp_path / "out")
    assert verified(tmp_path, picture_changed(archive, 1, old_lock=False)) == Verification("photos", ())
    verdict = verified(tmp_path, picture_changed(archive, 60, old_lock=False))
    assert (verdict.outcome, [page.page for page in verdict.pages]) == ("differs", [1])
    verdict = verified(tmp_path, picture_changed(archive, 1, old_lock=True))
    assert (verdict.outcome, codes(verdict), verdict.pages) == ("differs", ["altered-pages"], ())


def test_altered_contents_for_catalogues_are_named(archive: bytes, tmp_path: Path) -> None:
    altered = with_file(archive, CONTENTS_NAME, carried_file(archive, CONTENTS_NAME).replace(b"headline", b"deadline"))
    verdict = verified(tmp_path, altered)
    assert (verdict.outcome, codes(verdict)) == ("differs", ["altered-source"])
    assert CONTENTS_NAME in message(verdict.findings[0])


def edited(archive: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(archive)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_script_in_an_unchanged_file_makes_it_differ(archive: bytes, tmp_path: Path) -> None:
    def script(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")

    verdict = verified(tmp_path, edited(archive, script))
    assert (verdict.outcome, codes(verdict), verdict.pages) == ("differs", ["added-action"], ())
    assert "has an action on opening (OpenAction), a script (JavaScript)" in message(verdict.findings[0])


def test_pages_that_the_lock_does_not_know_are_listed_and_not_drawn(archive: bytes, tmp_path: Path) -> None:
    def more(pdf: pikepdf.Pdf) -> None:
        for _ in range(count):
            pdf.pages.append(pdf.pages[0])

    for count, words in ((1, "page 2 of the file has no source"), (30, "pages 2 to 31 of the file have no source")):
        verdict = verified(tmp_path, edited(archive, more))
        assert (verdict.outcome, codes(verdict), verdict.pages) == ("differs", ["altered-pages"] * 3, ())
        said_of_them = [message(finding) for finding in verdict.findings]
        assert said_of_them[1:] == [f"the file has {count + 1} pages, its lock says 1", words]


def test_what_would_fill_the_memory_is_one_sentence(archive: bytes, tmp_path: Path) -> None:
    def endless(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_indirect(pikepdf.Stream(pdf, b"/F Do /F Do"))
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        pdf.pages[0].add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/F"))
        pdf.pages[0].contents_add(b"/F Do")

    verdict = verified(tmp_path, edited(archive, endless))
    assert (verdict.outcome, codes(verdict)) == ("stopped", ["no-archive"])
    assert "forms lie too deep" in message(verdict.findings[0])
