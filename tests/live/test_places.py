"""Every glyph of a page leads to its own character in a file, and that character back to the glyph."""

from collections import Counter
from pathlib import Path

import pytest

from bulletin_layout.page import TextMark
from tests.real_issue.convert import SEED, write_publication
from tests.support.live import LAYOUT, TALL, Seen, paper, see

CONTENT = Path(__file__).parents[2] / "content"

#: Written so that no rule of the readers keeps a text's characters where they are in the file.
ODD = """\
---
# 稿头里的注释：不印
kicker: '引题里的''引号''与：冒号'
headline: >-
  折行写的
  主题
deck: "转义\\u7684副题\\t与“引号”"
byline:   党政办　纪桐   # 尾注
---
　　第一段有**黑体*楷体***和[着重]{.dots}，一个 &copy; 号、一个转义\\*星号，<u>下划线</u>换行
接着写English words wrap
here, then 中文。见[网页](https://example.org/a_b)和<https://example.org>。

## 小标题 ##

- 第一项写几个字
- （二）自己编号的项

1. 有号的项目
2. 又一项

> 引文一段。

[熺]{ruby="xī"}字注音，水[2]{.sub}与脚注[^a]。

| 年份 | 数目 |
|:--|--:|
| 二〇\\|五 | 12.50 |
| 二〇二六 | 3 |

::: verse
山中何所有
岭上多白云
:::

::: roster
杜实 欧阳明月 林 莉
:::

::: pull
摘出来的一句话
:::

::: aside 小资料
框里的字。
:::

末段混着 עברית 文字，<!-- 不印 -->到此为止。

[^a]: 脚注的**文字**。
"""


def glyphs_of(seen: Seen) -> tuple[Counter[str], list[str]]:
    """How many glyphs of each role have no character of their own, and what is wrong with the others."""
    beside: Counter[str] = Counter()
    wrong = []
    for page in seen.composed.edition.pages:
        for number, mark in page.tagged():
            if not isinstance(mark, TextMark):
                continue
            for glyph, text in enumerate(mark.run.texts):
                place = seen.places.of_glyph(page.number, number, glyph)
                if not text.strip():
                    continue
                if place is None or not place.exact:
                    beside[f"{mark.tag.role} {text}"] += 1
                    continue
                if seen.texts.at(place.location, len(text)) != text:
                    wrong.append(f"{text} is not at {place.location}")
                at = place.location
                back = seen.places.of_place(at.path, at.line, at.column)
                if not any(b.page == page.number and b.mark == number and b.first <= glyph < b.end for b in back):
                    wrong.append(f"{text} at {at} leads back to {back}")
    return beside, wrong


def only(beside: Counter[str], role: str, text: str) -> set[str]:
    """The glyphs without a place, of a role, that are not among these."""
    return {name for name in beside if name.startswith(role + " ") and name.removeprefix(role + " ") not in text}


@pytest.mark.parametrize("name", ["2026-10", "2026-jianbao-11"])
def test_every_glyph_of_the_samples(name: str) -> None:
    beside, wrong = glyphs_of(see(CONTENT / name))
    assert not wrong
    # From the style: brackets, the end mark, the dots and numbers of items.
    assert not only(beside, "byline", "（）■") | only(beside, "caption", "（摄）") | only(beside, "section", "【】")
    assert not only(beside, "item", "·")
    roles = {name.split(" ")[0] for name in beside}
    assert roles <= {"byline", "caption", "section", "item", "ruby", "folio", "nameplate"}


@pytest.mark.skipif(not SEED.is_dir(), reason="no real issue here")
def test_every_glyph_of_the_real_issue(tmp_path: Path) -> None:
    beside, wrong = glyphs_of(see(write_publication(tmp_path)))
    assert not wrong
    assert {name.split(" ")[0] for name in beside} <= {"byline", "folio"}
    assert not only(beside, "byline", "（）■")


def test_every_glyph_of_odd_texts(tmp_path: Path) -> None:
    seen = see(paper(tmp_path, {"content/001/first-story.md": ODD, LAYOUT: TALL}))
    beside, wrong = glyphs_of(seen)
    assert not wrong
    kept = {name for name in beside if name.split(" ")[0] not in ("folio", "nameplate", "ruby")}
    assert kept == {"byline （", "byline ）", "byline ■", "body ©", "body ①", "deck 的", "item ·", "note ①"}


def test_texts_of_the_publication_lead_to_its_file(tmp_path: Path) -> None:
    seen = see(paper(tmp_path, {}))
    page = seen.page()
    places = {
        place.location.path.rpartition("/")[2]: place.exact
        for number, mark in page.tagged()
        if isinstance(mark, TextMark) and mark.tag.furniture
        for glyph in range(len(mark.run.texts))
        if (place := seen.places.of_glyph(1, number, glyph)) is not None
    }
    assert places["bulletin.yaml"]
    assert set(places) == {"bulletin.yaml", "front.yaml"}


def test_a_place_that_is_not_printed_leads_to_what_is_before_it(tmp_path: Path) -> None:
    story = "---\nheadline: 题目\n---\n甲乙**丙丁**戊。\n\n<!-- 不印 -->\n\n末段。\n"
    issue = paper(tmp_path, {"content/001/first-story.md": story})
    seen = see(issue)
    path = (issue / "first-story.md").as_posix()

    def words(line: int, column: int | None = None) -> str:
        found = ""
        for shown in seen.places.of_place(path, line, column):
            mark = seen.page(shown.page).marks[shown.mark]
            assert isinstance(mark, TextMark)
            found += "".join(mark.run.texts[shown.first : shown.end])
        return found

    assert [words(4, column) for column in range(1, 12)] == [*"甲乙乙乙丙丁丁丁戊。。"]
    assert words(4) == "甲乙丙丁戊。"
    assert (words(2), words(2, 1), words(2, 12)) == ("题目", "题", "目")
    assert words(6) == words(5) == words(99) == ""
