"""Stories moved to other slots, and the focus of photos: issue.yaml and stories keep all else."""

from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import text
from bulletin_layout.live.edits.choices import Choice, choices_for
from bulletin_layout.live.edits.edit import Edit
from bulletin_layout.live.edits.focus import edit_focus
from bulletin_layout.live.edits.moving import edit_move
from tests.live.test_edges import LAYOUT, THIRD, publication
from tests.support.live import paper, see
from tests.support.said import said

#: Two pages of one layout; the second has a free slot.
ISSUE = """\
schema: bulletin/issue@1   # 一期
issue: {id: "001", date: 2026-01-01, number: 1}
pages:
  - layout: front
    put: {lead: first-story, "left": 'second-story', right: third}   # 要闻
  - layout: front   # 二版
    put:
      # 头条
      lead: fourth   # 四
      left: "fifth"
"""


def two_pages(folder: Path, issue: str = ISSUE) -> Path:
    found = publication(folder, issue=issue)
    for name in ("fourth", "fifth"):
        (found / f"{name}.md").write_text(THIRD, "utf-8")
    return found


def moved(issue: Path, story: str, page: int, slot: str) -> str | Finding:
    seen = see(issue)
    found = edit_move(seen.composed.issue, seen.texts, story, page, slot)
    if isinstance(found, Finding):
        return found
    ((path, data),) = found.after.items()
    assert path.name == "issue.yaml"
    path.write_bytes(data)
    now = see(issue).composed.issue.pages[page - 1]
    assert now.put[slot].slug == story
    return data.decode()


@pytest.mark.parametrize(
    ("story", "page", "slot", "old", "new"),
    [
        ("first-story", 1, "left", "lead: first-", "lead: 'second-story', \"left\": first-story"),
        ("fifth", 1, "right", "right: third}", 'right: "fifth"}'),
        ("fourth", 2, "right", "lead: fourth   # 四", "right: fourth   # 四"),
        ("third", 2, "right", ", right: third}   # 要闻", "}   # 要闻"),
        ("fifth", 1, "lead", "{lead: first-story,", '{lead: "fifth",'),
    ],
)  # fmt: skip
def test_a_story_goes_elsewhere(tmp_path: Path, story: str, page: int, slot: str, old: str, new: str) -> None:
    assert old in ISSUE
    found = moved(two_pages(tmp_path), story, page, slot)
    assert isinstance(found, str), said(found)
    assert new in found
    for comment in ("# 一期", "# 要闻", "# 二版", "# 头条", "# 四"):
        assert comment in found


def test_from_lines_into_braces(tmp_path: Path) -> None:
    issue = ISSUE.replace(", right: third}", "}").replace('left: "fifth"', "left: third\n      right: fifth")
    found = moved(two_pages(tmp_path, issue), "fifth", 1, "right")
    assert isinstance(found, str)
    assert "put: {lead: first-story, \"left\": 'second-story', right: fifth}   # 要闻" in found
    assert found.endswith("      left: third\n")


@pytest.mark.parametrize(
    ("story", "page", "slot"), [("first-story", 1, "nix"), ("first-story", 9, "lead"), ("x", 1, "lead")]
)
def test_what_is_not_there(tmp_path: Path, story: str, page: int, slot: str) -> None:
    seen = see(two_pages(tmp_path))
    found = edit_move(seen.composed.issue, seen.texts, story, page, slot)
    assert isinstance(found, Finding)
    assert "no such slot" in said(found)


def test_a_slot_of_several_stories(tmp_path: Path) -> None:
    issue = ISSUE.replace('left: "fifth"', "left: [fifth, third]").replace(", right: third}", "}")
    seen = see(two_pages(tmp_path, issue))
    found = edit_move(seen.composed.issue, seen.texts, "first-story", 2, "left")
    assert isinstance(found, Finding)
    assert found.code == "not-editable"


# The focus of a photo.


def with_photo(folder: Path, photo: str, body: str = "文字。\n", height: int = 6) -> Path:
    text = "text: {columns: 2}"
    layout = LAYOUT.replace(text, f"{text}\n    photos: {{p1: {{at: top-right, span: 1, height: {height}行}}}}")
    issue = publication(folder, layout=layout)
    (issue / "photos").mkdir()
    Image.effect_noise((1200, 900), 60).save(issue / "photos/a.jpg")
    front = f"photos:\n{photo}" if photo else ""
    (issue / "first-story.md").write_text(f"---\nheadline: 题\n{front}---\n{body}", "utf-8")
    return issue


