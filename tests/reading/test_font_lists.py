"""fonts.yaml that goes on from the shipped fonts: found, pinned, with own families beside them."""

from pathlib import Path

import pytest

from bulletin_layout.reading import Reading, read_issue
from tests.reading.publication import write_publication
from tests.support.said import said

SHIPPED = """\
schema: bulletin/fonts@1
families:
  song: {licence: {name: OFL-1.1, file: OFL.txt}, weights: {regular: {file: a.ttf}, bold: {file: b.ttf}}}
  kai: {latin: song, weights: {regular: {file: c.ttf}}}
fallback: [song, kai]
"""


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder outside the publication, as an installed distribution has one."""
    folder = tmp_path / "installed"
    folder.mkdir()
    (folder / "fonts.yaml").write_text(SHIPPED, "utf-8")
    for name in ("a.ttf", "b.ttf", "c.ttf", "OFL.txt"):
        (folder / name).write_bytes(b"")
    monkeypatch.setattr("bulletin_layout.reading.font_lists.builtin_fonts", lambda: folder)
    return folder


def pin(text: str = SHIPPED) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


def read(tmp_path: Path, fonts: str) -> Reading:
    issue = write_publication(tmp_path / "paper", {"fonts/fonts.yaml": f"schema: bulletin/fonts@1\n{fonts}\n"})
    return read_issue(issue)


def errors(reading: Reading) -> list[str]:
    return [said(finding).split("/")[-1] for finding in reading.findings]


def test_shipped_families_are_there_without_being_named(tmp_path: Path, shipped: Path) -> None:
    reading = read(tmp_path, f"extends: {{name: builtin, sha256: {pin()}}}")
    assert (errors(reading), reading.issue is not None) == ([], True)
    assert reading.fonts is not None
    assert reading.fonts.files["song", "bold"].path == shipped / "b.ttf"
    assert (reading.fonts.fallback, reading.fonts.companions) == (("song", "kai"), {"kai": "song"})


def test_sources_are_named_as_a_copy_would_be(tmp_path: Path, shipped: Path) -> None:
    fonts = f"extends: {{name: builtin, sha256: {pin()}}}"
    installed = [(each.name, each.kind) for each in read(tmp_path, fonts).sources if each.name.startswith("fonts/")]
    assert ("fonts/builtin/a.ttf", "font") in installed
    assert ("fonts/builtin/fonts.yaml", "text") in installed
    shipped.rename(tmp_path / "paper/fonts/builtin")
    copied = read_issue(tmp_path / "paper/content/1").sources
    assert [(each.name, each.kind) for each in copied if each.name.startswith("fonts/")] == installed
    assert all(each.path.is_relative_to(tmp_path / "paper") for each in copied)


def test_own_families_stand_beside_the_shipped_ones_or_in_their_place(tmp_path: Path, shipped: Path) -> None:
    (shipped / "c.ttf").unlink()  # of the family that is replaced
    own = (
        "families: {kai: {weights: {regular: {file: kai.ttf}}}, biao: {latin: song, weights: {bold: {file: song.ttf}}}}"
    )
    reading = read(tmp_path, f"extends: {{name: builtin, sha256: {pin()}}}\n{own}\nfallback: [song, biao]")
    assert errors(reading) == []
    assert reading.fonts is not None
    assert reading.fonts.files["kai", "regular"].path == tmp_path / "paper/fonts/kai.ttf"
    assert (reading.fonts.fallback, reading.fonts.companions) == (("song", "biao"), {"biao": "song"})


def test_another_shipped_list_than_the_pinned_one_is_an_error(tmp_path: Path, shipped: Path) -> None:
    (shipped / "fonts.yaml").write_bytes(SHIPPED.replace("\n", "\r\n").encode())  # a checkout with other line ends
    assert errors(read(tmp_path, f"extends: {{name: builtin, sha256: {pin()}}}")) == []
    (shipped / "fonts.yaml").write_text(SHIPPED + "# 2\n", "utf-8")
    (finding,) = read_issue(tmp_path / "paper/content/1").findings
    assert finding.code == "font-changed"
    assert pin(SHIPPED + "# 2\n") in said(finding)


def test_without_a_digest_the_one_to_write_is_given(tmp_path: Path, shipped: Path) -> None:
    (finding,) = read(tmp_path, "extends: builtin").findings
    assert (finding.code, finding.severity) == ("font-unpinned", "warning")
    assert f"write extends: {{name: builtin, sha256: {pin()}}}" in said(finding)


def test_fonts_that_are_not_installed_are_an_error(
    tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_layout.reading.font_lists.builtin_fonts", lambda: None)
    reading = read(tmp_path, f"extends: {{name: builtin, sha256: {pin()}}}")
    assert [finding.code for finding in reading.findings] == ["no-builtin-fonts"]


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [("extends: bultin", ["wrong-value"]), ("fallback: [song]", ["missing-key"]), ("families: {}", ["missing-key"])],
)
def test_a_list_must_have_families_or_go_on_from_the_shipped_ones(
    tmp_path: Path, shipped: Path, fonts: str, expected: list[str]
) -> None:
    found = read(tmp_path, fonts).findings
    assert [finding.code for finding in found if "fonts.yaml" in finding.location.path][:1] == expected


def test_names_do_not_leave_the_shipped_folder(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "outside.ttf").write_bytes(b"")
    (shipped / "fonts.yaml").write_text(SHIPPED.replace("c.ttf", "../outside.ttf"), "utf-8")
    pinned = pin(SHIPPED.replace("c.ttf", "../outside.ttf"))
    (finding,) = read(tmp_path, f"extends: {{name: builtin, sha256: {pinned}}}").findings
    assert finding.code == "path-outside"
