"""What each command takes, in the user's language: its arguments and options."""

import argparse
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.cli import option_values as values
from bulletin_layout.languages import Language

#: A text in Chinese and in English.
Both = tuple[str, str]
_PRODUCTS: Final[Both] = (
    "print（印刷件，PDF/X）、screen（屏幕件，带结构）、archive（存档件，带来源文件）、booklet（骑马订大版）、"
    "spreads（对页看样）、plates（分色样，要 Ghostscript）、png（小样和总览）、text（每篇和全期的纯文本）、"
    "dump（文字清单）；不写为 print,png",
    "print (PDF/X for the press), screen (tagged PDF), archive (PDF with its sources), booklet (sheets for saddle "
    "stitch), spreads (proof, two pages a sheet), plates (proof of each plate, by Ghostscript), png (page images and "
    "contact sheet), text (each story and the issue as plain text), dump (marks as text); default: print,png",
)
_SUGGEST: Final[Both] = (
    "把一版的每篇稿在每个版块里真排一遍，按超多少、差多少给各种排法排名。"
    "分数：超一行 4 分；差一行 1 分（版块许差的不算）；"
    "图片或标题没有地方 40 分；有图位没有图 10 分。",
    "Try every story of a page in every slot, and rank the ways to arrange them by what is left over and short. "
    "cost: 4 for a 行 over; 1 for a 行 short beyond what the slot may be; 40 for a photo or a head without room; "
    "10 for room without its photo.",
)
_STATUS: Final[Both] = (
    "应排是版块放得下多少字，实写是稿件有多少字；未了是稿件里还没有改的问题。什么也不写。"
    "退出码：0 没有错误；1 还有错误；2 输入读不了。",
    "ordered: what a slot holds; written: what its story has, in 字; open: findings in the story's file. Nothing is "
    "written. Exit codes: 0 no error is open; 1 some are; 2 the input could not be read.",
)
_IMPORT: Final[Both] = (
    "标题、署名、图说、小标题、列表、表格、脚注、图片都认出来，拿不准的和没有保留的一一列出。"
    "同一篇来稿可以再导入：改过的稿件不会被覆盖，两边的改动合并。"
    "退出码：0 都写好了；1 有的没有写；2 一篇也没有写。",
    "Heads, byline, captions, crossheads, lists, tables, notes and photos are recognized; what was guessed and "
    "what was not kept is listed. A manuscript may come again: an edited story is never overwritten, both sides' "
    "changes are merged. Exit codes: 0 all written; 1 some were not; 2 none was.",
)
_PROOF: Final[Both] = (
    "每版一张校样：行号、版块名、校次、签名栏；改过的地方按 GB/T 14706 画校对符号，旁注写明旧文新文。"
    "后面是改动清单；另有两校并排的对照和 JSON。每校的记录写在这一期的 proofs/ 里。"
    "退出码：0 出了；1 有的版不能作清样或付印；2 没有出。",
    "A sheet for each page: line numbers, names of slots, stamp, boxes to sign; what changed has proof marks after "
    "GB/T 14706 and a note with the old and the new text. Then the list of changes; besides, both rounds side by side, "
    "and JSON. Each round is kept in proofs/ of the issue. Exit codes: 0 made; 1 a page is refused as clean or for "
    "press; 2 nothing was made.",
)
_DIGEST_ONLY: Final[dict[str, Both]] = {
    "fonts": (
        "存档件只记了校验值的字体，到这个文件夹里找；可以写几次",
        "a folder to look in for fonts that the file names by their digest only; may be repeated",
    ),
    "photos": (
        "存档件只记了校验值的图片，到这个文件夹里找；可以写几次",
        "a folder to look in for photos that the file names by their digest only; may be repeated",
    ),
}
_ISSUE: Final[Both] = ("这一期的文件夹，或它在 content/ 下的名字", "an issue's folder, or its name under content/")


