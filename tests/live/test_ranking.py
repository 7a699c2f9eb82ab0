"""What may be tried for a slot, ranked as ``bulletin suggest`` ranks arrangements; nothing is written."""

from pathlib import Path

import pytest

from bulletin_layout.compose.arranging.board import StoppedError
from bulletin_layout.findings.phrases import text
from bulletin_layout.live.edits.choices import choices_for
from bulletin_layout.live.edits.ranking import Ranked, Ranking
from bulletin_layout.live.texts import Texts
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.suggest import Wish, suggest
from bulletin_layout.pipeline.viewing import composed_view
from tests.live.conftest import Live
from tests.live.test_edges import THIRD, publication

LONG = THIRD + "长。" * 500 + "\n"


def crossed(folder: Path) -> Path:
    """A page whose long story is in a small slot, and a short one in the large slot."""
    issue = publication(folder)
    (issue / "third.md").write_text(LONG, "utf-8")
    (issue / "first-story.md").write_text(THIRD, "utf-8")
    return issue


def ranked(issue: Path, slot: str, *, stop: bool = False) -> Ranked:
    memory = Memory()
    viewed = composed_view(issue, lambda *_: None, memory)
    assert viewed.finished is not None
    texts = Texts(viewed.sources)
    counted = choices_for(viewed.finished.composed, texts, 1, slot)
    found = Ranking().ranked(viewed, texts, (1, slot), counted, memory.reading, lambda: stop)
    assert found is not None
    return found


def test_the_best_arrangement_is_that_of_suggest(tmp_path: Path) -> None:
    issue = crossed(tmp_path)
    before = (issue / "issue.yaml").read_text("utf-8")
    found = ranked(issue, "right")
    labels = [text(each.label, "en") for each in found.choices]
    best = suggest(issue, Wish(page=1, best=1), lambda *_: None).pages[0].best[0]
    moves = [f"{one.story} to {one.slot}" for one in best.placements if one.before != one.slot]
    chosen = next(each for each in found.choices if text(each.label, "en") == f"rearranged: {', '.join(moves)}")
    assert "third to lead" in moves
    assert labels.index(text(chosen.label, "en")) == 0
    assert f"{best.cost[0]} points" in text(chosen.detail, "en")
    assert (issue / "issue.yaml").read_text("utf-8") == before
    for path, data in chosen.edit.after.items():
        path.write_bytes(data)
    assert "lead: third" in (issue / "issue.yaml").read_text("utf-8")
    again = suggest(issue, Wish(page=1, best=1), lambda *_: None).pages[0]
    assert again.today.cost[0] == best.cost[0]


def test_a_choice_that_makes_the_page_no_better_is_not_offered(tmp_path: Path) -> None:
    issue = publication(tmp_path)
    found = ranked(issue, "lead")
    assert all(" points, now " in text(each.detail, "en") for each in found.choices)
    for each in found.choices:
        then, now = (
            int(part) for part in text(each.detail, "en").split("; ")[1].replace(" points", "").split(", now ")
        )
        assert then < now


def test_a_search_that_nobody_wants_any_more_ends(tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        ranked(crossed(tmp_path), "right", stop=True)


def test_the_server_gives_ranked_choices_and_tries_one(live: Live) -> None:
    (live.folder / "second-story.md").write_text(LONG, "utf-8")
    live.session.changed()
    over = lambda: next((row for row in live.session.desk.seen.composed.slots if row.over_chars), None)  # noqa: E731
    while live.session.desk.seen is None or over() is None or live.session.busy:
        live.get("words.json")
    slot = over().slot
    before = {path: path.read_bytes() for path in live.folder.glob("*") if path.is_file()}
    said = None
    while said is None:  # until no build comes in between
        said = live.get(f"ranked?page=1&slot={slot}").json
    assert said["note"]
    for choice in said["choices"][:1]:
        assert live.post("try", {"id": choice["id"]}).status == 200
        assert live.post("try", {"id": None}).status == 200
    assert before == {path: path.read_bytes() for path in live.folder.glob("*") if path.is_file()}
