"""The rules for any CDK app: a policy validation plugin that judges every Cognito resource of the templates.

Hand-written L2s and L1s are judged as our own constructs are; those have been judged when they were made, and are left
out. https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
"""

from __future__ import annotations

from collections.abc import Iterator

import jsii
from aws_cdk import (
    IPolicyValidationContext,
    IPolicyValidationPlugin,
    PolicyValidationPluginReport,
    PolicyViolatingResource,
    PolicyViolation,
    Stack,
)
from constructs import IConstruct

from constructs_lib.cdk.family import FAMILIES, Family
from constructs_lib.cdk.validation import Plugin, deployment_of, template_at
from constructs_lib.judging import judge_sources
from constructs_lib.readers.templates.template import is_template, read_template
from constructs_lib.rules import Deployment, Finding
from constructs_lib.rules.catalogue import all_ids

NAME = "constructs-lib"


@jsii.implements(IPolicyValidationPlugin)
class CognitoChecks(Plugin):
    """Judge all Cognito resources of an app when it is synthesized.

    ``Validations.of(app).add_plugins(CognitoChecks())``, before any construct is made. An error fails the synthesis;
    warnings are told. Both stand in the app's validation report, and both can be acknowledged, on a construct or on all
    around it, by ``constructs-lib::<rule id>`` and a reason.
    """

    def __init__(self) -> None:
        super().__init__()
        FAMILIES.watched = True

    @property
    def name(self) -> str:
        """The plugin's name, in front of acknowledged rule ids."""
        return NAME

    @property
    def rule_ids(self) -> list[str]:
        """Every rule's id."""
        return sorted(all_ids())

    def validate(self, context: IPolicyValidationContext) -> PolicyValidationPluginReport:
        """Judge the templates."""
        stacks = {each.template_path: each for each in context.stack_templates}
        before = {place for family in FAMILIES for place in _places(family, context.app_construct)}
        found = [
            (path, finding)
            for path, stack in stacks.items()
            for finding in _findings(path, deployment_of(stack))
            if (stack.stack_construct_path, finding.resource) not in before
        ]
        return PolicyValidationPluginReport(
            success=all(finding.severity != "error" for _, finding in found),
            violations=[_violation(path, finding) for path, finding in found],
        )


def _findings(template: str, deployment: Deployment) -> list[Finding]:
    said = template_at(template)
    sources = read_template(said, template, deployment) if is_template(said) else ()  # a stack may be empty
    return [placed.finding for placed in judge_sources(sources)]


def _places(family: Family, app: IConstruct) -> Iterator[tuple[str, str]]:
    """Walk the resources of a construct of ours, by stack and logical id, if it is one of this app's."""
    stack = Stack.of(family).node
    if stack.root is app:
        path = stack.path
        yield from ((path, logical_id) for logical_id in family.logical_ids())


def _violation(template: str, finding: Finding) -> PolicyViolation:
    return PolicyViolation(
        rule_name=finding.rule,
        severity=finding.severity,
        description=str(finding),
        fix=finding.fix,
        violating_resources=[
            PolicyViolatingResource(
                resource_logical_id=finding.resource,
                template_path=template,
                locations=[_location(finding)],
            )
        ],
    )


def _location(finding: Finding) -> str:
    attribute = bool(finding.property) and finding.property[0] in ("DeletionPolicy", "UpdateReplacePolicy")
    return ".".join([*([] if attribute else ["Properties"]), *map(str, finding.property)])
