"""Runs as Markdown (写稿): the plainest form that the reader of stories reads back as it was meant.

Text is written as it is wherever it can be; only where it would be read otherwise are its signs escaped, and where
``**`` does not hold, ``<strong>`` does. Each form is read back before it is used.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from bulletin_layout.manuscripts.matter import Look, Run
from bulletin_layout.reading.story.literals import literals_in
from bulletin_layout.reading.story.markdown_adapter import parse_inline, parse_markdown
from bulletin_layout.reading.story.places import Stretch
from bulletin_layout.reading.story.spans import TextSpan
from bulletin_layout.values import NamedTuple

#: Signs that often have a meaning, and all that may have one.
_USUAL: Final = re.compile(r"([\\`*_\[\]<&~])")
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&~=$^{}#|:!+.()-])")
_TAGS: Final = {"**": ("<strong>", "</strong>"), "*": ("<em>", "</em>"), "***": ("<strong><em>", "</em></strong>")}


#: Text that has no signs, and begins like nothing but text: it need not be read back.
_PLAIN: Final = re.compile(r"[\u3400-\u9fff“《][\u3400-\u9fff，。、；：！？“”‘’（）《》—…·A-Za-z0-9 .,%/℃－]*+")
#: Tabs with blanks around them: before a Chinese mark, after one, and before the name of the next field of a form.
_TABS: Final = r"[ \t]{0,20}\t[ \t]{0,20}"
_TABS_BEFORE: Final = re.compile(rf"{_TABS}(?=[，。、；：！？）》”])")
_TABS_AFTER: Final = re.compile(rf"(?<=[，。、；：！？（《“]){_TABS}")
_TABS_APART: Final = re.compile(rf"(?<=[：:]){_TABS}(?=[\u3400-\u9fff]{{1,12}}[：:])")
#: Longest text whose forms are tried; no paragraph of a newspaper is so long.
_MOST: Final = 20_000
_BRACES: Final = {"dots": ".dots", "underline": ".under", "": ""}


class _Style(NamedTuple):
    """What a reader of stories tells apart."""

    emphasis: str = ""
    braces: str = ""
    link: str = ""
    note: str = ""


def inline(runs: Sequence[Run], *, lines: bool = False) -> str | None:
    """Runs as Markdown within a line: a head, a caption, a cell. ``lines``: line ends become ``<br>``, else the lines
    are joined. None when no form keeps the marks."""
    return _first_good(_prepared(runs, lines=lines), _reads_inline)


def paragraph(runs: Sequence[Run]) -> str | None:
    """Runs as a paragraph of a body, on one line; None when no form keeps the marks."""
    return _first_good(_prepared(runs), _reads_as_paragraph)


def without_marks(runs: Sequence[Run]) -> list[Run]:
    """The runs as plain text, with the notes that they refer to."""
    return [Run(run.text, note=run.note, remark=run.remark) for run in runs]


def escaped(text: str) -> str:
    """A text with a backslash before every sign that may have a meaning, except within addresses."""
    return _with_backslashes(text, _SIGNS)


def _lightly(text: str) -> str:
    """A text with a backslash before the signs that often have a meaning."""
    return _with_backslashes(text, _USUAL)


def _with_backslashes(text: str, signs: re.Pattern[str]) -> str:
    parts, done = [], 0
    for start, end in literals_in(text):
        parts += [signs.sub(r"\\\1", text[done:start]), text[start:end]]
        done = end
    return "".join((*parts, signs.sub(r"\\\1", text[done:])))


def joined_lines(text: str) -> str:
    """A text on one line: a line end becomes a space between Western words, and nothing beside Han."""
    return re.sub(r"(?<=[!-~])[ \t]*\n\s*(?=[!-~])", " ", text).replace("\n", "")


def _prepared(runs: Sequence[Run], *, lines: bool = False) -> list[Run]:
    """Runs, in one line unless ``lines``, neighbours of one style joined, blanks at the ends of a mark outside it."""
    whole = [*runs] if lines else _on_one_line(runs)
    if len(whole) > 1 or any(map(any, map(_style, whole))):
        linked = [replace(run, link=_needed(run)) if run.link else run for run in whole]
        marked = map(_without_idle_marks, _joined(_filled(_joined(linked))))
        whole = _joined([part for run in marked for part in _without_blank_ends(run)])
    return [replace(run, text=_without_tabs(run.text)) if "\t" in run.text else run for run in whole]


def _is_text(run: Run) -> bool:
    return not (run.note or run.remark)


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Runs with neighbours of one style as one."""
    joined: list[Run] = []
    for run in runs:
        if joined and _is_text(run) and _is_text(joined[-1]) and _style(joined[-1]) == _style(run):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        elif run.text or not _is_text(run):
            joined.append(run)
    return joined


