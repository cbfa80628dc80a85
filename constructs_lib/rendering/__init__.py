"""Settings ⇄ CloudFormation resources, exact both ways."""

from constructs_lib.rendering.read import Reading, read, read_identity_pool
from constructs_lib.rendering.write import render

__all__ = ["Reading", "read", "read_identity_pool", "render"]
