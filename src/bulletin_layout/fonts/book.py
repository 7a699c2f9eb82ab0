"""The publication's families (字族) and which face sets which character."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import fonts as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts.face import Face
from bulletin_layout.fonts.opening import FontError, open_face
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class FontFile:
    """One entry of fonts.yaml: where a face is and what is known of it."""

    path: Path
    index: int  #: face number within a .ttc
    sha256: str  #: of the whole file; "" when fonts.yaml gives none
    family: str
    weight: str
    location: Location
    licence: str = ""
    source: str = ""
    name: str = ""  #: the family's name for people


class FontBook:
    """The families of fonts.yaml; opens each file when it is first needed."""

    __slots__ = ("_faces", "_seats", "fallback", "files", "notes")

    def __init__(self, files: Mapping[tuple[str, str], FontFile], fallback: tuple[str, ...]) -> None:
        """``files`` by (family, weight); ``fallback``: families to ask, in order, for what a family lacks."""
        self.files = dict(files)
        self.fallback = fallback
        self.notes: dict[str, object] = {}  #: what later rooms remember of these fonts, by their name
        self._faces: dict[tuple[Path, int], Face] = {}
        self._seats: dict[tuple[str, str], dict[str, Face | None]] = {}

    def face(self, family: str, weight: str) -> Face:
        """The face of a family in a weight, or in regular if it lacks that weight.

        KeyError: no such family (reading has reported that already). FontError: the file is unusable.
        """
        file = self._file(family, weight)
        face = self._faces.get((file.path, file.index))
        if face is None:
            face = self._faces[(file.path, file.index)] = open_face(file.path, file.index)
        return face

    def _file(self, family: str, weight: str) -> FontFile:
        file = self.files.get((family, weight)) or self.files.get((family, "regular"))
        if file is None:  # a family without a regular: the first weight it names
            file = next((f for (name, _), f in self.files.items() if name == family), None)
        if file is None:
            raise KeyError(family)
        return file

    def face_for(self, family: str, weight: str, char: str) -> Face | None:
        """The first face that covers the character; None: no font of the book has it.

        Order: the family in this weight, in regular; then each fallback family in this weight, in regular.
        """
        seats = self._seats.setdefault((family, weight), {})
        if char not in seats:
            seats[char] = self._find(family, weight, char)
        return seats[char]

    def _find(self, family: str, weight: str, char: str) -> Face | None:
        for name in (family, *self.fallback):
            for cut in (weight, "regular"):
                face = self.face(name, cut)
                if face.covers(char):
                    return face
        return None

    def split(self, text: str, family: str, weight: str) -> tuple[tuple[Face | None, int, int], ...]:
        """Cut text into runs (face, start, end) of one face each; None where no font has the characters.

        Marks that join the character before them (accents, variation selectors) stay in its run.
        """
        self.face(family, weight)  # KeyError even for an empty text
        seats = self._seats.setdefault((family, weight), {})
        runs: list[tuple[Face | None, int, int]] = []
        current: Face | None = None
        start = 0
        for i, char in enumerate(text):
            face = seats[char] if char in seats else self.face_for(family, weight, char)
            if face is current and i:
                continue
            if i and (_shows_nothing(char) if current is None else _joins(char, current)):
                continue
            if i:
                runs.append((current, start, i))
            current, start = face, i
        if text:
            runs.append((current, start, len(text)))
        return tuple(runs)

    def problems(self) -> tuple[Finding, ...]:
        """Open and check every file: there, a font, free to embed, still the one that fonts.yaml names."""
        found = []
        for (family, weight), file in self.files.items():
            try:
                face = self.face(family, weight)
            except FontError as problem:
                found.append(said.font_unusable(file.location, family=family, weight=weight, problem=problem.says))
                continue
            if not file.sha256:
                found.append(said.font_unpinned(file.location, family=family, weight=weight, sha256=face.sha256))
            elif file.sha256 != face.sha256:
                found.append(said.font_changed(file.location, path=str(file.path), sha256=face.sha256))
        return tuple(found)


def no_font_has(char: str, place: Location, part: Phrase | str = "") -> Finding:
    """The finding of a character that no font has; ``part``: of what, where its place does not say it."""
    shown, code = repr(char)[1:-1], f"U+{ord(char):04X}"
    if part:
        return said.missing_glyph_in_part(place, part=part, char=shown, code=code)
    return said.missing_glyph(place, char=shown, code=code)


def _joins(char: str, face: Face) -> bool:
    """Whether a character belongs to the one before it and need not change the face."""
    if unicodedata.category(char) not in ("Mn", "Me", "Cf"):
        return False
    return face.covers(char) or _shows_nothing(char)


def _shows_nothing(char: str) -> bool:
    """Format characters and variation selectors: shaping swallows them, no font need cover them."""
    if unicodedata.category(char) == "Cf":
        return True
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
