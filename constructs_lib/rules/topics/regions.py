"""Regions in which AWS does not have user pools, or not all of them, as far as anybody has said.

AWS adds Regions more often than anybody reads about it: these are warnings, and no other Region is one.
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_DOMAIN
from constructs_lib.rules.facts.regions import WITHOUT_DOMAINS
from constructs_lib.rules.registry import rule
from constructs_lib.rules.view import Problem, View


@rule(
    "pool.region",
    USER_POOL,
    severity="warning",
    why="AWS has identity pools in China and no user pools",
    evidence="developer guide",
    source="https://docs.amazonaws.cn/en_us/aws/latest/userguide/cognito.html",
)
def pool_region(pool: View) -> Iterator[Problem]:
    """Warn of a pool in China."""
    if pool.region.startswith("cn-"):
        yield pool.problem(
            (),
            f"is in {pool.region}, where AWS has no user pools",
            allowed="a Region outside of China",
            fix="make the pool in another Region, unless AWS has added them since",
        )


@rule(
    "domain.region",
    USER_POOL_DOMAIN,
    severity="warning",
    why="CloudFormation has answered 'Unrecognized resource types: [AWS::Cognito::UserPoolDomain]' there",
    evidence="reported",
    source="https://github.com/formkiq/formkiq-core/issues/238",
)
def domain_region(domain: View) -> Iterator[Problem]:
    """Warn of a domain where CloudFormation did not know any."""
    if domain.region in WITHOUT_DOMAINS:
        yield domain.problem(
            (),
            f"is in {domain.region}, where CloudFormation has not known domains",
            allowed="another Region, or a domain that is made in the console",
            fix="try it in a pool for tests, or make the pool in another Region",
        )
