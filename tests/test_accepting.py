"""Whether tokens of a pool can be accepted, told of settings alone: no CDK, no Node."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from constructs_lib import (
    AppClient,
    ExistingUserPool,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    Verbatim,
    load_balancer,
    machine_to_machine,
    single_page_app,
)
from constructs_lib.accepting import Acceptance
from constructs_lib.rendering.write import render
from constructs_lib.rules.finding import Finding

_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
_ELB = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"
_PARAMETER = Verbatim({"Ref": "Parameter"})
_SIGNS_NOBODY_IN: list[Any] = ["ALLOW_REFRESH_TOKEN_AUTH"]
_WEB = single_page_app(callback_urls=["https://shop.example/in"], oauth_scopes=["openid"])


def _pool(**said: Any) -> Acceptance:
    settings = UserPoolSettings(**said)
    return Acceptance(settings, render(settings))


def _around(**said: Any) -> Acceptance:
    settings = ExistingUserPool(user_pool_id="eu-central-1_AbCdEfGhI", **said)
    return Acceptance(settings, render(settings))


def _clients(**clients: AppClient) -> Acceptance:
    return _pool(app_clients=clients)


def _servers(*names: str, make: Callable[..., Acceptance] = _pool, **more: Any) -> Acceptance:
    scopes = [Scope(name, description="Something") for name in names]
    return make(resource_servers={"orders": ResourceServer("shop/orders", scopes=scopes)}, **more)


def _texts(findings: Iterator[Finding]) -> list[str]:
    return [str(finding) for finding in findings]


# --- app clients ---


def test_an_app_client_by_its_key_is_accepted() -> None:
    assert _texts(_clients(web=_WEB).app_clients(["web", object()])) == []


def test_an_app_client_that_is_not_there_is_refused_with_those_that_are() -> None:
    assert _texts(_clients(web=_WEB, office=_WEB).app_clients(["office", "wbe"])) == [
        "app_clients[1]: is no app client of the settings, got 'wbe'\n"
        "   allowed: web, office\n"
        "   fix: use the key of one\n"
        f"   [authorizer.client-unknown] {_GUIDE}user-pool-settings-client-apps.html"
    ]


def test_settings_without_app_clients_say_so() -> None:
    [finding] = _pool().app_clients(["web"])
    assert finding.allowed == "none: the settings have no app clients"


def test_an_audience_of_nobody_is_refused() -> None:
    assert _texts(_clients(web=_WEB).app_clients([])) == [
        "app_clients: there is none, so no token would be accepted\n"
        "   allowed: keys of app_clients of the settings, and app clients of CDK's\n"
        "   fix: add an app client to the settings, or hand in one that is made elsewhere\n"
        f"   [authorizer.no-client] {_GUIDE}user-pool-settings-client-apps.html"
    ]


def test_a_single_key_in_place_of_a_list_is_refused() -> None:
    assert _texts(_clients(web=_WEB).app_clients("web")) == [
        "app_clients: must be a list, got 'web'\n"
        "   allowed: a list of keys\n"
        "   fix: write ['web']\n"
        f"   [authorizer.clients-form] {_GUIDE}user-pool-settings-client-apps.html"
    ]


def test_an_app_client_that_no_token_can_come_from_is_refused() -> None:
    assert _texts(_clients(closed=AppClient(auth_flows=_SIGNS_NOBODY_IN)).app_clients(["closed"])) == [
        'app_clients["closed"].auth_flows: lets nobody sign in, so there are no tokens of this app client to accept, '
        "got ['ALLOW_REFRESH_TOKEN_AUTH']\n"
        '   allowed: a flow that signs people in, or a grant in app_clients["closed"].oauth_flows\n'
        "   fix: add one, or leave this app client out\n"
        f"   [authorizer.no-tokens] {_GUIDE}amazon-cognito-user-pools-authentication-flow-methods.html"
    ]


@pytest.mark.parametrize(
    "client",
    [
        AppClient(),
        AppClient(auth_flows=("ALLOW_USER_SRP_AUTH",)),
        AppClient(auth_flows=("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH")),
        load_balancer(hosts=["app.shop.example"]),
        machine_to_machine(scopes=["orders/read"]),
        AppClient(auth_flows=_PARAMETER),
        AppClient(auth_flows=_SIGNS_NOBODY_IN, oauth_flows_enabled=True, oauth_flows=_PARAMETER),
    ],
    ids=["Cognito's flows", "SRP", "SRP and refresh", "load balancer", "machine", "unknown flows", "unknown grants"],
)
def test_wherever_tokens_may_come_from_is_accepted(client: AppClient) -> None:
    assert _texts(_clients(one=client).app_clients(["one"])) == []


# --- load balancers ---


def _balanced(client: AppClient, scope: str = "openid", has_domain: bool = True) -> list[str]:
    return _texts(_clients(alb=client).load_balancer("alb", scope, has_domain))


def test_the_client_of_a_load_balancer_suits_it() -> None:
    assert _balanced(load_balancer(hosts=["app.shop.example"])) == []


def test_everything_that_a_load_balancer_lacks_is_told_at_once() -> None:
    assert _balanced(AppClient(), "email profile", has_domain=False) == [
        'app_clients["alb"].generate_secret: must be true for a load balancer\n'
        "   fix: make the app client by load_balancer(hosts=[…]); a deployed one that gets a secret is another one\n"
        f"   [load-balancer.secret] {_ELB}",
        'app_clients["alb"].oauth_flows: must have code for a load balancer\n'
        '   allowed: code among them, with app_clients["alb"].oauth_flows_enabled true\n'
        "   fix: make the app client by load_balancer(hosts=[…])\n"
        f"   [load-balancer.grant] {_ELB}",
        'app_clients["alb"].callback_urls: must have the address at which a load balancer takes users back\n'
        "   allowed: https://<host in lower-case letters>/oauth2/idpresponse among them\n"
        "   fix: add it for each name of the load balancer\n"
        f"   [load-balancer.callback] {_ELB}",
        'app_clients["alb"].oauth_scopes: must have email and profile, for which the load balancer asks\n'
        "   allowed: email profile\n"
        "   fix: add what is missing, or have the load balancer ask for less\n"
        f"   [load-balancer.scope] {_ELB}",
        "scope: must have openid, since a load balancer wants an ID token, got 'email profile'\n"
        "   allowed: scopes separated by spaces, openid among them\n"
        "   fix: add openid\n"
        f"   [load-balancer.openid] {_ELB}",
        "domain: there is none, and people sign in at the pool's domain\n"
        "   allowed: prefix_domain or custom_domain in the settings, or a domain that is handed in\n"
        "   fix: add one to the settings, or hand in the one that is made elsewhere\n"
        f"   [load-balancer.domain] {_GUIDE}cognito-user-pools-assign-domain.html",
    ]


def test_what_does_not_suit_a_load_balancer_is_shown() -> None:
    client = AppClient(
        generate_secret=False,
        oauth_flows_enabled=True,
        oauth_flows=["implicit"],
        oauth_scopes=["email"],
        callback_urls=["https://shop.example/in"],
    )
    found = list(_clients(alb=client).load_balancer("alb", "openid", has_domain=True))
    assert [finding.got for finding in found] == [False, ["implicit"], ["https://shop.example/in"], ["email"]]
    assert {finding.severity for finding in found} == {"error"}


def test_scopes_that_the_client_has_may_be_asked_for() -> None:
    client = load_balancer(hosts=["app.shop.example"], oauth_scopes=["openid", "email", "profile"])
    assert _balanced(client, "openid email") == []
    assert _balanced(client, "openid phone")[0].startswith('app_clients["alb"].oauth_scopes: must have phone, for')


def test_what_nobody_knows_before_deploy_suits_a_load_balancer() -> None:
    unknown = AppClient(
        generate_secret=_PARAMETER,
        oauth_flows_enabled=True,
        oauth_flows=_PARAMETER,
        oauth_scopes=_PARAMETER,
        callback_urls=[Verbatim({"Fn::Sub": "https://${Balancer.DNSName}/oauth2/idpresponse"})],
    )
    assert _balanced(unknown) == []


def test_a_load_balancer_needs_an_app_client_of_the_settings() -> None:
    [finding] = _clients(web=_WEB).load_balancer("alb", "openid", has_domain=True)
    assert (finding.rule, finding.path, finding.got) == ("authorizer.client-unknown", "app_client", "alb")


# --- scopes ---


def test_scopes_of_a_resource_server_are_found_by_key_and_by_identifier() -> None:
    known = ("openid", "aws.cognito.signin.user.admin", "shop/orders/read", ScopeOf("orders", "write"))
    assert _texts(_servers("read", "write").scopes(known)) == []


def test_a_scope_that_no_resource_server_has_is_refused_with_those_that_are_there() -> None:
    standard = "openid, email, phone, profile, aws.cognito.signin.user.admin"
    fix = "add it to resource_servers, or give CDK the text if its resource server is made elsewhere"
    unknown = ("shop/orders/ship", "stock/read", "admin", ScopeOf("orders", "ship"), ScopeOf("stock", "read"))
    got = ("shop/orders/ship", "stock/read", "admin", "orders/ship", "stock/read")
    assert _texts(_servers("read").scopes(unknown)) == [
        f"authorization_scopes[{index}]: is of no resource server of the settings, got '{scope}'\n"
        f"   allowed: {standard}, shop/orders/read\n"
        f"   fix: {fix}\n"
        f"   [authorizer.scope-unknown] {_GUIDE}cognito-user-pools-define-resource-servers.html"
        for index, scope in enumerate(got)
    ]


def test_an_existing_pool_may_have_resource_servers_of_its_own() -> None:
    said = ("stock/read", "shop/orders/ship", "admin", ScopeOf("stock", "read"))
    refused = [finding.got for finding in _servers("read", make=_around).scopes(said)]
    assert refused == ["shop/orders/ship", "admin", "stock/read"]


def test_what_is_known_at_deploy_alone_may_be_any_scope() -> None:
    unknown = _pool(resource_servers={"orders": ResourceServer(_PARAMETER, scopes=_PARAMETER)})
    assert _texts(unknown.scopes(["orders/read", "${Token[TOKEN.1]}", ScopeOf("orders", "read")])) == []
    assert [finding.allowed for finding in unknown.scopes(["admin"])] == [
        "openid, email, phone, profile, aws.cognito.signin.user.admin"
    ]


# --- issuers ---


def test_an_issuer_that_is_known_at_deploy_alone_is_refused_where_it_is_named() -> None:
    assert _texts(_pool(issuer_type=_PARAMETER).known_issuer()) == [
        "issuer_type: must be known to name the issuer of tokens, got {'Ref': 'Parameter'}\n"
        "   allowed: ORIGINAL and UPDATED\n"
        "   fix: say one of them\n"
        "   [authorizer.issuer-unknown] "
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html"
    ]


def test_what_no_token_comes_from_and_an_unknown_issuer_are_errors() -> None:
    renewing = AppClient(auth_flows=["ALLOW_REFRESH_TOKEN_AUTH"])
    found = [*_clients(jobs=renewing).app_clients(["jobs"]), *_pool(issuer_type=_PARAMETER).known_issuer()]
    assert [finding.severity for finding in found] == ["error", "error"]


@pytest.mark.parametrize("pool", [_pool(), _pool(issuer_type="ORIGINAL"), _pool(issuer_type="UPDATED"), _around()])
def test_an_issuer_that_is_known_or_not_said_is_accepted(pool: Acceptance) -> None:
    assert _texts(pool.known_issuer()) == []


def test_the_updated_issuer_is_a_warning_where_it_is_not_accepted() -> None:
    [finding] = _pool(issuer_type="UPDATED").original_issuer()
    assert finding.severity == "warning"
    assert str(finding) == (
        "issuer_type: is not for Cognito authorizers of REST APIs nor for load balancers, as AWS says, got 'UPDATED'\n"
        "   allowed: ORIGINAL\n"
        "   fix: keep ORIGINAL, authorize by an HTTP API or a function, or acknowledge this if you have seen it work\n"
        f"   [authorizer.updated-issuer] {_GUIDE}federation-endpoints.html#user-pool-oidc-issuer"
    )


def test_an_existing_pool_has_the_issuer_that_it_is_said_to_have() -> None:
    assert [finding.path for finding in _around().original_issuer("UPDATED")] == ["issuer_type"]
    assert _texts(_around().original_issuer("ORIGINAL")) == []


@pytest.mark.parametrize("pool", [_pool(), _pool(issuer_type="ORIGINAL"), _pool(issuer_type=_PARAMETER), _around()])
def test_any_other_issuer_is_none(pool: Acceptance) -> None:
    assert _texts(pool.original_issuer()) == []
