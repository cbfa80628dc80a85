"""Events of an app client in Amazon Pinpoint.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-pinpoint-integration.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_ANALYTICS = "AnalyticsConfiguration"
_BY_ID = ("ApplicationId", "RoleArn", "ExternalId")


@rule(
    "app-client.analytics-project",
    USER_POOL_CLIENT,
    why="a project is named by its ARN, or by its id together with a role and the role's external id",
    evidence="measured on AWS",
    source=API + "API_AnalyticsConfigurationType.html",
)
def analytics_project(client: View) -> Iterator[Problem]:
    """Refuse a project that is named in both ways or in neither."""
    if client.known(_ANALYTICS) is None:
        return
    if client.has(f"{_ANALYTICS}.ApplicationArn"):
        there = client.surely_has(f"{_ANALYTICS}.ApplicationArn")
        said = [name for name in _BY_ID if there and client.surely_has(f"{_ANALYTICS}.{name}")]
        problem = f"cannot have {' and '.join(said)} beside ApplicationArn" if said else ""
    else:
        missing = [name for name in _BY_ID if not client.has(f"{_ANALYTICS}.{name}")]
        problem = f"needs ApplicationArn, or {' and '.join(missing)} too" if missing else ""
    if problem:
        yield client.problem(
            _ANALYTICS,
            problem,
            allowed="ApplicationArn alone, or ApplicationId with RoleArn and ExternalId",
            fix="name the project by ApplicationArn alone",
        )


@rule(
    "app-client.analytics-region",
    USER_POOL_CLIENT,
    why="the project must be in the pool's Region, or in us-east-1 where Pinpoint is not available",
    evidence="measured on AWS",
    source=GUIDE + "cognito-user-pools-pinpoint-integration.html",
)
def analytics_region(client: View) -> Iterator[Problem]:
    """Refuse a project in a third Region."""
    path = f"{_ANALYTICS}.ApplicationArn"
    arn = client.text(path)
    region = arn.split(":")[3] if arn is not None and arn.count(":") >= 5 else ""
    if arn is not None and region not in ("", "us-east-1", client.region):
        yield client.problem(
            path,
            f"must be in {client.region}, the pool's Region",
            got=arn,
            allowed="a project in the pool's Region, or in us-east-1 where Pinpoint is not available there",
            fix="use a project in the pool's Region",
        )
