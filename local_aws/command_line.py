"""The CDK command line as a person runs it: the pinned one, unmodified, with the default synthesizer."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from local_aws import environment
from local_aws.plain_error import PlainError
from local_aws.server import LocalAws
from local_aws.workplace import CHECKOUT

# The one place that decides which app is deployed.
APP = Path(os.environ.get("LOCAL_AWS_APP", CHECKOUT / "app.py"))


@dataclass(frozen=True)
class Output:
    """What a command said, and how it ended."""

    text: str
    code: int


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
        given = [part for key, value in (context or {}).items() for part in ("--context", f"{key}={value}")]
        self._run("synth", "--quiet", "--app", f"{sys.executable} {self.app}", "--output", str(assembly), *given)

    def deploy(self, assembly: Path, *stacks: str) -> str:
        """Deploy these stacks, or all of them."""
        return self._run(
            *("deploy", *_all_or(stacks), "--app", str(assembly), "--require-approval", "never"),
            *("--concurrency", "3", "--progress", "events"),
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

    def _run(self, *arguments: str, codes: Sequence[int] = (0,)) -> Output:
        place, node = self.aws.place, self.aws.node
        if not self.quiet:
            print(f"$ cdk {' '.join(_readable(argument) for argument in arguments)}", flush=True)
        with tempfile.TemporaryFile(dir=place.temporary) as kept:
            process = subprocess.Popen(
                [str(node.executable), str(node.cdk), *arguments, "--no-notices", "--ci"],
                env=environment.of_the_command_line(place, self.aws.endpoint, node, self.aws.keys),
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                # A group of its own: the command line, the app and jsii's Node end together.
                start_new_session=True,
            )
            try:
                assert process.stdout is not None
                for line in process.stdout:
                    kept.write(line)
                    if not self.quiet:
                        sys.stdout.write("  " + line.decode(errors="replace"))
                        sys.stdout.flush()
                code = process.wait()
            finally:
                _end_the_group(process)
            kept.seek(0)
            text = kept.read().decode(errors="replace")
        if code not in codes:
            said = f":\n{text}" if self.quiet else ""
            raise PlainError(f"`cdk {arguments[0]}` ended with code {code}{said}")
        return Output(text, code)


def _all_or(stacks: Sequence[str]) -> Sequence[str]:
    return stacks or ("--all",)


def _readable(argument: str) -> str:
    """Paths as a person at the checkout writes them."""
    short = argument.replace(f"{CHECKOUT}{os.sep}", "")
    return f'"{short}"' if " " in short or not short else short


def _end_the_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
