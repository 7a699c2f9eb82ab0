"""Round files: what is written is read again, and nothing else is."""

import json
from typing import Any

import pytest

from bulletin_layout.proofing.round_files import MOST_BYTES, RoundError, as_json, round_of
from bulletin_layout.proofing.rounds import Asked, Box, Round, RoundPage, RoundPhoto, RoundStory, RoundText, SetLine

LINES = (
    SetLine(0, 1, "lead", 1, 38.1, 99.7, 9.0, edges=(0.0, 9.0, 18.0)),
    SetLine(2, 2, "tail", 4, 40.0, 50.0, 9.0, vertical=True, edges=(0.0, 9.0, 13.5)),
)
ROUND = Round(
    2,
    "proof",
    "2026-10-28",
    "2026-10",
    (RoundPage(1, "要闻", "沈珂", "ab", (RoundText("folio", "第1版", "folio"),)), RoundPage(2, "文艺", "", "cd")),
    {
        "meadow": RoundStory(
            "meadow",
            "草场 绿了",
            (RoundText("body", "草场a“绿”\n", "", LINES, ((0, 2, "strong"),)), RoundText("caption", "林子", "p1")),
            (RoundPhoto("p1", "ff", Box(1, 1.5, 2.0, 30.0, 20.0), (0.0, 0.1, 1.0, 0.9)),),
            ((1, "lead"), (2, "tail")),
        )
    },
    (Asked("meadow", "绿→红", "绿", "红"),),
    ("沈珂",),
)


def test_a_round_is_read_as_it_was_written() -> None:
    again = round_of(as_json(ROUND).encode())
    assert as_json(again) == as_json(ROUND)
    text = again.stories["meadow"].texts[0]
    assert [(line.place, line.start) for line in text.lines] == [(line.place, line.start) for line in LINES]
    assert text.lines[0].edges == LINES[0].edges
    assert (again.pages[0].editor, again.asked, again.date) == ("沈珂", ROUND.asked, "2026-10-28")


def test_each_text_stands_on_a_line_of_its_own() -> None:
    lines = as_json(ROUND).splitlines()
    assert sum('"kind": "body"' in line for line in lines) == sum('"kind": "caption"' in line for line in lines) == 1
    assert not any('"kind": "body"' in line and '"kind": "caption"' in line for line in lines)


def changed(**to: Any) -> bytes:
    return json.dumps({**json.loads(as_json(ROUND)), **to}).encode()


def story(**to: Any) -> bytes:
    return changed(stories=[{**json.loads(as_json(ROUND))["stories"][0], **to}])


def body(**to: Any) -> bytes:
    texts = json.loads(as_json(ROUND))["stories"][0]["texts"]
    return story(texts=[{**texts[0], **to}])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b"9" * 100_000,
        b'{"schema": NaN}',
        b" " * (MOST_BYTES + 1),
        changed(schema="bulletin/round@2"),
        changed(stage="done"),
        changed(round=0),
        changed(round=True),
        changed(round="2"),
        changed(pages={}),
        changed(pages=[{"page": 1}]),
        changed(names=["x" * 61]),
        changed(names=["x"] * 20_001),
        changed(date="x" * 100),
        changed(issue="\u001b[31m"),
        changed(issue="\ud800"),
        story(slots=[[1]]),
        story(slots=[[0, "lead"]]),
        story(slots=[]),
        story(photos=[{"name": "p1", "sha256": "ff", "box": [1, 1e9, 0, 1, 1], "crop": [0, 0, 1, 1]}]),
        body(lines=[[0, 0, 1, 1e400, 0, 9, 9]]),
        body(lines=[[0, 2, 1, 0, 0, 9, 9]]),
        body(lines=[[0, -1, 1, 0, 0, 9, 9]]),
        body(lines=[[99, 0, 1, 0, 0, 9, 9]]),
        body(lines=[[2, 0, 1, 0, 0, 9, 9], [2, 0, 1, 0, 0, 9, 9]]),
        body(text="x" * 2_000_001),
        body(styled=[[0, 1]]),
    ],
)
def test_what_is_no_round_is_refused(data: bytes) -> None:
    with pytest.raises(RoundError):
        round_of(data)


def test_a_slip_in_json_is_told_with_its_line() -> None:
    with pytest.raises(RoundError) as refused:
        round_of(as_json(ROUND).replace('"date"', "date").encode())
    assert refused.value.line == 5
