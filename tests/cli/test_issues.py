"""build, check and new as a user runs them."""

import io
import json
import re
import shutil
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from bulletin_layout.cli.progress import Progress
from tests.support.paper import PROJECT, lengthen, start_paper

FINDING = re.compile(r"\S+:\d+:\d+: (error|warning)\[[a-z-]+\]: .+")


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return start_paper(tmp_path / "paper")


def test_build_prints_the_slot_table_and_what_it_wrote(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(issue), "--to", "dump"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["page", "slot", "story", "room", "字", "行", "set", "字", "行", "over/short", "gave"]
    assert lines[1].split()[:3] == ["1", "lead", "first-story"]
    assert lines[-2] == f"001: wrote {issue.parents[1] / 'out' / '001' / '001.dump.txt'}"
    assert lines[-1] == "001: 0 errors, 0 warnings"


def test_build_says_that_pages_with_errors_are_a_draft(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lengthen(issue / "second-story.md")
    assert main(["build", str(issue), "--to", "dump"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert FINDING.fullmatch(lines[0])
    assert any("this is a draft" in line for line in lines)
    assert lines[-1] == "001: 1 error, 0 warnings"


def test_quiet_prints_findings_only(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lengthen(issue / "second-story.md")
    assert main(["check", str(issue), "--quiet"]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert [bool(FINDING.fullmatch(line)) for line in printed.out.splitlines()] == [True]


def test_an_issue_that_is_not_there_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nothing")]) == 2
    assert "error[no-issue]" in capsys.readouterr().out


def test_check_as_json_gives_findings_with_their_places(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lengthen(issue / "second-story.md")
    assert main(["check", str(issue), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["schema"], found["exit"]) == ("bulletin/findings@1", 1)
    (report,) = found["issues"]
    assert report["findings"][0].keys() == {
        "severity", "code", "message", "fields", "path", "line", "column",
    }  # fmt: skip
    assert report["findings"][0]["code"] == "overset"
    assert [slot["story"] for slot in report["slots"]] == ["first-story", "second-story"]


def test_several_issues_at_a_time_are_printed_in_the_order_named(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = shutil.copytree(issue, issue.with_name("002"))
    text = (other / "issue.yaml").read_text(encoding="utf-8")
    (other / "issue.yaml").write_text(text.replace('"001"', '"002"'), encoding="utf-8")
    lengthen(other / "first-story.md")
    assert main(["check", str(other), str(issue), "--jobs", "2"]) == 1
    lines = capsys.readouterr().out.splitlines()
    endings = [line for line in lines if "errors," in line or "error," in line]
    assert endings == ["002: 1 error, 0 warnings", "001: 0 errors, 0 warnings"]
    assert lines[-1] == "2 issues: 1 clean, 1 with errors: 002"


def test_a_batch_ends_with_a_count_even_when_quiet(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = [str(issue)]
    for name in ("002", "003", "004"):
        named.append(str(shutil.copytree(issue, issue.with_name(name))))
        file = Path(named[-1]) / "issue.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace('"001"', f'"{name}"'), encoding="utf-8")
    lengthen(issue.with_name("002") / "first-story.md")
    story = issue.with_name("003") / "second-story.md"
    story.write_text(story.read_text(encoding="utf-8")[:400], encoding="utf-8")
    (issue.with_name("004") / "issue.yaml").write_text("schema: x\n", encoding="utf-8")
    assert main(["check", *named, "--quiet"]) == 2
    out = capsys.readouterr().out.splitlines()
    assert out[-1] == "4 issues: 1 clean, 1 with warnings, 1 could not be read (004), 1 with errors: 002"
    assert main(["check", *named[:1], "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", *named[:2], "--quiet", "--lang", "zh"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "共 2 期：1 期没有问题、1 期有错误：002"


def test_new_starts_a_publication_that_builds_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["new", str(tmp_path / "paper"), "--fonts", str(PROJECT / "fonts")]) == 0
    monkeypatch.chdir(tmp_path / "paper")
    assert main(["build", "001", "--fail-on", "warning", "--to", "print"]) == 0
    assert "001: 0 errors, 0 warnings" in capsys.readouterr().out
    assert (tmp_path / "paper" / "out" / "001" / "001.pdf").read_bytes().startswith(b"%PDF")
    for path in (
        Path("bulletin.yaml"),
        Path("layouts/front.yaml"),
        Path("content/001/issue.yaml"),
        Path("fonts/fonts.yaml"),
    ):
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert schema is not None
        assert json.loads((path.parent / schema[1]).read_text("utf-8"))["$id"].startswith("urn:bulletin-layout:")


def test_fonts_lists_every_file_with_its_licence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fonts", str(PROJECT), "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["fonts", str(PROJECT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[1:4]] == [["song", "regular"], ["song", "bold"], ["song", "black"]]
    assert all("OFL-1.1" in line for line in lines[1:4])


@pytest.mark.parametrize("kind", ["publication", "layout", "issue", "story", "fonts"])
def test_schema_is_json_that_names_the_keys(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["additionalProperties"] is False
    assert {"schema", "headline"} & schema["properties"].keys()


def test_schema_writes_all_kinds_to_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--write", str(tmp_path / "schemas")]) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "schemas").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (PROJECT / "schemas").iterdir()}
    (tmp_path / "file").write_bytes(b"")
    assert main(["schema", "--write", str(tmp_path / "file")]) == 2
    assert f"bulletin schema: {tmp_path / 'file'}: " in capsys.readouterr().err


def test_schema_has_only_options_that_mean_something_there(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schema", "--help"])
    assert set(re.findall(r"^ +(-\S+)", capsys.readouterr().out, re.MULTILINE)) == {"-h,", "--write", "--lang"}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_a_plain_line_a_stage_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with Progress("001", stream, "en", quiet=False) as progress:
        progress.tell("read", 0, 0)
        progress.tell("png", 0, 2)
        progress.tell("png", 1, 2)
    assert stream.getvalue() == "001: reading files\n001: page images\n"


def test_progress_is_a_bar_on_a_terminal_and_leaves_no_trace() -> None:
    stream = Terminal()
    with Progress("001", stream, "en", quiet=False) as progress:
        progress.tell("png", 1, 2)
        assert "page images [############............] 1/2" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")
