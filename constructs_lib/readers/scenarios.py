"""The ways in which a template can come out, and what to call them."""

from collections.abc import Iterator, Sequence

from constructs_lib.readers.conditions import Choice, Choices, Conditions, Declared, Other, choices_of, key_of, parts
from constructs_lib.readers.functions import UnresolvedError, text
from constructs_lib.readers.source import Way
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


def facts(declared: Declared, conditions: Conditions, choices: Choices) -> Way:
    """Say what was chosen where there was a choice."""
    return {
        value: _fact(declared, value, choice, choices[value])
        for value, choice in conditions.chosen.items()
        if len(choices[value]) > 1
    }


def _fact(declared: Declared, value: str, choice: Choice, options: Sequence[Choice]) -> str:
    if isinstance(choice, bool):
        return f"{_whole(declared, value)} is {text(choice)}"
    texts = [option for option in options if not isinstance(option, Other)]
    if not declared.leaves_open(value):
        names = dict(_named(declared, value))
        told = [f"{names[_said(one)]} is {text(one == choice)}" for one in texts if _said(one) in names]
        if told and (choice is Other.VALUE or _said(choice) in names):
            return " and ".join(told)
    if not isinstance(choice, Other):
        return f"{value} is '{_said(choice)}'"
    listed = ", ".join(f"'{_said(one)}'" for one in texts)
    return f"{value} is not {listed}" if len(texts) == 1 else f"{value} is none of {listed}"


def _said(choice: Choice) -> str:
    return ",".join(map(str, choice)) if isinstance(choice, list) else str(choice)


def _whole(declared: Declared, equation: str) -> str:
    """Name the condition that is just an equation."""
    return next((name for name, said in declared.conditions.items() if key_of(said) == equation), equation)


def _named(declared: Declared, value: str) -> Iterator[tuple[str, str]]:
    """Walk the texts that conditions of a name compare a value with, each with the name."""
    for name, said in declared.conditions.items():
        match parts(said):
            case "Fn::Equals", [left, right]:
                yield from (
                    (_text(there), name) for here, there in ((left, right), (right, left)) if key_of(here) == value
                )


def _text(value: Json) -> str:
    try:
        return text(value)
    except UnresolvedError:
        return key_of(value)
