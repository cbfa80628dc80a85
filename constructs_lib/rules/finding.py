"""What a rule has to say, as data first and as text last."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from constructs_lib.resources.values import Json, Path

Severity = Literal["error", "warning"]

_NAMED = re.compile(r"\{(pool\.)?([A-Z][A-Za-z0-9.]+)\}")


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong, or had better be known."""

    rule: str
    """The rule's id, by which a warning is acknowledged."""

    severity: Severity
    """``error`` for what AWS refuses or what can never be undone, ``warning`` for everything else."""

    resource: str
    """Logical id of the resource."""

    property: Path
    """The property in CloudFormation's words; indexes are numbers."""

    path: str
    """Where it is, in the words of whoever wrote it."""

    problem: str
    """What is wrong, to be read after the path; properties in braces (``{EnabledMfas}``) until they are put into the
    reader's words."""

    got: Json = None
    """The value that is there; ``None`` where nothing is."""

    allowed: str
    """What may stand there."""

    fix: str
    """What to do about it."""

    source: str
    """Where AWS says so."""

    pool: str | None = None
    """Logical id of the pool that the resource belongs to; texts name its properties as ``{pool.…}``."""

    def __str__(self) -> str:
        got = "" if self.got is None else f", got {_shown(self.got)}"
        lines = [f"{self.path}: {self.problem}{got}"]
        if self.allowed not in self.problem:
            lines.append(f"allowed: {self.allowed}")
        lines += [f"fix: {self.fix}", f"[{self.rule}] {self.source}"]
        return "\n   ".join(lines)

    def in_words(self, words: Callable[[str, Path], str]) -> "Finding":
        """Put path and texts into somebody's words, given what they call a property of a resource."""

        def name(match: "re.Match[str]") -> str:
            resource = self.pool if match[1] and self.pool is not None else self.resource
            return words(resource, tuple(match[2].split(".")))

        texts = (self.problem, self.fix, self.allowed)
        problem, fix, allowed = (_NAMED.sub(name, text) if "{" in text else text for text in texts)
        return replace(self, path=words(self.resource, self.property), problem=problem, allowed=allowed, fix=fix)


def template_words(resource: str, path: Path) -> str:
    """Name a property as a template does."""
    return "".join([resource, *(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)])


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Sort by place, indexes as numbers; the order in which anything was written says nothing."""
    return sorted(
        findings, key=lambda finding: (_natural(finding.path), finding.severity, finding.rule, finding.problem)
    )


def _natural(path: str) -> list[tuple[int, int | str]]:
    return [(0, int(piece)) if piece.isdecimal() else (1, piece) for piece in re.split(r"(\d+)", path) if piece]


def _shown(value: Json) -> str:
    text = repr(value)
    return text if len(text) <= 200 else text[:197] + "..."


class InvalidSettingsError(ValueError):
    """Everything that is wrong with some settings, at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        count = "1 setting is" if len(self.findings) == 1 else f"{len(self.findings)} settings are"
        listed = (f"{number}. {finding}" for number, finding in enumerate(self.findings, start=1))
        super().__init__("\n".join([f"{count} not valid for Amazon Cognito:", *listed]))
