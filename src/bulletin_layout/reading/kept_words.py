"""Words never broken in heads, captions and bylines (不拆的词): those set by the publication, layout and story, and
the names of persons known in the issue, collected for each story."""

from collections.abc import Iterator, Sequence
from functools import partial

from bulletin_layout.issue import PageLayout, PagePlan, Publication, Story, passages_of, photos_of, plain
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.typeset.names import names_alone
from bulletin_layout.values import replace


def with_kept_words(pages: Sequence[PagePlan], publication: Publication | None, files: Files) -> tuple[PagePlan, ...]:
    """The pages with, in each story, all kept words that occur in it."""
    names = tuple(dict.fromkeys(name for page in pages for name in _names_on(page, files)))
    everywhere = publication.keep if publication is not None else ()
    return tuple(_with_words(page, everywhere, names, files) for page in pages)


def _with_words(page: PagePlan, everywhere: Sequence[str], names: Sequence[str], files: Files) -> PagePlan:
    def kept(story: Story, layout: PageLayout) -> Story:
        words = tuple(dict.fromkeys((*story.keep, *layout.keep, *everywhere, *names)))
        return files.derived(("keep", story.slug), (story, words), lambda: _keeping(story, words))

    return replace(
        page,
        put={slot: kept(story, page.opening) for slot, story in page.put.items()},
        briefs={slot: tuple(kept(story, page.opening) for story in several) for slot, several in page.briefs.items()},
        flow=tuple(kept(story, page.layout) for story in page.flow),
    )


def _keeping(story: Story, words: Sequence[str]) -> Story:
    """The story with those of the words that occur in it."""
    text = "\n".join(passage.text for passage in passages_of(story))
    return replace(story, keep=tuple(word for word in words if word and word in text))


def _names_on(page: PagePlan, files: Files) -> Iterator[str]:
    """Probable names of persons in the bylines and credits of a page, and the name of its editor."""
    yield from names_alone(plain(page.editor))
    for story in page.stories:
        yield from files.derived(("names", story.slug), story, partial(_names_in, story))


def _names_in(story: Story) -> tuple[str, ...]:
    texts = [story.byline, *(photo.credit for photo in photos_of(story))]
    return tuple(name for text in texts for name in names_alone(plain(text)))
