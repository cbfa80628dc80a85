"""`FrontEnd`: what it says is what is rendered in the end, and what no front end can use is refused before."""

import json
from typing import Any

import jsii
import pytest
from aws_cdk import App, Aspects, CfnOutput, IAspect, Stack
from aws_cdk.assertions import Annotations, Match, Template
from aws_cdk.aws_cognito import CfnUserPool, CfnUserPoolClient
from constructs import IConstruct

from constructs_lib import (
    CustomDomain,
    ExistingUserPool,
    Group,
    InvalidSettingsError,
    PrefixDomain,
    ProviderOf,
    UserPoolSettings,
    google,
    machine_to_machine,
    profiles,
    secret,
    single_page_app,
    web_app,
)
from constructs_lib.cdk import CognitoIdentityPool, CognitoUserPool, ExistingCognitoUserPool, FrontEnd
from tests.front_ends.schema import misfits

URLS = {"callback_urls": ["https://shop.example/in"], "logout_urls": ["https://shop.example/"]}
SETTINGS = profiles.consumer(
    prefix_domain=PrefixDomain("shop"),
    groups={"editors": Group(precedence=1)},
    app_clients={"web": single_page_app(**URLS), "server": web_app(**URLS)},
)
HERE = {"region": "eu-central-1", "account": "111122223333"}


def stack(name: str = "Shop", app: App | None = None) -> Stack:
    return Stack(app or App(), name, env=HERE)


def users_in(scope: Stack, settings: UserPoolSettings = SETTINGS) -> CognitoUserPool:
    return CognitoUserPool(scope, "Users", settings=settings)


def said_by(scope: Stack) -> dict[str, Any]:
    """Give what the one front end of a stack says; references stand as the logical id in angle brackets."""
    outputs = Template.from_stack(scope).find_outputs("*", {"Description": Match.string_like_regexp("What .* reads")})
    [output] = outputs.values()
    pieces = output["Value"]["Fn::Join"][1]
    said: dict[str, Any] = json.loads("".join(each if isinstance(each, str) else f"<{each['Ref']}>" for each in pieces))
    return said


def auth_of(scope: Stack) -> dict[str, Any]:
    found: dict[str, Any] = said_by(scope)["amplify"]["auth"]
    return found


def test_both_forms_are_in_one_output_with_the_ids_that_only_the_deploy_tells() -> None:
    scope = stack()
    users = users_in(scope)
    FrontEnd(scope, "Web", users, "web")
    said = said_by(scope)
    pool, client = scope.resolve(users.cfn_user_pool.ref)["Ref"], scope.resolve(users.cfn_app_clients["web"].ref)["Ref"]
    assert said["front_end"] == "Shop/Web"
    assert said["oidc"] == {
        "authority": f"https://cognito-idp.eu-central-1.amazonaws.com/<{pool}>",
        "client_id": f"<{client}>",
        "redirect_uri": "https://shop.example/in",
        "post_logout_redirect_uri": "https://shop.example/",
        "response_type": "code",
        "scope": "openid email",
    }
    auth = said["amplify"]["auth"]
    assert (auth["user_pool_id"], auth["user_pool_client_id"]) == (f"<{pool}>", f"<{client}>")
    assert auth["oauth"]["domain"] == "shop.auth.eu-central-1.amazoncognito.com"
    assert auth["groups"] == [{"editors": {"precedence": 1}}]
    assert list(misfits(said["amplify"])) == []


def test_what_is_set_on_the_l1s_afterwards_shows() -> None:
    scope = stack()
    users = users_in(scope)
    FrontEnd(scope, "Web", users, "web")
    users.cfn_user_pool.mfa_configuration = "ON"
    users.cfn_app_clients["web"].callback_ur_ls = ["https://new.example/in"]
    auth = auth_of(scope)
    assert auth["mfa_configuration"] == "REQUIRED"
    assert auth["oauth"]["redirect_sign_in_uri"] == ["https://new.example/in"]


