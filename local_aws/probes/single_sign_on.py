"""Single sign-on of a company's own people, by SAML and by OpenID Connect, behind a load balancer."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from local_aws import environment
from local_aws.company_provider import saml_request, sent_to_provider, vouch
from local_aws.hosted_page import Visit
from local_aws.people import GOOD_PASSWORD, Person, app_client, attributes_of, created, refused, somebody
from local_aws.probe import differs, shows
from local_aws.tokens import verified
from local_aws.world import World

_CALLBACK = "https://intranet.company.example/oauth2/idpresponse"
_DOMAIN = f"https://company-workforce.auth.{environment.REGION}.amazoncognito.com"


def _intranet(world: World) -> Visit:
    """Come to the load balancer without a session."""
    return Visit(app_client(world, world.workforce), _CALLBACK)


def _code(visit: Visit, person: Person) -> str:
    """Choose the company's provider, sign in there, and come back with a code."""
    _, asked = sent_to_provider(visit, "Company")
    told = {"mail": person.email, "displayName": person.username.title()}
    return visit.code(vouch(visit, asked, person.username, told))


def _tokens(visit: Visit, person: Person) -> Mapping[str, Any]:
    status, tokens = visit.exchange(_code(visit, person))
    assert status == 200, tokens
    return tokens


@shows
def sent_to_the_company(world: World) -> None:
    """Employees are sent to the page that the metadata file names, with a SAML request of the pool's."""
    page, asked = sent_to_provider(_intranet(world), "Company")
    assert page == "https://login.company.example/saml/sign-in"
    request = saml_request(asked)
    assert request.get("Destination") == page
    assert request.get("AssertionConsumerServiceURL") == f"{_DOMAIN}/saml2/idpresponse"
    pool_id = world.workforce.outputs["UserPoolId"]
    assert [each.text for each in request] == [f"urn:amazon:cognito:sp:{pool_id}"]


@differs("takes an assertion that nobody has signed (AWS: only one that the metadata's certificate vouches for)")
def employee_signs_in(world: World) -> None:
    """Whom the company vouches for gets tokens for the intranet, with name and address as the company says them."""
    [company] = [
        each.properties
        for each in world.workforce.resources.values()
        if each.properties.get("ProviderName") == "Company"
    ]
    assert "X509Certificate" in company["ProviderDetails"]["MetadataFile"]
    visit, person = _intranet(world), somebody("joan")
    claims = verified(visit.client, _tokens(visit, person)["id_token"], "id")
    assert claims["cognito:username"].lower() == f"company_{person.username}"
    assert (claims["email"], claims["name"]) == (person.email, person.username.title())


@shows
def employee_moves(world: World) -> None:
    """What the company says of somebody is taken over at every sign-in, and the account stays the same."""
    visit, person = _intranet(world), somebody("joan")
    before = verified(visit.client, _tokens(visit, person)["id_token"], "id")
    moved = replace(person, email=f"{person.username}@berlin.company.example")
    after = verified(visit.client, _tokens(visit, moved)["id_token"], "id")
    assert after["sub"] == before["sub"]
    assert attributes_of(world, world.workforce, after["cognito:username"])["email"] == moved.email


@shows
def employee_in_a_group(world: World) -> None:
    """A group that an administrator puts an employee into is in the next access token."""
    visit, person = _intranet(world), somebody("joan")
    first = verified(visit.client, _tokens(visit, person)["access_token"], "access")
    assert "engineering" not in first.get("cognito:groups", [])
    world.cognito.admin_add_user_to_group(
        UserPoolId=visit.client.pool_id, Username=first["username"], GroupName="engineering"
    )
    assert "engineering" in verified(visit.client, _tokens(visit, person)["access_token"], "access")["cognito:groups"]


@shows
def sent_to_the_partner(world: World) -> None:
    """A partner's people are sent to the partner's page, as the client that the company is there, and back to us."""
    page, asked = sent_to_provider(_intranet(world), "Partner")
    assert page == "https://login.partner.example/authorize"
    assert asked["response_type"] == "code"
    assert asked["client_id"] == "company-intranet"
    assert asked["scope"].split() == ["openid", "email", "profile"]
    assert asked["redirect_uri"] == f"{_DOMAIN}/oauth2/idpresponse"


@shows
def provider_by_address(world: World) -> None:
    """The domain of somebody's address tells which provider is theirs."""
    pool_id = world.workforce.outputs["UserPoolId"]
    for domain, provider in (("company.example", "Company"), ("partner.example", "Partner")):
        found = world.cognito.get_identity_provider_by_identifier(UserPoolId=pool_id, IdpIdentifier=domain)
        assert found["IdentityProvider"]["ProviderName"] == provider


@shows
def no_password_by_the_api(world: World) -> None:
    """Even a user of the pool itself, with a password, does not sign in by the API."""
    client, login = app_client(world, world.workforce), somebody("eve").email
    created(world, world.workforce, login)
    with refused("InvalidParameterException", "USER_SRP_AUTH"):
        client.sign_in(login, GOOD_PASSWORD)
    with refused("InvalidParameterException", "USER_PASSWORD_AUTH"):
        world.cognito.initiate_auth(
            ClientId=client.client_id,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={
                "USERNAME": login,
                "PASSWORD": GOOD_PASSWORD,
                **client.secret_hash(login, "SECRET_HASH"),
            },
        )


@differs("its page asks everybody for a password (AWS: it offers the two providers and nothing else)")
def no_password_on_the_page(world: World) -> None:
    """The page offers the providers of the company and of the partner, and no password."""
    visit = _intranet(world)
    described = world.cognito.describe_user_pool_client(
        UserPoolId=visit.client.pool_id, ClientId=visit.client.client_id
    )["UserPoolClient"]
    assert described["SupportedIdentityProviders"] == ["Company", "Partner"]
    assert 'type="password"' in visit.open().data.decode(), "asks for no password now, as on AWS"


@differs("takes the code of a federated user from anybody (AWS: invalid_client without the secret)")
def load_balancer_has_a_secret(world: World) -> None:
    """Only the load balancer, with its secret, changes a code into tokens."""
    visit = _intranet(world)
    assert visit.client.secret
    stranger = replace(visit, client=replace(visit.client, secret=None))
    status, answer = stranger.exchange(_code(visit, somebody("joan")))
    assert (status, "id_token" in answer) == (200, True), "is refused now, as on AWS"
