"""The font families (字族) of a publication, and the choice of the face for each character."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from unicodedata import category, normalize

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import fonts as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts.face import Face
from bulletin_layout.fonts.ignorable import shows_nothing
from bulletin_layout.fonts.opening import FontError, open_face
from bulletin_layout.values import dataclass

#: Weights from this OS/2 usWeightClass on count as bold (600: semibold).
_BOLD: Final = 600
#: Scripts whose letters change form beside other letters, or are stacked (OpenType 1.9, script development
#: specifications): Arabic and related scripts, Mongolian, Tibetan, those of India and South-East Asia.
FORMING: Final = frozenset(
    ("Adlm", "Arab", "Beng", "Cakm", "Deva", "Gujr", "Guru", "Java", "Khmr", "Knda", "Mand", "Mlym", "Mong", "Mymr",
     "Nkoo", "Orya", "Phag", "Rohg", "Sinh", "Syrc", "Taml", "Telu", "Tibt")
)  # fmt: skip


#: Path of a font file, number of the face within it, and its sha256.
FaceKey = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class FontFile:
    """One entry of fonts.yaml: a font file, and the family and weight that it provides."""

    path: Path
    index: int  #: face number within a .ttc
    sha256: str  #: of the whole file; "" if fonts.yaml has none
    family: str
    weight: str
    location: Location
    licence: str = ""
    source: str = ""
    name: str = ""  #: name of the family as users know it

    @property
    def key(self) -> FaceKey:
        """What its file must be."""
        return str(self.path), self.index, self.sha256


class FontBook:
    """The families of fonts.yaml. A font file is opened when it is first needed, and stays open."""

    __slots__ = ("_faces", "_opened", "_orders", "_seats", "companions", "fallback", "files", "notes")

    def __init__(
        self,
        files: Mapping[tuple[str, str], FontFile],
        fallback: tuple[str, ...],
        companions: Mapping[str, str] | None = None,
    ) -> None:
        """Opens nothing yet.

        ``files``: by (family, weight); ``fallback``: families that are tried, in order, for characters that a family
        lacks; ``companions``: family → the family that sets its Western words and digits (西文配字).
        """
        self.files = dict(files)
        self.fallback = fallback
        self.companions = dict(companions or {})
        self.notes: dict[str, object] = {}  #: caches of other packages about these fonts, by a name of theirs
        self._opened: dict[tuple[Path, int], Face] = {}
        self._faces: dict[tuple[str, str], Face] = {}
        self._seats: dict[tuple[str, str], dict[str, Face | None]] = {}
        self._orders: dict[tuple[str, str], tuple[Face, ...]] = {}

    def face(self, family: str, weight: str) -> Face:
        """The face of a family in a weight; if the family lacks that weight, in regular.

        KeyError: no such family (``reading`` reports that as a finding before). FontError: the file is unusable.
        """
        face = self._faces.get((family, weight))
        if face is None:
            file = self._file(family, weight)
            face = self._opened.get((file.path, file.index)) or open_face(file.path, file.index)
            self._opened[file.path, file.index] = self._faces[family, weight] = face
        return face

    def western_face(self, family: str, weight: str) -> Face:
        """The face for Western words in a family: that of its companion, else its own. Errors: see ``face``."""
        return self.face(self.companions.get(family, family), weight)

    def _file(self, family: str, weight: str) -> FontFile:
        file = self.files.get((family, weight)) or self.files.get((family, "regular"))
        if file is None:  # a family without a regular: the first weight it names
            file = next((f for (name, _), f in self.files.items() if name == family), None)
        if file is None:
            raise KeyError(family)
        return file

    def face_for(self, family: str, weight: str, char: str) -> Face | None:
        """The first face that covers a character; None: no font of the book has it. Errors: see ``face``.

        Order: the family in this weight; for a bold weight, all bold faces (those of the family and the nearest weights
        first); the family in regular; then each fallback family in this weight and in regular.
        """
        seats = self._seats.setdefault((family, weight), {})
        if char not in seats:
            own = self.face(family, weight)
            others = (face for face in self._order(family, weight) if face.covers(char))
            seats[char] = own if own.covers(char) else next(others, None)
        return seats[char]

    def _order(self, family: str, weight: str) -> tuple[Face, ...]:
        """All faces that may set a family's text in a weight, in the order of ``face_for``."""
        known = self._orders.get((family, weight))
        if known is None:
            names = (family, *self.fallback)
            usual = [self.face(name, cut) for name in names for cut in (weight, "regular")]
            bold = self._bold_faces(names, usual[0].weight_class)
            known = self._orders[family, weight] = tuple(dict.fromkeys((usual[0], *bold, *usual)))
        return known

    def _bold_faces(self, names: Iterable[str], weight: int) -> Iterator[Face]:
        """The bold faces of these families, in their order; none if ``weight`` (OS/2 usWeightClass) is not bold."""
        if weight >= _BOLD:
            for name in names:
                faces = [self.face(name, cut) for family, cut in self.files if family == name]
                bold = [face for face in faces if face.weight_class >= _BOLD]
                yield from sorted(bold, key=lambda face: abs(face.weight_class - weight))

    def split(self, text: str, family: str, weight: str, script: str = "") -> tuple[tuple[Face | None, int, int], ...]:
        """Cut a text into runs (face, start, end) of one face each; face None: no font has these characters.

        A word stays in one face if any has all of it; a character is never separated from its accents or variation
        selectors. The family's companion is tried first. ``script``: see ``Face.shape``; a word in a script whose
        letters change form (``FORMING``) is set by a face with rules for that script, or by none.
        """
        own = self.face(family, weight) if script else self.western_face(family, weight)
        if not script and all(map(own.covers, text)):
            return ((own, 0, len(text)),) if text else ()
        faces = tuple(dict.fromkeys((own, *self._order(family, weight))))
        runs: list[tuple[Face | None, int, int]] = []
        for face, start, end in _cut(text, script, faces):
            goes_on = bool(runs) and runs[-1][0] is face
            runs.append((face, runs.pop()[1] if goes_on else start, end))
        return tuple(runs)

    def problems(self, sound: Container[FaceKey] = ()) -> tuple[Finding, ...]:
        """Findings about the font files: missing, no font, not allowed to be embedded, without a SHA-256 in fonts.yaml
        or with another one. It opens and reads all files but those that are known to be ``sound``."""
        found = []
        for (family, weight), file in self.files.items():
            if file.key in sound:
                continue
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

    def vouch(self, sound: Container[FaceKey]) -> None:
        """Tell the open faces whose files are ``sound`` their digests, so that these files are not read once more."""
        for file in self.files.values():
            face = self._opened.get((file.path, file.index))
            if face is not None and file.key in sound:
                face.known_as(file.sha256)


