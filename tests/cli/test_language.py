"""Which language the program speaks, and that all of it is spoken."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from bulletin_layout.cli.language import asked_for, environment_language
from bulletin_layout.cli.parser_words import wrapped
from bulletin_layout.languages import Language
from tests.support.paper import start_paper

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US"}, "en"),
        ({"LANG": "en-GB"}, "en"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "zh"),
        ({"LC_ALL": "", "LANG": "en_US"}, "en"),
        ({"LC_ALL": "C", "LANG": "en_US", "LANGUAGE": "en"}, "zh"),
        ({"LANG": "de_DE", "LANGUAGE": "de:en:zh"}, "en"),
        ({"LANGUAGE": "en"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": "zh_CN:en"}, "zh"),
    ],
)
def test_the_language_of_an_environment(environment: Mapping[str, str], language: Language) -> None:
    assert environment_language(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "--lang", "zh"], "zh"),
        (["--lang=en", "check"], "en"),
        (["check", "--lang", "fr"], None),
        (["check", "--", "--lang", "zh"], None),
        (["check"], None),
    ],
)
def test_the_language_of_a_command_line_that_may_be_wrong(arguments: list[str], language: Language | None) -> None:
    assert asked_for(arguments) == language


def test_lang_comes_before_the_publication_and_this_before_the_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = start_paper(tmp_path / "paper")
    publication = issue.parents[1] / "bulletin.yaml"

    def last_line(*options: str) -> str:
        main(["check", str(issue), *options])
        return capsys.readouterr().out.splitlines()[-1]

    assert last_line() == "001: 0 errors, 0 warnings"
    monkeypatch.setenv("LANG", "C")
    assert last_line() == "001：0 处错误、0 处警告"
    publication.write_text(publication.read_text(encoding="utf-8") + "\nlanguage: en\n", encoding="utf-8")
    assert last_line() == "001: 0 errors, 0 warnings"
    assert last_line("--lang", "zh") == "001：0 处错误、0 处警告"
    monkeypatch.chdir(issue.parents[1])
    main(["check", "001"])
    assert "0 errors" in capsys.readouterr().out  # an issue that is named as it is called under content/


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "x", "--lang", "fr"])
    assert stop.value.code == 2
    assert "'fr'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["build", "check", "suggest", "rebuild", "verify", "new", "explain", "schema", "fonts", ""]
)
def test_help_is_whole_in_both_languages(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    def helped(language: str) -> str:
        with pytest.raises(SystemExit):
            main([*([command] if command else []), "--help", "--lang", language])
        return capsys.readouterr().out

    chinese, english = helped("zh"), helped("en")
    assert not HAN.search(re.sub("[字行]", "", english))
    options = [re.findall(r"^  (-[-\w, ]+)", text, re.MULTILINE) for text in (chinese, english)]
    assert [each[0] for each in options[0]] == [each[0] for each in options[1]]
    for paragraph in re.split(r"\n(?=  ?-|\n)", chinese.partition("\n\n")[2]):
        assert HAN.search(paragraph) or not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", paragraph), paragraph


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "还要写：COMMAND"),
        (["build"], "还要写：ISSUE"),
        (["build", "x", "--to", "paper"], "--to：没有 'paper' 这种成品；有：print、"),
        (["build", "x", "--jobs", "0"], "--jobs/-j：'0' 不是从 1 起的整数"),
        (["check", "x", "--fail-on", "note"], "没有 'note' 这一项"),
        (["check", "x", "--nothing"], "不认得：--nothing"),
        (["check", "x", "--profile"], "后面要写一个值"),
        (["check", "x", "--ignore", "smal-type"], "没有“smal-type”这种问题；是不是“small-type”？"),
        (["check", "x", "--ignore", "small-type,off-page"], "“off-page”不能降低，也不能不报"),
    ],
)
def test_wrong_arguments_are_told_in_chinese(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*arguments, "--lang", "zh"])
    assert stop.value.code == 2
    assert words in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*arguments, "--lang", "en"])
    assert not HAN.search(capsys.readouterr().err)


@pytest.mark.parametrize("written", ["off-page", "error[off-page]", "[off-page]:"])
def test_explain_takes_a_code_as_it_is_met(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", written]) == 0
    assert capsys.readouterr().out.startswith("off-page: error (")


def test_explain_of_an_unknown_code_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "of-page", "--lang", "zh"]) == 2
    assert capsys.readouterr().err == "bulletin explain：没有“of-page”这种问题；是不是“off-page”？\n"


@pytest.mark.parametrize("encoding", ["cp1252", "gbk", "ascii", "utf-8"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_output_never_fails_for_a_terminals_characters(encoding: str, language: str, tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    (issue / "extra㐂.md").write_text("一段没有上版的稿件。\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": f"{encoding}:strict", "PYTHONUTF8": "0"}
    program = "from bulletin_layout.cli import main; raise SystemExit(main())"
    command = [sys.executable, "-c", program, "check", str(issue), "--lang", language]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert b"unplaced-story" in done.stdout
    assert b"Error" not in done.stderr


def test_chinese_lines_break_at_the_terminals_width() -> None:
    assert wrapped("甲乙丙，丁戊（己）庚 page 2", 8) == ["甲乙丙，", "丁戊", "（己）庚", "page 2"]
    assert wrapped("a word and another", 8) == ["a word", "and", "another"]