def _filled(runs: Sequence[Run]) -> list[Run]:
    """Runs with blanks between two of one style in that style: a mark shows nothing on them, but an underline."""
    filled = [*runs]
    for at in range(1, len(runs) - 1):
        run, before, after = runs[at], filled[at - 1], runs[at + 1]
        if _is_text(run) and run.text.isspace() and _is_text(before) and _is_text(after):
            one = _style(before)
            if one == _style(after) and not (before.look.underline or before.ruby):
                filled[at] = replace(before, text=run.text)
    return filled


def _without_idle_marks(run: Run) -> Run:
    """A run of signs alone without bold and italics, which authors leave on a colon or a bracket."""
    is_idle = (run.look.bold or run.look.italic) and not any(map(str.isalnum, run.text))
    return replace(run, look=replace(run.look, bold=False, italic=False)) if is_idle and _is_text(run) else run


def _without_tabs(text: str) -> str:
    """A text with tabs as blanks: none beside a Chinese mark, unless they part two columns there; an em between Han,
    a space elsewhere."""
    text = _TABS_BEFORE.sub("", text)
    text = _TABS_AFTER.sub(lambda found: "\u3000" if found[0].count("\t") > 1 else "", _TABS_APART.sub("\u3000", text))
    return re.sub(r"(?<=[\u3400-\u9fff])\t+(?=[\u3400-\u9fff])", "\u3000", text).replace("\t", " ")


def _needed(run: Run) -> str:
    """The address of a link that leads elsewhere than its text says; one that is its own text is a link by itself."""
    return (
        "" if run.text in (run.link, run.link.removeprefix("mailto:")) else run.link.replace("<", "").replace(">", "")
    )


def _on_one_line(runs: Sequence[Run]) -> list[Run]:
    whole = "".join(run.text for run in runs)
    if "\n" not in whole:
        return [*runs]
    kept, at = [], 0
    for run in runs:
        before, after = whole[max(0, at - 1) : at], whole[at + len(run.text) : at + len(run.text) + 1]
        text = joined_lines(f"{before}{run.text}{after}")
        start, end = len(before.replace("\n", "")), len(text) - len(after.replace("\n", ""))
        kept.append(replace(run, text=text[start:end]))
        at += len(run.text)
    return kept


def _without_blank_ends(run: Run) -> Iterator[Run]:
    text = run.text
    if run.note or run.remark or not _style(run).emphasis + _style(run).braces + run.link or text == text.strip():
        yield run
        return
    core = text.strip()
    at = text.find(core) if core else len(text)
    if at:
        yield Run(text[:at])
    if core:
        yield replace(run, text=core)
        yield Run(text[at + len(core) :])


def _style(run: Run) -> _Style:
    if run.note:
        return _Style(note=run.note)  # a reference has the look of all references
    look = run.look
    if run.link:
        look = replace(look, underline=False)  # how Word shows every link
    marks = [f".{name}" for name in _marks(look)] + ([f'ruby="{run.ruby}"'] if run.ruby else [])
    return _Style("*" * (2 * look.bold + look.italic), " ".join(marks), run.link)


def _marks(look: Look) -> Iterator[str]:
    if look.dots:
        yield "dots"
    elif look.underline:
        yield "under"
    if look.shift:
        yield look.shift


