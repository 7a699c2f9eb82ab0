"""The address at which browsers find the live page (地址)."""

import secrets
import socket
from typing import Final

from bulletin_layout.live.guard import Guard

#: The port that is used if none is asked for, and if it is free.
USUAL_PORT: Final = 4180
LOCAL: Final = "127.0.0.1"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at a host's port; 0: any that is free. OSError: it cannot be had."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where SO_REUSEADDR would share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def is_local(listening: socket.socket) -> bool:
    """Whether only this machine can reach a socket."""
    name: str = listening.getsockname()[0]
    return name.startswith("127.") or name == "::1"


def guard_of(host: str, listening: socket.socket) -> Guard:
    """A guard with a new token, for a socket that listens at ``host``."""
    names = {"localhost", LOCAL, "::1", host.lower()}
    return Guard(
        secrets.token_urlsafe(16), frozenset(names if is_local(listening) else {*names, socket.gethostname().lower()})
    )


def address(host: str, listening: socket.socket, guard: Guard) -> str:
    """What is typed into a browser."""
    port = listening.getsockname()[1]
    name = LOCAL if host in ("0.0.0.0", "") else "::1" if host == "::" else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/{guard.token}/"
