"""The CloudWatch metrics that Cognito publishes for a user pool, as data, and as `aws_cloudwatch` metrics.

CloudWatch adds nothing up: a metric exists for exactly the dimensions that Cognito publishes it with, so that user
activity is counted for each app client, and nowhere for the whole pool.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aws_cdk import Duration

from constructs_lib.cdk.user_pool import CognitoUserPool

if TYPE_CHECKING:  # it takes long to import, and most apps watch nothing
    from aws_cdk.aws_cloudwatch import MathExpression, Metric

_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
_RISK_PAGE = _GUIDE + "user-pool-settings-viewing-threat-protection-metrics.html"
_NAMESPACE = "AWS/Cognito"
_CLIENT = ("UserPool", "UserPoolClient")
_PROVIDER = (*_CLIENT, "IdentityProvider")
_REQUEST = ("Operation", "UserPoolId")
_RISK = (*_REQUEST, "RiskLevel")

ADMIN, INVALID = "Admin", "Invalid"
"""The app clients for which Cognito counts sign-ups by administrators, and requests that name no client of the pool."""

PERIOD_MINUTES = 5
"""How often Cognito publishes, after the guide's page ``monitoring-available-cw-metrics.html``."""


@dataclass(frozen=True, kw_only=True)
class PoolMetric:
    """One metric."""

    dimensions: tuple[str, ...]
    """All of them; with fewer there is no data."""

    meaning: str
    source: str = _GUIDE + "metrics-for-cognito-user-pools.html"


def _outcome(what: str, dimensions: tuple[str, ...] = _CLIENT) -> PoolMetric:
    meaning = f"{what}: 1 where it succeeds, 0 where it fails or is throttled; Average is the rate, SampleCount are all"
    return PoolMetric(dimensions=dimensions, meaning=meaning)


def _throttled(what: str, dimensions: tuple[str, ...] = _CLIENT) -> PoolMetric:
    return PoolMetric(dimensions=dimensions, meaning=f"{what}, turned away because of a quota")


def _risky(what: str, dimensions: tuple[str, ...] = _RISK) -> PoolMetric:
    return PoolMetric(dimensions=dimensions, meaning=f"{what}; needs threat protection", source=_RISK_PAGE)


METRICS: Mapping[str, PoolMetric] = {
    "SignUpSuccesses": _outcome("a sign-up; those by administrators for the app client Admin"),
    "SignUpThrottles": _throttled("sign-ups; those by administrators for the app client Admin"),
    "SignInSuccesses": _outcome("a sign-in, which succeeds when tokens are issued"),
    "SignInThrottles": _throttled("sign-ins"),
    "TokenRefreshSuccesses": _outcome("a refresh of tokens"),
    "TokenRefreshThrottles": _throttled("refreshes of tokens"),
    "FederationSuccesses": _outcome("a sign-in through an identity provider", _PROVIDER),
    "FederationThrottles": _throttled("sign-ins through an identity provider", _PROVIDER),
    "AccountTakeoverRisk": _risky("sign-ins that look like somebody else's"),
    "CompromisedCredentialRisk": _risky("passwords that are known to have leaked"),
    "OverrideBlock": _risky("requests blocked by the pool's own settings"),
    "Risk": _risky("requests with any risk", _REQUEST),
    "NoRisk": _risky("requests without risk", _REQUEST),
}
"""The metrics by name. Those of quotas, in the namespace ``AWS/Usage``, are of the account and of no pool."""


def metric(name: str, dimensions: Mapping[str, str], *, statistic: str = "Sum") -> Metric:
    """Give a metric, in periods of five minutes; its ``with_(…)`` gives others.

    Args:
        name: A key of `METRICS`.
        dimensions: A value for each of its dimensions.
        statistic: How a period's data become one number. Default: their sum.

    Raises:
        ValueError: There is no such metric, or it has other dimensions, under which there would never be data.
    """
    from aws_cdk.aws_cloudwatch import Metric

    if name not in METRICS:
        raise ValueError(f"Cognito publishes no metric {name}; there are {', '.join(METRICS)}")
    known = METRICS[name]
    if set(dimensions) != set(known.dimensions):
        raise ValueError(f"{name} has the dimensions {', '.join(known.dimensions)}, not {', '.join(dimensions)}")
    return Metric(
        namespace=_NAMESPACE,
        metric_name=name,
        dimensions_map=dict(dimensions),
        statistic=statistic,
        period=Duration.minutes(PERIOD_MINUTES),
    )


def activity(
    users: CognitoUserPool, name: str, app_client: str, *, identity_provider: str | None = None, statistic: str = "Sum"
) -> Metric:
    """Give a metric of what users do with one app client.

    Args:
        users: The pool.
        name: ``SignIn…``, ``SignUp…``, ``TokenRefresh…`` or ``Federation…``.
        app_client: Your key of an app client, or `ADMIN` or `INVALID`.
        identity_provider: The provider's name, for ``Federation…`` alone.
        statistic: See `metric`.

    Raises:
        ValueError: There is no such app client or metric, or the metric has other dimensions.
    """
    clients = users.app_clients
    if app_client not in (there := (*clients, ADMIN, INVALID)):
        raise ValueError(f"there is no app client {app_client}; there are {', '.join(there)}")
    client_id = clients[app_client].user_pool_client_id if app_client in clients else app_client
    dimensions = {"UserPool": users.user_pool.user_pool_id, "UserPoolClient": client_id}
    if identity_provider is not None:
        dimensions["IdentityProvider"] = identity_provider
    return metric(name, dimensions, statistic=statistic)


def high_risk(users: CognitoUserPool, name: str) -> MathExpression:
    """Give the number of requests at high risk, whatever the operation, in periods of five minutes.

    It is a query that leaves the lower levels out, rather than one that names the high one: the guide writes the levels
    in lower case, the API in title case, and CloudWatch tells them apart.

    Args:
        users: The pool; without threat protection it has no such metrics.
        name: ``AccountTakeoverRisk``, ``CompromisedCredentialRisk`` or ``OverrideBlock``.

    Raises:
        ValueError: The metric tells no levels apart.
    """
    from aws_cdk.aws_cloudwatch import MathExpression

    levelled = [other for other, known in METRICS.items() if known.dimensions == _RISK]
    if name not in levelled:
        raise ValueError(f"{name} has no RiskLevel; use {', '.join(levelled)}")
    lower = "".join(f" AND RiskLevel != '{level}'" for level in ("low", "Low", "medium", "Medium"))
    source = f'SCHEMA("{_NAMESPACE}", {", ".join(_RISK)})'
    query = f"SELECT SUM({name}) FROM {source} WHERE UserPoolId = '{users.user_pool.user_pool_id}'{lower}"
    return MathExpression(expression=query, label=name, period=Duration.minutes(PERIOD_MINUTES))