def test_what_is_laid_over_the_l1s_shows_whenever_that_was() -> None:
    scope = stack()
    users = users_in(scope)
    users.cfn_user_pool.add_property_override("Policies.PasswordPolicy.MinimumLength", 20)
    FrontEnd(scope, "Web", users, "web")
    users.cfn_user_pool.add_override("Properties.Policies.PasswordPolicy", {"RequireSymbols": False})
    users.cfn_user_pool.add_property_override(property_path="AutoVerifiedAttributes", value=["phone_number"])
    users.cfn_app_clients["web"].add_property_override("CallbackURLs.0", "https://new.example/in")
    users.cfn_user_pool.add_property_deletion_override("UsernameAttributes")
    users.cfn_groups["editors"].add_deletion_override("Properties.Precedence")
    auth = auth_of(scope)
    assert (auth["password_policy"]["min_length"], auth["password_policy"]["require_symbols"]) == (20, False)
    assert auth["password_policy"]["require_numbers"] is True
    assert auth["user_verification_types"] == ["phone_number"]
    assert auth["oauth"]["redirect_sign_in_uri"] == ["https://new.example/in"]
    assert auth["username_attributes"] == ["username"]
    assert auth["groups"] == [{"editors": {}}]


@jsii.implements(IAspect)
class _Stricter:
    def visit(self, node: IConstruct) -> None:
        if isinstance(node, CfnUserPool):
            node.mfa_configuration = "ON"
            node.add_property_override("Policies.PasswordPolicy.MinimumLength", 30)
        if isinstance(node, CfnUserPoolClient):
            node.add_property_override("LogoutURLs", ["https://bye.example/"])


def test_what_aspects_do_shows() -> None:
    scope = stack()
    FrontEnd(scope, "Web", users_in(scope), "web")
    Aspects.of(scope).add(_Stricter())
    auth = auth_of(scope)
    assert (auth["mfa_configuration"], auth["password_policy"]["min_length"]) == ("REQUIRED", 30)
    assert auth["oauth"]["redirect_sign_out_uri"] == ["https://bye.example/"]


def test_what_is_said_is_what_the_template_says() -> None:
    scope = stack()
    users = users_in(scope)
    FrontEnd(scope, "Web", users, "web")
    users.cfn_user_pool.add_property_override("Policies.PasswordPolicy.MinimumLength", 20)
    auth = auth_of(scope)
    pool = next(iter(Template.from_stack(scope).find_resources("AWS::Cognito::UserPool").values()))["Properties"]
    policy = pool["Policies"]["PasswordPolicy"]
    assert auth["password_policy"] == {
        "min_length": policy["MinimumLength"],
        **{
            f"require_{name}": policy[f"Require{name.capitalize()}"]
            for name in ("numbers", "lowercase", "uppercase", "symbols")
        },
    }
    assert policy["MinimumLength"] == 20
    assert auth["user_verification_types"] == pool["AutoVerifiedAttributes"]


def test_overrides_still_reach_the_template_just_as_without_a_front_end() -> None:
    def template(*, told: bool) -> Any:
        scope = stack()
        users = users_in(scope)
        if told:
            FrontEnd(scope, "Web", users, "web")
        users.cfn_user_pool.add_property_override("Policies.PasswordPolicy.MinimumLength", 20)
        users.cfn_user_pool.add_property_deletion_override("AutoVerifiedAttributes")
        return Template.from_stack(scope).to_json()["Resources"]

    assert template(told=True) == template(told=False)


def test_providers_are_told_by_their_kind() -> None:
    scope = stack()
    provider = google(
        client_id="1234.apps.googleusercontent.com",
        client_secret=secret("shop/google"),
        attribute_mapping={"email": "email"},
    )
    web = single_page_app(**URLS, supported_identity_providers=["COGNITO", ProviderOf("google")])
    settings = profiles.consumer(
        identity_providers={"google": provider}, prefix_domain=PrefixDomain("shop"), app_clients={"web": web}
    )
    FrontEnd(scope, "Web", users_in(scope, settings), "web")
    assert auth_of(scope)["oauth"]["identity_providers"] == ["GOOGLE"]
    assert "shop/google" not in json.dumps(said_by(scope))


