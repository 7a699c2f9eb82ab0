"""What checks found is kept for the next process, which checks what changed, and says the same."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bulletin_layout.findings import line
from bulletin_layout.pictures import Picture, most_ink
from bulletin_layout.pipeline import Memory, Result, build_issue, check_issue
from bulletin_layout.preflight import memory as preflight_memory
from bulletin_layout.proofreading import checking
from tests.support.paper import start_paper

#: Slips of the texts, one of which two stories make together.
FIRST = "---\nheadline: 溪口的稻子\n---\n今年的稻子长的的很好，收成稳定，农户们都很满意。\n\n他说：“明天再看。\n"
SECOND = (
    "---\nheadline: 溪口的麦子\n---\n今年的稻子长的的很好，收成稳定，农户们都很满意。\n\n5月 6日开镰，9月10日入库。\n"
)


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    folder = start_paper(tmp_path / "paper")
    (folder / "first-story.md").write_text(FIRST, encoding="utf-8")
    (folder / "second-story.md").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stories that are checked, as they are; "" for what is printed beside them."""
    found: list[str] = []
    check = checking.checked

    def counted(texts: Iterable[Any], *given: Any) -> Iterator[Any]:
        texts = list(texts)
        found.extend(each.story.slug if each.story is not None else "" for each in texts)
        return check(texts, *given)

    monkeypatch.setattr(checking, "checked", counted)
    return found


def kept(issue: Path) -> Path:
    return issue.parents[1] / "out/.cache/checks" / f"{issue.name}.json"


def built(issue: Path) -> Result:
    return build_issue(issue, products=("dump",), fail_on="never")


def said(result: Result) -> list[str]:
    return [line(finding, language) for finding in result.findings for language in ("zh", "en")]


def test_a_new_process_checks_what_changed(issue: Path, texts: list[str]) -> None:
    first = said(built(issue))
    assert sorted(texts) == ["", "first-story", "second-story"]
    assert {"dup-char", "quote-unpaired", "space-mix", "dup-sentence"} <= {
        each.code for each in check_issue(issue).findings
    }
    texts.clear()
    assert said(check_issue(issue, memory=Memory())) == first
    assert texts == []
    (issue / "second-story.md").write_text(SECOND.replace("9月10日", "9月 10日"), encoding="utf-8")
    edited = said(check_issue(issue, memory=Memory()))
    assert texts == ["second-story"]
    kept(issue).unlink()
    assert said(check_issue(issue, memory=Memory())) == edited


def test_what_is_between_stories_is_found_anew(issue: Path, texts: list[str]) -> None:
    """A sentence that stood in two stories stands in one."""
    built(issue)
    texts.clear()
    (issue / "first-story.md").write_text(FIRST.replace("都很满意", "都说不错"), encoding="utf-8")
    found = check_issue(issue, memory=Memory())
    assert texts == ["first-story"]
    assert "dup-sentence" not in {each.code for each in found.findings}
    assert "dup-char" in {each.code for each in found.findings}


def test_other_places_and_remarks_are_no_change_of_the_text(issue: Path, texts: list[str]) -> None:
    """Findings are where the text is now, and a remark may leave what was found."""
    built(issue)
    texts.clear()
    (issue / "first-story.md").write_text(f"<!-- 校：留 dup-char 的的 -->\n{FIRST}", encoding="utf-8")
    (issue / "first-story.md").write_text(
        FIRST.replace("---\n今", "---\n\n<!-- 校：留 dup-char 的的 -->\n\n今"), encoding="utf-8"
    )
    found = check_issue(issue, memory=Memory())
    assert texts == []
    assert [each.location.path for each in found.findings if each.code == "dup-char"] == [
        next(each.location.path for each in found.findings if each.code == "space-mix")
    ]


def test_another_date_or_another_list_checks_all(issue: Path, texts: list[str]) -> None:
    built(issue)
    texts.clear()
    (issue.parents[1] / "people.yaml").write_text(
        "schema: bulletin/people@1\npeople:\n- {name: 贺佩霖, posts: [{post: 院长}]}\n", encoding="utf-8"
    )
    check_issue(issue, memory=Memory())
    assert sorted(texts) == ["", "first-story", "second-story"]


def test_a_check_writes_nothing(issue: Path) -> None:
    check_issue(issue)
    assert not (issue.parents[1] / "out").exists()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"program": 1}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_ignored(issue: Path, texts: list[str], damage: bytes) -> None:
    first = said(built(issue))
    kept(issue).write_bytes(damage)
    texts.clear()
    assert said(check_issue(issue, memory=Memory())) == first
    assert sorted(texts) == ["", "first-story", "second-story"]


def _deep(data: Any, path: list[int | str], value: Any) -> None:
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ([0], None),
        ([0, 0], [1, 2]),
        ([0, 0, 0], -1),
        ([0, 0, 0], "1"),
        ([0, 0, 2], "__class__"),
        ([0, 0, 2], "Final"),
        ([0, 0, 3], {}),
        ([0, 0, 3], None),
        ([0, 0, 4], 7),
        ([1, 0, 0], "nothing"),
        ([1, 0, 3], None),
        ([1, 0, 4], "x"),
    ],
)
def test_what_no_check_finds_is_ignored(issue: Path, texts: list[str], path: list[int | str], value: Any) -> None:
    first = said(built(issue))
    data = json.loads(kept(issue).read_bytes())
    found = data["proofs"]["found"]
    digest = next(each for each in found if found[each][0])
    _deep(found[digest], path, value)
    kept(issue).write_text(json.dumps(data), encoding="utf-8")
    texts.clear()
    assert said(check_issue(issue, memory=Memory())) == first
    assert sorted(texts) == ["", "first-story", "second-story"]


def test_what_another_program_found_is_ignored(issue: Path, texts: list[str]) -> None:
    built(issue)
    data = json.loads(kept(issue).read_bytes())
    kept(issue).write_text(json.dumps({**data, "program": "another"}), encoding="utf-8")
    texts.clear()
    check_issue(issue, memory=Memory())
    assert sorted(texts) == ["", "first-story", "second-story"]


def test_the_ink_of_a_photo_is_looked_at_once(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(picture: Picture) -> float:
        looked.append(picture.shown_path)
        return most_ink(picture)

    monkeypatch.setattr(preflight_memory, "most_ink", counted)
    photo = issue / "photos/ink.jpg"
    photo.parent.mkdir(exist_ok=True)
    Image.new("CMYK", (1200, 900), (250, 250, 250, 250)).save(photo, dpi=(300, 300))
    (issue / "first-story.md").write_text(f"{FIRST}\n![晒场](photos/ink.jpg)\n", encoding="utf-8")
    first = said(built(issue))
    assert any("[too-much-ink]" in each for each in first)
    assert len(looked) == 1
    assert said(check_issue(issue, memory=Memory())) == first
    assert len(looked) == 1
    Image.new("CMYK", (1200, 900), (250, 250, 0, 0)).save(photo, dpi=(300, 300))
    assert said(check_issue(issue, memory=Memory())) != first
    assert len(looked) == 2
