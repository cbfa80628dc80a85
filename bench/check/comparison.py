"""Whole processes on the same files, in turn: ours, cfn-lint, and a synth with cdk-preflight."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.check.files import write_assembly, write_template
from bench.comparison import ROOT, WORK, environment
from bench.timing import spread

BIN = Path(sys.executable).parent
CHECK = ("-m", "constructs_lib.cli", "check", "--format=json")


def compare_checks() -> None:
    """Time a pool, a full template, and an assembly of a thousand pools."""
    folder = WORK / "check"
    _compare("1 pool", [write_template(folder / "one.template.json", 1)], rounds=7)
    _compare("a template of 498 resources", [write_template(folder / "full.template.json", 166)], rounds=5)
    assembly = write_assembly(folder / "cdk.out", 1000)
    _compare("a cdk.out of 1,000 pools", sorted(assembly.glob("*.template.json")), rounds=3, ours=assembly)


def _compare(what: str, templates: Sequence[Path], *, rounds: int, ours: Path | None = None) -> None:
    files = list(map(str, templates))
    commands = {
        "userpool check": [
            str(BIN / "python"),
            "-m",
            "constructs_lib.cli",
            "check",
            "--format=json",
            str(ours or files[0]),
        ],
        "cfn-lint": [str(BIN / "cfn-lint"), "--format", "json", *files],
        "cdk-preflight": [str(BIN / "python"), "-m", "bench.check.preflight", *files],
    }
    found: dict[str, int] = {}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for round_ in range(rounds):
        for name, command in commands.items():
            print(f"\r{what}: round {round_ + 1} of {rounds}, {name}" + " " * 20, end="", file=sys.stderr, flush=True)
            start = time.perf_counter()
            found[name] = _run(name, command)
            times[name].append(time.perf_counter() - start)
    print("\r" + " " * 80 + "\r", end="", file=sys.stderr)
    print(f"{what}:")
    for name, seconds in times.items():
        share = statistics.median(times["userpool check"]) / statistics.median(seconds)
        beside = "" if name == "userpool check" else f", ours takes {share:.3f} of it"
        print(f"    {name:<14} {spread(seconds)} s, finds {found[name]:,}{beside}")


def _run(name: str, command: list[str]) -> int:
    """Run one; give how many things it found."""
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    match name:
        case "userpool check":
            return len(json.loads(done.stdout)["findings"])
        case "cfn-lint":
            return len(json.loads(done.stdout))
    return int(done.stdout.split()[-1])
