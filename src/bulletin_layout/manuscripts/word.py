"""A Word file (.docx, .docm, .dotx) to a manuscript: opens its parts, reads its body and notes, lists what is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal, assert_never

from bulletin_layout.manuscripts.context import Comment, Context
from bulletin_layout.manuscripts.document import read_blocks
from bulletin_layout.manuscripts.losses import Losses
from bulletin_layout.manuscripts.matter import Box, Grid, Manuscript, Matter, Paragraph, Shot
from bulletin_layout.manuscripts.numbering import Numbering
from bulletin_layout.manuscripts.package import Package, PackageError, Relation
from bulletin_layout.manuscripts.refusals import RefusedError
from bulletin_layout.manuscripts.styles import Styles
from bulletin_layout.manuscripts.xml import Node

Changes = Literal["ask", "accept", "reject"]
Comments = Literal["list", "keep"]

_MAIN: Final = "word/document.xml"
_TEMPLATES: Final = ("attachedTemplate", "subDocument", "frame")


def read_word(data: bytes, path: str, changes: Changes = "accept", comments: Comments = "list") -> Manuscript:
    """Read a Word file. ``path``: the name for findings; ``changes``: whether tracked changes count as accepted (also
    for ``ask``) or rejected; ``comments``: whether they are listed, or become remarks. RefusedError: it cannot be
    read."""
    try:
        return _read(Package(data), path, accept=changes != "reject", keep=comments == "keep")
    except PackageError as problem:
        raise RefusedError(problem.flaw) from None
    except RecursionError:
        raise RefusedError("large") from None


def _read(package: Package, path: str, *, accept: bool, keep: bool) -> Manuscript:
    main = _main(package)
    root = package.xml(main)
    body = root.first("w:body") if root is not None else None
    if body is None:
        raise PackageError("damaged")
    losses = Losses(path)
    losses.line = 0
    relations = package.relations(main)
    styles = Styles(_related(package, relations, "styles"), accept=accept)
    numbering = Numbering(_related(package, relations, "numbering"), styles)
    spoken = _comments(_related(package, relations, "comments"), losses)
    context = Context(package, main, relations, styles, numbering, losses, spoken, read_blocks, accept, keep)
    blocks = read_blocks(context, body.children)
    notes = _notes(context)
    _drop_others(context, body)
    _drop_looks(blocks, losses)
    return Manuscript(blocks, losses.findings(), notes, changes=losses.changes)


def _main(package: Package) -> str:
    """The name of the part that is the document. RefusedError: it is none of Word's."""
    names = [one.target for one in package.relations().values() if one.kind == "officeDocument"]
    main = next((name for name in names if name in package.names), _MAIN)
    kind = package.types().get(main, "wordprocessingml")
    if main not in package.names or "wordprocessingml" not in kind:
        if "word/" in "".join(package.names):
            raise PackageError("damaged")
        raise RefusedError("zip" if "[Content_Types].xml" in package.names else "archive")
    return main


def _related(package: Package, relations: dict[str, Relation], kind: str) -> Node | None:
    """The part of a kind that the document refers to."""
    return next((package.xml(one.target) for one in relations.values() if one.kind == kind and not one.external), None)


def _comments(root: Node | None, losses: Losses) -> dict[str, Comment]:
    return {
        node.get("w:id"): Comment(
            losses.clean(node.get("w:author") or "?"), losses.clean("".join(part.text for part in node.within("w:t")))
        )
        for node in (root.all("w:comment") if root is not None else ())
    }


def _notes(context: Context) -> dict[str, tuple[Paragraph, ...]]:
    """The notes that the text refers to, by label. A note does not refer to others."""
    found: dict[str, tuple[Paragraph, ...]] = {}
    inner: dict[str, Context] = {}
    for (kind, id), label in [*context.notes.items()]:
        if kind not in inner:
            part = context.part_of(kind)
            inner[kind] = replace(context, part=part, relations=context.package.relations(part), notes={}, fields=[])
        node = context.note(kind, id)
        blocks = read_blocks(inner[kind], node.children) if node is not None else ()
        found[label] = tuple(
            replace(each, runs=tuple(run for run in each.runs if not run.note)) for each in _in_note(context, blocks)
        )
    return found


def _in_note(context: Context, blocks: Sequence[Matter]) -> Iterator[Paragraph]:
    """The paragraphs of a note, also those in its tables and boxes; pictures in it are listed."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Shot():
                context.losses.drop("note-picture", block.alt)
            case Box():
                yield from _in_note(context, block.blocks)
            case Grid():
                for row in block.rows:
                    yield from (each for cell in row for each in _in_note(context, cell.blocks))
            case _:
                assert_never(block)


def _paragraphs(blocks: Sequence[Matter]) -> Iterator[Paragraph]:
    return (block for block in blocks if isinstance(block, Paragraph))


def _drop_others(context: Context, body: Node) -> None:
    """List what stands beside the body: heads and feet of pages, breaks, macros, files outside."""
    losses, package = context.losses, context.package
    for relation in context.relations.values():
        if relation.kind in ("header", "footer") and not relation.external:
            root = package.xml(relation.target)
            parts = root.within("w:t", "v:textpath") if root is not None else ()
            text = "".join(part.text or part.get("string") for part in parts)  # a watermark is a text on a path
            if text.strip():
                losses.drop("header", text)
        elif relation.external and relation.kind in _TEMPLATES:
            losses.drop("template")
    settings = next((one.target for one in context.relations.values() if one.kind == "settings"), "")
    if settings and any(one.external for one in package.relations(settings).values()):
        losses.drop("template")
    if any(name.rpartition("/")[2].lower() == "vbaproject.bin" for name in package.names):
        losses.drop("macros")
    for _ in (each for paragraph in body.all("w:p") for each in paragraph.within("w:sectPr")):
        losses.drop("break")


def _drop_looks(blocks: Sequence[Matter], losses: Losses) -> None:
    """List fonts and colours once for all."""
    looks = {run.look for block in _paragraphs(blocks) for run in block.runs if run.text.strip()}
    if len({(look.face, look.size) for look in looks}) > 1:
        losses.drop("font")
    if any(look.coloured for look in looks):
        losses.drop("colour")
