"""What an issue writes and its pages pass over (不起作用): captions that no room prints, edges that cannot move."""

from collections.abc import Iterator, Sequence

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import idle as said
from bulletin_layout.findings.catalogue import layouts as things
from bulletin_layout.issue import PagePlan, Slot, SlotAddress, Story, chains_of


def idle_in_story(rooms: Sequence[tuple[int, Slot]], stories: Sequence[Story]) -> Iterator[Finding]:
    """What of stories does nothing in the slots, each with its page, that they go through."""
    for story in stories:
        thing = said.in_story(story.slug)
        for _, room in rooms:
            silent = [name for name, spec in room.photos.items() if spec.caption == "none" and name in story.photos]
            for name, photo in ((name, story.photos[name]) for name in silent):
                for key, pieces in (("caption", photo.caption), ("credit", photo.credit)):
                    if pieces:
                        why = said.caption_left_out(name)
                        yield said.not_applied(pieces[0].location, thing=thing, key=key, why=why)
        slot = rooms[0][1]
        if slot.text.none and story.byline:
            why = said.no_byline_there(slot.name)
            yield said.not_applied(story.byline[0].location, thing=thing, key="byline", why=why)


def idle_edges(pages: Sequence[PagePlan]) -> Iterator[Finding]:
    """Edges that slots are to give and that stay: a text flows at one side; or a story goes through several pages and
    the edges of its slots on an earlier page move already."""
    across = {spot: chain for chain in chains_of(pages) for spot in chain if len({page for page, _ in chain}) > 1}
    moved_on: dict[Sequence[SlotAddress], int] = {}
    for page in pages:
        flowing = set(_flowing(page)) if page.flow else set()
        for slot in page.opening.slots.values():
            for give in slot.give if (page.number, slot.name) not in flowing else ():
                spots = [(page.number, name) for name in (slot.name, *give.neighbours)]
                if not give.kind.startswith("edge"):
                    continue
                chains = [across[spot] for spot in spots if spot in across]
                held = [
                    spot
                    for spot in spots
                    if spot in flowing or moved_on.get(across.get(spot, ()), page.number) < page.number
                ]
                if held:
                    why, thing = said.slot_of_other_pages(held[0][1]), things.slot(slot.name)
                    yield said.not_applied(give.location, thing=thing, key=give.text, why=why)
                else:
                    moved_on |= {chain: moved_on.get(chain, page.number) for chain in chains}


def _flowing(page: PagePlan) -> Iterator[SlotAddress]:
    """The slots that a page's flow goes through; those of a slot without text do not flow."""
    taken = (*page.put, *page.briefs, *page.continued)
    for name, slot in page.opening.slots.items():
        if name not in taken and not slot.text.none:
            yield page.number, name
