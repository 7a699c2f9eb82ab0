"""Finds addresses in running text (网址、邮箱、路径): where each begins and ends, and the target of its link.

Lines break inside an address without a hyphen (RFC 3986 appendix C), and tagged files link it. The end of an address
follows GFM 6.9: punctuation of the sentence after it is not part of it, nor is a closing bracket that was opened before
it; balanced brackets are. Its path may contain Han, and so may its host before 中国 and the like (RFC 3987).
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from bulletin_layout.values import NamedTuple


class Address(NamedTuple):
    """text[start:end]; ``target``: the URL that a click opens, percent-encoded; "": it is no link."""

    start: int
    end: int
    target: str


# Repetitions are possessive or short, and a match begins only at the start of a word, so that the time is linear in the
# length of the text. Character sets have only ASCII, Latin-1 and classes such as \w: larger ones compile slowly.
_HAN: Final = r"[^\W\x00-\xff]"  # Han, and the letters of other scripts beyond Latin-1
_SIGNS: Final = r"A-Za-z0-9\xc0-\xff\-._~:/?#\[\]@!$&'()*+=%\\"  # of a path; , and ; may separate two addresses
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
#: Folders with which a path may begin directly after Han; any other / there separates words (中文/English).
_ROOTS: Final = "usr|home|etc|var|opt|tmp|mnt|data|dev|root|bin|lib|srv|proc|Users|Volumes|Applications|System|Library"
#: Beginnings of addresses that have no slash.
_WWW: Final = rf"{_WORD}(?P<www>[Ww]{{3}}\.{_HOST})"
_MAIL: Final = (
    rf"{_WORD}(?P<mail>[{_NAME}][{_NAME}.+-]{{0,63}}@(?:{_LABEL}\.){{0,8}}[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?)"
    rf"(?::(?=[{_NAME}.~-]{{1,64}}/))?"  # user@host:folder/file
)
_NUMBERED: Final = rf"(?<![{_NAME}.])(?:(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}|localhost)(?=:[0-9]|/[A-Za-z])"
_NAMED: Final = rf"{_WORD}(?![0-9]{{1,3}}\.{_WEB}){_HOST}"
#: Beginnings of addresses in their order.
_HEADS: Final = (
    rf"{_WORD}(?P<web>[A-Za-z][A-Za-z0-9+.-]{{1,19}}://(?:{_HAN_HOST}|[A-Za-z0-9._~:@%\[\]-]++|(?=/)))",
    _WWW,
    _MAIL,
    rf"{_WORD}[A-Za-z]:[\\/]",  # C:\
    rf"(?<![{_NAME}.%~\\-])[{_NAME}.%~-]{{0,64}}\\{{1,2}}(?=[{_NAME}.%~-]|{_HAN})",  # \\server\share, folder\file
    r"(?<![A-Za-z0-9.])10\.[0-9]{4,9}/(?=[!-~])",  # DOI
    _NUMBERED,
    rf"(?<![A-Za-z0-9./~])(?:~|\.{{1,2}})/(?=[{_NAME}.]|{_HAN})",
    rf"(?<!{_HAN})(?<![A-Za-z0-9./~)\]%])/{_FOLDER}(?=[{_NAME}.]|{_HAN})",
    rf"(?<={_HAN})/(?:(?:{_ROOTS})/|(?:{_FOLDER}){{0,16}}{_FILE})",
    rf"{_WORD}(?:{_FOLDER}){{1,16}}{_FILE}",
    _NAMED,
)
_HEAD: Final = f"(?=[!-~])(?:{'|'.join(_HEADS)})"
#: Those of a text without slashes, which most texts are: the others are slow to compile. It has no ``web`` address.
_HEAD_WITHOUT_SLASH: Final = f"(?=[!-~])(?:(?P<web>(?!))|{_WWW}|{_MAIL}|{_NUMBERED}|{_NAMED})"
#: What may follow the beginning if a path does, and its greatest length.
_PATH: Final = (
    rf"(?:[{_SIGNS}]++|[,;](?![,;]?(?:{_WEB}|[{_NAME}.+-]{{1,64}}@))"
    # Han after a sign of the path that then goes on (/通知/1.html), and Han before such a sign (/2026年报.pdf)
    rf"|(?:(?<=[/\\=_-])|(?<=_\()){_HAN}++(?=[{_SIGNS}])(?!{_WEB})|{_HAN}++(?=[/\\._-](?:[A-Za-z0-9]|{_HAN})))*+"
)
_LONGEST: Final = 2048
#: Every address contains one of these: a quick test, which a date (3/4), a unit (mg/L) or a name (J. Rowe) fails.
_HINT: Final = re.compile(
    rf"@|[{_NAME}-]\.[A-Za-z]|[!-~]\\|\\[!-~]|[:~.]/|/[{_NAME}.-]+/|\.[0-9]{{4,9}}/|(?:\.[0-9]{{1,3}}|localhost)[/:]"
)
#: Signs that belong to the sentence if an address ends with them (GFM 6.9).
_AFTER: Final = ".,:;!?'*_~(["
_SOFT_HYPHEN: Final = "\u00ad"
_IS_HAN: Final = re.compile(_HAN)
_PRINTABLE: Final = "".join(map(chr, range(0x21, 0x7F)))


def addresses(text: str) -> Iterator[Address]:
    """The addresses in a text, in order: web and mail addresses, DOIs, names of hosts, paths of files.

    If Han follow and it is not clear whether they belong to the address (``www.a.cn/下载``), the address ends before
    them and has no target: a wrong link is worse than none.
    """
    if _SOFT_HYPHEN in text:  # a soft hyphen is not part of an address: search without it, then restore the offsets
        kept = [at for at, char in enumerate(text) if char != _SOFT_HYPHEN]
        for start, end, target in addresses("".join(text[at] for at in kept)):
            yield Address(kept[start], kept[end - 1] + 1, target)
        return
    if not ("." in text or "/" in text or "@" in text or "\\" in text) or not _HINT.search(text):
        return
    # not at import: slow to compile; re caches them
    heads = re.compile(_HEAD if "/" in text or "\\" in text else _HEAD_WITHOUT_SLASH)
    found = heads.search(text)
    while found:
        start, end = found.span()
        if text[end - 1] in "/\\:" or (found.lastgroup != "mail" and text.startswith(("/", "?", "#", ":", "\\"), end)):
            path = re.compile(_PATH).match(text, end, end + _LONGEST)
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
    """The end of an address that reaches to ``end`` at most: before the first closing bracket that it did not open, and
    before punctuation of the sentence."""
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
    """The target of an address: of one with http(s):// or www., and of a mail address whose host has a dot."""
    if head["mail"]:
        return f"mailto:{address}" if address == head["mail"] and re.search(r"\.[A-Za-z]{2,}\Z", address) else ""
    web = head["web"] or ""
    if not head["www"] and not (web.isascii() and web.lower().startswith(("http://", "https://"))):
        return ""
    return ("https://" if head["www"] else "") + quote(address, safe=_PRINTABLE)
