"""Words edited on the page: whatever form they have in the file, they come out as typed, and all else stays."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Finding, Location
from bulletin_layout.issue import passages_of
from bulletin_layout.live.edits.edit import Edit, source_of
from bulletin_layout.live.edits.scalars import applied, plain_of, scalars_in, with_value, yaml_of
from bulletin_layout.live.edits.source_text import Replacement, source_text
from bulletin_layout.live.edits.words import Editable, edit_words, editable_at
from bulletin_layout.live.texts import Texts
from bulletin_layout.page import TextMark
from bulletin_layout.reading import Source
from tests.live.test_places import ODD
from tests.support.live import LAYOUT, TALL, Seen, mark_with, paper, see
from tests.support.said import said

STORY = "content/001/first-story.md"


def place_of(seen: Seen, words: str) -> Location:
    """The place of a mark's first glyph with these words."""
    page = seen.page()
    number = mark_with(page, words)
    mark = page.marks[number]
    assert isinstance(mark, TextMark)
    place = seen.places.of_glyph(1, number, "".join(mark.run.texts).index(words))
    assert place is not None
    return place.location


def edited(seen: Seen, words: str, new: str) -> tuple[Editable, str]:
    """What is offered where some words stand, and the file after they were edited."""
    place = place_of(seen, words)
    found = editable_at(seen.composed.issue, seen.texts, place)
    assert isinstance(found, Editable), said(found)
    edit = edit_words(seen.composed.issue, seen.texts, place, found.words, new)
    assert isinstance(edit, Edit), said(edit)
    ((_, data),) = edit.after.items()
    return found, data.decode()


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    return see(paper(tmp_path_factory.mktemp("odd"), {STORY: ODD, LAYOUT: TALL}))


@pytest.mark.parametrize(
    ("words", "offered", "new", "then"),
    [
        ("与：冒号", "引题里的'引号'与：冒号", "引题里的'引号'与：逗号", "kicker: '引题里的''引号''与：逗号'"),
        ("折行写的", "折行写的 主题", "折行写的 大主题", "  折行写的\n  大主题\n"),
        ("折行写的", "折行写的 主题", "另一个: 题", "headline: >-\n  另一个: 题\n"),
        ("副题", "转义的副题\t与“引号”", "转义的副题\t与“引语”", 'deck: "转义\\u7684副题\\t与“引语”"'),
        ("副题", "转义的副题\t与“引号”", '的"x"', 'deck: "\\u7684\\"x\\""'),
        ("党政办", "党政办　纪桐", "党政办: 纪桐 #1", 'byline:   "党政办: 纪桐 #1"   # 尾注'),
    ],
)
def test_values_of_the_front_matter(odd: Seen, words: str, offered: str, new: str, then: str) -> None:
    found, text = edited(odd, words, new)
    assert found.words == offered
    assert then in text
    assert re.sub(r"---\n.*?---\n", "", text, count=1, flags=re.S) == re.sub(
        r"---\n.*?---\n", "", ODD, count=1, flags=re.S
    )
    assert "# 稿头里的注释：不印" in text


@pytest.mark.parametrize(
    ("words", "offered", "new"),
    [
        ("小标题", "小标题", "大标题"),
        ("第一项", "第一项写几个字", "第一项**改**了"),
        ("有号的", "有号的项目", "有号"),
        ("引文一段", "引文一段。", "引文两段。"),
        ("字注音", '[熺]{ruby="xī"}字注音，水[2]{.sub}与脚注[^a]。', '[熺]{ruby="xī"}字注了音，脚注[^a]。'),
        ("山中", "山中何所有\n岭上多白云", "山中何所有\n岭上无白云"),
        ("阳明月", "杜实 欧阳明月 林 莉", "杜实 欧阳明月"),
        ("摘出来", "摘出来的一句话", "摘出来的话"),
        ("小资料", "小资料", "资料"),
        ("框里的", "框里的字。", "框里的。"),
        ("脚注的", "脚注的**文字**。", "脚注。"),
        ("二六", "二〇二六", "二〇二七"),
        ("中文", ODD.split("---\n")[2].split("\n\n")[0].lstrip("　"), "全换了。"),
    ],
)
def test_stretches_of_the_body(odd: Seen, words: str, offered: str, new: str) -> None:
    found, text = edited(odd, words, new)
    if words != "阳明月":  # names are offered as far as their first and last character
        assert found.words == offered
    assert text.count(new) >= 1
    assert len(text) == len(ODD) - len(found.words) + len(new)
    at = ODD.index(found.words)
    assert text == ODD[:at] + new + ODD[at + len(found.words) :]


def test_a_head_of_several_lines_is_edited_line_by_line(tmp_path: Path) -> None:
    story = "---\nheadline: [第一行, '第二''行']   # 两行\n---\n文字。\n"
    seen = see(paper(tmp_path, {STORY: story}))
    found, text = edited(seen, "第二", "新的, 行")
    assert found.words == "第二'行"
    assert text == story.replace("'第二''行'", "'新的, 行'")


def test_line_ends_and_a_bom_stay(tmp_path: Path) -> None:
    story = "\ufeff---\nheadline: 题\nbyline: 某某 # 注\n---\n第一段。\n\n第二段。\n".replace("\n", "\r\n")
    seen = see(paper(tmp_path, {STORY: story.encode()}))
    _, text = edited(seen, "第二段", "第二段\n改了。")
    assert text == story.replace("第二段。", "第二段\r\n改了。")
    _, text = edited(seen, "题", "新题")
    assert text == story.replace("headline: 题", "headline: 新题")


