"""The generated tables: settings, rules and profiles, each from the one place where its facts stand."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from constructs_lib import profiles
from constructs_lib.authorizing.judging import RULES as OF_ROUTES
from constructs_lib.declarations import Part, ResourcePart
from constructs_lib.declarations.codecs import Listed
from constructs_lib.declarations.fields import Field, fields_of
from constructs_lib.front_ends.refusals import RULES as OF_FRONT_ENDS
from constructs_lib.profiles.opinion import KEY, Profile
from constructs_lib.resources.model import MANAGED_POLICY, ROLE
from constructs_lib.rules.accepting import ALL as ACCEPTING
from constructs_lib.rules.catalogue import all_limits, all_rules, limits_of
from constructs_lib.rules.limits.table import Limit
from constructs_lib.rules.registry import Rule
from constructs_lib.settings import IdentityPoolSettings, UserPoolSettings
from docs import consoles
from docs.catalogue import CHANGES, IDS, LOCK, UNKNOWN
from docs.changes import changes
from docs.coverage import coverage

if TYPE_CHECKING:
    from docs.scanners.scan import Findings

FOLDER = Path(__file__).parent
_HEAD = "<!-- Written by `make docs`; do not edit. -->\n\n"


def settings() -> str:
    """Tell every field of every settings class."""
    first: dict[Any, _Place] = {}
    for root in (UserPoolSettings, IdentityPoolSettings):
        for place in _reachable(_Place(root, root.TYPE, "")):
            first.setdefault(place.part, place)
    intro = "# Settings\n\nEvery class and field, with the CloudFormation property it sets and the limits it has.\n\n"
    return _HEAD + intro + "\n".join(map(_section, first.values()))


class _Place(NamedTuple):
    """A settings class where it is used: the resource type, and the path of its object in it."""

    part: Any
    resource: str
    prefix: str

    def inside(self, field: Field) -> "_Place":
        """Go on to the class of a field's values."""
        if field.kind == "children":
            return _Place(field.part, getattr(field.part, "TYPE", ROLE), "")
        element = "[]" if isinstance(field.codec, Listed) else "{}" if field.keyed else ""
        return _Place(field.part, self.resource, f"{self.prefix}{'.'.join(field.path)}{element}.")


def _reachable(place: _Place) -> Iterator[_Place]:
    yield place
    for field in fields_of(place.part):
        if field.part is not None:
            yield from _reachable(place.inside(field))


def _section(place: _Place) -> str:
    texts = docstrings(place.part)
    rows = [
        f"| `{field.name}` | {_properties(field)} | {_cell(texts[field.name])} | {_limits(place, field)} |"
        for field in fields_of(place.part)
        if field.kind != "attribute"
    ]
    about = inspect.getdoc(place.part) or ""
    table = "| field | CloudFormation | meaning | limits |\n|---|---|---|---|\n" + "\n".join(rows)
    return f"## {place.part.__name__}\n\n{about}\n\n{table}\n"


def docstrings(part: type[Part]) -> dict[str, str]:
    """Give the text under each field of a class and its bases."""
    texts: dict[str, str] = {}
    for base in reversed(part.__mro__[:-1]):
        body = ast.parse(inspect.getsource(base).strip()).body[0]
        assert isinstance(body, ast.ClassDef)
        for declared, text in zip(body.body, body.body[1:], strict=False):
            if isinstance(declared, ast.AnnAssign) and isinstance(declared.target, ast.Name):
                found = text.value if isinstance(text, ast.Expr) else None
                if isinstance(found, ast.Constant) and isinstance(found.value, str):
                    texts[declared.target.id] = inspect.cleandoc(found.value)
    return texts


def _properties(field: Field) -> str:
    if field.kind == "children":
        made = f"`{field.part.TYPE}`" if issubclass(field.part, ResourcePart) else f"`{ROLE}`, `{MANAGED_POLICY}`"
        return f"{made}, named `{field.path[0]}`" + ("*key*" if field.keyed else "")
    return ", ".join(f"`{'.'.join(path)}`" for path in field.paths)


def _limits(place: _Place, field: Field) -> str:
    paths = {place.prefix + ".".join(path) for path in field.paths}
    table = limits_of(place.resource)
    found = [limit for limit in table.rows if limit.path.rstrip("[]{}") in paths] if table else []
    return _cell("; ".join(dict.fromkeys(limit.kind.allowed for limit in found)))


