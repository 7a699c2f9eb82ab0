"""What changed since the last round, as the live page lays it over a page."""

from pathlib import Path
from typing import Any

import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.live.proofs import SinceProof, changes_as_json
from bulletin_layout.pipeline.proofs import ProofWish, make_proof
from bulletin_layout.pipeline.result import silent
from bulletin_layout.reading import read_issue
from tests.support.laid import book
from tests.support.paper import start_paper


def test_changes_since_the_last_round_have_their_boxes_on_the_page(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    since = SinceProof()

    def shown() -> list[dict[str, Any]]:
        reading = read_issue(issue)
        assert reading.issue is not None
        return [*changes_as_json(since.changes(compose_issue(reading.issue, book())), 1, "zh")]

    assert shown() == []
    make_proof(issue, ProofWish(number=1), tell=silent)
    assert shown() == []
    story = issue / "first-story.md"
    story.write_text(story.read_text("utf-8").replace("心里有数", "心里明白"), encoding="utf-8")
    (change,) = shown()
    assert (change["number"], change["words"]) == (1, "改 有数→明白")
    ((_, _, width, height),) = change["boxes"]
    assert (width, height) == (pytest.approx(21, abs=1), 10.5)
    make_proof(issue, ProofWish(number=2), tell=silent)
    assert shown() == []


def test_a_damaged_round_shows_nothing(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    make_proof(issue, ProofWish(number=1), tell=silent)
    (issue / "proofs/1.json").write_text("{", "utf-8")
    reading = read_issue(issue)
    assert reading.issue is not None
    assert SinceProof().changes(compose_issue(reading.issue, book())) == ()
