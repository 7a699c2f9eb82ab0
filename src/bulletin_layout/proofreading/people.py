"""Checks of names against people.yaml (人名、职务、排序)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from bulletin_layout.issue.rosters import Person, Rosters
from bulletin_layout.proofreading.alike import is_alike, sounds_alike
from bulletin_layout.proofreading.copy import Copy, Part
from bulletin_layout.proofreading.rule import Slip
from bulletin_layout.values import NamedTuple

#: Titles that end the words of a post.
TITLES: Final = tuple(
    (  # noqa: SIM905  # a list of quoted words is hard to read
        "书记 院长 所长 主任 处长 科长 站长 校长 会长 部长 主席 组长 队长 班长 馆长 园长 场长 社长 局长 厅长 市长 县长 "
        "秘书长 理事长 总经理 经理 总监 主编 研究员 教授 老师 工程师 委员"
    ).split()
)
#: With and without 副, the longest first.
_USUAL_POSTS: Final = tuple(
    sorted((f"{deputy}{title}" for title in TITLES for deputy in ("", "副")), key=lambda post: (-len(post), post))
)
#: Before a post: it was held once, or is held by deputy.
_ONCE: Final = ("原", "前", "时任", "历任", "曾任", "前任", "原任")
#: Words of the house before a post, which may be there or not.
_OWN: Final = r"(?:我|本|全)?(?:院|所|站|室|校|中心|编辑部|单位)?(?:党委|党总支|党支部|机关)?"
_DEPUTY: Final = ("副", "代", "助理", "名誉", "常务")
_DOES: Final = "主持出席参加指出强调介绍表示说认为作讲致宣带陪为在向对就代与和、，。；：（）"
_NOT_RUNNING: Final = frozenset(
    ("kicker", "headline", "deck", "byline", "caption", "roster", "table", "sign", "crosshead")
)
_BETWEEN: Final = ("、", "和", "及", "与", "以及")


class Mention(NamedTuple):
    """A name of the roster where it stands."""

    start: int
    end: int
    person: Person


def people_slips(copy: Copy, rosters: Rosters, issued: date) -> Iterator[Slip]:
    """What is wrong with names and posts, story by story."""
    if not rosters.people:
        return
    found = sorted(_mentions(copy, rosters.people))
    posts = _all_posts(rosters.people)
    yield from _near(copy, rosters, found)
    yield from _dots(copy, rosters.people)
    yield from _orders(copy, found, posts)
    for part in copy.parts:
        if part.story is not None:
            inside = [each for each in found if part.start <= each.start <= part.end]
            yield from _posts(copy, inside, posts, issued)
            yield from _first_posts(copy, inside, posts)
            yield from _honours(copy, inside, posts)
            yield from _captioned(copy, part, inside)


def _mentions(copy: Copy, people: tuple[Person, ...]) -> Iterator[Mention]:
    for person in people:
        for start in places(copy.text, person.name):
            yield Mention(start, start + len(person.name), person)


def places(text: str, words: str) -> Iterator[int]:
    """Where words begin in a text."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _all_posts(people: tuple[Person, ...]) -> tuple[str, ...]:
    """Words of posts, the longest first: those of the roster, and titles with and without 副."""
    own = {post.post for person in people for post in person.posts}
    return tuple(sorted(own.union(_USUAL_POSTS), key=lambda post: (-len(post), post)))


def _near(copy: Copy, rosters: Rosters, found: list[Mention]) -> Iterator[Slip]:
    """Words of a name's length that sound or look like it, and are nobody else's name."""
    real = {person.name for person in rosters.people} | {name for person in rosters.people for name in person.also}
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    for person in rosters.people:
        name, size = person.name, len(person.name)
        if "·" in name or size < 2:
            continue
        starts = {*places(copy.text, name[0]), *(at - 1 for at in places(copy.text, name[1:]) if size > 2 and at)}
        for start in sorted(starts):
            words = copy.text[start : start + size]
            if start in taken or words in real or len(words) < size or not _is_near(words, name):
                continue
            if size > 2 or _is_name(copy.text, start, start + size):
                yield Slip(start, start + size, "name_near", {"wrong": words, "right": name}, name)


def _is_near(words: str, name: str) -> bool:
    if words[0] != name[0]:
        return words[1:] == name[1:] and sounds_alike(words[0], name[0])
    return words != name and all(map(is_alike, words[1:], name[1:]))


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether two characters are a name by what stands beside them."""
    before = any(text.endswith(title, 0, start) for title in TITLES) or text[start - 1 : start] in ("、", "由")
    return before and (text[end : end + 1] or "。") in _DOES


def _dots(copy: Copy, people: tuple[Person, ...]) -> Iterator[Slip]:
    """Names of two parts with another mark between them, or none."""
    for person in people:
        if "·" in person.name:
            for mark in ("", ".", "•", "・", "．", "‧", " "):
                wrong = person.name.replace("·", mark)
                for start in places(copy.text, wrong):
                    fields = {"wrong": wrong, "right": person.name}
                    yield Slip(start, start + len(wrong), "name_dot", fields, person.name, safe=True)


def post_before(text: str, end: int, posts: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The posts that stand before a name: 党委书记、副院长. ``posts``: words of posts, the longest first."""
    found: list[str] = []
    posts = posts or _USUAL_POSTS
    while (post := next((each for each in posts if text.endswith(each, 0, end)), "")) and len(found) < 6:
        found.append(post)
        end -= len(post)
        if text[end - 1 : end] not in "、兼" or not end:
            break
        end -= 1
    return tuple(found)


