"""Another team's stack on the platform's pool."""

from aws_cdk import App
from aws_cdk.assertions import Template

from stacks.platform import PlatformStack
from tests.cdk.synth import ids_of, properties_of
from tests.stacks.templates import CLIENT, GROUP, POOL, partner, platform, platform_and_partner

SERVER, STYLE = "AWS::Cognito::UserPoolResourceServer", "AWS::Cognito::ManagedLoginBranding"


def test_it_is_an_app_client_its_style_an_api_and_a_group() -> None:
    assert sorted(ids_of(partner()).values()) == [STYLE, CLIENT, GROUP, SERVER]


def test_all_of_it_is_in_the_platforms_pool() -> None:
    (pool,) = ids_of(platform(), POOL)
    (export,) = (
        output["Export"]["Name"]
        for output in platform().to_json()["Outputs"].values()
        if "Export" in output and output["Value"] == {"Ref": pool}
    )
    for kind in (CLIENT, GROUP, SERVER, STYLE):
        pool_id = properties_of(partner(), kind)["UserPoolId"]
        number, parts = pool_id["Fn::Select"]
        separator, arn = parts["Fn::Split"]
        assert (number, separator, arn["Fn::Join"][1][-1]) == (1, "/", {"Fn::ImportValue": export})


def test_the_shop_asks_for_its_own_scope_and_cannot_change_what_is_not_its_own() -> None:
    client = properties_of(partner(), CLIENT)
    (server,) = ids_of(partner(), SERVER)
    assert client["AllowedOAuthScopes"] == ["openid", "email", {"Fn::Join": ["", [{"Ref": server}, "/buy"]]}]
    assert (client["ReadAttributes"], client["WriteAttributes"]) == (["email", "email_verified"], ["email"])


def test_the_platforms_stack_is_the_same_but_for_the_export() -> None:
    alone = Template.from_stack(PlatformStack(App(), "Platform")).to_json()
    assert platform().to_json()["Resources"] == alone["Resources"]


def test_the_pool_is_made_first() -> None:
    owner, added = platform_and_partner()
    assert owner in added.dependencies
