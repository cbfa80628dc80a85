"""The ways in which a template can come out, and what to call them."""

from collections.abc import Iterator, Sequence

from constructs_lib.readers.source import Way
from constructs_lib.readers.templates.conditions import (
    Choice,
    Choices,
    Conditions,
    Declared,
    Other,
    choices_of,
    key_of,
    parts,
    plain,
)
from constructs_lib.resources.values import Json

MOST = 64
"""How many ways are told apart."""


def scenarios(declared: Declared, names: Sequence[str]) -> tuple[list[Conditions], Choices]:
    """Give every way in which some conditions can come out.

    Each is one choice of values that decides them all, so that whatever hangs on a parameter hangs on one value of it;
    where a condition is told already, what else it hangs on is left open and keeps its default. The first has all
    defaults. Where there are more than ``MOST`` ways, only those of one value each beside the defaults of all others.
    """
    choices = choices_of(declared, names)
    found: list[Conditions] = []
    waiting: list[dict[str, Choice]] = [{}]
    while waiting:
        conditions = Conditions(declared, waiting.pop(), choices)
        value = conditions.undecided(names)
        if value is None:
            found.append(conditions)
        else:
            waiting += [{**conditions.chosen, value: choice} for choice in reversed(choices[value])]
        if len(found) + len(waiting) > MOST:
            return list(_one_by_one(declared, choices)), choices
    return found, choices


def _one_by_one(declared: Declared, choices: Choices) -> Iterator[Conditions]:
    defaults = {value: options[0] for value, options in choices.items()}
    yield Conditions(declared, defaults, choices)
    for value, options in choices.items():
        for choice in options[1:]:
            yield Conditions(declared, {**defaults, value: choice}, choices)


def way(declared: Declared, conditions: Conditions, choices: Choices) -> Way:
    """Say what was chosen where there was a choice: of what has no name, which conditions hold then."""
    said: dict[str, str | bool | None] = {}
    for value, choice in conditions.chosen.items():
        names = {} if declared.leaves_open(value) else dict(_named(declared, value))
        if len(choices[value]) == 1:
            continue
        if isinstance(choice, bool):
            said[next(iter(names), value)] = choice
        elif names and {_text(one) for one in choices[value]} <= {None, *names.values()}:
            said |= {name: text == choice for name, text in names.items() if text is not None}
        else:
            said[value] = _text(choice)
    return said


def _named(declared: Declared, value: str) -> Iterator[tuple[str, str | None]]:
    """Walk the conditions that are just an equation, or compare a value with a text; each with the text."""
    for name, said in declared.conditions.items():
        if key_of(said) == value:
            yield name, None
        match parts(said):
            case "Fn::Equals", [left, right]:
                yield from (
                    (name, _plain(there)) for here, there in ((left, right), (right, left)) if key_of(here) == value
                )


def _text(choice: Choice) -> str | None:
    if isinstance(choice, Other):
        return None
    return ",".join(map(str, choice)) if isinstance(choice, list) else str(choice)


def _plain(value: Json) -> str | None:
    found = plain(value)
    return found if isinstance(found, str) else None