def no_font_has(char: str, place: Location, part: Phrase | str = "") -> Finding:
    """The finding for a character that no font has (缺字); ``part``: the text that contains it, if ``place`` is not
    precise enough to show that."""
    shown, code = repr(char)[1:-1], f"U+{ord(char):04X}"
    if part:
        return said.missing_glyph_in_part(place, part=part, char=shown, code=code)
    return said.missing_glyph(place, char=shown, code=code)


def _cut(text: str, script: str, faces: Sequence[Face]) -> Iterator[tuple[Face | None, int, int]]:
    """(Face, start, end) of words and of the characters between them, with the first face that has all of each; face
    None: no font has it."""
    for clusters in _words(text):
        start, end = clusters[0][0], clusters[-1][1]
        face = _first(faces, text[start:end], script)
        if face is not None or (script in FORMING and text[start].isalpha()):
            yield face, start, end
            continue
        for a, b in clusters:
            face = _first(faces, text[a:b], "")
            if face is not None:
                yield face, a, b
                continue
            for k in range(a, b):  # no face has the character with its accents: set them one by one
                if k == a or not shows_nothing(text[k]):
                    face = _first(faces, text[k], "")
                yield face, k, k + 1


def _first(faces: Iterable[Face], text: str, script: str) -> Face | None:
    return next((face for face in faces if _shows(face, text) and (script not in FORMING or face.forms(script))), None)


def _shows(face: Face, text: str) -> bool:
    """Whether a face has all of a text, as it is typed, with accents composed (NFC) or decomposed (NFD): HarfBuzz uses
    whichever form the font has."""
    return any(
        all(face.covers(char) or shows_nothing(char) for char in form)
        for form in (text, normalize("NFC", text), normalize("NFD", text))
    )


def _words(text: str) -> Iterator[list[tuple[int, int]]]:
    """(Start, end) of the clusters of a text (a character with its accents), in lists: the clusters of one word in one
    list, every other cluster alone."""
    word: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and (category(text[at]) in ("Mn", "Mc", "Me") or shows_nothing(text[at])):
            continue
        is_letter = text[start].isalpha() and not "\u2e80" <= text[start] <= "\ua4cf" and text[start] < "\U00020000"
        if word and not is_letter:
            yield word
            word = []
        word.append((start, at))
        if not is_letter:
            yield word
            word = []
        start = at
    if word:
        yield word
