"""Texts prepared and broken once (备好的文), and kept with the book of fonts.

Heads, captions and furniture are met again and again: while slots are tried in other shapes, and on page after page. In
a process that goes on to build, so is every text that nobody has edited.
"""

from collections.abc import Callable, Hashable
from dataclasses import field
from typing import Any, Final, TypeAlias, TypeVar

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Galley, TextRun, prepare
from bulletin_layout.values import dataclass

_NOTE: Final = "texts"
#: So many characters are kept, a third of a kilobyte each, the latest: those of a long issue of ordinary size.
_MOST: Final = 30_000
#: What a text takes however short it is, in characters.
_LEAST: Final = 10

_Made = TypeVar("_Made")


#: All that a galley depends on: the text's runs, its style, and the length of its label.
_Given: TypeAlias = tuple[tuple[TextRun, ...], Style, int]


@dataclass(slots=True)
class _Kept:
    """A prepared text, with the settings that were asked for."""

    given: _Given
    galley: Galley
    settings: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """What it counts for, in characters."""
        return max(_LEAST, len(self.galley.text))


@dataclass(slots=True)
class KeptTexts:
    """The texts by their words, those used last at the end, and by the identity of their galleys."""

    texts: dict[str, list[_Kept]] = field(default_factory=dict)
    by_galley: dict[int, _Kept] = field(default_factory=dict)
    characters: int = 0

    def keep(self, given: _Given, galley: Galley) -> _Kept:
        """Keep a text, and drop those that were not used for longest."""
        found = self.by_galley[id(galley)] = _Kept(given, galley)
        self.characters += found.size
        while self.characters > _MOST and self.texts:
            for oldest in self.texts.pop(next(iter(self.texts))):
                self.characters -= oldest.size
                del self.by_galley[id(oldest.galley)]
        return found


def prepared(runs: tuple[TextRun, ...], style: Style, book: FontBook, label: int = 0) -> Galley:
    """A text prepared (``typeset.prepare``), or as it was prepared before."""
    kept, given = _kept_with(book), (runs, style, label)
    text = "".join([run.text for run in runs])
    alike = kept.texts.pop(text, [])
    found = next((each for each in alike if each.given == given), None)  # quicker than to hash the styles
    if found is None:
        found = kept.keep(given, prepare(runs, style, book, label=label))
        alike.append(found)
    kept.texts[text] = alike
    return found.galley


def once(galley: Galley, how: Hashable, book: FontBook, make: Callable[[], _Made]) -> _Made:
    """What is made of a galley, and of ``how`` alone beside that: at the first call only, if the galley is kept."""
    found = _kept_with(book).by_galley.get(id(galley))  # while a galley is kept, no other can have its identity
    if found is None:
        return make()
    if how not in found.settings:
        found.settings[how] = make()
    made: _Made = found.settings[how]
    return made


def _kept_with(book: FontBook) -> KeptTexts:
    """The texts that are kept with a book of fonts (``book.notes``), so that they live as long as the fonts do."""
    found = book.notes.get(_NOTE)
    if not isinstance(found, KeptTexts):
        found = book.notes[_NOTE] = KeptTexts()
    return found
