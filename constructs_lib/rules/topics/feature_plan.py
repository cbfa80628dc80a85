"""What needs which feature plan: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html.

One table, read 2026-11; each of its rows is a rule. A pool that says no plan gets Essentials.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from constructs_lib.resources.model import (
    LOG_DELIVERY,
    MANAGED_LOGIN_BRANDING,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_REPLICA,
)
from constructs_lib.resources.values import Json, Path, is_list, is_unknown
from constructs_lib.rules.finding import Severity
from constructs_lib.rules.registry import API, GUIDE, Check, Evidence, rule
from constructs_lib.rules.view import Problem, View

_TIER = "UserPoolTier"
_PLANS = {"ESSENTIALS": ("LITE",), "PLUS": ("LITE", "ESSENTIALS")}
"""Plan that is needed → plans that will not do."""

_ESSENTIALS = GUIDE + "feature-plans-features-essentials.html"
_PLUS = GUIDE + "feature-plans-features-plus.html"


@dataclass(frozen=True)
class Needs:
    """A row: these values of a property, or of the elements of a list, need a plan."""

    id: str
    plan: Literal["ESSENTIALS", "PLUS"]
    resource: str
    path: str
    values: tuple[str, ...]
    feature: str
    evidence: Evidence
    source: str
    severity: Severity = "error"

    def uses(self, view: View) -> Iterator[tuple[Path, Json]]:
        """Walk the places that need the plan; where no values are named, whatever there is does."""
        for place, item in self._places(view):
            if not self.values or (not is_unknown(item) and str(item) in self.values):
                yield place, item

    def _places(self, view: View) -> Iterator[tuple[Path, Json]]:
        around, _, inner = self.path.partition("[].")
        if not self.path:
            yield (), None
        elif inner:
            for one in view.objects(around):
                yield (*one.path, inner), one.get(inner)
        else:
            value, steps = view.get(self.path), tuple(self.path.split("."))
            for index, item in enumerate(value) if is_list(value) else ():
                yield (*steps, index), item
            if not is_list(value):
                yield steps, value


_MODES = ("AUDIT", "ENFORCED")

NEEDS = (
    Needs(
        "feature-plan.passwordless",
        "ESSENTIALS",
        USER_POOL,
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        ("EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"),
        "signing in without a password",
        "measured on AWS",
        API + "API_SignInPolicyType.html",
    ),
    Needs(
        "feature-plan.choice-based-sign-in",
        "ESSENTIALS",
        USER_POOL_CLIENT,
        "ExplicitAuthFlows",
        ("ALLOW_USER_AUTH",),
        "choice-based sign-in",
        "API model",
        API + "API_CreateUserPoolClient.html",
    ),
    Needs(
        "feature-plan.passkey-as-two-factors",
        "ESSENTIALS",
        USER_POOL,
        "WebAuthnFactorConfiguration",
        ("MULTI_FACTOR_WITH_USER_VERIFICATION",),
        "passkeys",
        "API model",
        API + "API_WebAuthnConfigurationType.html",
    ),
    Needs(
        "feature-plan.email-mfa",
        "ESSENTIALS",
        USER_POOL,
        "EnabledMfas",
        ("EMAIL_OTP",),
        "a second factor by e-mail",
        "API model",
        API + "API_EmailMfaConfigType.html",
    ),
    Needs(
        "feature-plan.password-history",
        "ESSENTIALS",
        USER_POOL,
        "Policies.PasswordPolicy.PasswordHistorySize",
        tuple(map(str, range(1, 25))),
        "remembering earlier passwords",
        "developer guide",
        _ESSENTIALS,
    ),
    Needs(
        "feature-plan.access-token-customization",
        "ESSENTIALS",
        USER_POOL,
        "LambdaConfig.PreTokenGenerationConfig.LambdaVersion",
        ("V2_0", "V3_0"),
        "changing access tokens",
        "measured on AWS",
        GUIDE + "user-pool-lambda-pre-token-generation.html",
    ),
    Needs(
        "feature-plan.managed-login",
        "ESSENTIALS",
        USER_POOL_DOMAIN,
        "ManagedLoginVersion",
        ("2",),
        "managed login",
        "measured on AWS",
        _ESSENTIALS,
    ),
    Needs(
        "feature-plan.threat-protection",
        "PLUS",
        USER_POOL,
        "UserPoolAddOns.AdvancedSecurityMode",
        _MODES,
        "threat protection",
        "reported",
        _PLUS,
    ),
    Needs(
        "feature-plan.custom-threat-protection",
        "PLUS",
        USER_POOL,
        "UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode",
        _MODES,
        "threat protection of custom authentication",
        "API model",
        _PLUS,
    ),
    Needs(
        "log-delivery.plan",
        "PLUS",
        LOG_DELIVERY,
        "LogConfigurations[].EventSource",
        ("userAuthEvents",),
        "the export of userAuthEvents",
        "measured on AWS",
        "https://github.com/hashicorp/terraform-provider-aws/issues/47790",
    ),
    Needs(
        "branding.lite-plan",
        "ESSENTIALS",
        MANAGED_LOGIN_BRANDING,
        "",
        (),
        "a branding style",
        "developer guide",
        _ESSENTIALS,
        severity="warning",
    ),
    Needs(
        "replica.feature-plan",
        "ESSENTIALS",
        USER_POOL_REPLICA,
        "RegionName",
        (),
        "a replica",
        "developer guide",
        GUIDE + "user-pool-multi-region.html",
    ),
)


_PLUS_ROWS = [row for row in NEEDS if row.plan == "PLUS" and row.resource == USER_POOL]


def _checked(row: Needs) -> Check:
    of_pool = "" if row.resource == USER_POOL else "pool."
    tier = f"{{{of_pool}{_TIER}}}"
    name = row.plan.capitalize()
    enough = "PLUS" if row.plan == "PLUS" else "ESSENTIALS or PLUS"

    def check(view: View) -> Iterator[Problem]:
        """Refuse what the pool's plan does not have."""
        plan = (view if row.resource == USER_POOL else view.pool).text(_TIER)
        for place, value in row.uses(view) if plan in _PLANS[row.plan] else ():
            yield view.problem(
                place,
                f"needs the {name} plan, and {tier} is {plan}",
                got=value,
                allowed=f"{row.feature} where {tier} is {enough}",
                fix=f"set {tier} to {row.plan}, or leave this out",
            )

    return check


