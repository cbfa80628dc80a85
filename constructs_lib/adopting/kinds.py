"""Where a function of the settings says the same as a class, in fewer words, adopted code calls the function."""

import inspect
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from constructs_lib.adopting.layout import Call, Code
from constructs_lib.declarations import Part
from constructs_lib.settings import (
    Attribute,
    Email,
    boolean_attribute,
    cognito_email,
    date_time_attribute,
    number_attribute,
    secret,
    ses_email,
    standard_attribute,
    string_attribute,
)

_KINDS: Mapping[type[Part], tuple[Callable[..., Part], ...]] = {
    Attribute: (string_attribute, number_attribute, boolean_attribute, date_time_attribute, standard_attribute),
    Email: (cognito_email, ses_email),
}
_FIELDS = {"identity": "source_arn"}
"""Arguments that fill a field of another name."""
_SECRET = re.compile(r"\{\{resolve:secretsmanager:(.+):SecretString(?::([^:{}]+))?\}\}")


def as_kind(part: Part, code_of: Callable[[Any], Code]) -> Call | None:
    """Give the call of a function that makes the very same part; nothing where there is none."""
    for kind in _KINDS.get(type(part), ()):
        given = {name: getattr(part, _FIELDS.get(name, name)) for name in _parameters(kind)}
        said = {name: value for name, value in given.items() if value != _parameters(kind)[name].default}
        if all(isinstance(value, (str, int, float)) for value in said.values()) and _makes(kind, said, part):
            named = ((name, _parameters(kind)[name].kind) for name in said)
            return Call(
                kind.__name__,
                [(name if how is inspect.Parameter.KEYWORD_ONLY else None, code_of(said[name])) for name, how in named],
            )
    return None


@cache
def _parameters(kind: Callable[..., Part]) -> Mapping[str, inspect.Parameter]:
    """Give the parameters that can be told from a part: the others stay unsaid."""
    parameters = inspect.signature(kind).parameters
    return {name: it for name, it in parameters.items() if not name.startswith("identity_")}


def _makes(kind: Callable[..., Part], said: Mapping[str, Any], part: Part) -> bool:
    try:
        return kind(**said) == part
    except TypeError:  # it wants more
        return False


def as_secret(text: str) -> Call | None:
    """Give the call of `secret` that makes a dynamic reference; nothing where it is none, or another one."""
    match = _SECRET.fullmatch(text)
    try:
        if match is None or secret(match[1], match[2]) != text:
            return None
    except ValueError:
        return None
    return Call("secret", [(None, match[1]), *([("field", match[2])] if match[2] else [])])
