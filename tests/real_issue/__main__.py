"""Write the real issue as a publication, to be built and looked at like any other:

python -m tests.real_issue FOLDER && cd FOLDER && bulletin build 2023-06
"""

import sys
from pathlib import Path

from tests.real_issue.convert import SEED, write_publication

if not SEED.is_dir():
    sys.exit("the real issue needs ../shared/seed-issue")
print(write_publication(Path(sys.argv[1])))
