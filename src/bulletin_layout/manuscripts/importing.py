"""``bulletin import``: manuscripts to story files of an issue, never over what people have edited (导入)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from bulletin_layout.filing import put
from bulletin_layout.findings import Finding, Location, has_errors
from bulletin_layout.findings.catalogue import manuscripts as said
from bulletin_layout.findings.catalogue import word_files as word_said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.findings.system import reason_of
from bulletin_layout.manuscripts.arrivals import slug_of
from bulletin_layout.manuscripts.draft import SURE, Draft, Role, RoleName
from bulletin_layout.manuscripts.losses import Losses, quoted
from bulletin_layout.manuscripts.matter import Manuscript
from bulletin_layout.manuscripts.merging import MergedChange, merge
from bulletin_layout.manuscripts.opening import Wish, open_manuscript
from bulletin_layout.manuscripts.package import MOST_BYTES
from bulletin_layout.manuscripts.records import Records, digest, read_text, record
from bulletin_layout.manuscripts.refusals import RefusedError, refusal
from bulletin_layout.manuscripts.roles import drafted
from bulletin_layout.manuscripts.shots import UNUSABLE
from bulletin_layout.manuscripts.story import story_text
from bulletin_layout.values import dataclass

#: ``kept``: the story was edited and the manuscript is the same; ``same``: all files have the same bytes already.
Outcome = Literal["written", "merged", "kept", "same", "refused"]

_ROLES: dict[RoleName, Phrase] = {
    "section": word_said.section(),
    "kicker": word_said.kicker(),
    "headline": word_said.headline(),
    "deck": word_said.deck(),
    "byline": word_said.byline(),
    "caption": word_said.caption(),
    "crosshead": word_said.crosshead(),
    "sign": word_said.sign(),
    "verse": word_said.verse(),
    "paragraph": word_said.one_paragraph(),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one manuscript. ``manuscript``: its path as the user wrote it; ``story``: the story file;
    ``photos``: names of the pictures written; ``headline``: the first line of its head, for people."""

    manuscript: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    story: Path | None = None
    photos: tuple[str, ...] = ()
    headline: str = ""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A manuscript as the files that it becomes: the story's text, and pictures by name."""

    text: str
    photos: dict[str, bytes]
    roles: tuple[Role, ...]
    headline: str
    findings: tuple[Finding, ...]


def import_manuscripts(files: Sequence[Path], folder: Path, root: Path, wish: Wish) -> Iterator[Imported]:
    """Import manuscripts into an issue's ``folder`` of the publication ``root``, one after the other; what is wrong
    with one does not stop the others, and becomes findings. Nothing of a refused one is written."""
    taken: dict[str, str] = {}
    for path in files:
        shown, slug = path.as_posix(), slug_of(path)
        other = taken.setdefault(slug.casefold(), shown)
        if other != shown:
            clash = said.slug_taken(Location(shown), name=path.name, other=other)
            yield Imported(shown, "refused", (clash,))
            continue
        try:
            yield _imported(path, slug, folder, root, wish)
        except RefusedError as problem:
            yield Imported(shown, "refused", (refusal(problem.reason, Location(shown)),))
        except OSError as problem:
            named = str(problem.filename or shown)
            finding = said.unreadable_manuscript(Location(shown), path=named, reason=reason_of(problem))
            yield Imported(shown, "refused", (finding,))


def _imported(path: Path, slug: str, folder: Path, root: Path, wish: Wish) -> Imported:
    shown = path.as_posix()
    data = _bytes(path)
    manuscript = open_manuscript(data, shown, wish)
    if manuscript.changes and wish.changes == "ask":
        refused = word_said.tracked_changes(Location(shown), count=manuscript.changes)
        return Imported(shown, "refused", (*manuscript.findings, refused))
    read = _read(manuscript, shown, slug)
    if not read.text.replace("\ufffd", "").strip():
        return Imported(shown, "refused", (*read.findings, refusal("bare", Location(shown))))
    desk = _Desk(folder, slug, shown, wish)
    desk.write(read)
    if desk.outcome != "refused":
        desk.records.keep(slug, read.text, record(path.name, data, read.photos, read.roles, read.findings))
    found = (*read.findings, *desk.findings)
    if desk.outcome in ("written", "merged"):
        found += _read_back(desk.story, slug, folder, root, Location(shown))
    photos = tuple(read.photos) if desk.outcome in ("written", "merged", "same") else ()
    return Imported(shown, desk.outcome, found, desk.story, photos, read.headline, read.roles)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise RefusedError("missing")
    if path.stat().st_size > MOST_BYTES:
        raise RefusedError("large")
    return path.read_bytes()


