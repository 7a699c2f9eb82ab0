"""What the live page's server answers (答复), in our own types; ``serving`` puts it into those of its library."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.as_json import as_json
from bulletin_layout.languages import Language
from bulletin_layout.values import dataclass

#: What a request brings: its query, the parts of its path, or the object that it posts.
Params = Mapping[str, Any]

JSON: Final = "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """Bytes of a media type. ``name``: of the file, if it is to be saved; ``lasting``: its address has the digest of
    its content, so it may be kept for ever."""

    data: bytes
    media: str = JSON
    name: str = ""
    lasting: bool = False
    status: int = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done. ``status``: of HTTP: 400 not understood, 403 not allowed, 404 not there, 409 does not
    fit the files as they are now."""

    findings: tuple[Finding, ...]
    status: int = 409


Reply = Mapping[str, Any] | Sequence[Any] | Answer | Refusal


def answer(reply: Reply, language: Language) -> Answer:
    """A reply as bytes; values are JSON, a refusal is the list of its findings."""
    if isinstance(reply, Answer):
        return reply
    if isinstance(reply, Refusal):
        plain = {"findings": [as_json(each, language) for each in reply.findings]}
        return Answer(json_bytes(plain), status=reply.status)
    return Answer(json_bytes(reply))


def json_bytes(plain: object) -> bytes:
    """Compact JSON."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


#: No refusal: what is asked for is not there.
NOTHING: Final = Answer(json_bytes(None))
