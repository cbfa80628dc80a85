"""Every property of a resource type that has settings has one; a newer CloudFormation's is missed by its name."""

import re

import pytest
from aws_cdk import aws_cognito

from docs.coverage import Property, coverage, properties_in, types


@pytest.mark.parametrize("type_name", types())
def test_no_property_of_the_schema_is_without_a_setting(type_name: str) -> None:
    assert [row.path for row in properties_in(type_name) if row.setting is None] == []


@pytest.mark.parametrize("type_name", types())
def test_no_property_of_the_installed_l1_is_without_a_setting(type_name: str) -> None:
    l1 = getattr(aws_cognito, f"Cfn{type_name.rpartition('::')[2]}Props")
    names = {name.replace("_", "") for name in vars(l1) if not name.startswith("_")}
    said = {re.split(r"[.\[]", row.path)[0].lower() for row in properties_in(type_name) if row.setting}
    assert sorted(names - said) == []


@pytest.mark.parametrize(
    ("type_name", "path", "setting", "change", "local"),
    [
        ("UserPool", "UsernameConfiguration.CaseSensitive", "sign_in_case_sensitive", "never", "works"),
        ("UserPool", "Schema[].Name", "attributes.name", "never", "works"),
        ("UserPool", "Policies.PasswordPolicy.MinimumLength", "password_policy.min_length", "in place", "works"),
        ("UserPool", "KeyConfiguration.KmsKeyArn", "encryption_key.kms_key_arn", "in place", "forgotten"),
        ("UserPoolClient", "GenerateSecret", "app_clients.generate_secret", "replaces", "works"),
        ("UserPoolClient", "TokenValidityUnits.IdToken", "app_clients.id_token_validity", "in place", "works"),
        ("UserPoolGroup", "UserPoolId", "*the pool*", "replaces", "works"),
        ("Terms", "Links", "terms.links", "in place", "recorded"),
    ],
)
def test_a_row_says_which_setting_what_a_change_does_and_what_the_local_aws(
    type_name: str, path: str, setting: str, change: str, local: str
) -> None:
    assert Property(path, setting, change, local) in list(properties_in(f"AWS::Cognito::{type_name}"))


def test_everything_is_there() -> None:
    assert "18 of 18 resource types are whole, 136 of 136 top-level properties have a setting." in coverage()
