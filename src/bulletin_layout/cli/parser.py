"""The commands in the user's language; what each of them takes is in ``options``.

argparse is sufficient; importing another parser would take a quarter of the time of a small build.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn

from bulletin_layout import __version__
from bulletin_layout.cli import parser_words
from bulletin_layout.cli.options import Both, Options
from bulletin_layout.languages import LANGUAGES, Language

_UNPACKED: Final[Both] = (
    "来源文件取到哪个文件夹，要新的或空的（不写为这里的 NAME-rebuilt）",
    "the folder to unpack into, new or empty (default: NAME-rebuilt here)",
)
_DRAWN: Final[Both] = (
    "对照图放在哪里，每个不同的版一张（不写就不画）",
    "where a picture of each page that differs goes (default: none is drawn)",
)
_ISSUES_AT_A_TIME: Final[Both] = ("同时排几期（不写为 1）", "issues at a time (default 1)")
_FILES_AT_A_TIME: Final[Both] = (
    "同时核验几个（不写，有几个处理器就几个）",
    "files at a time (default: as many as there are processors)",
)


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of the command line, with help and messages in one language."""
    parser_words.speak(language)
    commands = _Commands(Options(language))
    commands.making()
    commands.planning()
    commands.archives()
    commands.others()
    return commands.parser


class _Parser(argparse.ArgumentParser):
    """A parser that shows a wrong argument harmlessly: the name of a file may have come from anywhere."""

    def error(self, message: str) -> NoReturn:
        from bulletin_layout.findings.visible import visible

        super().error(visible(message))


class _Command(_Parser):
    """The parser of one command. Its options are added when it is the one that was given: those of all commands
    together would take a tenth of what a build with nothing to do takes."""

    fill: Callable[[argparse.ArgumentParser], None] | None = None

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        fill, self.fill = self.fill, None
        if fill is not None:
            fill(self)
        return super().parse_known_args(args, namespace)


class _Commands:
    """Builds the parser, command by command, in the order of its help."""

    def __init__(self, options: Options) -> None:
        self._options = options
        say = options.say
        self.parser = _Parser(
            prog="bulletin",
            formatter_class=parser_words.Formatter,
            description=say(
                "排中文报纸、简报：读 YAML 版式和稿件，出可以付印的 PDF。",
                "Printed Chinese newsletters: YAML page layouts and story files in, print-ready PDF out.",
            ),
            epilog=say(
                "退出码：0 没有问题；1 有达到 --fail-on 的问题；2 输入读不了。",
                "Exit codes: 0 clean; 1 findings at or above --fail-on; 2 the input could not be read.",
            ),
        )
        self._add_version(self.parser, say("显示版本号", "show the version"))
        self._add_language(self.parser)
        self._commands = self.parser.add_subparsers(
            dest="command", metavar="COMMAND", required=True, parser_class=_Command
        )

    def _command(
        self,
        name: str,
        zh: str,
        en: str,
        own: Callable[[argparse.ArgumentParser], None],
        *,
        quiet: bool = True,
        out: Both | None = None,
        jobs: Both | None = None,
    ) -> None:
        """A command with its ``own`` options, and with those that all commands accept; those without effect on it are
        hidden in its help."""
        say = self._options.say

        def fill(command: argparse.ArgumentParser) -> None:
            add, hidden = command.add_argument, argparse.SUPPRESS
            self._add_version(command, hidden)
            shown = say("只打印问题", "print findings only") if quiet else hidden
            add("--quiet", "-q", action="store_true", help=shown)
            count = self._options.count
            add("--jobs", "-j", type=count, default=1, metavar="N", help=say(*jobs) if jobs else hidden)
            add("--out", type=Path, metavar="DIR", help=say(*out) if out else hidden)
            self._add_language(command)
            own(command)

        self._commands.add_parser(name, help=say(zh, en), formatter_class=parser_words.Formatter).fill = fill

    def _add_version(self, parser: argparse.ArgumentParser, words: str) -> None:
        parser.add_argument("--version", action="version", version=f"bulletin {__version__}", help=words)

    def _add_language(self, parser: argparse.ArgumentParser) -> None:
        words = self._options.say("用中文还是英文", "the language of the program's words")
        parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words)

    def making(self) -> None:
        """The commands that make pages and stories."""
        options, add = self._options, self._command
        add(
            "build",
            "排一期，出 PDF 和小样",
            "make an issue's PDF and page images",
            options.build,
            out=("成品放在哪里（不写为 out/）", "where products go (default: out/)"),
            jobs=_ISSUES_AT_A_TIME,
        )
        add(
            "check",
            "只查问题，什么也不写",
            "report the same findings, write nothing",
            options.check,
            jobs=_ISSUES_AT_A_TIME,
        )
        add("import", "来稿（Word、文本）变成稿件", "make stories of manuscripts (Word, text)", options.import_)
        add(
            "proof",
            "出校样：和上一校比，改了什么标在版上",
            "proofs of a round: what changed since the last one is marked on the pages",
            options.proof,
            out=("校样放在哪里（不写为 out/）", "where proofs go (default: out/)"),
        )

    def planning(self) -> None:
        """The commands that show how an issue is, and may be."""
        options, add = self._options, self._command
        add(
            "suggest", "哪篇稿上哪个版块：几种最好的排法", "which story into which slot: the best ways", options.suggest
        )
        add(
            "status",
            "一期做到哪里了：各版、责编、稿件长短、图片、未了的问题、差错率",
            "how far an issue is: pages, editors, lengths, photos, what is open, error rate",
            options.status,
            quiet=False,
        )
        add(
            "preview",
            "活样：在浏览器里看版，改了文件马上重排",
            "the live page: an issue in the browser, drawn as you edit",
            options.preview,
        )

    def archives(self) -> None:
        """The commands for archive files."""
        options, add = self._options, self._command
        add(
            "rebuild",
            "用存档件把这一期重新排出来",
            "make an issue again from its archive file",
            options.rebuild,
            out=_UNPACKED,
        )
        add(
            "verify",
            "核验存档件：来源文件还排得出同样的版面吗",
            "is an archive file what its own sources give?",
            options.verify,
            out=_DRAWN,
            jobs=_FILES_AT_A_TIME,
        )

    def others(self) -> None:
        """The commands that need no issue."""
        options, add = self._options, self._command
        add("new", "新建刊物，马上能排", "start a new publication that builds at once", options.new)
        add(
            "explain",
            "一种问题是什么意思、怎么改",
            "what a finding's code means, and how to mend it",
            options.explain,
            quiet=False,
        )
        add(
            "schema",
            "给 YAML 编辑器用的 JSON Schema",
            "JSON Schema for a YAML editor",
            options.schema,
            quiet=False,
        )
        add(
            "fonts",
            "各字族：文件、收字、许可、标点宽度",
            "each family: file, coverage, licence, its marks",
            options.fonts,
        )
