"""The templates of the example app, synthesized once."""

from functools import cache

from aws_cdk import App, Environment
from aws_cdk.assertions import Template

from stacks.article import ArticleStack
from stacks.company import CompanyStack
from stacks.customer_app import CustomerAppStack
from stacks.front_end import FrontEndStack
from stacks.high_security import HighSecurityStack
from stacks.machines import MachinesStack
from stacks.minimal import MinimalStack
from stacks.partner import PartnerStack
from stacks.passwordless import PasswordlessStack
from stacks.platform import PlatformStack
from stacks.protected_api import ProtectedApiStack
from stacks.shop_apis import ShopApisStack
from stacks.triggers import LinkedAccountsStack, PortalStack
from stacks.user_data import UserDataStack
from stacks.workforce import WorkforceStack

POOL = "AWS::Cognito::UserPool"
CLIENT = "AWS::Cognito::UserPoolClient"
DOMAIN = "AWS::Cognito::UserPoolDomain"
GROUP = "AWS::Cognito::UserPoolGroup"


@cache
def minimal() -> Template:
    """Give the smallest useful pool."""
    return Template.from_stack(MinimalStack(App(), "Minimal"))


@cache
def article() -> Template:
    """Give the pool with everything in it that the article sets."""
    return Template.from_stack(ArticleStack(App(), "Article"))


@cache
def company() -> Template:
    """Give the pool of a company's own people."""
    return Template.from_stack(CompanyStack(App(), "Company"))


@cache
def customer_app() -> Template:
    """Give the pool of the shop's app."""
    here = Environment(region="us-east-1")
    return Template.from_stack(CustomerAppStack(App(), "CustomerApp", env=here, zone_id="Z1"))


@cache
def workforce() -> Template:
    """Give the pool with single sign-on."""
    return Template.from_stack(WorkforceStack(App(), "Workforce"))


@cache
def machines() -> Template:
    """Give the pool of programs."""
    return Template.from_stack(MachinesStack(App(), "Machines"))


@cache
def high_security() -> Template:
    """Give the pool of those who release a bank's payments."""
    return Template.from_stack(HighSecurityStack(App(), "HighSecurity"))


@cache
def passwordless() -> Template:
    """Give the pool of a club's members."""
    return Template.from_stack(PasswordlessStack(App(), "Passwordless"))


@cache
def front_end() -> Template:
    """Give the pool of a web page and an app with Amplify."""
    return Template.from_stack(FrontEndStack(App(), "FrontEnd"))


@cache
def platform_and_partner() -> tuple[PlatformStack, PartnerStack]:
    """Give the stacks of a platform and of another team, in one app."""
    app = App()
    platform = PlatformStack(app, "Platform")
    return platform, PartnerStack(app, "Partner", user_pool_arn=platform.users.user_pool.user_pool_arn)


@cache
def platform() -> Template:
    """Give the pool of several applications."""
    return Template.from_stack(platform_and_partner()[0])


@cache
def partner() -> Template:
    """Give what another team adds to it."""
    return Template.from_stack(platform_and_partner()[1])


@cache
def protected_api() -> Template:
    """Give the APIs that ask who calls."""
    return Template.from_stack(ProtectedApiStack(App(), "ProtectedApi"))


@cache
def portal() -> Template:
    """Give the pool of a portal for partners, with its functions."""
    return Template.from_stack(PortalStack(App(), "Portal"))


@cache
def linked_accounts() -> Template:
    """Give the pool in which accounts are linked."""
    return Template.from_stack(LinkedAccountsStack(App(), "LinkedAccounts"))


@cache
def shop_apis() -> Template:
    """Give the APIs that accept the tokens of one pool."""
    return Template.from_stack(ShopApisStack(App(), "ShopApis"))


@cache
def user_data() -> Template:
    """Give the API in which everybody sees their own data."""
    return Template.from_stack(UserDataStack(App(), "UserData"))
