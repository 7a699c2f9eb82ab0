"""An issue made again from its archive file: the same bytes, in a folder of its own, and nothing from outside."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from bulletin_layout.archive.contents import CONTENTS_NAME
from bulletin_layout.archive.lock import LOCK_NAME
from bulletin_layout.archive.sealing import unfit
from bulletin_layout.findings import Finding
from bulletin_layout.pipeline import build_issue
from bulletin_layout.pipeline.rebuild import Rebuilt, rebuild_file
from bulletin_layout.pipeline.verify import verify_file
from bulletin_layout.reading import Source
from tests.support.archives import (
    archive_of,
    attached,
    carried_file,
    carried_names,
    lock_in,
    paper_with_photo,
    starter_archive,
    with_file,
    with_lock,
)
from tests.support.paper import PROJECT, STARTER, lengthen, start_paper
from tests.support.real_fonts import SCRIPTS
from tests.support.said import message, said

#: The starter as it was archived when a file carried neither fonts nor a program.
BEFORE = PROJECT / "tests/archive/before/001-archive.pdf"
#: Accents, scripts, forms, circled numbers, ruby, marks of every kind.
ODD_TEXT = """---
headline: 㐂事——“禾岭”开犁：12:30
---
拼音 lǚ x̄ m̀ Ångström café naïve，10⁻³ 和 SO₄²⁻，P₂O₅；葛󠄀、龘𬭛㐂。

名字：ئايگۈل、བོད་ཡིག、ᠮᠣᠩᠭᠣᠯ、ꆈꌠ、שלום。

①㉑Ⅳ℃㎡‰～—…《〈「『（【】）』」〉》·／＼！？

