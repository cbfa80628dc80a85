"""`python -m constructs_lib.cli` is `userpool`."""

from constructs_lib.cli.main import command

command()
