"""Several applications on one pool, one of them another team's, and AWS credentials for those who are signed in."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jwt

from local_aws import environment
from local_aws.hosted_page import Visit
from local_aws.people import GOOD_PASSWORD, AppClient, app_client, created, refused, somebody
from local_aws.probe import differs, shows
from local_aws.server import LocalAws
from local_aws.tokens import verified
from local_aws.world import World

_SHARED = "shared/front-page.txt"
_POLICY = "AWS::IAM::Policy"


def _reader(world: World) -> str:
    """Have an administrator create somebody; the address that they sign in with."""
    address = somebody("clara").email
    created(world, world.platform, address)
    return address


def _site(world: World) -> AppClient:
    return app_client(world, world.platform, "SiteClientId")


def _shop(world: World) -> AppClient:
    return app_client(world, world.partner, "ShopClientId")


def _logins(client: AppClient, token: str) -> dict[str, str]:
    return {f"cognito-idp.{environment.REGION}.amazonaws.com/{client.pool_id}": token}


def _identity_pool(world: World) -> str:
    return world.platform.the("AWS::Cognito::IdentityPool").physical_id


def _aws_of(world: World, logins: dict[str, str]) -> tuple[str, LocalAws]:
    """Get credentials as an app does: somebody's identity, and AWS as they see it."""
    identities = world.aws.client("cognito-identity")
    identity = identities.get_id(IdentityPoolId=_identity_pool(world), Logins=logins)["IdentityId"]
    got = identities.get_credentials_for_identity(IdentityId=identity, Logins=logins)["Credentials"]
    keys = environment.Keys(got["AccessKeyId"], got["SecretKey"], got["SessionToken"])
    return identity, replace(world.aws, keys=keys)


def _signed_in(world: World, address: str) -> tuple[str, LocalAws]:
    client = _site(world)
    return _aws_of(world, _logins(client, client.sign_in(address, GOOD_PASSWORD)["IdToken"]))


def _published(world: World) -> dict[str, str]:
    """Publish something for everybody: where it is."""
    where = {"Bucket": world.platform.the("AWS::S3::Bucket").physical_id, "Key": _SHARED}
    world.aws.client("s3").put_object(**where, Body=b"News")
    return where


def _role(aws: LocalAws) -> str:
    """Name the role that somebody's credentials are of."""
    arn: str = aws.client("sts").get_caller_identity()["Arn"]
    return arn.split("/")[1]


def _role_arns(world: World) -> Any:
    [attached] = [
        each.properties["Roles"]
        for each in world.platform.resources.values()
        if each.type == "AWS::Cognito::IdentityPoolRoleAttachment"
    ]
    return attached


@shows
def one_account_for_every_application(world: World) -> None:
    """The same person signs in to the site, to the office with its secret, and to the partner's shop: one account."""
    address = _reader(world)
    site, office, shop = _site(world), app_client(world, world.platform, "OfficeClientId"), _shop(world)
    assert office.secret
    assert site.pool_id == office.pool_id == shop.pool_id
    tokens = {client.client_id: client.sign_in(address, GOOD_PASSWORD)["IdToken"] for client in (site, office, shop)}
    people = {verified(client, tokens[client.client_id], "id")["sub"] for client in (site, office, shop)}
    assert len(people) == 1
    try:
        verified(site, tokens[shop.client_id], "id")
    except jwt.InvalidAudienceError:
        return
    raise AssertionError("the shop's token was accepted by the site")


@shows
def partners_own_scope(world: World) -> None:
    """The partner's shop gets its own scope into the access token; the platform's applications cannot have it."""
    address, asked = _reader(world), "openid tickets/buy"
    shop = _shop(world)
    visit = Visit(shop, "https://tickets.example/signed-in", asked)
    status, tokens = visit.exchange(visit.code(visit.sign_in(address, GOOD_PASSWORD)))
    assert status == 200, tokens
    assert verified(shop, tokens["access_token"], "access")["scope"].split() == asked.split()
    answer = Visit(_site(world), "https://publisher.example/signed-in", asked).open()
    assert "invalid_scope" in answer.headers["Location"]


@shows
def partners_own_group(world: World) -> None:
    """A member of the partner's group has it in the tokens of every application of the pool."""
    address, site = _reader(world), _site(world)
    world.cognito.admin_add_user_to_group(UserPoolId=site.pool_id, Username=address, GroupName="ticket-sellers")
    for client in (site, _shop(world)):
        token = client.sign_in(address, GOOD_PASSWORD)["AccessToken"]
        assert verified(client, token, "access")["cognito:groups"] == ["ticket-sellers"]


