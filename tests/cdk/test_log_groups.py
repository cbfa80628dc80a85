"""Log groups of CDK's: the ARN that CDK gives is refused, the one without its end is taken."""

import pytest
from aws_cdk import Stack
from aws_cdk.aws_logs import LogGroup

from constructs_lib import LogDelivery, message_errors, profiles
from constructs_lib.cdk import CognitoUserPool, log_group_arn
from tests.cdk.synth import properties_of, template_of

PLACE = ["arn:", {"Ref": "AWS::Partition"}, ":logs:", {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}]


SAYS = (
    r"^log_delivery\.configurations\[0\]\.log_group_arn: CDK's log_group_arn ends in :\*, which Cognito refuses; use "
)


def _pool(stack: Stack, arn: str) -> None:
    settings = profiles.standard(log_delivery=LogDelivery(configurations=[message_errors(arn)]))
    CognitoUserPool(stack, "Pool", settings=settings)


def test_the_arn_has_no_wildcard_at_its_end() -> None:
    template = template_of(lambda stack: _pool(stack, log_group_arn(LogGroup(stack, "Messages"))))
    (name,) = template.find_resources("AWS::Logs::LogGroup")
    (configuration,) = properties_of(template, "AWS::Cognito::LogDeliveryConfiguration")["LogConfigurations"]
    arn = {"Fn::Join": ["", [*PLACE, ":log-group:", {"Ref": name}]]}
    assert configuration["CloudWatchLogsConfiguration"] == {"LogGroupArn": arn}


def test_cdks_own_arn_is_refused_with_the_way_out() -> None:
    def made_here(stack: Stack) -> None:
        _pool(stack, LogGroup(stack, "Messages").log_group_arn)

    def named(stack: Stack) -> None:
        _pool(stack, LogGroup.from_log_group_name(stack, "Messages", "messages").log_group_arn)

    for build in (made_here, named):
        with pytest.raises(ValueError, match=SAYS):
            template_of(build)
