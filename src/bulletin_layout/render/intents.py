"""Output intents (输出意图; ISO 32000-1, 14.11.5): what the colours of a file are meant for."""

from collections.abc import Mapping
from typing import Final, Literal

from bulletin_layout.issue import Press
from bulletin_layout.pdfs import Name, Ref, Value, deflated, text_string
from bulletin_layout.pictures import Profile, built_in, channels

#: What a condition is called that no registry has.
CUSTOM: Final = "Custom"


def intent_of(press: Press) -> Profile:
    """The press's colours: the profile's own, or those of its paper, which come with the program."""
    return press.intent or built_in(press.paper)


def output_intent(
    standard: Literal["GTS_PDFX", "GTS_PDFA1"], condition: str, profile: Profile, more: Mapping[str, Value]
) -> Value:
    """The catalog's entry for the one condition that a file is made for, its profile within; ``more`` entries of it."""
    intent: Value = {
        "Type": Name("OutputIntent"),
        "S": Name(standard),
        "OutputConditionIdentifier": text_string(condition),
        "Info": text_string(profile.name),
        "DestOutputProfile": Ref(deflated(profile.data, {"N": channels(profile.space)})),
        **more,
    }
    return [Ref(intent)]
