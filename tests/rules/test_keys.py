"""Rules about the keys of resources."""

from typing import Any

import pytest

from constructs_lib import AppClient, Group, UserPoolSettings, check
from constructs_lib.resources.model import USER_POOL, Resources
from constructs_lib.resources.values import FragmentName
from constructs_lib.rules import judge
from constructs_lib.rules.prefixes import PREFIXES
from constructs_lib.rules.topics.keys import KEYED, REFERRING
from tests.rules.case import Case, group

_SOURCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html"


_REF = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html"


def _resource(kind: str, name: str, **properties: Any) -> Resources:
    return {name: {"Type": kind, "Properties": properties}}


def _naming(kind: str, name: str) -> Resources:
    return _resource(kind, "Other", Name={"Fn::Join": ["", ["a", {"Ref": name}]]})


def _by_key(kind: str, key: str) -> Resources:
    return _naming(kind, FragmentName("Group", key, "groups"))


CASES = [
    *(
        Case(
            rule=f"{PREFIXES[kind]}.key-characters",
            fails=_resource(kind, "Web/App"),
            says=f"""\
Web/App: must have a key that a logical id can be made of, got 'Web/App'
   allowed: letters, digits, - and _
   fix: choose another key; the name that people see is a setting of its own
   [{PREFIXES[kind]}.key-characters] {_SOURCE}""",
            passes=_resource(kind, "Web-App_2"),
            silent=_resource(kind, "Web"),
        )
        for kind in KEYED
    ),
    *(
        Case(
            rule=f"{PREFIXES[kind]}.key-unknown",
            fails=group("Groupadmins") | _by_key(kind, "admin"),
            says=f"""\
Other.Name: refers to groups["admin"], which is not there
   allowed: groups["admins"]
   fix: correct the key, or add what it names
   [{PREFIXES[kind]}.key-unknown] {_REF}""",
            passes=group("Groupadmins") | _by_key(kind, "admins"),
            silent=_naming(kind, "Parameter"),
        )
        for kind in REFERRING
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


def test_the_keys_that_there_are_are_named() -> None:
    def allowed(resources: Resources) -> set[str]:
        findings = judge(resources | _by_key(USER_POOL, "admin"))
        return {finding.allowed for finding in findings if finding.rule.endswith(".key-unknown")}

    assert allowed(group("Groupreaders") | group("Groupadmins")) == {'groups["admins"], groups["readers"]'}
    assert allowed({}) == {"nothing: there is none"}
