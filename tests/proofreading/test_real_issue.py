"""The checks on a real issue that was printed: its slips, and nothing that is none."""

from pathlib import Path

import pytest

from bulletin_layout.proofreading import proofread
from bulletin_layout.reading import read_issue
from tests.real_issue.convert import SEED, write_publication

#: Four slips; and places to look at, each of which is what its hint says: 17 and 八十余 people in one sentence, two
#: sentences of many commas, a person who is 书记 here and 副书记 there, a sentence of two stories, a stretch
#: that lacks a comma, two stories whose heads are pictures.
TRUE = [
    ("01-retirees-birthday.md", "num-style-mix"),
    ("04-ngs-joint-lab.md", "comma-run"),
    ("04-ngs-joint-lab.md", "half-mark"),
    ("04-ngs-joint-lab.md", "confusable"),
    ("07-pi-club.md", "name-post-split"),
    ("09-young-academics-forum.md", "drop-char"),
    ("10-party-anniversary-forum.md", "comma-run"),
    ("10-party-anniversary-forum.md", "dup-sentence"),
    ("11-theme-education-lecture.md", "quote-unpaired"),
    ("12-finance-training.md", "drop-mark"),
    ("04-ngs-joint-lab.md", "head-missing"),
    ("13-strict-governance-lecture.md", "head-missing"),
]


@pytest.mark.skipif(not SEED.is_dir(), reason="the real issue is not here")
def test_a_printed_issue_has_four_slips(tmp_path: Path) -> None:
    issue = read_issue(write_publication(tmp_path)).issue
    assert issue is not None
    found = proofread(issue)
    assert [(Path(finding.location.path).name, finding.code) for finding in found] == TRUE
    assert sum(finding.severity != "hint" for finding in found) == 4
