"""Front ends in the outputs of deployed stacks, and the files that they read."""

import json
from collections.abc import Iterator, Mapping

from constructs_lib.readers.documents.json_text import read
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.values import Json

MARK = "front_end"
"""The key under which an output says that it is one, and of which front end."""

FILES = {"amplify": "amplify_outputs.json", "oidc": "oidc.json"}
"""The files by what is said in an output."""


def front_ends_in(outputs: Json) -> dict[str, Mapping[str, Json]]:
    """Find the front ends in the JSON of ``cdk deploy --outputs-file``, by their names.

    Raises:
        UnreadableError: It is no such file, or has no front end in it.
    """
    if not isinstance(outputs, dict) or not all(isinstance(stack, dict) for stack in outputs.values()):
        raise UnreadableError("is not what `cdk deploy --outputs-file` writes: outputs by their stacks")
    found = {said[MARK]: said for said in _said(outputs)}
    if not found:
        raise UnreadableError("no output is a front end's: make one in the app (FrontEnd), and deploy it")
    return found


def files_of(front_end: Mapping[str, Json]) -> dict[str, str]:
    """Write the files of a front end, by their names."""
    said = {file: front_end[name] for name, file in FILES.items() if front_end.get(name) is not None}
    return {file: json.dumps(value, indent=2, ensure_ascii=False) + "\n" for file, value in said.items()}


def _said(outputs: Mapping[str, Mapping[str, Json]]) -> Iterator[Mapping[str, Json]]:
    for stack in outputs.values():
        for text in stack.values():
            if isinstance(text, str) and text.startswith(f'{{"{MARK}":'):
                value = _read(text)
                if isinstance(value.get(MARK), str) and all(isinstance(value.get(name, {}), dict) for name in FILES):
                    yield value


def _read(text: str) -> dict[str, Json]:
    try:
        value = read(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
