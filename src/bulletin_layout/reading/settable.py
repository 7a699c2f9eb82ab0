"""What is not applied yet as something that is (权宜), so that no text is lost: the one place that knows how."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from bulletin_layout.diagnostics import Diagnostic, Location
from bulletin_layout.issue import Aside, Block, Note, Paragraph, Piece, PullQuote, Roster, Story, Table
from bulletin_layout.issue.story import ParagraphKind
from bulletin_layout.reading.not_applied import answer, is_applied

_AS_KIND: Final[dict[str, ParagraphKind]] = {
    "section": "crosshead", "sign": "body", "verse": "quote", "pull": "quote", "note": "item",
}  # fmt: skip


def settable_story(story: Story, faults: list[Diagnostic]) -> Story:
    """The story with what is not applied yet as plain paragraphs; each is answered where it stands."""
    blocks = [each for block in story.blocks for each in _blocks(block, faults)]
    notes = story.notes
    if not is_applied("note"):
        blocks += [each for note in notes for each in _note_as_items(note, faults)]
        notes = ()
    else:
        notes = tuple(
            replace(note, paragraphs=tuple(_paragraph(each, faults) for each in note.paragraphs)) for note in notes
        )
    return replace(story, blocks=tuple(blocks), notes=notes)


def _blocks(block: Block, faults: list[Diagnostic]) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield _paragraph(block, faults)
        case Table():
            yield _table(block, faults)
        case PullQuote():
            answer("pull", "a pull quote (::: pull)", block.location, faults)
            paragraphs = tuple(_paragraph(each, faults) for each in block.paragraphs)
            if is_applied("pull"):
                yield replace(block, paragraphs=paragraphs)
            else:
                yield from paragraphs
        case Roster():
            answer("roster", "a roster (::: roster)", block.location, faults)
            names = tuple(_pieces(name, faults) for name in block.names)
            yield replace(block, names=names) if is_applied("roster") else _names_as_text(names, block.location)
        case Aside():
            answer("aside", "an aside (::: aside)", block.location, faults)
            title = _pieces(block.title, faults)
            inner = tuple(each for part in block.blocks for each in _blocks(part, faults))
            if is_applied("aside"):
                yield replace(block, title=title, blocks=inner)
            else:
                if title:
                    yield Paragraph(title, title[0].location, "crosshead")
                yield from inner
        case _:
            yield block


def _paragraph(paragraph: Paragraph, faults: list[Diagnostic]) -> Paragraph:
    kind = paragraph.kind
    if kind in ("section", "sign", "verse"):
        answer(kind, f"a paragraph of kind {kind}", paragraph.location, faults)
    kind = kind if is_applied(kind) else _AS_KIND.get(kind, kind)
    return replace(paragraph, kind=kind, pieces=_pieces(paragraph.pieces, faults))


def _pieces(pieces: Iterable[Piece], faults: list[Diagnostic]) -> tuple[Piece, ...]:
    """Dots and underlines go, ruby follows in brackets, and so do the labels of notes."""
    done: list[Piece] = []
    for piece in pieces:
        if piece.mark:
            answer(
                piece.mark, {"dots": "emphasis dots", "underline": "an underline"}[piece.mark], piece.location, faults
            )
        plain = piece if not piece.mark or is_applied(piece.mark) else replace(piece, mark="")
        if piece.note and not is_applied("note"):
            plain = replace(plain, text=f"〔{piece.text}〕", note="")
        done.append(plain)
        if piece.ruby:
            answer("ruby", "ruby", piece.location, faults)
            if not is_applied("ruby"):
                done[-1] = replace(plain, text=f"{plain.text}（{piece.ruby}）", ruby="")
    return tuple(done)


def _table(table: Table, faults: list[Diagnostic]) -> Table:
    if table.spans:
        answer("spans", "a table's cell over several", table.location, faults)
    rows = tuple(tuple(_pieces(cell, faults) for cell in row) for row in table.rows)
    return replace(table, rows=rows, spans=table.spans if is_applied("spans") else ())


def _names_as_text(names: Iterable[tuple[Piece, ...]], place: Location) -> Paragraph:
    pieces: list[Piece] = []
    for name in names:
        if pieces:
            pieces.append(Piece("、", name[0].location))
        pieces += name
    return Paragraph(tuple(pieces), place)


def _note_as_items(note: Note, faults: list[Diagnostic]) -> Iterator[Paragraph]:
    answer("note", "a note", note.location, faults)
    for number, paragraph in enumerate(note.paragraphs):
        label = "" if number else f"〔{note.label}〕"
        yield replace(_paragraph(paragraph, faults), kind="item", label=label)
