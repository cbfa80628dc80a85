"""Start the local AWS as a child process on loopback, wait until it answers, and end it in every case."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import boto3  # type: ignore[import-untyped]
import urllib3
from botocore.config import Config  # type: ignore[import-untyped]

from local_aws import environment
from local_aws.certificate import write_certificate
from local_aws.node import Node
from local_aws.plain_error import PlainError
from local_aws.workplace import Workplace

_SECONDS_TO_START = 30.0


@dataclass(frozen=True)
class LocalAws:
    """A running local AWS: where it answers, and the workplace that holds its certificate and its log."""

    endpoint: str
    place: Workplace
    node: Node
    keys: environment.Keys = environment.ROOT

    def client(self, service: str) -> Any:
        """Make a boto3 client that signs its requests and trusts the local AWS only."""
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            verify=str(self.place.certificate),
            region_name=environment.REGION,
            aws_access_key_id=self.keys.access_key,
            aws_secret_access_key=self.keys.secret_key,
            aws_session_token=self.keys.session_token,
            # No proxy, and no second try: what the local AWS says first is what counts.
            config=Config(proxies={}, retries={"total_max_attempts": 1}),
        )


def loopback_socket(port: int) -> socket.socket:
    """Open a listening socket on loopback; port 0 takes any free one.

    The socket itself, not its number, is handed to the emulator: no other process can take the port in between.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
        listening.listen(128)
    except (OSError, OverflowError) as error:
        listening.close()
        reason = error.strerror if isinstance(error, OSError) else "there is no such port"
        raise PlainError(
            f"port {port} on 127.0.0.1 cannot be used ({reason}): choose another, or none to take a free one"
        ) from None
    return listening


@contextmanager
def running(place: Workplace, node: Node, port: int = 0) -> Iterator[LocalAws]:
    """Run the local AWS for as long as the block lasts."""
    with loopback_socket(port) as tls, loopback_socket(0) as plain:
        write_certificate(place)
        endpoint = f"https://127.0.0.1:{tls.getsockname()[1]}"
        with place.server_log.open("wb") as log:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "local_aws.emulator"),
                    *(str(tls.fileno()), str(plain.fileno())),
                    *(str(place.certificate), str(place.private_key)),
                ],
                env=environment.of_the_emulator(place, endpoint, plain.getsockname()[1], node),
                cwd=place.root,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=(tls.fileno(), plain.fileno()),
                # Out of the terminal's group, so that Ctrl-C reaches this process only, which then ends the child.
                start_new_session=True,
            )
    try:
        _wait_until_it_answers(process, endpoint, place)
        aws = LocalAws(endpoint, place, node)
        yield replace(aws, keys=_keys_of_an_administrator(aws))
    finally:
        _end(process)


def _wait_until_it_answers(process: subprocess.Popen[bytes], endpoint: str, place: Workplace) -> None:
    http = urllib3.PoolManager(ca_certs=str(place.certificate), retries=False)
    latest = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < latest:
        if process.poll() is not None:
            raise PlainError(f"the local AWS ended while it started: {place.server_log} says why")
        with contextlib.suppress(urllib3.exceptions.HTTPError):
            if http.request("GET", f"{endpoint}/_ministack/ready", timeout=2.0).status == 200:
                return
        time.sleep(0.05)
    raise PlainError(f"the local AWS has not answered within {_SECONDS_TO_START:.0f} s: {place.server_log} says why")


def _keys_of_an_administrator(aws: LocalAws) -> environment.Keys:
    """Create an IAM user who may do everything: the emulator checks every signature but those of its root."""
    iam = aws.client("iam")
    iam.create_user(UserName="administrator")
    iam.attach_user_policy(UserName="administrator", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    created = iam.create_access_key(UserName="administrator")["AccessKey"]
    return environment.Keys(created["AccessKeyId"], created["SecretAccessKey"])


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin is not None:
        process.stdin.close()
