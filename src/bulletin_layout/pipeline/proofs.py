"""``bulletin proof``: composes an issue, compares it with its last round, writes sheets, list and round file."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from bulletin_layout.compose import Composed
from bulletin_layout.filing import put
from bulletin_layout.findings import Finding, Location, has_errors
from bulletin_layout.findings.catalogue import proofs as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue
from bulletin_layout.languages import Language
from bulletin_layout.page import Edition, Page
from bulletin_layout.pictures import Picture, PictureError, open_picture
from bulletin_layout.pipeline.making import KEPT, lost_picture, unwritten
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.result import Outcome, Tell
from bulletin_layout.pipeline.shelf import Shelf
from bulletin_layout.pipeline.viewing import in_order, usual_shelves, view_issue
from bulletin_layout.proofing.asked import asked_in, left_in, not_done
from bulletin_layout.proofing.beside import beside_pages, changed_pages
from bulletin_layout.proofing.changes import Comparison
from bulletin_layout.proofing.comparing import compare
from bulletin_layout.proofing.keeping import read_round, round_numbers, round_path
from bulletin_layout.proofing.lettering import Letters
from bulletin_layout.proofing.lists import list_pages
from bulletin_layout.proofing.paper import Stamp
from bulletin_layout.proofing.printed import slot_rects
from bulletin_layout.proofing.reporting import report
from bulletin_layout.proofing.round_files import as_json
from bulletin_layout.proofing.rounds import Asked, Round, Stage
from bulletin_layout.proofing.rows import change_list, finding_list
from bulletin_layout.proofing.sheets import Sheets, pen, proof_pages
from bulletin_layout.proofing.standing import pages_of, reasons
from bulletin_layout.proofing.taking import taken
from bulletin_layout.proofing.words import NOT_CLEAN, against, round_name
from bulletin_layout.reading import Source
from bulletin_layout.render.png import render_png
from bulletin_layout.render.proof import proof_pdf
from bulletin_layout.values import dataclass

#: Folder of the proofs among an issue's products, and of the images of pages in it, each by its page's digest.
PROOFS: Final = "proofs"
_IMAGES: Final = "pages"
_IMAGE_DPI: Final = 150
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class ProofWish:
    """Which proof to make: its ``stage``; ``number`` of its round, for a proof to be read; ``date``: ISO, or "": the
    sheets have a blank."""

    stage: Stage = "proof"
    number: int = 1
    date: str = ""


@dataclass(frozen=True, slots=True)
class Proofed:
    """A proof that was made. ``outcome``: ``clean``; ``findings``: a clean proof or a signature was refused;
    ``stopped``: nothing was made. ``round``: None if so. ``comparison``: None without an earlier round."""

    issue: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    round: Round | None = None
    comparison: Comparison | None = None
    files: tuple[Path, ...] = ()


class _Rounds:
    """The rounds of an issue that matter for a new one: the last before it, and the one before that."""

    def __init__(self, folder: Path, shown: str, number: int, stage: Stage) -> None:
        self.findings: list[Finding] = []
        self.numbers = round_numbers(folder)
        last = self._read(folder, shown, self.numbers[-1]) if self.numbers else None
        self.number = number if stage == "proof" else self._next(last, stage)
        known = [each for each in reversed(self.numbers) if each < self.number][:2]
        read = [self._read(folder, shown, each) for each in known]
        self.before, self.earlier = (*read, None, None)[:2]
        past = last is not None and (last.number > self.number or (last.number == self.number and last.stage != stage))
        self.later = last if past else None

    def _read(self, folder: Path, shown: str, number: int) -> Round | None:
        found = read_round(folder, number, shown)
        if isinstance(found, Finding):
            self.findings += [found] if found not in self.findings else []
            return None
        return found

    def _next(self, last: Round | None, stage: Stage) -> int:
        """The number of a clean proof or a signature: that of the last round if it is one itself, to be made again."""
        if last is None:
            return self.numbers[-1] + 1 if self.numbers else 1
        return last.number if last.stage == stage else last.number + 1


def make_proof(
    folder: Path, wish: ProofWish, *, out: Path | None = None, tell: Tell, language: Language = "zh"
) -> Proofed:
    """Make the proof of an issue: sheets, list and data in ``out``/<issue>/proofs, the round in the issue's folder."""
    memory = Memory()
    viewed = view_issue(folder, tell, memory, against_signature=False)
    if viewed.finished is None:
        return Proofed(viewed.name, "stopped", viewed.findings)
    composed, book = viewed.finished
    issue = composed.issue
    shown = Path(issue.location.path).parent.as_posix()
    rounds = _Rounds(issue.folder, shown, wish.number, wish.stage)
    if rounds.findings or rounds.later is not None:
        return Proofed(issue.id, "stopped", (*rounds.findings, *_closed(rounds, wish, issue)))
    asked, open_marks, left = corrections_asked(issue, viewed.sources)
    now = taken(issue, composed.edition, rounds.number, wish.stage, wish.date, asked)
    marks = [*open_marks, *corrections_not_done(rounds.before, now, left, issue)]
    found = in_order((*viewed.findings, *marks), viewed.choices)
    comparison = compare(rounds.before, now, rounds.earlier) if rounds.before is not None else None
    standing = reasons(composed.issue, found)
    refused = _refused(composed.issue, now, rounds, standing, wish.stage)
    own = () if comparison is not None or rounds.number == 1 else (said.no_earlier_round(issue.location),)
    proof = _Proof(composed, book, now, rounds.before, comparison, standing, found)
    try:
        files, images = _written(proof, refused, wish, out, tell, language, memory)
    except PictureError as problem:
        return Proofed(issue.id, "stopped", (*found, lost_picture(problem, issue)))
    except OSError as problem:
        return Proofed(issue.id, "stopped", (*found, unwritten(problem, Location(str(problem.filename or out or "")))))
    outcome: Outcome = "findings" if has_errors(refused) else "clean"
    return Proofed(issue.id, outcome, (*found, *own, *images, *refused), now, comparison, files)


