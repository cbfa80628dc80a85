"""For your own tests: what the rules say of a stack or template, and the settings of a pool in it.

from constructs_lib.testing import findings_in, settings_in

def test_nothing_that_aws_would_refuse():
assert [found for found in findings_in(stack) if found.severity == "error"] == []

def test_users_choose_long_passwords():
assert settings_in(stack).password_policy.min_length >= 12
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from constructs_lib.judging import judge_sources
from constructs_lib.readers.templates.template import read_template
from constructs_lib.rendering.read import read, read_identity_pool
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json
from constructs_lib.rules.finding import Finding, in_order
from constructs_lib.settings import IdentityPoolSettings, UserPoolSettings

if TYPE_CHECKING:
    from typing import TypeAlias

    from aws_cdk import Stack
    from aws_cdk.assertions import Template

    Tested: TypeAlias = Stack | Template | Mapping[str, Any]
    """A stack, a template of `aws_cdk.assertions`, or a template as plain data."""


def findings_in(tested: Tested, deployment: Deployment | None = None) -> list[Finding]:
    """Tell what the rules say of all Cognito resources, hand-written ones too; acknowledged or not.

    Args:
        tested: What is judged.
        deployment: Where it will live. Default: what the stack says, else unknown.
    """
    template = _template(tested)
    where = deployment or _deployment(tested)
    return in_order([placed.finding for placed in judge_sources(read_template(template, "template", where))])


def settings_in(tested: Tested, pool: str | None = None) -> UserPoolSettings:
    """Read a user pool and everything around it, hand-written or not, as settings.

    Args:
        tested: What it stands in.
        pool: The logical id of the pool. Default: the only one there is.

    Raises:
        ValueError: There is no such pool, or several and none is named.
    """
    return read(_template(tested).get("Resources", {}), pool).settings


def identity_pool_settings_in(tested: Tested, pool: str | None = None) -> IdentityPoolSettings:
    """Read an identity pool and everything around it as settings.

    Args:
        tested: What it stands in.
        pool: The logical id of the identity pool. Default: the only one there is.

    Raises:
        ValueError: There is no such identity pool, or several and none is named.
    """
    return read_identity_pool(_template(tested).get("Resources", {}), pool).settings


def _template(tested: Any) -> dict[str, Json]:
    if isinstance(tested, Mapping):
        return dict(tested)
    from aws_cdk.assertions import Template

    return dict((tested if isinstance(tested, Template) else Template.from_stack(tested)).to_json())


def _deployment(tested: Tested) -> Deployment:
    if isinstance(tested, Mapping):
        return Deployment()
    from aws_cdk import Stack

    from constructs_lib.cdk.stack import facts_of

    return facts_of(tested).deployment if isinstance(tested, Stack) else Deployment()
