"""A trigger as users write it."""

from typing import Any


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Let everybody sign up."""
    return event
