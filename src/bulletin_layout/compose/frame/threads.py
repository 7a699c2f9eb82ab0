"""Threads (串接): one story, or several briefs, with the slots that they run through."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from bulletin_layout.findings.catalogue.keys import of, page_slot
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import PageLayout, PagePlan, Slot, SlotAddress, Story, passages_in, plain
from bulletin_layout.typeset import signed
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class ThreadSlot:
    """A slot of a page, still empty; ``banners``: areas of the page's banners, which its text may have to run
    around."""

    page: int
    slot: Slot
    grid: Grid
    banners: Mapping[str, Area]
    jumped: bool = False  #: its text comes from another slot by a jump (转版)

    @property
    def where(self) -> Phrase:
        """The page and slot, for the beginning of findings."""
        return of(page_slot(self.page, self.slot.name))


@dataclass(frozen=True, slots=True)
class Thread:
    """Stories and the slots that they run through: they begin in the first and continue in the others."""

    stories: tuple[Story, ...]
    places: tuple[ThreadSlot, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """The numbers of its pages, each once."""
        return tuple(dict.fromkeys(place.page for place in self.places))


#: Roles whose texts are not broken inside names and kept words.
_KEEPING: Final = ("kicker", "headline", "deck", "byline", "caption", "crosshead", "section", "sign", "pull")
#: The roles of running text, which lines may divide anywhere: names and words rather not.
_SPARING: Final = ("body", "quote", "item", "note")


def keeping(slot: Slot, stories: Sequence[Story]) -> Slot:
    """The slot with styles that keep the words of its stories (``Story.keep``) whole in heads, captions and bylines,
    and spare them in running text."""
    words = tuple(dict.fromkeys(word for story in stories for word in story.keep))
    own = {role: replace(slot.styles[role], keep=words) for role in _KEEPING if role in slot.styles}
    spared = tuple(dict.fromkeys((*words, *(name for story in stories for name in _signers(story)))))
    own |= {role: replace(slot.styles[role], spare=spared) for role in _SPARING if role in slot.styles}
    if "byline" in own:
        own["byline"] = replace(own["byline"], spare=tuple(name for story in stories for name in _bylined(story)))
    return replace(slot, styles={**slot.styles, **own})


def _bylined(story: Story) -> list[str]:
    """The names and offices in a story's byline, which a byline of two lines has whole on one of them."""
    return re.findall(r"[^\W\x00-\u04ff]+", plain(story.byline))


def _signers(story: Story) -> Iterator[str]:
    """The names in signatures that end a story's paragraphs."""
    for passage in passages_in(story.blocks):
        yield from (passage.text[start:end] for start, end in signed(passage.text))


def threaded(stories: tuple[Story, ...], places: Iterable[ThreadSlot]) -> Thread:
    """A thread of stories in these slots, whose styles keep the stories' words whole."""
    return Thread(stories, tuple(replace(place, slot=keeping(place.slot, stories)) for place in places))


def flow_slots(plan: PagePlan, layout: PageLayout) -> tuple[Slot, ...]:
    """The slots of a layout that a flow runs through (简报): those without a story of their own."""
    taken = (*plan.put, *plan.briefs, *plan.continued)
    free = (slot for name, slot in layout.slots.items() if name not in taken and not slot.text.none)
    return tuple(keeping(slot, plan.flow) for slot in free)


def thread_of(
    chain: Sequence[SlotAddress], plans: Mapping[int, PagePlan], places: Mapping[SlotAddress, ThreadSlot]
) -> Thread:
    """The thread through a chain of slots. ``plans``: those of the pages by number; ``places``: the slots, empty."""
    page, name = chain[0]
    plan = plans[page]
    stories = (plan.put[name],) if name in plan.put else plan.briefs[name]
    went_on = [spot for spot in chain if spot[1] in plans[spot[0]].continued]
    stations = (replace(places[spot], jumped=spot != chain[0] and spot not in went_on) for spot in chain)
    return threaded(stories, stations)
