"""Pools as other people write them, taken over: the new app says of each resource what the old one said."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template

from constructs_lib.adopting.adoption import KINDS, Adoption
from constructs_lib.adopting.from_template import adopt_from_template, path_of
from constructs_lib.readers.templates.template import read_template
from constructs_lib.resources.model import of_type
from tests.adopting.running import add
from tests.foreign import around_stacks, identity_stacks, stacks

REFUSED = "attributes_of_all_kinds"
"""AWS itself refuses this pool, and so does the construct: nobody can have it."""

WRITTEN = {f"users_{name}": write for name, write in stacks.STACKS.items() if name != REFUSED}
WRITTEN |= {f"identities_{name}": write for name, write in identity_stacks.STACKS.items()}
assert around_stacks  # it notes its stacks among those of `stacks`

SPELLED_ANEW = {
    "EnabledMfas": ["EMAIL_OTP", "SMS_MFA"],
    "Policies": {"PasswordPolicy": {"MinimumLength": 12}},
    "UsernameConfiguration": {"CaseSensitive": False},
}
"""What of the stack with overrides CDK writes in the spelling that CloudFormation takes it for."""


def synthesized(written: dict[str, Callable[[cdk.Stack], None]], *, paths: bool) -> dict[str, Any]:
    """Synthesize all stacks in one app, as the command line does it."""
    context = {"aws:cdk:enable-path-metadata": True} if paths else {}
    app = cdk.App(analytics_reporting=False, context=context)
    made = {name: cdk.Stack(app, name.title().replace("_", "")) for name in written}
    for name, scope in made.items():
        written[name](scope)
    return {name: Template.from_stack(scope).to_json() for name, scope in made.items()}


def adopted(template: Any) -> Iterator[Adoption]:
    for kind in KINDS:
        for pool, _ in of_type(template["Resources"], kind):
            yield adopt_from_template(template, "template", pool, [*read_template(template, "template")])


def said(template: Any, adoptions: list[Adoption]) -> dict[str, Any]:
    """Give the resources that were adopted, and those that are made beside them, without their paths."""
    names = {name for adoption in adoptions for name in (*adoption.own, *adoption.kept)}
    resources = {name: dict(template["Resources"][name]) for name in names if name in template["Resources"]}
    for resource in resources.values():
        if path_of(resource) is not None:
            resource["Metadata"] = {name: it for name, it in resource["Metadata"].items() if name != "aws:cdk:path"}
        if resource.get("Metadata") == {}:
            del resource["Metadata"]
    return resources


@pytest.fixture(scope="module", params=[True, False], ids=["with paths", "without paths"])
def both(request: pytest.FixtureRequest) -> dict[str, tuple[Any, Any, list[Adoption]]]:
    """Adopt every pool of every stack, and put it into a new app's stack of the same name."""
    old = synthesized(WRITTEN, paths=request.param)
    adoptions = {name: [*adopted(template)] for name, template in old.items()}

    def write(name: str, scope: cdk.Stack) -> None:
        for adoption in adoptions[name]:
            add(adoption, scope)

    new = synthesized({name: partial(write, name) for name in WRITTEN}, paths=request.param)
    return {name: (old[name], new[name], adoptions[name]) for name in WRITTEN}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_new_app_says_what_the_old_one_said(name: str, both: dict[str, tuple[Any, Any, list[Adoption]]]) -> None:
    old, new, adoptions = both[name]
    before = said(old, adoptions)
    if name == "users_overrides":
        before["PoolD3F588B8"]["Properties"] |= SPELLED_ANEW
    assert said(new, adoptions) == before


@pytest.mark.parametrize("name", WRITTEN)
def test_nothing_is_made_that_was_not_there(name: str, both: dict[str, tuple[Any, Any, list[Adoption]]]) -> None:
    old, new, _ = both[name]
    assert new["Resources"].keys() <= old["Resources"].keys()
