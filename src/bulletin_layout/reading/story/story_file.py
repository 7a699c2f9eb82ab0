"""A story file (稿件): front matter with heads, byline and photos, then the body in Markdown."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import assert_never

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import stories
from bulletin_layout.issue import (
    Aside,
    Block,
    Figure,
    Head,
    Note,
    Paragraph,
    Photo,
    PullQuote,
    Roster,
    Story,
    Table,
    lines_of,
    plain,
)
from bulletin_layout.issue.publication import Lines
from bulletin_layout.reading.schema.binding import field_values
from bulletin_layout.reading.schema.check import Record, Where, read_record
from bulletin_layout.reading.schema.issue_keys import FIGURE, PHOTO, SPOTS, STORY
from bulletin_layout.reading.schema.severities import choices_of, is_of_manuscripts
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.nodes import MapNode
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from bulletin_layout.reading.story.front_matter import parts_of_story
from bulletin_layout.reading.story.inline import read_words, without_remarks
from bulletin_layout.reading.story.left_as_is import left_as_is
from bulletin_layout.reading.story.pieces import trimmed
from bulletin_layout.reading.story.prose import AsideRef, PictureRef, Prose, read_prose


def read_story(
    files: Files, path: Path, slug: str, folder: Path, named_at: Location, lines: Lines = "joined"
) -> Story | None:
    """Read a story; None when its front matter cannot be read, which is reported. Picture names are relative to
    ``folder``; ``lines``: how line ends are read when the story does not set it."""
    text = files.text(path, named_at)
    if text is None:
        return None
    shown = files.shown(path)
    parts = parts_of_story(without_remarks(text, shown, files.findings), shown, files.findings)
    if parts is None:
        return None
    node: MapNode | None = MapNode(Location(shown), {})
    if parts.front is not None:
        node = parse_yaml(parts.front, shown, files.findings, first_line=parts.front_line)
    if node is None:
        read_prose(parts.body, shown, parts.body_line, files.findings, None)
        return None
    record = read_record(node, STORY, Where(), files.findings)
    kicker, headline, deck = (_head(record, key, files.findings) for key in ("kicker", "headline", "deck"))
    byline = read_words(record.words("byline"), files.findings, notes=True)
    photos = {name: photo for name, one in record.records("photos").items() if (photo := _photo(one, folder, files))}
    captions = (photo.caption for photo in photos.values())
    heads = (line for head in (kicker, headline, deck) if head is not None for line in head.lines)
    above = tuple(piece for text in (*heads, byline, *captions) for piece in text)
    lines = "paragraphs" if record.text("lines", lines) == "paragraphs" else "joined"
    prose = read_prose(parts.body, shown, parts.body_line, files.findings, above, lines=lines)
    if not prose and "photos" not in node.entries:
        files.findings.append(stories.empty_story(Location(shown)))
    return Story(
        slug=slug,
        location=Location(shown),
        blocks=tuple(_blocks(prose, folder, files)),
        kicker=kicker,
        headline=headline,
        deck=deck,
        byline=byline,
        photos=photos,
        notes=tuple(part for part in prose if isinstance(part, Note)),
        keep=record.texts("keep"),
        left=tuple(left_as_is(text, shown)),
        choices=choices_of(record, files.findings, is_of_manuscripts),
    )


def _head(record: Record, key: str, findings: list[Finding]) -> Head | None:
    """The lines of a head: a list, or text whose line ends are kept; empty lines are ignored."""
    text, items = record.words(key), record.get(key, tuple)
    nodes = [text] if text is not None else [item.value for item in items or ()]
    texts = (read_words(node, findings, notes=True) for node in nodes)
    lines = tuple(line for text in texts for written in lines_of(text) if (line := trimmed(written)))
    return Head(lines, record.place(key), fixed=items is not None or len(lines) > 1) if lines else None


def _blocks(prose: Iterable[Prose], folder: Path, files: Files) -> Iterator[Block]:
    """The blocks with their pictures opened."""
    for part in prose:
        match part:
            case PictureRef():
                path = files.inside(folder, part.source, part.location)
                picture = files.picture(path, part.location) if path is not None else None
                if picture is not None:
                    shown, focus = plain(part.caption), focus_of(part.keys)
                    photo = Photo(picture, part.location, part.caption, part.credit, shown, focus)
                    yield Figure(photo, part.location, **field_values(part.keys, FIGURE))
            case AsideRef():
                yield Aside(part.title, tuple(_blocks(part.blocks, folder, files)), part.location)
            case Note():
                pass
            case Paragraph() | Table() | PullQuote() | Roster():
                yield part
            case _:
                assert_never(part)


def _photo(record: Record, folder: Path, files: Files) -> Photo | None:
    place = record.place("file")
    path = files.inside(folder, record.text("file"), place) if "file" in record.items else None
    picture = files.picture(path, place) if path is not None else None
    if picture is None:
        return None
    caption = read_words(record.words("caption"), files.findings, notes=True)
    credit = read_words(record.words("credit"), files.findings)
    alt = read_words(record.words("alt"), files.findings)
    shown = plain(alt if "alt" in record.items else caption)
    return Photo(picture, place, caption, credit, shown, focus_of(record), **field_values(record, PHOTO))


def focus_of(record: Record) -> tuple[float, float] | None:
    """The spot of a picture that stays when it is cropped; None: nobody said."""
    parts = record.get("focus", tuple) or ()
    if len(parts) == 2:
        return parts[0].value, parts[1].value
    return SPOTS.get(record.text("focus"))
