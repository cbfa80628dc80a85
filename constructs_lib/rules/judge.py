"""Hold resources against every rule there is."""

from collections.abc import Iterator

from constructs_lib.resources.model import Resources
from constructs_lib.rules.catalogue import limits_of, rules_of
from constructs_lib.rules.finding import Finding, in_order, template_words
from constructs_lib.rules.registry import Rule
from constructs_lib.rules.view import Deployment, DoesNotApply, Neighbours, View


def judge(resources: Resources, deployment: Deployment | None = None) -> list[Finding]:
    """Judge the Cognito resources of a template.

    Args:
        resources: The ``Resources`` of a template; anything else in it is passed over.
        deployment: Where they will live. Default: unknown, and so is what depends on it.
    """
    return in_order([finding.in_words(template_words) for finding in judged(resources, deployment or Deployment())])


def judged(resources: Resources, deployment: Deployment) -> list[Finding]:
    """Judge resources and leave the findings in nobody's words yet."""
    findings: list[Finding] = []
    for view in Neighbours(resources, deployment).views.values():
        findings += _broken_limits(view)
        for rule in rules_of(view.type):
            findings += _broken_rule(rule, view)
    return findings


def _broken_rule(rule: Rule, view: View) -> Iterator[Finding]:
    try:
        for problem in rule.check(view):
            yield Finding(
                rule=rule.id,
                severity=rule.severity,
                resource=view.key,
                property=problem.property,
                path="",
                problem=problem.problem,
                got=problem.got,
                allowed=problem.allowed,
                fix=problem.fix,
                source=rule.source,
                pool=view.pool_key,
            )
    except DoesNotApply:
        return


def _broken_limits(view: View) -> Iterator[Finding]:
    limits = limits_of(view.type)
    if limits is None:
        return
    for limit, path, value in limits.broken(view.source):
        yield Finding(
            rule=limit.id,
            severity=limit.severity,
            resource=view.key,
            property=path,
            path="",
            problem=f"must be {limit.kind.allowed}",
            got=value,
            allowed=limit.kind.allowed,
            fix=limit.fix,
            source=limit.source,
            pool=view.pool_key,
        )
