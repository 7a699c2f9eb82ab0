"""Every block that a story can hold, from its Markdown to the screen file's tree: whole, in order, well named."""

import io

import pikepdf
import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.issue import SHEETFED, Issue
from bulletin_layout.reading import read_issue
from bulletin_layout.render.tagged import screen_pdf
from tests.support.paper import start_paper
from tests.support.press import flat
from tests.support.said import said
from tests.support.stories import difference, pieces_of
from tests.support.tagged import Node, tree_of, untagged
from tests.support.validator import failures

STORY = """---
kicker: 引题在上
headline: 谷子进了仓
deck: 副题在下
byline: 纪桐
---

# 工作动态

先说一句[着重]{.dots}的话，[专名]{.under}与陈[㐂]{ruby="xǐ"}都在。见https://example.org/a 一页，或[从种到收要看的
整整一篇长文与图](https://example.org/b?c=%E7%94%B2)，另见[同期那篇](second-story.md)。

## 一、小标题

空袋不算[^1]。

1. 先收早熟材料；
   - 湿重当场称；
2. 后收晚熟材料。

::: pull
种了一年，就看这一天。
:::

> 不看分数。

| 单位 | 品种 | 亩产 |
|:---|:---|---:|
| 作物所 | 甲 | 536.2 |
| ^ | 乙 | 498 |
| 合计 | < | 1034.2 |

:::: aside 链接：谷子小史
五八年，第一批谷子材料落地。

- 先有试验田；
- 后有种子库。

| 年 | 事 |
|---|---|
| 一九五八 | 落地 |
::::

::: roster 3
张三、李四五、欧阳明
:::

::: verse
越堆越高
月亮踩着它
:::

::: sign
禾岭试验站
二〇二六年十月
:::

[^1]: 麻袋按每只计。
"""


@pytest.fixture(scope="module")
def issue_and_pdf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Issue, bytes]:
    folder = start_paper(tmp_path_factory.mktemp("blocks") / "paper")
    (folder / "first-story.md").write_text(STORY, encoding="utf-8")
    layout = folder.parents[1] / "layouts" / "front.yaml"
    text = layout.read_text(encoding="utf-8").replace("rows: 7-25", "rows: 7-37").replace("rows: 27-42", "rows: 38-42")
    layout.write_text(text.replace("text: {columns: 2}", "text: {columns: 2, initial: 2行}", 1), encoding="utf-8")
    reading = read_issue(folder)
    assert reading.issue is not None, "\n".join(map(said, reading.findings))
    assert reading.fonts is not None
    composed = compose_issue(reading.issue, reading.fonts)
    assert composed.slots[0].over_chars == 0, composed.slots[0]
    return reading.issue, screen_pdf(composed.edition, SHEETFED)


@pytest.fixture(scope="module")
def article(issue_and_pdf: tuple[Issue, bytes]) -> Node:
    return next(node for node in tree_of(issue_and_pdf[1]).find("Art") if node.title == "谷子进了仓")


def test_the_article_is_the_story(issue_and_pdf: tuple[Issue, bytes], article: Node) -> None:
    issue, pdf = issue_and_pdf
    story = issue.pages[0].put["lead"]
    assert difference(pieces_of(story), flat(article.text)) == ""
    assert untagged(pdf) == ""


def test_every_block_is_what_it_is(article: Node) -> None:
    table = "Table(TR(TH TH TH) TR(TD TD TD) TR(TD TD) TR(TD TD))"
    items = "L(LI(Lbl LBody(L(LI(Lbl LBody)))) LI(Lbl LBody))"
    aside = "Div(P P L(LI(Lbl LBody) LI(Lbl LBody)) Table(TR(TH TH) TR(TD TD)))"
    assert article.shape == (
        f"Art(P H1 P Sect(H2 P(Ruby(RB RT) Link Link Link) H3 P(Link) {items} BlockQuote(P) BlockQuote(P) {table} "
        f"{aside} L(LI(LBody) LI(LBody) LI(LBody)) P P P P) Div(Note(Lbl)))"
    )
    (section,) = article.find("Sect")
    assert section.title == "【工作动态】"
    assert [name.text for name in article.find("LBody")][-3:] == ["张三", "李四五", "欧阳明"]


def test_links_lead_to_addresses_stories_and_notes(issue_and_pdf: tuple[Issue, bytes], article: Node) -> None:
    with pikepdf.open(io.BytesIO(issue_and_pdf[1])) as file:
        page = file.pages[0]
        printed, long, other, note = article.find("Link")
        assert (printed.text, printed.links) == ("https://example.org/a", ("https://example.org/a",))
        assert flat(long.text) == "从种到收要看的整整一篇长文与图"
        assert long.links == ("https://example.org/b?c=%E7%94%B2",) * 2  # on two lines of a column
        assert (flat(other.text), note.text) == ("同期那篇", "①")
        assert {*other.links, *note.links} == {page.objgen}
        upper = {str(link.Contents): float(link.Dest[3]) for link in page.Annots if "/Dest" in link}
        assert upper["同期那篇"] < upper["①"]  # the other story stands below the notes of this one


def test_ruby_is_said_beside_its_text_and_not_within_it(article: Node) -> None:
    (ruby,) = article.find("Ruby")
    base, over = ruby.kids
    assert (base.kind, base.text, over.kind, over.text, over.said) == ("RB", "㐂", "RT", "", "xǐ")


def test_a_validator_finds_nothing(issue_and_pdf: tuple[Issue, bytes]) -> None:
    assert failures(issue_and_pdf[1], "ua1") == []
