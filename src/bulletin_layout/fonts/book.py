"""The publication's families (字族) and which face sets which character."""

from bulletin_layout.fonts.face import Face


class FontBook:
    """The families of fonts.yaml; opens each file when it is first needed."""

    def face(self, family: str, weight: str) -> Face:
        """The face of a family in a weight. KeyError if there is none (reading has reported that already)."""
        raise NotImplementedError

    def face_for(self, family: str, weight: str, char: str) -> Face | None:
        """The first face that covers the character: the family's own, then the fallback order. None: no font has it."""
        raise NotImplementedError
