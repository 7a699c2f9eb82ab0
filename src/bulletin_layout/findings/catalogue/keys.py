"""Keys and values of the YAML files that are not what they should be (键和值)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry
from bulletin_layout.findings.phrases import Phrase

#: What the documents call this area.
TITLE = ("键和值", "Keys and values")


@entry(
    "error",
    zh="findings：没有“{code}”这种问题{near}",
    en='findings: there is no finding "{code}"{near}',
    meaning=(
        "bulletin.yaml 的 findings 里写了没有的代码。",
        "The findings of bulletin.yaml name a code that there is not.",
    ),
    mend=("改正代码；docs/findings.zh.md 里列了全部。", "Mend the code; docs/findings.md lists them all."),
    example="findings: {shrot: off} → findings: {short: off}",
    fixed=True,
)
def unknown_code(place: Location, *, code: str, near: Phrase) -> Finding: ...


@entry(
    "error",
    zh="findings：“{code}”不能降低，也不能不报：它说的是内容丢失、读不了或不安全",
    en='findings: "{code}" can be neither lowered nor put off: it tells of content that is lost, unreadable or unsafe',
    meaning=(
        "这种问题放过去，印出来就会缺内容，所以轻重不能改。",
        "To let this pass would print an issue that lacks something, so its severity stays.",
    ),
    mend=("把它从 findings 里去掉，改掉问题本身。", "Take it out of findings, and mend what it finds."),
    example="findings: {overset: off}",
    fixed=True,
)
def fixed_code(place: Location, *, code: str) -> Finding: ...
