"""Tables of the keys of people.yaml, orgs.yaml, terms.yaml and words.yaml: the house's own lists (名录)."""

from typing import Final

from bulletin_layout.findings.phrases import both
from bulletin_layout.issue.rosters import Body, Denied, Mistaken, Person, Post, Renamed
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.binding import BY_HAND, key, shape
from bulletin_layout.reading.schema.kinds import Choice, Either, Flag, ListOf, Named, Text, Whole

_KIND: Final = both("kind of file", "文件的种类")
_WORD: Final = Text(both("a word", "词语"))
_WORDS: Final = Either(scalar=_WORD, sequence=ListOf(_WORD))
_SOURCE: Final = key(both("where the list comes from; for people", "这份名录的来源，给人看的"), Text(), field=BY_HAND)
_CHECKED: Final = key(both("when it was last looked through; for people", "上一次核对的日期，给人看的"), units.DATE,
                      field=BY_HAND)  # fmt: skip

POST: Final = shape(Post, {
    "post": key(both("the post (职务)", "职务"), _WORD, required=True, examples=("副院长",)),
    "from": key(both("its first day", "从哪一天起"), units.DATE, field="first"),
    "until": key(both("its last day", "到哪一天止"), units.DATE, field="last"),
})  # fmt: skip

PERSON: Final = shape(Person, {
    "name": key(both("the name", "姓名"), _WORD, required=True, examples=("程若川",)),
    "order": key(both("rank in lists of names (排序), from 1", "排序，从1起"), Whole(1, 9999),
                 instead=both("in no order", "不论先后")),
    "posts": key(
        both("all posts, each a word or a map with its term", "全部职务；写一个词，或者分项写任期"),
        Either(scalar=_WORD, sequence=ListOf(Either(scalar=_WORD, mapping=POST))), field=BY_HAND,
    ),
    "also": key(both("other people's real names that look or sound like this one", "形音相近的别人的真名"), _WORDS,
                field=BY_HAND),
})  # fmt: skip

PEOPLE: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/people@1",)), required=True),
    "people": key(both("the people", "人员"), ListOf(PERSON), required=True),
    "source": _SOURCE,
    "checked": _CHECKED,
})  # fmt: skip

BODY: Final = shape(Body, {
    "full": key(both("the full name (全称)", "全称"), _WORD, required=True, examples=("禾岭试验站",)),
    "short": key(both("its short names (简称)", "简称"), _WORDS, field=BY_HAND),
    "wrong": key(both("forms that are wrong", "写错的名称"), _WORDS, field=BY_HAND),
    "self": key(both("it is the house itself (我院)", "就是本单位（我院）"), Flag(), field="is_self"),
})  # fmt: skip

ORGS: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/orgs@1",)), required=True),
    "orgs": key(both("bodies, each by its full name or a map", "机构；写全称，或者分项写"),
                ListOf(Either(scalar=_WORD, mapping=BODY)), required=True),
    "source": _SOURCE,
    "checked": _CHECKED,
})  # fmt: skip

DENIED: Final = shape(Denied, {
    "word": key(both("the word", "词语"), _WORD, required=True, examples=("残废人",)),
    "use": key(both("what to write instead", "应写什么"), _WORD, examples=("残疾人",)),
    "why": key(both("the reason, said in the finding", "理由，问题里会说"), Text()),
    "until": key(both("the last day on which it is denied", "到哪一天为止不用"), units.DATE, field="last"),
    "except": key(both("words in which it may stand", "可以这样用的词"), _WORDS, field=BY_HAND,
                  examples=("残废军人证",)),
})  # fmt: skip

RENAMED: Final = shape(Renamed, {
    "old": key(both("the old name", "旧名"), _WORD, required=True),
    "new": key(both("the new name", "新名"), _WORD, required=True),
    "on": key(both("the day from which the new one is right", "从哪一天起用新名"), units.DATE, field="first",
              required=True),
})  # fmt: skip

TERMS: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/terms@1",)), required=True),
    "deny": key(both("words that are not used", "不用的词"), ListOf(DENIED)),
    "renamed": key(both("names that changed", "改了的名称"), ListOf(RENAMED)),
    "fixed": key(both("phrases that stand whole (固定提法)", "固定提法，一字不能少"), _WORDS),
    "anniversaries": key(
        both("the year of an event by its name, against which 周年 is counted", "某事是哪一年的，核对“周年”用"),
        Named(Whole(1, 9999)), examples=(),
    ),
    "source": _SOURCE,
    "checked": _CHECKED,
})  # fmt: skip

MISTAKEN: Final = shape(Mistaken, {
    "wrong": key(both("what is written by mistake", "写错的"), _WORD, required=True),
    "right": key(both("what is meant", "应写的"), _WORD, required=True),
    "except": key(both("words in which it is right", "这些词里不算错"), _WORDS, field=BY_HAND),
})  # fmt: skip

WORDS: Final = shape(None, {
    "schema": key(_KIND, Choice(("bulletin/words@1",)), required=True),
    "words": key(both("the house's own slips, beside the program's list", "本刊自己的易错词，加在程序的词表上"),
                 ListOf(MISTAKEN)),
    "known": key(both("abbreviations that need no note (NGS, PCR)", "不必注释的缩写（NGS、PCR）"), _WORDS),
    "source": _SOURCE,
    "checked": _CHECKED,
})  # fmt: skip
