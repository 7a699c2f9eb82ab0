"""An issue as a whole: how it is named, what it holds, paths that leave the publication, what can still be composed."""

from datetime import date
from pathlib import Path

import pytest

from bulletin_layout.issue import Publication, expand, names, plain, template_values
from bulletin_layout.reading import read_issue, read_publication
from tests.reading.publication import BASE, write_publication
from tests.support.said import message, said
from tests.support.words import words

SAMPLE = Path(__file__).parents[2] / "content" / "2026-10"


def test_the_sample_issue_has_no_finding() -> None:
    reading = read_issue(SAMPLE)
    assert [said(finding) for finding in reading.findings if finding.severity == "error"] == []
    assert reading.issue is not None
    assert reading.fonts is not None
    assert len(reading.issue.pages) >= 4


def test_an_issue_is_named_by_folder_file_or_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_publication(tmp_path)
    (tmp_path / "layouts" / "deeper").mkdir()
    monkeypatch.chdir(tmp_path / "layouts" / "deeper")
    found = [read_issue(named).issue for named in (folder, folder / "issue.yaml", Path("1"))]
    assert [issue.folder if issue else None for issue in found] == [folder] * 3
    assert [said(f) for f in read_issue(Path("2")).findings] == [
        "2:1:1: error[no-issue]: there is no issue here: neither a folder nor issue.yaml; there are 1"
    ]


def test_a_folder_in_no_publication(tmp_path: Path) -> None:
    assert [f.code for f in read_issue(tmp_path).findings] == ["no-publication"]
    assert [f.code for f in read_publication(tmp_path).findings] == ["missing-file", "missing-file"]


def test_findings_are_named_as_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_publication(tmp_path, {"content/1/three.md": "三"})
    monkeypatch.chdir(folder)
    assert [f.location.path for f in read_issue(Path()).findings] == ["three.md"]
    monkeypatch.chdir(tmp_path / "layouts")
    assert [f.location.path for f in read_issue(folder).findings] == [str(folder / "three.md")]


def test_an_issue_holds_what_its_file_says(tmp_path: Path) -> None:
    issue_yaml = """\
schema: bulletin/issue@1
issue: {id: 007, date: 2026-10-30, number: 10, total: 138}
pages:
  - {layout: front, name: 特刊, put: {lead: one}}
  - {layout: front, editor: null, put: {left: two}}
"""
    layout = BASE["layouts/front.yaml"] + "editor: {at: top-outer, name: 某某}\n"
    folder = write_publication(tmp_path, {"content/1/issue.yaml": issue_yaml, "layouts/front.yaml": layout})
    seen: list[str] = []
    issue = read_issue(folder, on_progress=seen.append).issue
    assert issue is not None
    assert (issue.id, issue.date, issue.number, issue.total) == ("007", date(2026, 10, 30), 10, 138)
    assert [(page.number, page.layout.name, plain(page.editor)) for page in issue.pages] == [
        (1, "特刊", "某某"),
        (2, "要闻", "某某"),
    ]
    assert [list(page.put) for page in issue.pages] == [["lead"], ["left"]]
    assert len(seen) == len(set(seen)) == 6


def test_pages_are_composed_though_a_story_is_left_over(tmp_path: Path) -> None:
    folder = write_publication(tmp_path, {"content/1/three.md": "三"})
    reading = read_issue(folder)
    assert [f.code for f in reading.findings] == ["unplaced-story"]
    assert reading.issue is not None


@pytest.mark.parametrize("name", ["layouts/front.yaml", "content/1/one.md", "content/1/photos/a.png", "fonts/song.ttf"])
def test_links_out_of_the_publication_are_refused(name: str, tmp_path: Path) -> None:
    publication, outside = tmp_path / "in", tmp_path / "outside"
    folder = write_publication(publication)
    (publication / name).rename(outside)
    (publication / name).symlink_to(outside)
    reading = read_issue(folder)
    assert "path-outside" in {f.code for f in reading.findings}
    assert reading.issue is None


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    folder = write_publication(tmp_path)
    (folder / "one.md").unlink()
    (folder / "one.md").symlink_to(folder / "one.md")
    assert [f.severity for f in read_issue(folder).findings][:1] == ["error"]


def test_publication_texts_are_flat(tmp_path: Path) -> None:
    write_publication(
        tmp_path,
        {
            "bulletin.yaml": "schema: bulletin/publication@1\nname: 报\nmasthead: {left: 左}\n"
            "texts: {motto: 免费交流, ear: {top: 上}, year: 2026}\nfonts: fonts/fonts.yaml\n"
        },
    )
    publication = read_publication(tmp_path).publication
    assert publication is not None
    assert {key: plain(text) for key, text in publication.texts.items()} == {
        "name": "报",
        "masthead.left": "左",
        "motto": "免费交流",
        "ear.top": "上",
        "year": "2026",
    }