def _closed(rounds: _Rounds, wish: ProofWish, issue: Issue) -> Iterator[Finding]:
    if rounds.later is not None:
        name, later = round_name(rounds.number, wish.stage), round_name(rounds.later.number, rounds.later.stage)
        yield said.round_closed(issue.location, name=name, later=later)


def corrections_asked(
    issue: Issue, sources: Iterable[Source]
) -> tuple[tuple[Asked, ...], list[Finding], Mapping[str, frozenset[str]]]:
    """The corrections that story files ask for, with their findings; and what they say is to stay."""
    texts = {source.path: source.data for source in sources if source.kind == "text"}
    asked: list[Asked] = []
    found: list[Finding] = []
    left = {}
    for story in dict.fromkeys(story.slug for plan in issue.pages for story in plan.stories):
        data = texts.get(issue.folder / f"{story}.md") or b""
        text = data.decode("utf-8", errors="replace")
        place = (Path(issue.location.path).parent / f"{story}.md").as_posix()
        for each, at in asked_in(story, text, place):
            asked.append(each)
            found.append(said.open_mark(at, words=each.words))
        left[story] = left_in(text)
    return tuple(asked), found, left


def corrections_not_done(
    before: Round | None, now: Round, left: Mapping[str, frozenset[str]], issue: Issue
) -> Iterator[Finding]:
    """Findings about corrections of an earlier round that were not carried out."""
    if before is not None:
        places = {story.slug: story.location for plan in issue.pages for story in plan.stories}
        yield from not_done(before, now, left, round_name(before.number, before.stage), places)


def _refused(
    issue: Issue, now: Round, rounds: _Rounds, standing: Mapping[int, tuple[Phrase, ...]], stage: Stage
) -> tuple[Finding, ...]:
    """Why a clean proof, or a signature for the press, is refused, page by page."""
    if stage == "proof":
        return ()
    never = () if rounds.before is not None or stage == "press" else (said.never_proved(),)
    places = {plan.number: plan.location for plan in issue.pages}
    whys = {page: (*never, *why) for page, why in standing.items()}
    wrong = [said.not_clean(places[page], page=page, reasons=why) for page, why in whys.items() if why]
    if stage == "clean":
        return tuple(wrong)
    before = rounds.before
    if before is None or before.stage not in ("clean", "press"):
        return (*wrong, said.no_clean_proof(issue.location))
    return (*wrong, *(said.changed_after_clean(places[page], page=page) for page in now.unlike(before)))


@dataclass(frozen=True, slots=True)
class _Proof:
    composed: Composed
    book: FontBook
    now: Round
    before: Round | None
    comparison: Comparison | None
    standing: Mapping[int, tuple[Phrase, ...]]
    findings: tuple[Finding, ...]