def test_an_identity_pool_is_told_of_another_stack_too() -> None:
    app = App()
    scope, other = stack("Shop", app), stack("Other", app)
    users = users_in(scope)
    FrontEnd(
        scope,
        "Web",
        users,
        "web",
        identities=CognitoIdentityPool(scope, "Identities", user_pools={"web": (users, "web")}),
    )
    assert auth_of(scope)["identity_pool_id"].startswith("<Identities")
    assert auth_of(scope)["unauthenticated_identities_enabled"] is False
    with pytest.raises(ValueError, match=r"^scope: must be in the pool's stack, Shop, since"):
        FrontEnd(other, "Web", users, "web")


def test_an_identity_pool_of_other_clients_is_told_as_a_warning() -> None:
    scope = stack()
    users = users_in(scope)
    identities = CognitoIdentityPool(scope, "Identities", user_pools={"server": (users, "server")})
    FrontEnd(scope, "Web", users, "web", identities=identities)
    [warning] = Annotations.from_stack(scope).find_warning("/Shop/Web", Match.any_value())
    assert str(warning.entry.data).startswith('app_clients["web"]: should be one of the app clients')


def test_an_override_of_the_identity_pool_shows() -> None:
    scope = stack()
    users = users_in(scope)
    identities = CognitoIdentityPool(scope, "Identities", user_pools={"web": (users, "web")})
    FrontEnd(scope, "Web", users, "web", identities=identities)
    identities.cfn_identity_pool.add_property_override("AllowUnauthenticatedIdentities", True)
    assert auth_of(scope)["unauthenticated_identities_enabled"] is True
    assert Annotations.from_stack(scope).find_warning("/Shop/Web", Match.any_value()) == []


def test_parameters_hold_both_forms_and_the_ids() -> None:
    scope = stack()
    FrontEnd(scope, "Web", users_in(scope), "web", parameters="/shop/web/")
    template = Template.from_stack(scope)
    [output] = template.find_outputs("*", {"Description": "What web reads"}).values()
    found = template.find_resources("AWS::SSM::Parameter").values()
    values = {each["Properties"]["Name"]: each["Properties"]["Value"] for each in found}
    assert values.keys() == {f"/shop/web/{name}" for name in ("amplify", "oidc", "user-pool-id", "app-client-id")}
    whole = json.dumps(output["Value"]["Fn::Join"][1])[1:-1]
    for name in ("amplify", "oidc"):
        part = json.dumps(values[f"/shop/web/{name}"]["Fn::Join"][1])[2:-2]
        assert part in whole


def test_of_an_existing_pool_the_ids_are_told_and_what_is_added_to_it() -> None:
    scope = stack()
    settings = profiles.standard.fill(
        ExistingUserPool(user_pool_id="eu-central-1_Example", app_clients={"web": single_page_app(**URLS)})
    )
    users = ExistingCognitoUserPool(scope, "Users", settings=settings)
    FrontEnd(scope, "Web", users, "web", domain="login.shop.example")
    said = said_by(scope)
    assert said["amplify"]["auth"].keys() == {"aws_region", "user_pool_id", "user_pool_client_id", "oauth", "groups"}
    assert said["amplify"]["auth"]["oauth"]["domain"] == "login.shop.example"
    assert said["oidc"]["authority"] == "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example"


def test_a_custom_domain_is_the_host_of_the_pages() -> None:
    scope = stack()
    arn = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-1111-2222-3333-444455556666"
    domain = CustomDomain("login.shop.example", certificate_arn=arn)
    settings = profiles.consumer(custom_domain=domain, app_clients={"web": single_page_app(**URLS)})
    FrontEnd(scope, "Web", users_in(scope, settings), "web")
    assert auth_of(scope)["oauth"]["domain"] == "login.shop.example"


def test_without_hosted_pages_there_is_no_form_for_openid_connect() -> None:
    scope = stack()
    front_end = FrontEnd(
        scope, "Web", users_in(scope, profiles.consumer(app_clients={"web": single_page_app(**URLS)})), "web"
    )
    assert front_end.oidc is None
    assert said_by(scope).keys() == {"front_end", "amplify"}


