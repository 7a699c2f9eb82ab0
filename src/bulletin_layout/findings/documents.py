"""Documents made from the catalogue (问题一览): one entry for ``bulletin explain``, all of them for
``docs/findings.md``."""

from collections.abc import Iterator
from importlib import import_module
from string import Formatter
from typing import Final

from bulletin_layout.findings.catalogue import AREAS, catalogue
from bulletin_layout.findings.entries import About, Both, Entry
from bulletin_layout.languages import LANGUAGES, Language

#: File names of the documents.
FILES: Final[dict[Language, str]] = {"en": "findings.md", "zh": "findings.zh.md"}
_SEVERITIES: Final[dict[str, Both]] = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "hint": ("提示", "hint"),
}
_ASKED: Final[Both] = ("平常不报，在 findings: 里给了轻重才报", "told only where findings: gives it a severity")
_FIXED: Final[Both] = ("不能降低，也不能不报", "it can be neither lowered nor put off")
_MEANS: Final[Both] = ("意思", "means")
_MEND: Final[Both] = ("改法", "mend")
_EXAMPLE: Final[Both] = ("例", "example")
_TITLE: Final[Both] = ("问题一览", "Findings")
_HEAD: Final[Both] = (
    "每个问题打印成一行：`文件:行:列: error[代码]: 说明`。这里按代码说明每个问题的意思和改法；"
    "`bulletin explain 代码` 打印其中一个。说明里的 `…` 是随情况而变的部分。本文由问题目录生成，不要直接改。",
    "A finding is one line: `file:line:column: error[code]: what is wrong`. Here is what each code means and how to "
    "mend it; `bulletin explain CODE` prints one of them. `…` stands for what differs from case to case. This file is "
    "made from the catalogue: do not edit it.",
)
_LOWERING: Final[Both] = (
    "在 bulletin.yaml 里可以改问题的轻重：`findings: {short: off, unused-photo: hint}`（error、warning、hint、off）；"
    "命令行用 `--ignore short,unused-photo` 暂时不报。不报的代码列在印前检查单里。"
    "标有“不能降低”的除外：它们说的是内容丢失、读不了或不安全。提示（hint）不影响退出码。",
    "A publication may change how grave a finding is: `findings: {short: off, unused-photo: hint}` in bulletin.yaml "
    "(error, warning, hint, off); `--ignore short,unused-photo` puts some off for once. What is put off is listed in "
    "the preflight report. Those that cannot be lowered tell of content that is lost, unreadable or unsafe. A hint "
    "never changes the exit code.",
)


def explained(entry: Entry[...], language: Language) -> str:
    """An entry as text for the terminal."""
    pick = _pick(language)
    about = _about(entry)
    note = _note(about, pick)
    noted = f" ({note})" if note and pick else f"（{note}）" if note else ""
    lines = [f"{entry.code}: {_severity(entry, pick)}{noted}"]
    lines += [f"  {sentence}" for sentence in _sentences(entry, language)]
    for label, words in ((_MEANS, about.meaning[pick]), (_MEND, about.mend[pick]), (_EXAMPLE, _example(about, pick))):
        lines.append(f"{label[pick]}{': ' if pick else '：'}{words}")
    return "\n".join(lines)


def documents() -> dict[str, str]:
    """Path in the project → text of the document, for both languages."""
    return {f"docs/{FILES[language]}": document(language) for language in LANGUAGES}


def document(language: Language) -> str:
    """The whole catalogue as Markdown, area by area."""
    return "\n".join(_lines(language)) + "\n"


def _lines(language: Language) -> Iterator[str]:
    pick = _pick(language)
    yield from (f"# {_TITLE[pick]}", "", _HEAD[pick], "", _LOWERING[pick])
    for area in AREAS:
        title: Both = import_module(f"bulletin_layout.findings.catalogue.{area}").TITLE
        yield from ("", f"## {title[pick]}")
        for entry in catalogue().values():
            if entry.area == area:
                yield from _entry(entry, language)


def _entry(entry: Entry[...], language: Language) -> Iterator[str]:
    pick = _pick(language)
    about = _about(entry)
    note = _note(about, pick)
    noted = f"; {note}" if note and pick else f"；{note}" if note else ""
    yield from ("", f"### {entry.code}", "", f"*{_severity(entry, pick)}{noted}*", "")
    yield from (f"> {sentence}" + ("  " if more else "") for sentence, more in _followed(_sentences(entry, language)))
    yield from ("", about.meaning[pick], "", f"{_MEND[pick].capitalize()}{': ' if pick else '：'}{about.mend[pick]}")
    yield from ("", "```", *_example(about, pick).split("\n"), "```")


def _followed(sentences: list[str]) -> Iterator[tuple[str, bool]]:
    return ((sentence, number < len(sentences)) for number, sentence in enumerate(sentences, start=1))


def _sentences(entry: Entry[...], language: Language) -> list[str]:
    """The sentences of a code, with … for their fields. Sentences that consist of a field only are left out."""
    forms = [each.zh if language == "zh" else each.en for each in (entry, *entry.wordings)]
    shown = dict.fromkeys(map(_open, forms))
    return [sentence for sentence in shown if sentence.strip("…")]


def _open(form: str) -> str:
    return "".join(literal + ("" if name is None else "…") for literal, name, _, _ in Formatter().parse(form))


def _severity(entry: Entry[...], pick: int) -> str:
    severities = dict.fromkeys(each.severity for each in (entry, *entry.wordings))
    return (" / " if pick else "或").join(_SEVERITIES[severity][pick] for severity in severities)


def _note(about: About, pick: int) -> str:
    """What is said beside the severity of a code that cannot be lowered, or is told only when asked for."""
    return _FIXED[pick] if about.fixed else _ASKED[pick] if about.asked else ""


def _example(about: About, pick: int) -> str:
    return about.example if isinstance(about.example, str) else about.example[pick]


def _about(entry: Entry[...]) -> About:
    assert entry.about is not None  # only wordings have no ``about``, and the catalogue lists no wordings
    return entry.about


def _pick(language: Language) -> int:
    """The index of a language in a ``Both``."""
    return 0 if language == "zh" else 1
