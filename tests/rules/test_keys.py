"""Rules about the keys of resources."""

from typing import Any

import pytest

from constructs_lib import AppClient, Group, UserPoolSettings, check
from constructs_lib.resources.model import Resources
from tests.rules.case import Case, client, group

_SOURCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html"


def _named(name: str, resources: Resources) -> Resources:
    (resource,) = resources.values()
    return {name: resource}


CASES = [
    Case(
        rule="app-client.key-characters",
        fails=_named("Web/App", client()),
        says=f"""\
Web/App: must have a key that a logical id can be made of, got 'Web/App'
   allowed: letters, digits, - and _
   fix: choose another key; the name that people see is a setting of its own
   [app-client.key-characters] {_SOURCE}""",
        passes=_named("Web-App_2", client()),
        silent=_named("Web", client()),
    ),
    Case(
        rule="group.key-characters",
        fails=_named("The admins", group()),
        says=f"""\
The admins: must have a key that a logical id can be made of, got 'The admins'
   allowed: letters, digits, - and _
   fix: choose another key; the name that people see is a setting of its own
   [group.key-characters] {_SOURCE}""",
        passes=_named("The-admins", group()),
        silent=_named("Admins", group()),
    ),
]


@pytest.mark.parametrize(
    ("settings", "path"),
    [
        (UserPoolSettings(app_clients={"web/app": AppClient()}), 'app_clients["web/app"]'),
        (UserPoolSettings(groups={"the admins": Group()}), 'groups["the admins"]'),
    ],
)
def test_the_key_is_told_as_it_was_written(settings: UserPoolSettings, path: Any) -> None:
    assert path in [finding.path for finding in check(settings) if finding.severity == "error"]
