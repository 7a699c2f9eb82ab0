"""What a build read and wrote (记录), by which the next one sees that there is nothing to do.

It lies beside the products, in a folder that may be deleted at any time. It holds digests, and the findings, which a
build that has nothing to do says again. One that is damaged, or that another program made, is ignored.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import Any, Final

import bulletin_layout
from bulletin_layout.filing import put
from bulletin_layout.findings.stored import finding_as_data, finding_of, slot_as_data, slot_of
from bulletin_layout.folders import issue_folder, publication_above
from bulletin_layout.languages import Language
from bulletin_layout.pipeline.result import ALL_PAGES, FailOn, PageImages, Product, Result
from bulletin_layout.pipeline.shelf import MAKING
from bulletin_layout.states import State, state
from bulletin_layout.values import NamedTuple, dataclass

#: Where records lie, beside the issues' products.
_FOLDER: Final = Path(".cache/builds")
#: A record is read whole; none of ours comes near this, in bytes.
_MOST_BYTES: Final = 20_000_000
#: Of a folder's files, those that may be part of the issue: others, and the names of editors' own files, do not count.
_COUNTED: Final = frozenset((".md", ".yaml", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"))
#: What a record that is missing, damaged, or not ours may raise where it is read.
DAMAGED: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a build. ``folder``: the issue, as the user named it; ``shelves``: the folder of all issues'
    products, None where there is no publication; no ``products``: the issue is only checked."""

    folder: Path
    shelves: Path | None
    products: tuple[Product, ...]
    fail_on: FailOn = "error"
    profile: str | None = None
    ignore: tuple[str, ...] = ()
    language: Language = "zh"
    images: PageImages = ALL_PAGES


class Beginning(NamedTuple):
    """How it was before a build read anything: what changes while it runs is for the next one to see. ``time``:
    nanoseconds; ``listing``: the issue's files by name."""

    time: int
    listing: list[str]


def beginning(order: Order) -> Beginning:
    """How it is now."""
    return Beginning(time_ns(), _listing(order))


def recorded(order: Order) -> Result | None:
    """The result of the last build of this order, if everything it read and wrote, and the program, are as they were;
    else None."""
    path = _path(order)
    if path is None:
        return None
    try:
        data = kept(path)
        return _result_of(data["result"]) if _holds(data, order) else None
    except DAMAGED:
        return None


def _holds(data: Any, order: Order) -> bool:
    """Whether nothing has changed since a record was written, and no build was killed in between: a whole one clears up
    after it."""
    return (
        data["listing"] == _listing(order)
        and not any(Path(data["target"]).glob(f"{MAKING}*"))
        and all(is_still(name, *known) for name, known in data["files"].items())
    )


def _result_of(data: Any) -> Result:
    return Result(
        issue=str(data["issue"]),
        outcome="findings" if data["outcome"] == "findings" else "clean",
        findings=tuple(map(finding_of, data["findings"])),
        slots=tuple(map(slot_of, data["slots"])),
        files=tuple(map(Path, data["files"])),
        draft=bool(data["draft"]),
        unchanged=True,
    )


def record(
    order: Order, result: Result, read: Mapping[Path, str], written: Mapping[Path, str], begun: Beginning
) -> None:
    """Write down a build that wrote all its products. ``read``, ``written``: the digest (sha256) of every file that it
    read, and of its products; ``begun``: how it was before that. Where it cannot be written, the next build just does
    everything."""
    path = _path(order)
    if path is None or order.shelves is None:
        return
    data = {
        "listing": begun.listing,
        "target": str(order.shelves / result.issue),
        "files": {
            **{str(path): (digest, _state_before(path, begun.time)) for path, digest in read.items()},
            **{str(path): (digest, state(path)) for path, digest in written.items()},
        },
        "result": {
            "issue": result.issue,
            "outcome": result.outcome,
            "findings": [finding_as_data(finding) for finding in result.findings],
            "slots": [slot_as_data(slot) for slot in result.slots],
            "files": [str(path) for path in result.files],
            "draft": result.draft,
        },
    }
    keep(path, data)


def keep(path: Path, data: Mapping[str, Any]) -> None:
    """Write a record of this program, whole or not at all."""
    with suppress(OSError):
        put(path, json.dumps({"program": program(), **data}, ensure_ascii=False).encode())


def kept(path: Path) -> Any:
    """A record of this program, as it is. One of DAMAGED: there is none, it is damaged, larger than any of ours, or
    another program made it."""
    data: Any = json.loads(path.read_bytes()) if path.stat().st_size <= _MOST_BYTES else None
    if data["program"] != program():
        raise ValueError(data["program"])
    return data


def _state_before(path: Path, began: int) -> State | None:
    """The state of a file, if the file has not been touched since; a later one is not that of what was read. The time
    of change counts too: a copy may bring an old time of writing along."""
    known = state(path)
    if known is None:
        return None
    status = path.stat()
    return known if max(status.st_mtime_ns, status.st_ctime_ns) < began else None


def _path(order: Order) -> Path | None:
    """Where the record of an order lies; None: there is no such issue."""
    folder = issue_folder(order.folder)
    if folder is None or order.shelves is None:
        return None
    asked = {**asdict(order), "cwd": Path.cwd()}
    name = sha256(json.dumps(asked, default=str, sort_keys=True).encode()).hexdigest()[:16]
    return order.shelves / _FOLDER / f"{folder.name}-{name}.json"


def is_still(name: Path | str, digest: str, known: list[int] | None) -> bool:
    """Whether a file is as it was: by its state, or where that says nothing, by its digest."""
    now = state(name)
    if now is not None and known is not None and list(now) == known:
        return True
    path = Path(name)
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == digest


def _listing(order: Order) -> list[str]:
    """The issue's files by name, and the publication's lists: a story, a picture or a list that is new is a finding."""
    folder = issue_folder(order.folder) or order.folder
    root = publication_above(folder)
    lists = sorted(path.name for path in root.glob("*.yaml")) if root is not None else []
    return lists + sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix.lower() in _COUNTED
    )


@cache
def program() -> str:
    """This program, by the states of its modules, its Python, and what is installed beside it. It does not change while
    it runs, so one look will do for all builds of a process."""
    modules = sorted(_modules(Path(bulletin_layout.__file__).parent))
    beside = [(place, _changed(Path(place))) for place in sys.path if place.endswith("site-packages")]
    return sha256(repr((modules, sys.version, beside)).encode()).hexdigest()


def _modules(package: Path | str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(package) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size
            elif entry.name != "__pycache__" and entry.is_dir(follow_symlinks=False):
                yield from _modules(entry.path)


def _changed(place: Path) -> int:
    """When something was last installed there, or removed."""
    try:
        return place.stat().st_mtime_ns
    except OSError:
        return 0
