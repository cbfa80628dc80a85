"""What AWS refuses, what can never be undone, and what will not work: judged on CloudFormation resources."""

from constructs_lib.resources.deployment import Deployment
from constructs_lib.rules.finding import Finding, InvalidSettingsError
from constructs_lib.rules.judge import judge

__all__ = ["Deployment", "Finding", "InvalidSettingsError", "judge"]
