"""Rules about an app client's events."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment
from tests.rules.case import UNKNOWN, Case, client

ARN = "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/0123456789abcdef0123456789abcdef"
BY_ID = {"ApplicationId": "0123456789abcdef", "RoleArn": UNKNOWN, "ExternalId": "shop"}


def events(**properties: Any) -> Resources:
    return client(AnalyticsConfiguration=properties)


CASES = [
    Case(
        rule="app-client.analytics-project",
        fails=events(ApplicationArn=ARN, RoleArn=UNKNOWN),
        says="""\
Client.AnalyticsConfiguration: cannot have RoleArn beside ApplicationArn
   allowed: ApplicationArn alone, or ApplicationId with RoleArn and ExternalId
   fix: name the project by ApplicationArn alone
   [app-client.analytics-project] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html""",
        passes=events(ApplicationArn=ARN, UserDataShared=True),
        silent=client(AnalyticsConfiguration=UNKNOWN),
    ),
    Case(
        rule="app-client.analytics-region",
        fails=events(ApplicationArn=ARN),
        says="""\
Client.AnalyticsConfiguration.ApplicationArn: must be in eu-central-1, the pool's Region, got \
'arn:aws:mobiletargeting:eu-west-1:111122223333:apps/0123456789abcdef0123456789abcdef'
   allowed: a project in the pool's Region, or in us-east-1 where Pinpoint is not available there
   fix: use a project in the pool's Region
   [app-client.analytics-region] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-pinpoint-integration.html""",
        passes=events(ApplicationArn=ARN.replace("eu-west-1", "eu-central-1")),
        silent=events(ApplicationArn=UNKNOWN),
        where=Deployment(region="eu-central-1"),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize("missing", ["ApplicationId", "RoleArn", "ExternalId"])
def test_an_id_alone_is_not_enough(missing: str) -> None:
    rule = BY_RULE["app-client.analytics-project"]
    assert rule.messages(events(**BY_ID)) == []
    (message,) = rule.messages(events(**{name: value for name, value in BY_ID.items() if name != missing}))
    assert message.startswith(f"Client.AnalyticsConfiguration: needs ApplicationArn, or {missing} too")


def test_northern_virginia_serves_regions_without_pinpoint() -> None:
    template = events(ApplicationArn=ARN.replace("eu-west-1", "us-east-1"))
    assert BY_RULE["app-client.analytics-region"].messages(template) == []


def test_all_that_is_too_much_or_missing_is_named() -> None:
    rule = BY_RULE["app-client.analytics-project"]
    (too_much,) = rule.messages(events(ApplicationArn=ARN, **BY_ID))
    assert too_much.startswith(
        "Client.AnalyticsConfiguration: cannot have ApplicationId and RoleArn and ExternalId beside ApplicationArn\n"
    )
    (missing,) = rule.messages(events(ExternalId="shop"))
    assert missing.startswith("Client.AnalyticsConfiguration: needs ApplicationArn, or ApplicationId and RoleArn too\n")


@pytest.mark.parametrize("arn", ["arn:aws:mobiletargeting:", "arn:aws:mobiletargeting:eu-west-1:apps", "shop"])
def test_what_is_no_arn_has_no_region(arn: str) -> None:
    assert BY_RULE["app-client.analytics-region"].messages(events(ApplicationArn=arn)) == []


def test_an_arn_may_have_colons_in_its_resource_and_no_region() -> None:
    rule = BY_RULE["app-client.analytics-region"]
    assert len(rule.messages(events(ApplicationArn=ARN.replace("apps/", "apps:")))) == 1
    assert rule.messages(events(ApplicationArn=ARN.replace("eu-west-1", ""))) == []
