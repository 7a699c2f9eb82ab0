"""The program that made an issue, as it travels in the archive file (随档程序): a wheel made of its own files, the lock
of what it needs, and how to open the file without us. Nothing here is ever unpacked or run by a rebuild."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import bulletin_layout
from bulletin_layout import __version__
from bulletin_layout.archive.attachments import Attachment
from bulletin_layout.archive.versions import LIBRARIES
from bulletin_layout.archive.wheel import Distribution

#: How the lock of the program's dependencies and the guide are called in the archive file.
REQUIREMENTS_NAME: Final = "bulletin-requirements.txt"
README_NAME: Final = "README.txt"

_NAME: Final = "bulletin-layout"
_PACKAGE: Final = Path(bulletin_layout.__file__).parent
#: Files of the project that lie beside the package in a checkout, and in this folder of it where it was installed.
_BESIDE: Final = ("LICENSE", "NOTICE", "requirements.lock")
_CARRIED: Final = "archive/carried"
_LOCKED: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[ ]*(;[^\\\n]*)?", re.MULTILINE)


def program_files() -> tuple[Attachment, ...]:
    """The running program's wheel, its requirements and the guide: the same bytes from a checkout, from an installed
    wheel, and from one that was taken out of an archive file."""
    files = dict(_own_files())
    wheel = Distribution(
        name=_NAME,
        version=__version__,
        licence="Apache-2.0",
        python=">=3.11",
        requires=_requires(files["requirements.lock"].decode()),
        command=("bulletin", "bulletin_layout.cli:main"),
        licences={name: files[name] for name in ("LICENSE", "NOTICE")},
    )
    named = {f"bulletin_layout/{_CARRIED}/{name}" if name in _BESIDE else name: data for name, data in files.items()}
    guide = (
        (_PACKAGE / _CARRIED / README_NAME)
        .read_text("utf-8")
        .format(version=__version__, wheel=wheel.file_name, requirements=REQUIREMENTS_NAME)
    )
    return (
        as_attachment(README_NAME, guide.encode()),
        as_attachment(REQUIREMENTS_NAME, files["requirements.lock"]),
        as_attachment(wheel.file_name, wheel.wheel(named)),
    )


def as_attachment(name: str, data: bytes) -> Attachment:
    """A file of the program, made just now or carried on, as an attachment."""
    if name.endswith(".whl"):
        return Attachment(name, data, "application/zip", "Supplement", "程序 the program")
    about = "说明 how to open this file" if name == README_NAME else "程序要用的库 libraries of the program"
    return Attachment(name, data, "text/plain", "Supplement", about)


def _own_files() -> Iterator[tuple[str, bytes]]:
    """The package's files by their names in a wheel, and those of ``_BESIDE`` by their own."""
    for name in _BESIDE:
        installed = _PACKAGE / _CARRIED / name
        yield name, _contents(installed if installed.is_file() else _PACKAGE.parents[1] / name)
    for path in _PACKAGE.rglob("*"):
        name = path.relative_to(_PACKAGE.parent).as_posix()
        made = any(part.startswith(".") or part == "__pycache__" for part in name.split("/"))
        if path.is_file() and not made and path.name not in _BESIDE:
            yield name, _contents(path)


def _contents(path: Path) -> bytes:
    """A file's bytes; a text's with one kind of line ends, as git has them."""
    data = path.read_bytes()
    return data if b"\0" in data else data.replace(b"\r\n", b"\n")


def _requires(lock: str) -> list[str]:
    """What pip must install beside the wheel, in the versions of the lock."""
    return [f"{name}=={version}{marker and ' ' + marker.strip()}" for name, version, marker in _LOCKED.findall(lock)
            if name in LIBRARIES]  # fmt: skip
