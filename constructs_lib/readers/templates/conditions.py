"""Which conditions of a template hold, given what was chosen for the values that nobody knows.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html
"""

import json as json_texts
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from constructs_lib.readers.templates.functions import UnresolvedError, is_known, text
from constructs_lib.readers.templates.parameters import (
    ACCOUNT,
    PARTITION,
    REGION,
    SUFFIX,
    allowed_of,
    around,
    default_of,
)
from constructs_lib.readers.templates.resolver import Resolver
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.references import references
from constructs_lib.resources.values import Json, same


class Other(Enum):
    """What can be chosen for a value beside the texts that are known of it."""

    VALUE = "any other value"


Choice = str | list[Json] | bool | Other
Choices = Mapping[str, Sequence[Choice]]
"""What can be chosen for each value that conditions hang on: by the name of a parameter, or by the text of what nobody
can work out."""


@dataclass(frozen=True)
class Undecided:
    """A truth that hangs on a value for which nothing was chosen yet."""

    value: str


Truth = bool | Undecided | None
"""``None`` is what nobody can tell."""


@dataclass(frozen=True)
class Declared:
    """What a template declares beside its resources."""

    parameters: Mapping[str, Json]
    conditions: Mapping[str, Json]
    mappings: Mapping[str, Json]

    pseudo: Mapping[str, str]
    """The pseudo parameters that are known."""

    fixed: frozenset[str] = field(default_factory=frozenset)
    """The parameters whose defaults were used before any condition was asked: they have no other value."""

    def leaves_open(self, name: str) -> bool:
        """Tell whether a name is one of a parameter whose value is somebody's to choose."""
        return (name in self.parameters or name.startswith("AWS::")) and name not in self.pseudo


class Conditions:
    """The conditions under one choice of values."""

    def __init__(self, declared: Declared, chosen: Mapping[str, Choice], choices: Choices) -> None:
        self.chosen = chosen
        self._declared, self._choices = declared, choices
        region = chosen.get(REGION)
        self._pseudo = {**declared.pseudo, **around(region if isinstance(region, str) else declared.pseudo.get(REGION))}
        self._truths: dict[str, Truth] = {}
        self._resolver = Resolver(self._chosen_for, self.holds, declared.mappings)
        self.resolver = Resolver(self._value_of, self.holds, declared.mappings)
        """What properties of resources come to under these conditions."""

    def holds(self, name: str) -> bool | None:
        """Tell whether a condition holds, as far as anybody knows."""
        truth = self._named(name)
        return truth if isinstance(truth, bool) else None

    def undecided(self, names: Iterable[str]) -> str | None:
        """Give the first value that has to be chosen before some conditions can be told."""
        truths = map(self._named, names)
        return next((truth.value for truth in truths if isinstance(truth, Undecided)), None)

    def deployment(self, known: Deployment) -> Deployment:
        """Say where the resources live."""
        region, account = (self._chosen_for(name) for name in (REGION, ACCOUNT))
        return Deployment(region=region or known.region, account=account or known.account)

    def _value_of(self, name: str) -> Json:
        """Give a parameter's value as properties see it, ``None`` where nobody knows.

        An empty text is there to be filled in, or a condition sees to it that nobody reads it.
        """
        if name in self._declared.parameters and name not in self.chosen:
            return default_of(self._declared.parameters[name]) or None
        return self._chosen_for(name) or None

    def _chosen_for(self, name: str) -> Json:
        choice = self._pseudo.get(name, self.chosen.get(name))
        return None if isinstance(choice, (Other, bool)) else choice

    def _named(self, name: str) -> Truth:
        if name not in self._truths:
            self._truths[name] = None  # which is all that can be told of one that hangs on itself
            self._truths[name] = self._truth(self._declared.conditions.get(name))
        return self._truths[name]

    def _truth(self, expression: Json) -> Truth:
        match parts(expression):
            case "Condition", str(name):
                return self._named(name)
            case "Fn::Not", [inner]:
                return _opposite(self._truth(inner))
            case "Fn::And", [*inner]:
                return _all(list(map(self._truth, inner)))
            case "Fn::Or", [*inner]:
                return _opposite(_all([_opposite(self._truth(one)) for one in inner]))
            case "Fn::Equals", [left, right]:
                return self._equal(left, right, expression)
        return None

    def _equal(self, left: Json, right: Json, expression: Json) -> Truth:
        terms = [self._term(left), self._term(right)]
        for term in terms:
            if isinstance(term, Undecided):
                return term
        if Other.VALUE not in terms:
            return same(*terms)
        if key_of(left) == key_of(right):
            return True
        across = ((left, terms[1]), (right, terms[0]))
        if any(term is not Other.VALUE and term in self._choices.get(key_of(side), ()) for side, term in across):
            return False
        return self._free(key_of(expression))

    def _free(self, key: str) -> Truth:
        """Tell what was chosen for a truth that nothing tells."""
        choice = self.chosen.get(key)
        return choice if isinstance(choice, bool) else Undecided(key)

    def _term(self, side: Json) -> Json:
        """Give what one side of an equation comes to: a value, any other than the known ones, or what it waits for."""
        for name in references(side):
            if self._declared.leaves_open(name) and name not in self._pseudo and name not in self.chosen:
                first = REGION if name in (PARTITION, SUFFIX) and self._may_wait_for_region() else name
                return Undecided(first)
        found = self._resolver.resolve(side)
        return plain(found) if is_known(found) else self.chosen.get(key_of(side), Undecided(key_of(side)))

    def _may_wait_for_region(self) -> bool:
        return REGION in self._choices and REGION not in self.chosen


