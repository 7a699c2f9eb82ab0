"""One plate of a printing press (分色版)."""

from bulletin_layout.values import NamedTuple


class Plate(NamedTuple):
    """The plate of one ink: its image as a PNG file, black where it prints, and its mean ink (0–255) in squares, rows
    from the top. ``inked``: it prints anything at all."""

    name: str
    png: bytes
    columns: int
    rows: int
    ink: bytes
    inked: bool