def _posts(copy: Copy, found: list[Mention], posts: tuple[str, ...], issued: date) -> Iterator[Slip]:
    """Posts that a person does not have on the day of the issue."""
    for mention in found:
        valid = [
            post.post
            for post in mention.person.posts
            if (post.first is None or post.first <= issued) and (post.last is None or issued <= post.last)
        ]
        written = post_before(copy.text, mention.start, posts)
        start = mention.start
        for post in written if mention.person.posts else ():
            start = copy.text.rindex(post, 0, start)
            if copy.text[:start].endswith(_ONCE) or any(_is_same(post, each) for each in valid):
                continue
            fields = {"wrong": f"{post}{mention.person.name}", "right": "、".join(valid)}
            yield Slip(start, mention.end, "name_post", fields)
            break


def _is_same(written: str, post: str) -> bool:
    """Whether two words of a post are the same, but for words of the house before one of them."""
    short, long = sorted((written, post), key=len)
    before = long.removesuffix(short)
    return long.endswith(short) and (not before or bool(re.fullmatch(_OWN, before))) and not before.endswith(_DEPUTY)


def _orders(copy: Copy, found: list[Mention], posts: tuple[str, ...]) -> Iterator[Slip]:
    """Lists of names that are not in the order of the roster."""
    run: list[Mention] = []
    for before, mention in pairwise([None, *found, None]):
        if before is not None and mention is not None and _is_listed(copy.text[before.end : mention.start], posts):
            run = run or [before]
            run.append(mention)
            continue
        ranks = [each.person.order for each in run]
        if run and all(ranks) and ranks != sorted(ranks) and "姓氏笔画" not in _paragraph(copy, run[0].start):
            listed = [each.person.name for each in run]
            ordered = [each.person.name for each in sorted(run, key=lambda each: each.person.order)]
            words = copy.text[run[0].start : run[-1].end]
            right = "、".join(ordered) if words == "、".join(listed) else None
            fields = {"wrong": "、".join(listed), "right": "、".join(ordered)}
            yield Slip(run[0].start, run[-1].end, "name_order", fields, right)
        run = []


def _is_listed(between: str, posts: tuple[str, ...]) -> bool:
    """Whether two names stand in one list: only its mark is between them, and the post of the second."""
    left = len(between)
    while left and (post := next((each for each in posts if between.endswith(each, 0, left)), "")):
        left -= len(post)
        if between[:left] in _BETWEEN:
            return True
        left -= between[left - 1 : left] in ("、", "兼")
    return between in _BETWEEN or between[:left] in _BETWEEN


def _paragraph(copy: Copy, offset: int) -> str:
    end = copy.text.find("\n", offset)
    return copy.text[copy.text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(copy.text)]


def _first_posts(copy: Copy, found: list[Mention], posts: tuple[str, ...]) -> Iterator[Slip]:
    """The first mention of a person in a story's text, without a post."""
    told = set()
    for mention in found:
        name = mention.person.name
        if copy.passage_at(mention.start).kind in _NOT_RUNNING or name in told:
            continue
        told.add(name)
        behind = any(copy.text.startswith(post, mention.end) for post in posts)
        listed = copy.text[mention.start - 1 : mention.start] in ("、", "和")
        if mention.person.posts and not (listed or behind or post_before(copy.text, mention.start, posts)):
            yield Slip(mention.start, mention.end, "name_first_post", {"wrong": name})


def _honours(copy: Copy, found: list[Mention], posts: tuple[str, ...]) -> Iterator[Slip]:
    """A person who is called by the post before the name, and by the name before the post."""
    ways: dict[str, set[bool]] = {}
    for mention in found:
        before = bool(post_before(copy.text, mention.start, posts))
        behind = any(copy.text.startswith(post, mention.end) for post in posts)
        if before == behind:
            continue
        known = ways.setdefault(mention.person.name, set())
        if known and behind not in known:
            yield Slip(mention.start, mention.end, "name_honor", {"wrong": mention.person.name})
        known.add(behind)


def _captioned(copy: Copy, part: Part, found: list[Mention]) -> Iterator[Slip]:
    """People whom a caption names, and the text of its story does not."""
    named = {each.person.name for each in found if copy.passage_at(each.start).kind not in _NOT_RUNNING}
    for mention in found:
        if copy.passage_at(mention.start).kind == "caption" and named and mention.person.name not in named:
            yield Slip(mention.start, mention.end, "caption_people", {"wrong": mention.person.name})
