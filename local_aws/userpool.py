"""The command `userpool` as a person runs it: beside the app's files, with nothing but the library."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from local_aws.command import Output, run
from local_aws.server import LocalAws


@dataclass(frozen=True)
class Userpool:
    """`userpool …` in one folder; `quiet` keeps what it says to itself."""

    aws: LocalAws
    folder: Path
    quiet: bool = False

    def __call__(self, *arguments: str) -> Output:
        """Run it; its code is for whoever asks."""
        command = [sys.executable, "-m", "constructs_lib.cli", *arguments]
        shown = ("userpool", *arguments)
        return run(command, shown, self.aws, codes=(0, 1, 2), quiet=self.quiet, folder=self.folder)
