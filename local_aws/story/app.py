"""The app of the story, at the point of it that its context says: a pool of ours, and one of aws_cognito's beside it.

The shop's pool was made with this library, the office's by hand; the lock watches both. What `userpool adopt` has
written takes the place of the office's constructs, and brings a third pool that nobody's code had ever said.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from aws_cdk import App, CfnOutput, Environment, Stack, aws_cognito

from constructs_lib import PasswordPolicy, UserPoolSettings, profiles, single_page_app, string_attribute
from constructs_lib.cdk import CognitoUserPool, lock_user_pools

CASE_SENSITIVE, LONGER_PASSWORDS, ADOPTED, LOCK = "story:case", "story:passwords", "story:adopted", "story:lock"
"""The context."""

ACKNOWLEDGED = {
    "app-client.no-domain": "the page signs people in by the API, without hosted pages",
    "email.daily-limit": "an example: 50 mails a day are plenty",
}


def customers(*, case_sensitive: bool, longer_passwords: bool) -> UserPoolSettings:
    """Say the shop's pool: with longer passwords comes an attribute, and an app client for the phone."""
    page = single_page_app(callback_urls=["https://shop.example/signed-in"])
    return profiles.consumer(
        name="story-customers",
        sign_in_case_sensitive=case_sensitive,
        password_policy=PasswordPolicy(min_length=20 if longer_passwords else 15),
        attributes=[string_attribute("company")] if longer_passwords else None,
        app_clients={"web": page, "phone": page} if longer_passwords else {"web": page},
    )


def add_office(stack: Stack) -> None:
    """Write a pool as many an app has it."""
    people = aws_cognito.UserPool(
        stack,
        "Staff",
        user_pool_name="story-office",
        sign_in_aliases=aws_cognito.SignInAliases(username=True, email=True),
        mfa=aws_cognito.Mfa.OPTIONAL,
        mfa_second_factor=aws_cognito.MfaSecondFactor(sms=True, otp=True),
        custom_attributes={"desk": aws_cognito.StringAttribute(max_len=20)},
    )
    client = people.add_client("web", generate_secret=True, auth_flows=aws_cognito.AuthFlow(user_srp=True))
    people.add_domain("Domain", cognito_domain=aws_cognito.CognitoDomainOptions(domain_prefix="story-office"))
    admins = people.add_group("admins", group_name="admins", precedence=0)
    first = aws_cognito.CfnUserPoolUser(stack, "First", user_pool_id=people.user_pool_id, username="grace")
    aws_cognito.CfnUserPoolUserToGroupAttachment(
        stack, "FirstIsAdmin", user_pool_id=people.user_pool_id, group_name=admins.group_name, username="grace"
    ).node.add_dependency(first)
    tell(stack, people.user_pool_id, client.user_pool_client_id)


def add_adopted(stack: Stack, name: str) -> CognitoUserPool:
    """Make a pool by the code that `userpool adopt` has written."""
    made: CognitoUserPool = getattr(import_module(f"{name}_stack"), f"add_{name}")(stack)
    return made


def ids(users: CognitoUserPool) -> tuple[str, str]:
    """Give the ids of a pool and its app client of the web."""
    return users.user_pool.user_pool_id, users.app_clients["web"].user_pool_client_id


def tell(stack: Stack, user_pool_id: str, client_id: str) -> None:
    """Put out what an application has to know."""
    CfnOutput(stack, "UserPoolId", value=user_pool_id)
    CfnOutput(stack, "WebClientId", value=client_id)


def main() -> None:
    """Synthesize."""
    app = App()
    said = app.node.try_get_context
    here = Environment(account=os.environ["CDK_DEFAULT_ACCOUNT"], region=os.environ["CDK_DEFAULT_REGION"])
    lock_user_pools(app, said(LOCK))
    shop, office = (Stack(app, name, env=here) for name in ("Shop", "Office"))
    settings = customers(case_sensitive=bool(said(CASE_SENSITIVE)), longer_passwords=bool(said(LONGER_PASSWORDS)))
    users = CognitoUserPool(shop, "Customers", settings=settings, acknowledge=ACKNOWLEDGED)
    tell(shop, *ids(users))
    if folder := said(ADOPTED):
        sys.path.append(folder)
        tell(office, *ids(add_adopted(office, "staff")))
        add_adopted(shop, "suppliers")
    else:
        add_office(office)
    app.synth()


if __name__ == "__main__":
    main()
