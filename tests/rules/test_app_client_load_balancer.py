"""Rules about app clients of load balancers."""

from typing import Any

import pytest

from constructs_lib.checking import check
from constructs_lib.profiles import standard
from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from constructs_lib.settings import PrefixDomain, load_balancer
from tests.rules.case import UNKNOWN, Case, client

_GUIDE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"
HOSTED = {
    "GenerateSecret": True,
    "AllowedOAuthFlowsUserPoolClient": True,
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthScopes": ["openid"],
}


def balanced(host: Any = "app.shop.example", **properties: Any) -> Resources:
    url = f"https://{host}/oauth2/idpresponse" if isinstance(host, str) else host
    return client(CallbackURLs=[url], **HOSTED | properties)


CASES = [
    Case(
        rule="app-client.load-balancer-capitals",
        fails=balanced("Shop-1.eu-central-1.elb.amazonaws.com"),
        says=f"""\
Client.CallbackURLs[0]: must be in lower-case letters for a load balancer, got \
'https://Shop-1.eu-central-1.elb.amazonaws.com/oauth2/idpresponse'
   allowed: https://shop-1.eu-central-1.elb.amazonaws.com/oauth2/idpresponse
   fix: write it in lower-case letters
   [app-client.load-balancer-capitals] {_GUIDE}""",
        passes=balanced(),
        silent=balanced(UNKNOWN),
    ),
    Case(
        rule="app-client.load-balancer-secret",
        fails=balanced(GenerateSecret=False),
        says=f"""\
Client.GenerateSecret: must be true for a load balancer, got False
   allowed: true where Client.CallbackURLs has the address of a load balancer
   fix: set it to true; on a deployed app client this makes another one with another id
   [app-client.load-balancer-secret] {_GUIDE}""",
        passes=balanced(),
        silent=balanced(GenerateSecret=UNKNOWN),
    ),
    Case(
        rule="app-client.load-balancer-grant",
        fails=balanced(AllowedOAuthScopes=["email"]),
        says=f"""\
Client.AllowedOAuthScopes: must have openid for a load balancer, got ['email']
   allowed: openid among them
   fix: add openid
   [app-client.load-balancer-grant] {_GUIDE}""",
        passes=balanced(AllowedOAuthScopes=["email", "openid"]),
        silent=balanced(AllowedOAuthScopes=UNKNOWN),
    ),
]


@pytest.mark.parametrize(
    ("properties", "places"),
    [
        ({"AllowedOAuthFlows": ["implicit"]}, [("AllowedOAuthFlows",)]),
        ({"AllowedOAuthFlowsUserPoolClient": False}, [("AllowedOAuthFlows",)]),
        ({"AllowedOAuthFlows": [], "AllowedOAuthScopes": None}, [("AllowedOAuthFlows",), ("AllowedOAuthScopes",)]),
    ],
)
def test_a_load_balancer_takes_codes_and_wants_an_id_token(properties: Any, places: Any) -> None:
    findings = judge(balanced(**properties))
    assert [one.property for one in findings if one.rule == "app-client.load-balancer-grant"] == places


def test_any_other_callback_url_is_no_load_balancers() -> None:
    resources = client(CallbackURLs=["https://Shop.example/signed-in"])
    assert [one.rule for one in judge(resources) if "load-balancer" in one.rule] == []


def test_the_kind_for_load_balancers_is_free_of_findings_about_it() -> None:
    settings = standard(
        app_clients={"shop": load_balancer(hosts=["app.shop.example"])}, prefix_domain=PrefixDomain("shop")
    )
    assert [one.rule for one in check(settings) if one.rule.startswith("app-client.")] == []
