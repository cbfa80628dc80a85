"""The functions behind a pool's triggers: made, told apart from those that are handed in, and allowed what they need.

The pool waits for its functions, so none of them may wait for the pool: whatever a function may do with the pool or
with its key stands in policies beside it.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aws_cdk import Stack, Validations
from constructs import Construct

from constructs_lib.cdk.family import CANNOT_DECRYPT
from constructs_lib.cdk.grants import allow, grant, role_of
from constructs_lib.cdk.trigger_function import TriggerFunction, environment_of, make_function
from constructs_lib.cdk.trigger_problems import SENDERS, Triggers
from constructs_lib.settings import UserPoolSettings

if TYPE_CHECKING:  # it takes long to import, and most pools need none
    from aws_cdk.aws_lambda import IFunction

    from constructs_lib.cdk.pool_family import PoolFamily


def made(scope: Construct, triggers: Triggers, settings: UserPoolSettings) -> dict[str, IFunction]:
    """Give the functions by trigger; those that are told by a path are made."""
    return {
        name: make_function(scope, _operation(name), function, environment_of(function, settings))
        if isinstance(function, TriggerFunction)
        else function
        for name, function in triggers.items()
    }


def connect(users: PoolFamily, triggers: Triggers, sender_key_arn: str | None) -> bool:
    """Let the pool call its functions, and let them do what they were given; tell whether there was a warning."""
    functions = users.trigger_functions
    for name, function in functions.items():
        _let_be_called(users, name, function)
    for name, said in triggers.items():
        if isinstance(said, TriggerFunction):
            for one in said.grants:
                grant(users, functions[name], one, users.user_pool_arn, ())
    senders = {name: functions[name] for name in SENDERS if name in functions}
    return bool(senders) and _let_decrypt(users, triggers, senders, sender_key_arn)


def _let_be_called(users: PoolFamily, name: str, function: IFunction) -> None:
    from aws_cdk.aws_iam import ServicePrincipal

    function.add_permission(
        # The id that aws_cognito.UserPool gives the permission, so that it stays in place when we take over.
        f"{_operation(name)}Cognito",
        principal=ServicePrincipal("cognito-idp.amazonaws.com"),
        source_arn=users.user_pool_arn,
        source_account=Stack.of(users).account,
        scope=users,
    )


def _operation(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def _let_decrypt(users: PoolFamily, triggers: Triggers, senders: Mapping[str, IFunction], key: str | None) -> bool:
    """Let custom senders decrypt what they are to send; tell whether one of them cannot be let."""
    from aws_cdk.aws_lambda import Function

    are_told = False
    assert key is not None, "a custom sender that has no key gets one"
    for name, function in senders.items():
        said, role = triggers[name], role_of(function)
        if isinstance(said, TriggerFunction) and isinstance(function, Function) and "KEY_ARN" not in said.environment:
            function.add_environment("KEY_ARN", key)
        if role is None or not allow(users, role, "Decrypt", ["kms:Decrypt"], key):
            are_told = True
            Validations.of(users).add_warning(
                CANNOT_DECRYPT,
                f"triggers[{name!r}]: {function.node.path} has no role that takes a policy, and gets no kms:Decrypt\n"
                "   fix: import it with a role that may be changed, or allow it where the role is made",
            )
    return are_told
