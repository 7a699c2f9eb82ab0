"""Output intents (输出意图; ISO 32000-1, 14.11.5): the printing condition for which the colours of a file are meant."""

from collections.abc import Mapping
from typing import Final, Literal

from bulletin_layout.issue import Press
from bulletin_layout.pdfs import Name, Ref, Value, text_string
from bulletin_layout.pictures import CONDITIONS, Profile, built_in
from bulletin_layout.render.drawn import DrawingMemory

#: The name of a condition that is in no registry.
CUSTOM: Final = "Custom"


def intent_of(press: Press) -> Profile:
    """The ICC profile of a print profile, or the built-in one of its paper."""
    return press.intent or built_in(press.paper)


def output_intent(
    standard: Literal["GTS_PDFX", "GTS_PDFA1"],
    condition: str,
    profile: Profile,
    more: Mapping[str, Value],
    memory: DrawingMemory,
) -> Value:
    """The value of the catalogue's OutputIntents: one condition, with its ICC profile embedded, and ``more``
    entries. A built-in profile's condition is said in words, too. ``memory``: of profiles that were packed before."""
    known = {name: said.words for name, said in CONDITIONS.items()}
    words: Mapping[str, Value] = {"OutputCondition": text_string(known[profile.name])} if profile.name in known else {}
    intent: Value = {
        "Type": Name("OutputIntent"),
        "S": Name(standard),
        "OutputConditionIdentifier": text_string(condition),
        **words,
        "Info": text_string(profile.name),
        "DestOutputProfile": Ref(memory.packed(profile)),
        **more,
    }
    return [Ref(intent)]
