"""What stands in a field besides a plain value: nothing, a CloudFormation value as it is, or "leave it out"."""

from collections.abc import Sequence
from typing import Any, Final, TypeVar, Union, final

from constructs_lib.resources.values import Json, freeze, same, thaw

T = TypeVar("T")


@final
class Verbatim:
    """A CloudFormation value put into the template as it is: an intrinsic function, or a spelling no field has.

    Give the JSON of the template (``Verbatim({"Ref": "Parameter"})``) or, in a CDK app, any ``IResolvable``.
    Whatever rule would read the value does not apply.
    """

    __slots__ = ("_value",)

    def __init__(self, value: Json) -> None:
        self._value = freeze(value)

    @property
    def value(self) -> Json:
        """A copy of the value, as plain JSON."""
        return thaw(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Verbatim) and same(self._value, other._value)

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return f"Verbatim({self.value!r})"


@final
class _Omit:
    """The one object that leaves a property out on purpose, so that no profile fills it."""

    def __repr__(self) -> str:
        return "OMIT"

    def __copy__(self) -> "_Omit":
        return self

    def __deepcopy__(self, _: object) -> "_Omit":
        return self


OMIT: Final[Any] = _Omit()
"""Put into a field that a profile must not fill: the property stays out of the template."""

Setting = Union[T, Verbatim, None]  # noqa: UP007  (an alias with a type variable needs Union on Python 3.10)
"""A field that may be left unsaid; then it renders nothing, and AWS (or a profile) decides."""
Given = Union[T, Verbatim]  # noqa: UP007
"""A field that must be said."""
Many = Sequence[Union[T, Verbatim]]  # noqa: UP007
"""A list, each element typed or as it is."""
