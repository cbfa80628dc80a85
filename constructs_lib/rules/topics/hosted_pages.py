"""What is for one version of the hosted pages, which a domain of the pool must serve.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
"""

from collections.abc import Iterator
from dataclasses import dataclass

from constructs_lib.resources.model import (
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL_DOMAIN,
    USER_POOL_UI_CUSTOMIZATION,
)
from constructs_lib.rules.registry import API, GUIDE, Check, Evidence, rule
from constructs_lib.rules.view import Problem, View


@dataclass(frozen=True)
class Pages:
    """What is shown on which version of the hosted pages."""

    topic: str
    resource: str
    version: int
    name: str
    evidence: Evidence
    source: str


PAGES = (
    Pages(
        "branding",
        MANAGED_LOGIN_BRANDING,
        2,
        "managed login",
        "developer guide",
        GUIDE + "managed-login-branding.html",
    ),
    Pages("terms", TERMS, 2, "managed login", "developer guide", GUIDE + "cognito-user-pools-managed-login.html"),
    Pages(
        "ui-customization",
        USER_POOL_UI_CUSTOMIZATION,
        1,
        "the classic pages",
        "API model",
        API + "API_SetUICustomization.html",
    ),
)
"""Each row is a rule."""


def _not_shown(pages: Pages) -> Check:
    def check(view: View) -> Iterator[Problem]:
        """Warn of what none of the pool's domains shows."""
        domains = view.pool.all_around(USER_POOL_DOMAIN)
        versions = {domain.number("ManagedLoginVersion") or 1 for domain in domains}
        if versions and pages.version not in versions:
            yield view.problem(
                (),
                f"is for {pages.name}, which no domain of the pool serves",
                allowed=f"a domain with ManagedLoginVersion {pages.version}",
                fix=f"set ManagedLoginVersion of the domain to {pages.version}, or leave this out",
            )

    return check


for _row in PAGES:
    rule(
        f"{_row.topic}.not-shown",
        _row.resource,
        severity="warning",
        why=f"it is shown on {_row.name} alone (version {_row.version} of a domain; 1 where nothing is said)",
        evidence=_row.evidence,
        source=_row.source,
    )(_not_shown(_row))
