"""Write the generated tables anew: ``make docs``, or ``python -m docs rules.md`` for one of them."""

import sys

from docs.tables import FOLDER, SCANNED, SYNTHESIZED, TABLES

_all = {**TABLES, **SYNTHESIZED, **SCANNED}
for _name in sys.argv[1:] or _all:
    (FOLDER / _name).write_text(_all[_name](), encoding="utf-8")
    print(f"docs/{_name}")
