"""The attributes of users: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html.

The schema of a pool declares custom attributes and redeclares standard ones; no entry can ever be changed or removed.
"""

from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches

from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.standard_attributes import KEPT_BY_COGNITO, STANDARD_TYPES
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Object, Problem, View

_ANYTHING = "String, Number, Boolean or DateTime"
_PAGE = GUIDE + "user-pool-settings-attributes.html"
_TYPE = API + "API_SchemaAttributeType.html"


def _standard(pool: View) -> Iterator[tuple[Object, str]]:
    """Walk the standard attributes that the schema redeclares."""
    return ((attribute, name) for attribute, name in named(pool) if name in STANDARD_TYPES)


def _custom(pool: View) -> Iterator[tuple[Object, str]]:
    """Walk the custom attributes, and what Cognito takes for one."""
    known = {*STANDARD_TYPES, *KEPT_BY_COGNITO}
    return ((attribute, name) for attribute, name in named(pool) if name not in known)


def named(pool: View) -> Iterator[tuple[Object, str]]:
    """Walk the attributes of the schema whose names are known."""
    for attribute in pool.objects("Schema"):
        try:
            name = attribute.text("Name")
        except DoesNotApply:
            continue
        if name is not None:
            yield attribute, name


def _meant(name: str) -> str:
    """Name the standard attribute that somebody may have meant, as one more way out."""
    close = get_close_matches(name.lower(), STANDARD_TYPES, n=1, cutoff=0.8)
    return f", or correct the name to {close[0]}" if close else ""


@rule(
    "attributes.type-required",
    USER_POOL,
    why="only a standard attribute has a type of its own; AWS refuses any other without one",
    evidence="reported",
    source=_TYPE,
)
def type_required(pool: View) -> Iterator[Problem]:
    """Refuse custom attributes without a type, and misspelt standard ones."""
    for attribute, name in _custom(pool):
        if not attribute.has("AttributeDataType"):
            yield attribute.problem(
                "AttributeDataType",
                f"must be given, since {name} is no standard attribute",
                allowed=_ANYTHING,
                fix=f"say {_ANYTHING}{_meant(name)}",
            )


@rule(
    "attributes.custom-required",
    USER_POOL,
    why="AWS refuses required custom attributes",
    evidence="measured on AWS",
    source=_PAGE,
)
def custom_required(pool: View) -> Iterator[Problem]:
    """Refuse to require a custom attribute."""
    for attribute, name in _custom(pool):
        with suppress(DoesNotApply):
            if attribute.flag("Required"):
                yield attribute.problem(
                    "Required",
                    f"cannot be true, since {name} is a custom attribute",
                    got=True,
                    allowed="false",
                    fix=f"leave it out and ask for the value in a pre sign-up trigger{_meant(name)}",
                )


@rule(
    "attributes.declared-twice",
    USER_POOL,
    why="each attribute is declared once; AWS refuses a second entry of the same name",
    evidence="measured on AWS",
    source=_TYPE,
)
def declared_twice(pool: View) -> Iterator[Problem]:
    """Refuse two entries of one name."""
    seen: set[str] = set()
    for attribute, name in named(pool):
        if name in seen:
            yield attribute.problem(
                "Name",
                "is declared before",
                got=name,
                allowed="one entry for each name",
                fix="leave one of the entries out, or give it another name",
            )
        seen.add(name)


@rule(
    "attributes.names-differ-in-case",
    USER_POOL,
    severity="warning",
    why="names count to the letter, so that whoever writes one of the two leaves the other as it is",
    evidence="inferred",
    source=_TYPE,
)
def names_differ_in_case(pool: View) -> Iterator[Problem]:
    """Warn of attributes that people take for one another."""
    seen = {name: name for name in STANDARD_TYPES}
    for attribute, name in _custom(pool):
        other = seen.setdefault(name.lower(), name)
        if other != name:
            yield attribute.problem(
                "Name",
                f"differs from {other} by capitals alone",
                got=name,
                allowed="a name that no other attribute has in other letters",
                fix=f"write {other} if that one is meant, or choose another name",
            )


