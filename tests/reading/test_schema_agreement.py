"""JSON Schemas and the reader: they take the same files, and refuse the same but for what is listed here."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

import pytest

from bulletin_layout.findings import Finding
from bulletin_layout.reading import read_issue
from bulletin_layout.reading.schema.file_kinds import FileKind
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from tests.reading.publication import BASE, read_case, write_publication
from tests.real_issue.convert import SEED
from tests.real_issue.convert import write_publication as write_real_issue
from tests.support.said import message, said
from tests.support.schemas import errors, kind_of, parsed

ROOT: Final = Path(__file__).parents[2]
STARTER: Final = ROOT / "src/bulletin_layout/cli/starter"
CASES: Final = sorted((Path(__file__).parent / "cases").glob("*.txt"))

#: What only the reader refuses: findings (code and message) that no schema of one file can say, and why.
ONLY_THE_READER: Final = {
    "what is named stands in another place, or in another file": (
        r"unknown-(style|ink|font|banner|slot|layout|profile|photo|series): .*",
        r"missing-(file|story): .*|picture: .*|colour-profile: .*|duplicate-id: .*|first-differs: .*",
        r"(story-put-twice|photo-twice|unplaced-\w+|theme): .*",
        r"circular-\w+: .*|spot-clash: .*|path-outside: .* leaves the publication's folder.*",
        r"(continue|jump|flow)-[\w-]+: .*|continue-and-jump: .*",
        r"template: .*",
    ),
    "it is a matter of room on the page": (
        r"(narrow-measure|off-grid|off-page|overlap|text-without-room|edge-not-shared|give-[\w-]+): .*",
        r"wrong-value: paper: no sheet is larger than .*",
    ),
    "a setting's path goes through the slots of a layout: what it sets is read with that layout": (
        r'unknown-key: slot "lead": unknown key "hight".*',
        r'wrong-value: slot "lead": "height": must be a whole number .*, not "14pt"',
        r'(unknown|missing)-key: slot "more": .*',
        r'wrong-value: slot "lead": "to": "page.x" names no slot.*',
    ),
    "a pattern sees digits, not amounts": (
        r'wrong-value: .*"give": .*(is too far|bends by whole numbers|must reach from 0|steps down|goes to a number).*',
        r'wrong-value: .*"4-1" is not a range: it counts from 1, and the last must not lie before the first',
    ),
    "it stands in the text, not among the keys": (
        r"(unknown-block|block-\w+|empty-\w+|note-in-note): .*",
        r'wrong-value: "\w+" is no number of columns: .*',
    ),
}


def our_files() -> Iterator[Path]:
    """Every file of the publications in this project."""
    for root in (ROOT, STARTER):
        yield from (root / "bulletin.yaml", *(root / "layouts").glob("*.yaml"), *(root / "content").glob("*/*.*"))
    yield ROOT / "fonts/fonts.yaml"


@pytest.mark.parametrize("path", list(our_files()), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_schemas_take_our_own_files(path: Path) -> None:
    kind = kind_of(path)
    if kind is None:
        pytest.skip("no file with keys")
    found: list[Finding] = []
    text = path.read_text("utf-8")
    node = parsed(path, text, found)
    assert node is not None
    assert not found
    assert list(errors(kind, node)) == []
    if path.suffix == ".yaml":
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named is not None
        assert kind_of(path) == Path(named[1]).name.partition(".")[0]
        shipped = os.path.normpath(path.parent / named[1])
        assert Path(shipped).parent in (ROOT / "schemas", STARTER / "schemas")  # ``bulletin new`` writes the latter


@pytest.mark.skipif(not SEED.exists(), reason="the real issue is not here")
def test_the_schemas_take_a_real_issue(tmp_path: Path) -> None:
    write_real_issue(tmp_path)
    read = 0
    for path in sorted(tmp_path.rglob("*.*")):
        kind = kind_of(path)
        node = parsed(path, path.read_text("utf-8"), []) if kind is not None else None
        if kind is not None and node is not None:
            read += 1
            assert list(errors(kind, node)) == [], path
    assert read > 10


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_schema_and_reader_refuse_the_same(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line, but for what is listed above."""
    files, _ = read_case(case)
    write_publication(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    refused = [finding for finding in read_issue(Path("content/1")).findings if finding.severity == "error"]
    for name, text in (BASE | files).items():
        kind, unread = kind_of(PurePath(name)), list[Finding]()
        node = parsed(PurePath(name), text, unread) if kind is not None else None
        if kind is None or node is None or unread or name.startswith("content/2"):
            continue  # no YAML at all, or another issue
        by_schema = {place.line: message for place, message in errors(kind, node)}
        by_reader = [finding for finding in refused if finding.location.path == name]
        assert by_schema.keys() <= {finding.location.line for finding in by_reader}, by_schema
        for finding in by_reader:
            assert finding.location.line in by_schema or only_the_reader_refuses(finding), said(finding)


def only_the_reader_refuses(finding: Finding) -> bool:
    """Whether the list says why."""
    patterns = (pattern for several in ONLY_THE_READER.values() for pattern in several)
    return any(re.fullmatch(pattern, f"{finding.code}: {message(finding)}", re.DOTALL) for pattern in patterns)


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("layout", "slots: {lead: {photos: {p1: {wrpa: around}}}}", "Additional properties .*'wrpa' was unexpected"),
        ("layout", "slots: {lead: {photos: {p1: {wrap: arround}}}}", r"'arround' is not one of \['block', 'around'"),
        ("layout", "slots: {lead: {text: {colums: 2}}}", "Additional properties .*'colums' was unexpected"),
        ("layout", "slots: {lead: {text: non}}", r"'non' is not one of \['none'\]"),
        ("layout", "slots: {lead: {photos: {p1: {at: {cols: 2}}}}}", "Additional properties .*'cols' was unexpected"),
        ("layout", "styles: {body: {size: 2号}}", "'2号' does not match"),
        ("layout", "grid: {columns: {gutter: 24cm}}", "'24cm' does not match"),
        ("layout", "slots: {lead: {styles: {headlin: a}}}", "Additional properties .*'headlin' was unexpected"),
        ("layout", "furniture: {folio: {lines: [{text: a, styl: b}]}}", ".*'styl' was unexpected"),
        ("publication", "name: 报, print: {profiles: {a: {tac: 30%}}}", "'30%' does not match"),
        ("fonts", "families: {song: {weights: {bold: {fiel: a.ttf, file: a.ttf}}}}", ".*'fiel' was unexpected"),
        ("story", "photos: {p1: {file: a.jpg, captoin: b}}", ".*'captoin' was unexpected"),
    ],
)
def test_one_slip_is_one_error_at_its_place(kind: FileKind, text: str, said: str) -> None:
    node = parse_yaml(f"{{schema: bulletin/{kind}@1, {text}}}", "x", [])
    assert node is not None
    (found,) = errors(kind, node)
    assert re.match(said, found[1])