def _first_good(runs: list[Run], reads: Callable[[str, list[Run]], bool]) -> str | None:
    forms = ((str, False), (_lightly, False), (escaped, False), (escaped, True))
    if len(runs) == 1 and not any(_style(runs[0])) and not runs[0].remark and _PLAIN.fullmatch(runs[0].text):
        return runs[0].text.strip()
    shown = [run for run in runs if not run.remark]
    if sum(len(run.text) for run in shown) > _MOST:
        whole = Run("".join(run.text for run in runs))
        return None if any(map(any, map(_style, runs))) else _marked(whole, escaped)
    for write, tags in forms:
        if reads(_written(shown, write, tags=tags).strip(), shown):
            return _written(runs, write, tags=tags).strip()
    return None


def _written(runs: Sequence[Run], write: Callable[[str], str], *, tags: bool) -> str:
    parts = []
    for link, linked in groupby(runs, key=lambda run: run.link):
        words = "".join(
            _emphasised(emphasis, "".join(_marked(run, write) for run in same), tags=tags)
            for emphasis, same in groupby(linked, key=lambda run: _style(run).emphasis)
        )
        parts.append(f"[{words}](<{link}>)" if link else words)
    return "".join(parts)


def _emphasised(emphasis: str, words: str, *, tags: bool) -> str:
    if not emphasis:
        return words
    opening, closing = _TAGS[emphasis] if tags else (emphasis, emphasis)
    return f"{opening}{words}{closing}"


def _marked(run: Run, write: Callable[[str], str]) -> str:
    if run.note:
        return f"[^{run.note}]"
    if run.remark:
        return f"<!-- 批注 {run.remark.replace('--', '——')} -->"
    braces = _style(run).braces
    words = write(run.text).replace("\n", "<br>")
    return f"[{words}]{{{braces}}}" if braces else words


# What a form is read as.


def _reads_inline(text: str, runs: Sequence[Run]) -> bool:
    return _same(parse_inline(text, (Stretch(0, 0, 0),), notes=True) if text else (), runs)


def _reads_as_paragraph(text: str, runs: Sequence[Run]) -> bool:
    if not text:
        return not any(run.text.strip() for run in runs)
    parts = parse_markdown(text, 1)
    return len(parts) == 1 and parts[0].kind == "paragraph" and _same(parts[0].spans, runs)


def _same(spans: Sequence[TextSpan] | None, runs: Sequence[Run]) -> bool:
    return spans is not None and _as_read(spans) == _as_meant(runs)


def _as_meant(runs: Sequence[Run]) -> list[tuple[str, ...]]:
    found = []
    for run in runs:
        emphasis, braces, link, note = _style(run)
        said = {"": "", "*": "emphasis", "**": "strong", "***": "strong emphasis"}[emphasis]
        found += _cells(f"[{note}]" if note else run.text, said, braces, "link" if link else "")
    return _trimmed(found)


def _as_read(spans: Sequence[TextSpan]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for span in spans:
        if span.kind == "text":
            marks = [
                _BRACES[span.mark],
                f".{span.shift}" if span.shift else "",
                f'ruby="{span.ruby}"' if span.ruby else "",
            ]
            found += _cells(span.text, span.emphasis, " ".join(filter(None, marks)), "link" if span.link else "")
        elif span.kind == "note":
            found += _cells(f"[{span.text}]", "", "", "")
        elif span.kind == "hard":
            found += _cells("\n", "", "", "")
        elif span.kind != "link":
            return [("?",)]
    return _trimmed(found)


def _cells(text: str, *style: str) -> list[tuple[str, ...]]:
    """Characters one by one with their style; blanks have none, since a mark shows nothing on them."""
    return [(char, *(style if not char.isspace() else ("",))) for char in text]


def _trimmed(cells: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    while cells and cells[-1][0].isspace():
        cells.pop()
    start = next((at for at, cell in enumerate(cells) if not cell[0].isspace()), len(cells))
    return cells[start:]