def test_templates_are_filled_from_the_issue(tmp_path: Path) -> None:
    issue = read_issue(write_publication(tmp_path)).issue
    assert issue is not None
    values = template_values(issue, issue.pages[0])
    template = "{publication.name} {issue.date:Y年MM月D日 星期W} {issue.date} 第{ page.number }版 [{issue.total}]"
    assert plain(expand(words(template), values)) == "试刊 2026年10月30日 星期五 2026年10月30日 第1版 []"
    assert names(template)[:3] == ("publication.name", "issue.date", "issue.date")
    assert plain(expand(words("没有名字"), values)) == "没有名字"
    for broken in ("{a", "a}", "{{a}}", "{a:{b}}"):
        with pytest.raises(ValueError, match="brace"):
            names(broken)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("YYYY-MM-DD", "2026-10-30"),
        ("YYYY年M月D日", "2026年10月30日"),
        ("YYYYMMDD", "20261030"),
        ("YY.M.D", "26.10.30"),
        ("M月D日（星期W）", "10月30日（星期五）"),
        ("Y/MM", "2026/10"),
    ],
)
def test_dates_are_written_as_people_write_them(tmp_path: Path, form: str, written: str) -> None:
    issue = read_issue(write_publication(tmp_path)).issue
    assert issue is not None
    template = f"{{issue.date:{form}}}"
    assert plain(expand(words(template), template_values(issue, issue.pages[0]))) == written
    assert names(template) == ("issue.date",)


@pytest.mark.parametrize("form", ["yyyy-mm-dd", "YYY", "MMM D", "年月日", "Y年M月d日", ""])
def test_a_date_has_no_other_letters(form: str) -> None:
    with pytest.raises(ValueError, match="no other letters"):
        names(f"{{issue.date:{form}}}")


def test_every_name_that_reading_admits_can_be_filled(tmp_path: Path) -> None:
    from bulletin_layout.issue import ISSUE_NAMES

    issue = read_issue(write_publication(tmp_path)).issue
    assert issue is not None
    values = template_values(issue, issue.pages[0])
    known = [*ISSUE_NAMES, *(f"publication.{key}" for key in issue.publication.texts)]
    assert sorted(values) == sorted(known)


def test_the_publication_is_the_same_for_the_issue_and_alone(tmp_path: Path) -> None:
    folder = write_publication(tmp_path)
    issue = read_issue(folder).issue
    alone = read_publication(tmp_path)
    assert issue is not None
    assert isinstance(alone.publication, Publication)
    assert issue.publication == alone.publication
    assert alone.fonts is not None
    assert alone.fonts.fallback == ("song", "kai")
    assert alone.fonts.files["song", "bold"].location.line == 3


def test_a_link_to_a_story_that_is_on_no_page_is_a_finding_where_it_stands(tmp_path: Path) -> None:
    text = (
        "---\nheadline: 二\n---\n见[一](one.md)、[自己](#two)、[错**了**](tow.md)。\n\n"
        "| [无](three.md) |\n|---|\n[^1]。\n\n[^1]: 见[无](#four)。\n"
    )
    reading = read_issue(write_publication(tmp_path, {"content/1/two.md": text}))
    found = [(str(f.location).rpartition("/")[2], message(f)) for f in reading.findings if f.code == "missing-story"]
    assert found == [
        ("two.md:4:26", 'the link leads to "tow", which is no story on a page of this issue; did you mean "two"?'),
        ("two.md:6:4", 'the link leads to "three", which is no story on a page of this issue; there are one, two'),
        ("two.md:10:9", 'the link leads to "four", which is no story on a page of this issue; there are one, two'),
    ]


@pytest.mark.parametrize(
    ("line", "page", "codes"),
    [
        ("editor: {at: bottom}", "", ["editor-missing"]),
        ("editor: {at: bottom}", ", editor: 沈珂", []),
        ("editor: {at: bottom}", ', editor: ""', []),
        ("editor: {at: bottom, name: 沈珂}", "", []),
        ("", "", []),
    ],
)
def test_a_page_names_its_editor(tmp_path: Path, line: str, page: str, codes: list[str]) -> None:
    changed = {
        "layouts/front.yaml": BASE["layouts/front.yaml"] + line + "\n",
        "content/1/issue.yaml": BASE["content/1/issue.yaml"].replace("{layout: front,", f"{{layout: front{page},"),
    }
    assert [f.code for f in read_issue(write_publication(tmp_path, changed)).findings if "editor" in f.code] == codes
