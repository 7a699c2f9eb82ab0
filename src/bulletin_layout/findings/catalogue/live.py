"""The live page: its server and what it is asked for (活样)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase

#: What the documents call this area.
TITLE = ("活样", "The live page")


@entry(
    "error",
    zh="活样要用的库没有装（{missing}）：pip install 'bulletin-layout[preview]'",
    en="the live page needs libraries that are not installed ({missing}): pip install 'bulletin-layout[preview]'",
    meaning=("bulletin preview 要用的几个库是另装的。", "What bulletin preview needs is installed separately."),
    mend=(
        "照这句话安装；在本项目里用 make preview。",
        "Install it as the sentence says; within this project, use make preview.",
    ),
    example="bulletin preview 2026-10",
    fixed=True,
)
def preview_not_installed(place: Location, *, missing: tuple[str, ...]) -> Finding: ...


@entry(
    "error",
    zh="{host} 的 {port} 端口开不了：{reason}；换一个，例如 --port {other}，或者 --port 0 随便用一个",
    en="port {port} of {host} cannot be used: {reason}; choose another, e.g. --port {other}, or --port 0 for any",
    meaning=(
        "活样要在这个端口上等浏览器，它正被别的程序（也许是另一个活样）用着，或者系统不许用。",
        "The live page waits for browsers at this port, which another program (perhaps another live page) uses, or "
        "which the system does not grant.",
    ),
    mend=("用 --port 换一个，或不写 --port。", "Choose another with --port, or leave --port out."),
    example="bulletin preview 2026-10 --port 80",
    fixed=True,
)
def port_busy(place: Location, *, host: str, port: int, reason: Phrase, other: int) -> Finding: ...


@wording(
    port_busy,
    severity="hint",
    zh="{port} 端口有别的程序在用，改用 {other}",
    en="port {port} is used by another program, so this is at {other}",
)
def port_changed(place: Location, *, port: int, other: int) -> Finding: ...


@entry(
    "warning",
    zh="--host {host}：这台机器之外也打得开活样，凡拿到这个地址的人都能看、能改",
    en="--host {host}: the live page can be opened from other machines; whoever has its address can read and edit",
    meaning=(
        "活样本来只有这台机器自己打得开。地址里有一段随机的字，但它不加密。",
        "By default only this machine can open the live page. Its address has a random part, but nothing is encrypted.",
    ),
    mend=(
        "只在信得过的网络里这样用，并加 --read-only；否则去掉 --host。",
        "Do so only in a network that you trust, with --read-only; otherwise leave --host out.",
    ),
    example="bulletin preview 2026-10 --host 0.0.0.0",
)
def open_to_network(place: Location, *, host: str) -> Finding: ...


@wording(
    open_to_network,
    severity="hint",
    zh="--host {host} --read-only：这台机器之外也打得开活样，凡拿到这个地址的人都能看",
    en="--host {host} --read-only: the live page can be opened from other machines; whoever has its address can read",
)
def shown_to_network(place: Location, *, host: str) -> Finding: ...


@entry(
    "error",
    zh="程序自身出错，这一版样没有排出来：{problem}。改动文件会再排；请把这句话报告给我们",
    en="an internal error kept this view from being made: {problem}. The next change of a file tries again; please "
    "report this",
    meaning=(
        "程序没有料到的情形。上一次排好的版面还在，活样也还开着。",
        "A case the program is not prepared for. The last good pages stay, and so does the live page.",
    ),
    mend=("把这句话和引起它的文件报告给我们。", "Report the sentence, and the files that caused it."),
    example=("程序自身出错：KeyError: 'lead'", "an internal error: KeyError: 'lead'"),
    fixed=True,
)
def build_failed(place: Location, *, problem: str) -> Finding: ...


@entry(
    "error",
    zh="活样听不懂浏览器要的这一件：{what}。刷新页面再试",
    en="the live page was asked for what it does not know: {what}. Reload the page and try again",
    meaning=(
        "浏览器里的页面和程序对不上：页面是以前打开的，或者地址是手写的。",
        "The page in the browser and the program do not fit: it was opened earlier, or the address was typed.",
    ),
    mend=("刷新页面；地址以命令行打印的为准。", "Reload the page; the address is the one that the command printed."),
    example="GET /TOKEN/pages/99",
    fixed=True,
)
def request_unknown(place: Location, *, what: str) -> Finding: ...


@entry(
    "error",
    zh="活样是以 --read-only 打开的，什么也不改",
    en="the live page was opened with --read-only, and changes nothing",
    meaning=("--read-only 只看不改。", "With --read-only, pages are only looked at."),
    mend=("要改就不写 --read-only，重新打开。", "To edit, open it again without --read-only."),
    example="bulletin preview 2026-10 --read-only",
    fixed=True,
)
def read_only(place: Location) -> Finding: ...


@entry(
    "error",
    zh="现在导不出：最新的文件还排不成版，先改好列出来的问题",
    en="nothing can be exported now: the newest files cannot be composed; mend what is listed first",
    meaning=("导出的成品总是最新文件的。", "Exported products are always those of the newest files."),
    mend=("改好错误再导出。", "Mend the errors, then export."),
    example=("导出 → 印刷件", "Export → press file"),
    fixed=True,
)
def not_exported(place: Location) -> Finding: ...
