"""Write what is made from the tables of keys and of findings: docs/reference and docs/findings in both languages, and
schemas/ (``make reference``)."""

from pathlib import Path

from bulletin_layout.findings import documents as findings
from bulletin_layout.reading.schema.reference import documents

_ROOT = Path(__file__).parents[1]

for name, text in (documents() | findings.documents()).items():
    (_ROOT / name).parent.mkdir(exist_ok=True)
    (_ROOT / name).write_text(text, encoding="utf-8", newline="\n")
