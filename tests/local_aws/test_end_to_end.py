"""The example stacks, deployed to the local AWS by the real command line: everything that it emulates works."""

from pathlib import Path

from local_aws.command_line import APP
from local_aws.demonstration import demonstrate
from local_aws.results import table
from local_aws.workplace import CHECKOUT


def test_everything_that_the_local_aws_emulates_works() -> None:
    assert Path(APP).is_file()
    report = demonstrate("test-end-to-end", quiet=True)
    failing = [row for row in report.rows if not row.good]
    assert report.rows
    assert not failing, f"\n{table(failing)}"
    assert list((CHECKOUT / ".work" / "test-end-to-end").iterdir()) == []
