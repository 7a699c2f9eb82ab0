"""Who may ask the live page's server (门卫): whoever knows the token, from a page of ours, at an address of ours."""

from collections.abc import Mapping
from hmac import compare_digest
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from bulletin_layout.values import dataclass

#: Sent with every answer: nothing is loaded or run but what this server sends.
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: What a page of ours posts: no form can, and pages of elsewhere would have to be allowed to (CORS).
_POSTED: Final = frozenset(("application/json", "application/octet-stream"))


@dataclass(frozen=True, slots=True)
class Guard:
    """``token``: the first part of every path; ``names``: host names that are ours, in small letters."""

    token: str
    names: frozenset[str]

    def path(self, path: str) -> str | None:
        """What a path asks for, below the token; None: it does not begin with that."""
        first, slash, rest = path.removeprefix("/").partition("/")
        return rest if slash and compare_digest(first.encode(), self.token.encode()) else None

    def admits(self, method: str, headers: Mapping[str, str], at: str) -> bool:
        """Whether a request may be answered. ``headers``: by names in small letters; ``at``: the address of this
        machine at which it came in.

        A page of elsewhere can send requests here, and by DNS even under its own name (DNS rebinding): neither has a
        host name of ours. What posts must also say that it is a page of ours, and send what no form can.
        """
        host = headers.get("host", "")
        if not self._is_ours(host, at):
            return False
        if method != "POST":
            return headers.get("sec-fetch-site", "none") in ("same-origin", "none")
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return headers.get("origin") == f"http://{host}" and kind in _POSTED

    def _is_ours(self, host: str, at: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name in self.names:
            return True
        try:
            return ip_address(name) == ip_address(at)
        except ValueError:
            return False
