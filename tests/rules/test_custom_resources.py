"""Rules about calls that CDK's custom resources make."""

from typing import Any

from constructs_lib.resources.model import CUSTOM_RESOURCE, Resources
from tests.rules.case import UNKNOWN, Case


def calling(action: str, service: str = "CognitoIdentityServiceProvider") -> Any:
    begin = f'{{"service":"{service}","action":"{action}","parameters":{{"UserPoolId":"'
    return {"Fn::Join": ["", [begin, {"Ref": "Pool"}, '"}}']]}


def custom(call: Any) -> Resources:
    return {"Rewrite": {"Type": CUSTOM_RESOURCE, "Properties": {"Create": call}}}


CASES = [
    Case(
        rule="custom-resource.rewrites-user-pool",
        fails=custom(calling("updateUserPool")),
        says="""\
Rewrite.Create: calls UpdateUserPool, which sets everything back that it does not say
   allowed: other calls
   fix: say it in the pool's own resource, and leave this one out
   [custom-resource.rewrites-user-pool] https://github.com/aws/aws-cdk/issues/33282""",
        passes=custom(calling("updateUserPoolClient")),
        silent=custom(UNKNOWN),
    ),
]


def test_another_service_may_have_a_call_of_that_name() -> None:
    assert CASES[0].messages(custom(calling("updateUserPool", "SwimmingPools"))) == []
