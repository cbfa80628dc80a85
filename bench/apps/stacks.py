"""What every measured app does: put things into stacks until these are full, and synthesize."""

import sys
from collections.abc import Callable

from aws_cdk import App, Stack


def synth(add: Callable[[Stack, int], None], *, in_a_stack: int) -> None:
    """Add as many things as the process's argument says, by their numbers."""
    app = App()
    stack = Stack(app, "Stack0")
    for number in range(int(sys.argv[1])):
        if number and number % in_a_stack == 0:
            stack = Stack(app, f"Stack{number}")
        add(stack, number)
    app.synth()
