"""The files that are judged: pools of three resources each, with five mistakes in every tenth one."""

import json
from pathlib import Path
from typing import Any

MAX_RESOURCES = 500
EACH = 3
Json = Any
Resources = dict[str, Json]


def pool(number: int) -> Resources:
    """Make a pool with a domain and an app client."""
    wrong = number % 10 == 0
    link = {"UserPoolId": {"Ref": f"Pool{number}"}}
    policy = {
        "MinimumLength": 3 if wrong else 12,  # too few
        "RequireLowercase": True,
        "RequireNumbers": True,
        "RequireSymbols": True,
        "RequireUppercase": True,
        "TemporaryPasswordValidityDays": 3,
    }
    return {
        f"Pool{number}": {
            "Type": "AWS::Cognito::UserPool",
            "DeletionPolicy": "Retain",
            "UpdateReplacePolicy": "Retain",
            "Properties": {
                "UserPoolName": f"customers-{number}",
                "UserPoolTier": "LITE" if wrong else "ESSENTIALS",
                "UsernameAttributes": ["email"],
                "UsernameConfiguration": {"CaseSensitive": False},
                "AutoVerifiedAttributes": ["email"],
                "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]},
                "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]},
                "DeletionProtection": "ACTIVE",
                "MfaConfiguration": "ON" if wrong else "OPTIONAL",
                "EnabledMfas": [] if wrong else ["SOFTWARE_TOKEN_MFA"],  # a second factor without one
                "Policies": {"PasswordPolicy": policy, "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]}},
                "Schema": [{"Name": "tenant", "AttributeDataType": "String", "Mutable": True}],
            },
        },
        f"Domain{number}": {
            "Type": "AWS::Cognito::UserPoolDomain",
            "Properties": {
                **link,
                "Domain": f"my-cognito-{number}" if wrong else f"shop-customers-{number}",  # a reserved word
                "ManagedLoginVersion": 1 if wrong else 2,
            },
        },
        f"Client{number}": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                **link,
                "ClientName": "web",
                "GenerateSecret": False,
                "AllowedOAuthFlowsUserPoolClient": True,
                "AllowedOAuthFlows": ["code", "client_credentials"] if wrong else ["code"],  # people and machines
                "AllowedOAuthScopes": ["openid", "email"],
                "CallbackURLs": ["http://shop.example/in" if wrong else "https://shop.example/in"],  # not encrypted
                "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
                "PreventUserExistenceErrors": "ENABLED",
                "SupportedIdentityProviders": ["COGNITO"],
            },
        },
    }


def template(first: int, pools: int) -> Json:
    """Make a template with some pools."""
    resources: Resources = {}
    for number in range(first, first + pools):
        resources |= pool(number)
    return {"Resources": resources}


def write_template(file: Path, pools: int) -> Path:
    """Write a template."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(template(0, pools), indent=1), encoding="utf-8")
    return file


def write_assembly(folder: Path, pools: int) -> Path:
    """Write what a CDK app with that many pools synthesizes: a manifest and templates of full stacks."""
    folder.mkdir(parents=True, exist_ok=True)
    most = MAX_RESOURCES // EACH
    artifacts = {}
    for first in range(0, pools, most):
        name = f"Shop{first}"
        text = json.dumps(template(first, min(most, pools - first)), indent=1)
        (folder / f"{name}.template.json").write_text(text, encoding="utf-8")
        artifacts[name] = {
            "type": "aws:cloudformation:stack",
            "environment": "aws://111122223333/eu-central-1",
            "properties": {"templateFile": f"{name}.template.json"},
        }
    (folder / "manifest.json").write_text(json.dumps({"version": "55.0.0", "artifacts": artifacts}), encoding="utf-8")
    (folder / "cdk.out").write_text('{"version":"55.0.0"}', encoding="utf-8")
    return folder
