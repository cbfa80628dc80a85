"""What a package says it gives, it gives."""

from importlib import import_module

import pytest

PACKAGES = [
    "constructs_lib",
    "constructs_lib.declarations",
    "constructs_lib.profiles",
    "constructs_lib.rendering",
    "constructs_lib.rules",
    "constructs_lib.settings",
]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_that_a_package_gives_is_there(package: str) -> None:
    module = import_module(package)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