def _written(
    proof: _Proof,
    refused: Sequence[Finding],
    wish: ProofWish,
    out: Path | None,
    tell: Tell,
    language: Language,
    memory: Memory,
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Write sheets, list, data and images, and the round unless it was refused."""
    issue, now = proof.composed.issue, proof.now
    shelves = out or usual_shelves(issue)
    target = shelves / issue.id / PROOFS
    kept = shelves / KEPT
    press = issue.publication.press
    tell("proof", 0, 0)
    sheets = _sheets(proof, refused, wish, language)
    name = f"{issue.id}-proof-{now.number}"
    with Shelf(target) as shelf:
        edition = _edition(proof.composed.edition, _pages(sheets, proof, language))
        shelf.add(f"{name}.pdf", proof_pdf(edition, press, kept, memory.drawing))
        data = report(now, proof.comparison, language)
        shelf.add(f"{name}.json", f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode())
        images, gone = _earlier_images(target / _IMAGES, proof, sheets)
        beside = tuple(beside_pages(sheets, proof.before, images)) if proof.before is not None else ()
        if beside:
            both = _edition(proof.composed.edition, beside)
            shelf.add(f"{name}-beside.pdf", proof_pdf(both, press, kept, memory.drawing))
        files = shelf.keep(draft=False)
    if not beside:
        (target / f"{name}-beside.pdf").unlink(missing_ok=True)
    _keep_images(target / _IMAGES, proof, kept, memory, tell)
    if not refused:
        put(round_path(issue.folder, now.number), as_json(now).encode())
    return files, gone


def _sheets(proof: _Proof, refused: Sequence[Finding], wish: ProofWish, language: Language) -> Sheets:
    issue = proof.composed.issue
    name = round_name(proof.now.number, wish.stage)
    stamp = Stamp(issue.publication.name, issue.id, name, wish.date)
    pages = [dict(finding.says.fields).get("page") for finding in refused]
    every = [plan.number for plan in issue.pages]
    wrong = every if None in pages else [number for number in every if number in pages]
    slots = {plan.number: slot_rects(plan) for plan in issue.pages}
    return Sheets(
        proof.composed.edition,
        proof.now,
        proof.comparison,
        slots,
        stamp,
        dict.fromkeys(wrong, NOT_CLEAN),
        proof.standing,
        proof.book,
        language,
    )


def _pages(sheets: Sheets, proof: _Proof, language: Language) -> Iterator[Page]:
    """The sheets, then the lists of changes and of findings."""
    yield from proof_pages(sheets)
    letters, number = Letters(sheets.book), len(sheets.edition.pages) + 1
    listings = []
    if sheets.comparison is not None:
        last = sheets.comparison.last
        of = against(sheets.stamp.name, round_name(last, sheets.comparison.stage))
        listings.append(change_list(sheets.comparison, of, letters, pen(last), language))
    on = pages_of(proof.composed.issue, proof.findings)
    listings.append(finding_list(proof.findings, on, sheets.stamp.name, letters, language))
    for listing in listings:
        for page in list_pages(listing, number, letters, language):
            yield page
            number += 1


def _edition(edition: Edition, pages: Iterable[Page]) -> Edition:
    return replace(edition, pages=tuple(pages))


def _earlier_images(folder: Path, proof: _Proof, sheets: Sheets) -> tuple[dict[int, Picture], tuple[Finding, ...]]:
    """The images of the last round's pages, where they are still there."""
    if proof.before is None:
        return {}, ()
    found: dict[int, Picture] = {}
    for number in changed_pages(sheets):
        page = proof.before.page(number)
        if page is None:
            continue
        path = folder / _image_name(page.digest)
        try:
            found[number] = open_picture(path, path.name)
        except PictureError:
            continue
    gone = tuple(number for number in changed_pages(sheets) if number not in found and proof.before.page(number))
    name = round_name(proof.before.number, proof.before.stage)
    place = proof.composed.issue.location
    return found, (said.no_earlier_pages(place, name=name, pages=gone),) if gone else ()


def _image_name(digest: str) -> str:
    """The name of a page's image. A digest out of a file may be anything: it is hashed again."""
    return f"{sha256(digest.encode()).hexdigest()[:_DIGITS]}.png"


def _keep_images(folder: Path, proof: _Proof, kept: Path, memory: Memory, tell: Tell) -> None:
    """Keep an image of each page of this round for the next one, those that are there already aside."""
    names = {page.number: _image_name(page.digest) for page in proof.now.pages}
    new = tuple(page for page in proof.composed.edition.pages if not (folder / names[page.number]).is_file())
    if not new:
        return
    edition = replace(proof.composed.edition, pages=new)
    pdf = proof_pdf(edition, proof.composed.issue.publication.press, kept, memory.drawing)
    with Shelf(folder) as shelf:
        for done, (page, image) in enumerate(zip(new, render_png(pdf, _IMAGE_DPI), strict=True)):
            tell("png", done, len(new))
            shelf.add(names[page.number], image)
        shelf.keep(draft=False)
