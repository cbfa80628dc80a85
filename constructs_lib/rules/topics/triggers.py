"""Lambda triggers.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT, target
from constructs_lib.resources.values import Json, is_unknown, same
from constructs_lib.rules.arns import is_of_another_service
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.app_client_oauth import redirects
from constructs_lib.rules.topics.custom_auth import CUSTOM_AUTH
from constructs_lib.rules.view import Problem, View

_LAMBDA = "LambdaConfig"
_KEY = f"{_LAMBDA}.KMSKeyID"
_OLD, _NEW = f"{_LAMBDA}.PreTokenGeneration", f"{_LAMBDA}.PreTokenGenerationConfig.LambdaArn"

_TRIGGERS = GUIDE + "cognito-user-identity-pools-working-with-aws-lambda-triggers.html"
_TYPE = API + "API_LambdaConfigType.html"

_SENDERS = ("CustomEmailSender", "CustomSMSSender")
_AWAITED = (
    *(
        f"{_LAMBDA}.{name}"
        for name in (
            "PreSignUp",
            "PostConfirmation",
            "PreAuthentication",
            "PostAuthentication",
            "PreTokenGeneration",
            "UserMigration",
            "CustomMessage",
        )
    ),
    *CUSTOM_AUTH,
    _NEW,
    f"{_LAMBDA}.InboundFederation.LambdaArn",
)
"""Functions whose answer Cognito waits for."""
_FUNCTION_TYPES = ("AWS::Lambda::", "AWS::Serverless::Function")
FUNCTIONS = (*_AWAITED, *(f"{_LAMBDA}.{name}.LambdaArn" for name in _SENDERS))
"""The places of all functions."""


def _arn(pool: View, path: str) -> list[str]:
    """Take a literal ARN apart; another one says nothing about its neighbours."""
    value = pool.get(path)
    return value.split(":") if isinstance(value, str) and not is_unknown(value) and value.startswith("arn:") else []


def _surely_differ(left: Json, right: Json, pool: View) -> bool:
    """Tell whether two ARNs are two: literal ones, or those of two functions of the template."""
    if same(left, right):
        return False
    if all(isinstance(arn, str) and not is_unknown(arn) for arn in (left, right)):
        return True
    functions = {target(left), target(right)}
    known = {key for key, view in pool.neighbours.views.items() if view.type.startswith(_FUNCTION_TYPES)}
    return len(functions) == 2 and functions <= known


@rule(
    "triggers.pre-token-generation-twice",
    USER_POOL,
    why="both are one trigger; AWS answers 'Cannot use PreTokenGenerationLambda and PreTokenGeneration with different "
    "Lambda function ARN's'",
    evidence="measured on AWS",
    source=_TYPE,
)
def pre_token_generation_twice(pool: View) -> Iterator[Problem]:
    """Refuse two functions for one trigger."""
    if pool.has(_OLD) and pool.has(_NEW) and _surely_differ(pool.get(_OLD), pool.get(_NEW), pool):
        yield pool.problem(
            _OLD,
            f"cannot be another function than {{{_NEW}}}",
            got=pool.get(_OLD),
            allowed="nothing, or the same function",
            fix=f"leave it out, and keep {{{_NEW}}}",
        )


@rule(
    "triggers.sender-needs-key",
    USER_POOL,
    why="codes and passwords reach the function encrypted; AWS answers 'KMSKeyId parameter is required'",
    evidence="measured on AWS",
    source=_TYPE,
)
def sender_needs_key(pool: View) -> Iterator[Problem]:
    """Ask for the key that custom senders need."""
    said = [f"{{{_LAMBDA}.{name}}}" for name in _SENDERS if pool.has(f"{_LAMBDA}.{name}")]
    if said and not pool.has(_KEY):
        yield pool.problem(
            _KEY,
            f"is needed for {' and '.join(said)}",
            allowed="ARN of a symmetric KMS key in the pool's Region",
            fix="name a key, and let the function decrypt with it",
        )


@rule(
    "triggers.key-alias",
    USER_POOL,
    severity="warning",
    why="the guide shows the ARN of the key itself; another key behind the alias would surprise the function",
    evidence="inferred",
    source=GUIDE + "user-pool-lambda-custom-sender-triggers.html",
)
def key_alias(pool: View) -> Iterator[Problem]:
    """Warn of a key named by its alias."""
    key = pool.text(_KEY)
    if key is not None and ":alias/" in key:
        yield pool.problem(
            _KEY,
            "names an alias",
            got=key,
            allowed="arn:aws:kms:<region>:<account>:key/<id>",
            fix="use the ARN of the key that the alias stands for",
        )


@rule(
    "triggers.region",
    USER_POOL,
    why="Cognito calls functions and keys of the pool's Region alone",
    evidence="measured on AWS",
    source=_TYPE,
)
def region(pool: View) -> Iterator[Problem]:
    """Refuse functions and keys of another Region."""
    for path in (*FUNCTIONS, _KEY):
        parts = _arn(pool, path)
        if len(parts) >= 6 and parts[2] in ("lambda", "kms") and parts[3] != pool.region:
            yield pool.problem(
                path,
                f"must be in the pool's Region, {pool.region}",
                got=pool.get(path),
                allowed=f"an ARN with {pool.region} in it",
                fix="make it in the pool's Region",
            )


@rule(
    "triggers.not-a-function",
    USER_POOL,
    severity="warning",
    why="Cognito calls functions and nothing else; what it answers to other ARNs is not documented",
    evidence="inferred",
    source=_TYPE,
)
def not_a_function(pool: View) -> Iterator[Problem]:
    """Warn of the ARN of something else."""
    for path in FUNCTIONS:
        if is_of_another_service(pool.get(path), "lambda"):
            yield pool.problem(
                path,
                "is not the ARN of a function",
                got=pool.get(path),
                allowed="arn:aws:lambda:<region>:<account>:function:<name>",
                fix="use the ARN of the Lambda function",
            )


@rule(
    "triggers.function-version",
    USER_POOL,
    severity="warning",
    why="a version is fixed for ever, and the guide allows a function or an alias",
    evidence="developer guide",
    source=_TRIGGERS,
)
def function_version(pool: View) -> Iterator[Problem]:
    """Warn of a trigger that is one version of a function."""
    for path in FUNCTIONS:
        neighbour = pool.neighbour(path)
        numbered = len(parts := _arn(pool, path)) == 8 and parts[7].isdecimal()
        if numbered or (neighbour is not None and neighbour.type == "AWS::Lambda::Version"):
            yield pool.problem(
                path,
                "is one version of a function",
                got=pool.get(path),
                allowed="the ARN of a function, or of an alias",
                fix="leave the version out, or give it an alias and name that",
            )


@rule(
    "triggers.function-timeout",
    USER_POOL,
    severity="warning",
    why="Cognito waits 5 seconds, tries three times in all, and then fails the request; neither can be changed",
    evidence="developer guide",
    source=_TRIGGERS,
)
def function_timeout(pool: View) -> Iterator[Problem]:
    """Warn of functions that may work on when nobody waits any more."""
    for path in _AWAITED:
        function = pool.neighbour(path)
        timeout = function.get("Timeout") if function is not None and function.type == "AWS::Lambda::Function" else None
        if isinstance(timeout, int) and timeout > 5 and function is not None:
            yield pool.problem(
                path,
                f"may run {timeout} seconds ({function.key}), and Cognito waits 5",
                allowed="a function that ends within 5 seconds",
                fix="set the function's timeout to 5 seconds, and move slow work behind a queue",
            )


_PASSWORD_FLOWS = re.compile("(ALLOW_)?(ADMIN_)?USER_PASSWORD_AUTH|ADMIN_NO_SRP_AUTH|ALLOW_USER_AUTH")


@rule(
    "triggers.migration-needs-password",
    USER_POOL,
    severity="warning",
    why="the function must see the password to try it in the old directory, and SRP never sends it",
    evidence="developer guide",
    source=GUIDE + "user-pool-lambda-migrate-user.html",
)
def migration_needs_password(pool: View) -> Iterator[Problem]:
    """Warn where no app client sends the password that the migration needs."""
    if not pool.surely_has(f"{_LAMBDA}.UserMigration"):
        return
    clients = pool.all_around(USER_POOL_CLIENT)
    if clients and not any(sends_password(client) for client in clients):
        yield pool.problem(
            f"{_LAMBDA}.UserMigration",
            "migrates nobody who signs in: no app client sends the password",
            got=pool.get(f"{_LAMBDA}.UserMigration"),
            allowed="an app client with ALLOW_USER_PASSWORD_AUTH or ALLOW_ADMIN_USER_PASSWORD_AUTH",
            fix="allow one of these flows until everybody has moved",
        )


def sends_password(client: View) -> bool:
    """Tell whether Cognito gets to see the password itself when users of an app client sign in."""
    if any(_PASSWORD_FLOWS.fullmatch(flow) for flow in client.texts("ExplicitAuthFlows") or ()):
        return True
    # Hosted pages ask for the password themselves.
    return redirects(client)
