"""The lock of an app: what can never be changed of its pools is compared with a committed file at each synthesis.

https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jsii
from aws_cdk import (
    Acknowledgment,
    App,
    IPolicyValidationContext,
    IPolicyValidationPlugin,
    PolicyValidationPluginReport,
    PolicyValidationStack,
    PolicyViolatingResource,
    PolicyViolation,
    Validations,
)
from constructs import Construct

from constructs_lib.cdk.family import NOT_LOCKED
from constructs_lib.cdk.stack import LOCKED
from constructs_lib.cdk.validation import Plugin, deployment_of, template_at
from constructs_lib.lifecycle.lock import Lock, Pools, StackName
from constructs_lib.lifecycle.lock_file import read_lock
from constructs_lib.lifecycle.locking import differences, pools_in
from constructs_lib.readers.source import UnreadableError

NAME = "userpool-lock"
DIFFERS, NOT_RECORDED, UNREADABLE = "differs", "not-recorded", "unreadable"


def lock_user_pools(scope: Construct, file: str = "userpool.lock.json") -> None:
    """Compare all user pools of an app or stack with a lock, hand-written ones too, whenever it is synthesized.

    What differs from it fails the synthesis, with both values, what AWS would do, and the ways out; what may be added
    (custom attributes, app clients, domains, groups, identity providers) is told as a warning until ``userpool lock``
    has recorded it. Nothing is ever written here. Of an app, a stack that is recorded and not there any more is a
    difference too. Call it before pools are made.

    Args:
        scope: The app, or a stack.
        file: The lock that ``userpool lock`` writes. Default: ``userpool.lock.json`` beside ``cdk.json``.
    """
    Validations.of(scope).add_plugins(_UserPoolLock(scope, Path(file)))
    Validations.of(scope).acknowledge(Acknowledgment(id=NOT_LOCKED, reason=f"watched by {file}"))
    LOCKED.add(scope)


@jsii.implements(IPolicyValidationPlugin)
class _UserPoolLock(Plugin):
    def __init__(self, scope: Construct, file: Path) -> None:
        super().__init__()
        self._scope, self._file = scope, file

    @property
    def name(self) -> str:
        return NAME

    @property
    def rule_ids(self) -> list[str]:
        return [DIFFERS, NOT_RECORDED, UNREADABLE]

    def validate(self, context: IPolicyValidationContext) -> PolicyValidationPluginReport:
        templates = {each.template_path: each for each in context.stack_templates if self._watches(each)}
        try:
            lock = read_lock(self._file)
        except UnreadableError as error:
            fix = "take the committed file, or make it anew with userpool lock"
            return PolicyValidationPluginReport(
                success=False, violations=[_violation(UNREADABLE, "error", str(error), fix, "", "")]
            )
        found = list(self._violations(lock, list(templates.values())))
        return PolicyValidationPluginReport(
            success=all(violation.severity != "error" for violation in found), violations=found
        )

    def _watches(self, template: PolicyValidationStack) -> bool:
        path = self._scope.node.path
        return not path or f"{template.stack_construct_path}/".startswith(f"{path}/")

    def _violations(self, lock: Lock, templates: list[PolicyValidationStack]) -> Iterator[PolicyViolation]:
        stacks = {_name(template): _pools(template) for template in templates}
        files = {template.stack_construct_path: template.template_path for template in templates}
        for one in differences(lock, stacks, whole=isinstance(self._scope, App)):
            rule, severity = (NOT_RECORDED, "warning") if one.is_new else (DIFFERS, "error")
            yield _violation(rule, severity, str(one), one.fix, files.get(one.stack, ""), one.logical_id)


def _name(template: PolicyValidationStack) -> StackName:
    return StackName(deployment_of(template), template.stack_construct_path)


def _pools(template: PolicyValidationStack) -> Pools:
    return pools_in(template.stack_construct_path, template_at(template.template_path).get("Resources", {}))


def _violation(rule: str, severity: str, text: str, fix: str, template: str, logical_id: str) -> PolicyViolation:
    resource = PolicyViolatingResource(resource_logical_id=logical_id, template_path=template, locations=[])
    return PolicyViolation(rule_name=rule, severity=severity, description=text, fix=fix, violating_resources=[resource])
