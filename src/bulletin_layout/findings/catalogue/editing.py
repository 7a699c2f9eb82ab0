"""Editing on the live page (直接改): what stands at a place, and why an edit was not made."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("直接改", "Editing on the page")


@phrase(zh="{step}，共 {em:.2f} 字", en="{step}, {em:.2f} em in all")
def by(step: Phrase, em: float) -> Phrase: ...


@phrase(zh="放不进、也断不开：{ledger}", en="neither fits nor breaks: {ledger}")
def forced(ledger: Phrase) -> Phrase: ...


@phrase(zh="“{char}”不能在行首，挤进本行", en='"{char}" may not begin a line, so it was squeezed in')
def pulled_in(char: str) -> Phrase: ...


@phrase(
    zh="“{after}”不能在行首，带着“{char}”一起到下一行", en='"{after}" may not begin a line, so "{char}" goes on with it'
)
def carried(char: str, after: str) -> Phrase: ...


@phrase(zh="“{char}”不能在行尾，到下一行", en='"{char}" may not end a line, so it goes on')
def opens_next(char: str) -> Phrase: ...


@phrase(zh="“{word}”不拆，整个到下一行", en='"{word}" is kept whole on the next line')
def whole(word: str) -> Phrase: ...
