"""Alarms of a user pool; `alarm_opinions` says from when, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from aws_cdk import Duration, Token
from constructs import Construct

from constructs_lib.cdk.alarm_opinions import MIN_ATTEMPTS, OPINIONS, AlarmOpinion
from constructs_lib.cdk.metrics import ADMIN, PERIOD_MINUTES, activity, high_risk
from constructs_lib.cdk.user_pool import CognitoUserPool
from constructs_lib.declarations import Verbatim
from constructs_lib.declarations.references import KeyReference

if TYPE_CHECKING:  # it takes long to import, and most apps watch nothing
    from aws_cdk.aws_cloudwatch import Alarm, IAlarmAction, IMetric


class UserPoolAlarms(Construct):
    """Alarms on what Cognito publishes of a pool; none on what this pool can never publish.

    There is an alarm for each app client that people sign in with, since Cognito counts by app client; federation is
    watched where a client has identity providers, and risk where threat protection is on. No data are no alarm: Cognito
    publishes nothing where nothing happens.

    Args:
        scope: The construct around it.
        construct_id: Its id.
        users: The pool to watch.
        actions: What an alarm does, such as ``aws_cloudwatch_actions.SnsAction(topic)``; a topic with a policy of its
            own, as for ``enforce_ssl``, must let ``cloudwatch.amazonaws.com`` publish. Default: nothing.
        thresholds: Thresholds of your own by name of the alarm, see `OPINIONS`; None leaves the alarm out. Default:
            those of `OPINIONS`.

    Raises:
        ValueError: There is no alarm of a name in ``thresholds``.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        users: CognitoUserPool,
        *,
        actions: Sequence[IAlarmAction] = (),
        thresholds: Mapping[str, float | None] | None = None,
    ) -> None:
        unknown = sorted(thresholds.keys() - OPINIONS.keys()) if thresholds else []
        if unknown:
            raise ValueError(f"thresholds: there is no alarm {', '.join(unknown)}; there are {', '.join(OPINIONS)}")
        super().__init__(scope, construct_id)
        wanted = {name: opinion.threshold for name, opinion in OPINIONS.items()} | dict(thresholds or {})
        self.alarms: Mapping[str, Alarm] = {
            "-".join((name, *of)): self._alarm("-".join((name, *of)), OPINIONS[name], metric, threshold)
            for name, of, metric in _watched(users)
            if (threshold := wanted[name]) is not None
        }
        """The alarms by name, such as ``SignInThrottled-web`` and ``FederationThrottled-web-Google``."""
        for alarm in self.alarms.values():
            alarm.add_alarm_action(*actions)

    def _alarm(self, construct_id: str, opinion: AlarmOpinion, metric: IMetric, threshold: float) -> Alarm:
        from aws_cdk.aws_cloudwatch import Alarm, ComparisonOperator, TreatMissingData

        below, reached = ComparisonOperator.LESS_THAN_THRESHOLD, ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        return Alarm(
            self,
            construct_id,
            metric=metric,
            alarm_description=opinion.why,
            threshold=threshold,
            comparison_operator=below if opinion.below else reached,
            evaluation_periods=opinion.periods,
            datapoints_to_alarm=opinion.breaching,
            treat_missing_data=TreatMissingData.NOT_BREACHING,
        )


def _watched(users: CognitoUserPool) -> Iterator[tuple[str, tuple[str, ...], IMetric]]:
    """Walk what to watch: the alarm's name, for whom it is, and its metric."""
    settings, metric = users.settings, {name: opinion.metric for name, opinion in OPINIONS.items()}
    yield "UserCreationThrottled", (), activity(users, metric["UserCreationThrottled"], ADMIN)
    per_client = ["SignInThrottled", "TokenRefreshThrottled"]
    if settings.self_sign_up_enabled in (None, True):
        per_client.append("SignUpThrottled")
    for key, client in (settings.app_clients or {}).items():
        if client.oauth_flows in (["client_credentials"], ("client_credentials",)):
            continue  # machines do not sign in
        for name in per_client:
            yield name, (key,), activity(users, metric[name], key)
        yield "SignInSuccessLow", (key,), _rate(users, metric["SignInSuccessLow"], key)
        for name, provider in _identity_providers(users, key):
            federated = activity(users, metric["FederationThrottled"], key, identity_provider=provider)
            yield "FederationThrottled", (key, name), federated
    modes = (settings.standard_threat_protection_mode, settings.custom_threat_protection_mode)
    if any(mode in ("AUDIT", "ENFORCED") for mode in modes):
        for name in ("AccountTakeover", "CompromisedCredentials"):
            yield name, (), high_risk(users, metric[name])


def _rate(users: CognitoUserPool, name: str, app_client: str) -> IMetric:
    from aws_cdk.aws_cloudwatch import MathExpression

    return MathExpression(
        expression=f"IF(attempts >= {MIN_ATTEMPTS}, rate, 1)",
        using_metrics={
            "rate": activity(users, name, app_client, statistic="Average"),
            "attempts": activity(users, name, app_client, statistic="SampleCount"),
        },
        period=Duration.minutes(PERIOD_MINUTES),
    )


def _identity_providers(users: CognitoUserPool, app_client: str) -> Iterator[tuple[str, str]]:
    """Walk a client's providers: a name for the alarm, which is known at synthesis, and the provider's own."""
    said = (users.settings.app_clients or {})[app_client].supported_identity_providers
    rendered = users.cfn_app_clients[app_client].supported_identity_providers
    if said is None or isinstance(said, Verbatim) or not rendered or Token.is_unresolved(rendered):
        return
    for number, (provider, name) in enumerate(zip(said, rendered, strict=True)):
        if isinstance(provider, KeyReference):
            yield provider.key, name
        elif name != "COGNITO":
            yield str(number) if Token.is_unresolved(name) else name, name
