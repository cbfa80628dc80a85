"""Where resources will live, as far as it is known."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Deployment:
    """Where the resources will live, as far as it is known."""

    region: str | None = None
    """The Region, such as ``eu-central-1``."""

    account: str | None = None
    """The account's twelve digits."""
