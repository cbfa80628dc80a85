"""What a rule is: an identity, a reason, a source, and a small function over one resource."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from constructs_lib.rules.finding import Severity
from constructs_lib.rules.view import Problem, View

Check = Callable[[View], Iterator[Problem]]
Evidence = Literal["measured on AWS", "API model", "developer guide", "reported", "inferred"]
"""Who says so; what is merely inferred, or contradicted elsewhere, is a warning and never an error."""

GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
CLOUDFORMATION = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule; its id is a promise to everybody who has acknowledged it."""

    id: str
    resource: str
    severity: Severity
    why: str
    evidence: Evidence
    source: str
    check: Check

    def __post_init__(self) -> None:
        if self.severity == "error" and self.evidence == "inferred":
            raise ValueError(f"{self.id}: what is only inferred is a warning")


RULES: dict[str, Rule] = {}


def rule(
    rule_id: str, resource: str, *, why: str, evidence: Evidence, source: str, severity: Severity = "error"
) -> Callable[[Check], Check]:
    """Register a function over resources of one type as a rule.

    The function yields a problem for each thing wrong. It reads the view without asking whether a value is known: one
    that is not ends it. Texts name other properties in braces (``{SmsConfiguration}``, ``{pool.UserPoolTier}``), so
    that they reach the reader in the reader's own words.
    """

    def register(check: Check) -> Check:
        if rule_id in RULES:
            raise ValueError(f"{rule_id}: two rules of that id")
        RULES[rule_id] = Rule(
            id=rule_id, resource=resource, severity=severity, why=why, evidence=evidence, source=source, check=check
        )
        return check

    return register
