"""`userpool adopt --pool-id`: AWS is asked page by page, reads only, and what it refuses is told."""

import sys
from collections.abc import Iterator
from typing import Any

import boto3  # type: ignore[import-untyped]
import pytest
from botocore.stub import Stubber  # type: ignore[import-untyped]

from constructs_lib.cli.fetch import Asking, Fetched
from constructs_lib.readers.described.pools import Described
from constructs_lib.readers.source import UnreadableError
from tests.cli.conftest import Userpool
from tests.readers import descriptions as answers

POOL = {"UserPoolId": answers.POOL_ID}
OTHER_ID = "2h57kf5cpq17m0eml12example"
MFA = {"MfaConfiguration": "OFF"}


@pytest.fixture
def aws() -> Iterator[Stubber]:
    yield from _stubbed("cognito-idp")


@pytest.fixture
def aws_identity() -> Iterator[Stubber]:
    yield from _stubbed("cognito-identity")


def _stubbed(service: str) -> Iterator[Stubber]:
    client = boto3.client(service, region_name=answers.REGION, aws_access_key_id="test", aws_secret_access_key="test")
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


def says(aws: Stubber, call: str, answer: dict[str, Any], **asked: Any) -> None:
    aws.add_response(call, answer, {**POOL, **asked})


def refuses(aws: Stubber, call: str, code: str, **asked: Any) -> None:
    aws.add_client_error(call, code, expected_params={**POOL, **asked})


def client(client_id: str, name: str) -> dict[str, Any]:
    return {"UserPoolClient": {**POOL, "ClientId": client_id, "ClientName": name}}


def pool(**more: Any) -> dict[str, Any]:
    return {"UserPool": {"Id": answers.POOL_ID, "Name": "people", "Arn": answers.POOL_ARN, **more}}


def asked_for_a_client(aws: Stubber, client_id: str, name: str) -> None:
    of_client = {"ClientId": client_id}
    says(aws, "describe_user_pool_client", client(client_id, name), **of_client)
    refuses(aws, "describe_managed_login_branding_by_client", "ResourceNotFoundException", **of_client)
    says(aws, "get_ui_customization", {"UICustomization": {**POOL, "ClientId": "ALL", "CSS": "a{}"}}, **of_client)
    refuses(aws, "describe_risk_configuration", "UserPoolAddOnNotEnabledException", **of_client)


def the_rest(aws: Stubber) -> None:
    says(aws, "list_identity_providers", {"Providers": []}, MaxResults=60)
    says(aws, "list_groups", {"Groups": [answers.ADMINS | {"CreationDate": 0, "LastModifiedDate": 0}]})
    says(aws, "list_user_pool_replicas", {"UserPoolReplicas": []})
    says(aws, "list_resource_servers", {"ResourceServers": []}, MaxResults=50)
    says(aws, "list_terms", {"Terms": []})
    says(aws, "get_ui_customization", {"UICustomization": {**POOL, "CSS": "a{}"}})
    refuses(aws, "describe_risk_configuration", "UserPoolAddOnNotEnabledException")
    says(aws, "get_log_delivery_configuration", {"LogDeliveryConfiguration": {**POOL, "LogConfigurations": []}})


def read(fetched: Fetched) -> Described:
    [source] = fetched.files().sources
    assert isinstance(source, Described)
    return source


def test_all_pages_are_asked_for_and_what_all_clients_have_is_no_clients_own(aws: Stubber) -> None:
    says(aws, "describe_user_pool", pool(Domain="shop"))
    says(aws, "get_user_pool_mfa_config", MFA)
    domain = {"DomainDescription": {**POOL, "Domain": "shop", "ManagedLoginVersion": 2}}
    aws.add_response("describe_user_pool_domain", domain, {"Domain": "shop"})
    first = {"UserPoolClients": [{**POOL, "ClientId": answers.CLIENT_ID}], "NextToken": "more"}
    says(aws, "list_user_pool_clients", first, MaxResults=60)
    asked_for_a_client(aws, answers.CLIENT_ID, "web")
    second = {"UserPoolClients": [{**POOL, "ClientId": OTHER_ID}]}
    says(aws, "list_user_pool_clients", second, MaxResults=60, NextToken="more")
    asked_for_a_client(aws, OTHER_ID, "phone")
    the_rest(aws)
    fetched = Asking(aws.client, answers.POOL_ID).for_user_pool()
    assert fetched.untold == []
    assert [*read(fetched).resources] == [
        *("Pool", "AppClientphone", "AppClientweb", "Domain", "Groupadmins", "UICustomizationALL"),
    ]


