"""Results that a process keeps from build to build (记忆), so that the next build processes only what has changed."""

from dataclasses import field

from bulletin_layout import compose, imprint, preflight
from bulletin_layout.proofreading import ProofMemory
from bulletin_layout.reading import ReadingMemory
from bulletin_layout.render.drawn import DrawingMemory
from bulletin_layout.values import dataclass


@dataclass(slots=True)
class Memory:
    """The memories of all stages of the pipeline. Serves one build at a time: of the same issue again, or of several
    issues one after another, which share their fonts and colour transforms."""

    reading: ReadingMemory = field(default_factory=ReadingMemory)
    composing: compose.Memory = field(default_factory=compose.Memory)
    drawing: DrawingMemory = field(default_factory=DrawingMemory)
    judging: preflight.Memory = field(default_factory=preflight.Memory)
    law: imprint.Memory = field(default_factory=imprint.Memory)
    proofs: ProofMemory = field(default_factory=ProofMemory)
