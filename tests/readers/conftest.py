"""Both parsers of PyYAML must give the same: libyaml's, and the one in Python where there is no libyaml."""

import pytest
import yaml

from constructs_lib.readers.documents import yaml_text


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with one parser, then with the other."""
    monkeypatch.setattr(yaml_text, "Parser", request.param)
