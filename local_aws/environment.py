"""What the emulator, the CDK command line and the app find in their environment: nothing of the user's own AWS set-up.

The environments are built up from a short list of names rather than cut down from the caller's, so that no profile, no
proxy and no credential of the person at the keyboard can get in.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from local_aws.node import Node
from local_aws.workplace import CHECKOUT, Workplace

ACCOUNT = "000000000000"
REGION = "us-east-1"

_FROM_THE_CALLER = ("LANG", "LC_ALL", "TERM", "TZ", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "SYSTEMROOT")


@dataclass(frozen=True)
class Keys:
    """An access key of the local AWS; it opens nothing anywhere else. Temporary ones have a token."""

    access_key: str
    secret_key: str
    session_token: str | None = None


ROOT = Keys("test", "test")


def _common(place: Workplace, endpoint: str, node: Node, keys: Keys) -> dict[str, str]:
    certificate = str(place.certificate)
    kept = {name: os.environ[name] for name in _FROM_THE_CALLER if name in os.environ}
    return kept | {
        # Node from its wheel comes first, whatever else the machine has.
        "PATH": os.pathsep.join((str(node.executable.parent), str(Path(sys.executable).parent), os.defpath)),
        "PYTHONPATH": str(CHECKOUT),
        "HOME": str(place.home),
        "TMPDIR": str(place.temporary),
        "NO_PROXY": "127.0.0.1,localhost",
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": keys.access_key,
        "AWS_SECRET_ACCESS_KEY": keys.secret_key,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_CA_BUNDLE": certificate,
        "SSL_CERT_FILE": certificate,
        "NODE_EXTRA_CA_CERTS": certificate,
        "NODE_PATH": str(CHECKOUT / "node_modules"),
    }


def of_the_emulator(place: Workplace, endpoint: str, plain_port: int, node: Node) -> dict[str, str]:
    """Make the mode in which MiniStack carries everything: TLS, signatures checked, state in the workplace."""
    return _common(place, endpoint, node, ROOT) | {
        # Signatures, policies, secret hashes, sign-in flows and confirmation codes are checked.
        "AUTH": "true",
        # MiniStack's own authorizers call back over plain HTTP; that listener is on loopback too.
        "GATEWAY_PORT": str(plain_port),
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        "MINISTACK_REGION": REGION,
        "STATE_DIR": str(place.state),
        "S3_DATA_DIR": str(place.buckets),
        "LOG_LEVEL": "WARNING",
        # Otherwise it listens on 0.0.0.0:8883 and 0.0.0.0:2222 as soon as `cryptography` is installed.
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        # Its container reaper stays away from a Docker of this machine.
        "DOCKER_HOST": "unix:///nonexistent",
    }


def of_the_command_line(place: Workplace, endpoint: str, node: Node, keys: Keys) -> dict[str, str]:
    """Make a CDK command line that knows the local AWS only and tells nobody."""
    return _common(place, endpoint, node, keys) | {
        # The CLI remembers the account of an access key there; HOME alone does not move it.
        "CDK_HOME": str(place.home / ".cdk"),
        "CDK_DEFAULT_ACCOUNT": ACCOUNT,
        "CDK_DEFAULT_REGION": REGION,
        "CDK_DISABLE_CLI_TELEMETRY": "true",
        "JSII_NODE": str(node.executable),
        "JSII_RUNTIME_PACKAGE_CACHE_ROOT": str(place.jsii_packages),
    }
