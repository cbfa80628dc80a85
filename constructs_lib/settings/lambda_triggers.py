"""Lambda functions that Cognito calls on its way.

In a CDK app, hand functions to the construct by ``triggers``: it knows their ARNs and adds the permissions.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html
"""

from typing import Literal

from constructs_lib.declarations import Part, Setting, declared, prop
from constructs_lib.declarations.codecs import Plain
from constructs_lib.declarations.references import Referring
from constructs_lib.settings.kms_keys import KmsKeyOf


@declared
class VersionedTrigger(Part):
    """A trigger that exists in several versions of its event."""

    lambda_arn: Setting[str] = prop("LambdaArn")
    """ARN of the function. Default: the one that is handed to the construct."""

    lambda_version: Setting[Literal["V1_0", "V2_0", "V3_0"]] = prop("LambdaVersion")
    """Version of the event. Version 2 and 3 of pre token generation change access tokens too and need the Essentials
    plan; every other trigger knows version 1 alone. Default: version 1, for a function that is handed to the
    construct."""


@declared
class LambdaTriggers(Part):
    """The functions, by ARN. Can be changed at any time."""

    pre_sign_up: Setting[str] = prop("PreSignUp")
    """Before a user is signed up; may refuse, confirm or verify. Default: none."""

    post_confirmation: Setting[str] = prop("PostConfirmation")
    """After a user was confirmed. Default: none."""

    pre_authentication: Setting[str] = prop("PreAuthentication")
    """Before a sign-in; may refuse. Default: none."""

    post_authentication: Setting[str] = prop("PostAuthentication")
    """After a sign-in. Default: none."""

    pre_token_generation: Setting[str] = prop("PreTokenGeneration")
    """Before tokens are made, version 1: claims of the ID token. Default: none."""

    pre_token_generation_config: Setting[VersionedTrigger] = prop("PreTokenGenerationConfig")
    """Before tokens are made, in the version you name. Default: none."""

    user_migration: Setting[str] = prop("UserMigration")
    """When a user who signs in is not in the pool yet. Default: none."""

    custom_message: Setting[str] = prop("CustomMessage")
    """Before a message is sent; writes its text. Default: none."""

    define_auth_challenge: Setting[str] = prop("DefineAuthChallenge")
    """Custom authentication: which challenge comes next. Default: none."""

    create_auth_challenge: Setting[str] = prop("CreateAuthChallenge")
    """Custom authentication: makes the challenge. Default: none."""

    verify_auth_challenge_response: Setting[str] = prop("VerifyAuthChallengeResponse")
    """Custom authentication: judges the answer. Default: none."""

    custom_email_sender: Setting[VersionedTrigger] = prop("CustomEmailSender")
    """Sends the mails in Cognito's place; needs `kms_key_id`. Default: none."""

    custom_sms_sender: Setting[VersionedTrigger] = prop("CustomSMSSender")
    """Sends the text messages in Cognito's place; needs `kms_key_id`. Default: none."""

    inbound_federation: Setting[VersionedTrigger] = prop("InboundFederation")
    """When a federated user arrives; changes the attributes. Default: none."""

    kms_key_id: Setting[str | KmsKeyOf] = prop("KMSKeyID", codec=Referring(Plain(str, "a text"), KmsKeyOf))
    """ARN of the key that encrypts what custom senders get, one key for both, or ``KmsKeyOf("<key>")``. Their functions
    need ``kms:Decrypt`` with it, which the construct gives those that are handed in, and whoever deploys
    ``kms:CreateGrant``. Default: none; the construct makes one for senders that are handed in."""