@pytest.mark.parametrize(
    ("photo", "then"),
    [
        ("  p1: {file: photos/a.jpg}   # 照\n", "  p1: {file: photos/a.jpg, focus: [30%, 70%]}   # 照\n"),
        ("  p1: {focus: top, file: photos/a.jpg}\n", "  p1: {focus: [30%, 70%], file: photos/a.jpg}\n"),
        ("  p1: {focus: [1%,\n   2%], file: photos/a.jpg}\n", "  p1: {focus: [30%, 70%], file: photos/a.jpg}\n"),
        (
            "  p1:\n    file: photos/a.jpg   # 照\n    caption: 图\n",
            "  p1:\n    file: photos/a.jpg   # 照\n    caption: 图\n    focus: [30%, 70%]\n",
        ),
        ("  p1:\n    focus:\n    file: photos/a.jpg\n", "  p1:\n    focus: [30%, 70%]\n    file: photos/a.jpg\n"),
    ],
)  # fmt: skip
def test_the_focus_in_the_front_matter(tmp_path: Path, photo: str, then: str) -> None:
    issue = with_photo(tmp_path, photo)
    seen = see(issue)
    (picture,) = seen.page().pictures()
    assert picture.tag.location is not None
    found = edit_focus(seen.texts, picture.tag.location, 0.299, 0.7)
    assert isinstance(found, Edit), said(found)
    ((path, data),) = found.after.items()
    assert data.decode() == path.read_text("utf-8").replace(photo, then)
    path.write_bytes(data)
    assert see(issue).composed.issue.pages[0].put["lead"].photos["p1"].focus == (0.3, 0.7)


@pytest.mark.parametrize(
    ("picture", "then"),
    [
        ("![图[说]\\]](photos/a.jpg)", "![图[说]\\]](photos/a.jpg){focus=30%,70%}"),
        ('![图](photos/a.jpg "某某 (摄)"){width=60%}', '![图](photos/a.jpg "某某 (摄)"){width=60% focus=30%,70%}'),
        ("![图](photos/a.jpg){focus=top span=1}", "![图](photos/a.jpg){focus=30%,70% span=1}"),
        ('![图](photos/a.jpg){focus="10%, 20%"}', "![图](photos/a.jpg){focus=30%,70%}"),
    ],
)
def test_the_focus_of_a_photo_in_the_text(tmp_path: Path, picture: str, then: str) -> None:
    body = f"前文。\n\n{picture}\n\n后文。\n"
    issue = with_photo(tmp_path, "", body)
    (issue.parents[1] / "layouts/front.yaml").write_text(LAYOUT, "utf-8")
    seen = see(issue)
    (mark,) = seen.page().pictures()
    assert mark.tag.location is not None
    found = edit_focus(seen.texts, mark.tag.location, 0.3, 0.7)
    assert isinstance(found, Edit), said(found)
    ((path, data),) = found.after.items()
    assert data.decode() == path.read_text("utf-8").replace(picture, then)
    path.write_bytes(data)
    assert see(issue).composed.findings == seen.composed.findings


def test_a_focus_where_no_photo_is(tmp_path: Path) -> None:
    seen = see(paper(tmp_path, {}))
    place = seen.composed.issue.pages[0].put["lead"].headline
    assert place is not None
    found = edit_focus(seen.texts, place.location, 0.5, 0.5)
    assert isinstance(found, Finding)


# What may be tried for a slot.


def test_choices_for_a_slot_that_is_over(tmp_path: Path) -> None:
    issue = publication(tmp_path)
    (issue / "third.md").write_text(THIRD + "长。" * 220 + "\n", "utf-8")
    seen = see(issue)
    found = choices_for(seen.composed, seen.texts, 1, "right")
    assert found
    assert all(label(each).startswith("upper edge by -") for each in found)
    assert choices_for(seen.composed, seen.texts, 1, "nix") == []


def label(choice: Choice) -> str:
    return text(choice.label, "en")


def test_a_photo_may_give(tmp_path: Path) -> None:
    issue = with_photo(tmp_path, "  p1: {file: photos/a.jpg}\n", "长。" * 320 + "\n", height=14)
    seen = see(issue)
    report = next(each for each in seen.composed.slots if each.slot == "lead")
    found = {label(each): each for each in choices_for(seen.composed, seen.texts, 1, "lead")}
    (name,) = (each for each in found if each.startswith("photo"))
    assert name == f'photo "p1" {14 - report.over_lines}行 high'
    for path, data in found[name].edit.after.items():
        path.write_bytes(data)
    assert f"height: {14 - report.over_lines}行" in (issue.parents[1] / "layouts/front.yaml").read_text("utf-8")
    after = next(each for each in see(issue).composed.slots if each.slot == "lead")
    assert after.over_lines == 0
