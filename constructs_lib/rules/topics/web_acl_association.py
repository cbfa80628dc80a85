"""The web ACL that is put before a user pool: one, of the pool's Region.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, WEB_ACL_ASSOCIATION, target
from constructs_lib.rules.arns import arn_at
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.view import Problem, View

PLACES = "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html"


def is_of_a_pool(association: View) -> bool:
    """Tell whether it is a user pool that a web ACL is put before."""
    resource = association.source.get("ResourceArn")
    protected = association.neighbours.views.get(target(resource) or "")
    return protected.type == USER_POOL if protected is not None else ":userpool/" in str(resource)


@rule(
    "web-acl-association.arn",
    WEB_ACL_ASSOCIATION,
    why="AWS finds before a user pool only regional web ACLs of AWS WAF",
    evidence="developer guide",
    source=PLACES,
)
def association_arn(association: View) -> Iterator[Problem]:
    """Refuse the ARN of what is no regional web ACL."""
    arn = arn_at(association, "WebACLArn") if is_of_a_pool(association) else None
    if arn is None:
        return
    resource = arn.resource or "regional/webacl/"
    if arn.service not in (None, "wafv2") or not resource.startswith("regional/webacl/"):
        yield association.problem(
            "WebACLArn",
            "must be the ARN of a regional web ACL",
            got=association.get("WebACLArn"),
            allowed="arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>",
            fix="name a web ACL of scope REGIONAL",
        )


@rule(
    "web-acl-association.region",
    WEB_ACL_ASSOCIATION,
    why="a web ACL must be in the Region of what it protects",
    evidence="developer guide",
    source=PLACES,
)
def association_region(association: View) -> Iterator[Problem]:
    """Refuse a web ACL of another Region."""
    arn = arn_at(association, "WebACLArn") if is_of_a_pool(association) else None
    if arn is not None and arn.service == "wafv2" and arn.region not in (None, association.region):
        yield association.problem(
            "WebACLArn",
            f"must be in the pool's Region, {association.region}",
            got=association.get("WebACLArn"),
            allowed=f"a web ACL in {association.region}",
            fix="name a web ACL of the pool's Region",
        )


@rule(
    "web-acl-association.second",
    WEB_ACL_ASSOCIATION,
    severity="warning",
    why="one web ACL stands before a user pool: the one that is associated last takes the place of the other",
    evidence="developer guide",
    source=GUIDE + "user-pool-waf.html",
)
def second_association(association: View) -> Iterator[Problem]:
    """Warn of two web ACLs before one pool."""
    if is_of_a_pool(association) and association.twin() is not None:
        yield association.problem(
            "ResourceArn",
            "has another web ACL already",
            got=association.get("ResourceArn"),
            allowed="one web ACL before each user pool",
            fix="put the rules of both into one web ACL",
        )
