"""CDK objects that the caller hands in take their places in the settings.

Rules cannot look into the text of a token, so they are shown an ARN of the object's own Region and account in its
place, where those are known: a certificate in the wrong Region is refused though its ARN is not known yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from aws_cdk import IResource, Token

from constructs_lib.cdk.trigger_function import TriggerFunction, of_field
from constructs_lib.cdk.trigger_problems import SENDERS, Triggers
from constructs_lib.declarations.fields import fields_of
from constructs_lib.settings import (
    OMIT,
    EncryptionKey,
    KmsKeyOf,
    LambdaTriggers,
    Sms,
    UserPoolSettings,
    VersionedTrigger,
    encrypting_key,
)

if TYPE_CHECKING:
    from aws_cdk.aws_iam import IRole
    from aws_cdk.aws_kms import IKey
    from aws_cdk.aws_lambda import IFunction


_SENDERS_KEY = "custom-senders"
_KEY_FOR = "Codes and passwords on their way to the custom senders"


@dataclass(frozen=True, kw_only=True)
class HandedIn:
    """What the caller hands to the construct besides settings."""

    triggers: Triggers
    sms_role: IRole | None
    encryption_key: IKey | None
    custom_sender_kms_key: IKey | None

    made: Mapping[str, IFunction] = field(default_factory=dict)
    """The functions that the construct has made, by trigger."""

    def into(self, settings: UserPoolSettings, *, judged: bool) -> UserPoolSettings:
        """Put the objects' ARNs into the settings; those for the rules where ``judged``.

        Raises:
            ValueError: There is no place for an object.
        """
        arn = arn_of if judged else _deployed_arn
        changes: dict[str, Any] = {}
        if self.sms_role is not None:
            sms = settings.sms if isinstance(settings.sms, Sms) else Sms()
            changes |= {
                "sms": replace(sms, caller_arn=arn(self.sms_role, self.sms_role.role_arn, "iam", "role/handed-in")),
                "sms_role": OMIT,
            }
        if self.encryption_key is not None:
            key = arn(self.encryption_key, self.encryption_key.key_arn, "kms", "key/handed-in")
            changes["encryption_key"] = EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn=key)
        if self.triggers or self.custom_sender_kms_key is not None:
            changes["lambda_triggers"] = triggers = self._triggers(settings.lambda_triggers, arn)
            if triggers.kms_key_id is None and any(name in self.triggers for name in SENDERS):
                keys = {_SENDERS_KEY: encrypting_key(description=_KEY_FOR), **of_field(settings, "kms_keys")}
                changes["kms_keys"] = keys
                changes["lambda_triggers"] = replace(triggers, kms_key_id=KmsKeyOf(_SENDERS_KEY))
        return replace(settings, **changes) if changes else settings

    def _triggers(self, said: Any, arn: Any) -> LambdaTriggers:
        triggers = said if isinstance(said, LambdaTriggers) else LambdaTriggers()
        versioned = {field.name: field.part is not None for field in fields_of(LambdaTriggers)}
        changes: dict[str, Any] = {}
        for name, function in self.triggers.items():
            if name not in versioned or name == "kms_key_id":
                known = ", ".join(sorted(versioned.keys() - {"kms_key_id"}))
                raise ValueError(f"triggers[{name!r}]: there is no such trigger; use one of {known}")
            if name == "pre_token_generation" and "pre_token_generation_config" in self.triggers and arn is arn_of:
                continue  # one trigger by two names: whether they are one function is told where they are handed in
            value: Any = self._arn(name, function, arn)
            if versioned[name]:
                before = getattr(triggers, name)
                value = replace(before, lambda_arn=value) if before else VersionedTrigger(lambda_arn=value)
                version = getattr(function, "event_version", None) or "V1_0"
                value = value if value.lambda_version else replace(value, lambda_version=version)
            changes[name] = value
        if self.custom_sender_kms_key is not None:
            key = self.custom_sender_kms_key
            changes["kms_key_id"] = arn(key, key.key_arn, "kms", "key/handed-in")
        return replace(triggers, **changes)

    def _arn(self, name: str, function: Any, arn: Any) -> str:
        found = self.made.get(name, function)
        if isinstance(found, TriggerFunction):
            return "${Token[Trigger]}"  # still to be made
        return str(arn(found, found.function_arn, "lambda", f"function:{name}"))


def _deployed_arn(_: IResource, arn: str, __: str, ___: str) -> str:
    return arn


def arn_of(resource: IResource, arn: str, service: str, name: str) -> str:
    """Give an ARN for the rules: a token's is made up of what is known of the object."""
    region, account = resource.env.region, resource.env.account
    if not Token.is_unresolved(arn) or Token.is_unresolved(region) or Token.is_unresolved(account):
        return arn
    separator = "" if service == "iam" else region
    return f"arn:aws:{service}:{separator}:{account}:{name}"
