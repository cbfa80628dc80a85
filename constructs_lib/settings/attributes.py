"""The user attributes that a pool's schema declares.

What is declared can never be changed or removed, and a standard attribute cannot be declared later; custom attributes
can be added. An attribute that is not declared can still be filled, if it is a standard one.
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
"""

from dataclasses import field
from typing import Literal

from constructs_lib.declarations import Given, Part, Setting, TextNumber, declared, named, prop

AttributeDataType = Literal["String", "Number", "DateTime", "Boolean"]


@declared
class Attribute(Part):
    """One entry of the schema; `standard_attribute`, `string_attribute` and their sisters make the usual ones."""

    name: Given[str] = field(metadata=named("Name"), kw_only=False)
    """The attribute's name, a custom one without its ``custom:`` prefix. Can never be changed."""

    data_type: Setting[AttributeDataType] = prop("AttributeDataType")
    """The type of a custom attribute. Default: the standard attribute's own. Can never be changed."""

    required: Setting[bool] = prop("Required")
    """Whether a user must give the attribute at sign-up; standard attributes only. Default: False. Can never be
    changed."""

    mutable: Setting[bool] = prop("Mutable")
    """Whether the value can be changed once it is set. Default: True. Can never be changed."""

    developer_only: Setting[bool] = prop("DeveloperOnlyAttribute")
    """Whether only administrators may change the value; superseded by the write attributes of an app client.
    Default: False. Can never be changed."""

    min_length: Setting[int] = prop("StringAttributeConstraints.MinLength", codec=TextNumber())
    """Fewest characters of a text. Default: no limit. Can never be changed."""

    max_length: Setting[int] = prop("StringAttributeConstraints.MaxLength", codec=TextNumber())
    """Most characters of a text. Default: 2,048. Can never be changed."""

    min_value: Setting[int | float] = prop("NumberAttributeConstraints.MinValue", codec=TextNumber())
    """Smallest number. Default: no limit. Can never be changed."""

    max_value: Setting[int | float] = prop("NumberAttributeConstraints.MaxValue", codec=TextNumber())
    """Largest number. Default: no limit. Can never be changed."""


def standard_attribute(name: str, *, required: bool | None = None, mutable: bool | None = None) -> Attribute:
    """Declare one of the standard attributes of OpenID Connect, such as ``email`` or ``given_name``.

    Declare one only to require it or to make it immutable: an existing pool never takes another, and some pools with
    a declared standard attribute have refused every later update (aws/aws-cdk#8585).
    """
    return Attribute(name, required=required, mutable=mutable)


def string_attribute(
    name: str, *, min_length: int | None = None, max_length: int | None = None, mutable: bool = True
) -> Attribute:
    """Declare a custom text, ``custom:<name>``."""
    return Attribute(name, data_type="String", min_length=min_length, max_length=max_length, mutable=mutable)


def number_attribute(
    name: str, *, min_value: float | None = None, max_value: float | None = None, mutable: bool = True
) -> Attribute:
    """Declare a custom number, ``custom:<name>``."""
    return Attribute(name, data_type="Number", min_value=min_value, max_value=max_value, mutable=mutable)


def boolean_attribute(name: str, *, mutable: bool = True) -> Attribute:
    """Declare a custom boolean, ``custom:<name>``."""
    return Attribute(name, data_type="Boolean", mutable=mutable)


def date_time_attribute(name: str, *, mutable: bool = True) -> Attribute:
    """Declare a custom date and time, ``custom:<name>``."""
    return Attribute(name, data_type="DateTime", mutable=mutable)
