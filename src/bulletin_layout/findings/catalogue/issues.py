"""What issue.yaml says of pages, slots and stories, and what does not go together (一期：上稿、串接、转版)."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase

#: What the documents call this area.
TITLE = ("一期：上稿、串接、转版", "Issues: stories in slots")


@entry(
    "error",
    zh="第{page}版：版式里没有版块“{slot}”{near}",
    en='page {page}: the layout has no slot "{slot}"{near}',
    meaning=("写到的版块不在这一版的版式里。", "A slot is named that the page's layout does not have."),
    mend=("改正名字；版块在版式的 slots 里。", "Mend the name; slots are defined in the layout's slots."),
    example="put: {laed: visit} → put: {lead: visit}",
    fixed=True,
)
def unknown_slot(place: Location, *, page: int, slot: str, near: Phrase) -> Finding: ...


@wording(
    unknown_slot,
    zh="没有要留着不动的版块“{slot}”：有 {known}",
    en='there is no slot "{slot}" to keep: there are {known}',
)
def unknown_slot_to_keep(place: Location, *, slot: str, known: tuple[str, ...]) -> Finding: ...
