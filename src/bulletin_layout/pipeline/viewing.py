"""An issue as it is now (看): read, composed and inspected, nothing written. Build, check and the live page begin with
it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from bulletin_layout import compose
from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import text
from bulletin_layout.findings.settled import Choice, refusal, settled
from bulletin_layout.folders import ROUNDS, SHELVES
from bulletin_layout.fonts import FontBook, FontError
from bulletin_layout.imprint import imprint_findings
from bulletin_layout.issue import Issue
from bulletin_layout.pipeline.kept_checks import recall_checks
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.result import Tell
from bulletin_layout.preflight import inspect_edition
from bulletin_layout.proofreading import proofread
from bulletin_layout.reading import Reading, Source, read_issue
from bulletin_layout.values import NamedTuple, dataclass, replace


class Finished(NamedTuple):
    """The finished pages of an issue with the fonts that they are set in."""

    composed: Composed
    fonts: FontBook


@dataclass(frozen=True, slots=True)
class Viewed:
    """An issue as it is now.

    ``name``: the issue's. ``finished``: None when the files cannot be read or composed. ``findings``: all of them, by
    place, each once, with the severities that were chosen (``choices``, by code). ``sources``: the files read, by
    name. ``font_findings``: those of ``findings`` that say something about font files. ``issue``: as it was read,
    before its running texts were given pages.
    """

    name: str
    finished: Finished | None
    findings: tuple[Finding, ...]
    choices: Mapping[str, Choice]
    sources: tuple[Source, ...] = ()
    font_findings: tuple[Finding, ...] = ()
    issue: Issue | None = None


def view_issue(
    folder: Path,
    tell: Tell,
    memory: Memory,
    *,
    profile: str | None = None,
    ignore: Sequence[str] = (),
    against_signature: bool = True,
    shelves: Path | None = None,
) -> Viewed:
    """Read, compose and inspect the issue in ``folder``; parameters as for ``build_issue`` and ``inspected``.
    ValueError: a code in ``ignore`` cannot be turned off."""
    composed = composed_view(folder, tell, memory, profile=profile, ignore=ignore, shelves=shelves)
    return inspected(composed, tell, memory, against_signature=against_signature)


def composed_view(
    folder: Path,
    tell: Tell,
    memory: Memory,
    *,
    profile: str | None = None,
    ignore: Sequence[str] = (),
    instead: Mapping[Path, bytes] | None = None,
    shelves: Path | None = None,
) -> Viewed:
    """Like ``view_issue``, without what is found only by inspecting the finished pages. ``instead``: text files, by
    absolute path, that are read as if they had these bytes. ``shelves``: the folder of all issues' products, beside
    which lies what was found before; default: that of the publication."""
    tell("read", 0, 0)
    reading = read_issue(folder, profile=profile, memory=memory.reading, instead=instead)
    issue, fonts = reading.issue, reading.fonts
    choices = _choices(reading, ignore)
    if issue is None or fonts is None:
        found = in_order(reading.findings, choices)
        return Viewed(folder.resolve().name, None, found, choices, reading.sources)
    recall_checks(shelves or usual_shelves(issue), issue, memory)
    composed, of_fonts = _compose(issue, fonts, memory.composing, tell)
    if composed is None:
        found = in_order((*reading.findings, *of_fonts), choices)
        return Viewed(issue.id, None, found, choices, reading.sources, of_fonts)
    found = in_order((*reading.findings, *of_fonts, *composed.findings), choices)
    return Viewed(issue.id, Finished(composed, fonts), found, choices, reading.sources, of_fonts, issue)


def inspected(viewed: Viewed, tell: Tell, memory: Memory, *, against_signature: bool = True) -> Viewed:
    """A composed issue with what its texts and its finished pages show; one that could not be composed as it is.
    ``against_signature``: an issue that was signed for press (付印) is held against what was signed."""
    if viewed.finished is None or viewed.issue is None:
        return viewed
    composed = viewed.finished.composed
    signed, changed = _signed(composed) if against_signature else ((), ())
    tell("preflight", 0, 0)
    written = proofread(viewed.issue, memory.proofs)
    at_press = inspect_edition(composed.edition, composed.issue, memory.judging)
    by_law = imprint_findings(composed.issue, composed.edition, memory.law)
    found = in_order((*viewed.findings, *written, *changed, *at_press, *by_law), viewed.choices)
    return replace(viewed, findings=found, sources=(*viewed.sources, *signed))


def usual_shelves(issue: Issue) -> Path:
    """The publication's own folder of products."""
    return issue.publication.root / SHELVES


def _compose(
    issue: Issue, fonts: FontBook, memory: compose.Memory, tell: Tell
) -> tuple[Composed | None, tuple[Finding, ...]]:
    """The composed pages, or None if a font file is unusable; and findings about the font files.

    The font files are hashed in a second thread meanwhile, with a FontBook of its own: hashing releases the GIL.
    """
    from concurrent.futures import ThreadPoolExecutor

    tell("compose", 0, len(issue.pages))
    with ThreadPoolExecutor(max_workers=1) as aside:
        findings = aside.submit(memory.font_problems, fonts)
        try:
            composed = compose_issue(issue, fonts, partial(tell, "compose"), memory)
        except FontError:
            return None, findings.result()
        found = findings.result()
    memory.fonts(fonts).vouch(memory.sound)
    return composed, found


def _signed(composed: Composed) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """The file of the signature for press, if the issue has one, and which pages are not as they were signed."""
    if not (composed.issue.folder / ROUNDS).is_dir():
        return (), ()
    from bulletin_layout.pipeline.signed import signed_findings, signed_source  # few builds need it

    source = signed_source(composed.issue)
    return ((source,), tuple(signed_findings(composed, source))) if source is not None else ((), ())


def _choices(reading: Reading, ignore: Sequence[str]) -> Mapping[str, Choice]:
    """Severities by code: those of the publication, with the codes of ``ignore`` turned off. ValueError: a code cannot
    be turned off."""
    for code in ignore:
        refused = refusal(code)
        if refused is not None:
            raise ValueError(text(refused, "en"))
    return {**reading.choices, **dict.fromkeys(ignore, "off")}


def in_order(findings: Iterable[Finding], choices: Mapping[str, Choice]) -> tuple[Finding, ...]:
    """The findings sorted by location, each once, with the severities that were chosen."""
    return tuple(sorted(settled(dict.fromkeys(findings), choices), key=lambda finding: finding.location))
