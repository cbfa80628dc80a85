"""Hold resources against every rule there is."""

from collections.abc import Iterable, Iterator

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Json, Path
from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.finding import Finding, in_order, template_words
from constructs_lib.rules.limits.table import Limit
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.registry import Rule
from constructs_lib.rules.silence import rules_for
from constructs_lib.rules.view import DoesNotApply, Problem, View


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
        findings += asked(view, rules_for(view.type, tuple(view.source)))
    return findings


def asked(view: View, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Hold one resource against some rules."""
    for rule in rules:
        try:
            for problem in rule.check(view):
                yield _of_rule(rule, view, problem)
        except DoesNotApply:
            pass


def _of_rule(rule: Rule, view: View, problem: Problem) -> Finding:
    return Finding(
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


def _broken_limits(view: View) -> list[Finding]:
    limits = limits_of(view.type)
    return [] if limits is None else [_of_limit(view, *broken) for broken in view.once(limits.held_against).broken]


def _of_limit(view: View, limit: Limit, path: Path, value: Json) -> Finding:
    return Finding(
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
