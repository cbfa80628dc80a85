"""Properties as CloudFormation's resource schemas allow them, from the data of cfn-lint."""

from typing import Any

from hypothesis import strategies as st

from constructs_lib.declarations.codecs import PartOf
from constructs_lib.declarations.fields import properties_of
from docs.coverage import parts, schema_of
from tests.rendering.strategies import intrinsics, words

Path = tuple[str, ...]


def holders(part: Any) -> set[Path]:
    """Name the objects that no part stands for: fields reach through them by a dotted name."""
    places = [place for field in properties_of(part) for place in field.paths]
    inside = {
        (*field.path, *place)
        for field in properties_of(part)
        if isinstance(field.codec, PartOf)
        for place in holders(field.part)
    }
    return {place[:end] for place in places for end in range(1, len(place))} | inside


def all_holders() -> dict[str, set[Path]]:
    """Name those objects for every resource type."""
    found: dict[str, set[Path]] = {}
    for part, _ in parts():
        found.setdefault(part.TYPE, set()).update(holders(part))
    return found


def properties(type_name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Make the properties of a resource: values in their ranges, intrinsic functions wherever a field can take one."""
    schema = schema_of(type_name)
    fixed = {name.rpartition("/")[2] for name in schema.get("readOnlyProperties", ())} | {
        "UserPoolId",
        "IdentityPoolId",
    }
    mine = {name: node for name, node in schema["properties"].items() if name not in fixed}
    required = [name for name in schema.get("required", ()) if name not in fixed]
    return _Values(schema, all_holders()[type_name]).of_object(mine, required, (), fewest=0)


class _Values:
    def __init__(self, schema: Any, through: set[Path]) -> None:
        self.definitions, self.through = schema.get("definitions", {}), through

    def of(self, node: Any, path: Path) -> st.SearchStrategy[Any]:
        plain = self._plain(self._resolved(node), path)
        return plain if path in self.through else plain | plain | plain | intrinsics

    def _resolved(self, node: Any) -> Any:
        return self.definitions[node["$ref"].rpartition("/")[2]] if "$ref" in node else node

    def _plain(self, node: Any, path: Path) -> st.SearchStrategy[Any]:
        if "enum" in node:
            return st.sampled_from(node["enum"])
        if "patternProperties" in node and "type" not in node:
            (inner,) = node["patternProperties"].values()
            return st.dictionaries(words, self.of(inner, (*path, "*")), max_size=2)
        match node["type"]:
            case "boolean":
                return st.booleans()
            case "integer":
                return st.integers(node.get("minimum", 0), node.get("maximum", 100))
            case "string":
                fewest = node.get("minLength", 0)
                return (
                    st.sampled_from(["8", "1.5"]) if not fewest else st.text("ab:/.", min_size=fewest, max_size=fewest)
                )
            case "array":
                fewest, most = node.get("minItems", 0), min(node.get("maxItems", 3), 3)
                return st.lists(self.of(node["items"], (*path, "*")), min_size=fewest, max_size=most)
        if "properties" not in node:
            return st.dictionaries(words, st.text(max_size=3), max_size=3)
        return self.of_object(node["properties"], node.get("required", ()), path, fewest=int(path in self.through))

    def of_object(self, nodes: Any, required: Any, path: Path, *, fewest: int) -> st.SearchStrategy[dict[str, Any]]:
        """Make an object with all that must be said and a few of the rest."""
        fewest = max(0, fewest - len(required))
        optional = st.lists(st.sampled_from(sorted(nodes)), min_size=fewest, max_size=6, unique=True)
        values = {name: self.of(node, (*path, name)) for name, node in nodes.items()}
        return optional.flatmap(
            lambda chosen: st.fixed_dictionaries({name: values[name] for name in sorted({*required, *chosen})})
        )
