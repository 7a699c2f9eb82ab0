"""Results that a process keeps from build to build (记忆), so that the next build processes only what has changed."""

from dataclasses import field

from bulletin_layout import compose
from bulletin_layout.reading import ReadingMemory
from bulletin_layout.values import dataclass


@dataclass(slots=True)
class Memory:
    """The memories of all stages of the pipeline. Serves one build at a time."""

    reading: ReadingMemory = field(default_factory=ReadingMemory)
    composing: compose.Memory = field(default_factory=compose.Memory)
