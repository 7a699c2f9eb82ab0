"""Where words end (词的分界), by the dictionary that heads are broken with.

It is read when it is first asked: few texts have anything that needs it.
"""

from typing import Final

from bulletin_layout.typeset.dictionary import dictionary

#: The longest word that is looked for, less one.
_LONGEST: Final = 3
#: They belong to the word before them.
PARTICLES: Final = frozenset("的地得了着过们")


def is_joint(words: str, at: int) -> bool:
    """Whether a word, or one of ``PARTICLES``, may begin at a character of these words, or they end there."""
    from bulletin_layout.typeset.segments import word_starts

    return not 0 < at < len(words) or words[at] in PARTICLES or at in word_starts(words, dictionary()).sure


def is_within_word(words: str, at: int) -> bool:
    """Whether a word of the dictionary stands across the joint before a character, and none ends or begins there."""
    known = [
        (start, end)
        for start in range(max(0, at - _LONGEST), at + 1)
        for end, _ in dictionary().words_at(words, start)
        if end - start > 1
    ]
    return any(start < at < end for start, end in known) and not any(at in ends for ends in known)
