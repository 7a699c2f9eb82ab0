"""``bulletin check --fix``: what can be mended without a question, worked out on the files' texts, and written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Final

from bulletin_layout.filing import replace_file
from bulletin_layout.findings import Finding, Fix, Location
from bulletin_layout.findings.catalogue import products
from bulletin_layout.findings.settled import Choice, settled
from bulletin_layout.findings.system import reason_of
from bulletin_layout.proofreading import proofread
from bulletin_layout.reading import ReadingMemory, read_issue
from bulletin_layout.values import NamedTuple

#: A fix may make room for another (，,。 → ，，。 → ，。); none of them needs more rounds than this.
_ROUNDS: Final = 8


class Mended(NamedTuple):
    """A file before and after its fixes; ``shown``: its path as messages name it; ``made``: how many fixes."""

    path: Path
    shown: str
    before: bytes
    after: bytes
    made: int

    @property
    def difference(self) -> str:
        """What changes, as a unified difference (diff -u)."""
        old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (self.before, self.after))
        lines = unified_diff(old, new, self.shown, self.shown)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def mended_files(folder: Path, profile: str | None = None, ignore: Sequence[str] = ()) -> tuple[Mended, ...]:
    """The files of an issue that safe fixes change, by path: fixes are made until none is left, so that doing it twice
    does nothing more. Nothing is written. ``profile``, ``ignore``: as for ``build_issue``."""
    memory = ReadingMemory()
    files: dict[Path, Mended] = {}
    for _ in range(_ROUNDS):
        instead = {path: each.after for path, each in files.items()}
        reading = read_issue(folder, profile=profile, memory=memory, instead=instead)
        choices: dict[str, Choice] = {**reading.choices, **dict.fromkeys(ignore, "off")}
        found = settled(proofread(reading.issue), choices) if reading.issue is not None else ()
        changed = {path: each for path, each in _mended(found, files).items() if each.after != instead.get(path)}
        if not changed:
            break
        files |= changed
    return tuple(files[path] for path in sorted(files) if files[path].after != files[path].before)


def write_mended(files: Iterable[Mended]) -> tuple[Finding, ...]:
    """Write the files; one that changed meanwhile, or cannot be written, stays, and is a finding."""
    findings = []
    for each in files:
        try:
            if each.path.read_bytes() != each.before:
                findings.append(products.file_changed(Location(each.shown)))
                continue
            replace_file(each.path, each.after)
        except OSError as problem:
            findings.append(products.fixes_not_written(Location(each.shown), reason=reason_of(problem)))
    return tuple(findings)


def _mended(findings: Iterable[Finding], files: Mapping[Path, Mended]) -> dict[Path, Mended]:
    """The files with the safe fixes of these findings made."""
    fixes: dict[str, list[Fix]] = defaultdict(list)
    for finding in findings:
        if finding.fix is not None and finding.fix.safe:
            fixes[finding.fix.location.path].append(finding.fix)
    done = {}
    for shown, wanted in fixes.items():
        path = Path(shown).resolve()
        known = files.get(path) or _as_it_is(path, shown)
        if known is not None:
            after, count = with_fixes(known.after, wanted)
            done[path] = known._replace(after=after, made=known.made + count)
    return done


def _as_it_is(path: Path, shown: str) -> Mended | None:
    """A file to which nothing was done; None: it is no text in UTF-8, which is not rewritten."""
    data = path.read_bytes()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Mended(path, shown, data, data, 0)


def with_fixes(data: bytes, fixes: Iterable[Fix]) -> tuple[bytes, int]:
    """A file (UTF-8) with these fixes made, and how many were: one whose words are not at its place (an escaped
    character, a later edit), or that overlaps one before it, is left out. All other bytes stay as they are."""
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    count = 0
    last = (0, 0)
    for fix in sorted(set(fixes), key=lambda each: each.location, reverse=True):
        row, start = fix.location.line - 1, fix.location.column - 1
        end = start + len(fix.old)
        if row >= len(lines) or lines[row][start:end] != fix.old or (row == last[0] and end > last[1] and count):
            continue
        lines[row] = lines[row][:start] + fix.new + lines[row][end:]
        last = row, start
        count += 1
    return (mark + "\n".join(lines)).encode("utf-8"), count
