"""Rules about scopes."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, client, pool


def asked(*scopes: Any) -> Resources:
    return client(AllowedOAuthScopes=list(scopes))


def server(*scopes: Any, identifier: Any = "shop", **properties: Any) -> Resources:
    return {
        "Server": {
            "Type": "AWS::Cognito::UserPoolResourceServer",
            "Properties": {
                "UserPoolId": {"Ref": "Pool"},
                "Identifier": identifier,
                "Name": "Shop",
                "Scopes": [{"ScopeName": scope, "ScopeDescription": "."} for scope in scopes],
            }
            | properties,
        }
    }


CASES = [
    Case(
        rule="app-client.scope-unknown",
        fails=asked("openid", "mail"),
        says="""\
Client.AllowedOAuthScopes[1]: is no standard scope, got 'mail'
   allowed: openid, email, phone, profile, aws.cognito.signin.user.admin and <resource server>/<scope>
   fix: use a standard scope, or put the resource server's identifier and / in front
   [app-client.scope-unknown] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=asked("openid", "email", "aws.cognito.signin.user.admin", "shop/read"),
        silent=asked("openid", UNKNOWN),
    ),
    Case(
        rule="app-client.scope-not-on-server",
        fails=pool() | server("read", "write") | asked("shop/read", "shop/delete"),
        says="""\
Client.AllowedOAuthScopes[1]: is not defined by the resource server shop, got 'shop/delete'
   allowed: shop/read, shop/write
   fix: add the scope to the resource server, or correct it here
   [app-client.scope-not-on-server] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html""",
        passes=pool() | server("read", "write") | asked("shop/read", "shop/write"),
        silent=pool() | server("read", UNKNOWN) | asked("shop/delete"),
    ),
    Case(
        rule="app-client.scope-without-server",
        fails=pool() | server("read") | asked("shop/read", "depot/read"),
        says="""\
Client.AllowedOAuthScopes[1]: needs the resource server depot, which is not here, got 'depot/read'
   allowed: standard scopes, and scopes of the pool's resource servers
   fix: add the resource server to the pool, or see that it is there before this app client
   [app-client.scope-without-server] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html""",
        passes=pool() | server("read") | asked("shop/read"),
        silent=pool() | server("read", identifier=UNKNOWN) | asked("shop/read"),
    ),
    Case(
        rule="app-client.scope-needs-openid",
        fails=asked("email"),
        says="""\
Client.AllowedOAuthScopes[0]: needs openid beside it, got 'email'
   allowed: email together with openid
   fix: add openid to Client.AllowedOAuthScopes
   [app-client.scope-needs-openid] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html""",
        passes=asked("email", "openid"),
        silent=asked("email", UNKNOWN),
    ),
    Case(
        rule="app-client.scope-not-awaited",
        fails=pool() | server("read") | asked("openid", "shop/read"),
        says="""\
Client.AllowedOAuthScopes[1]: is of a resource server that may not be there yet when this app client is made, got \
'shop/read'
   allowed: standard scopes, and references to resource servers
   fix: refer to it: ScopeOf("…", "…") with its key in settings, Ref or DependsOn in a template
   [app-client.scope-not-awaited] https://github.com/serverless/serverless/issues/10041""",
        passes=pool() | server("read") | asked("openid", {"Fn::Join": ["", [{"Ref": "Server"}, "/read"]]}),
        silent=pool() | server("read") | client(AllowedOAuthScopes=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


def test_an_identifier_may_be_a_url() -> None:
    template = pool() | server("read", identifier="https://shop.example/api") | asked("https://shop.example/api/read")
    assert BY_RULE["app-client.scope-without-server"].messages(template) == []
    assert BY_RULE["app-client.scope-not-on-server"].messages(template) == []


def test_servers_of_a_pool_elsewhere_are_not_missed() -> None:
    assert BY_RULE["app-client.scope-without-server"].messages(asked("shop/read")) == []


def test_a_server_that_may_belong_to_the_pool_is_not_missed() -> None:
    template = pool() | server("read", UserPoolId={"Fn::Sub": "${Pool}"}) | asked("depot/read")
    assert BY_RULE["app-client.scope-without-server"].messages(template) == []


def test_a_server_without_scopes_has_none() -> None:
    template = pool() | server() | asked("shop/read")
    assert len(BY_RULE["app-client.scope-not-on-server"].messages(template)) == 1


def test_a_scope_by_reference_is_judged_like_one_by_identifier() -> None:
    def by_reference(scope: str) -> list[str]:
        asking = asked({"Fn::Join": ["", [{"Ref": "Server"}, f"/{scope}"]]})
        return [finding.rule for finding in judge(pool() | server("read") | asking) if finding.severity == "error"]

    assert by_reference("delete") == ["app-client.scope-not-on-server"]
    assert by_reference("read") == []


@pytest.mark.parametrize("waits", ["Server", ["Server"]])
def test_an_app_client_may_wait_for_the_resource_server_whose_scope_it_names_by_a_text(waits: Any) -> None:
    template = pool() | server("read") | asked("shop/read")
    template["Client"]["DependsOn"] = waits
    assert BY_RULE["app-client.scope-not-awaited"].messages(template) == []


def test_scopes_of_resource_servers_elsewhere_are_not_waited_for() -> None:
    template = pool() | server("read", UserPoolId={"Ref": "Other"}) | asked("shop/read")
    assert BY_RULE["app-client.scope-not-awaited"].messages(template) == []


def test_where_there_is_no_scope_none_is_allowed() -> None:
    (message,) = BY_RULE["app-client.scope-not-on-server"].messages(pool() | server() | asked("shop/read"))
    assert "\n   allowed: nothing: it has no scopes\n" in message


@pytest.mark.parametrize(("condition", "count"), [("Production", 1), ("Test", 0)])
def test_a_server_that_is_made_whenever_its_app_client_is_is_sure_to_be_there(condition: str, count: int) -> None:
    template = pool() | server("read") | asked("shop/delete")
    template["Server"]["Condition"] = condition
    template["Client"]["Condition"] = "Production"
    assert len(BY_RULE["app-client.scope-not-on-server"].messages(template)) == count


def test_of_two_servers_of_one_identifier_the_first_is_named() -> None:
    template = pool() | server("read") | {"Twin": server("write")["Server"]} | asked("shop/delete")
    (message,) = BY_RULE["app-client.scope-not-on-server"].messages(template)
    assert "\n   allowed: shop/read\n" in message


@pytest.mark.parametrize("scope", ["phone", "profile"])
def test_everything_about_the_user_needs_openid(scope: str) -> None:
    assert len(BY_RULE["app-client.scope-needs-openid"].messages(asked(scope))) == 1


def test_a_slash_at_the_beginning_names_no_server() -> None:
    assert BY_RULE["app-client.scope-without-server"].messages(pool() | asked("/read")) == []
