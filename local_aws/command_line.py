"""The CDK command line as a person runs it: the pinned one, unmodified, with the default synthesizer."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from local_aws import environment
from local_aws.command import Output, run
from local_aws.server import LocalAws
from local_aws.workplace import CHECKOUT

# The one place that decides which app is deployed.
APP = Path(os.environ.get("LOCAL_AWS_APP", CHECKOUT / "app.py"))


@dataclass(frozen=True)
class CommandLine:
    """`cdk …` against one local AWS; `quiet` keeps the progress to itself unless a command fails."""

    aws: LocalAws
    quiet: bool = False
    app: Path = APP

    def bootstrap(self) -> None:
        """Prepare the account; the empty app spares the synthesis, which a bootstrap does not need."""
        self._run("bootstrap", "--app", "", f"aws://{environment.ACCOUNT}/{environment.REGION}")

    def synth(self, assembly: Path, context: Mapping[str, str] | None = None) -> None:
        """Run the app once, into a cloud assembly that the other commands then read."""
        self._run("synth", "--quiet", *self._app(assembly, context or {}))

    def synth_and_deploy(self, assembly: Path, context: Mapping[str, str]) -> Output:
        """Run the app and deploy all that it says; the code is 1 where that fails."""
        return self._run("deploy", "--all", *self._app(assembly, context), "--require-approval", "never", codes=(0, 1))

    def deploy(self, assembly: Path, *stacks: str) -> str:
        """Deploy these stacks, or all of them."""
        return self._run(
            *("deploy", *_all_or(stacks), "--app", str(assembly), "--require-approval", "never"),
            *("--concurrency", "3", "--progress", "events"),
            *("--outputs-file", str(outputs_of(assembly))),
        ).text

    def diff(self, assembly: Path, *stacks: str) -> Output:
        """Compare these stacks, or all of them, with what is deployed; the code is 1 where something differs."""
        return self._run("diff", *stacks, "--fail", "--app", str(assembly), codes=(0, 1))

    def take_over(self, assembly: Path, stack: str, mapping: Path) -> str:
        """Import what is there already into a stack, as a resource mapping says."""
        return self._run("import", stack, "--app", str(assembly), "--resource-mapping", str(mapping)).text

    def destroy(self, assembly: Path) -> str:
        """Delete all stacks."""
        return self._run("destroy", "--all", "--force", "--app", str(assembly)).text

    def _app(self, assembly: Path, context: Mapping[str, str]) -> list[str]:
        given = [part for key, value in context.items() for part in ("--context", f"{key}={value}")]
        return ["--app", f"{sys.executable} {self.app}", "--output", str(assembly), *given]

    def _run(self, *arguments: str, codes: Sequence[int] = (0,)) -> Output:
        node = self.aws.node
        command = [str(node.executable), str(node.cdk), *arguments, "--no-notices", "--ci"]
        return run(command, ("cdk", *arguments), self.aws, codes=codes, quiet=self.quiet)


def outputs_of(assembly: Path) -> Path:
    """Name the file of the outputs of what was deployed last of an assembly."""
    return assembly.with_suffix(".outputs.json")


def _all_or(stacks: Sequence[str]) -> Sequence[str]:
    return stacks or ("--all",)
