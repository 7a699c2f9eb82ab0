"""A draft as a story file (稿件文件): front matter and Markdown that the reader of stories takes as it was meant."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, assert_never

from bulletin_layout.findings.catalogue import word_files as said
from bulletin_layout.manuscripts import markdown
from bulletin_layout.manuscripts.draft import Draft, Line, Part, text_of
from bulletin_layout.manuscripts.grids import table_lines
from bulletin_layout.manuscripts.losses import Losses
from bulletin_layout.manuscripts.matter import Run

#: A text that YAML takes as text without quotation marks.
_PLAIN: Final = re.compile(r"[A-Za-z\u3400-\u9fff《“（——][^\n]*")
_WORDS: Final = ("yes", "no", "true", "false", "null", "on", "off", "y", "n")
_INDENT: Final = "    "


def story_text(draft: Draft, files: Sequence[str], losses: Losses) -> str:
    """The story file. ``files``: for each photo of the draft, the name of its file, or "" where a story cannot name it;
    ``losses`` takes marks that cannot be written."""
    write = _Writer(losses)
    front = [*_front(draft, files, write)]
    notes = (
        f"[^{label}]: " + f"\n\n{_INDENT}".join(write.paragraph(line) for line in lines)
        for label, lines in draft.notes
        if lines
    )
    body = "\n\n".join((*write.parts(draft.parts), *notes))
    return "\n".join(("---", *front, "---", body)).rstrip() + "\n" if front else body + "\n"


def _front(draft: Draft, files: Sequence[str], write: "_Writer") -> Iterator[str]:
    for key, lines in (("kicker", draft.kicker), ("headline", draft.headline), ("deck", draft.deck)):
        written = [write.inline(line) for line in lines]
        if len(written) == 1:
            yield f"{key}: {quoted(written[0])}"
        elif written:
            yield f"{key}:"
            yield from (f"- {quoted(line)}" for line in written)
    if draft.byline:
        yield f"byline: {quoted(write.inline(draft.byline))}"
    named = [(photo, file) for photo, file in zip(draft.photos, files, strict=True) if file]
    if named:
        yield "photos:"
    for number, (photo, file) in enumerate(named, start=1):
        yield f"  p{number}:"
        yield f"    file: {quoted(file)}"
        caption = write.inline(photo.caption)
        values = {
            "caption": caption,
            "credit": markdown.escaped(photo.credit),
            "alt": "" if caption else photo.shot.alt,
        }
        yield from (f"    {key}: {quoted(value)}" for key, value in values.items() if value)


def quoted(text: str) -> str:
    """A text as a value of YAML, on one line: in single quotation marks where it needs some."""
    text = " ".join(text.split("\n"))
    is_plain = _PLAIN.fullmatch(text) and ": " not in text and " #" not in text and not text.endswith((":", " "))
    return text if is_plain and text.lower() not in _WORDS else "'" + text.replace("'", "''") + "'"


class _Writer:
    """Writes the parts of a body; marks that no form keeps are dropped and listed."""

    def __init__(self, losses: Losses) -> None:
        self._losses = losses

    def inline(self, line: Line) -> str:
        return self._written(line, markdown.inline)

    def paragraph(self, line: Line) -> str:
        return self._written(line, markdown.paragraph)

    def _written(self, line: Sequence[Run], write: Callable[[Sequence[Run]], str | None]) -> str:
        found = write(line)
        if found is None:
            self._losses.drop("form", text_of(tuple(line)))
            plain = markdown.without_marks(line)
            found = write(plain)
            found = markdown.escaped(markdown.joined_lines(text_of(tuple(line)))) if found is None else found
        return found

    def parts(self, parts: Sequence[Part]) -> Iterator[str]:
        """The parts as blocks of text; items of one list are one block."""
        items: list[str] = []
        levels: list[int] = []  # those of the item and of the ones that it stands in
        for part in parts:
            self._losses.line = part.line or self._losses.line
            if part.kind == "item":
                levels = [*(upper for upper in levels if upper < part.level), part.level]
                items.append(self._item(part, len(levels) - 1))
                continue
            if items:
                yield "\n".join(items)
                items, levels = [], []
            yield self._part(part)
        if items:
            yield "\n".join(items)

    def _item(self, part: Part, level: int) -> str:
        words = self.paragraph(part.lines[0])
        decimal = re.fullmatch(r"([0-9]{1,3})[.．]?", part.label)
        head = f"{decimal[1]}. " if decimal is not None else f"- {part.label}"
        return f"{_INDENT * level}{head}{words}"

    def _part(self, part: Part) -> str:  # one a kind
        match part.kind:
            case "section":
                return f"# {self.inline(part.lines[0])}"
            case "crosshead":
                return f"## {self.inline(part.lines[0])}"
            case "sign" | "verse":
                return "\n".join((f"::: {part.kind}", *(self.paragraph(line) for line in part.lines), ":::"))
            case "aside":
                title = f" {self.inline(part.lines[0])}" if part.lines else ""
                return "\n".join((f":::: aside{title}", "\n\n".join(self.parts(part.inner)), "::::"))
            case "table":
                return "\n".join(self._table(part))
            case "body" | "item":
                return self.paragraph(part.lines[0])
            case _:
                assert_never(part.kind)

    def _table(self, part: Part) -> Iterator[str]:
        assert part.grid is not None
        lines, simplified = table_lines(part.grid, lambda runs: self._written(runs, _in_cell))
        for what in simplified:
            self._losses.say(lambda place, what=what: said.table_simplified(place, what=what))  # type: ignore[misc]
        yield from lines


def _in_cell(runs: Sequence[Run]) -> str | None:
    found = markdown.inline(runs, lines=True)
    return found.replace("\\|", "|").replace("|", "\\|") if found is not None else None
