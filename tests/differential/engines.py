"""What others say of templates: cfn-lint, CDK's own validation engine, and the rules that cdk-preflight adds to that.

Each takes seconds to start, so each is asked once, about many templates of hundreds of resources.
"""

import json
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import jsii
from aws_cdk import (
    App,
    CfnWaitConditionHandle,
    Environment,
    IPolicyValidationContext,
    IPolicyValidationPlugin,
    PolicyValidationPluginReport,
    Stack,
    Validations,
)
from cdk_preflight import Preflight
from cfnlint import api  # type: ignore[import-untyped]
from cfnlint.core import get_rules  # type: ignore[import-untyped]

from constructs_lib.resources.values import Path as Place
from tests.differential.bundle import Template


class Verdict(NamedTuple):
    """What an engine found in one place."""

    engine: str
    rule: str
    template: str
    resource: str
    property: Place
    """The way to it among the resource's properties, as far as the engine tells."""

    says: str


def ask(templates: Mapping[str, Template]) -> list[Verdict]:
    """Ask all engines about templates, by name."""
    with ThreadPoolExecutor() as threads:  # Node works while Python does
        told = threads.submit(lambda: list(_cdk(templates)))
        return [*_cfn_lint(templates), *told.result()]


def _cfn_lint(templates: Mapping[str, Template]) -> Iterator[Verdict]:
    rules = get_rules([], [], [])
    for name, template in templates.items():
        for match in api.lint(json.dumps(template.body), rules=rules, regions=[template.where.region]):
            steps = [step if isinstance(step, int) else str(step) for step in getattr(match, "path", ())]
            resource = str(steps[1]) if steps[:1] == ["Resources"] and len(steps) > 1 else ""
            yield Verdict("cfn-lint", match.rule.id, name, resource, tuple(steps[3:]), match.message)


@jsii.implements(IPolicyValidationPlugin)
class _Templates:
    """Puts templates in the place of what CDK has written, just as they are: CDK leaves out what is empty.

    CDK asks plugins in the order in which they were added, so the engine reads them.
    """

    name = "templates"
    version = None
    rule_ids: list[str] = []  # noqa: RUF012  (jsii reads it)

    def __init__(self, templates: Mapping[str, Template]) -> None:
        self._templates = templates

    def validate(self, context: IPolicyValidationContext) -> PolicyValidationPluginReport:
        for stack in context.stack_templates:
            body = self._templates[stack.stack_construct_path].body
            Path(stack.template_path).write_text(json.dumps(body), encoding="utf-8")
        return PolicyValidationPluginReport(success=True, violations=[])


def _cdk(templates: Mapping[str, Template]) -> Iterator[Verdict]:
    with TemporaryDirectory() as folder:
        app, handed_in = App(outdir=folder), _Templates(templates)
        Validations.of(app).add_plugins(handed_in)
        Preflight.apply(app, enforce=False)  # adds its rules to CDK's engine, which then says what both say
        for name, template in templates.items():
            place = Environment(region=template.where.region, account=template.where.account)
            CfnWaitConditionHandle(Stack(app, name, env=place), "Nothing")
        app.synth()
        report = json.loads(Path(folder, "validation-report.json").read_text(encoding="utf-8"))
    for plugin in report["pluginReports"]:
        for violation in plugin["violations"]:
            yield from _violated(violation)


def _violated(violation: dict[str, Any]) -> Iterator[Verdict]:
    rule = violation["ruleName"]
    for construct in violation["violatingConstructs"]:
        found = construct.get("cloudFormationResource", {})
        for place in found.get("propertyPaths") or [""]:
            yield Verdict(
                "cdk-preflight" if rule.startswith("pf-") else "aws-cdk-lib",
                rule,
                found.get("templatePath", "").removesuffix(".template.json"),
                found.get("logicalId", ""),
                _steps(place),
                violation["description"],
            )


def _steps(place: str) -> Place:
    """Read ``Properties.Schema[0].Name`` or ``Properties.Schema.0.Name``."""
    steps = [step for step in re.split(r"[.\[\]]+", place) if step]
    return tuple(int(step) if step.isdecimal() else step for step in steps[1:])
