"""The looks of the classic hosted pages: Cognito takes them only for a pool that has a domain.

https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_DOMAIN, USER_POOL_UI_CUSTOMIZATION
from constructs_lib.rules.references import made_before
from constructs_lib.rules.registry import CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.topics.domains import is_custom
from constructs_lib.rules.view import Problem, View

_PAGE = GUIDE + "hosted-ui-classic-branding.html"
_RESOURCE = CLOUDFORMATION + "aws-resource-cognito-userpooluicustomizationattachment.html"
_ISSUE = "https://github.com/aws/aws-cdk/issues/6953"


@rule(
    "ui-customization.no-domain",
    USER_POOL_UI_CUSTOMIZATION,
    severity="warning",
    why="AWS answers 'There has to be an existing domain associated with this user pool'; it may be made elsewhere",
    evidence="measured on AWS",
    source=_PAGE,
)
def no_domain(customization: View) -> Iterator[Problem]:
    """Warn of looks for pages that have no address."""
    if not customization.pool.all_around(USER_POOL_DOMAIN):
        yield customization.problem(
            (),
            "needs a domain of the pool, and there is none here",
            allowed="a customization of a pool with a domain",
            fix="add a prefix domain or a custom domain to the pool",
        )


@rule(
    "ui-customization.made-before-domain",
    USER_POOL_UI_CUSTOMIZATION,
    severity="warning",
    why="CloudFormation makes both at once, and AWS refuses the customization until the domain is there",
    evidence="reported",
    source=_ISSUE,
)
def made_before_domain(customization: View) -> Iterator[Problem]:
    """Warn of a customization that does not wait for the domain."""
    domains = customization.pool.all_around(USER_POOL_DOMAIN)
    if domains and not any(domain.key in made_before(customization) for domain in domains):
        yield customization.problem(
            (),
            "does not wait for the pool's domain",
            allowed="DependsOn with the domain's logical id",
            fix="say DependsOn; settings do so by themselves unless extra_attributes says otherwise",
        )


@rule(
    "ui-customization.domain-not-active",
    USER_POOL_UI_CUSTOMIZATION,
    severity="warning",
    why="a custom domain may take an hour to become active, and until then AWS may answer 'The domain associated with "
    "this user pool is currently not Active'",
    evidence="reported",
    source=_ISSUE,
)
def domain_not_active(customization: View) -> Iterator[Problem]:
    """Warn where only a custom domain carries the pages."""
    domains = customization.pool.all_around(USER_POOL_DOMAIN)
    if domains and all(map(is_custom, domains)):
        yield customization.problem(
            (),
            "may be refused until the custom domain is active",
            allowed="a customization of a pool with a prefix domain, or with a domain that is active already",
            fix="add the customization in a later deployment than the domain",
        )


@rule(
    "ui-customization.second",
    USER_POOL_UI_CUSTOMIZATION,
    why="pool and app client are the identity of a customization, and CloudFormation makes none twice",
    evidence="API model",
    source=_RESOURCE,
)
def second(customization: View) -> Iterator[Problem]:
    """Refuse two customizations of one app client, or for all."""
    if customization.twin("ClientId") is not None:
        yield customization.problem(
            "ClientId",
            "has another customization already",
            got=customization.get("ClientId"),
            allowed="one customization for each app client, and one for ALL",
            fix="put both style sheets into one",
        )