class Options:
    """Adds the options of a command to its parser; ``say`` chooses the language of a help text."""

    def __init__(self, language: Language) -> None:
        self._chinese = language == "zh"
        self._checked = partial(values.checked, chinese=self._chinese)
        self.count = self._checked(values.count)

    def say(self, zh: str, en: str) -> str:
        """The text in the user's language."""
        return zh if self._chinese else en

    def build(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin build`` takes."""
        self._add_issues(command)
        command.add_argument(
            "--to",
            type=self._checked(values.products),
            default=("print", "png"),
            metavar="PRODUCT,…",
            help=self.say(*_PRODUCTS),
        )
        command.add_argument("--pages", type=self._checked(values.counts), default=(), metavar="N,…", help=self.say(
            "png 只画这几版，例如 2,4（不写为各版和总览）",
            "png: draw these pages only, e.g. 2,4 (default: all, and the contact sheet)",
        ))  # fmt: skip
        command.add_argument("--dpi", type=self._checked(values.dots), metavar="N", help=self.say(
            "png 每英寸多少点（不写为 150）", "png: dots an inch (default 150)"
        ))  # fmt: skip

    def check(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin check`` takes."""
        self._add_issues(command)
        self._add_format(command)
        command.add_argument("--fix", action="store_true", help=self.say(
            "列出不用问就能改的（标点、空格、错别字等），只看不改",
            "show what can be mended without a question (marks, spaces, words), as a difference",
        ))  # fmt: skip
        command.add_argument("--write", action="store_true", help=self.say(
            "配 --fix：改进文件里", "with --fix: write it into the files"
        ))  # fmt: skip
        command.add_argument("--stats", action="store_true", help=self.say(
            "稿件检查各项查出几处、留了几处", "how often each check of manuscripts found something, and was left"
        ))  # fmt: skip

    def import_(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin import`` takes."""
        say = self.say
        command.description = say(*_IMPORT)
        add = command.add_argument
        add("files", nargs="+", type=Path, metavar="FILE|DIR", help=say(
            "来稿：.docx、.txt、.md，或者放来稿的文件夹；可以写几个",
            "manuscripts: .docx, .txt, .md, or folders of them",
        ))  # fmt: skip
        add("--to", dest="issue", required=True, metavar="ISSUE", help=say(*_ISSUE))
        add("--changes", choices=("ask", "accept", "reject"), default="ask", help=say(
            "有修订的：ask 列出来，不写（不写为 ask）；accept 都接受；reject 都拒绝",
            "tracked changes: list them and write nothing (ask, the default), accept all or reject all",
        ))  # fmt: skip
        add("--comments", choices=("list", "keep"), default="list", help=say(
            "批注：list 只列出来（不写为 list）；keep 作为 <!-- 批注 --> 留在稿件里",
            "comments: list them (default), or keep them in the story as remarks",
        ))  # fmt: skip
        add("--via-soffice", action="store_true", help=say(
            ".doc、.wps、.rtf、.odt 先由 LibreOffice 转换", "convert .doc, .wps, .rtf and .odt by LibreOffice first"
        ))  # fmt: skip
        add("--force", action="store_true", help=say(
            "改过的稿件、换过的图片也用来稿覆盖", "overwrite stories and photos that were edited since"
        ))  # fmt: skip
        self._add_format(command)

    def proof(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin proof`` takes."""
        say = self.say
        command.description = say(*_PROOF)
        add = command.add_argument
        add("issue", metavar="ISSUE", help=say(*_ISSUE))
        which = command.add_mutually_exclusive_group(required=True)
        which.add_argument("--round", type=self._checked(values.round_number), metavar="N", help=say(
            "第几校：1 是一校，2 是二校……", "which round: 1, 2, 3 …"
        ))  # fmt: skip
        which.add_argument("--clean", action="store_true", help=say(
            "清样；有的版不够格就逐版说明", "the clean proof; says page by page what keeps it from being clean"
        ))  # fmt: skip
        which.add_argument("--press", action="store_true", help=say(
            "付印：记下各版的样子，以后排出来不一样就报",
            "sign for press: keep what each page looks like, and report a later build that differs",
        ))  # fmt: skip
        add("--date", type=self._checked(values.day), metavar="YYYY-MM-DD", help=say(
            "出样日期（不写就在校样上留空）", "the day of the proof (default: a blank on the sheets)"
        ))  # fmt: skip
        self._add_format(command)

    def suggest(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin suggest`` takes."""
        say = self.say
        command.description = say(*_SUGGEST)
        add = command.add_argument
        add("issue", metavar="ISSUE", help=say(*_ISSUE))
        add("--page", type=self.count, metavar="N", help=say(
            "只排一版，按 issue.yaml 数（不写为各版）", "one page, as issue.yaml counts them (default: all)"
        ))  # fmt: skip
        add("--layouts", action="store_true", help=say("也试刊物的其他版式", "try the publication's other layouts too"))
        add(
            "--keep",
            type=values.words,
            default=(),
            metavar="SLOT,…",
            help=say("这几个版块不动", "slots that stay as they are"),
        )
        add(
            "--best",
            type=self.count,
            default=5,
            metavar="N",
            help=say("列出几种（不写为 5）", "how many to show (default 5)"),
        )
        add("--write", action="store_true", help=say(
            "把最好的（或 --rank 说的）写进 issue.yaml", "put the best, or that of --rank, into issue.yaml"
        ))  # fmt: skip
        add("--rank", type=self.count, metavar="N", help=say(
            "配 --write 和 --page：写第几种（不写为 1）", "with --write and --page: which one (default 1)"
        ))  # fmt: skip
        self._add_format(command)

    def status(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin status`` takes."""
        say = self.say
        command.description = say(*_STATUS)
        command.add_argument("issue", metavar="ISSUE", help=say(*_ISSUE))
        self._add_format(command)
        command.add_argument(
            "--json", action="store_const", const="json", dest="format", help=say("同 --format json", "--format json")
        )

    def preview(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin preview`` takes."""
        say = self.say
        add = command.add_argument
        add("issue", metavar="ISSUE", help=say(*_ISSUE))
        add("--port", type=self._checked(values.port), metavar="N", help=say(
            "端口（不写为 4180，有程序占着就另找一个；0 随便一个）",
            "default: 4180, or another one if that is taken; 0: any",
        ))  # fmt: skip
        add("--host", metavar="NAME", help=say(
            "在哪个地址上等（不写就只有这台机器打得开）", "the address to listen at (default: this machine only)"
        ))  # fmt: skip
        add(
            "--no-open", action="store_true", help=say("只打印地址，不打开浏览器", "print the address, open no browser")
        )
        add("--read-only", action="store_true", help=say("只看，不许在页面上改", "edit nothing from the page"))
        add("--editor", metavar="NAME", help=say(
            "点一行时打开的编辑器：vscode、idea、zed 等，或一条命令，如 'subl {file}:{line}'（不写是 vscode）",
            "the editor that a click opens: vscode, idea, zed …, or a command such as 'subl {file}:{line}' "
            "(default: vscode)",
        ))  # fmt: skip

    def rebuild(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin rebuild`` takes."""
        command.add_argument("file", metavar="FILE.pdf", help=self.say(
            "存档件，build --to archive 写的那个", "an archive file, as build --to archive writes it"
        ))  # fmt: skip
        self._add_digest_only(command)
        command.add_argument(
            "--to",
            type=self._checked(values.products),
            default=("archive",),
            metavar="PRODUCT,…",
            help=self.say("不写为 archive", "default: archive"),
        )

    def verify(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin verify`` takes."""
        command.add_argument("files", nargs="+", type=Path, metavar="FILE.pdf|DIR", help=self.say(
            "存档件，或者放存档件的文件夹；可以写几个",
            "archive files, as build --to archive writes them, or folders of them",
        ))  # fmt: skip
        command.set_defaults(jobs=0)
        self._add_digest_only(command)

    def new(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin new`` takes."""
        say = self.say
        command.add_argument("name", metavar="NAME", help=say("要建的文件夹", "the folder to make"))
        of = command.add_mutually_exclusive_group()
        of.add_argument("--copy-fonts", action="store_true", help=say(
            "把自带字体也复制进去（不写就只登记，不复制）",
            "copy the fonts that come with the program, too (default: named, not copied)",
        ))  # fmt: skip
        of.add_argument("--fonts", type=Path, metavar="DIR", help=say(
            "不用自带字体，复制这个有 fonts.yaml 的文件夹",
            "a folder with fonts.yaml to copy instead of those",
        ))  # fmt: skip

    def explain(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin explain`` takes."""
        command.add_argument(
            "code",
            metavar="CODE",
            help=self.say("方括号里的代码，如 overset", "what stands in brackets, such as overset"),
        )

    def schema(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin schema`` takes."""
        say = self.say
        what = command.add_mutually_exclusive_group(required=True)
        what.add_argument("kind", nargs="?", type=self._checked(values.kind), metavar="KIND", help=say(
            "打印哪一种：publication、layout、issue、story、fonts",
            "print that of publication, layout, issue, story or fonts",
        ))  # fmt: skip
        what.add_argument("--write", type=Path, metavar="DIR", help=say(
            "五种都写到一个文件夹，例如 schemas", "write all of them to a folder, e.g. schemas"
        ))  # fmt: skip

    def fonts(self, command: argparse.ArgumentParser) -> None:
        """What ``bulletin fonts`` takes."""
        command.add_argument(
            "publication",
            nargs="?",
            type=Path,
            default=Path(),
            help=self.say("刊物文件夹（不写为这里）", "its folder (default: here)"),
        )

    def _add_issues(self, command: argparse.ArgumentParser) -> None:
        add, say = command.add_argument, self.say
        add("issues", nargs="+", metavar="ISSUE", help=say(*_ISSUE))
        add("--profile", metavar="NAME", help=say(
            "印刷要求：sheetfed、offset-uncoated、newspaper，或 bulletin.yaml 里的一个",
            "print profile: sheetfed, offset-uncoated, newspaper or one of bulletin.yaml",
        ))  # fmt: skip
        add("--fail-on", choices=("error", "warning", "never"), default="error", help=say(
            "到哪一级算不合格（不写为 error）", "default: error"
        ))  # fmt: skip
        add("--ignore", type=self._checked(values.codes), default=(), metavar="CODE,…", help=say(
            "不报这几种问题（见 bulletin explain）", "put findings of these codes off (see bulletin explain)"
        ))  # fmt: skip

    def _add_format(self, command: argparse.ArgumentParser) -> None:
        command.add_argument(
            "--format", choices=("text", "json"), default="text", help=self.say("不写为 text", "default: text")
        )

    def _add_digest_only(self, command: argparse.ArgumentParser) -> None:
        for kind, both in _DIGEST_ONLY.items():
            command.add_argument(
                f"--{kind}", type=Path, action="append", default=[], metavar="DIR", help=self.say(*both)
            )
