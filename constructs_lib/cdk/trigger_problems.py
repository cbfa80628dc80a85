"""What is wrong with the functions that are handed in for triggers, found before anything is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from constructs_lib.cdk.grants import ACTIONS
from constructs_lib.cdk.trigger_function import PYTHON, TriggerFunction, name_of, of_field, runtime_of
from constructs_lib.declarations import Verbatim
from constructs_lib.declarations.references import KeyReference
from constructs_lib.rules.finding import Finding, Severity
from constructs_lib.rules.registry import API, GUIDE
from constructs_lib.settings import OMIT, UserPoolSettings, VersionedTrigger

if TYPE_CHECKING:
    from aws_cdk.aws_lambda import IFunction

Triggers = Mapping[str, "IFunction | TriggerFunction"]

SENDERS = ("custom_email_sender", "custom_sms_sender")
"""The triggers whose answer Cognito does not wait for."""

_TRIGGERS = GUIDE + "cognito-user-identity-pools-working-with-aws-lambda-triggers.html"
_LIMITS = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"
_OLD, _NEW = "pre_token_generation", "pre_token_generation_config"


def problem(
    rule: str,
    path: str,
    text: str,
    *,
    allowed: str,
    fix: str,
    got: Any = None,
    severity: Severity = "error",
    source: str = _TRIGGERS,
) -> Finding:
    """Say that something is wrong with what was handed in."""
    return Finding(
        rule=rule,
        severity=severity,
        resource="Resource",
        property=("LambdaConfig",),
        path=path,
        problem=text,
        got=got,
        allowed=allowed,
        fix=fix,
        source=source,
    )


def problems(triggers: Triggers, settings: UserPoolSettings) -> Iterator[Finding]:
    """Walk everything that is wrong with functions, given the settings of their pool."""
    yield from _same_trigger_twice(triggers)
    for name, function in triggers.items():
        yield from _said_twice(name, settings)
        if isinstance(function, TriggerFunction):
            path = f"triggers[{name!r}]"
            yield from _wrong_place(path, name, function)
            yield from _other_version(path, name, function, settings)
            yield from _no_handler(path, function)
            yield from _out_of_bounds(path, function)
            yield from _unknown_grants(path, function)
            yield from _outlasts_cognito(path, name, function)
            yield from _unknown_keys(path, function, settings)
            if function.check is not None:
                yield from function.check(path, settings)


def _same_trigger_twice(triggers: Triggers) -> Iterator[Finding]:
    old, new = triggers.get(_OLD), triggers.get(_NEW)
    if old is not None and new is not None and (old is not new or isinstance(old, TriggerFunction)):
        yield problem(
            "triggers.pre-token-generation-twice",
            f"triggers[{_OLD!r}]",
            f"cannot be another function than triggers[{_NEW!r}]",
            allowed="nothing, or the same function",
            fix=f"leave it out, and keep triggers[{_NEW!r}]",
            source=API + "API_LambdaConfigType.html",
        )


def _said_twice(name: str, settings: UserPoolSettings) -> Iterator[Finding]:
    said = getattr(settings.lambda_triggers, name, None)
    arn = said.lambda_arn if isinstance(said, VersionedTrigger) else said
    if arn is not None and arn is not OMIT:
        yield problem(
            "triggers.said-twice",
            f"triggers[{name!r}]",
            f"is in the settings too, as lambda_triggers.{name}",
            got=arn.value if isinstance(arn, Verbatim) else arn,
            allowed="one function for each trigger",
            fix="leave it out of one of the two",
        )


def _wrong_place(path: str, name: str, function: TriggerFunction) -> Iterator[Finding]:
    if function.only_for and name not in function.only_for:
        yield problem(
            "triggers.wrong-place",
            path,
            f"does not understand this trigger ({function.path})",
            allowed=" or ".join(function.only_for),
            fix=f"hand it in as triggers[{function.only_for[0]!r}]",
        )


def _other_version(path: str, name: str, function: TriggerFunction, settings: UserPoolSettings) -> Iterator[Finding]:
    said = getattr(settings.lambda_triggers, name, None)
    version = said.lambda_version if isinstance(said, VersionedTrigger) else None
    if function.event_version and isinstance(version, str) and version != function.event_version:
        yield problem(
            "triggers.event-version",
            path,
            f"understands version {function.event_version} of the event, and lambda_triggers.{name} says another",
            got=version,
            allowed=function.event_version,
            fix="leave lambda_version out of the settings",
        )


_FUNCTION = "triggers.function"


def _no_handler(path: str, function: TriggerFunction) -> Iterator[Finding]:
    if not function.files:
        yield problem(
            _FUNCTION,
            f"{path}.handler",
            f"is not in the file {function.path}",
            got=function.handler,
            allowed="<module>.<function>, where the module is the file without its end",
            fix="name the function of the file, or leave the handler out",
        )
    elif not _handlers_are_no_files(function) and not any(file.is_file() for file in function.files):
        yield problem(
            _FUNCTION,
            f"{path}.path",
            f"there is no handler {function.full_handler}",
            got=str(function.path),
            allowed="a file with a handler, or a folder with the handler's file",
            fix="correct the path; in a folder, name the handler: handler='<module>.<function>'",
        )
    elif runtime_of(function) is None:
        yield problem(
            _FUNCTION,
            f"{path}.runtime",
            "is needed for what is neither Python nor JavaScript",
            allowed="a runtime of Lambda's",
            fix="name one, such as Runtime.JAVA_21",
        )
    elif function.requirements is not None and not _is_python(function):
        yield problem(
            _FUNCTION,
            f"{path}.requirements",
            "is for handlers in Python alone",
            got=str(function.requirements),
            allowed="nothing",
            fix="put the packages into the folder, or hand in a layer that has them",
        )


def _handlers_are_no_files(function: TriggerFunction) -> bool:
    """Tell whether the code is in a language whose handlers do not name files."""
    return function.runtime is not None and not function.runtime.name.startswith(("python", "nodejs"))


def _is_python(function: TriggerFunction) -> bool:
    return any(file.suffix in PYTHON and file.is_file() for file in function.files)


_BOUNDS = (("timeout_seconds", "seconds", 1, 900), ("memory_size", "MB", 128, 10_240))
"""Fields that are numbers, their unit, and the least and most that Lambda takes."""


def _out_of_bounds(path: str, function: TriggerFunction) -> Iterator[Finding]:
    for field, unit, least, most in _BOUNDS:
        value, allowed = getattr(function, field), f"a number of {unit} between {least:,} and {most:,}"
        if not least <= value <= most:
            yield problem(
                _FUNCTION,
                f"{path}.{field}",
                f"must be {allowed}",
                got=value,
                allowed=allowed,
                fix="choose one of them",
                source=_LIMITS,
            )


def _unknown_grants(path: str, function: TriggerFunction) -> Iterator[Finding]:
    for grant in sorted({*function.grants} - ACTIONS.keys()):
        yield problem(
            _FUNCTION,
            f"{path}.grants",
            "there is no such grant",
            got=grant,
            allowed=", ".join(ACTIONS),
            fix="choose among them, or add what it may do to its role: users.trigger_functions",
        )


def _outlasts_cognito(path: str, name: str, function: TriggerFunction) -> Iterator[Finding]:
    if name not in SENDERS and 5 < function.timeout_seconds <= 900:
        yield problem(
            "triggers.function-timeout",
            f"{path}.timeout_seconds",
            "is longer than Cognito waits",
            got=function.timeout_seconds,
            allowed="a function that ends within 5 seconds",
            fix="leave it out, and move slow work behind a queue",
            severity="warning",
        )


def _unknown_keys(path: str, function: TriggerFunction, settings: UserPoolSettings) -> Iterator[Finding]:
    for variable, value in function.environment.items():
        for one in [value] if isinstance(value, (str, KeyReference)) else value:
            if isinstance(one, KeyReference) and name_of(one, settings) is None:
                known = of_field(settings, one.FIELD)
                is_there = one.key in known
                yield problem(
                    "triggers.unknown-key",
                    f"{path}.environment[{variable!r}]",
                    f"needs the name of {one.FIELD}[{one.key!r}], which the settings do not "
                    f"{'tell' if is_there else 'have'}",
                    allowed="a name that the settings tell",
                    fix="give it a name" if is_there else f"add it{', or use one of ' * bool(known)}{', '.join(known)}",
                )
