"""The emulator and the command line find nothing of the caller's own AWS set-up, and write nowhere else."""

from pathlib import Path

import pytest

from local_aws import environment
from local_aws.node import Node
from local_aws.workplace import CHECKOUT, Workplace

PLACE = Workplace(CHECKOUT / ".work" / "unused")
NODE = Node(Path("/node/bin/node"), Path("/node_modules/.bin/cdk"))


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "HTTPS_PROXY", "PYTHONHOME", "CDK_CONTEXT_JSON"):
        monkeypatch.setenv(name, "from-the-caller")
    return [
        environment.of_the_emulator(PLACE, "https://127.0.0.1:1", 2, NODE),
        environment.of_the_command_line(PLACE, "https://127.0.0.1:1", NODE, environment.ROOT),
    ]


def test_nothing_of_the_caller_gets_in(both: list[dict[str, str]]) -> None:
    assert [name for each in both for name, value in each.items() if value == "from-the-caller"] == []


def test_the_keys_open_nothing(both: list[dict[str, str]]) -> None:
    assert {each["AWS_ACCESS_KEY_ID"] for each in both} == {"test"}
    assert {each["AWS_CONFIG_FILE"] for each in both} == {"/dev/null"}
    assert {each["AWS_SHARED_CREDENTIALS_FILE"] for each in both} == {"/dev/null"}


def test_every_folder_is_in_the_workplace(both: list[dict[str, str]]) -> None:
    emulator, command_line = both
    folders = [emulator[name] for name in ("HOME", "TMPDIR", "STATE_DIR", "S3_DATA_DIR")]
    folders += [command_line[name] for name in ("HOME", "TMPDIR", "CDK_HOME", "JSII_RUNTIME_PACKAGE_CACHE_ROOT")]
    assert [folder for folder in folders if not folder.startswith(f"{CHECKOUT}/.work/")] == []


def test_signatures_are_checked_and_no_other_listener_opens(both: list[dict[str, str]]) -> None:
    emulator, _ = both
    assert (emulator["AUTH"], emulator["IOT_MTLS_ENABLED"], emulator["SFTP_ENABLED"]) == ("true", "0", "0")


def test_node_of_the_wheel_comes_first(both: list[dict[str, str]]) -> None:
    assert [each["PATH"].split(":")[0] for each in both] == ["/node/bin", "/node/bin"]
