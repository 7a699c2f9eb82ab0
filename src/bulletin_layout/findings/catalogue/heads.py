"""What is wrong with heads (标题) as they stand on the page: lines that part a word."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase

#: What the documents call this area.
TITLE = ("标题", "Heads")


@entry(
    "warning",
    zh="{part}换行拆开了“{broken}”",
    en="the {part} is broken inside 「{broken}」",
    meaning=(
        "标题在一个词、一个人名或一个职务中间换了行：字数、字号、行数合起来，没有别的排法。认词靠词表，拿不准的也算。",
        "A line of the head ends inside a word, a name or a title of office: its length, the sizes of its style and "
        "the number of lines leave no other way. Words are known by a dictionary; where it is not sure, a place counts "
        "as inside one.",
    ),
    mend=(
        "改短标题；给样式多几级字号（sizes），或给它更宽的地方；也可以自己分行，把标题写成列表。",
        "Shorten the head, give its style more sizes or the slot more room, or break its lines yourself: write it as a "
        "list.",
    ),
    example=("省植物保护学｜会换届", "省植物保护学｜会换届"),
)
def head_break(place: Location, *, part: Phrase, broken: str) -> Finding: ...


@wording(
    head_break,
    severity="hint",
    zh="{part}照作者的分行，拆开了“{broken}”",
    en="the lines of the {part}, as they are written, part 「{broken}」",
)
def head_break_as_written(place: Location, *, part: Phrase, broken: str) -> Finding: ...
