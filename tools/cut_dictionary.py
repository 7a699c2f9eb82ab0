"""Cut jieba's dictionary to what serves the breaking of heads: ``python tools/cut_dictionary.py dict.txt``.

``dict.txt`` is that of jieba 0.42.1 (MIT): a word a line, with its frequency and part of speech. What is written to
src/bulletin_layout/typeset/wordlists/words.txt has the words of one to four characters that are frequent enough.
Those that begin with one character stand on one line: it, then every word without it, and after each a letter that
says how frequent the word is, as a power of two (a: 2, b: 4 …). So a word is found without reading all the others.
"""

import re
import sys
from collections import defaultdict
from math import log2
from pathlib import Path

OUTPUT = Path(__file__).parents[1] / "src/bulletin_layout/typeset/wordlists/words.txt"
#: The least frequency of a word, by its length. jieba tags some words as names of persons that are none (博士后, 廉政);
#: only the frequent ones are kept, for names are found by their surnames.
LEAST = {1: 50, 2: 40, 3: 13, 4: 50}
LEAST_OF_PERSONS = {1: 50, 2: 120, 3: 40, 4: 200}
PERSONS = ("nr", "nrt", "nrfg")


def main(source: Path) -> None:
    """Write the cut of a dictionary."""
    lines: dict[str, list[str]] = defaultdict(list)
    for line in source.read_text(encoding="utf-8").splitlines():
        word, count, *kind = line.split(" ")
        least = LEAST_OF_PERSONS if kind and kind[0] in PERSONS else LEAST
        if re.fullmatch("[\u4e00-\u9fff]{1,4}", word) and _simplified(word) and int(count) >= least[len(word)]:
            lines[word[0]].append(word[1:] + chr(96 + round(log2(int(count)))))
    written = (f"{first} {' '.join(sorted(words))}\n" for first, words in sorted(lines.items()))
    OUTPUT.write_text("".join(written), encoding="utf-8")
    print(f"{sum(map(len, lines.values()))} words, {OUTPUT.stat().st_size} bytes")


def _simplified(word: str) -> bool:
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]))
