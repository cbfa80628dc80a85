"""Clients that others wrote, at the deployed pools: an app with Amplify in Node, and a page in a real Chromium."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from local_aws import environment
from local_aws.people import Person
from local_aws.server import LocalAws
from local_aws.workplace import CHECKOUT

_CLIENTS = CHECKOUT / "local_aws" / "clients"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 60


@dataclass(frozen=True)
class Amplify:
    """An app in which the Amplify library runs; it knows the pool from its file alone."""

    lines: IO[str]
    answers: IO[str]

    def call(self, function: str, **options: Any) -> Any:
        """Call a function of the library; what it refuses is an error here."""
        answer = self._ask(function, options)
        assert "value" in answer, f"{function}: {answer}"
        return answer["value"]

    def refused(self, function: str, **options: Any) -> str:
        """Call a function that must be refused, and give the name of the error."""
        answer = self._ask(function, options)
        assert "error" in answer, f"{function} was accepted"
        return str(answer["error"])

    def sign_in(self, login: str, password: str) -> str:
        """Sign in, without the password ever being sent; the step that comes next."""
        step = self.call("signIn", username=login, password=password, options={"authFlowType": "USER_SRP_AUTH"})
        return str(step["nextStep"]["signInStep"])

    def answer(self, said: str) -> str:
        """Answer what was asked at sign-in; the step that comes next."""
        return str(self.call("confirmSignIn", challengeResponse=said)["nextStep"]["signInStep"])

    def _ask(self, function: str, options: Mapping[str, Any]) -> Mapping[str, Any]:
        self.lines.write(json.dumps([function, *([options] if options else [])]) + "\n")
        self.lines.flush()
        answer = self.answers.readline()
        assert answer, "the app has ended"
        said: Mapping[str, Any] = json.loads(answer)
        return said


@contextmanager
def amplify(aws: LocalAws, outputs: Path) -> Iterator[Amplify]:
    """Run the app for as long as the block lasts."""
    process = subprocess.Popen(
        [str(aws.node.executable), str(_CLIENTS / "amplify.mjs"), str(outputs), aws.endpoint],
        env=environment.of_the_command_line(aws.place, aws.endpoint, aws.node, aws.keys),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Amplify(process.stdin, process.stdout)
    finally:
        process.kill()
        process.communicate()


def find_chromium() -> str | None:
    """Find a browser on this machine."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def browse(aws: LocalAws, chromium: str, site: str, settings: Mapping[str, Any], person: Person) -> Mapping[str, Any]:
    """Have somebody sign in to the page of `examples/web`, renew the session and sign out; what they have seen."""
    asked = {
        "chromium": chromium,
        "site": site,
        "folder": str(CHECKOUT / "examples" / "web"),
        "packages": str(CHECKOUT / "node_modules"),
        "settings": settings,
        "pin": _pin(aws.place.certificate),
        "login": person.email,
        "password": person.password,
    }
    ended = subprocess.run(
        [str(aws.node.executable), str(_CLIENTS / "web.mjs"), json.dumps(asked)],
        # The browser keeps its profile and its caches in the workplace.
        env=environment.of_the_command_line(aws.place, aws.endpoint, aws.node, aws.keys)
        | {"PATH": os.environ.get("PATH", os.defpath)},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-600:]
    seen: Mapping[str, Any] = json.loads(ended.stdout)
    return seen


def _pin(certificate: Path) -> str:
    """Name the local AWS's key as Chromium does, which then trusts it and no other."""
    key = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
    spki = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(spki).digest()).decode()
