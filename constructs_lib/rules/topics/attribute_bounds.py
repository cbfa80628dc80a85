"""The bounds of attributes: how long a text and how large a number may be.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
"""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.standard_attributes import STANDARD_TYPES
from constructs_lib.rules.registry import API, rule
from constructs_lib.rules.topics.attributes import named
from constructs_lib.rules.view import DoesNotApply, Problem, View

_TYPE = API + "API_SchemaAttributeType.html"

_BOUNDS = {
    "StringAttributeConstraints": ("String", "MinLength", "MaxLength"),
    "NumberAttributeConstraints": ("Number", "MinValue", "MaxValue"),
}


def _out_of_order(pool: View, constraints: str) -> Iterator[Problem]:
    """Find bounds that no value can keep."""
    _, least, most = _BOUNDS[constraints]
    for attribute, _ in named(pool):
        with suppress(DoesNotApply):
            low, high = (attribute.number(f"{constraints}.{bound}") for bound in (least, most))
            if low is not None and high is not None and low > high:
                yield attribute.problem(
                    f"{constraints}.{least}",
                    "must not be above the upper bound",
                    got=attribute.get(f"{constraints}.{least}"),
                    allowed=f"{attribute.get(f'{constraints}.{most}')} or less",
                    fix="exchange the two bounds, or correct one; neither can be changed later",
                )


@rule(
    "attributes.length-bounds-order",
    USER_POOL,
    why="no text is both longer and shorter than that; AWS refuses the bounds",
    evidence="measured on AWS",
    source=API + "API_StringAttributeConstraintsType.html",
)
def length_bounds_order(pool: View) -> Iterator[Problem]:
    """Refuse a shortest length above the longest."""
    yield from _out_of_order(pool, "StringAttributeConstraints")


@rule(
    "attributes.value-bounds-order",
    USER_POOL,
    why="no number is both larger and smaller than that; AWS refuses the bounds",
    evidence="measured on AWS",
    source=API + "API_NumberAttributeConstraintsType.html",
)
def value_bounds_order(pool: View) -> Iterator[Problem]:
    """Refuse a smallest value above the largest."""
    yield from _out_of_order(pool, "NumberAttributeConstraints")


@rule(
    "attributes.bounds-of-another-type",
    USER_POOL,
    severity="warning",
    why="lengths bound texts and values bound numbers; other types have no bounds",
    evidence="inferred",
    source=_TYPE,
)
def bounds_of_another_type(pool: View) -> Iterator[Problem]:
    """Warn of bounds that do not fit the type."""
    for attribute, name in named(pool):
        with suppress(DoesNotApply):
            kind = attribute.text("AttributeDataType") or STANDARD_TYPES.get(name)
            for constraints, (bounded, _, _) in _BOUNDS.items():
                # A described pool carries empty constraints, which bound nothing.
                if kind is not None and kind != bounded and attribute.known(constraints):
                    yield attribute.problem(
                        constraints,
                        f"is for the type {bounded}, not for {kind}",
                        got=attribute.get(constraints),
                        allowed="nothing",
                        fix="leave it out, or correct the type",
                    )
