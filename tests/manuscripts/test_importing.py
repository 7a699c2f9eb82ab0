"""Importing again: an edited story is never overwritten, and both sides' changes are kept where they can be."""

from pathlib import Path

from bulletin_layout.manuscripts.arrivals import arrivals, slug_of
from bulletin_layout.manuscripts.importing import import_manuscripts
from bulletin_layout.manuscripts.merging import merge
from bulletin_layout.manuscripts.opening import Wish
from tests.manuscripts.desk import codes, imported, of_code, story
from tests.manuscripts.test_blocks import image
from tests.manuscripts.word_files import TEXT, docx, p, picture
from tests.support.said import said

FORCE = Wish(force=True)
SECOND = "第二段写的是播种，六个站一共播了两千一百四十亩，比去年提前四天，墒情都好。"

THIRD = "第三段是后来补的，说站里还剩二十亩没有收，要等地干了再下去，估计要到月底。"


def files(folder: Path) -> dict[str, bytes]:
    issue = folder / "content/1"
    return {path.relative_to(issue).as_posix(): path.read_bytes() for path in issue.rglob("*") if path.is_file()}


def edit(folder: Path, before: str, after: str) -> None:
    path = folder / "content/1/秋播.md"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_importing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    data = docx(p(TEXT) + p(picture("i")) + p(SECOND), media={"i": image("JPEG")})
    assert imported(tmp_path, data).outcome == "written"
    first = files(tmp_path)
    assert sorted(first) == ["imported/秋播.json", "imported/秋播.md", "photos/秋播-1.jpg", "秋播.md"]
    assert imported(tmp_path, data).outcome == "same"
    assert files(tmp_path) == first
    imported(tmp_path / "2", data)
    assert files(tmp_path / "2") == first


def test_an_edited_story_stays(tmp_path: Path) -> None:
    data = docx(p(TEXT) + p(SECOND))
    imported(tmp_path, data)
    edit(tmp_path, "三百亩", "五百亩")
    again = imported(tmp_path, data)
    assert (again.outcome, codes(again)) == ("kept", {"story-kept"})
    assert "五百亩" in story(again)
    forced = imported(tmp_path, data, wish=FORCE)
    assert "三百亩" in story(forced)


def test_changes_of_both_sides_are_merged(tmp_path: Path) -> None:
    imported(tmp_path, docx(p(TEXT) + p(SECOND)))
    edit(tmp_path, "三百亩", "五百亩")
    again = imported(tmp_path, docx(p(TEXT.replace("霜降", "立冬")) + p(SECOND.replace("四天", "六天")) + p(THIRD)))
    assert again.outcome == "merged"
    assert all(part in story(again) for part in ("五百亩", "立冬前后", "提前六天"))
    assert len(of_code(again, "merged")) == 3
    assert (
        '3:1: hint[merged]: the manuscript changed, and this was merged into the edited story: "去年提前四天，墒情'
        in said(of_code(again, "merged")[1])
    )
    assert (
        imported(tmp_path, docx(p(TEXT.replace("霜降", "立冬")) + p(SECOND.replace("四天", "六天")) + p(THIRD))).outcome
        == "kept"
    )


def test_what_changed_in_a_manuscript_is_shown(tmp_path: Path) -> None:
    imported(tmp_path, docx(p(TEXT) + p(SECOND)))
    again = imported(tmp_path, docx(p(TEXT.replace("三百亩", "五百亩")) + p(SECOND)))
    assert again.outcome == "written"
    assert said(of_code(again, "merged")[0]).endswith(
        'the manuscript changed: "雨之前把三百亩种完" → "雨之前把五百亩种完"'
    )