def test_what_may_not_be_asked_is_told_once_and_left_out(aws: Stubber) -> None:
    says(aws, "describe_user_pool", pool())
    says(aws, "get_user_pool_mfa_config", MFA)
    clients = [{**POOL, "ClientId": answers.CLIENT_ID}, {**POOL, "ClientId": OTHER_ID}]
    says(aws, "list_user_pool_clients", {"UserPoolClients": clients}, MaxResults=60)
    for one in clients:
        for call in (
            *("describe_user_pool_client", "describe_managed_login_branding_by_client"),
            *("get_ui_customization", "describe_risk_configuration"),
        ):
            refuses(aws, call, "AccessDeniedException", ClientId=one["ClientId"])
    the_rest(aws)
    fetched = Asking(aws.client, answers.POOL_ID).for_user_pool()
    assert fetched.untold == [
        "describe_user_pool_client: AccessDeniedException",
        "describe_managed_login_branding_by_client: AccessDeniedException",
        "get_ui_customization: AccessDeniedException",
        "describe_risk_configuration: AccessDeniedException",
    ]
    assert [*read(fetched).resources] == ["Pool", "Groupadmins", "UICustomizationALL"]


def test_an_identity_pool_is_asked_for_with_its_roles_and_tags(aws_identity: Stubber) -> None:
    asked = {"IdentityPoolId": answers.IDENTITY_POOL_ID}
    provider = {"ProviderName": answers.USER_POOL_PROVIDER, "ClientId": answers.CLIENT_ID}
    pool = {**asked, "IdentityPoolName": "people", "AllowUnauthenticatedIdentities": False}
    aws_identity.add_response("describe_identity_pool", {**pool, "CognitoIdentityProviders": [provider]}, asked)
    roles = {"authenticated": answers.role("people")}
    aws_identity.add_response("get_identity_pool_roles", {**asked, "Roles": roles}, asked)
    name = {"IdentityProviderName": answers.USER_POOL_PROVIDER}
    tags = {**asked, **name, "PrincipalTags": {"team": "custom:team"}}
    aws_identity.add_response("get_principal_tag_attribute_map", tags, {**asked, **name})
    found = read(Asking(aws_identity.client, answers.IDENTITY_POOL_ID).for_identity_pool())
    assert [resource["Type"].rpartition("::")[2] for resource in found.resources.values()] == [
        *("IdentityPool", "IdentityPoolRoleAttachment", "IdentityPoolPrincipalTag"),
    ]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("ResourceNotFoundException", "there is no such pool"),
        ("AccessDeniedException", "may not be asked for (describe_user_pool: AccessDeniedException)"),
    ],
)
def test_a_pool_that_cannot_be_asked_for_is_one_sentence(code: str, why: str, aws: Stubber) -> None:
    refuses(aws, "describe_user_pool", code)
    with pytest.raises(UnreadableError) as refused:
        Asking(aws.client, answers.POOL_ID).for_user_pool()
    assert str(refused.value) == f"{answers.POOL_ID}: {why}, in {answers.REGION}"


def test_a_call_that_this_boto3_does_not_know_is_told() -> None:
    class Old:
        """Knows nothing."""

    asking = Asking(Old(), answers.POOL_ID)
    assert [*asking._listed("list_terms", "Terms")] == []
    assert asking._fetched.untold == ["list_terms: this boto3 does not know it"]


def test_a_missing_boto3_is_one_sentence(userpool: Userpool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    answer = userpool("adopt", "--pool-id", answers.POOL_ID)
    assert answer == (2, "", "--pool-id needs boto3: pip install 'constructs-lib[aws]'\n")


def test_missing_credentials_are_one_sentence(userpool: Userpool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "/dev/null")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    answer = userpool("adopt", "--pool-id", answers.POOL_ID)
    assert answer == (2, "", f"{answers.POOL_ID}: AWS cannot be asked: Unable to locate credentials\n")