def _read(manuscript: Manuscript, shown: str, slug: str) -> _Read:
    """The files that a manuscript becomes."""
    if manuscript.whole:
        return _Read(manuscript.whole.rstrip("\n") + "\n", {}, (), "", manuscript.findings)
    losses = Losses(shown)
    draft = drafted(manuscript, losses)
    names = [f"photos/{slug}-{at}.{photo.shot.ending}" for at, photo in enumerate(draft.photos, start=1)]
    for name, photo in zip(names, draft.photos, strict=True):
        if photo.shot.ending in UNUSABLE:
            losses.line = photo.shot.line
            kind = photo.shot.ending.upper()
            losses.say(lambda at, kind=kind, name=name: word_said.manuscript_picture(at, kind=kind, path=name))  # type: ignore[misc]
    usable = [
        name if photo.shot.ending not in UNUSABLE else "" for name, photo in zip(names, draft.photos, strict=True)
    ]
    text = story_text(draft, usable, losses)
    photos = {name: photo.shot.data for name, photo in zip(names, draft.photos, strict=True)}
    found = (*manuscript.findings, *losses.findings(), *_guesses(draft, shown))
    return _Read(text, photos, draft.roles, _headline(draft), found)


def _headline(draft: Draft) -> str:
    return "　".join("".join(run.text for run in line) for line in draft.headline)


def _guesses(draft: Draft, shown: str) -> Iterator[Finding]:
    """A hint for each line whose role is not sure."""
    for one in draft.roles:
        if one.votes < SURE and one.role in _ROLES:
            place = Location(shown, max(one.line, 1))
            yield word_said.import_guess(place, role=_ROLES[one.role], votes=one.votes, text=quoted(one.text))


def _read_back(story: Path, slug: str, folder: Path, root: Path, named_at: Location) -> tuple[Finding, ...]:
    """What the reader of stories says about the file that was written."""
    from bulletin_layout.reading.sources.files import Files
    from bulletin_layout.reading.story.story_file import read_story

    files = Files(root)
    read_story(files, story, slug, folder.resolve(), named_at)
    return tuple(dict.fromkeys(files.findings))


class _Desk:
    """Writes the files of one manuscript, or leaves them as they are where people have changed them since."""

    def __init__(self, folder: Path, slug: str, shown: str, wish: Wish) -> None:
        self.story = folder / f"{slug}.md"
        self.records = Records(folder)
        self.findings: list[Finding] = []
        self.outcome: Outcome = "written"
        self._folder, self._slug, self._place, self._force = folder, slug, Location(shown), wish.force

    def write(self, read: _Read) -> None:
        """Decide about the story and its pictures, then write them."""
        ours = read_text(self.story)
        text = read.text if self._force else self._text(ours, read.text)
        pictures = self._pictures(read.photos)
        if self.outcome == "refused" or has_errors(self.findings):
            self.outcome = "refused"
            return
        if self.outcome == "kept":
            return
        changed = text != ours or bool(pictures)
        for name, data in pictures.items():
            put(self._folder / name, data)
        if text != ours:
            put(self.story, text.encode("utf-8"))
        if not changed:
            self.outcome = "same"

    def _text(self, ours: str | None, theirs: str) -> str:
        """The story's text to write: the manuscript's, or both sides' merged."""
        before = self.records.story(self._slug)
        if ours is None or ours == theirs:
            return theirs
        if ours == before:
            self._tell(merge(before, ours, theirs).changes, said.changed)
            return theirs
        if before is None:
            self.findings.append(said.story_exists(self._place, path=self.story.as_posix()))
            return ours
        if theirs == before:
            self.outcome = "kept"
            self.findings.append(said.story_kept(self._place))
            return ours
        return self._merged(before, ours, theirs)

    def _merged(self, before: str, ours: str, theirs: str) -> str:
        done = merge(before, ours, theirs)
        shown = self.story.as_posix()
        for each in done.conflicts:
            words = {"theirs": each.theirs, "ours": each.ours, "before": each.before}
            quotes = {name: quoted(text, 60) for name, text in words.items()}
            self.findings.append(said.merge_conflict(Location(shown, each.line), **quotes))
        if not done.conflicts:
            self.outcome = "merged"
            self._tell(done.changes, said.merged)
        return done.text

    def _tell(self, changes: Sequence[MergedChange], say: Callable[..., Finding]) -> None:
        for change in changes:
            place = Location(self.story.as_posix(), change.line)
            self.findings.append(say(place, before=quoted(change.before), after=quoted(change.after)))

    def _pictures(self, photos: Mapping[str, bytes]) -> dict[str, bytes]:
        """The pictures that are not there yet. One that people have put in place of ours stays; a file that never was
        ours is in the way."""
        known = self.records.photos(self._slug)
        wanted: dict[str, bytes] = {}
        for name, data in photos.items():
            path = self._folder / name
            there = digest(path.read_bytes()) if path.is_file() else ""
            if there == digest(data):
                continue
            if not there or self._force or there == known.get(name):
                wanted[name] = data
            elif name not in known:
                self.findings.append(said.photo_exists(self._place, path=path.as_posix()))
        return wanted
