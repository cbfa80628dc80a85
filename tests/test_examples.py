"""The example stacks: nothing is refused, every warning has an answer, and nothing is answered in vain."""

from dataclasses import replace
from typing import Any

import pytest

from constructs_lib import CustomDomain, ExistingUserPool, UserPoolSettings, check, profiles, single_page_app
from stacks import (
    article,
    company,
    customer_app,
    front_end,
    high_security,
    machines,
    minimal,
    partner,
    passwordless,
    platform,
    protected_api,
    shop_apis,
    triggers,
    user_data,
    workforce,
)


def with_certificate(settings: UserPoolSettings) -> UserPoolSettings:
    """Put in the certificate that the construct makes."""
    assert isinstance(settings.custom_domain, CustomDomain)
    arn = "arn:aws:acm:us-east-1:111122223333:certificate/made-by-the-construct"
    return replace(settings, custom_domain=replace(settings.custom_domain, certificate_arn=arn))


EXAMPLES: list[tuple[str, UserPoolSettings | ExistingUserPool, Any]] = [
    (
        "minimal",
        profiles.standard(app_clients={"web": single_page_app(callback_urls=["http://localhost:3000/signed-in"])}),
        minimal.ACKNOWLEDGED,
    ),
    ("article", article.customers(12), article.ACKNOWLEDGED),
    ("company", company.people(), company.ACKNOWLEDGED),
    ("customer_app", with_certificate(customer_app.customers()), customer_app.ACKNOWLEDGED),
    ("workforce", workforce.employees(), workforce.ACKNOWLEDGED),
    ("machines", machines.programs(), {}),
    ("high_security", high_security.operators(), {}),
    ("passwordless", passwordless.members(), {}),
    ("platform", platform.people(), {}),
    ("protected_api", protected_api.staff_and_programs(), protected_api.ACKNOWLEDGED),
    ("platform's groups", platform.groups("us-east-1_Example", "arn:aws:iam::111122223333:role/editors"), {}),
    ("front_end", front_end.members(), front_end.ACKNOWLEDGED),
    ("shop_apis", shop_apis.people_and_programs(), {}),
    ("user_data", user_data.readers(), {}),
    ("partner", partner.tickets("arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Example"), {}),
    ("portal", triggers.partners(), {}),
    ("linked accounts", triggers.customers(), {}),
]


@pytest.mark.parametrize(("name", "settings", "acknowledged"), EXAMPLES, ids=[name for name, *_ in EXAMPLES])
def test_every_warning_has_an_answer_and_every_answer_a_warning(
    name: str, settings: UserPoolSettings | ExistingUserPool, acknowledged: dict[str, str]
) -> None:
    assert {finding.rule for finding in check(settings)} == acknowledged.keys(), name
