"""Alarms of a pool: on what it publishes, under the dimensions that Cognito publishes it with."""

import subprocess
import sys
from typing import Any

import pytest
from aws_cdk import CfnParameter, Stack, aws_cloudwatch_actions, aws_sns
from aws_cdk.assertions import Match, Template

from constructs_lib import AppClient, UserPoolSettings, profiles, single_page_app
from constructs_lib.cdk import CognitoUserPool
from constructs_lib.cdk.alarm_opinions import OPINIONS
from constructs_lib.cdk.alarms import UserPoolAlarms
from constructs_lib.cdk.metrics import INVALID, METRICS, activity, high_risk, metric
from constructs_lib.settings import IdentityProvider, ProviderOf
from tests.cdk.synth import ids_of, template_of

ALARM = "AWS::CloudWatch::Alarm"
POOL, CLIENT = {"Ref": "PoolD3F588B8"}, {"Ref": "PoolAppClientweb1D6D0F76"}


def _web(**more: Any) -> AppClient:
    return single_page_app(callback_urls=["https://shop.example/in"], **more)


def _settings(**more: Any) -> UserPoolSettings:
    return profiles.standard(**{"app_clients": {"web": _web()}, **more})


def _template(settings: UserPoolSettings, **more: Any) -> Template:
    def build(stack: Stack) -> None:
        UserPoolAlarms(stack, "Alarms", CognitoUserPool(stack, "Pool", settings=settings), **more)

    return template_of(build)


def _alarms(settings: UserPoolSettings, **more: Any) -> dict[str, Any]:
    """Give the alarms' properties by logical id without its hash."""
    found = _template(settings, **more).find_resources(ALARM)
    return {name[len("Alarms") : -8]: alarm["Properties"] for name, alarm in found.items()}


def test_alarms_have_ids_that_stay() -> None:
    assert set(ids_of(_template(_settings()), ALARM)) == {
        "AlarmsUserCreationThrottledDEA3AEE1",
        "AlarmsSignInThrottledweb2FB26E9C",
        "AlarmsTokenRefreshThrottledwebBFD7CD6F",
        "AlarmsSignInSuccessLowweb50E270AB",
    }


def test_throttled_sign_ins() -> None:
    assert _alarms(_settings())["SignInThrottledweb"] == {
        "AlarmDescription": OPINIONS["SignInThrottled"].why,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "DatapointsToAlarm": 2,
        "Dimensions": [{"Name": "UserPool", "Value": POOL}, {"Name": "UserPoolClient", "Value": CLIENT}],
        "EvaluationPeriods": 3,
        "MetricName": "SignInThrottles",
        "Namespace": "AWS/Cognito",
        "Period": 300,
        "Statistic": "Sum",
        "Threshold": 1,
        "TreatMissingData": "notBreaching",
    }


def _metric_of(statistic: str) -> dict[str, Any]:
    dimensions = [{"Name": "UserPool", "Value": POOL}, {"Name": "UserPoolClient", "Value": CLIENT}]
    return {
        "Metric": {"Dimensions": dimensions, "MetricName": "SignInSuccesses", "Namespace": "AWS/Cognito"},
        "Period": 300,
        "Stat": statistic,
    }


def test_a_low_rate_of_success_counts_only_where_many_sign_in() -> None:
    assert _alarms(_settings())["SignInSuccessLowweb"] == {
        "AlarmDescription": OPINIONS["SignInSuccessLow"].why,
        "ComparisonOperator": "LessThanThreshold",
        "DatapointsToAlarm": 3,
        "EvaluationPeriods": 3,
        "Metrics": [
            {"Expression": "IF(attempts >= 20, rate, 1)", "Id": "expr_1", "ReturnData": True},
            {"Id": "rate", "MetricStat": _metric_of("Average"), "ReturnData": False},
            {"Id": "attempts", "MetricStat": _metric_of("SampleCount"), "ReturnData": False},
        ],
        "Threshold": 0.1,
        "TreatMissingData": "notBreaching",
    }


