"""Files written in one step (整存): nobody ever meets half of one."""

import os
from pathlib import Path
from stat import S_IMODE


def put(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Write a file under another name beside its place, then move it there; folders above it are made. ``mode``: its
    permissions, else those that a new file has. A symbolic link at that place is replaced. OSError: what was there is
    as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    making = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
    try:
        with making.open("xb") as file:
            file.write(data)
        if mode is not None:
            making.chmod(mode)
        os.replace(making, path)
    finally:
        making.unlink(missing_ok=True)


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file, keeping its permissions; if it is a symbolic link, its target is replaced. OSError: it is as it
    was."""
    path = path.resolve()
    put(path, data, mode=S_IMODE(path.stat().st_mode))