def test_the_text_of_a_form_goes_anywhere() -> None:
    scope = stack()
    front_end = FrontEnd(scope, "Web", users_in(scope), "web")
    CfnOutput(scope, "Own", value=front_end.oidc or "")
    own = Template.from_stack(scope).find_outputs("Own")["Own"]["Value"]["Fn::Join"][1]
    assert own[0] == '{"authority":"https://cognito-idp.eu-central-1.amazonaws.com/'


def _made(scope: Stack) -> list[str]:
    return [child.node.path for child in scope.node.children]


def test_a_client_that_does_not_exist_is_refused_before_anything_is_made() -> None:
    scope = stack()
    users = users_in(scope)
    before = _made(scope)
    with pytest.raises(ValueError, match=r"^app_client: there is no app client app; there are web, server$"):
        FrontEnd(scope, "Web", users, "app")
    assert _made(scope) == before


def test_all_that_is_wrong_is_told_at_once() -> None:
    scope = stack()
    users = users_in(scope)
    with pytest.raises(ValueError, match="there is no app client app") as refused:
        FrontEnd(
            scope, "Web", users, "app", domain="https://login.shop.example/", parameters="shop", acknowledge={"x": "y"}
        )
    assert str(refused.value).splitlines()[:3] == [
        "app_client: there is no app client app; there are web, server",
        "domain: must be a host such as login.shop.example, got 'https://login.shop.example/'",
        "parameters: must begin with a slash, as SSM wants it, got 'shop'",
    ]
    assert str(refused.value).splitlines()[3].startswith("acknowledge: there is no x; there are front-end.secret, ")


def test_a_secret_is_refused_in_the_users_words_before_anything_is_made() -> None:
    scope = stack()
    users = users_in(scope)
    before = _made(scope)
    with pytest.raises(InvalidSettingsError) as refused:
        FrontEnd(scope, "Web", users, "server")
    assert [finding.path for finding in refused.value.findings] == ['app_clients["server"].generate_secret']
    assert _made(scope) == before


def test_a_client_of_programs_is_refused_for_both_reasons_at_once() -> None:
    scope = stack()
    settings = profiles.machine_to_machine(
        prefix_domain=PrefixDomain("shop"), app_clients={"job": machine_to_machine(scopes=["orders/read"])}
    )
    users = users_in(scope, settings)
    with pytest.raises(InvalidSettingsError) as refused:
        FrontEnd(scope, "Job", users, "job")
    assert [finding.rule for finding in refused.value.findings] == ["front-end.secret", "front-end.no-users"]


def test_a_missing_way_back_is_told_as_a_warning() -> None:
    scope = stack()
    web = single_page_app(callback_urls=["https://shop.example/in"])
    users = users_in(scope, profiles.consumer(prefix_domain=PrefixDomain("shop"), app_clients={"web": web}))
    FrontEnd(scope, "Web", users, "web")
    warnings = Annotations.from_stack(scope).find_warning("/Shop/Web", Match.any_value())
    assert len(warnings) == 1
    assert str(warnings[0].entry.data).startswith(
        'app_clients["web"].logout_urls: should be given: amplify_outputs.json'
    )
    assert "oauth" not in auth_of(scope)


def test_a_warning_is_acknowledged_by_its_id_and_nothing_else_is() -> None:
    scope = stack()
    web = single_page_app(callback_urls=["https://shop.example/in"])
    users = users_in(scope, profiles.consumer(prefix_domain=PrefixDomain("shop"), app_clients={"web": web}))
    known = {"front-end.no-logout-url": "the app has a page of its own"}
    FrontEnd(scope, "Web", users, "web", acknowledge=known)
    assert Annotations.from_stack(scope).find_warning("/Shop/Web", Match.any_value()) == []
    with pytest.raises(
        ValueError, match=r"^acknowledge: there is no front-end\.nothing; there are front-end\.secret, "
    ):
        FrontEnd(scope, "Other", users, "web", acknowledge={"front-end.nothing": "because"})