def test_users_made_by_administrators_are_counted_under_no_app_client() -> None:
    dimensions = _alarms(_settings())["UserCreationThrottled"]["Dimensions"]
    assert dimensions == [{"Name": "UserPool", "Value": POOL}, {"Name": "UserPoolClient", "Value": "Admin"}]


@pytest.mark.parametrize(("enabled", "watched"), [(False, False), (True, True)])
def test_sign_ups_are_watched_where_people_sign_up(enabled: bool, watched: bool) -> None:
    assert ("SignUpThrottledweb" in _alarms(_settings(self_sign_up_enabled=enabled))) is watched


def test_cognito_lets_people_sign_up_where_nobody_says() -> None:
    settings = UserPoolSettings(app_clients={"web": AppClient()})
    assert "SignUpThrottledweb" in _alarms(settings)


def test_machines_do_not_sign_in() -> None:
    machine = AppClient(generate_secret=True, oauth_flows_enabled=True, oauth_flows=["client_credentials"])
    names = _alarms(_settings(app_clients={"web": _web(), "batch": machine}))
    assert [name for name in names if "batch" in name] == []
    assert [name for name in names if "web" in name] != []


def test_federation_is_watched_by_identity_provider() -> None:
    assert "FederationThrottledweb" not in "".join(_alarms(_settings()))
    providers = _web(supported_identity_providers=["COGNITO", "Google", "Staff"])
    alarms = _alarms(_settings(app_clients={"web": providers}))
    dimensions = {name: alarm["Dimensions"] for name, alarm in alarms.items() if name.startswith("Federation")}
    client = [{"Name": "UserPool", "Value": POOL}, {"Name": "UserPoolClient", "Value": CLIENT}]
    assert dimensions == {
        "FederationThrottledwebGoogle": [{"Name": "IdentityProvider", "Value": "Google"}, *client],
        "FederationThrottledwebStaff": [{"Name": "IdentityProvider", "Value": "Staff"}, *client],
    }


def test_a_provider_of_the_same_settings_is_named_by_your_key() -> None:
    staff = IdentityProvider("Staff", provider_type="SAML", details={"MetadataURL": "https://staff.example/saml"})
    web = _web(supported_identity_providers=[ProviderOf("staff")])
    alarm = _alarms(_settings(app_clients={"web": web}, identity_providers={"staff": staff}))[
        "FederationThrottledwebstaff"
    ]
    provider = {"Name": "IdentityProvider", "Value": {"Ref": "PoolIdentityProviderstaffA84C9C0E"}}
    assert provider in alarm["Dimensions"]


def test_a_provider_that_is_known_only_at_deployment_is_named_by_its_place() -> None:
    def build(stack: Stack) -> None:
        name = CfnParameter(stack, "Provider").value_as_string
        settings = _settings(app_clients={"web": _web(supported_identity_providers=["COGNITO", name])})
        alarms = UserPoolAlarms(stack, "Alarms", CognitoUserPool(stack, "Pool", settings=settings)).alarms
        assert "FederationThrottled-web-1" in alarms

    provider = {"Name": "IdentityProvider", "Value": {"Ref": "Provider"}}
    template_of(build).has_resource_properties(ALARM, {"Dimensions": Match.array_with([provider])})


@pytest.mark.parametrize("mode", ["AUDIT", "ENFORCED"])
def test_risk_is_watched_where_threat_protection_is_on(mode: str) -> None:
    alarms = _alarms(_settings(feature_plan="PLUS", standard_threat_protection_mode=mode))
    query = (
        'SELECT SUM(AccountTakeoverRisk) FROM SCHEMA("AWS/Cognito", Operation, UserPoolId, RiskLevel) '
        "WHERE UserPoolId = '",
        POOL,
        "' AND RiskLevel != 'low' AND RiskLevel != 'Low' AND RiskLevel != 'medium' AND RiskLevel != 'Medium'",
    )
    assert alarms["AccountTakeover"] == {
        "AlarmDescription": OPINIONS["AccountTakeover"].why,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "DatapointsToAlarm": 1,
        "EvaluationPeriods": 1,
        "Metrics": [
            {
                "Expression": {"Fn::Join": ["", list(query)]},
                "Id": "expr_1",
                "Label": "AccountTakeoverRisk",
                "Period": 300,
                "ReturnData": True,
            }
        ],
        "Threshold": 5,
        "TreatMissingData": "notBreaching",
    }
    assert alarms["CompromisedCredentials"]["Threshold"] == 10