**粗体**和*楷体*，[强调]{.dots} [注]{ruby="zhù"}，fi fl ffi office，½ × ÷ ± − ≤ ≥ → ★ ■ ●。
"""
TEXTS = (
    "bulletin.yaml", "content/001/first-story.md", "content/001/issue.yaml", "content/001/second-story.md",
    "fonts/OFL-lxgw-wenkai.txt", "fonts/OFL-noto-sans-sc.txt", "fonts/OFL-noto-serif-sc.txt", "fonts/fonts.yaml",
    "layouts/front.yaml",
)  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return starter_archive(tmp_path_factory.mktemp("starter"))


def written(folder: Path, data: bytes) -> Path:
    path = folder / "001-archive.pdf"
    path.write_bytes(data)
    return path


def rebuilt(folder: Path, data: bytes, *look_in: Path) -> Rebuilt:
    return rebuild_file(written(folder, data), folder / "again", look_in=look_in)


def codes(result: Rebuilt) -> list[str]:
    return [finding.code for finding in result.findings]


def test_every_source_is_carried_under_a_name_without_folders(archive: bytes) -> None:
    lock = lock_in(archive)
    files = {file["name"]: file for file in lock["files"]}
    assert all(file["carried"] for file in files.values())
    assert {name for name, file in files.items() if file["kind"] != "font"} == set(TEXTS)
    program = [each["name"] for each in lock["program"]]
    sources = [attached(name) for name in files]
    assert sorted(carried_names(archive)) == sorted((*sources, *program, LOCK_NAME, CONTENTS_NAME))
    assert not [name for name in carried_names(archive) if "/" in name]


def test_of_the_fonts_it_carries_what_the_issue_needs(archive: bytes) -> None:
    files = {Path(file["name"]).name: file for file in lock_in(archive)["files"] if file["kind"] == "font"}
    for name, file in files.items():
        whole = PROJECT / "fonts" / name
        assert file["whole"] == sha256(whole.read_bytes()).hexdigest()
        assert file["size"] < whole.stat().st_size / 5
    used = {Path(font["file"]).name for font in lock_in(archive)["used"]["fonts"]}
    unused = files.keys() - used
    assert unused
    assert all(files[name]["size"] < 2000 for name in unused)


def test_the_lock_says_in_what_the_text_was_set(archive: bytes) -> None:
    used = lock_in(archive)["used"]
    assert {"song", "hei"} <= {font["family"] for font in used["fonts"]}
    slots = used["styles"]["pages"]["1"]["slots"]
    headline = used["styles"]["styles"][slots["second"]["headline"]]
    assert (headline["font"], headline["size"], headline["lines"]) == ("hei", 22, 3)
    assert "table" not in slots["lead"]


def test_it_comes_out_byte_for_byte(archive: bytes, tmp_path: Path) -> None:
    result = rebuilt(tmp_path, archive)
    assert (result.outcome, result.findings) == ("same", ())
    assert (tmp_path / "again/out/001/001-archive.pdf").read_bytes() == archive
    starter = PROJECT / "src/bulletin_layout/cli/starter"
    for name in ("bulletin.yaml", "content/001/first-story.md", "layouts/front.yaml"):
        assert (tmp_path / "again" / name).read_bytes() == (starter / name).read_bytes()


def test_other_products_can_be_asked_for(archive: bytes, tmp_path: Path) -> None:
    result = rebuild_file(written(tmp_path, archive), tmp_path / "again", products=("dump",))
    assert result.outcome == "same"
    assert [path.name for path in (tmp_path / "again/out/001").iterdir()] == ["001.dump.txt"]


@pytest.mark.parametrize(
    "settings", [{"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}, {"LC_ALL": "C", "SOURCE_DATE_EPOCH": "7"}]
)
def test_no_clock_locale_or_folder_shows(archive: bytes, tmp_path: Path, settings: dict[str, str]) -> None:
    issue = start_paper(tmp_path / "elsewhere 别处" / "paper")
    os.utime(issue / "first-story.md", (1, 1))
    build = "from bulletin_layout.cli import main; main(['build', '.', '--to', 'archive', '-q'])"
    command = f"import os; os.umask(0o077); {build}"
    environment = {**os.environ, **settings, "PYTHONPATH": str(PROJECT / "src")}
    subprocess.run([sys.executable, "-c", command], cwd=issue, env=environment, check=True)
    assert (issue.parents[1] / "out/001/001-archive.pdf").read_bytes() == archive


def test_a_draft_carries_its_sources_too(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    lengthen(issue / "first-story.md")
    result = build_issue(issue, products=("archive",), out=tmp_path / "out")
    assert [path.relative_to(tmp_path / "out/001").as_posix() for path in result.files] == ["draft/001-archive.pdf"]
    assert rebuilt(tmp_path, result.files[0].read_bytes()).outcome == "same"


def test_the_press_s_own_colours_go_with_the_issue(tmp_path: Path) -> None:
    issue = paper_with_photo(tmp_path, "{}")
    profile = PROJECT / "src/bulletin_layout/pictures/icc/FOGRA39L_coated.icc"
    shutil.copy(profile, tmp_path / "paper" / "our press.icc")
    with (tmp_path / "paper" / "bulletin.yaml").open("a", encoding="utf-8") as file:
        file.write("print: {profile: ours, profiles: {ours: {intent: our press.icc}}}\n")
    data = archive_of(issue, tmp_path / "out")
    assert carried_file(data, "our press.icc") == profile.read_bytes()
    assert lock_in(data)["used"]["colours"]["name"] == "our press.icc"
    assert rebuilt(tmp_path, data).outcome == "same"


def test_the_print_profile_that_was_asked_for_is_used_again(tmp_path: Path) -> None:
    issue = paper_with_photo(tmp_path, "{}")
    data = archive_of(issue, tmp_path / "out", profile="newspaper")
    assert lock_in(data)["options"]["profile"] == "newspaper"
    assert data != archive_of(issue, tmp_path / "out")
    assert rebuilt(tmp_path, data).outcome == "same"


def test_a_name_that_could_not_be_unpacked_is_a_finding_of_the_build(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    (issue / "first-story.md").rename(issue / "aux.md")
    text = (issue / "issue.yaml").read_text("utf-8").replace("lead: first-story", "lead: aux")
    (issue / "issue.yaml").write_text(text, "utf-8")
    result = build_issue(issue, products=("archive",), out=tmp_path / "out")
    assert (result.outcome, result.draft) == ("findings", True)
    (finding,) = (finding for finding in result.findings if finding.severity == "error")
    assert said(finding).startswith(
        "content/001/aux.md:1:1: error[archive-name]: the name is no name for a file on every"
    )
    assert build_issue(issue, products=("dump",), out=tmp_path / "out").outcome == "clean"


def test_two_names_that_are_one_elsewhere_are_a_finding_of_the_build() -> None:
    sources = [Source(name, Path(name), "text", b"") for name in ("a/Stories.md", "a/stories.md", "b.md")]
    assert [said(finding) for finding in unfit(sources)] == [
        'a/stories.md:1:1: error[archive-name]: on some systems this is the same file as "a/Stories.md"; '
        "the archive file could not be unpacked: rename it"
    ]


def test_photos_are_carried_or_found_by_digest_as_the_policy_says(tmp_path: Path) -> None:
    issue = paper_with_photo(tmp_path, "{photos: hash}")
    data = archive_of(issue, tmp_path / "out")
    assert "content/001/photos/风.jpg" not in carried_names(data)
    result = rebuilt(tmp_path, data)
    assert (result.outcome, codes(result)) == ("stopped", ["missing-source"])
    assert "content/001/photos/风.jpg is named by its digest only" in message(result.findings[0])
    assert "--photos DIR" in message(result.findings[0])
    assert not (tmp_path / "again").exists()
    (tmp_path / "pictures" / "old").mkdir(parents=True)
    (issue / "photos" / "风.jpg").rename(tmp_path / "pictures" / "old" / "DSC1.jpg")
    assert rebuilt(tmp_path, data, tmp_path / "pictures").outcome == "same"


@pytest.mark.parametrize("kept", [False, True])
def test_a_photo_that_changes_while_the_issue_is_built_is_not_archived(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    issue = paper_with_photo(tmp_path, "{}")
    if kept:  # the pages need not look at the file again
        archive_of(issue, tmp_path / "out")

    def meanwhile(*_: object) -> tuple[Finding, ...]:
        with (issue / "photos" / "风.jpg").open("ab") as photo:
            photo.write(b"another")
        return ()

    monkeypatch.setattr("bulletin_layout.pipeline.viewing.inspect_edition", meanwhile)
    result = build_issue(issue, products=("archive",), out=tmp_path / "out")
    assert result.outcome == "stopped"
    assert "风.jpg was changed while the issue was being built" in message(result.findings[-1])
    place = result.findings[-1].location
    assert "风.jpg" in (issue / Path(place.path).name).read_text(encoding="utf-8").splitlines()[place.line - 1]


@pytest.mark.parametrize("way", ["subset", "attach"])
def test_with_its_fonts_it_needs_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    issue = paper_with_photo(tmp_path, f"{{fonts: {way}}}")
    weights = ", ".join(f"{weight}: {{file: NotoSansSC-Bold.ttf}}" for weight in ("regular", "bold", "black"))
    face = f"{{weights: {{{weights}}}}}"  # one small file: what is carried has to be packed
    fonts = f"schema: bulletin/fonts@1\nfamilies: {{song: {face}, hei: {face}, kai: {face}}}\n"
    (tmp_path / "paper" / "fonts" / "fonts.yaml").write_text(fonts, "utf-8")
    data = archive_of(issue, tmp_path / "out")
    whole = (PROJECT / "fonts/NotoSansSC-Bold.ttf").read_bytes()
    assert (carried_file(data, "fonts/NotoSansSC-Bold.ttf") == whole) == (way == "attach")
    assert attached("content/001/photos/风.jpg") in carried_names(data)
    shutil.rmtree(tmp_path / "paper")
    monkeypatch.setattr("bulletin_layout.pipeline.rebuild._places", lambda _: [])
    monkeypatch.setattr("bulletin_layout.reading.font_lists.builtin_fonts", lambda: None)
    assert rebuilt(tmp_path, data).outcome == "same"


def test_excerpts_set_every_kind_of_text_as_the_whole_fonts_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = start_paper(tmp_path / "paper")
    fonts = tmp_path / "paper/fonts"
    families = ""
    for font in sorted(SCRIPTS.glob("*.ttf")):
        os.link(font, fonts / font.name)
        families += f"  {font.stem}: {{weights: {{regular: {{file: {font.name}}}}}}}\n"
    written = (fonts / "fonts.yaml").read_text("utf-8")
    names = "".join(f", {font.stem}" for font in sorted(SCRIPTS.glob("*.ttf")))
    entered = written.replace("fallback: [song, hei, kai", f"{families}fallback: [song, hei, kai{names}")
    (fonts / "fonts.yaml").write_text(entered, "utf-8")
    (issue / "first-story.md").write_text(ODD_TEXT, "utf-8")
    data = archive_of(issue, tmp_path / "out")
    used = {font["family"] for font in lock_in(data)["used"]["fonts"]}
    assert {font.stem for font in SCRIPTS.glob("*.ttf")} <= used
    shutil.rmtree(tmp_path / "paper")
    monkeypatch.setattr("bulletin_layout.pipeline.rebuild._places", lambda _: [])
    assert rebuilt(tmp_path, data).outcome == "same"


def test_shipped_fonts_are_carried_as_a_copy_of_them_would_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(STARTER, tmp_path / "named")
    named = archive_of(tmp_path / "named/content/001", tmp_path / "out")
    shutil.copytree(STARTER, tmp_path / "copied")
    shutil.copytree(PROJECT / "fonts", tmp_path / "copied/fonts/builtin", copy_function=os.link)
    assert archive_of(tmp_path / "copied/content/001", tmp_path / "other") == named
    monkeypatch.setattr("bulletin_layout.reading.font_lists.builtin_fonts", lambda: None)
    assert rebuilt(tmp_path, named).outcome == "same"


def test_a_font_that_is_not_found_is_named_with_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = archive_of(paper_with_photo(tmp_path, "{fonts: hash}"), tmp_path / "out")
    monkeypatch.setattr("bulletin_layout.pipeline.rebuild._places", lambda _: [])
    result = rebuilt(tmp_path, archive)
    lock = lock_in(archive)
    fonts = {file["name"]: file for file in lock["files"] if file["kind"] == "font" and not file["carried"]}
    assert set(fonts) == {font["file"] for font in lock["used"]["fonts"]}  # no others are asked for
    assert (result.outcome, codes(result)) == ("stopped", ["missing-source"] * len(fonts))
    assert next(iter(fonts.values()))["sha256"] in message(result.findings[0])
    assert "--fonts DIR" in message(result.findings[0])
    (tmp_path / "used").mkdir()
    for name in fonts:
        os.link(PROJECT / name, tmp_path / "used" / Path(name).name)
    assert rebuilt(tmp_path, archive, tmp_path / "used").outcome == "same"


def test_the_program_is_carried_on_and_never_unpacked(tmp_path: Path, archive: bytes) -> None:
    program = lock_in(archive)["program"]
    older = [{**each, "sha256": sha256(b"older").hexdigest(), "size": 5} for each in program]
    carrying = with_lock(archive, program=older)
    for each in program:
        carrying = with_file(carrying, each["name"], b"older")
    result = rebuilt(tmp_path, carrying)
    assert (result.outcome, result.findings) == ("differs", ())  # another lock, that is all
    again = (tmp_path / "again/out/001/001-archive.pdf").read_bytes()
    assert [carried_file(again, each["name"]) for each in program] == [b"older"] * len(program)
    assert lock_in(again)["program"] == older
    unpacked = {path.name for path in (tmp_path / "again").rglob("*")}
    assert not unpacked & {each["name"] for each in program}


def test_a_program_that_was_altered_is_named(tmp_path: Path, archive: bytes) -> None:
    wheel = next(each["name"] for each in lock_in(archive)["program"] if each["name"].endswith(".whl"))
    result = rebuilt(tmp_path, with_file(archive, wheel, b"PK"))
    assert (result.outcome, codes(result)) == ("differs", ["altered-source"])
    assert wheel in message(result.findings[0])


def test_an_archive_file_from_before_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = BEFORE.read_bytes()
    (tmp_path / "used").mkdir()
    used = {font["file"] for font in lock_in(old)["used"]["fonts"]}
    assert len(used) < sum(file["kind"] == "font" for file in lock_in(old)["files"])
    for name in used:
        os.link(PROJECT / name, tmp_path / "used" / Path(name).name)
    monkeypatch.setattr("bulletin_layout.pipeline.rebuild._places", lambda _: [])
    result = rebuilt(tmp_path, old, tmp_path / "used")
    assert (result.outcome, result.findings) == ("differs", ())  # its lock names other versions
    again = (tmp_path / "again/out/001/001-archive.pdf").read_bytes()
    assert lock_in(again)["options"] == lock_in(old)["options"]
    assert (lock_in(again)["program"], [name for name in carried_names(again) if name.endswith(".whl")]) == ([], [])
    verdict = verify_file(BEFORE, look_in=[tmp_path / "used"])
    assert (verdict.outcome in ("content", "differs"), verdict.findings) == (True, ())


def test_an_altered_source_is_named_and_built(archive: bytes, tmp_path: Path) -> None:
    altered = with_file(archive, "bulletin.yaml", carried_file(archive, "bulletin.yaml") + b"english: NEW\n")
    result = rebuilt(tmp_path, altered)
    assert (result.outcome, codes(result)) == ("differs", ["altered-source"])
    assert "bulletin.yaml was altered" in message(result.findings[0])
    dump = rebuild_file(tmp_path / "001-archive.pdf", tmp_path / "dump", products=("dump",))
    assert (dump.outcome, codes(dump)) == ("differs", ["altered-source"])


def test_a_source_that_was_taken_out_is_named(archive: bytes, tmp_path: Path) -> None:
    result = rebuilt(tmp_path, with_file(archive, "content/001/second-story.md", None))
    assert (result.outcome, codes(result)) == ("stopped", ["lost-source"])
    assert result.build is not None
    assert "missing-story" in [finding.code for finding in result.build.findings]


def test_a_file_that_is_no_source_is_left_aside(archive: bytes, tmp_path: Path) -> None:
    result = rebuilt(tmp_path, with_file(archive, "content/001/third.md", "外来。".encode()))
    assert (result.outcome, codes(result)) == ("differs", ["foreign-file"])
    assert not (tmp_path / "again/content/001/third.md").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../outside.md",
        "/tmp/outside.md",
        "C:/outside.md",
        "a/../../outside.md",
        "con.md",
        "Bulletin.YAML",
        ".git/config",
        ".envrc",
        "out/001/001.pdf",
        "a/.b/c.md",
        "COM1.tar.gz",
        "bulletin.yaml ",
        "content\\x.md",
    ],
)
@pytest.mark.parametrize("locked", [False, True], ids=["carried", "in the lock"])
def test_hostile_names_unpack_nothing(archive: bytes, tmp_path: Path, name: str, locked: bool) -> None:
    hostile = with_file(archive, name, b"x")
    if locked:
        file = {"name": name, "kind": "text", "sha256": "0", "size": 1, "carried": True}
        hostile = with_lock(archive, files=[*lock_in(archive)["files"], file])
    before = sorted(tmp_path.iterdir())
    result = rebuilt(tmp_path, hostile)
    assert (result.outcome, codes(result)) == ("stopped", ["no-archive"])
    assert "nothing was unpacked" in message(result.findings[0])
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "001-archive.pdf"])


def test_an_issue_folder_that_leaves_the_publication_is_refused(archive: bytes, tmp_path: Path) -> None:
    hostile = with_lock(archive, issue={**lock_in(archive)["issue"], "folder": "../../etc"})
    assert codes(rebuilt(tmp_path, hostile)) == ["no-archive"]


def test_a_folder_that_is_not_empty_is_left_as_it_is(archive: bytes, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "mine.txt").write_text("mine")
    result = rebuilt(tmp_path, archive)
    assert (result.outcome, codes(result)) == ("stopped", ["not-written"])
    assert [path.name for path in (tmp_path / "again").iterdir()] == ["mine.txt"]


def locked_too(archive: bytes, **files: bytes) -> bytes:
    """The archive with more files, which its lock names."""
    for name, contents in files.items():
        archive = with_file(archive, name, contents)
        file = {"name": name, "kind": "text", "sha256": sha256(contents).hexdigest(), "size": len(contents)}
        archive = with_lock(archive, files=[*lock_in(archive)["files"], {**file, "carried": True}])
    return archive


def test_what_no_issue_is_made_of_is_left_aside_though_the_lock_names_it(archive: bytes, tmp_path: Path) -> None:
    names = ("Makefile", "x/conftest.py", "run.sh", "content/001/a.exe", "Taskfile.yml", "content/001/third.md")
    result = rebuilt(tmp_path, locked_too(archive, **dict.fromkeys(names, b"x")))
    assert (result.outcome, codes(result)) == ("differs", ["foreign-file"] * len(names))
    assert [name for name in names if (tmp_path / "again" / name).exists()] == []
    assert not (tmp_path / "again" / "x").exists()
    assert (tmp_path / "again/fonts/OFL-lxgw-wenkai.txt").exists()


def test_an_attachment_that_is_far_larger_than_its_lock_says_is_not_unpacked(archive: bytes, tmp_path: Path) -> None:
    result = rebuilt(tmp_path, with_file(archive, "bulletin.yaml", bytes(5_000_000)))
    assert (result.outcome, codes(result)) == ("stopped", ["no-archive"])
    assert 'its attachment "bulletin.yaml" is too large' in message(result.findings[0])
    assert not (tmp_path / "again").exists()


def test_what_an_issue_could_not_be_unpacked_from_is_a_finding_of_the_build(tmp_path: Path) -> None:
    large = tmp_path / "large.tif"
    with large.open("wb") as file:
        file.truncate(200_000_001)
    sources = [Source(name, large, "picture") for name in ("scan", ".scans/a.jpg", "out/a.jpg")]
    assert [said(finding).partition("; ")[0] for finding in unfit(sources)][:3] == [
        "scan:1:1: error[archive-name]: the name has not the ending of a source: .yaml, .md, .txt, .json, .jpg, .png, "
        ".tif, .webp, .ttf, .otf, .ttc or .icc",
        ".scans/a.jpg:1:1: error[archive-name]: the name has a part that begins with a dot, as hidden files do",
        "out/a.jpg:1:1: error[archive-name]: the name lies in out, where the products go",
    ]
    assert "the file has more than 200 MB" in said(unfit(sources)[3])


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    assert codes(rebuild_file(tmp_path, tmp_path / "again")) == ["unreadable-file"]
    os.mkfifo(tmp_path / "pipe.pdf")
    assert codes(rebuild_file(tmp_path / "pipe.pdf", tmp_path / "again")) == ["unreadable-file"]
