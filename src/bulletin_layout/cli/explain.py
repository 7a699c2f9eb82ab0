"""``bulletin explain``: prints what the code of a finding means, how to mend it, and an example."""

import sys

from bulletin_layout.cli.words import no_such_code
from bulletin_layout.findings.catalogue import catalogue
from bulletin_layout.findings.documents import explained
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import text
from bulletin_layout.languages import Language


def explain(code: str, language: Language) -> int:
    """Print the entry of a code; ``error[overset]`` and ``[overset]`` mean ``overset``. Exit code: 2 if there is
    none."""
    name = code.rpartition("[")[2].rstrip("]:").lower()
    entry = catalogue().get(name)
    if entry is None:
        print(text(no_such_code(code, nearest(name, catalogue())), language), file=sys.stderr)
        return 2
    print(explained(entry, language))
    return 0
