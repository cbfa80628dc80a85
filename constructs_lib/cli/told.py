"""What the command tells: findings with their places, and what became of them."""

from dataclasses import dataclass, field

from constructs_lib.rules.finding import Finding


@dataclass(frozen=True, kw_only=True)
class Told:
    """A finding, and where it stands."""

    finding: Finding
    file: str
    line: int
    column: int
    construct: str | None = None
    """The path of the construct that the resource is of, in the template of a CDK app."""

    reason: str = ""
    """Why it is wanted as it is, where it is acknowledged."""


@dataclass(frozen=True, kw_only=True)
class Unused:
    """An acknowledgement of something that was not found."""

    rule: str
    reason: str
    file: str
    line: int
    column: int


@dataclass(kw_only=True)
class Checked:
    """What was found in everything that was to be judged."""

    findings: list[Told] = field(default_factory=list)
    acknowledged: list[Told] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    files: int = 0

    @property
    def errors(self) -> int:
        """How many things AWS would refuse."""
        return sum(told.finding.severity == "error" for told in self.findings)

    @property
    def warnings(self) -> int:
        """How many things had better be known."""
        return len(self.findings) - self.errors
