"""Secrets that a template refers to, filled in: CloudFormation does that while it deploys."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

_REFERENCE = re.compile(r"\{\{resolve:secretsmanager:([^:}]+):SecretString(?::([^:}]+))?\}\}")


def filled_in(value: Any, secret: Callable[[str], str]) -> Any:
    """Put in the place of each reference what `secret` knows of it; other kinds of reference stay as they are."""
    if isinstance(value, list):
        return [filled_in(each, secret) for each in value]
    if isinstance(value, dict):
        return {key: filled_in(each, secret) for key, each in value.items()}
    if not isinstance(value, str):
        return value

    def content(match: re.Match[str]) -> str:
        name, key = match.groups()
        return str(json.loads(secret(name))[key]) if key else secret(name)

    return _REFERENCE.sub(content, value)
