"""The form of a fact: what somebody says of one property, under a name that all sides share."""

from typing import Any

Facts = dict[str, Any]
"""What is said of one property: its ``type``, ``shortest``, ``longest``, ``smallest``, ``largest``, ``fewest``,
``most``, ``unique``, ``words``, ``pattern`` (a function) and ``required``, as far as it is said."""

AllFacts = dict[str, Facts]
"""The facts of a resource type by path, as in the limits; ``Path{key}`` is about the keys of a map."""
