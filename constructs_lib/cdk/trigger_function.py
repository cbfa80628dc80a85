"""A function behind a trigger, made from the path of its handler."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constructs import Construct

from constructs_lib.cdk.bundling import python_code
from constructs_lib.cdk.grants import GrantName
from constructs_lib.declarations.references import KeyReference
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.finding import Finding
from constructs_lib.settings import GroupOf, ProviderOf, UserPoolSettings

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_lambda import Architecture, Function, ILayerVersion, Runtime
    from aws_cdk.aws_logs import RetentionDays

Named = str | GroupOf | ProviderOf
"""A text, or the name of a group or of an identity provider of the same settings, by your key."""

Check = Callable[[str, UserPoolSettings], Iterator[Finding]]

PYTHON, NODE = (".py",), (".js", ".mjs", ".cjs")


@dataclass(frozen=True)
class TriggerFunction:
    """A function that the construct makes: with a role of its own that writes one log, whose entries end.

    Whatever it does not say, such as a VPC or concurrency, an `aws_lambda.Function` of your own says. All of it can be
    changed at any time; all of it is refused, where it is wrong, by the construct that it is handed to.
    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
    """

    path: str | Path
    """The file with the handler, or a folder with it."""

    _: KW_ONLY

    handler: str | None = None
    """``Handler``: the handler as Lambda names it, ``<module>.<function>``. Default: ``handler`` in the file;
    ``index.handler`` in a folder."""

    runtime: Runtime | None = None
    """``Runtime``: what runs it. Default: Python 3.13 where the handler is in Python, Node.js 22 where it is in
    JavaScript."""

    requirements: str | Path | None = None
    """The list of packages that a handler in Python needs, each with version and hashes; they are installed as wheels
    for Lambda and kept in ``.functions``. Default: none."""

    layers: Sequence[ILayerVersion] = ()
    """``Layers``, at most five. Default: none."""

    environment: Mapping[str, Named | Sequence[Named]] = field(default_factory=dict)
    """``Environment``: variables by name, at most 4 KB: texts; names of groups and providers by ``GroupOf("<key>")``
    and ``ProviderOf("<key>")``, as far as the settings say them; a list is written as JSON. The pool's id comes with
    each event, and a variable with it would be a circle. Default: none; a custom sender finds the ARN of its key in
    ``KEY_ARN``."""

    grants: Sequence[GrantName] = ()
    """What it may do with the users of its own pool: ``read_users``, ``manage_users``, ``manage_groups`` and the others
    of `constructs_lib.cdk.grants`. Default: nothing."""

    timeout_seconds: int = 5
    """``Timeout``: when Lambda ends it, 1 to 900. Default: 5, since Cognito waits no longer, but for custom senders."""

    memory_size: int = 256
    """``MemorySize``: its memory in MB, 128 to 10,240; computing power comes with it. Default: 256."""

    architecture: Architecture | None = None
    """``Architectures``: what it runs on. Default: ``ARM_64``, which costs less."""

    tracing: bool = False
    """``TracingConfig``: whether X-Ray follows its calls, which costs. Default: False."""

    log_retention: RetentionDays | None = None
    """``RetentionInDays``: how long entries of its log are kept. Default: a year."""

    event_version: str | None = None
    """The version of the event that it understands, for a trigger that has several. Default: what the settings say,
    else ``V1_0``."""

    only_for: Sequence[str] = ()
    """The triggers that it understands. Default: whichever it is handed in for."""

    check: Check | None = None
    """What else has to hold, given where it is handed in and the settings. Default: nothing."""

    @property
    def full_handler(self) -> str:
        """The handler as Lambda names it."""
        path = Path(self.path)
        module = f"{path.name}.index" if _is_package(path) else "index" if path.is_dir() else path.stem
        return self.handler or f"{module}.handler"

    @property
    def files(self) -> list[Path]:
        """The files in which the handler could be."""
        path, module = Path(self.path), self.full_handler.rpartition(".")[0]
        if not path.is_dir():
            return [path] if path.stem == module else []
        root = path.parent if _is_package(path) else path
        return [root / f"{name}{end}" for end in PYTHON for name in [module.replace(".", "/")]] + [
            root / f"{module}{end}" for end in NODE
        ]


def _is_package(path: Path) -> bool:
    return (path / "__init__.py").is_file()


def make_function(
    scope: Construct, construct_id: str, said: TriggerFunction, environment: Mapping[str, str]
) -> Function:
    """Make the function, its role and its log.

    Raises:
        BundlingError: The packages that it needs cannot be had.
    """
    from aws_cdk import Duration
    from aws_cdk.aws_iam import Role, ServicePrincipal
    from aws_cdk.aws_lambda import Architecture, Function, Tracing
    from aws_cdk.aws_logs import LogGroup, RetentionDays

    place, runtime = Construct(scope, construct_id), runtime_of(said)
    assert runtime is not None, f"{construct_id}: a function without a runtime is refused"
    architecture = said.architecture or Architecture.ARM_64
    requirements = None if said.requirements is None else Path(said.requirements)
    code = python_code(Path(said.path), requirements, architecture, runtime=runtime if requirements else None)
    log = LogGroup(place, "Log", retention=said.log_retention or RetentionDays.ONE_YEAR)
    role = Role(place, "Role", assumed_by=ServicePrincipal("lambda.amazonaws.com"))
    log.grant_write(role)
    return Function(
        place,
        "Function",
        code=code,
        handler=said.full_handler,
        runtime=runtime,
        architecture=architecture,
        role=role,
        log_group=log,
        layers=list(said.layers),
        environment=dict(environment),
        timeout=Duration.seconds(said.timeout_seconds),
        memory_size=said.memory_size,
        tracing=Tracing.ACTIVE if said.tracing else Tracing.DISABLED,
    )


def runtime_of(said: TriggerFunction) -> Runtime | None:
    """Give what runs a function; nothing where neither it nor its files tell."""
    from aws_cdk.aws_lambda import Runtime

    ends = {file.suffix for file in said.files if file.is_file()}
    told = Runtime.PYTHON_3_13 if ends & {*PYTHON} else Runtime.NODEJS_22_X if ends & {*NODE} else None
    return said.runtime or told


def environment_of(said: TriggerFunction, settings: UserPoolSettings) -> dict[str, str]:
    """Give the variables of a function as texts.

    Groups and providers wait for the pool, which waits for the function: so their names are written out.
    """
    return {name: _text(value, settings) for name, value in said.environment.items()}


def _text(value: Named | Sequence[Named], settings: UserPoolSettings) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, KeyReference):
        return name_of(value, settings) or ""
    return json.dumps([_text(item, settings) for item in value])


def name_of(reference: KeyReference, settings: UserPoolSettings) -> str | None:
    """Give the name of what a key refers to; nothing where the settings do not have it, or do not tell."""
    name = getattr(of_field(settings, reference.FIELD).get(reference.key), "name", None)
    return name if isinstance(name, str) and not is_unknown(name) else None


def of_field(settings: UserPoolSettings, field_name: str) -> Mapping[str, Any]:
    """Give what a field holds by your keys; nothing where it is left out."""
    found = getattr(settings, field_name)
    return found if isinstance(found, Mapping) else {}
