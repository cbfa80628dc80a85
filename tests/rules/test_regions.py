"""Rules about Regions without pools or domains."""

from constructs_lib.rules import Deployment, judge
from tests.rules.case import Case, domain, pool

CASES = [
    Case(
        rule="pool.region",
        fails=pool(),
        says="""\
Pool: is in cn-north-1, where AWS has no user pools
   allowed: a Region outside of China
   fix: make the pool in another Region, unless AWS has added them since
   [pool.region] https://docs.amazonaws.cn/en_us/aws/latest/userguide/cognito.html""",
        passes={},
        silent={},
        where=Deployment(region="cn-north-1"),
    ),
    Case(
        rule="domain.region",
        fails=domain(Domain="shop"),
        says="""\
Domain: is in ca-west-1, where CloudFormation has not known domains
   allowed: another Region, or a domain that is made in the console
   fix: try it in a pool for tests, or make the pool in another Region
   [domain.region] https://github.com/formkiq/formkiq-core/issues/238""",
        passes={},
        silent={},
        where=Deployment(region="ca-west-1"),
    ),
]


def test_no_other_region_is_one_and_none_is_known_before_it_is_said() -> None:
    for case in CASES:
        for where in (Deployment(), Deployment(region="eu-central-1")):
            assert [one for one in judge(case.fails, where) if one.rule == case.rule] == []
