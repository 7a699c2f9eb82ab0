"""What a process keeps from build to build (记忆), so that the next one makes only what changed anew."""

from dataclasses import dataclass, field

from bulletin_layout import compose
from bulletin_layout.reading import ReadingMemory


@dataclass(slots=True)
class Memory:
    """One for each stage of the pipeline. It serves one build at a time."""

    reading: ReadingMemory = field(default_factory=ReadingMemory)
    composing: compose.Memory = field(default_factory=compose.Memory)
