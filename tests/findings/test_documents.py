"""The catalogue as people read it, and that the documents in ``docs`` are those that it makes."""

import re
from pathlib import Path

import pytest

from bulletin_layout.findings.catalogue import catalogue
from bulletin_layout.findings.documents import FILES, document, explained
from bulletin_layout.languages import LANGUAGES, Language

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documents_are_those_that_the_catalogue_makes(language: Language) -> None:
    written = (DOCS / FILES[language]).read_text(encoding="utf-8")
    assert written == document(language), "write them anew: make reference"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_heading_of_its_own(language: Language) -> None:
    assert re.findall(r"^### (.+)$", document(language), re.MULTILINE) == list(catalogue())


def test_an_entry_says_all_that_is_known_of_a_code() -> None:
    assert explained(catalogue()["text-on-text"], "en").splitlines() == [
        "text-on-text: error (it can be neither lowered nor put off)",
        "  page …: … and … overlap at 「…」",
        "means: Text of two stories, or of a story and the page's furniture, lies over one another and cannot be read.",
        "mend: Move one of them, or make its box or its type smaller.",
        "example: slots: {lead: {box: {x: 0mm, …}}, brief: {box: {x: 0mm, …}}}",
    ]
    assert explained(catalogue()["text-on-text"], "zh").startswith("text-on-text: 错误（不能降低，也不能不报）\n")


def test_a_code_of_two_severities_says_both() -> None:
    assert explained(catalogue()["too-much-ink"], "en").startswith("too-much-ink: error / warning\n")
    assert explained(catalogue()["too-much-ink"], "zh").startswith("too-much-ink: 错误或警告\n")