@rule(
    "attributes.standard-type",
    USER_POOL,
    why="standard attributes have types that AWS does not let anybody change",
    evidence="measured on AWS",
    source=_PAGE,
)
def standard_type(pool: View) -> Iterator[Problem]:
    """Refuse another type for a standard attribute."""
    for attribute, name in _standard(pool):
        with suppress(DoesNotApply):
            kind, own = attribute.text("AttributeDataType"), STANDARD_TYPES[name]
            if kind is not None and kind != own:
                yield attribute.problem(
                    "AttributeDataType",
                    f"must be {own}, the type of the standard attribute {name}",
                    got=kind,
                    allowed=own,
                    fix="leave it out, or declare a custom attribute of another name",
                )


@rule(
    "attributes.standard-developer-only",
    USER_POOL,
    why="only a custom attribute can be kept from users in this way; AWS refuses it for standard ones",
    evidence="measured on AWS",
    source=_TYPE,
)
def standard_developer_only(pool: View) -> Iterator[Problem]:
    """Refuse standard attributes that only administrators may change."""
    for attribute, name in _standard(pool):
        with suppress(DoesNotApply):
            if attribute.flag("DeveloperOnlyAttribute"):
                yield attribute.problem(
                    "DeveloperOnlyAttribute",
                    f"cannot be true, since {name} is a standard attribute",
                    got=True,
                    allowed="false",
                    fix="leave it out, and name in each app client the attributes that it may write",
                )


@rule(
    "attributes.developer-only-superseded",
    USER_POOL,
    severity="warning",
    why="the attributes that an app client may write have taken its place, and it can never be taken back",
    evidence="API model",
    source=_TYPE,
)
def developer_only_superseded(pool: View) -> Iterator[Problem]:
    """Advise against a setting that has been superseded."""
    for attribute, _ in _custom(pool):
        with suppress(DoesNotApply):
            if attribute.flag("DeveloperOnlyAttribute"):
                yield attribute.problem(
                    "DeveloperOnlyAttribute",
                    "is superseded by the attributes that an app client may write",
                    got=True,
                    allowed="false",
                    fix="leave it out, and name in each app client the attributes that it may write",
                )


@rule(
    "attributes.kept-by-cognito",
    USER_POOL,
    severity="warning",
    why="Cognito keeps these itself; a schema copied from a pool's description is refused for them",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/14699",
)
def kept_by_cognito(pool: View) -> Iterator[Problem]:
    """Advise against declaring what Cognito keeps itself."""
    for attribute, name in named(pool):
        if name in KEPT_BY_COGNITO:
            yield attribute.problem(
                "Name",
                "is an attribute that Cognito keeps itself",
                got=name,
                allowed="a standard attribute, or a custom one of your own",
                fix="leave the entry out",
            )


@rule(
    "attributes.prefix-written-out",
    USER_POOL,
    severity="warning",
    why="Cognito puts the prefix before the name of every custom attribute itself",
    evidence="API model",
    source=_TYPE,
)
def prefix_written_out(pool: View) -> Iterator[Problem]:
    """Warn of a prefix that would be there twice."""
    for attribute, name in _custom(pool):
        prefix, colon, rest = name.partition(":")
        if colon and prefix in ("custom", "dev"):
            yield attribute.problem(
                "Name",
                f"makes the attribute custom:{name}",
                got=name,
                allowed="the name without custom: or dev:",
                fix=f"write {rest}" if rest else "write the name alone",
            )


@rule(
    "attributes.standard-declared",
    USER_POOL,
    severity="warning",
    why="some pools with a declared standard attribute have refused every later update; it can never be removed",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/8585",
)
def standard_declared(pool: View) -> Iterator[Problem]:
    """Warn before a choice that may block every later update of the pool."""
    names = [name for _, name in _standard(pool)]
    if names:
        yield pool.problem(
            "Schema",
            "declares standard attributes, which can block every later update and can never be removed",
            got=names,
            allowed="custom attributes",
            fix="in a new pool, ask for the value in your app or a pre sign-up trigger; leave a deployed pool as it is",
        )
