"""Rounds made by hand: texts without pages, unless a test needs them."""

from collections.abc import Iterable

from bulletin_layout.proofing.rounds import Round, RoundPage, RoundPhoto, RoundStory, RoundText

Text = str | tuple[str, str] | tuple[str, str, str]


def text(said: Text) -> RoundText:
    """A paragraph, or a text of another (kind, words[, name])."""
    return RoundText("body", said) if isinstance(said, str) else RoundText(said[0], said[1], *said[2:])


def story(
    slug: str, *texts: Text, photos: tuple[RoundPhoto, ...] = (), slot: tuple[int, str] = (1, "lead")
) -> RoundStory:
    """A story in one slot."""
    return RoundStory(slug, slug, tuple(map(text, texts)), photos, (slot,))


def made(
    number: int, *stories: RoundStory, furniture: Iterable[Text] = (), pages: int = 1, names: tuple[str, ...] = ()
) -> Round:
    """A round of these stories; ``furniture`` stands on its first page."""
    texts = tuple(map(text, furniture))
    all_pages = tuple(RoundPage(n, "要闻", "", "", texts if n == 1 else ()) for n in range(1, pages + 1))
    return Round(number, "proof", "", "1", all_pages, {each.slug: each for each in stories}, names=names)
