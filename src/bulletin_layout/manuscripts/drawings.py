"""Drawings of a Word file (图形): pictures, text boxes and what cannot be kept, in both forms, DrawingML and VML."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings.catalogue import word_files as said
from bulletin_layout.manuscripts.context import Context, chosen
from bulletin_layout.manuscripts.losses import quoted
from bulletin_layout.manuscripts.matter import Box, Matter, Paragraph, Run, Shot
from bulletin_layout.manuscripts.package import PackageError
from bulletin_layout.manuscripts.shots import Crop, shot_of
from bulletin_layout.manuscripts.xml import Node

_THOUSANDTHS: Final = 100_000
_SIDES: Final = ("l", "t", "r", "b")
#: Old equation editors, which stand as objects with a preview.
_EQUATIONS: Final = ("equation", "mathtype")
#: A description that no author wrote: a file's name, an address, what Word or a camera calls a picture, a guess.
_MACHINE_MADE: Final = re.compile(
    r"(?:https?:|file:|[a-z]:\\)|.{0,200}\.(?:jpe?g|png|gif|bmp|tiff?|[ew]mf|webp|heic)$|[0-9a-f_-]{12,}$"
    r"|(?:图片|图像|图形|图示|图表|文本框|picture|image|graphic|text box|img|dsc|微信图片|qq图片|mmexport|截图|屏幕截图"
    r"|屏幕快照)[ _-]?[0-9a-z._-]*$|.{0,400}(?:描述已自动生成|AI 生成的内容可能不正确|automatically generated"
    r"|AI-generated content may be incorrect)",
    re.IGNORECASE | re.DOTALL,
)


def drawn(context: Context, node: Node) -> tuple[Matter, ...]:
    """What a ``w:drawing``, ``w:pict`` or ``w:object`` holds, in order."""
    if node.tag == "w:object":
        return _object(context, node)
    found = tuple(_drawn(context, node.children, _description(node)))
    if not found and not _is_named(node):
        context.losses.drop("drawing", _description(node))
    return found


def _is_named(node: Node) -> bool:
    """Whether what is in it was reported by itself."""
    return any(True for _ in node.within("a:blip", "v:imagedata", "c:chart", "dgm:relIds"))


def _description(node: Node) -> str:
    """The alternative text that the author gave."""
    named = next(node.within("wp:docPr", "v:shape"), None)
    if named is None:
        return ""
    text = (named.get("descr") or named.get("title") or named.get("alt")).strip()
    return "" if _MACHINE_MADE.match(text) else text


def _drawn(context: Context, nodes: tuple[Node, ...], alt: str) -> Iterator[Matter]:
    for node in nodes:
        match node.tag:
            case "mc:AlternateContent":
                yield from _drawn(context, chosen(node), alt)
            case "pic:pic":
                yield from _picture(context, node, alt)
            case "v:imagedata":
                yield from _image(context, node.get("r:id") or node.get("o:relid"), (0, 0, 0, 0), alt)
            case "w:txbxContent":
                blocks = context.blocks(context, node.children)
                if blocks:
                    context.losses.drop("box-place")
                    yield Box(blocks, context.losses.line)
            case "v:textpath":
                text = node.get("string").strip()
                if text:
                    yield Box((Paragraph((Run(text),), context.losses.line),), context.losses.line)
            case "c:chart":
                context.losses.drop("chart", _text_of(context, node.get("r:id"), "a:t", "c:v") or alt)
            case "dgm:relIds":
                context.losses.drop("diagram", _text_of(context, node.get("r:dm"), "a:t") or alt)
            case _:
                yield from _drawn(context, node.children, alt)


def _text_of(context: Context, id: str, *tags: str) -> str:
    """The words of a chart or a diagram, which stand in a part of their own; "" when that cannot be read."""
    relation = context.relations.get(id)
    try:
        root = context.package.xml(relation.target) if relation is not None and not relation.external else None
    except PackageError:
        return ""
    words = (part.text.strip() for part in (root.within(*tags) if root is not None else ()))
    return " ".join(dict.fromkeys(filter(None, words)))


def _picture(context: Context, node: Node, alt: str) -> Iterator[Matter]:
    blip = node.first("pic:blipFill", "a:blip")
    if blip is None:
        return
    turned = node.first("pic:spPr", "a:xfrm")
    if any(child.tag != "a:extLst" for child in blip.children) or (
        turned is not None and turned.get("rot", "0") != "0"
    ):
        context.losses.drop("picture-format")
    cut = node.first("pic:blipFill", "a:srcRect")
    sides = tuple(_share(cut.get(side)) if cut is not None else 0.0 for side in _SIDES)
    id, link = blip.get("r:embed"), blip.get("r:link")
    yield from _image(context, id or link, (sides[0], sides[1], sides[2], sides[3]), alt)


def _share(text: str) -> float:
    """A part of the picture's side; ISO/IEC 29500-1 writes percents, others thousandths of them."""
    try:
        share = float(text.rstrip("%")) / (100 if text.endswith("%") else _THOUSANDTHS) if text else 0.0
    except ValueError:
        return 0.0
    return share if 0 < share < 1 else 0.0


def _image(context: Context, id: str, cut: Crop, alt: str) -> Iterator[Matter]:
    relation = context.relations.get(id)
    if relation is not None and relation.external:
        target = quoted(relation.target, 80)
        context.losses.say(lambda place: said.linked_picture(place, target=target))
        return
    data = context.package.read(relation.target) if relation is not None else None
    name = relation.target if relation is not None else ""
    shot = shot_of(data, name, cut, context.losses.line, alt) if data else None
    if shot is None:
        context.losses.say(said.lost_picture)
    else:
        yield shot


def old_equation(node: Node) -> str:
    """The program of a ``w:object`` that is an equation of an old editor; "" when it is something else."""
    program = _program(node)
    return program if program.lower().startswith(_EQUATIONS) else ""


def _program(node: Node) -> str:
    named = next(node.within("o:OLEObject"), None)
    return named.get("ProgID") if named is not None else ""


def _object(context: Context, node: Node) -> tuple[Matter, ...]:
    """The preview of an embedded object."""
    context.losses.drop("object", _program(node))
    return tuple(each for each in _drawn(context, node.children, "") if not isinstance(each, Shot) or _is_usual(each))


def _is_usual(shot: Shot) -> bool:
    """Whether a preview can be printed; Word makes most of them as metafiles, which say nothing that the object does
    not."""
    return shot.ending not in ("emf", "wmf")
