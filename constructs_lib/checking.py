"""Settings → findings, in the words of whoever wrote them."""

from constructs_lib.rendering.paths import Words
from constructs_lib.rendering.write import Settings, render
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.rules.finding import Finding, InvalidSettingsError, in_order
from constructs_lib.rules.judge import judged


def check(settings: Settings, deployment: Deployment | None = None) -> list[Finding]:
    """Tell everything that is wrong with settings, and what had better be known, before anything is made.

    Args:
        settings: Those of a pool, of an identity pool, or of what is added to an existing pool.
        deployment: Where it will live. Default: unknown, and so is what depends on it.
    """
    return findings_of(settings, render(settings), deployment)


def findings_of(settings: Settings, resources: Resources, deployment: Deployment | None = None) -> list[Finding]:
    """Judge the resources that settings were rendered to."""
    found = judged(resources, deployment or Deployment())
    if not found:
        return []
    words = Words(settings)
    return in_order([finding.in_words(words) for finding in found])


def refuse_errors(findings: list[Finding]) -> list[Finding]:
    """Raise what is an error, all of it at once; give back the warnings.

    Raises:
        InvalidSettingsError: At least one finding is an error.
    """
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise InvalidSettingsError(errors)
    return findings