@pytest.mark.parametrize("mode", ["OFF", None])
def test_without_threat_protection_there_is_no_risk_to_watch(mode: Any) -> None:
    settings = _settings(feature_plan="PLUS", standard_threat_protection_mode=mode)
    assert not {"AccountTakeover", "CompromisedCredentials"} & _alarms(settings).keys()


def test_thresholds_of_ones_own() -> None:
    alarms = _alarms(_settings(), thresholds={"SignInThrottled": 50, "SignInSuccessLow": None})
    assert alarms["SignInThrottledweb"]["Threshold"] == 50
    assert alarms["TokenRefreshThrottledweb"]["Threshold"] == 1
    assert "SignInSuccessLowweb" not in alarms


def test_a_threshold_of_no_alarm_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"^thresholds: there is no alarm SignInThrottles; there are SignInThrottled, "
    ):
        _alarms(_settings(), thresholds={"SignInThrottles": 5})


def test_every_alarm_acts() -> None:
    def build(stack: Stack) -> None:
        action = aws_cloudwatch_actions.SnsAction(aws_sns.Topic(stack, "Topic"))
        UserPoolAlarms(stack, "Alarms", CognitoUserPool(stack, "Pool", settings=_settings()), actions=[action])

    template = template_of(build)
    template.all_resources_properties(ALARM, {"AlarmActions": [{"Ref": "TopicBFC7AF6E"}]})


def test_every_opinion_is_about_a_metric_that_cognito_publishes() -> None:
    assert {opinion.metric for opinion in OPINIONS.values()} <= METRICS.keys()


@pytest.mark.parametrize("name", METRICS)
def test_metrics_are_given_under_their_dimensions_alone(name: str) -> None:
    dimensions = dict.fromkeys(METRICS[name].dimensions, "value")
    given = metric(name, dimensions)
    assert (given.namespace, given.metric_name, given.statistic) == ("AWS/Cognito", name, "Sum")
    with pytest.raises(
        ValueError, match=f"^{name} has the dimensions {METRICS[name].dimensions[0]}, .*, not UserPool$"
    ):
        metric(name, {"UserPool": "value"})


def test_a_metric_that_cognito_does_not_publish_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^Cognito publishes no metric SignIns; there are SignUpSuccesses, "):
        metric("SignIns", {})


def test_activity_is_asked_for_by_app_client() -> None:
    def build(stack: Stack) -> None:
        users = CognitoUserPool(stack, "Pool", settings=_settings())
        given = activity(users, "SignInThrottles", INVALID).dimensions
        assert given is not None
        assert stack.resolve(given) == {"UserPool": POOL, "UserPoolClient": "Invalid"}
        with pytest.raises(ValueError, match=r"^there is no app client mobile; there are web, Admin, Invalid$"):
            activity(users, "SignInThrottles", "mobile")
        with pytest.raises(ValueError, match=r"^Risk has the dimensions Operation, UserPoolId, not UserPool, "):
            activity(users, "Risk", "web")
        with pytest.raises(ValueError, match=r"^Risk has no RiskLevel; use AccountTakeoverRisk, "):
            high_risk(users, "Risk")

    template_of(build)


def test_who_watches_nothing_does_not_import_cloudwatch() -> None:
    code = "import sys, constructs_lib.cdk.alarms; print('aws_cdk.aws_cloudwatch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
