"""An Amazon Cognito user pool for AWS CDK apps.

`constructs_lib.cdk` has the construct; everything else is plain Python, without jsii, Node or AWS.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from constructs_lib import profiles, settings
    from constructs_lib.authorizing import allow
    from constructs_lib.checking import check
    from constructs_lib.rules import Deployment, Finding, InvalidSettingsError
    from constructs_lib.settings import *  # noqa: F403  (every settings class, listed once)

    __all__ = ["Deployment", "Finding", "InvalidSettingsError", "allow", "check", "profiles"]
    __all__ += settings.__all__

_ELSEWHERE = {
    "Deployment": "rules",
    "Finding": "rules",
    "InvalidSettingsError": "rules",
    "allow": "authorizing",
    "check": "checking",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is: who judges a template needs no settings."""
    if name in ("profiles", "settings"):
        return import_module(f"constructs_lib.{name}")
    if name == "__all__":
        return [*_ELSEWHERE, "profiles", *import_module("constructs_lib.settings").__all__]
    if name in _ELSEWHERE:
        return getattr(import_module(f"constructs_lib.{_ELSEWHERE[name]}"), name)
    return getattr(import_module("constructs_lib.settings"), name)