def test_a_conflict_writes_nothing(tmp_path: Path) -> None:
    imported(tmp_path, docx(p(TEXT) + p(SECOND)))
    edit(tmp_path, "三百亩", "五百亩")
    before = files(tmp_path)
    changed = docx(p(TEXT.replace("三百亩", "八百亩")) + p(SECOND))
    again = imported(tmp_path, changed)
    assert (again.outcome, codes(again)) == ("refused", {"merge-conflict"})
    assert "八百亩" in said(again.findings[-1])
    assert files(tmp_path) == before
    edit(tmp_path, "五百亩", "八百亩")
    assert imported(tmp_path, changed).outcome == "same"


def test_stories_and_photos_of_others_are_not_touched(tmp_path: Path) -> None:
    issue = tmp_path / "content/1"
    (issue / "photos").mkdir(parents=True)
    (issue / "秋播.md").write_text("别人的稿件。\n", "utf-8")
    (issue / "photos/秋播-1.jpg").write_bytes(b"other")
    data = docx(p(TEXT) + p(picture("i")), media={"i": image("JPEG")})
    one = imported(tmp_path, data)
    assert (one.outcome, len(of_code(one, "story-exists"))) == ("refused", 2)
    assert files(tmp_path) == {"秋播.md": "别人的稿件。\n".encode(), "photos/秋播-1.jpg": b"other"}
    assert imported(tmp_path, data, wish=FORCE).outcome == "written"


def test_a_photo_that_was_replaced_stays(tmp_path: Path) -> None:
    data = docx(p(TEXT) + p(picture("i")), media={"i": image("JPEG")})
    imported(tmp_path, data)
    better = image("JPEG", (800, 600))
    (tmp_path / "content/1/photos/秋播-1.jpg").write_bytes(better)
    assert imported(tmp_path, data).outcome == "same"
    assert files(tmp_path)["photos/秋播-1.jpg"] == better


def test_a_folder_is_read_in_the_order_that_people_count(tmp_path: Path) -> None:
    for name in ("10.docx", "2.docx", "sub/1.txt", "~$2.docx", ".a.docx", "图.jpg"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(b"x")
    found = arrivals([tmp_path / "in"])
    assert [path.name for path in found.files] == ["2.docx", "10.docx", "1.txt"]
    assert [finding.code for finding in found.findings] == ["not-a-manuscript"]
    assert "图.jpg" in said(found.findings[0])
    (tmp_path / "empty").mkdir()
    assert [finding.severity for finding in arrivals([tmp_path / "empty"]).findings] == ["error"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "bulletin.yaml").touch()
    paths = [tmp_path / name for name in ("甲.docx", "乙.docx", "甲.txt", "没有.docx")]
    for path, data in zip(paths, (b"%PDF", docx(p(TEXT)), TEXT.encode()), strict=False):
        path.write_bytes(data)
    done = list(import_manuscripts(paths, tmp_path, tmp_path, Wish()))
    assert [one.outcome for one in done] == ["refused", "written", "refused", "refused"]
    assert [next(iter(codes(one)), "") for one in done] == ["manuscript-format", "", "story-exists", "missing-file"]


def test_slugs_are_names_that_every_system_takes() -> None:
    names = {
        "1. 秋播（终稿）.docx": "1.-秋播（终稿）",
        "a:b?.docx": "a-b",
        "...docx": "story",
        "x" * 90 + ".docx": "x" * 60,
    }
    assert {name: slug_of(Path(name)) for name in names} == names


def test_clauses_are_merged_and_the_same_change_is_no_conflict() -> None:
    done = merge("甲乙，丙丁，戊己。", "甲乙丑，丙丁，戊己。", "甲乙，丙丁，戊寅。")
    assert (done.text, done.conflicts) == ("甲乙丑，丙丁，戊寅。", ())
    assert merge("甲。", "乙。", "乙。").text == "乙。"
    assert [each.line for each in merge("甲。\n一\n乙。", "甲。\n一\n丙。", "甲。\n一\n丁。").conflicts] == [3]
    assert merge("甲\n乙", "甲\n乙\n丙", "子\n乙").text == "子\n乙\n丙"
