"""Addresses in running text (网址、邮箱、路径): where each begins and ends, and where a click on it leads.

What is an address decides where a line may break (never with a hyphen, RFC 3986 appendix C) and what becomes a link.
Its end follows GFM 6.9: the sentence's marks after it are not part of it, nor is a bracket that opened before it;
balanced brackets are. Han may stand in its path and, before 中国 and the like, in its host (RFC 3987).
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import quote


class Address(NamedTuple):
    """text[start:end]; ``target``: the address that a click on it opens, percent-encoded; "": none."""

    start: int
    end: int
    target: str


# Repetitions are possessive or short, and a search begins only where a word does, so that time grows with the length.
# Sets hold ASCII and Latin-1 alone, or classes such as \w: others take long to compile.
_HAN: Final = r"[^\W\x00-\xff]"  # and the letters of other scripts
_SIGNS: Final = r"A-Za-z0-9\xc0-\xff\-._~:/?#\[\]@!$&'()*+=%\\"  # of a path, without those that part two addresses
_NAME: Final = "A-Za-z0-9_"
_WORD: Final = f"(?<![{_NAME}])"
_WEB: Final = r"(?:[A-Za-z]{2,9}://|[Ww]{3}\.)"
_LABEL: Final = f"[A-Za-z0-9][{_NAME}-]{{0,62}}"
_HOST: Final = rf"(?:{_LABEL}\.){{1,9}}(?:[a-z][a-z0-9]{{1,23}}|[A-Z]{{2,5}}[0-9]?)(?![{_NAME}])"
_HAN_HOST: Final = (
    rf"(?:{_LABEL}\.){{0,8}}{_HAN}(?:{_HAN}|[A-Za-z0-9-]){{0,62}}\."
    r"(?:中国|公司|网络|网址|政务|公益|在线|中文网|[A-Za-z]{2,24}(?![A-Za-z0-9]))(?::[0-9]{1,5})?"
)
_FOLDER: Final = rf"[{_NAME}][{_NAME}.-]{{0,63}}/"
_FILE: Final = rf"[{_NAME}-]{{1,64}}(?:\.[{_NAME}-]{{1,63}}){{0,4}}\.[A-Za-z][A-Za-z0-9]{{1,4}}(?![A-Za-z0-9])"
#: Folders that begin a path right after Han, where / stands between words otherwise (中文/English).
_ROOTS: Final = "usr|home|etc|var|opt|tmp|mnt|data|dev|root|bin|lib|srv|proc|Users|Volumes|Applications|System|Library"
#: What an address begins with.
_HEADS: Final = (
    rf"{_WORD}(?P<web>[A-Za-z][A-Za-z0-9+.-]{{1,19}}://(?:{_HAN_HOST}|[A-Za-z0-9._~:@%\[\]-]++|(?=/)))",
    rf"{_WORD}(?P<www>[Ww]{{3}}\.{_HOST})",
    rf"{_WORD}(?P<mail>[{_NAME}][{_NAME}.+-]{{0,63}}@(?:{_LABEL}\.){{0,8}}[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?)"
    rf"(?::(?=[{_NAME}.~-]{{1,64}}/))?",  # user@host:folder/file
    rf"{_WORD}[A-Za-z]:[\\/]",  # C:\
    rf"(?<![{_NAME}.%~\\-])[{_NAME}.%~-]{{0,64}}\\{{1,2}}(?=[{_NAME}.%~-]|{_HAN})",  # \\server\share, folder\file
    r"(?<![A-Za-z0-9.])10\.[0-9]{4,9}/(?=[!-~])",  # DOI
    rf"(?<![{_NAME}.])(?:(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}|localhost)(?=:[0-9]|/[A-Za-z])",
    rf"(?<![A-Za-z0-9./~])(?:~|\.{{1,2}})/(?=[{_NAME}.]|{_HAN})",
    rf"(?<!{_HAN})(?<![A-Za-z0-9./~)\]%])/{_FOLDER}(?=[{_NAME}.]|{_HAN})",
    rf"(?<={_HAN})/(?:(?:{_ROOTS})/|(?:{_FOLDER}){{0,16}}{_FILE})",
    rf"{_WORD}(?:{_FOLDER}){{1,16}}{_FILE}",
    rf"{_WORD}(?![0-9]{{1,3}}\.{_WEB}){_HOST}",
)
_HEAD: Final = f"(?=[!-~])(?:{'|'.join(_HEADS)})"
#: What may follow, where a path does, and how long it may be.
_PATH: Final = (
    rf"(?:[{_SIGNS}]++|[,;](?![,;]?(?:{_WEB}|[{_NAME}.+-]{{1,64}}@))"
    # Han after a sign of the path that then goes on (/通知/1.html), and Han before such a sign (/2026年报.pdf)
    rf"|(?:(?<=[/\\=_-])|(?<=_\()){_HAN}++(?=[{_SIGNS}])(?!{_WEB})|{_HAN}++(?=[/\\._-](?:[A-Za-z0-9]|{_HAN})))*+"
)
_LONGEST: Final = 2048
#: No address is without one of these.
_HINT: Final = re.compile(rf"[!-~][/\\]|[/\\][!-~]|@|[{_NAME}-]\.[A-Za-z]")
#: Signs that are the sentence's where an address ends with them.
_AFTER: Final = ".,:;!?'*_~(["
_SOFT_HYPHEN: Final = "\u00ad"
_IS_HAN: Final = re.compile(_HAN)
_PRINTABLE: Final = "".join(map(chr, range(0x21, 0x7F)))


def addresses(text: str) -> Iterator[Address]:
    """The addresses in a text, in its order: of web pages, mail and files, DOIs, names of hosts and of files.

    Where nobody can tell whether Han after it are its own (``www.a.cn/下载``), an address ends before them and
    leads nowhere.
    """
    if not _HINT.search(text):
        return
    if _SOFT_HYPHEN in text:  # it says where a word may be divided, and is none of the address
        kept = [at for at, char in enumerate(text) if char != _SOFT_HYPHEN]
        for start, end, target in addresses("".join(text[at] for at in kept)):
            yield Address(kept[start], kept[end - 1] + 1, target)
        return
    heads, paths = re.compile(_HEAD), re.compile(_PATH)  # compiled when a text first needs them; re keeps them
    found = heads.search(text)
    while found:
        start, end = found.span()
        if text[end - 1] in "/\\:" or (found.lastgroup != "mail" and text.startswith(("/", "?", "#", ":", "\\"), end)):
            path = paths.match(text, end, end + _LONGEST)
            end = path.end() if path else end
        doubtful = text[end - 1] in "/\\=_-(" and _is_han(text, end)
        end = _trimmed(text, start, end)
        while end > max(start, found.end("web")) and _is_han(text, end - 1):
            end, doubtful = end - 1, True
        if end - start > 1:
            yield Address(start, end, "" if doubtful else _target(text[start:end], found))
        found = heads.search(text, max(end, found.end()))


def _is_han(text: str, at: int) -> bool:
    return _IS_HAN.match(text, at) is not None


def _trimmed(text: str, start: int, end: int) -> int:
    """Where an address ends that could go on to ``end``: before the first bracket that opened before it, and before
    the sentence's marks."""
    waiting: list[str] = []
    for at in range(start, end):
        if text[at] in "([":
            waiting.append(")" if text[at] == "(" else "]")
        elif text[at] in ")]" and (not waiting or waiting.pop() != text[at]):
            end = at
            break
    while end > start and text[end - 1] in _AFTER:
        end -= 1
    return end


def _target(address: str, head: re.Match[str]) -> str:
    """Where a click leads: what begins with http(s):// or www., and mail to a host with a dot."""
    if head["mail"]:
        return f"mailto:{address}" if address == head["mail"] and re.search(r"\.[A-Za-z]{2,}\Z", address) else ""
    web = head["web"] or ""
    if not head["www"] and not (web.isascii() and web.lower().startswith(("http://", "https://"))):
        return ""
    return ("https://" if head["www"] else "") + quote(address, safe=_PRINTABLE)
