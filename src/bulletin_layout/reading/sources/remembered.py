"""What was made of files that have not changed since (未变的部分): kept from build to build in one process.

A step of reading is remembered with everything it touched: the texts and the states of its files, what it
was given beside. When all of that is the same in the next build, its value is taken over, the very same object, and its
findings are said again. So whatever comes later sees by a comparison of references what did not change.
"""

from collections.abc import Hashable
from dataclasses import field
from pathlib import Path

from bulletin_layout.findings import Finding, Location
from bulletin_layout.inks import Ink
from bulletin_layout.pictures import Picture
from bulletin_layout.states import State
from bulletin_layout.values import dataclass

#: The spot colours met so far, by plate, and where each is defined.
Spots = dict[str, tuple[Ink, Location]]


#: The bytes of a text file, and the state that it had before it was read: None, where that says nothing.
Text = tuple[bytes, State | None]


@dataclass(slots=True)
class Trace:
    """What a step of reading touches. ``spots``: those that were known before it."""

    given: object
    spots: Spots
    texts: dict[Path, Text] = field(default_factory=dict)
    pictures: dict[Path, tuple[Picture, State | None]] = field(default_factory=dict)
    others: list[Path] = field(default_factory=list)


@dataclass(slots=True)
class Step:
    """A step that was taken: what it touched, what it gave, and the spot colours that it added."""

    trace: Trace
    value: object
    findings: tuple[Finding, ...]
    spots: Spots


@dataclass(slots=True)
class ReadingMemory:
    """The steps of the last build. They hold for one folder, seen from one place, since findings name paths.
    ``derived``: what was worked out of other values, with these; ``of_this``: those of the build that goes on."""

    place: tuple[Path, Path] | None = None
    steps: dict[Hashable, Step] = field(default_factory=dict)
    used: set[Hashable] = field(default_factory=set)
    derived: dict[Hashable, tuple[object, object]] = field(default_factory=dict)
    of_this: dict[Hashable, tuple[object, object]] = field(default_factory=dict)

    def begin(self, root: Path, cwd: Path) -> None:
        """A build begins, of the publication in ``root``."""
        if self.place != (root, cwd):
            self.steps.clear()
            self.derived.clear()
        self.place = root, cwd
        self.used.clear()
        self.of_this = {}

    def end(self) -> None:
        """It has ended: what it did not ask for is forgotten, so that the memory does not grow."""
        self.steps = {key: step for key, step in self.steps.items() if key in self.used}
        self.derived = self.of_this
