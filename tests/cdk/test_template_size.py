"""What has no room in a template is told by what to split, before CDK or CloudFormation tells less."""

import base64
import re

import pytest
from aws_cdk import App, Stack

from constructs_lib import BrandingAsset, ClientIdOf, Group, ManagedLoginBranding, profiles, single_page_app
from constructs_lib.cdk import CognitoUserPool

_PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(225_000)).decode()


def _groups(count: int) -> dict[str, Group]:
    return {f"g{number}": Group() for number in range(count)}


def test_500_resources_of_several_pools_are_enough() -> None:
    stack = Stack(App(), "Shop")
    CognitoUserPool(stack, "Customers", settings=profiles.standard(groups=_groups(249)))
    CognitoUserPool(stack, "Partners", settings=profiles.standard(groups=_groups(249)))
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the whole message is compared)
        CognitoUserPool(stack, "More")
    assert re.sub(r"[0-9,]+ bytes", "… bytes", str(caught.value)) == (
        "stack Shop: its template has no room for what its user pools need, 501 resources of 500:\n"
        "   Shop/Customers: 250 resources, … bytes, most of them AWS::Cognito::UserPoolGroup\n"
        "   Shop/Partners: 250 resources, … bytes, most of them AWS::Cognito::UserPoolGroup\n"
        "   Shop/More: 1 resources, … bytes, most of them AWS::Cognito::UserPool\n"
        "   fix: put some of them into stacks of their own, or what is most into another stack by ExistingUserPool"
    )


def test_a_megabyte_of_branding_is_too_much() -> None:
    stack = Stack(App(), "Shop")
    image = BrandingAsset(category="PAGE_BACKGROUND", color_mode="LIGHT", extension="PNG", bytes=_PNG)

    def pool(name: str) -> None:
        web = single_page_app(callback_urls=["https://shop.example/in"])
        style = ManagedLoginBranding(client_id=ClientIdOf("web"), settings={}, assets=[image])
        settings = profiles.standard(app_clients={"web": web}, managed_login_branding={"web": style})
        CognitoUserPool(stack, name, settings=settings)

    for name in ("One", "Two", "Three"):
        pool(name)
    with pytest.raises(ValueError, match=r"^stack Shop: .* bytes of 1,048,576:\n") as caught:
        pool("Four")
    assert "   Shop/Four: 3 resources, 30" in str(caught.value)
    assert "most of them AWS::Cognito::ManagedLoginBranding" in str(caught.value)


def test_other_stacks_do_not_count() -> None:
    app = App()
    for name in ("One", "Two"):
        CognitoUserPool(Stack(app, name), "Users", settings=profiles.standard(groups=_groups(400)))
