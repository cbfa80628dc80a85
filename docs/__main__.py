"""Write the generated tables anew: ``make docs``."""

from docs.tables import FOLDER, TABLES

for _name, _table in TABLES.items():
    (FOLDER / _name).write_text(_table(), encoding="utf-8")
    print(f"docs/{_name}")
