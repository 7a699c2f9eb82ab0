"""Names, bodies and terms against the house's own lists."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.issue import Photo
from bulletin_layout.issue.rosters import Body, Denied, Mistaken, Person, Post, Renamed, Rosters
from bulletin_layout.pictures import Picture
from bulletin_layout.proofreading import ProofMemory, proofread
from tests.proofreading.made import issue, pieces, story
from tests.support.said import said

HERE: Final = Location("a.md", 3)
ROSTERS: Final = Rosters(
    people=(
        Person("陆知远", 1, (Post("党委书记"), Post("副院长"))),
        Person("程若川", 2, (Post("院长", date(2024, 3, 1)), Post("党委副书记"))),
        Person("贺沛霖", 3, (Post("党委副书记"), Post("纪委书记"))),
        Person("苏映禾", 4, (Post("副院长"), Post("所长", last=date(2025, 12, 31)))),
        Person("沈珂", 5, (Post("编辑部主任"),), also=("沈科",)),
        Person("阿依古丽·托合提", 6, (Post("作物所所长"),)),
    ),
    bodies=(
        Body("禾岭试验站", ("试验站",), ("禾岭实验站",)),
        Body("青禾研究院", ("青禾院",), is_self=True),
        Body("青岭农业大学", ("青岭农大",)),
    ),
    denied=(
        Denied("残废人", "残疾人", "规范称谓"),
        Denied("残废", "残疾", apart=("残废军人证", "残废人")),
        Denied("新冠肺炎", "新冠感染", last=date(2025, 1, 1)),
    ),
    renamed=(Renamed("市农委", "市农业农村委", date(2018, 11, 1)), Renamed("旧年馆", "新年馆", date(2027, 1, 1))),
    fixed=("产学研深度融合发展", "种业振兴三年行动计划"),
    mistaken=(Mistaken("禾岺", "禾岭", ("禾岺石",)),),
    known=("PCR",),
    founded={"建院": 1958},
)

PLANTED: Final = [
    ("name-near", "会议由贺佩霖主持。"),
    ("name-near", "院长成若川到田间看苗。"),
    ("name-near", "编辑部主任沈柯介绍情况。"),
    ("name-dot", "作物所所长阿依古丽托合提介绍品种。"),
    ("name-dot", "作物所所长阿依古丽•托合提介绍品种。"),
    ("name-post", "副院长程若川到田间看苗。"),
    ("name-post", "党委书记、院长陆知远讲话。"),
    ("name-post", "所长苏映禾介绍情况。"),
    ("name-order", "副院长苏映禾、院长程若川参加。"),
    ("name-order", "苏映禾、程若川、陆知远等院领导参加了观摩。"),
    ("name-first-post", "程若川主持会议。"),
    ("name-honor", "副院长苏映禾到场。苏映禾副院长讲话。"),
    ("org-form", "大家来到禾岭实验站。"),
    ("org-form", "课题由青岭农叶大学承担。"),
    ("org-form", "课题由青岭农大学承担。"),
    ("org-first", "大家来到试验站。禾岭试验站今年丰收。"),
    ("term-deny", "为残废人办实事。"),
    ("term-outdated", "市农委来院调研。"),
    ("term-fixed", "推动产学研深度融合发。"),
    ("term-fixed", "推进种业振兴三年行动规划。"),
    ("confusable", "禾岺的谷子熟了。"),
    ("anniv-year", "今年是建院67周年。"),
    ("anniv-year", "他说起2018年建院六十一周年的事。"),
    ("abbrev-first", "样品用NGS检测。"),
]
CLEAN: Final = [
    "党委副书记贺沛霖、副院长苏映禾参加，会上沛霖渠项目获好评。",
    "院长程若川主持，党委书记陆知远作总结讲话，副院长苏映禾通报情况。",
    "我院院长程若川到田间看苗。",
    "院党委书记、副院长陆知远讲话。",
    "原所长苏映禾回忆往事。",
    "副院长苏映禾、院长程若川参加（以姓氏笔画为序）。",
    "编辑部主任沈珂和读者沈科见面。",
    "他在河边沈柯树下歇脚。",
    "作物所所长阿依古丽·托合提介绍品种。",
    "大家来到禾岭试验站。试验站今年丰收。",
    "课题由青岭农业大学承担。",
    "他有残废军人证。",
    "她讲起新冠肺炎流行的日子。",
    "原市农委派人来院。旧年馆开放。",
    "推动产学研深度融合发展。",
    "禾岺石是一块石头。",
    "今年是建院68周年，他回忆2018年建院60周年时的情景。",
    "明年将迎来建院70周年。",
    "样品用PCR和下一代测序（NGS）检测，NGS的结果在后。",
    "文章题为《残废人之歌》。",
]


@pytest.mark.parametrize(("code", "text"), PLANTED)
def test_a_slip_is_found(code: str, text: str) -> None:
    assert code in [finding.code for finding in proofread(issue(story(text), rosters=ROSTERS))]


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_right_is_left(text: str) -> None:
    assert [said(finding) for finding in proofread(issue(story(text), rosters=ROSTERS))] == []


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("站长王震介绍了情况。", "站长王振讲话。", "name-issue"),
        ("站长李大山介绍了情况。", "站长李小山讲话。", "name-issue"),
        ("站长李平介绍了情况。", "副站长李平讲话。", "name-post-split"),
        ("研究员李大山介绍了情况。", "研究员李小山讲话。", None),
        ("站长李平介绍了情况。", "站长李安讲话。", None),
        ("站长李平介绍了情况。", "党委副书记李平讲话。", None),
        ("副站长、研究员李平介绍了情况。", "研究员李平讲话。", None),
    ],
)
def test_two_stories_name_one_person_alike(first: str, second: str, code: str | None) -> None:
    found = proofread(issue(story(first), story(second, slug="b")))
    assert [finding.code for finding in found] == ([code] if code else [])


def test_the_house_own_lists_change_what_is_remembered() -> None:
    memory, same = ProofMemory(), story("会议由党委副书记贺佩霖主持。")
    assert proofread(issue(same), memory) == ()
    assert [each.code for each in proofread(issue(same, rosters=ROSTERS), memory)] == ["name-near"]


def test_a_caption_names_whom_the_text_names() -> None:
    seen = Photo(Picture(Path("a.jpg"), "a.jpg", 10, 10, ""), HERE, pieces("图为苏映禾在田间。"))
    paper = issue(story("院长程若川到田间看苗。", photos={"main": seen}), rosters=ROSTERS)
    assert [finding.code for finding in proofread(paper)] == ["caption-people"]
