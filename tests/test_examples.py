"""The example stacks: nothing is refused, every warning has an answer, and nothing is answered in vain."""

from typing import Any

import pytest

from constructs_lib import UserPoolSettings, check, profiles, single_page_app
from stacks import article, company, minimal

EXAMPLES: list[tuple[str, UserPoolSettings, Any]] = [
    (
        "minimal",
        profiles.standard(app_clients={"web": single_page_app(callback_urls=["http://localhost:3000/signed-in"])}),
        minimal.ACKNOWLEDGED,
    ),
    ("article", article.customers(12), article.ACKNOWLEDGED),
    ("company", company.people(), company.ACKNOWLEDGED),
]


@pytest.mark.parametrize(("name", "settings", "acknowledged"), EXAMPLES, ids=[name for name, *_ in EXAMPLES])
def test_every_warning_has_an_answer_and_every_answer_a_warning(
    name: str, settings: UserPoolSettings, acknowledged: dict[str, str]
) -> None:
    assert {finding.rule for finding in check(settings)} == acknowledged.keys(), name
