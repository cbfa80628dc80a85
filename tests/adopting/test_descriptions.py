"""Described pools, taken over: the code says what AWS says, and where nobody can know what to say, it is asked."""

from collections.abc import Mapping
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template

from constructs_lib.adopting.adoption import Adoption
from constructs_lib.adopting.from_description import adopt_from_description, pool_of
from constructs_lib.adopting.logical_ids import made_up
from constructs_lib.readers.described.pools import read_described
from constructs_lib.readers.source import UnreadableError
from constructs_lib.rendering import render
from tests.adopting.running import add, settings_of
from tests.readers import descriptions as answers


def adopted(documents: Mapping[str, Any], construct_id: str | None = None) -> Adoption:
    [described] = read_described(documents)
    pool = pool_of(described)
    assert pool is not None
    return adopt_from_description(described, pool, construct_id=construct_id)


def about(adoption: Adoption, beginning: str) -> list[str]:
    [remark] = [remark for remark in adoption.remarks if remark.sentence.startswith(beginning)]
    return [*remark.about]


@pytest.fixture(scope="module")
def everything() -> Adoption:
    return adopted(answers.EVERYTHING)


def test_the_code_says_all_that_is_described(everything: Adoption) -> None:
    [described] = read_described(answers.EVERYTHING)
    rendered = render(settings_of(everything), {"Resource": "Pool"})
    for name, resource in described.resources.items():
        said = {**rendered[name]["Properties"]}
        if resource["Type"] == "AWS::Cognito::UserPoolIdentityProvider":
            parameters = {path[-1] for of, path in described.parameters.values() if of == name}
            kept = {key: it for key, it in said["ProviderDetails"].items() if key not in parameters}
            asked = {key: it for key, it in resource["Properties"]["ProviderDetails"].items() if key not in parameters}
            assert kept == asked
            said["ProviderDetails"] = resource["Properties"]["ProviderDetails"]
        assert said == resource["Properties"]
        assert rendered[name]["DeletionPolicy"] == "Retain"
    assert rendered.keys() == described.resources.keys()


def test_the_mapping_has_the_ids_that_the_construct_gets_in_its_stack(everything: Adoption) -> None:
    [described] = read_described(answers.EVERYTHING)
    stack = cdk.Stack(cdk.App(analytics_reporting=False), "Identity")
    add(everything, stack)
    made = Template.from_stack(stack).to_json()["Resources"]
    assert everything.mapping.keys() == made.keys()
    assert everything.mapping[made_up("People", "AppClientweb")] == {
        "UserPoolId": answers.POOL_ID,
        "ClientId": answers.CLIENT_ID,
    }
    assert len(made) == len(described.resources)


def test_a_secret_is_looked_for_in_a_place_of_its_own(everything: Adoption) -> None:
    assert about(everything, "put these into AWS Secrets Manager") == [
        "People/Company, with the key client_secret",
        "People/Facebook, with the key client_secret",
        "People/Google, with the key client_secret",
        "People/LoginWithAmazon, with the key client_secret",
        "People/SignInWithApple, with the key private_key",
    ]


def test_what_no_template_can_say_is_told(everything: Adoption) -> None:
    assert about(everything, "described, and no template") == ["css.json: UICustomization.ImageUrl"]


def test_what_is_newer_than_this_is_told() -> None:
    newer = answers.user_pool(MfaConfiguration="OFF", Telepathy={"Mode": "ON"})
    assert about(adopted({"pool.json": newer}), "described, and no template") == ["pool.json: UserPool.Telepathy"]


def test_what_is_not_described_is_told() -> None:
    told = about(adopted({"pool.json": answers.user_pool()}), "not described")
    assert "AWS::Cognito::UserPoolClient" in told
    assert "AWS::Cognito::UserPool" not in told


def test_where_everything_was_asked_only_identity_pools_are_left_to_ask_for() -> None:
    [described] = read_described({"pool.json": answers.user_pool()})
    adoption = adopt_from_description(described, "Pool", ["list_terms: AccessDeniedException"])
    assert about(adoption, "not described") == [
        "AWS::Cognito::IdentityPool",
        "AWS::Cognito::IdentityPoolRoleAttachment",
        "AWS::Cognito::IdentityPoolPrincipalTag",
    ]
    assert about(adoption, "could not be asked") == ["list_terms: AccessDeniedException"]


def test_an_identity_pool_is_adopted_with_its_roles() -> None:
    documents = {"pool.json": answers.IDENTITY_POOL, "roles.json": answers.ROLES, "tags.json": answers.PRINCIPAL_TAGS}
    adoption = adopted(documents)
    [described] = read_described(documents)
    rendered = render(settings_of(adoption), {"Resource": "IdentityPool"})
    assert {name: it["Properties"] for name, it in rendered.items()} == {
        name: it["Properties"] for name, it in described.resources.items()
    }
    assert about(adoption, "not described") == []


def test_nobody_guesses_the_factors_of_a_pool() -> None:
    says = (
        "pool.json: its second factors or passkeys are not described: add what "
        "`aws cognito-idp get-user-pool-mfa-config` prints of it"
    )
    with pytest.raises(UnreadableError) as refused:
        adopted({"pool.json": answers.FULL_POOL})
    assert str(refused.value) == says


def test_nobody_guesses_whose_a_branding_style_is() -> None:
    says = (
        "style.json: does not say of which app client it is, which AWS does not print: "
        "add the ClientId to its ManagedLoginBranding"
    )
    with pytest.raises(UnreadableError) as refused:
        adopted({"pool.json": answers.user_pool(), "style.json": answers.BRANDING})
    assert str(refused.value) == says


def test_a_construct_has_the_id_that_it_is_given() -> None:
    adoption = adopted({"pool.json": answers.user_pool()}, "Staff")
    assert adoption.mapping == {made_up("Staff", "Resource"): {"UserPoolId": answers.POOL_ID}}