def rules() -> str:
    """Tell every rule and every limit."""
    relations = (
        _row(f"`{one.id}`", _known_as(one.id), one.severity, one.check.__doc__ or "", one.why, one.evidence, _link(one))
        for one in all_rules()
    )
    limits = (
        _row(f"`{one.id}`", _known_as(one.id), one.severity, place, one.kind.allowed, one.fix, one.evidence, _link(one))
        for table in all_limits()
        for one in table.rows
        for place in [f"`{table.resource}` `{one.path}`"]
    )
    accepting = (
        _row(f"`{one.id}`", one.severity, _doc_of(one), one.why, one.evidence, _link(one)) for one in ACCEPTING
    )
    made = [
        *((rule, "error", what, source) for rule, (what, source) in OF_ROUTES.items()),
        *((rule, severity, what, source) for rule, (severity, what, source) in OF_FRONT_ENDS.items()),
    ]
    elsewhere = (_row(known_as, *place) for known_as, place in UNKNOWN.items())
    changes = (_row(known_as, what, LOCK) for known_as, what in CHANGES.items())
    return _HEAD + _RULES.format(
        relations="\n".join(relations),
        limits="\n".join(limits),
        accepting="\n".join(accepting),
        made="\n".join(_row(f"`{rule}`", severity, what, f"[source]({link})") for rule, severity, what, link in made),
        unknown="\n".join([*elsewhere, *changes]),
    )


def _doc_of(one: Rule) -> str:
    """Give what a rule does; one that is asked with more than a resource says it behind that."""
    return getattr(one.check, "func", one.check).__doc__ or ""


def _known_as(ours: str) -> str:
    return ", ".join(IDS.get(ours, ()))


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


_RULES = """\
# Rules

An error is what AWS refuses or what can never be undone; a warning is acknowledged by its id. Evidence says who knows:
AWS's answer as somebody recorded it (measured), the API's model, the developer guide, a report, or an inference; an
inference is always a warning. A catalogue id is that of a fact in the catalogue that the rules were held against; what
has none is ours alone.

## Relations between settings

| id | catalogue id | severity | what | why | evidence | source |
|---|---|---|---|---|---|---|
{relations}

## Limits of single properties

| id | catalogue id | severity | property | allowed | what to do | evidence | source |
|---|---|---|---|---|---|---|---|
{limits}

## For who accepts a pool's tokens

Asked when an authorizer, an AppSync API or the action of a load balancer is made with a pool of this library.

| id | severity | what | why | evidence | source |
|---|---|---|---|---|---|
{accepting}

## For access by route and for front ends

Asked when an `AccessAuthorizer` or a `FrontEnd` is made.

| id | severity | what | source |
|---|---|---|---|
{made}

## What no template shows

| catalogue id | why no rule knows it | where you are told |
|---|---|---|
{unknown}
"""


def opinions() -> str:
    """Tell what each profile says, and why."""
    told: tuple[Profile[..., Any], ...] = (*profiles.USER_POOL_PROFILES, profiles.identity_pool)
    return _HEAD + "# Profiles\n\n" + "\n".join(map(_opinions, told))


def _opinions(profile: Profile[..., Any]) -> str:
    rows = "\n".join(
        f"| `{opinion.path}` | {_value(opinion.value)} | {_cell(opinion.why)} |" for opinion in profile.opinions
    )
    reasons = "\n".join(f"- `{rule}`: {reason}" for rule, reason in profile.acknowledgements.items())
    return (
        f"## {profile.name}\n\n| field | value | why |\n|---|---|---|\n{rows}\n\n"
        f"What scanners say all the same, and why that is so:\n\n{reasons}\n"
    )


def _value(value: Any) -> str:
    if value is KEY:
        return "your key"
    if callable(value):
        return _cell((inspect.getdoc(value) or "depends").splitlines()[0])
    return f"`{value!r}`" if not hasattr(value, "total_seconds") else str(value)


def _link(one: Rule | Limit) -> str:
    return f"[source]({one.source})"


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


TABLES: dict[str, Callable[[], str]] = {
    "settings.md": settings,
    "rules.md": rules,
    "profiles.md": opinions,
    "coverage.md": lambda: _HEAD + coverage(),
    "changes.md": lambda: _HEAD + changes(),
    "check.md": lambda: consoles.run("check.md"),
    "diff.md": lambda: consoles.run("diff.md"),
    "adopt.md": lambda: consoles.run("adopt.md"),
}


SYNTHESIZED: dict[str, Callable[[], str]] = {"lifecycle.md": lambda: consoles.run("lifecycle.md")}
"""The documents that need Node; they are compared where the other documents' code runs."""


def security(scans: "Mapping[str, Findings] | None" = None) -> str:
    """Tell what scanners say of each profile; let them look first, if they have not yet."""
    from docs import security

    return _HEAD + security.security(scans)


SCANNED: dict[str, Callable[[], str]] = {"security.md": security}
"""The tables that need Node and all scanners; they are compared where the tests scan."""
