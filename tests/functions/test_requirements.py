"""What runs in Lambda is what is tested: the same versions, from the same files."""

import os
import re
from pathlib import Path

import pytest

from constructs_lib.functions import authorizer

ROOT = Path(__file__).parent.parent.parent
AUTHORIZER = Path(authorizer.__path__[0]) / "requirements.txt"
LISTS = {AUTHORIZER: ("cffi", "cryptography", "pyjwt", "typing-extensions")}


def _pinned(name: str) -> str:
    """Give version and hashes of a package for any Python, as the checkout's own environment has them."""
    listed = (ROOT / "requirements/dev.txt").read_text(encoding="utf-8")
    [(version, hashes)] = re.findall(rf"^{name}==(\S+).*\n((?:    --hash=.*\n)+)", listed, re.MULTILINE)
    return " \\\n    ".join([f"{name}=={version}", *re.findall(r"--hash=\S+", hashes)]) + "\n"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.parent.name)
def test_a_list_is_at_the_versions_of_the_tests(path: Path) -> None:
    """Write it anew with ``PIN=1``."""
    text = path.read_text(encoding="utf-8")
    why = "".join(re.findall(r"^#.*\n", text, re.MULTILINE))
    wanted = why + "".join(map(_pinned, LISTS[path]))
    if os.environ.get("PIN"):
        path.write_text(wanted, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == wanted
