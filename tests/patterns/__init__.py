"""Templates after patterns that people deploy: written by hand, as CloudFormation takes them."""

from constructs_lib.resources.model import Resources
from tests.patterns import amplify, applications, documentation, frameworks

PATTERNS: dict[str, Resources] = {
    **documentation.PATTERNS,
    **frameworks.PATTERNS,
    **amplify.PATTERNS,
    **applications.PATTERNS,
}
"""Name → resources."""
