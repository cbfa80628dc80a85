"""The kernel that settings are declared with: a part, its fields, and how each field's type is written and read."""

from constructs_lib.declarations.codecs import Switch, TextNumber
from constructs_lib.declarations.fields import children, named, prop
from constructs_lib.declarations.part import Part, declared
from constructs_lib.declarations.resource_part import ResourcePart
from constructs_lib.declarations.verbatim import OMIT, Given, Many, Setting, Verbatim

__all__ = [
    "OMIT",
    "Given",
    "Many",
    "Part",
    "ResourcePart",
    "Setting",
    "Switch",
    "TextNumber",
    "Verbatim",
    "children",
    "declared",
    "named",
    "prop",
]