def choices_of(declared: Declared, names: Iterable[str]) -> dict[str, list[Choice]]:
    """Give what can be chosen for each value that conditions hang on, the default first.

    Those are the values that a parameter may have; where it may have any, its default, the texts that it is compared
    with, and any other value.
    """
    compared: dict[str, list[Choice]] = {}
    truths: dict[str, list[Choice]] = {}
    for expression in _equations(declared, names):
        sides = expression["Fn::Equals"]
        literals = [_literal(declared, side) for side in sides]
        if None not in literals:
            continue
        if literals == [None, None]:
            truths[key_of(expression)] = [True, False]
        for side, mine, theirs in zip(sides, literals, reversed(literals), strict=True):
            if mine is None:
                compared.setdefault(key_of(side), []).extend([] if theirs is None else [theirs])
                for name in filter(declared.leaves_open, references(side)):
                    compared.setdefault(name, [])
    return {name: _choices(declared, name, texts) for name, texts in compared.items()} | truths


def _choices(declared: Declared, name: str, texts: list[Choice]) -> list[Choice]:
    parameter = declared.parameters.get(name)
    default = default_of(parameter)
    defaults = [] if default is None else [default]
    if name in declared.fixed:
        return defaults
    allowed = allowed_of(parameter)
    rest = [*texts, Other.VALUE] if allowed is None else allowed
    # A default that is not allowed is the template's own mistake.
    first = [one for one in defaults if allowed is None or one in allowed]
    return [*first, *(one for one in dict.fromkeys(rest) if one not in first)]


def _literal(declared: Declared, side: Json) -> str | None:
    found = Resolver(declared.pseudo.get, lambda _: None, declared.mappings).resolve(side)
    try:
        return text(found) if is_known(found) else None
    except UnresolvedError:
        return None


def _equations(declared: Declared, names: Iterable[str]) -> Iterator[Json]:
    """Walk the equations that some conditions are made of."""
    seen: set[str] = set()
    waiting: list[Json] = [{"Condition": name} for name in names]
    while waiting:
        expression = waiting.pop(0)
        match parts(expression):
            case "Condition", str(name) if name not in seen:
                seen.add(name)
                waiting.append(declared.conditions.get(name))
            case "Fn::And" | "Fn::Or" | "Fn::Not", [*inner]:
                waiting += inner
            case "Fn::Equals", [_, _]:
                yield expression


def parts(expression: Json) -> tuple[str, Json] | None:
    """Take a function of one condition apart into its name and what it is given."""
    if not isinstance(expression, dict) or len(expression) != 1:
        return None
    [found] = expression.items()
    return found


def key_of(expression: Json) -> str:
    """Give what an expression is called in choices: a parameter's name, or its own text."""
    match expression:
        case {"Ref": str(name)} if len(expression) == 1:
            return name
    return json_texts.dumps(expression, default=str, skipkeys=True)


def _opposite(truth: Truth) -> Truth:
    return not truth if isinstance(truth, bool) else truth


def _all(truths: Sequence[Truth]) -> Truth:
    """Tell whether all hold: one that does not is enough to tell."""
    if False in truths or not truths:
        return False if truths else None
    return next((truth for truth in truths if truth is not True), True)


def plain(value: Json) -> Json:
    """Give a value as conditions compare it: they know nothing but texts."""
    try:
        return text(value)
    except UnresolvedError:
        return value
