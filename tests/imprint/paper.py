"""A paper with an imprint, small enough to be made anew for each test; what a test changes is replaced in its files."""

from pathlib import Path

from bulletin_layout.compose import compose_issue
from bulletin_layout.findings import Finding
from bulletin_layout.imprint import imprint_findings
from bulletin_layout.issue import Issue
from bulletin_layout.reading import read_issue
from tests.support.laid import book, write_files
from tests.support.said import said

#: Internal material with all that the law asks for.
INTERNAL = {
    "bulletin.yaml": """\
schema: bulletin/publication@1
name: 溪口院讯
publisher: 溪口农科院
imprint: internal
permit: {number: （禾）内资准字第0456号, name: 溪口院讯, trim: A4, period: 月刊, printer: 溪口印务,
  from: 2026-01-01, until: 2026-12-31}
""",
    "layouts/front.yaml": """\
schema: bulletin/layout@1
name: 要闻
paper: {trim: A4, bleed: 3mm, margins: {top: 20mm, bottom: 15mm, inner: 13mm, outer: 12mm}}
grid:
  body: {size: 小五, line: 14pt}
  columns: {count: 4, measure: 13字, gutter: 2字}
styles: {big: {size: 40pt, lines: 3}}
furniture:
  nameplate: {at: {cols: 1-3, rows: 1-4}, text: "{publication.name}", style: big}
  ear:
    at: {cols: 4, rows: 1-5}
    lines:
      - {text: "{publication.permit.number}"}
      - {text: 内部资料，免费交流}
      - {text: "第{issue.number}期"}
      - {text: "{issue.date:Y年M月D日}　月刊"}
  imprint:
    at: bottom
    lines:
      - {text: 编印单位：溪口农科院　发送对象：本院职工　印刷单位：溪口印务}
      - {text: "印刷日期：2026年10月28日　印　数：800册"}
slots:
  lead: {box: {cols: 1-4, rows: 7-40}, title: {place: top, span: all}}
""",
    "fonts/fonts.yaml": "schema: bulletin/fonts@1\nextends: builtin\n",
    "content/1/issue.yaml": """\
schema: bulletin/issue@1
issue: {id: 1, date: 2026-10-30, number: 10, total: 130}
pages:
  - {layout: front, put: {lead: one}}
""",
    "content/1/one.md": """\
---
headline: 秋播完成
byline: 王小禾
---
溪口试验站完成秋播。
""",
}

#: A registered newspaper with all that the law asks for.
NEWSPAPER = {
    **INTERNAL,
    "bulletin.yaml": "schema: bulletin/publication@1\nname: 溪口农业报\nimprint: newspaper\n",
    "layouts/front.yaml": INTERNAL["layouts/front.yaml"].partition("  ear:\n")[0]
    + """\
  ear:
    at: {cols: 4, rows: 1-5}
    lines:
      - {text: "CN 42-0456"}
      - {text: "总第{issue.total}期　本期1版"}
      - {text: "{issue.date:Y年M月D日}"}
      - {text: 溪口农科院主管　主办}
  imprint:
    at: bottom
    lines:
      - {text: 主办单位：溪口农科院　出版：溪口农业报社　社址：溪口市北街1号　电话：5550101}
      - {text: 发行：溪口邮局　定价：1.00元　印刷：溪口印务（溪口市南路3号）}
slots:
  lead: {box: {cols: 1-4, rows: 7-40}, title: {place: top, span: all}}
""",
}

#: A periodical, likewise.
PERIODICAL = {
    **NEWSPAPER,
    "bulletin.yaml": "schema: bulletin/publication@1\nname: 溪口农业\nimprint: periodical\n",
    "layouts/front.yaml": NEWSPAPER["layouts/front.yaml"]
    .replace("CN 42-0456", "CN 42-1456/S")
    .replace("出版：", "主编：林溪　发行范围：公开发行　出版："),
}


def read_paper(folder: Path, paper: dict[str, str], *changes: tuple[str, str]) -> Issue:
    """Its issue after each first text is replaced by the second, wherever it stands."""
    files = dict(paper)
    for old, new in changes:
        assert any(old in text for text in files.values()), old
        files = {name: text.replace(old, new) for name, text in files.items()}
    write_files(folder, files)
    read = read_issue(folder / "content/1")
    assert read.issue is not None, [said(finding) for finding in read.findings]
    return read.issue


def findings(folder: Path, paper: dict[str, str], *changes: tuple[str, str]) -> tuple[Finding, ...]:
    """What is found about the imprint after these changes."""
    done = compose_issue(read_paper(folder, paper, *changes), book())
    return imprint_findings(done.issue, done.edition)


def told(folder: Path, paper: dict[str, str], *changes: tuple[str, str]) -> list[str]:
    """The same as lines in English."""
    return [said(finding).removeprefix(f"{folder}/") for finding in findings(folder, paper, *changes)]
