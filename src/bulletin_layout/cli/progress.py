"""Shows progress: a bar that is redrawn on a terminal, or a line for each stage elsewhere."""

from typing import Final, TextIO

from bulletin_layout.cli.words import STAGES
from bulletin_layout.findings.phrases import text
from bulletin_layout.findings.visible import visible
from bulletin_layout.languages import Language

_CELLS: Final = 24


class Progress:
    """Shows the stages of one issue on ``stream``; nothing if ``quiet``. Use it in a ``with`` statement."""

    def __init__(self, name: str, stream: TextIO, language: Language, *, quiet: bool) -> None:
        self._name = visible(name)
        self._stream = stream
        self._language = language
        self._quiet = quiet
        self._drawn = False
        self._stage = ""

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[K")  # ANSI: to the line's start, erase to its end
            self._stream.flush()

    def tell(self, stage: str, done: int, of: int) -> None:
        """Show that a stage began, or has done ``done`` of ``of`` (0: not counted)."""
        if self._quiet:
            return
        words = text(STAGES[stage], self._language)
        if self._stream.isatty():
            full = _CELLS * done // of if of else 0
            bar = f" [{'#' * full}{'.' * (_CELLS - full)}] {done}/{of}" if of else " …"
            self._stream.write(f"\r\x1b[K{self._name}: {words}{bar}")
            self._stream.flush()
            self._drawn = True
        # Into a log file only a line per stage, without a bar.
        elif stage != self._stage:
            self._stream.write(f"{self._name}: {words}\n")
            self._stream.flush()
        self._stage = stage
