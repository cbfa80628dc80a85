"""Functions that pools call on their way: what the emulator calls is called, the rest is called by hand and said so."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from local_aws import environment
from local_aws.company_provider import sent_to_provider, vouch
from local_aws.deployed import Stack
from local_aws.hosted_page import Visit
from local_aws.people import (
    AppClient,
    Person,
    app_client,
    attributes_of,
    code_in,
    created,
    invited,
    refused,
    set_attributes,
    somebody,
)
from local_aws.probe import differs, recorded, shows
from local_aws.tokens import verified
from local_aws.world import World

_CALLBACK = "https://portal.example/signed-in"


def _portal(world: World) -> AppClient:
    return app_client(world, world.portal)


def _partner(domain: str = "north.example") -> Person:
    person = somebody("mary")
    address = f"{person.username}@{domain}"
    return replace(person, username=address, email=address)


def _signed_up(world: World) -> Person:
    person = _partner()
    _portal(world).sign_up(person)
    _portal(world).confirm(person, code_in(world.last_mail_to(person.email).text))
    return person


def _called(world: World, stack: Stack, trigger: str, event: Mapping[str, Any]) -> Any:
    """Call the function behind a trigger as Cognito would, and give its answer, or its error."""
    arn = stack.pool.properties["LambdaConfig"][trigger]
    answer = world.aws.client("lambda").invoke(FunctionName=arn, Payload=json.dumps(event))
    return json.loads(answer["Payload"].read())


@shows
def only_partners_sign_up(world: World) -> None:
    """Only addresses of the partners' domains sign up; anybody else is told so in one sentence."""
    _portal(world).sign_up(_partner("south.example"))
    with refused("UserLambdaValidationException", "sign-up is not open to this e-mail address"):
        _portal(world).sign_up(_partner("elsewhere.example"))


@recorded("never calls PostConfirmation: the function is called by hand, with what Cognito sends")
def partners_come_into_their_group(world: World) -> None:
    """Who has signed up comes into the partners' group, by a function that may do just that with its own pool."""
    person = _signed_up(world)
    event = _confirmed(world, person)
    assert _groups(world, person) == [], "is called now, as on AWS"
    assert _called(world, world.portal, "PostConfirmation", event) == event
    assert _groups(world, person) == ["partners"]


@recorded("never calls PostConfirmation: the function is called by hand, with what Cognito sends")
def failing_function_says_one_sentence(world: World) -> None:
    """Without the right to do so nobody comes into the group, and is told so in one sentence."""
    [policy] = [
        each.properties
        for each in world.portal.resources.values()
        if each.type == "AWS::IAM::Policy" and "AdminAddUserToGroup" in str(each.properties)
    ]
    person, which = _signed_up(world), {"RoleName": policy["Roles"][0], "PolicyName": policy["PolicyName"]}
    world.iam.delete_role_policy(**which)
    try:
        answer = _called(world, world.portal, "PostConfirmation", _confirmed(world, person))
    finally:
        world.iam.put_role_policy(**which, PolicyDocument=json.dumps(policy["PolicyDocument"]))
    assert answer["errorMessage"] == "your account is confirmed, but not set up yet; please ask for help"
    assert _groups(world, person) == []


def _confirmed(world: World, person: Person) -> Mapping[str, Any]:
    return {
        "version": "1",
        "triggerSource": "PostConfirmation_ConfirmSignUp",
        "region": environment.REGION,
        "userPoolId": world.portal.outputs["UserPoolId"],
        "userName": person.username,
        "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": _portal(world).client_id},
        "request": {"userAttributes": attributes_of(world, world.portal, person.username)},
        "response": {},
    }


def _groups(world: World, person: Person) -> list[str]:
    pool_id = world.portal.outputs["UserPoolId"]
    found = world.cognito.admin_list_groups_for_user(UserPoolId=pool_id, Username=person.username)["Groups"]
    return [each["GroupName"] for each in found]


@shows
def tokens_tell_tenant_and_groups(world: World) -> None:
    """ID and access tokens tell whose people somebody is, and their groups under a name of our own."""
    client, person = _portal(world), _signed_up(world)
    set_attributes(world, world.portal, person.username, **{"custom:tenant": "north"})
    world.cognito.admin_add_user_to_group(UserPoolId=client.pool_id, Username=person.username, GroupName="partners")
    tokens = client.sign_in(person.username, person.password)
    for use, token in (("id", tokens["IdToken"]), ("access", tokens["AccessToken"])):
        claims = verified(client, token, use)
        assert (claims["tenant"], claims["roles"], claims["cognito:groups"]) == ("north", ["partners"], ["partners"])


@shows
def invitation_in_ones_own_language(world: World) -> None:
    """A function of our own writes the invitation in the language of whoever is invited, from any domain."""
    for locale, subject in (("de-DE", "Ihr Zugang"), ("en-GB", "Your account")):
        person = _partner("elsewhere.example")
        invited(world, world.portal, person, person.email, "Temporary-7-Word!", locale=locale)
        mail = world.last_mail_to(person.email)
        assert mail.subject == subject
        assert {*("Temporary-7-Word!", person.email)} <= {*mail.text.removesuffix(".").split()}, mail.text


def _arrives(world: World, person: Person, verified_by_the_company: bool) -> Mapping[str, Any]:
    """Have somebody come from the company's single sign-on, and give what the ID token says."""
    visit = Visit(app_client(world, world.linked_accounts), _CALLBACK)
    _, asked = sent_to_provider(visit, "Company")
    told = {"mail": person.email, "mailVerified": str(verified_by_the_company).lower()}
    answer = vouch(visit, asked, person.username, told)
    status, tokens = visit.exchange(visit.code(answer))
    assert status == 200, tokens
    return verified(visit.client, tokens["id_token"], "id")


def _customer(world: World) -> tuple[Person, str]:
    """Have a customer with a password and a verified address, and give their number in the pool."""
    person = somebody("joan")
    created(world, world.linked_accounts, person.email)
    set_attributes(world, world.linked_accounts, person.email, email=person.email, email_verified="true")
    return person, attributes_of(world, world.linked_accounts, person.email)["sub"]


@differs("signs in at once (reported of AWS: the first time ends in 'Already found an entry', the next one works)")
def single_sign_on_to_the_same_account(world: World) -> None:
    """Who comes from the company with a verified address comes into the account that has it, and stays there."""
    person, sub = _customer(world)
    assert [_arrives(world, person, True)["sub"] for _ in range(2)] == [sub, sub]
    assert "Company" in attributes_of(world, world.linked_accounts, person.email)["identities"]


@shows
def unverified_address_links_nobody(world: World) -> None:
    """Who claims somebody's address, and the company does not vouch for it, becomes a user of their own."""
    person, sub = _customer(world)
    assert _arrives(world, person, False)["sub"] != sub
    assert "identities" not in attributes_of(world, world.linked_accounts, person.email)