@shows
def credentials_of_the_signed_in(world: World) -> None:
    """Whoever is signed in gets AWS credentials of the role of the signed-in, and reads with them what is published."""
    where = _published(world)
    _, aws = _signed_in(world, _reader(world))
    assert _role(aws) == _role_arns(world)["authenticated"].rpartition("/")[2]
    assert aws.client("s3").get_object(**where)["Body"].read() == b"News"


@shows
def credentials_open_nothing_else(world: World) -> None:
    """With these credentials nobody publishes, lists what others have, or reads it."""
    where, (identity, _) = _published(world), _signed_in(world, _reader(world))
    theirs = {**where, "Key": f"people/{identity}/letter.txt"}
    world.aws.client("s3").put_object(**theirs, Body=b"Dear Clara")
    s3 = _signed_in(world, _reader(world))[1].client("s3")
    with refused("AccessDenied"):
        s3.put_object(**where, Body=b"Lies")
    with refused("AccessDenied"):
        s3.list_objects_v2(Bucket=where["Bucket"])
    with refused("AccessDenied"):
        s3.get_object(**theirs)


@shows
def credentials_for_our_applications_only(world: World) -> None:
    """A token of the partner's shop gives no AWS credentials: they are for the platform's own two applications."""
    shop = _shop(world)
    token = shop.sign_in(_reader(world), GOOD_PASSWORD)["IdToken"]
    with refused("NotAuthorizedException", "not from a supported provider"):
        _aws_of(world, _logins(shop, token))


@differs("guests get credentials, of a role that is not there, so that they open nothing (AWS: NotAuthorizedException)")
def guests_get_nothing(world: World) -> None:
    """Guests, who are not signed in, get no AWS credentials."""
    found = world.aws.client("cognito-identity").describe_identity_pool(IdentityPoolId=_identity_pool(world))
    assert found["AllowUnauthenticatedIdentities"] is False
    assert set(_role_arns(world)) == {"authenticated"}
    where = _published(world)
    _, guest = _aws_of(world, {})
    with refused("NoSuchEntity"):
        world.iam.get_role(RoleName=_role(guest))
    with refused("AccessDenied"):
        guest.client("s3").get_object(**where)


@differs("variables in a policy stand for themselves, so that nobody reaches even their own files (AWS: they do)")
def files_of_ones_own(world: World) -> None:
    """Everybody reaches the files under the name of their own identity, and those of their department."""
    bucket = world.platform.the("AWS::S3::Bucket").physical_id
    policies = [each.properties["PolicyDocument"] for each in world.platform.resources.values() if each.type == _POLICY]
    assert len(policies) == 2
    for document in policies:
        assert "people/${cognito-identity.amazonaws.com:sub}/*" in str(document)
        assert "departments/${aws:PrincipalTag/department}/*" in str(document)
    identity, aws = _signed_in(world, _reader(world))
    with refused("AccessDenied"):
        aws.client("s3").put_object(Bucket=bucket, Key=f"people/{identity}/letter.txt", Body=b"Dear diary")


@differs("everybody gets the role of the signed-in, and no token names a role (AWS: the group's role)")
def role_by_group(world: World) -> None:
    """Editors get the role of their group, with which they publish."""
    client, address, where = _site(world), _reader(world), _published(world)
    group = world.cognito.get_group(UserPoolId=client.pool_id, GroupName="editors")["Group"]
    assert group["RoleArn"] != _role_arns(world)["authenticated"]
    assert world.iam.get_role(RoleName=group["RoleArn"].rpartition("/")[2])["Role"]["Arn"] == group["RoleArn"]
    world.cognito.admin_add_user_to_group(UserPoolId=client.pool_id, Username=address, GroupName="editors")
    token = client.sign_in(address, GOOD_PASSWORD)["IdToken"]
    claims = verified(client, token, "id")
    assert claims["cognito:groups"] == ["editors"]
    assert "cognito:preferred_role" not in claims, "names the role now, as on AWS"
    _, aws = _aws_of(world, _logins(client, token))
    with refused("AccessDenied"):
        aws.client("s3").put_object(**where, Body=b"Scoop")
