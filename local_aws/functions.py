"""What Lambda functions run on here: this machine, with the Python that the local AWS itself runs on."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping

from constructs_lib.wheels import BundlingError, installed
from local_aws.plain_error import PlainError
from local_aws.server import LocalAws
from local_aws.workplace import CHECKOUT

_CACHE = CHECKOUT / ".functions"
_LISTS = sorted(CHECKOUT.glob("constructs_lib/functions/**/requirements*.txt"))


def prepare(aws: LocalAws) -> Mapping[str, str]:
    """Have the functions' packages ready, and return what the app has to know, as context.

    They are installed here, since the app runs without the network set-up of whoever runs the demonstration.
    """
    python = ".".join(map(str, sys.version_info[:2]))
    machine = "arm64" if platform.machine().lower() in ("arm64", "aarch64") else "x86_64"
    try:
        for requirements in _LISTS:
            installed(requirements, python, machine, _CACHE)
    except BundlingError as error:
        raise PlainError(str(error)) from None
    return {"demo:endpoint": aws.endpoint, "demo:machine": machine, "demo:python": python}
