"""Which attributes an app client may read and write.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
"""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL_CLIENT, target
from constructs_lib.resources.standard_attributes import KEPT_BY_COGNITO, STANDARD_TYPES
from constructs_lib.resources.values import is_intrinsic, is_list
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

_CLIENT = API + "API_CreateUserPoolClient.html"
_ATTRIBUTES = GUIDE + "user-pool-settings-attributes.html"
_PROVIDER = "AWS::Cognito::UserPoolIdentityProvider"

_COGNITOS_OWN = ("email_verified", "phone_number_verified", "sub")
_ALWAYS_THERE = STANDARD_TYPES.keys() | {*KEPT_BY_COGNITO}


def _bare(name: str) -> str:
    return name.removeprefix("dev:").removeprefix("custom:")


def _declared(pool: View) -> frozenset[str] | None:
    """Give the bare names in the schema, all of which are known; ``None`` where the template has no schema.

    Pools whose schema blocked every update (aws/aws-cdk#8585) have had it taken out of their template.
    """
    if not pool.has("Schema"):
        return None
    names = [attribute.text("Name") for attribute in pool.all_objects("Schema")]
    return frozenset(_bare(name) for name in names if name is not None)


def _questionable(client: View, property_name: str) -> Iterator[tuple[int, str]]:
    """Walk the names that not every pool has."""
    for index, name in client.each_text(property_name):
        if name not in _ALWAYS_THERE:
            yield index, name


def _is_refused(name: str, declared: frozenset[str] | None) -> bool:
    """Tell whether no pool with these names, or no pool at all, can have an attribute."""
    return _bare(name) not in (declared or ()) and (declared is not None or ":" not in name)


@rule(
    "app-client.read-attribute-unknown",
    USER_POOL_CLIENT,
    why="an app client can read only what the pool has",
    evidence="measured on AWS",
    source=_CLIENT,
)
def read_attribute_unknown(client: View) -> Iterator[Problem]:
    """Refuse attributes to read that the pool does not have."""
    for index, name in _questionable(client, "ReadAttributes"):
        if _is_refused(name, _declared(client.pool)):
            yield client.problem(
                ("ReadAttributes", index),
                "is no attribute of the pool",
                got=name,
                allowed="standard attributes, and custom:<name> for each custom one in {pool.Schema}",
                fix="correct the name, or declare it in {pool.Schema}",
            )


@rule(
    "app-client.attribute-undeclared",
    USER_POOL_CLIENT,
    severity="warning",
    why="AWS refuses the app client if the pool does not have the attribute, under that very name",
    evidence="inferred",
    source=_CLIENT,
)
def attribute_undeclared(client: View) -> Iterator[Problem]:
    """Warn of attributes that the pool may have, but not by what is known here."""
    for property_name in ("ReadAttributes", "WriteAttributes"):
        for index, name in _questionable(client, property_name):
            declared = _declared(client.pool)
            known = ":" in name and _bare(name) in (declared or ())
            if not known and not (property_name == "ReadAttributes" and _is_refused(name, declared)):
                yield client.problem(
                    (property_name, index),
                    "is not among the attributes of the pool that are known here",
                    got=name,
                    allowed="standard attributes, and custom:<name> for each custom one in {pool.Schema}",
                    fix="declare it in {pool.Schema}, and begin a custom attribute's name with custom:",
                )


@rule(
    "app-client.required-attribute-not-writable",
    USER_POOL_CLIENT,
    why="users could not sign up: the app client may not write what they must give",
    evidence="developer guide",
    source=_ATTRIBUTES,
)
def required_attribute_not_writable(client: View) -> Iterator[Problem]:
    """Refuse attributes to write that lack one which the pool requires."""
    writable = client.texts("WriteAttributes")
    if not writable:
        return
    for attribute in client.pool.objects("Schema"):
        with suppress(DoesNotApply):  # one attribute says nothing about the next
            name = attribute.text("Name")
            if name in STANDARD_TYPES and name not in writable and attribute.flag("Required"):
                yield client.problem(
                    "WriteAttributes",
                    f"must have {name}, which {{pool.Schema}} requires",
                    got=list(writable),
                    allowed="the attributes that users may change, and every required one",
                    fix=f"add {name}",
                )


@rule(
    "app-client.attribute-not-writable",
    USER_POOL_CLIENT,
    why="Cognito alone says who a user is and which addresses are verified",
    evidence="measured on AWS",
    source=_ATTRIBUTES,
)
def attribute_not_writable(client: View) -> Iterator[Problem]:
    """Refuse attributes to write that nobody but Cognito writes."""
    for index, name in client.each_text("WriteAttributes"):
        if name in _COGNITOS_OWN:
            yield client.problem(
                ("WriteAttributes", index),
                "cannot be written by an app client",
                got=name,
                allowed=f"attributes other than {', '.join(_COGNITOS_OWN)}",
                fix="leave it out",
            )


@rule(
    "app-client.mapped-attribute-not-writable",
    USER_POOL_CLIENT,
    severity="warning",
    why="Cognito writes mapped attributes at each sign-in with the app client's rights, and fails or leaves them stale",
    evidence="API model",
    source=GUIDE + "cognito-user-pools-specifying-attribute-mapping.html",
)
def mapped_attribute_not_writable(client: View) -> Iterator[Problem]:
    """Warn of attributes that an identity provider fills and the app client may not write."""
    writable = client.texts("WriteAttributes")
    for provider in client.pool.around(_PROVIDER) if writable else ():
        mapping = provider.get("AttributeMapping")
        if not isinstance(mapping, dict) or is_intrinsic(mapping) or not _supports(client, provider):
            continue
        missing = sorted(str(name) for name in mapping if name not in (*(writable or ()), *_COGNITOS_OWN, "username"))
        if missing:
            yield client.problem(
                "WriteAttributes",
                f"should have {', '.join(missing)}: an identity provider's attributes are mapped there",
                got=list(writable or ()),
                allowed="the attributes that users may change, and every mapped one",
                fix=f"add {', '.join(missing)}",
            )


def _supports(client: View, provider: View) -> bool:
    supported = client.known("SupportedIdentityProviders")
    name = provider.get("ProviderName")
    return is_list(supported) and any(item == name or target(item) == provider.key for item in supported)


@rule(
    "app-client.all-attributes-writable",
    USER_POOL_CLIENT,
    severity="warning",
    why="a signed-in user may change every attribute that the app client may write, such as a role or tenant of theirs",
    evidence="developer guide",
    source=_ATTRIBUTES,
)
def all_attributes_writable(client: View) -> Iterator[Problem]:
    """Warn of custom attributes that users may change because nobody said otherwise."""
    if client.has("WriteAttributes"):
        return
    names = []
    for attribute in client.pool.objects("Schema"):
        with suppress(DoesNotApply):
            name = attribute.text("Name")
            fixed = attribute.flag("Mutable") is False or attribute.flag("DeveloperOnlyAttribute")
            if name is not None and name not in _ALWAYS_THERE and not fixed:
                names.append(f"custom:{_bare(name)}")
    if names:
        yield client.problem(
            "WriteAttributes",
            f"should be said: otherwise users may change {', '.join(names)} themselves",
            allowed="the attributes that users may change, and every required one",
            fix="list what the application writes",
        )
