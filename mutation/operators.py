"""What a mutant changes: cosmic-ray's operators, and two of our own for what rules are made of, texts and ``in``."""

import re
from collections.abc import Iterator
from typing import Any

from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.operators.provider import OperatorProvider
from cosmic_ray.plugins import OPERATOR_PROVIDERS

Span = tuple[tuple[int, int], tuple[int, int]]

_LEFT_OUT = re.compile(
    # `is` and == tell the same words, small numbers and None apart: nothing could find such a mutant
    r"ReplaceComparisonOperator_(Is|IsNot)_(?!Is)|ReplaceComparisonOperator_\w+_(?<!Is_)(?<!IsNot_)(Is|IsNot)$"
    # one other operator is enough: texts and sets know no more than one or two of the eleven, so the rest crash at once
    r"|ReplaceBinaryOperator_(?!Add_Sub|Sub_Add|Mul_Add|(Pow|Mod|Div|FloorDiv)_Mul|BitOr_BitAnd|BitAnd_BitOr)"
    r"|ReplaceUnaryOperator_USub_(Not|Invert)|ReplaceUnaryOperator_Delete_USub"
    # they take the names of variables as arguments
    r"|VariableReplacer|VariableInserter"
)


class Texts(Operator):  # type: ignore[misc]
    """Change a text, or the piece of an f-string."""

    def mutation_positions(self, node: Any) -> Iterator[Span]:
        if node.type in ("string", "fstring_string"):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        if node.type == "string":
            opening = re.match(r"[a-zA-Z]*(\"\"\"|'''|\"|')", node.value)
            assert opening is not None
            at = opening.end()
            node.value = f"{node.value[:at]}XX{node.value[at:]}"
        else:
            node.value = f"XX{node.value}"
        return node

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        return (Example('"word"', '"XXword"'), Example('f"{a} word"', 'f"{a}XX word"'))


class Membership(Operator):  # type: ignore[misc]
    """Swap ``in`` and ``not in``; a loop has an ``in`` of another kind."""

    def mutation_positions(self, node: Any) -> Iterator[Span]:
        for place in self._places(node):
            yield node.children[place].start_pos, node.children[place].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        asked = node.children[self._places(node)[index]]
        if asked.type == "comp_op":
            asked.children[0].value = ""
        else:
            asked.value = "not in"
        return node

    @staticmethod
    def _places(node: Any) -> list[int]:
        if node.type != "comparison":
            return []
        return [
            place
            for place in range(1, len(node.children), 2)
            if " ".join(node.children[place].get_code().split()) in ("in", "not in")
        ]

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        return (Example("a in b", "a not in b"), Example("a not in b", "a  in b"))


OWN = {"Texts": Texts, "Membership": Membership}


def provide() -> None:
    """Have cosmic-ray use these operators and no others."""
    core = OperatorProvider()
    OPERATOR_PROVIDERS.clear()
    OPERATOR_PROVIDERS["core"] = {name: core[name] for name in core if not _LEFT_OUT.match(name)}
    OPERATOR_PROVIDERS["own"] = OWN
