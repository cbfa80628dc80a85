"""`make demo`: deploy the example stacks to a local AWS with the real CDK command line, and see people sign in.

    python -m local_aws.demo [--port PORT]

Exits with 0 when everything that the local AWS emulates works, and with 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from types import FrameType

from local_aws.demonstration import demonstrate
from local_aws.plain_error import PlainError
from local_aws.results import count, table, times


def main(arguments: list[str] | None = None, place: str = "demo") -> int:
    """Run the demonstration in `.work/<place>`, print what it found, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m local_aws.demo", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--port",
        type=int,
        default=os.environ.get("LOCAL_AWS_PORT", "0"),
        help="port on 127.0.0.1 for the local AWS; a free one unless given here or as LOCAL_AWS_PORT",
    )
    port = parser.parse_args(arguments).port
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        report = demonstrate(place, port)
    except PlainError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt as interrupt:
        print("\ndemo: interrupted; nothing is left running", file=sys.stderr)
        return 128 + (interrupt.args[0] if interrupt.args else signal.SIGINT)
    print(f"\n{table(report.rows)}\n\n{times(report.steps)}\n\n{count(report.rows)}")
    for row in report.rows:
        if not row.good:
            print(f"demo: not shown: {row.feature}", file=sys.stderr)
    return 0 if report.good else 1


def _interrupt(number: int, _frame: FrameType | None) -> None:
    """End in order, once: a second Ctrl-C must not break the clearing up after the first."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt(number)


if __name__ == "__main__":
    sys.exit(main())
