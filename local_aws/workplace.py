"""Where a run keeps its files: one folder below `.work/` in the checkout, and nothing outside of it."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local_aws.plain_error import PlainError

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Workplace:
    """The folders of one run: the emulator's state, the certificate, the CDK command line's home, the cloud assemblies."""

    root: Path

    @property
    def certificate(self) -> Path:
        return self.root / "certificate.pem"

    @property
    def private_key(self) -> Path:
        return self.root / "private-key.pem"

    @property
    def server_log(self) -> Path:
        return self.root / "server.log"

    @property
    def state(self) -> Path:
        return self.root / "state"

    @property
    def buckets(self) -> Path:
        return self.root / "buckets"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def jsii_packages(self) -> Path:
        """The unpacked aws-cdk-lib, shared by all runs: unpacking it anew costs nine seconds."""
        return CHECKOUT / ".work" / "jsii"

    def assembly(self, name: str) -> Path:
        """The folder of a cloud assembly (`cdk.out`)."""
        return self.root / f"{name}.out"


@contextmanager
def workplace(name: str) -> Iterator[Workplace]:
    """Hand out an empty `.work/<name>` to one run at a time.

    The files of a finished run are removed; the log of the emulator stays until the next run, for whoever looks for the
    reason of a failure.
    """
    place = Workplace(CHECKOUT / ".work" / name)
    place.root.parent.mkdir(exist_ok=True)
    with (place.root.parent / f"{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PlainError(f"another run is using .work/{name}: wait until it has ended") from None
        shutil.rmtree(place.root, ignore_errors=True)
        for folder in (place.root, place.state, place.buckets, place.temporary, place.home, place.jsii_packages):
            folder.mkdir(exist_ok=True)
        try:
            yield place
        finally:
            _keep_only_the_log(place)


def _keep_only_the_log(place: Workplace) -> None:
    for entry in os.scandir(place.root):
        if Path(entry.path) == place.server_log:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)
