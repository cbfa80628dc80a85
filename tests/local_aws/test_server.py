"""The running local AWS: on loopback only, with signatures checked, extended by what deployments read back."""

import json
import socket
import struct
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
import urllib3
from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from local_aws import environment, extension
from local_aws.node import find_node
from local_aws.server import LocalAws, running
from local_aws.workplace import workplace


@pytest.fixture(scope="module")
def aws() -> Iterator[LocalAws]:
    with workplace("test-server") as place, running(place, find_node()) as started:
        yield started


def test_a_wrong_signature_is_refused(aws: LocalAws) -> None:
    assert aws.client("cognito-idp").list_user_pools(MaxResults=1)["UserPools"] == []
    forger = replace(aws, keys=environment.Keys(aws.keys.access_key, "wrong"))
    with pytest.raises(ClientError, match="signature"):
        forger.client("cognito-idp").list_user_pools(MaxResults=1)


def test_an_unsigned_call_of_an_administrator_is_refused(aws: LocalAws) -> None:
    headers = {
        "X-Amz-Target": "AWSCognitoIdentityProviderService.ListUserPools",
        "Content-Type": "application/x-amz-json-1.1",
    }
    http = urllib3.PoolManager(ca_certs=str(aws.place.certificate), retries=False)
    assert http.request("POST", aws.endpoint, body='{"MaxResults": 1}', headers=headers).status in (400, 403)


def test_a_client_that_does_not_know_the_certificate_is_not_served(aws: LocalAws) -> None:
    with pytest.raises(urllib3.exceptions.SSLError):
        urllib3.PoolManager(retries=False).request("GET", aws.endpoint)


def test_provider_url_can_be_read_in_a_template(aws: LocalAws) -> None:
    template = {
        "Resources": {"Users": {"Type": "AWS::Cognito::UserPool", "Properties": {}}},
        "Outputs": {
            "Id": {"Value": {"Ref": "Users"}},
            "Url": {"Value": {"Fn::GetAtt": ["Users", "ProviderURL"]}},
        },
    }
    cloudformation = aws.client("cloudformation")
    cloudformation.create_stack(StackName="Url", TemplateBody=json.dumps(template))
    cloudformation.get_waiter("stack_create_complete").wait(StackName="Url", WaiterConfig={"Delay": 1})
    [stack] = cloudformation.describe_stacks(StackName="Url")["Stacks"]
    outputs = {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}
    assert outputs["Url"] == f"https://cognito-idp.us-east-1.amazonaws.com/{outputs['Id']}"


def test_a_client_that_stays_connected_does_not_hold_up_the_end() -> None:
    with workplace("test-server-end") as place:
        with running(place, find_node()) as started:
            client = started.client("cognito-idp")
            client.list_user_pools(MaxResults=1)
            over = time.monotonic()
        assert time.monotonic() - over < 3
        client.close()


def test_the_extension_is_written_for_the_installed_emulator() -> None:
    assert version("ministack") == extension.WRITTEN_FOR


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="looks for listeners in /proc")
def test_it_listens_on_loopback_only(aws: LocalAws) -> None:
    inodes = {inode for process in _emulators(aws) for inode in _sockets(process)}
    addresses = [address for address, inode in _listeners() if inode in inodes]
    assert addresses == ["127.0.0.1", "127.0.0.1"]


def _emulators(aws: LocalAws) -> Iterator[Path]:
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            arguments = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if str(aws.place.certificate).encode() in arguments.split(b"\0"):
            yield entry


def _sockets(process: Path) -> Iterator[str]:
    for handle in (process / "fd").iterdir():
        try:
            target = str(handle.readlink())
        except OSError:
            continue
        if target.startswith("socket:["):
            yield target[len("socket:[") : -1]


def _listeners() -> Iterator[tuple[str, str]]:
    """Address and inode of every listening socket of the machine; an IPv6 one is told as it stands."""
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A":
                number = fields[1].split(":")[0]
                address = socket.inet_ntoa(struct.pack("<L", int(number, 16))) if table == "tcp" else number
                yield address, fields[9]