for _row in NEEDS:
    rule(
        _row.id,
        _row.resource,
        severity=_row.severity,
        why=f"AWS {'refuses' if _row.severity == 'error' else 'has no place for'} {_row.feature} in a plan below "
        f"{_row.plan.capitalize()}",
        evidence=_row.evidence,
        source=_row.source,
    )(_checked(_row))


@rule(
    "feature-plan.unsaid",
    USER_POOL,
    severity="warning",
    why="Essentials, which a pool gets without saying, has no threat protection: AWS refuses it, or bills Plus",
    evidence="developer guide",
    source=_PLUS,
)
def unsaid(pool: View) -> Iterator[Problem]:
    """Ask to say the Plus plan where it is needed and billed."""
    if pool.has(_TIER):
        return
    features = [row.feature for row in _PLUS_ROWS if any(row.uses(pool))]
    if features:
        yield pool.problem(
            _TIER,
            f"is not said, and {features[0]} needs PLUS",
            allowed="PLUS, which costs more for each active user",
            fix="set it to PLUS, or leave threat protection out",
        )


@rule(
    "feature-plan.plus-unused",
    USER_POOL,
    severity="warning",
    why="Plus costs more for each active user, and protects nothing until threat protection is on",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/33393",
)
def plus_unused(pool: View) -> Iterator[Problem]:
    """Warn of a plan that is paid for and not used."""
    modes = [pool.text(row.path) for row in _PLUS_ROWS]
    if pool.text(_TIER) == "PLUS" and not set(modes) & set(_MODES):
        yield pool.problem(
            _TIER,
            "is paid for, and threat protection is off",
            got="PLUS",
            allowed="PLUS with {UserPoolAddOns.AdvancedSecurityMode} AUDIT or ENFORCED, or ESSENTIALS",
            fix="turn threat protection on, or take ESSENTIALS",
        )