def test_texts_of_the_layout(tmp_path: Path) -> None:
    seen = see(paper(tmp_path, {}))
    found, text = edited(seen, "期　", "{publication.permit}　总{issue.number}期")
    assert "第{issue.number}期" in found.words
    assert 'text: "{publication.permit}　总{issue.number}期"' in text
    assert text.count("\n") == (tmp_path / "paper/layouts/front.yaml").read_text("utf-8").count("\n")


def test_what_changed_since_it_was_shown(tmp_path: Path) -> None:
    seen = see(paper(tmp_path, {STORY: "---\nheadline: 题\n---\n文字。\n"}))
    for words in ("题", "文字"):
        found = edit_words(seen.composed.issue, seen.texts, place_of(seen, words), "别的", "新")
        assert isinstance(found, Finding)
        assert found.code == "changed-meanwhile"


def test_what_cannot_be_edited(tmp_path: Path) -> None:
    seen = see(paper(tmp_path, {STORY: "---\nheadline: 题\n---\n文字。\n".encode("gb18030")}))
    place = place_of(seen, "文字")
    found = editable_at(seen.composed.issue, seen.texts, place)
    assert isinstance(found, Finding)
    assert "not UTF-8" in said(found)
    outside = editable_at(seen.composed.issue, seen.texts, Location("/etc/passwd"))
    assert isinstance(outside, Finding)
    assert outside.code == "not-editable"
    blank = editable_at(seen.composed.issue, seen.texts, Location(place.path, 1, 1))
    assert isinstance(blank, Finding)


# Any value of any form, given any other text, is read again as that text, and nothing else changes.

FORMS = """\
# 头
a: 平常的字   # 注释 # 再注
b: '单''引号'
c: "双\\"引\\u00a0号"
d: >-
  折行
  的字

  两段
e: |
  一行
  两行

f: [x, "y, z", 'w'] # 列表
g: {h: 甲, i: "乙", j: }   # 表
k:
l:   # 列
  - 项一   # 注
  - {m: n}
o:	"tab"	# 制表
p: >+
  留尾

"""
TEXT = st.text(
    alphabet=st.sampled_from(" #:-,[]{}&*!|>'\"%@`?\\\t\n字“”：；，。abc1~=")
    | st.characters(codec="utf-8", categories=["L", "P", "N"]),
    max_size=12,
).map(str.strip)


@given(which=st.integers(min_value=0, max_value=15), text=TEXT, newline=st.sampled_from(["\n", "\r\n"]))
def test_any_text_into_any_value(which: int, text: str, newline: str) -> None:
    source = source_text(Path("x.yaml"), "x.yaml", FORMS.replace("\n", newline).encode())
    assert source is not None
    part = yaml_of(source)
    assert part is not None
    nodes = [*scalars_in(part.node)]
    node = nodes[which % len(nodes)]
    change = with_value(source, part, node, text)
    assert change is not None
    written = source.replaced([change])
    assert written.count(b"\r\n") == (written.count(b"\n") if newline == "\r\n" else 0)
    after = source_text(source.path, "x.yaml", written)
    assert after is not None
    found = yaml_of(after)
    assert found is not None
    now = [*scalars_in(found.node)]
    assert now[nodes.index(node)].text.rstrip("\n") == text
    assert [a.text for a in now if a is not now[nodes.index(node)]] == [b.text for b in nodes if b is not node]
    assert re.findall("# .*", after.text.replace(text, "")) or "#" in text
    for comment in ("# 头", "# 注释 # 再注", "# 列表", "# 表", "# 注", "# 制表"):
        assert comment in after.text


@given(
    text=st.text(alphabet="甲乙ab\n\r", max_size=20).filter(lambda t: "\r" not in t.replace("\r\n", "")),
    spans=st.lists(st.tuples(st.integers(0, 20), st.text(alphabet="丙\n", max_size=3)), max_size=3),
)
def test_what_is_not_replaced_stays(text: str, spans: list[tuple[int, str]]) -> None:
    source = source_text(Path("x"), "x", text.encode())
    assert source is not None
    changes = {min(at, len(source.text)): new for at, new in spans}
    parts = [Replacement(at, at, new) for at, new in changes.items()]
    done = source.replaced(parts).decode()
    expected = source.text
    for part in sorted(parts, reverse=True):
        expected = applied(expected, part)
    assert done.replace("\r\n", "\n") == expected
    if not parts:
        assert done == text


def test_the_plain_contents_tell_a_null_from_a_text() -> None:
    source = source_text(Path("x.yaml"), "x.yaml", b"a: null\nb: 'null'\n")
    assert source is not None
    part = yaml_of(source)
    assert part is not None
    assert plain_of(part.node)["a"] != plain_of(part.node)["b"]


def test_an_edited_paragraph_is_read_as_typed(tmp_path: Path) -> None:
    issue = paper(tmp_path, {STORY: ODD, LAYOUT: TALL})
    seen = see(issue)
    _, text = edited(seen, "框里的", "框里**改**了。")
    (issue / "first-story.md").write_text(text, "utf-8")
    story = see(issue).composed.issue.pages[0].put["lead"]
    assert "框里改了。" in [passage.text for passage in passages_of(story)]


def test_files_from_outside_the_publication_are_not_written(tmp_path: Path) -> None:
    inside, outside = tmp_path / "paper/fonts/fonts.yaml", tmp_path / "package/fonts.yaml"
    sources = [Source("fonts/fonts.yaml", path, "text", b"a: b\n") for path in (inside, outside)]
    texts = Texts(sources, tmp_path)
    assert texts.own("paper/fonts/fonts.yaml") == inside
    assert texts.own("package/fonts.yaml") is None
    assert texts.files()["package/fonts.yaml"] == outside
    found = source_of(texts, "package/fonts.yaml", Location("package/fonts.yaml"))
    assert isinstance(found, Finding)
