"""What a view keeps of the view before: places of findings on pages that stay, and the JSON of findings and slots."""

import json
from pathlib import Path

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue.markup import open_remark
from bulletin_layout.live.spots import Spots
from bulletin_layout.live.told import ToldList
from tests.support.live import paper, see


def test_only_what_is_new_in_a_list_is_made() -> None:
    told, made = ToldList(), []

    def plain(word: str) -> dict[str, str]:
        made.append(word)
        return {"word": word}

    assert json.loads(told.of(["甲", "乙"], plain)) == [{"word": "甲"}, {"word": "乙"}]
    assert json.loads(told.of(["丙", "甲"], plain)) == [{"word": "丙"}, {"word": "甲"}]
    assert made == ["甲", "乙", "丙"]
    told.of(["乙"], plain)
    assert made == ["甲", "乙", "丙", "乙"]


def test_a_finding_moves_with_its_character_and_stays_where_its_page_does(tmp_path: Path) -> None:
    issue = paper(tmp_path, {"content/001/first-story.md": "---\nheadline: 题一\n---\n甲乙丙丁。\n"})
    story = issue / "first-story.md"
    first = see(issue)
    finding = open_remark(Location(story.as_posix(), 4, 3))
    before = Spots(first.composed, first.places)
    (was,) = before.shown([finding])
    (again,) = Spots(first.composed, first.places, before).shown([finding])
    assert again == was
    assert again.places[0] is was.places[0]  # it was not looked for again
    story.write_text(story.read_text("utf-8").replace("甲", "甲乙丙").replace("乙丙丁", "丁"), "utf-8")
    then = see(issue)
    (now,) = Spots(then.composed, then.places, before).shown([finding])
    (anew,) = Spots(then.composed, then.places).shown([finding])
    assert now == anew
