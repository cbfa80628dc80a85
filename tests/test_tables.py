"""The tables in the documents are those of the code."""

import pytest

from docs.tables import FOLDER, TABLES


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_the_codes(name: str) -> None:
    """Write it anew with ``make docs``."""
    assert (FOLDER / name).read_text(encoding="utf-8") == TABLES[name]()
