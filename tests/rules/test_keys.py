"""Rules about the keys of resources."""

from typing import Any

import pytest

from constructs_lib import AppClient, Group, UserPoolSettings, check
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import FragmentName
from tests.rules.case import Case, client, group, pool
from tests.rules.test_resource_servers import server

_SOURCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html"


def _named(name: str, resources: Resources) -> Resources:
    (resource,) = resources.values()
    return {name: resource}


def _asking(name: str) -> Resources:
    return client(AllowedOAuthScopes=["openid", {"Fn::Join": ["", [{"Ref": name}, "/read"]]}])


def _by_key(key: str) -> Resources:
    return _asking(FragmentName("ResourceServer", key, "resource_servers"))


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
        rule="resource-server.key-characters",
        fails=_named("Orders API", server()),
        says=f"""\
Orders API: must have a key that a logical id can be made of, got 'Orders API'
   allowed: letters, digits, - and _
   fix: choose another key; the name that people see is a setting of its own
   [resource-server.key-characters] {_SOURCE}""",
        passes=_named("Orders-API", server()),
        silent=_named("Orders", server()),
    ),
    Case(
        rule="app-client.key-unknown",
        fails=pool() | server("ResourceServerorders") | _by_key("order"),
        says="""\
Client.AllowedOAuthScopes[1]: refers to resource_servers["order"], which is not there
   allowed: resource_servers["orders"]
   fix: correct the key, or add what it names
   [app-client.key-unknown] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html""",
        passes=pool() | server("ResourceServerorders") | _by_key("orders"),
        silent=pool() | _asking("Parameter"),
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
